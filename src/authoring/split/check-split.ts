import type { DatasetJson } from '../../dataset/dataset.js';
import type { PartialCoding } from '../coding/check-coding.js';
import type { Locations } from '../coding/locations.js';
import { noActionNeeded, problemAt, type Findings } from '../problem.js';
import { variantsByClaim } from './split-dataset.js';

/** File systems allow names of 255 bytes; the hash, two dots and the extension take 22 of them. */
const maxIdLength = 233;

/** Reports what cannot be split, and notes what a split dataset leaves out. */
export function checkSplit(
  coding: PartialCoding,
  { variants = [], statements }: DatasetJson,
  locations: Locations,
  { problems, notes }: Findings,
): void {
  for (const claim of coding.claims ?? []) {
    const { length } = claim.id ?? '';
    if (length > maxIdLength)
      problems.push(
        problemAt(
          locations.of(claim, 'id'),
          `The claim id is too long for --split, which names a file after it: ${length} characters.`,
          `Use an id of at most ${maxIdLength} characters.`,
        ),
      );
  }
  const count = variantsByClaim(variants, statements).get(undefined)?.length ?? 0;
  if (count > 0)
    notes.push(
      problemAt(
        locations.of(coding),
        `The same utterance is coded on different claims ${count === 1 ? 'once' : `${count} times`}. A split dataset keeps the evidence of each claim in its own file, so these variants are left out.`,
        noActionNeeded,
      ),
    );
}

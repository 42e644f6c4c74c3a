import type { DatasetJson } from '../../dataset/dataset.js';
import type { PartialCoding } from '../coding/check-coding.js';
import type { Places } from '../coding/read-tree.js';
import { problemAt, type Findings } from '../problem.js';
import { variantsByClaim } from './split-dataset.js';

/** A file's name takes 255 bytes at most; the hash, two dots and the ending take 22 of them. */
const longestId = 233;

/** Names what cannot be split, or not without loss. */
export function checkSplit(
  coding: PartialCoding,
  { variants = [], statements }: DatasetJson,
  places: Places,
  { problems, notes }: Findings,
): void {
  for (const claim of coding.claims ?? []) {
    const { length } = claim.id ?? '';
    if (length > longestId)
      problems.push(
        problemAt(
          places.of(claim, 'id'),
          `With --split a file is named after each claim, and this id is too long for that: it has ${length} characters.`,
          `Give the claim an id of at most ${longestId}.`,
        ),
      );
  }
  const left = variantsByClaim(variants, statements).get(undefined)?.length ?? 0;
  if (left > 0)
    notes.push(
      problemAt(
        places.of(coding),
        `The same utterance was coded with different claims ${left} ${left === 1 ? 'time' : 'times'}. A split dataset has the evidence of each claim apart, so these variants are left out.`,
        'Nothing need be done.',
      ),
    );
}

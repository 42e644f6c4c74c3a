import type { DatasetJson, Split } from '../dataset/dataset.js';
import { firstEntries, allocateEntries, type Entries } from './entries.js';
import type { FieldCheck } from '../dataset/shape.js';
import { bits } from './side.js';
import { readCodes, type TakeTally } from '../dataset/split-codes.js';

const known = new WeakMap<object, Entries>();

/** What the codes of a split dataset say, source by source within each claim. They were read when they were checked, once. */
export function splitEntries({ positions }: Split): Entries {
  return known.get(positions)!;
}

/**
 * Reads all codes of a split dataset. Reports statements that do not stand apart, codes that cannot be read, positions of more speakers
 * than there are, and positions without a file of evidence.
 */
export const checkSplit: FieldCheck<DatasetJson> = ({ split, sources, speakers, claims, statements }, report) => {
  if (split && statements?.length) report('should be empty: with split they stand apart.', 'statements');
  const { positions, evidence } = split ?? {};
  if (!positions || !sources || !speakers || !claims) return;
  const voices = speakers.length + sources.length;
  const written = Object.values(positions).flatMap((bySource) => Object.values(bySource ?? {}));
  const room = allocateEntries(written.reduce((sum, codes) => sum + (codes?.length ?? 0), 0));
  const { cells, said, counts, sources: from } = room;
  let [claimAt, sourceAt, entry] = [0, 0, 0];
  // One function for all codes: a browser makes the best of what it calls a million times.
  const take: TakeTally = (speaker, support, oppose, neutral, contested) => {
    cells[entry] = claimAt * voices + (speaker < 0 ? speakers.length + sourceAt : speaker);
    said[entry] =
      (support && bits.support) |
      (oppose && bits.oppose) |
      (neutral && bits.neutral) |
      (contested ? bits.contested : 0);
    counts[entry] = support + oppose + neutral;
    from[entry++] = sourceAt;
  };
  claims.forEach((claim, index) => {
    const bySource = positions[claim?.id ?? ''];
    const path = `split.positions.${claim?.id}`;
    if (bySource && evidence && !(claim!.id! in evidence)) report('has no evidence in split.evidence.', path);
    claimAt = index;
    sources.forEach((source, index) => {
      sourceAt = index;
      const read = readCodes(bySource?.[source?.id ?? ''] ?? '', take);
      const here = `${path}.${source?.id}`;
      if (read.rest) report(`holds what is no code at “${read.rest.slice(0, 20)}”.`, here);
      else if (read.speakers > speakers.length)
        report(`holds ${read.speakers} speakers, but there are ${speakers.length}.`, here);
    });
  });
  known.set(positions, firstEntries(room, entry));
};

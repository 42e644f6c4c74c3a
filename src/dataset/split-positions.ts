import type { DatasetJson, Split } from './dataset.js';
import type { FieldCheck } from './shape.js';
import { readCodes, type OnTally } from './split-codes.js';
import { allocateColumns, bitsOfCounts, firstRows, stanceBits, type StanceColumns } from './stance-columns.js';

/** By `split.positions`. Checking the codes decodes them, and a large dataset has a million: they are decoded only once. */
const decoded = new WeakMap<Split['positions'], StanceColumns>();

/** Returns the positions of a split dataset that `readDataset` has read, ordered by claim, then source, then voice. */
export function splitColumns({ positions }: Split): StanceColumns {
  return decoded.get(positions)!;
}

/**
 * Decodes and checks the positions of a split dataset. Reports statements outside the evidence files, invalid codes, codes for more
 * speakers than the dataset has, and positions on a claim without an evidence file.
 */
export const checkSplit: FieldCheck<DatasetJson> = ({ split, sources, speakers, claims, statements }, report) => {
  if (split && statements?.length)
    report('should be empty: a split dataset has its statements in evidence files.', 'statements');
  const { positions, evidence } = split ?? {};
  if (!positions || !sources || !speakers || !claims) return;
  const voiceCount = speakers.length + sources.length;
  const allCodes = Object.values(positions).flatMap((bySource) => Object.values(bySource ?? {}));
  // A tally takes at least one character, so this is always enough.
  const columns = allocateColumns(allCodes.reduce((sum, codes) => sum + (codes?.length ?? 0), 0));
  const { cells, stances, counts, sources: sourceIndices } = columns;
  let [claimIndex, sourceIndex, row] = [0, 0, 0];
  // One function for all codes: engines optimise a function that is called a million times better than a thousand closures.
  const addRow: OnTally = (speaker, support, oppose, neutral, contested) => {
    cells[row] = claimIndex * voiceCount + (speaker < 0 ? speakers.length + sourceIndex : speaker);
    stances[row] = bitsOfCounts(support, oppose, neutral) | (contested ? stanceBits.contested : 0);
    counts[row] = support + oppose + neutral;
    sourceIndices[row++] = sourceIndex;
  };
  claims.forEach((claim, index) => {
    const bySource = positions[claim?.id ?? ''];
    const path = `split.positions.${claim?.id}`;
    if (bySource && evidence && !(claim!.id! in evidence)) report('has no evidence in split.evidence.', path);
    claimIndex = index;
    sources.forEach((source, index) => {
      sourceIndex = index;
      const { speakers: speakerCount, rest } = readCodes(bySource?.[source?.id ?? ''] ?? '', addRow);
      const sourcePath = `${path}.${source?.id}`;
      if (rest) report(`has an invalid code at “${rest.slice(0, 20)}”.`, sourcePath);
      else if (speakerCount > speakers.length)
        report(`has codes for ${speakerCount} speakers, but there are only ${speakers.length}.`, sourcePath);
    });
  });
  decoded.set(positions as Split['positions'], firstRows(columns, row));
};

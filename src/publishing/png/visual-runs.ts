import type { Bidi } from 'bidi-js';

/** A stretch of a line that is read in one direction. */
export interface VisualRun {
  /** As one reads it. */
  readonly text: string;
  readonly isRightToLeft: boolean;
}

/** What orders text and has no shape; joiners are none of them, for they shape the letters beside them. */
const ordering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** The line as it stands on paper, its runs from left to right (Unicode bidirectional algorithm, UAX #9). */
export function visualRuns(line: string, bidi: Bidi): readonly VisualRun[] {
  const found = bidi.getEmbeddingLevels(line, 'ltr');
  const runs: { level: number; units: string[] }[] = [];
  for (const index of bidi.getReorderedIndices(line, found)) {
    const unit = line[index]!;
    if (ordering.test(unit)) continue;
    const level = found.levels[index]!;
    const last = runs.at(-1);
    if (last?.level === level) last.units.push(unit);
    else runs.push({ level, units: [unit] });
  }
  return runs.map(({ level, units }) => {
    const isRightToLeft = level % 2 === 1;
    return { text: (isRightToLeft ? units.reverse() : units).join(''), isRightToLeft };
  });
}

import type { Bidi } from 'bidi-js';

/** A run of characters in one direction. */
export interface VisualRun {
  /** In logical order. */
  readonly text: string;
  readonly isRightToLeft: boolean;
}

/** Invisible characters that only order text. Joiners are not among them, since they change the shape of letters. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Returns the runs of a line in visual order, from left to right (Unicode bidirectional algorithm, UAX #9). */
export function visualRuns(line: string, bidi: Bidi): readonly VisualRun[] {
  const embedding = bidi.getEmbeddingLevels(line, 'ltr');
  const runs: { level: number; units: string[] }[] = [];
  for (const index of bidi.getReorderedIndices(line, embedding)) {
    const unit = line[index]!;
    if (bidiControls.test(unit)) continue;
    const level = embedding.levels[index]!;
    const last = runs.at(-1);
    if (last?.level === level) last.units.push(unit);
    else runs.push({ level, units: [unit] });
  }
  return runs.map(({ level, units }) => {
    const isRightToLeft = level % 2 === 1;
    return { text: (isRightToLeft ? units.reverse() : units).join(''), isRightToLeft };
  });
}

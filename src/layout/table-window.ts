import { matrixTokens } from '../theme/tokens.js';
import { voicesOf } from './matrix-selection.js';
import type { MatrixLayout, PlacedSection, PlacedVoice } from './matrix-layout.js';

export function isLarge(placed: MatrixLayout): boolean {
  return voicesOf(placed).length * placed.columns.length > matrixTokens.maxCells;
}

/** A section takes a line for its title and one for each of its rows. */
export function linesOf({ kind, rows }: PlacedSection): number {
  return rows.length + Number(kind !== 'all');
}

export function lineCount({ sections }: MatrixLayout): number {
  return sections.reduce((sum, section) => sum + linesOf(section), 0);
}

/** The line of a voice, from 0. */
export function lineOfVoice({ sections }: MatrixLayout, voice: PlacedVoice): number {
  let line = 0;
  for (const section of sections) {
    const row = section.rows.indexOf(voice);
    if (row >= 0) return line + linesOf(section) - section.rows.length + row;
    line += linesOf(section);
  }
  return -1;
}

/** From the first to before the last. */
export type Range = readonly [from: number, to: number];

/**
 * What of so many things in a line is to be drawn: those in view and some on each side, in whole blocks, so that scrolling changes it
 * seldom. All lengths in one unit.
 */
export function visibleRange(
  count: number,
  { size, offset, extent, block }: Readonly<Record<'size' | 'offset' | 'extent' | 'block', number>>,
): Range {
  const whole = (things: number, round: (blocks: number) => number) =>
    Math.min(Math.max(round(things / block) * block, 0), count);
  const [first, last] = [offset / size, (offset + extent) / size];
  const to = whole(last + block / 2, Math.ceil);
  return [Math.min(whole(first - block / 2, Math.floor), to), to];
}

import { bisectRight, cumsum } from 'd3-array';
import type { Range } from '../matrix/table-viewport.js';

/** The rendered range changes in steps of this many rows. */
export const rowBlock = 8;

/** Which rows of a long list are rendered, and the space in CSS pixels that the rows before and after them take. */
export interface RowWindow {
  readonly range: Range;
  readonly above: number;
  readonly below: number;
}

/** Height of a row that was never rendered, in CSS pixels, until the first ones were. */
export const initialRowHeight = 80;

export const initialRows: Range = [0, 2 * rowBlock];

export function rowWindow(heights: readonly number[], range: Range): RowWindow {
  const ends = cumsum(heights);
  const [above, until] = range.map((row) => ends[row - 1] ?? 0) as [number, number];
  return { range, above, below: (ends.at(-1) ?? 0) - until };
}

/** Returns the rows between two offsets from the top of the list, in CSS pixels: whole blocks, one at least. */
export function rowsBetween(heights: readonly number[], from: number, to: number): Range {
  const ends = cumsum(heights);
  const count = heights.length;
  const last = Math.min(Math.ceil((bisectRight(ends, to) + 1) / rowBlock) * rowBlock, count);
  const first = Math.floor(bisectRight(ends, from) / rowBlock) * rowBlock;
  return [Math.min(first, Math.max(0, last - rowBlock)), last];
}

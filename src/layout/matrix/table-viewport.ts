import type { MatrixLayout, PlacedVoice } from './matrix-layout.js';

/** From the first to before the last. */
export type Range = readonly [from: number, to: number];

/** The part of a large table that is rendered, and the space that the rest takes. Lengths are CSS pixels. */
export interface TableWindow {
  readonly lines: Range;
  readonly columns: Range;
  readonly above: number;
  readonly below: number;
  readonly before: number;
  readonly after: number;
  /** Of the whole table. */
  readonly width: number;
}

/** Lengths of a large table, in CSS pixels: all its lines are equally high, all its columns equally wide. */
export interface TableSizes {
  readonly line: number;
  readonly column: number;
  /** Width of the column of names. */
  readonly names: number;
  /** Height of the column headers. */
  readonly head: number;
}

/** The part of a scrolled box that can be seen, in CSS pixels. */
export interface ViewBox {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** As the style sheet has them with common type: until a table is measured, or where nothing can be. */
export const initialSizes: TableSizes = { line: 45, column: 84, names: 190, head: 120 };

export const initialView: ViewBox = { top: 0, left: 0, width: 1000, height: 700 };

/** The part of a table that is in view as shares of the whole, 0…1. */
export type PartInView = Readonly<Record<'left' | 'top' | 'width' | 'height', number>>;

/** Lines and columns are added and removed in blocks of this size, so that scrolling rarely renders. */
const columnBlock = 2;
const [lineBlock, smallLineBlock] = [4, 2];

/** Elements a table may have; the rest of 2,000 is for what is around it. */
const maxElements = 1850;

/** How many lines may be rendered with that many columns: a line has two elements per cell and eight more, the head as much as three lines. */
const maxLines = (columns: number) => maxElements / (8 + 2 * columns) - 3;

/** Returns the line of a voice, from 0; −1 where it is not shown. */
export function lineOfVoice({ sections }: MatrixLayout, voice: PlacedVoice): number {
  for (const { rows, firstLine, isTitled } of sections) {
    const row = rows.indexOf(voice);
    if (row >= 0) return firstLine + Number(isTitled) + row;
  }
  return -1;
}

/**
 * Returns which of `count` things in a row to render: those in view and some on each side, in whole blocks. All lengths have the same
 * unit.
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

/** Returns the part of a large table to render for that view, at most 1,850 elements. */
export function tableWindow(
  { columns, lineCount }: MatrixLayout,
  { line, column, names, head }: TableSizes,
  { top, left, width, height }: ViewBox,
): TableWindow {
  const shown = visibleRange(columns.length, {
    size: column,
    offset: left,
    extent: width - names,
    block: columnBlock,
  });
  const linesBy = (block: number) => visibleRange(lineCount, { size: line, offset: top, extent: height - head, block });
  let lines = linesBy(lineBlock);
  if (lines[1] - lines[0] > maxLines(shown[1] - shown[0])) lines = linesBy(smallLineBlock);
  return {
    lines,
    columns: shown,
    above: lines[0] * line,
    below: (lineCount - lines[1]) * line,
    before: shown[0] * column,
    after: (columns.length - shown[1]) * column,
    width: names + columns.length * column,
  };
}

/** Returns the greatest height of the view at that width, in CSS pixels, with which the table keeps to its number of elements. */
export function maxViewHeight({ line, column, names, head }: TableSizes, width: number): number {
  // At most three blocks’ worth beyond the view on each side.
  const beyond = 6;
  return head + Math.max(maxLines((width - names) / column + beyond) - beyond, 3) * line;
}

export function partInView({ columns, lineCount }: MatrixLayout, sizes: TableSizes, view: ViewBox): PartInView {
  const [across, down] = [columns.length * sizes.column, lineCount * sizes.line];
  return {
    left: view.left / across,
    top: view.top / down,
    width: (view.width - sizes.names) / across,
    height: (view.height - sizes.head) / down,
  };
}

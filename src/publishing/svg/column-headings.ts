import type { PlacedClaim } from '../../layout/matrix/matrix-layout.js';
import { layoutText, textWidth, type TextBlock, type TextStyle } from './svg-text.js';

// Lengths are CSS pixels.

export const headingStyle: TextStyle = { size: 11, isBold: true };

/** Narrowest column with an upright heading; in a narrower one it is slanted. */
const minUprightWidth = 62;
/** Narrowest column that has room for a mark. */
const minMarkColumn = 27;
/** Space at each side of an upright heading. */
const headingPadding = 4;

/** Angle of a slanted heading to the horizontal. */
export const slantDegrees = 60;
const slantRadians = (slantDegrees * Math.PI) / 180;
const slant = { cos: Math.cos(slantRadians), sin: Math.sin(slantRadians) };
/** Distance from the middle of a column to the start of its slanted heading. */
export const slantOffset = 3;
/** Distance between the lines of a slanted heading. */
export const slantLineHeight = headingStyle.size * 1.15;
/** Space between slanted headings, on top of their line height. */
const slantGap = 6;
/** Line lengths of slanted headings, of which the shortest that fits is used. Longer lines would be hard to read. */
const slantLengths = [100, 130, 160, 190, 220, 250];

/** The headings of the table’s columns, none of them cut. */
export interface ColumnHeadings {
  readonly isUpright: boolean;
  /** The heading of each column. */
  readonly blocks: readonly TextBlock[];
  readonly columnWidth: number;
  /** Width of all columns, and of slanted headings that extend beyond the last. */
  readonly width: number;
  readonly height: number;
}

/** Returns headings for a table of this width; undefined where they, or the marks below them, do not fit. */
export function fitHeadings(columns: readonly PlacedClaim[], width: number): ColumnHeadings | undefined {
  const columnWidth = width / columns.length;
  const isUpright = columnWidth >= minUprightWidth;
  if (isUpright && columns.every((each) => fitsWithoutBreaking(each, columnWidth)))
    return uprightHeadings(columns, columnWidth);
  for (const length of slantLengths) {
    const blocks = slantedBlocks(columns, length);
    // Every heading must end inside the table, and it is not always the last that extends farthest.
    const widest = blocks.map(
      (block, index) => (width - slantOffset - slantedLength(block) * slant.cos) / (index + 0.5),
    );
    const fitting = Math.min(columnWidth, ...widest);
    if (fitting >= minSlantedWidth(blocks)) return slantedHeadings(blocks, fitting);
  }
  return isUpright ? uprightHeadings(columns, columnWidth) : undefined;
}

/** Returns headings in the least width that they need. */
export function naturalHeadings(columns: readonly PlacedClaim[]): ColumnHeadings {
  const blocks = slantedBlocks(columns, slantLengths.at(-1)!);
  const columnWidth = minSlantedWidth(blocks);
  return columnWidth < minUprightWidth ? slantedHeadings(blocks, columnWidth) : uprightHeadings(columns, columnWidth);
}

function fitsWithoutBreaking(column: PlacedClaim, columnWidth: number): boolean {
  return headingText(column)
    .split(/\s/u)
    .every((word) => textWidth(word, headingStyle) <= columnWidth - 2 * headingPadding);
}

function uprightHeadings(columns: readonly PlacedClaim[], columnWidth: number): ColumnHeadings {
  const blocks = columns.map((each) =>
    layoutText(headingText(each), columnWidth - 2 * headingPadding, { ...headingStyle, anchor: 'middle' }),
  );
  const height = Math.max(...blocks.map((block) => block.height));
  return { isUpright: true, blocks, columnWidth, width: columnWidth * blocks.length, height };
}

function slantedHeadings(blocks: readonly TextBlock[], columnWidth: number): ColumnHeadings {
  const ends = blocks.map(
    (block, index) => (index + 0.5) * columnWidth + slantOffset + slantedLength(block) * slant.cos,
  );
  const heights = blocks.map(
    (block) => slantedLength(block) * slant.sin + (block.lines.length - 1) * slantLineHeight * slant.cos + 8,
  );
  const width = Math.max(columnWidth * blocks.length, ...ends);
  return { isUpright: false, blocks, columnWidth, width, height: Math.max(...heights) };
}

function slantedBlocks(columns: readonly PlacedClaim[], length: number): readonly TextBlock[] {
  return columns.map((each) => layoutText(headingText(each), length, headingStyle));
}

function headingText({ claim }: PlacedClaim): string {
  return claim.short ?? claim.text;
}

/** Returns the width of a column at which slanted headings do not touch. */
function minSlantedWidth(blocks: readonly TextBlock[]): number {
  const lineCount = Math.max(...blocks.map(({ lines }) => lines.length));
  return Math.max(minMarkColumn, (lineCount * slantLineHeight + slantGap) / slant.sin);
}

/** Returns the length of the longest line, with half a font size for its slanted end. */
function slantedLength({ lines }: TextBlock): number {
  return Math.max(...lines.map((line) => textWidth(line, headingStyle))) + headingStyle.size / 2;
}

import { lightPalette } from '../../theme/static-tokens.js';
import { breakpoints } from '../../theme/tokens.js';
import { attributes, markup, type Markup } from '../markup.js';
import type { StaticView } from '../static-view.js';
import {
  layoutText,
  renderBlock,
  roundCoordinate,
  textBlock,
  textWidth,
  type TextBlock,
  type TextShaper,
  type TextStyle,
} from './svg-text.js';

/** A part of a drawing. Parts are stacked from top to bottom; their heights are known before anything is rendered. */
export interface Block {
  /** CSS pixels. */
  readonly height: number;
  /** Renders the part with its top at `y`. */
  readonly render: (y: number) => readonly Markup[];
}

/** The area of a drawing. Lengths are CSS pixels. */
export interface Sheet {
  readonly width: number;
  /** Space at the left and right. */
  readonly margin: number;
  /** Whether lines start at the right. */
  readonly isMirrored: boolean;
  readonly shapeText: TextShaper;
}

const plainText: TextShaper = (line) => line;

/** Returns a sheet of the requested width, with narrow margins if it is narrow, mirrored for right-to-left languages. */
export function sheetFor({ options, messages }: StaticView, shapeText: TextShaper = plainText): Sheet {
  const { width } = options;
  const margin = width < breakpoints.narrow ? 14 : 22;
  return { width, margin, isMirrored: messages.direction === 'rtl', shapeText };
}

/** Returns the width between the margins. */
export function contentWidth({ width, margin }: Sheet): number {
  return width - 2 * margin;
}

/** Converts a distance from the side where lines start to an SVG x coordinate. */
export function physicalX({ width, isMirrored }: Sheet, x: number): number {
  return isMirrored ? width - x : x;
}

/** Renders text whose anchor is `x` from the side where lines start; its anchor is mirrored with the sheet. */
export function renderText(sheet: Sheet, { lines, style }: TextBlock, x: number, y: number): readonly Markup[] {
  const { anchor = 'start' } = style;
  const opposite = { start: 'end', end: 'start', middle: 'middle' } as const;
  const block = textBlock(lines, { ...style, anchor: sheet.isMirrored ? opposite[anchor] : anchor });
  return renderBlock(block, physicalX(sheet, x), y, sheet.shapeText);
}

/** Returns a paragraph, at most 46 font sizes wide, with space below it. */
export function paragraph(sheet: Sheet, text: string, style: TextStyle, spaceBelow: number): Block {
  const block = layoutText(text, Math.min(contentWidth(sheet), style.size * 46), style);
  return {
    height: block.height + spaceBelow,
    render: (y) => renderText(sheet, block, sheet.margin, y),
  };
}

export interface LegendEntry {
  /** Width of the symbol. */
  readonly width: number;
  /** Renders the symbol around a point. */
  readonly render: (x: number, y: number) => Markup;
  readonly text: string;
}

const legendStyle: TextStyle = { size: 11, color: lightPalette.muted };

/** Returns a legend: symbols with their text, as many on a line as fit; a text that is longer than a line is wrapped. */
export function legend(sheet: Sheet, entries: readonly LegendEntry[]): Block {
  const [entryGap, lineHeight, textGap] = [16, 22, 6];
  let [x, line] = [0, 0];
  let lineCount = 0;
  const placed = entries.map((entry) => {
    const text = layoutText(entry.text, contentWidth(sheet) - entry.width - textGap, legendStyle);
    const width = entry.width + textGap + Math.max(...text.lines.map((each) => textWidth(each, legendStyle)), 0);
    if (x > 0 && x + width > contentWidth(sheet)) [x, line] = [0, lineCount];
    const found = { entry, text, x, line };
    x += width + entryGap;
    lineCount = Math.max(lineCount, line + Math.max(1, (text.lines.length * 15) / lineHeight));
    return found;
  });
  return {
    height: entries.length > 0 ? lineCount * lineHeight + 8 : 0,
    render: (y) =>
      placed.flatMap(({ entry, text, x, line }) => {
        const left = sheet.margin + x;
        const middle = y + line * lineHeight + lineHeight / 2;
        return [
          entry.render(physicalX(sheet, left + entry.width / 2), middle),
          ...renderText(sheet, text, left + entry.width + textGap, middle - 7.5),
        ];
      }),
  };
}

export function gap(height: number): Block {
  return { height, render: () => [] };
}

/** Returns a thin line over the content width. */
export function rule(sheet: Sheet, color: string = lightPalette.line): Block {
  const [from, to] = [sheet.margin, sheet.width - sheet.margin];
  return {
    height: 1,
    render: (y) => [renderStroke(physicalX(sheet, from), y, physicalX(sheet, to), y, { stroke: color })],
  };
}

/** Renders a straight line with these SVG attributes. */
export function renderStroke(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  style: Readonly<Record<string, string | number>>,
): Markup {
  const [from, to] = [[x1, y1].map(roundCoordinate), [x2, y2].map(roundCoordinate)];
  return markup`<line${attributes({ x1: from[0], y1: from[1], x2: to[0], y2: to[1], ...style })} />`;
}

import { lightPalette } from '../../theme/static-tokens.js';
import { attributes, markup, type Content, type Markup } from '../markup.js';

/** How text is set. */
export interface TextStyle {
  /** Font size in CSS pixels. */
  readonly size: number;
  readonly isBold?: boolean;
  /** Left out, the ink. */
  readonly color?: string;
  /** Which point of the line is at its x. */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Whether the letters have an outline in the background colour, which keeps them legible on lines. */
  readonly hasHalo?: boolean;
}

/** Wrapped text. */
export interface TextBlock {
  readonly lines: readonly string[];
  readonly style: TextStyle;
  /** CSS pixels. */
  readonly height: number;
}

/**
 * Returns the content of a `<text>` for one line, whose anchor is at `x`. A PNG needs more than the characters: a `<tspan>` for
 * each run of one font and direction.
 */
export type TextShaper = (line: string, style: TextStyle, x: number) => Content;

/** Distance between two baselines, in font sizes. */
const lineHeight = 1.35;
/** Distance from the top of a block to its first baseline, in font sizes. */
const firstBaseline = 1.05;

/** Advance widths of U+0020 to U+007E in Noto Sans, in hundredths of the font size. */
const advances = {
  regular:
    '26 27 41 65 57 83 73 23 30 30 55 57 27 32 27 37 57 57 57 57 57 57 57 57 57 57 27 27 57 57 57 43 90 64 65 63 73 56 52 73 74 34 27 62 52 91 76 78 61 78 62 55 56 73 60 93 59 57 57 33 37 33 57 44 28 56 62 48 62 56 34 62 62 26 26 53 26 94 62 61 62 62 41 48 36 62 51 79 53 51 47 38 55 38 57',
  bold: '26 28 48 65 57 90 75 27 34 34 54 57 28 32 28 42 57 57 57 57 57 57 57 57 57 57 28 28 57 57 57 48 90 69 67 64 73 56 55 72 77 39 33 66 56 94 81 79 62 79 66 55 58 76 65 97 67 63 58 33 42 33 57 41 37 60 63 52 63 60 39 63 65 30 30 62 30 98 65 63 63 63 45 50 43 65 57 86 58 57 49 39 55 39 57',
};
const regular = advances.regular.split(' ').map(Number);
const bold = advances.bold.split(' ').map(Number);

/**
 * Returns the width of a line in CSS pixels: exact for ASCII in Noto Sans, which is wider than most system fonts, and estimated for
 * other characters. Without a browser nothing measures the reader’s font, and this gives the same result everywhere.
 */
export function textWidth(line: string, { size, isBold = false }: TextStyle): number {
  const known = isBold ? bold : regular;
  let hundredths = 0;
  for (const character of line.normalize('NFC')) {
    hundredths += known[character.codePointAt(0)! - 32] ?? estimateAdvance(character) * (isBold ? 1.06 : 1);
  }
  return (hundredths * size) / 100;
}

/** Returns an advance width in hundredths of the font size. */
function estimateAdvance(character: string): number {
  if (/[\p{M}\p{Cf}]/u.test(character)) return 0;
  if (/\s/.test(character)) return regular[0]!;
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(character)
  )
    return 100;
  return /\p{Lu}/u.test(character) ? 68 : /\p{P}/u.test(character) ? 40 : 60;
}

/** Returns a text wrapped to a width in CSS pixels. */
export function layoutText(text: string, width: number, style: TextStyle): TextBlock {
  return textBlock(wrapText(text, width, style), style);
}

/** Returns lines as they are, as a block. */
export function textBlock(lines: readonly string[], style: TextStyle): TextBlock {
  return { lines, style, height: lines.length * style.size * lineHeight };
}

/**
 * Returns the lines of a text wrapped to a width. Lines break after spaces, dashes and hyphens, except in words such as “al-Qaida”; a
 * word is broken only if it is wider than a line.
 */
export function wrapText(text: string, width: number, style: TextStyle): readonly string[] {
  const pieces = text
    .split(/(?<=[\s\u2010\u2013\u2014/]|\p{L}{3}-)(?=\S)/u)
    .flatMap((word) => breakWord(word, width, style));
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line && textWidth((line + piece).trimEnd(), style) > width) {
      lines.push(line.trim());
      line = piece;
    } else line += piece;
  }
  return [...lines, line.trim()].filter(Boolean);
}

function breakWord(word: string, width: number, style: TextStyle): readonly string[] {
  if (textWidth(word.trimEnd(), style) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part && textWidth(part + character, style) > width) {
      parts.push(part);
      part = character;
    } else part += character;
  }
  return [...parts, part];
}

/** Renders one line with its baseline at `y`. */
export function renderLine(text: string, x: number, y: number, style: TextStyle, shapeText: TextShaper): Markup {
  return renderIsolated(isolateLines([text])[0]!, x, y, style, shapeText);
}

/** Renders a block with its top at `y`. */
export function renderBlock(
  { lines, style }: TextBlock,
  x: number,
  y: number,
  shapeText: TextShaper,
): readonly Markup[] {
  const { size } = style;
  return isolateLines(lines).map((line, index) =>
    renderIsolated(line, x, y + size * (firstBaseline + lineHeight * index), style, shapeText),
  );
}

function renderIsolated(line: string, x: number, y: number, style: TextStyle, shapeText: TextShaper): Markup {
  const { size, isBold = false, color = lightPalette.ink, anchor = 'start', hasHalo } = style;
  const present = {
    x: roundCoordinate(x),
    y: roundCoordinate(y),
    'font-size': size,
    'font-weight': isBold ? 700 : undefined,
    fill: color,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    stroke: hasHalo ? lightPalette.surface : undefined,
    'stroke-width': hasHalo ? 3 : undefined,
    'paint-order': hasHalo ? 'stroke' : undefined,
  };
  return markup`<text${attributes(present)}>${shapeText(line, style, x)}</text>`;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** LRI, RLI, FSI and PDI of UAX #9. */
const [isolateStart, isolateEnd] = [/[\u2066-\u2068]/, '\u2069'];

/**
 * Returns the lines of one text inside direction isolates, so that every program orders them alike; lines without right-to-left
 * characters as they are. The direction is that of the first letter outside an isolate, and an isolate that spans a line break is
 * continued on the next line.
 */
function isolateLines(lines: readonly string[]): readonly string[] {
  const text = lines.join(' ');
  if (!rightToLeft.test(text)) return lines;
  const [firstLetter = ''] = /\p{L}/u.exec(text.replace(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/g, '') || text) ?? [];
  let open = rightToLeft.test(firstLetter) ? '\u2067' : '\u2066';
  const [outer] = open;
  return lines.map((line) => {
    let isolated = open;
    for (const character of line) {
      if (isolateStart.test(character)) open += character;
      // An end without a start would close our own isolate.
      else if (character === isolateEnd && open === outer) continue;
      else if (character === isolateEnd) open = open.slice(0, -1);
      isolated += character;
    }
    return isolated + isolateEnd.repeat(open.length);
  });
}

/** Rounds a coordinate to two decimals, finer than any screen. */
export function roundCoordinate(value: number): number {
  return Math.round(value * 100) / 100;
}

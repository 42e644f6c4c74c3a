import { attributes, markup, type Content, type Markup } from '../markup.js';
import { palette } from '../html/channel-styles.js';

/** How a text is set; sizes in CSS pixels. */
export interface Setting {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  /** Where the given x lies in the line. */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** A ring of the ground’s colour, so that lines behind do not cross the letters. */
  readonly ringed?: boolean;
}

/** Turns a line that begins, ends or has its middle at `x` into the content of a `<text>`; a picture’s own fonts may need more than the letters. */
export type Speller = (line: string, setting: Setting, x: number) => Content;

/** Between the baselines of two lines, in sizes. */
export const leading = 1.35;

/** Advance widths of U+0020 to U+007E in Noto Sans, in hundredths of the size. */
const advances = {
  regular:
    '26 27 41 65 57 83 73 23 30 30 55 57 27 32 27 37 57 57 57 57 57 57 57 57 57 57 27 27 57 57 57 43 90 64 65 63 73 56 52 73 74 34 27 62 52 91 76 78 61 78 62 55 56 73 60 93 59 57 57 33 37 33 57 44 28 56 62 48 62 56 34 62 62 26 26 53 26 94 62 61 62 62 41 48 36 62 51 79 53 51 47 38 55 38 57',
  bold: '26 28 48 65 57 90 75 27 34 34 54 57 28 32 28 42 57 57 57 57 57 57 57 57 57 57 28 28 57 57 57 48 90 69 67 64 73 56 55 72 77 39 33 66 56 94 81 79 62 79 66 55 58 76 65 97 67 63 58 33 42 33 57 41 37 60 63 52 63 60 39 63 65 30 30 62 30 98 65 63 63 63 45 50 43 65 57 86 58 57 49 39 55 39 57',
};
const regular = advances.regular.split(' ').map(Number);
const bold = advances.bold.split(' ').map(Number);

/**
 * How wide a line is, in pixels: exact for plain Latin in Noto Sans, which is wider than most system fonts; estimated for other letters.
 * A drawing made without a browser has nothing better, and is the same everywhere.
 */
export function textWidth(line: string, { size, bold: isBold = false }: Setting): number {
  const known = isBold ? bold : regular;
  let hundredths = 0;
  for (const character of line.normalize('NFC')) {
    hundredths += known[character.codePointAt(0)! - 32] ?? estimate(character) * (isBold ? 1.06 : 1);
  }
  return (hundredths * size) / 100;
}

function estimate(character: string): number {
  if (/[\p{M}\p{Cf}]/u.test(character)) return 0;
  if (/\s/.test(character)) return regular[0]!;
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u.test(character)
  )
    return 100;
  return /\p{Lu}/u.test(character) ? 68 : /\p{P}/u.test(character) ? 40 : 60;
}

/** The lines in which a text fits a width. Breaks at spaces, dashes and hyphens, but not in “al-Qaida”; inside a word only where that is too wide. */
export function wrapped(text: string, width: number, setting: Setting): readonly string[] {
  const pieces = text
    .split(/(?<=[\s\u2010\u2013\u2014/]|\p{L}{3}-)(?=\S)/u)
    .flatMap((word) => broken(word, width, setting));
  const found: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line && textWidth((line + piece).trimEnd(), setting) > width) {
      found.push(line.trim());
      line = piece;
    } else line += piece;
  }
  return [...found, line.trim()].filter(Boolean);
}

function broken(word: string, width: number, setting: Setting): readonly string[] {
  if (textWidth(word.trimEnd(), setting) <= width) return [word];
  const found: string[] = [];
  let part = '';
  for (const character of word) {
    if (part && textWidth(part + character, setting) > width) {
      found.push(part);
      part = character;
    } else part += character;
  }
  return [...found, part];
}

/** A text of one line on its baseline. */
export function textLine(text: string, x: number, y: number, setting: Setting, spell: Speller): Markup {
  return drawnLine(inTheirDirection([text])[0]!, x, y, setting, spell);
}

/** The lines of a text, the first with its top at `y`. */
export function textBlock(
  block: readonly string[],
  x: number,
  y: number,
  setting: Setting,
  spell: Speller,
): readonly Markup[] {
  const { size } = setting;
  return inTheirDirection(block).map((line, index) =>
    drawnLine(line, x, y + size * (1.05 + leading * index), setting, spell),
  );
}

function drawnLine(line: string, x: number, y: number, setting: Setting, spell: Speller): Markup {
  const { size, bold: isBold = false, color = palette.ink, anchor = 'start', ringed } = setting;
  const named = {
    x: rounded(x),
    y: rounded(y),
    'font-size': size,
    'font-weight': isBold ? 700 : undefined,
    fill: color,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    stroke: ringed ? palette.surface : undefined,
    'stroke-width': ringed ? 3 : undefined,
    'paint-order': ringed ? 'stroke' : undefined,
  };
  return markup`<text${attributes(named)}>${spell(line, setting, x)}</text>`;
}

export function blockHeight(count: number, { size }: Setting): number {
  return count * size * leading;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const [isolates, endOfIsolate] = [/[\u2066-\u2068]/, '\u2069'];

/**
 * Lines with letters written from right to left have the direction of the first letter of their text, in every program; a name that
 * is set apart in a sentence does not count. What is set apart and broken between lines goes on in the next.
 */
function inTheirDirection(block: readonly string[]): readonly string[] {
  const text = block.join(' ');
  if (!rightToLeft.test(text)) return block;
  const [first = ''] = /\p{L}/u.exec(text.replace(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/g, '') || text) ?? [];
  let open = rightToLeft.test(first) ? '\u2067' : '\u2066';
  const [whole] = open;
  return block.map((line) => {
    let begun = open;
    for (const sign of line) {
      if (isolates.test(sign)) open += sign;
      // What the text has not begun it may not end.
      else if (sign === endOfIsolate && open === whole) continue;
      else if (sign === endOfIsolate) open = open.slice(0, -1);
      begun += sign;
    }
    return begun + endOfIsolate.repeat(open.length);
  });
}

/** Two decimals are finer than any screen. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Bidi } from 'bidi-js';
import { disagreementSvg } from '../svg/disagreement-svg.js';
import { attributes, markup, type Markup } from '../markup.js';
import { matrixSvg } from '../svg/matrix-svg.js';
import { missingPackage, optionalPackage } from '../import-optional.js';
import { unpackWoff, type Font } from './woff-font.js';
import type { StaticView } from '../static-view.js';
import { rounded, textWidth, type Setting, type Speller } from '../svg/svg-text.js';
import { visualRuns } from './visual-runs.js';

const require = createRequire(import.meta.url);

/** The parts of the fonts, in the order in which a letter is looked for; the first has the name that the drawing asks for. */
const parts = [
  ['noto-sans', 'latin'],
  ['noto-sans', 'latin-ext'],
  ['noto-sans', 'vietnamese'],
  ['noto-sans', 'cyrillic'],
  ['noto-sans', 'cyrillic-ext'],
  ['noto-sans', 'greek'],
  ['noto-sans', 'greek-ext'],
  ['noto-sans', 'devanagari'],
  ['noto-sans-arabic', 'arabic'],
  ['noto-sans-hebrew', 'hebrew'],
] as const;
const weights = [400, 700] as const;

/** Pixels of the picture for one of the drawing. */
export const density = 2;

export interface Picture {
  readonly bytes: Uint8Array;
  /** Characters that no font here has, each once; they are drawn as boxes. */
  readonly missing: readonly string[];
}

/**
 * The drawing as a PNG at twice its size. The renderer is one WebAssembly file and the fonts come with the program, so the picture is the same
 * on every machine; fonts of the system are never used.
 */
export async function png(view: StaticView): Promise<Picture> {
  const { Resvg } = await renderer();
  const bidi = await bidirectional();
  const fonts = await loadFonts();
  const families = { defaultFontFamily: familyOf(0), sansSerifFamily: familyOf(0) };
  const font = { fontBuffers: fonts.flat().map(({ bytes }) => bytes), loadSystemFonts: false, ...families };
  const inkWidth = (content: Markup) => {
    const drawing = new Resvg(markup`<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`.markup, { font });
    const width = drawing.getBBox()?.width ?? 0;
    drawing.free();
    return width;
  };
  const missing = new Set<string>();
  const spell = speller(fonts, bidi, inkWidth, missing);
  const drawing = view.widget === 'matrix' ? matrixSvg(view, spell) : disagreementSvg(view, spell);
  const picture = new Resvg(drawing.markup, { font, fitTo: { mode: 'zoom', value: density } }).render();
  const bytes = picture.asPng();
  picture.free();
  return { bytes, missing: [...missing] };
}

type Renderer = typeof import('@resvg/resvg-wasm');
let started: Promise<Renderer> | undefined;

/** The WebAssembly module may be started once in a process. */
function renderer(): Promise<Renderer> {
  started ??= optionalPackage<Renderer>('@resvg/resvg-wasm', 'png').then(async (loaded) => {
    await loaded.initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
    return loaded;
  });
  return started;
}

async function bidirectional(): Promise<Bidi> {
  const { default: bidiFactory } = await optionalPackage<typeof import('bidi-js')>('bidi-js', 'png');
  return bidiFactory();
}

let fonts: Promise<readonly (readonly Font[])[]> | undefined;

/** By part, each in every weight. */
function loadFonts(): Promise<readonly (readonly Font[])[]> {
  fonts ??= Promise.all(
    parts.map(([name, part], index) =>
      Promise.all(
        weights.map(async (weight) => {
          const specifier = `@fontsource/${name}/files/${name}-${part}-${weight}-normal.woff`;
          const woff = await readFile(resolved(specifier));
          return unpackWoff(woff, familyOf(index));
        }),
      ),
    ),
  );
  return fonts;
}

function resolved(specifier: string): string {
  try {
    return require.resolve(specifier);
  } catch (error) {
    throw missingPackage(specifier, 'png', { cause: error });
  }
}

function familyOf(index: number): string {
  return index === 0 ? 'Noto Sans' : `Noto Sans ${index}`;
}

/** Letters of one font that are read in one direction. */
interface Piece {
  readonly family: string;
  readonly text: string;
  readonly isRightToLeft: boolean;
}

/**
 * The pieces of a line from left to right. The renderer takes every line for one from left to right, and may leave out a line that mixes
 * fonts; so each piece gets a place of its own, for which it is measured.
 */
function speller(
  fonts: readonly (readonly Font[])[],
  bidi: Bidi,
  inkWidth: (content: Markup) => number,
  missing: Set<string>,
): Speller {
  const advances = new Map<string, number>();
  /** Two in a row are longer than one by what one takes. */
  const advance = (piece: Piece, setting: Setting) => {
    if (isSpace(piece)) return textWidth(piece.text, setting);
    const { bold } = setting;
    const key = [bold, piece.isRightToLeft, piece.family, piece.text].join();
    let known = advances.get(key);
    if (known === undefined) {
      const inked = (text: string) =>
        inkWidth(
          markup`<text${attributes({ 'font-size': 100, 'font-weight': bold ? 700 : undefined })}>${tspan({ ...piece, text })}</text>`,
        );
      // Between the two stands what keeps letters from joining.
      known = (inked(`${piece.text}\u200c${piece.text}`) - inked(piece.text)) / 100;
      advances.set(key, known);
    }
    return known * setting.size;
  };
  return (line, setting, x) => {
    const pieces = visualRuns(line, bidi).flatMap(({ text, isRightToLeft }) => {
      const inFonts = inOneFontEach(text, fonts, missing).map((each): Piece => ({ ...each, isRightToLeft }));
      return isRightToLeft ? inFonts.reverse() : inFonts;
    });
    if (pieces.length < 2) return pieces.map((piece) => tspan(piece));
    const apart = pieces.flatMap(withoutSpaces);
    const widths = apart.map((piece) => advance(piece, setting));
    const width = widths.reduce((sum, each) => sum + each, 0);
    let at = x - width * { start: 0, middle: 0.5, end: 1 }[setting.anchor ?? 'start'];
    return apart.map((piece, index) => {
      const placed = isSpace(piece) ? undefined : tspan(piece, { x: rounded(at), 'text-anchor': 'start' });
      at += widths[index]!;
      return placed;
    });
  };
}

function isSpace({ text }: Piece): boolean {
  return !text.trim();
}

/** The spaces around a piece as pieces of their own: at the ends of a text they have no width. */
function withoutSpaces(piece: Piece): readonly Piece[] {
  const found = piece.text.split(/(^\s+|\s+$)/).flatMap((text) => (text ? [{ ...piece, text }] : []));
  return piece.isRightToLeft ? found.reverse() : found;
}

/** What is read from right to left is told so, sign by sign. */
function tspan({ family, text, isRightToLeft }: Piece, place: Readonly<Record<string, string | number>> = {}): Markup {
  return markup`<tspan${attributes({ 'font-family': family, ...place })}>${isRightToLeft ? `\u202e${text}\u202c` : text}</tspan>`;
}

/** Runs of letters of one font each; a letter stays with the run before it where that font has it. */
function inOneFontEach(
  text: string,
  fonts: readonly (readonly Font[])[],
  missing: Set<string>,
): { readonly family: string; readonly text: string }[] {
  const runs: { family: string; text: string; font: Font | undefined }[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const last = runs.at(-1);
    // What has no shape of its own needs no font.
    const isShapeless = /[\p{Cf}\s]/u.test(character);
    const font = last?.font?.has(code)
      ? last.font
      : (fonts.find(([regular]) => regular!.has(code))?.[0] ?? (isShapeless ? last?.font : undefined));
    if (!font && !isShapeless) missing.add(character);
    const family = font?.family ?? familyOf(0);
    if (last?.family === family) last.text += character;
    else runs.push({ family, text: character, font });
  }
  return runs;
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Bidi } from 'bidi-js';
import { importOptional, missingPackageError } from '../import-optional.js';
import { attributes, markup, type Markup } from '../markup.js';
import type { StaticView } from '../static-view.js';
import { disagreementSvg } from '../svg/disagreement-svg.js';
import { matrixSvg } from '../svg/matrix-svg.js';
import { roundCoordinate, textWidth, type TextShaper, type TextStyle } from '../svg/svg-text.js';
import { visualRuns } from './visual-runs.js';
import { unpackWoff, type Font } from './woff-font.js';

const require = createRequire(import.meta.url);

/** The font files, in the order in which a glyph is looked up. The family name of the first is the one that the SVG uses. */
const fontFiles = [
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

/** Pixels of the picture per CSS pixel. */
export const pixelRatio = 2;

export interface Picture {
  readonly bytes: Uint8Array;
  /** Characters that no font has, without duplicates; they are rendered as boxes. */
  readonly missing: readonly string[];
}

/**
 * Renders a drawing as PNG at twice its size. Renderer (WebAssembly) and fonts are npm packages and system fonts are ignored, so the
 * picture is the same on every machine. Rejects with `MissingPackageError` where one of these packages is not installed.
 */
export async function renderPng(view: StaticView): Promise<Picture> {
  const { Resvg } = await loadResvg();
  const bidi = await loadBidi();
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
  const shapeText = textShaper(fonts, bidi, inkWidth, missing);
  const drawing = view.widget === 'matrix' ? matrixSvg(view, shapeText) : disagreementSvg(view, shapeText);
  const picture = new Resvg(drawing.markup, { font, fitTo: { mode: 'zoom', value: pixelRatio } }).render();
  const bytes = picture.asPng();
  picture.free();
  return { bytes, missing: [...missing] };
}

type ResvgModule = typeof import('@resvg/resvg-wasm');
let resvg: Promise<ResvgModule> | undefined;

/** The WebAssembly module can be initialised only once per process. */
function loadResvg(): Promise<ResvgModule> {
  resvg ??= importOptional<ResvgModule>('@resvg/resvg-wasm', '--as png').then(async (loaded) => {
    await loaded.initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
    return loaded;
  });
  return resvg;
}

async function loadBidi(): Promise<Bidi> {
  const { default: bidiFactory } = await importOptional<typeof import('bidi-js')>('bidi-js', '--as png');
  return bidiFactory();
}

let fonts: Promise<readonly (readonly Font[])[]> | undefined;

/** Returns the fonts by file, each in every weight. */
function loadFonts(): Promise<readonly (readonly Font[])[]> {
  fonts ??= Promise.all(
    fontFiles.map(([name, subset], index) =>
      Promise.all(
        weights.map(async (weight) => {
          const specifier = `@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff`;
          const woff = await readFile(resolveFont(specifier));
          return unpackWoff(woff, familyOf(index));
        }),
      ),
    ),
  );
  return fonts;
}

function resolveFont(specifier: string): string {
  try {
    return require.resolve(specifier);
  } catch (error) {
    throw missingPackageError(specifier, '--as png', { cause: error });
  }
}

function familyOf(index: number): string {
  return index === 0 ? 'Noto Sans' : `Noto Sans ${index}`;
}

/** Text in one font and one direction. */
interface TextPiece {
  readonly family: string;
  readonly text: string;
  readonly isRightToLeft: boolean;
}

/**
 * Returns a shaper that splits lines by font and direction and gives each piece its own x, from left to right. The renderer treats
 * every line as left-to-right and can drop lines that mix fonts, so it cannot place the pieces itself.
 */
function textShaper(
  fonts: readonly (readonly Font[])[],
  bidi: Bidi,
  inkWidth: (content: Markup) => number,
  missing: Set<string>,
): TextShaper {
  const advances = new Map<string, number>();
  /** The renderer measures ink only, so the advance is the difference between the ink of a doubled and a single piece. */
  const advance = (piece: TextPiece, style: TextStyle) => {
    if (isSpace(piece)) return textWidth(piece.text, style);
    const { isBold } = style;
    const key = [isBold, piece.isRightToLeft, piece.family, piece.text].join();
    let known = advances.get(key);
    if (known === undefined) {
      const inkOf = (text: string) =>
        inkWidth(
          markup`<text${attributes({ 'font-size': 100, 'font-weight': isBold ? 700 : undefined })}>${tspan({ ...piece, text })}</text>`,
        );
      // A zero width non-joiner keeps the two from joining.
      known = (inkOf(`${piece.text}\u200c${piece.text}`) - inkOf(piece.text)) / 100;
      advances.set(key, known);
    }
    return known * style.size;
  };
  return (line, style, x) => {
    const pieces = visualRuns(line, bidi).flatMap(({ text, isRightToLeft }) => {
      const inFonts = splitByFont(text, fonts, missing).map((each): TextPiece => ({ ...each, isRightToLeft }));
      return isRightToLeft ? inFonts.reverse() : inFonts;
    });
    if (pieces.length < 2) return pieces.map((piece) => tspan(piece));
    const parts = pieces.flatMap(splitSpaces);
    const widths = parts.map((part) => advance(part, style));
    const lineWidth = widths.reduce((sum, width) => sum + width, 0);
    let left = x - lineWidth * { start: 0, middle: 0.5, end: 1 }[style.anchor ?? 'start'];
    return parts.map((part, index) => {
      const placed = isSpace(part) ? undefined : tspan(part, { x: roundCoordinate(left), 'text-anchor': 'start' });
      left += widths[index]!;
      return placed;
    });
  };
}

function isSpace({ text }: TextPiece): boolean {
  return !text.trim();
}

/** Splits spaces at the ends of a piece off, because the renderer gives these no width. */
function splitSpaces(piece: TextPiece): readonly TextPiece[] {
  const parts = piece.text.split(/(^\s+|\s+$)/).flatMap((text) => (text ? [{ ...piece, text }] : []));
  return piece.isRightToLeft ? parts.reverse() : parts;
}

/** Renders a piece. A right-to-left override makes the renderer order its characters. */
function tspan(
  { family, text, isRightToLeft }: TextPiece,
  placement: Readonly<Record<string, string | number>> = {},
): Markup {
  return markup`<tspan${attributes({ 'font-family': family, ...placement })}>${isRightToLeft ? `\u202e${text}\u202c` : text}</tspan>`;
}

/** Splits text into runs of one font. A character stays in the current run where its font has the glyph. */
function splitByFont(
  text: string,
  fonts: readonly (readonly Font[])[],
  missing: Set<string>,
): { readonly family: string; readonly text: string }[] {
  const runs: { family: string; text: string; font: Font | undefined }[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    const last = runs.at(-1);
    // Spaces and format characters need no glyph.
    const isInvisible = /[\p{Cf}\s]/u.test(character);
    const font = last?.font?.hasGlyph(codePoint)
      ? last.font
      : (fonts.find(([regular]) => regular!.hasGlyph(codePoint))?.[0] ?? (isInvisible ? last?.font : undefined));
    if (!font && !isInvisible) missing.add(character);
    const family = font?.family ?? familyOf(0);
    if (last?.family === family) last.text += character;
    else runs.push({ family, text: character, font });
  }
  return runs;
}

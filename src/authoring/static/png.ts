import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { disagreementSvg } from './disagreement-svg.js';
import { attributes, markup, type Content } from './markup.js';
import { matrixSvg } from './matrix-svg.js';
import { missingPackage, optionalPackage } from './optional-package.js';
import { unpackWoff, type Font } from './sfnt.js';
import type { StaticView } from './static-view.js';
import type { Speller } from './svg-text.js';

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
  const fonts = await loadFonts();
  const missing = new Set<string>();
  const spell = speller(fonts, missing);
  const drawing = view.widget === 'matrix' ? matrixSvg(view, spell) : disagreementSvg(view, spell);
  const families = { defaultFontFamily: familyOf(0), sansSerifFamily: familyOf(0) };
  const picture = new Resvg(drawing.markup, {
    font: { fontBuffers: fonts.flat().map(({ bytes }) => bytes), loadSystemFonts: false, ...families },
    fitTo: { mode: 'zoom', value: density },
  }).render();
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

/** Runs of letters of one font each; a letter stays with the run before it where that font has it. */
function speller(fonts: readonly (readonly Font[])[], missing: Set<string>): Speller {
  return (line) => {
    const runs: { family: string; text: string; font: Font | undefined }[] = [];
    for (const character of line) {
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
    if (runs.every(({ family }) => family === familyOf(0))) return line;
    return runs.map(
      ({ family, text }): Content => markup`<tspan${attributes({ 'font-family': family })}>${text}</tspan>`,
    );
  };
}

import {
  contrast_ratio_wcag_2_1 as contrastRatio,
  lin_sRGB as linear,
  lin_sRGB_to_XYZ as xyzOfLinear,
  OKLab_to_OKLCH as lchOfLab,
  OKLCH_to_OKLab as labOfLch,
  OKLab_to_XYZ as xyzOfLab,
  XYZ_to_lin_sRGB as linearOfXyz,
  XYZ_to_OKLab as labOfXyz,
  gam_sRGB as gammaOf,
  inGamut,
  type Color as Triple,
} from '@csstools/color-helpers';
import { color, serializeRGB } from '@csstools/css-color-parser';
import { parseComponentValue } from '@csstools/css-parser-algorithms';
import { tokenize } from '@csstools/css-tokenizer';

/** An sRGB colour: red, green and blue as integers from 0 to 255; alpha from 0 to 1. */
export interface Colour {
  readonly rgb: readonly [number, number, number];
  readonly alpha: number;
}

/**
 * Parses any CSS colour that does not depend on its context: names, `#…`, `rgb()`, `oklch()`, `color()`, `color-mix()`, relative colours. Maps
 * colours outside sRGB into the gamut. Returns undefined if the text is not such a colour.
 */
export function readColour(text: string): Colour | undefined {
  const node = parseComponentValue(tokenize({ css: text.trim() }));
  const read = node && color(node);
  if (!read || typeof read.alpha !== 'number') return undefined;
  const written = serializeRGB(read).toString();
  const [red, green, blue, alpha = 1] = (written.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  return blue === undefined ? undefined : { rgb: [red!, green!, blue], alpha };
}

/** Returns `#rrggbb`, or `#rrggbbaa` for a translucent colour. */
export function hexOf({ rgb, alpha }: Colour): string {
  const channels = alpha < 1 ? [...rgb, Math.round(alpha * 255)] : rgb;
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Composites a translucent colour onto an opaque background. */
export function composite(front: Colour, background: Colour): Colour {
  const mixed = front.rgb.map((channel, index) => channel * front.alpha + background.rgb[index]! * (1 - front.alpha));
  return { rgb: mixed.map(Math.round) as unknown as Colour['rgb'], alpha: 1 };
}

function unit({ rgb }: Colour): Triple {
  return rgb.map((channel) => channel / 255) as Triple;
}

/** Returns the contrast ratio of WCAG 2, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  return contrastRatio(unit(one), unit(other));
}

/** Normal vision and the three kinds of dichromacy. */
export const visions = ['normal vision', 'protanopia', 'deuteranopia', 'tritanopia'] as const;

export type Vision = (typeof visions)[number];

/**
 * Matrices for linear sRGB at severity 1, from Machado, Oliveira & Fernandes, “A physiologically-based model for simulation of color vision
 * deficiency”, IEEE Transactions on Visualization and Computer Graphics 15(6), 2009.
 */
const simulations: Readonly<Record<Exclude<Vision, 'normal vision'>, readonly Triple[]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Returns the OKLab coordinates: lightness from 0 to 1, and the a and b axes. */
export function labOf(colour: Colour, vision: Vision = 'normal vision'): Triple {
  const linearRgb = linear(unit(colour));
  const perceived =
    vision === 'normal vision'
      ? linearRgb
      : (simulations[vision].map((row) => {
          const channel = row.reduce((sum, share, index) => sum + share * linearRgb[index]!, 0);
          return Math.min(1, Math.max(0, channel));
        }) as Triple);
  return labOfXyz(xyzOfLinear(perceived));
}

/** Returns the Euclidean distance in OKLab. 0.02 is just noticeable; black and white have a distance of 1. */
export function distance(one: Colour, other: Colour, vision: Vision = 'normal vision'): number {
  const [a, b] = [labOf(one, vision), labOf(other, vision)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Returns the difference in OKLab lightness, which is what remains in greyscale print. */
export function lightnessDifference(one: Colour, other: Colour): number {
  return Math.abs(labOf(one)[0] - labOf(other)[0]);
}

/** Returns OKLCH coordinates: lightness from 0 to 1, chroma from 0 to about 0.37, hue in degrees (0 for greys). */
export function lchOf(colour: Colour): Triple {
  const [lightness, chroma, hue] = lchOfLab(labOf(colour));
  return [lightness, chroma, Number.isNaN(hue) ? 0 : hue];
}

/** Converts OKLCH coordinates to a colour. Returns undefined if it is outside sRGB. */
export function colourOfLch([lightness, chroma, hue]: readonly [number, number, number]): Colour | undefined {
  const rgb = gammaOf(linearOfXyz(xyzOfLab(labOfLch([lightness, chroma, hue]))));
  if (!inGamut(rgb)) return undefined;
  return { rgb: rgb.map((channel) => Math.round(channel * 255)) as unknown as Colour['rgb'], alpha: 1 };
}

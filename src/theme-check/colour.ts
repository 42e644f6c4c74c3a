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

/** A colour as a screen shows it: red, green and blue from 0 to 255, whole numbers; alpha from 0 to 1. */
export interface Colour {
  readonly rgb: readonly [number, number, number];
  readonly alpha: number;
}

/**
 * Reads any colour of CSS that stands for itself: names, `#…`, `rgb()`, `oklch()`, `color()`, `color-mix()`, relative colours. What the
 * screen cannot show is mapped to what it can. Undefined where the text is no such colour.
 */
export function readColour(text: string): Colour | undefined {
  const node = parseComponentValue(tokenize({ css: text.trim() }));
  const read = node && color(node);
  if (!read || typeof read.alpha !== 'number') return undefined;
  const written = serializeRGB(read).toString();
  const [red, green, blue, alpha = 1] = (written.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  return blue === undefined ? undefined : { rgb: [red!, green!, blue], alpha };
}

/** `#rrggbb`, or with alpha `#rrggbbaa`. */
export function hexOf({ rgb, alpha }: Colour): string {
  const channels = alpha < 1 ? [...rgb, Math.round(alpha * 255)] : rgb;
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** What is seen where a see-through colour lies on a ground. */
export function laidOn(front: Colour, ground: Colour): Colour {
  const mixed = front.rgb.map((channel, index) => channel * front.alpha + ground.rgb[index]! * (1 - front.alpha));
  return { rgb: mixed.map(Math.round) as unknown as Colour['rgb'], alpha: 1 };
}

function unit({ rgb }: Colour): Triple {
  return rgb.map((channel) => channel / 255) as Triple;
}

/** The contrast of WCAG 2, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  return contrastRatio(unit(one), unit(other));
}

/** How a colour is seen: by most, by those who lack one kind of cones, and on paper without colour. */
export const visions = ['normal vision', 'protanopia', 'deuteranopia', 'tritanopia'] as const;

export type Vision = (typeof visions)[number];

/**
 * Machado, Oliveira & Fernandes, “A physiologically-based model for simulation of color vision deficiency”, IEEE Transactions on
 * Visualization and Computer Graphics 15(6), 2009, at severity 1, for linear light.
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

/** OKLab: lightness from 0 to 1, and two axes of hue. */
export function labOf(colour: Colour, vision: Vision = 'normal vision'): Triple {
  const light = linear(unit(colour));
  const seen =
    vision === 'normal vision'
      ? light
      : (simulations[vision].map((row) => {
          const channel = row.reduce((sum, share, index) => sum + share * light[index]!, 0);
          return Math.min(1, Math.max(0, channel));
        }) as Triple);
  return labOfXyz(xyzOfLinear(seen));
}

/** The distance in OKLab; 0.02 is just noticeable, black and white are 1 apart. */
export function distance(one: Colour, other: Colour, vision: Vision = 'normal vision'): number {
  const [a, b] = [labOf(one, vision), labOf(other, vision)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** The difference in OKLab’s lightness: what is left of the distance on paper without colour. */
export function lightnessDifference(one: Colour, other: Colour): number {
  return Math.abs(labOf(one)[0] - labOf(other)[0]);
}

/** Lightness from 0 to 1, chroma from 0 to about 0.37, hue in degrees; that of a grey, which has none, is 0. */
export function lchOf(colour: Colour): Triple {
  const [lightness, chroma, hue] = lchOfLab(labOf(colour));
  return [lightness, chroma, Number.isNaN(hue) ? 0 : hue];
}

/** The colour nearest to that lightness, chroma and hue; undefined where a screen cannot show it. */
export function colourOfLch([lightness, chroma, hue]: readonly [number, number, number]): Colour | undefined {
  const rgb = gammaOf(linearOfXyz(xyzOfLab(labOfLch([lightness, chroma, hue]))));
  if (!inGamut(rgb)) return undefined;
  return { rgb: rgb.map((channel) => Math.round(channel * 255)) as unknown as Colour['rgb'], alpha: 1 };
}

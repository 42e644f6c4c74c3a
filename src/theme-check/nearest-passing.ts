import { colourOfLch, lchOf, type Colour } from './colour.js';
import type { Look } from './looks.js';
import type { ColourToken } from '../theme/tokens.js';
import { contrastVerdicts, stanceVerdicts } from './verdicts.js';

/**
 * Returns the colour nearest to that of a token, in OKLab, that passes all its checks. If a contrast fails, distances that fail too are
 * ignored, since they are problems of their own. Returns undefined if the other colours leave no such colour.
 */
export function nearestPassing(look: Look, token: ColourToken, failing: 'contrast' | 'distance'): Colour | undefined {
  const { colour } = look.tokens[token];
  if (!colour) return undefined;
  const ignored =
    failing === 'distance'
      ? []
      : stanceVerdicts(look.tokens, look, token).map(({ passes }, index) => (passes === false ? index : -1));
  const passes = (candidate: Colour): boolean => {
    const tokens = { ...look.tokens, [token]: { colour: candidate } };
    return (
      contrastVerdicts(tokens, token).every((each) => each.passes !== false) &&
      stanceVerdicts(tokens, look, token).every((each, index) => each.passes !== false || ignored.includes(index))
    );
  };
  return nearest(colour, passes);
}

/**
 * Returns the nearest colour that passes: the same hue, only lighter or darker if that is near enough; another hue only if no colour of this
 * one passes. Greys have no hue to keep.
 */
export function nearest(colour: Colour, passes: (candidate: Colour) => boolean): Colour | undefined {
  const from = lchOf(colour);
  const [lightness, chroma, hue] = from;
  const byLightness = symmetricSteps(lightness, 1, 0.002, 1).map((light): Lch => [
    light,
    maxChromaInGamut([light, chroma, hue]),
    hue,
  ]);
  const simple = firstPassing(byLightness, from, passes);
  if (simple && labDistance(simple, from) < 0.05) return colourOfLch(simple);
  const nearestAmong = (coarseHues: readonly number[], fineHues: readonly number[]): Lch | undefined => {
    const coarse = firstPassing(gridAround(from, coarseHues, [1, 0.04], [0.4, 0.04]), from, passes);
    const fine = coarse && firstPassing(gridAround(coarse, fineHues, [0.04, 0.004], [0.04, 0.004]), from, passes);
    return fine ?? coarse;
  };
  const sameHue = chroma < minChroma ? undefined : nearestAmong([0], [0]);
  const kept =
    sameHue && simple && labDistance(simple, from) <= labDistance(sameHue, from) * 2 ? simple : (sameHue ?? simple);
  const found = kept ?? nearestAmong(allHues, [-6, -3, 0, 3, 6]);
  return found && colourOfLch(found);
}

/** Below this chroma in OKLCH a colour looks grey. */
const minChroma = 0.03;

const allHues = Array.from({ length: 24 }, (_, index) => index * 15);

type Lch = readonly [lightness: number, chroma: number, hue: number];

function gridAround(
  [lightness, chroma, hue]: Lch,
  hueSteps: readonly number[],
  [lightnessRange, lightnessStep]: readonly [range: number, step: number],
  [chromaRange, chromaStep]: readonly [range: number, step: number],
): readonly Lch[] {
  return hueSteps.flatMap((hueStep) =>
    symmetricSteps(lightness, lightnessRange, lightnessStep, 1).flatMap((light) =>
      symmetricSteps(chroma, chromaRange, chromaStep, 0.4).map((strong): Lch => [light, strong, hue + hueStep]),
    ),
  );
}

function firstPassing(candidates: readonly Lch[], from: Lch, passes: (candidate: Colour) => boolean): Lch | undefined {
  return candidates
    .map((candidate) => ({ candidate, far: labDistance(candidate, from) }))
    .sort((one, other) => one.far - other.far)
    .find(({ candidate }) => {
      const colour = colourOfLch(candidate);
      return colour && passes(colour);
    })?.candidate;
}

/** Returns the distance in OKLab. */
function labDistance([l1, c1, h1]: Lch, [l2, c2, h2]: Lch): number {
  const angle = ((h1 - h2) * Math.PI) / 180;
  return Math.sqrt((l1 - l2) ** 2 + c1 ** 2 + c2 ** 2 - 2 * c1 * c2 * Math.cos(angle));
}

/** Reduces chroma until the colour is inside sRGB: very light and very dark colours have less chroma. */
function maxChromaInGamut([lightness, chroma, hue]: Lch): number {
  let reduced = chroma;
  while (reduced > 0 && !colourOfLch([lightness, reduced, hue])) reduced = Math.max(0, reduced - 0.004);
  return reduced;
}

/** Returns values around the middle in both directions, within 0 and `max`. */
function symmetricSteps(middle: number, range: number, step: number, max: number): readonly number[] {
  const count = Math.round(range / step);
  return Array.from({ length: 2 * count + 1 }, (_, index) => middle + (index - count) * step).filter(
    (value) => value >= 0 && value <= max,
  );
}

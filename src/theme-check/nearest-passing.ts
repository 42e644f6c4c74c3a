import { colourOfLch, lchOf, type Colour } from './colour.js';
import type { Look } from './looks.js';
import type { ColourToken } from '../theme/tokens.js';
import { contrastVerdicts, stanceVerdicts } from './verdicts.js';

/**
 * The colour nearest to that of a token, by OKLab, that has all its contrasts and all its distances from the other stances; where it is
 * the contrast that fails, a distance that fails too is left for its own line. Undefined where there is none, because others are in its
 * way.
 */
export function nearestPassing(look: Look, token: ColourToken, failing: 'contrast' | 'distance'): Colour | undefined {
  const { colour } = look.tokens[token];
  if (!colour) return undefined;
  const left =
    failing === 'distance'
      ? []
      : stanceVerdicts(look.tokens, look, token).map(({ passes }, index) => (passes === false ? index : -1));
  const passes = (candidate: Colour): boolean => {
    const tokens = { ...look.tokens, [token]: { colour: candidate } };
    return (
      contrastVerdicts(tokens, token).every((each) => each.passes !== false) &&
      stanceVerdicts(tokens, look, token).every((each, index) => each.passes !== false || left.includes(index))
    );
  };
  return nearest(colour, passes);
}

/**
 * The colour nearest to another that passes. Lighter or darker alone keeps what a colour is; hue and chroma move where that is not
 * enough, or costs twice as much.
 */
export function nearest(colour: Colour, passes: (candidate: Colour) => boolean): Colour | undefined {
  const from = lchOf(colour);
  const [lightness, chroma, hue] = from;
  const alone = steps(lightness, 1, 0.002, 1).map((light): Lch => [light, chromaThatFits([light, chroma, hue]), hue]);
  const simple = firstPassing(alone, from, passes);
  if (simple && apart(simple, from) < 0.05) return colourOfLch(simple);
  const round = Array.from({ length: 24 }, (_, index) => index * 15);
  const coarse = firstPassing(around(from, round, [1, 0.04], [0.4, 0.04]), from, passes);
  const fine = coarse && firstPassing(around(coarse, [-6, -3, 0, 3, 6], [0.04, 0.004], [0.04, 0.004]), from, passes);
  const turned = fine ?? coarse;
  const isBetter = turned && (!simple || apart(turned, from) * 2 < apart(simple, from));
  const found = isBetter ? turned : simple;
  return found && colourOfLch(found);
}

type Lch = readonly [lightness: number, chroma: number, hue: number];

function around(
  [lightness, chroma, hue]: Lch,
  turns: readonly number[],
  [lighter, light]: readonly [most: number, step: number],
  [stronger, strong]: readonly [most: number, step: number],
): readonly Lch[] {
  return turns.flatMap((turn) =>
    steps(lightness, lighter, light, 1).flatMap((one) =>
      steps(chroma, stronger, strong, 0.4).map((other): Lch => [one, other, hue + turn]),
    ),
  );
}

function firstPassing(candidates: readonly Lch[], from: Lch, passes: (candidate: Colour) => boolean): Lch | undefined {
  return candidates
    .map((candidate) => ({ candidate, far: apart(candidate, from) }))
    .sort((one, other) => one.far - other.far)
    .find(({ candidate }) => {
      const colour = colourOfLch(candidate);
      return colour && passes(colour);
    })?.candidate;
}

/** The distance in OKLab. */
function apart([l1, c1, h1]: Lch, [l2, c2, h2]: Lch): number {
  const turn = ((h1 - h2) * Math.PI) / 180;
  return Math.sqrt((l1 - l2) ** 2 + c1 ** 2 + c2 ** 2 - 2 * c1 * c2 * Math.cos(turn));
}

/** Very light and very dark colours cannot be as strong as others. */
function chromaThatFits([lightness, chroma, hue]: Lch): number {
  let fitting = chroma;
  while (fitting > 0 && !colourOfLch([lightness, fitting, hue])) fitting = Math.max(0, fitting - 0.004);
  return fitting;
}

/** From the middle out on both sides, between 0 and the most. */
function steps(middle: number, far: number, step: number, most: number): readonly number[] {
  const count = Math.round(far / step);
  return Array.from({ length: 2 * count + 1 }, (_, index) => middle + (index - count) * step).filter(
    (value) => value >= 0 && value <= most,
  );
}

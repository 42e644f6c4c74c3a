import { ascending } from 'd3-array';

/**
 * Returns how far values on the stance axis are apart, 0 (all equal) … 1 (half at each end): the index of ordinal variation (Berry &
 * Mielke 1992, Percept. Mot. Skills 74:63–66), `D = Σ_pairs |x_i − x_j| / 2 ÷ (⌊N/2⌋·⌈N/2⌉)`.
 *
 * Values are −1…+1; `undefined`, `null` and NaN are missing and left out, never counted as 0. Undefined for fewer than two values. Does
 * not depend on the order of the values, to the last bit. Throws a RangeError for a value outside −1…+1.
 */
export function ordinalVariation(values: Iterable<number | null | undefined>): number | undefined {
  const present: number[] = [];
  for (const value of values) {
    if (value === undefined || value === null || Number.isNaN(value)) continue;
    if (!(value >= -1 && value <= 1)) throw new RangeError(`A position must be in −1…+1, but one is ${value}.`);
    present.push(value);
  }
  const n = present.length;
  if (n < 2) return undefined;
  // The gap after the i-th value in ascending order is part of (i + 1)·(n − 1 − i) pairs. Summing gaps takes N log N steps, not N², and
  // gives exactly 0 for equal values.
  present.sort(ascending);
  let distance = 0;
  for (let i = 0; i + 1 < n; i++) distance += ((present[i + 1]! - present[i]!) / 2) * (i + 1) * (n - 1 - i);
  return Math.min(1, distance / maxTotalDistance(n));
}

/** Returns the largest sum of pairwise distances of n values, as a multiple of the length of the axis: ⌊n/2⌋·⌈n/2⌉. */
export function maxTotalDistance(n: number): number {
  return Math.floor(n / 2) * Math.ceil(n / 2);
}

/** agree < 1/3 ≤ mixed < 2/3 ≤ split. */
export type Band = 'agree' | 'mixed' | 'split';

// Means of thirds do not hit 1/3 exactly in binary fractions.
const tolerance = 1e-9;

/** Returns the band of a D in 0…1. */
export function bandOf(score: number): Band {
  if (score < 1 / 3 - tolerance) return 'agree';
  return score < 2 / 3 - tolerance ? 'mixed' : 'split';
}

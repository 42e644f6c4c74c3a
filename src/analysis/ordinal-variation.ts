/**
 * How far apart values on the stance axis lie: the index of ordinal variation (Berry & Mielke 1992, Percept. Mot. Skills
 * 74:63–66), `D = Σ_pairs |x_i − x_j| / 2 ÷ (⌊N/2⌋·⌈N/2⌉)`.
 *
 * Values lie in −1…+1; `undefined`, `null` and NaN mean missing and are left out, never taken for 0. The answer is 0 where
 * all are alike and 1 at an even split between the ends; undefined below two values. The order of the values never matters.
 * Throws a RangeError for a value outside −1…+1.
 */
export function ordinalVariation(values: Iterable<number | null | undefined>): number | undefined {
  const present: number[] = [];
  for (const value of values) {
    if (value === undefined || value === null || Number.isNaN(value)) continue;
    if (!(value >= -1 && value <= 1)) throw new RangeError(`A position lies in −1…+1, but one is ${value}.`);
    present.push(value);
  }
  const n = present.length;
  if (n < 2) return undefined;
  // In ascending order the gap above the i-th value lies inside (i + 1)·(n − 1 − i) pairs; no gap, no rounding.
  present.sort((a, b) => a - b);
  let distance = 0;
  for (let i = 0; i + 1 < n; i++) distance += ((present[i + 1]! - present[i]!) / 2) * (i + 1) * (n - 1 - i);
  return Math.min(1, distance / maxTotalDistance(n));
}

/** The largest sum of pairwise distances that n values can reach, in half axis lengths: ⌊n/2⌋·⌈n/2⌉. */
export function maxTotalDistance(n: number): number {
  return Math.floor(n / 2) * Math.ceil(n / 2);
}

/** agree < 1/3 ≤ mixed < 2/3 ≤ split. */
export type Band = 'agree' | 'mixed' | 'split';

// Means of thirds do not hit 1/3 exactly in binary fractions.
const tolerance = 1e-9;

/** The band of a D in 0…1. */
export function bandOf(score: number): Band {
  if (score < 1 / 3 - tolerance) return 'agree';
  return score < 2 / 3 - tolerance ? 'mixed' : 'split';
}

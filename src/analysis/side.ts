import type { Side } from '../dataset/dataset.js';

/** What was said, as bits, so that a million positions are a million bytes. */
export const bits = { support: 1, oppose: 2, neutral: 4, contested: 8, all: 16 } as const;

const [support, oppose, both, neutral] = ['support', 'oppose', 'both', 'neutral'] as const;

/** By the three lower bits. */
const sides: readonly (Side | undefined)[] = [undefined, support, oppose, both, neutral, support, oppose, both];

/** The side that these bits add up to; undefined where nothing was said. */
export function sideOfBits(said: number): Side | undefined {
  return sides[said & 7];
}

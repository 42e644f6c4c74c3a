import type { Side } from '../dataset/dataset.js';

// Indexed by the bits of support (1), oppose (2) and neutral (4).
const sides: readonly (Side | undefined)[] = [
  undefined,
  'support',
  'oppose',
  'both',
  'neutral',
  'support',
  'oppose',
  'both',
];

/** Returns the side of a voice from its flags of `stanceBits`; undefined if it says nothing. `neutral` never outweighs a side. */
export function sideOfBits(bits: number): Side | undefined {
  return sides[bits & 7];
}

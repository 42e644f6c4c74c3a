import type { Side } from './dataset.js';

/** What was said, as bits, so that a million positions are a million bytes. */
export const bits = { support: 1, oppose: 2, neutral: 4, contested: 8 } as const;

/** The side that these bits add up to; undefined where nothing was said. */
export function sideOfBits(said: number): Side | undefined {
  const isTaken = (side: keyof typeof bits) => (said & bits[side]) > 0;
  if (isTaken('support')) return isTaken('oppose') ? 'both' : 'support';
  return isTaken('oppose') ? 'oppose' : isTaken('neutral') ? 'neutral' : undefined;
}

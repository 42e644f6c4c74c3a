/** Where something lies along an axis; the unit is the caller's. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * For each extent the lowest lane in which it overlaps no other: 0 on the axis, 1 beside it, and so on. So marks are set apart
 * across the axis and keep their true place along it. Extents that begin at one place keep their order.
 */
export function lanes(extents: readonly Extent[]): readonly number[] {
  const answer = extents.map(() => 0);
  const reached: number[] = [];
  const order = extents.map((_, index) => index).sort((a, b) => extents[a]!.from - extents[b]!.from);
  for (const index of order) {
    const { from, to } = extents[index]!;
    const free = reached.findIndex((end) => end <= from);
    const lane = free < 0 ? reached.length : free;
    answer[index] = lane;
    reached[lane] = to;
  }
  return answer;
}

/** The space that something takes along an axis, in any unit. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * Returns for each extent the lowest lane in which it overlaps no other: 0 on the axis, 1 next to it, and so on. So marks are separated
 * across the axis and keep their position along it. Extents that begin at the same position keep their order.
 */
export function lanes(extents: readonly Extent[]): readonly number[] {
  const lanes = extents.map(() => 0);
  const ends: number[] = [];
  const order = extents.map((_, index) => index).sort((a, b) => extents[a]!.from - extents[b]!.from);
  for (const index of order) {
    const { from, to } = extents[index]!;
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    lanes[index] = lane;
    ends[lane] = to;
  }
  return lanes;
}

import type { Side, Source } from '../dataset/dataset.js';
import type { DisagreementLayout } from './disagreement-layout.js';

/** Voices of one source on one side; from the left, per cent of the drawing. */
export interface PlacedCount {
  readonly side: Side;
  readonly count: number;
  readonly x: number;
  readonly width: number;
}

export interface PlacedCounts {
  readonly source: Source;
  readonly letters: string;
  /** What the outlet says in its own words; never counted as a voice. */
  readonly own: Side | undefined;
  /** Only sides that somebody takes. */
  readonly bars: readonly PlacedCount[];
}

/** What a bar may take of each half; the rest is for its number. */
const reach = 44;
const sides: readonly Side[] = ['oppose', 'both', 'neutral', 'support'];

/**
 * How many of each source's voices take which side, row by row: opposing voices to one side of the middle, supporting ones to the
 * other, those on neither side across it. All rows share one scale.
 */
export function layoutCounts(
  { rows, sources }: DisagreementLayout,
  mirrored = false,
): readonly (readonly PlacedCounts[])[] {
  const letters = new Map(sources.map(({ source, letters }) => [source, letters]));
  const counted = rows.map(({ answer }) =>
    answer.sources.map(({ source, speakers, own }) => {
      const counts = sides.map((side) => speakers.filter((voice) => voice.side === side).length);
      const [oppose = 0, both = 0, neutral = 0] = counts;
      return { source, own: own?.side, counts, start: -oppose - (both + neutral) / 2 };
    }),
  );
  const most = counted.flat().reduce((most, { counts, start }) => Math.max(most, -start, start + sum(counts)), 1);
  const unit = reach / most;
  return counted.map((row) =>
    row.map(({ source, own, counts, start }) => ({
      source,
      letters: letters.get(source)!,
      own,
      bars: sides.flatMap((side, index) => {
        const count = counts[index]!;
        const from = start + sum(counts.slice(0, index));
        const x = 50 + unit * (mirrored ? -from - count : from);
        return count > 0 ? [{ side, count, x, width: unit * count }] : [];
      }),
    })),
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

import { max } from 'd3-array';
import { stack } from 'd3-shape';
import type { Side, Source } from '../../dataset/dataset.js';
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
  readonly label: string;
  /** What the outlet says in its own words; never counted as a voice. */
  readonly own: Side | undefined;
  /** Only sides that somebody takes. */
  readonly bars: readonly PlacedCount[];
}

/** Most that the bars take of each half, per cent; the rest is for the number beside the last one. */
const reach = 44;
const sides = ['oppose', 'both', 'neutral', 'support'] as const satisfies readonly Side[];

interface Counted extends Omit<PlacedCounts, 'bars'> {
  readonly counts: Readonly<Record<Side, number>>;
}

/** Stacks opposing voices before the zero line, supporting ones behind it, and those on neither side across it. */
const stackAroundMiddle = stack<Counted, Side>()
  .keys(sides)
  .value(({ counts }, side) => counts[side])
  .offset((series) => {
    const [oppose, both, neutral] = series;
    oppose!.forEach((_, row) => {
      const lengthOf = (layer: typeof oppose) => layer![row]![1] - layer![row]![0];
      let end = -lengthOf(oppose) - (lengthOf(both) + lengthOf(neutral)) / 2;
      for (const layer of series) {
        const bar = layer[row]!;
        [bar[0], bar[1]] = [end, (end += bar[1] - bar[0])];
      }
    });
  });

/**
 * Returns for each row how many of each source’s voices take which side: opposing voices on one side of the middle, supporting ones on
 * the other, those on neither side across it. All rows share one scale.
 */
export function layoutCounts(
  { rows, sources }: DisagreementLayout,
  mirrored = false,
): readonly (readonly PlacedCounts[])[] {
  const label = new Map(sources.map(({ source, label }) => [source, label]));
  const counted = rows.map(({ answer }) =>
    answer.sources.map(({ source, speakers, own }): Counted => {
      const counts = { support: 0, oppose: 0, both: 0, neutral: 0 };
      for (const { side } of speakers) counts[side]++;
      return { source, label: label.get(source)!, own: own?.side, counts };
    }),
  );
  const stacked = counted.map((row) => stackAroundMiddle(row));
  const reaches = stacked.flatMap((row) => row.flatMap((layer) => layer.map(([from, to]) => Math.max(-from, to))));
  const most = max(reaches) || 1;
  const unit = reach / most;
  return counted.map((row, rowIndex) =>
    row.map(({ counts, ...source }, index) => ({
      ...source,
      bars: stacked[rowIndex]!.flatMap((layer) => {
        const [from, to] = layer[index]!;
        const count = counts[layer.key];
        return count > 0
          ? [{ side: layer.key, count, x: 50 + unit * (mirrored ? -to : from), width: unit * count }]
          : [];
      }),
    })),
  );
}

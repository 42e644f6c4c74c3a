import { sum } from 'd3-array';
import type { Claim, Dataset, Source } from '../dataset/dataset.js';
import { disagreements } from './disagreements.js';
import type { Filter } from './filter.js';

/** How far two sources are apart over the claims on which both have a position. */
export interface SourcePair {
  readonly sources: readonly [Source, Source];
  /** 0 (the same) … 1 (opposed), shrunk towards ½ where little is shared; undefined below two shared claims: then it is not drawn. */
  readonly distance: number | undefined;
  /** The claims on which both have a position, in the dataset's order. Their number must be shown next to the distance. */
  readonly shared: readonly Claim[];
}

/** With fewer shared claims, a distance would say nothing about a pair. */
const minShared = 2;

/** Returns each pair of sources once, in the dataset's order. See `shrunkDistance` for the formula. */
export function sourcePairs(dataset: Dataset, filter?: Filter): readonly SourcePair[] {
  const answers = disagreements(dataset, filter);
  const positions = answers.map(({ sources }) => new Map(sources.map(({ source, position }) => [source, position])));
  const filtered = new Set(
    answers.flatMap(({ sources, silent }) => [...sources.map(({ source }) => source), ...silent]),
  );
  const all = dataset.sources.filter((source) => filtered.has(source));
  return all.flatMap((a, index) =>
    all.slice(index + 1).map((b) => {
      const shared: Claim[] = [];
      const distances: number[] = [];
      answers.forEach(({ claim }, index) => {
        const [x, y] = [positions[index]!.get(a), positions[index]!.get(b)];
        if (x === undefined || y === undefined) return;
        shared.push(claim);
        distances.push(Math.abs(x - y) / 2);
      });
      const distance = shared.length < minShared ? undefined : shrunkDistance(sum(distances), shared.length);
      return { sources: [a, b], distance, shared };
    }),
  );
}

/**
 * Returns the distance of two voices, 0…1, from the sum of their distances on each shared claim (0…1 each) and the number of shared
 * claims: (Σ d + 0.5·λ) / (shared + λ) with λ = 1. It is shrunk as if there were one more claim on which they are half apart, so that one
 * shared claim never makes two voices the same or opposed. Without shared claims it is ½, which means unknown.
 */
export function shrunkDistance(sum: number, shared: number): number {
  return (sum + 0.5) / (shared + 1);
}

import type { Claim, Dataset, Source } from '../dataset/dataset.js';
import { disagreements } from './disagreements.js';
import type { Filter } from './narrowing.js';

/** How far two sources lie apart over the claims on which both carry voices. */
export interface SourcePair {
  readonly sources: readonly [Source, Source];
  /** 0 alike … 1 opposed, shrunk towards ½ where little is shared; undefined below two shared claims: then nothing is drawn. */
  readonly distance: number | undefined;
  /** The claims on which both carry voices, in the dataset's order. Always to be named beside the distance. */
  readonly shared: readonly Claim[];
}

/** Fewer shared claims than this say nothing about a pair. */
const fewestShared = 2;

/** Each pair of sources once, in the dataset's order. See `shrunkDistance` for the formula. */
export function sourcePairs(dataset: Dataset, narrowing?: Filter): readonly SourcePair[] {
  const entries = disagreements(dataset, narrowing);
  const positions = entries.map(({ sources }) => new Map(sources.map(({ source, position }) => [source, position])));
  const inView = new Set(entries.flatMap(({ sources, silent }) => [...sources.map(({ source }) => source), ...silent]));
  const all = dataset.sources.filter((source) => inView.has(source));
  return all.flatMap((a, index) =>
    all.slice(index + 1).map((b) => {
      const shared: Claim[] = [];
      const distances: number[] = [];
      entries.forEach(({ claim }, index) => {
        const [x, y] = [positions[index]!.get(a), positions[index]!.get(b)];
        if (x === undefined || y === undefined) return;
        shared.push(claim);
        distances.push(Math.abs(x - y) / 2);
      });
      const distance =
        shared.length < fewestShared
          ? undefined
          : shrunkDistance(
              distances.reduce((sum, distance) => sum + distance, 0),
              distances.length,
            );
      return { sources: [a, b], distance, shared };
    }),
  );
}

/**
 * The distance of two voices from the sum of their distances (0…1 on each shared claim), shrunk by one imagined claim on which they lie
 * half apart: (Σ d + 0.5·λ) / (shared + λ) with λ = 1. So one shared claim never makes two voices alike or opposed.
 * With nothing shared it is ½, which means unknown.
 */
export function shrunkDistance(sum: number, shared: number): number {
  return (sum + 0.5) / (shared + 1);
}

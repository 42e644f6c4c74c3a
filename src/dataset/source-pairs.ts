import type { Claim, Dataset, Source } from './dataset.js';
import { disagreements } from './disagreements.js';
import type { Narrowing } from './narrowing.js';

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
export function sourcePairs(dataset: Dataset, narrowing?: Narrowing): readonly SourcePair[] {
  const entries = disagreements(dataset, narrowing);
  const positions = new Map<Source, Map<Claim, number>>();
  for (const { claim, sources, silent } of entries) {
    for (const { source, position } of [...sources, ...silent.map((source) => ({ source, position: undefined }))]) {
      const ofSource = positions.get(source) ?? new Map<Claim, number>();
      positions.set(source, ofSource);
      if (position !== undefined) ofSource.set(claim, position);
    }
  }
  const all = dataset.sources.filter((source) => positions.has(source));
  return all.flatMap((a, index) =>
    all.slice(index + 1).map((b) => {
      const [ofA, ofB] = [positions.get(a)!, positions.get(b)!];
      const shared = entries.map(({ claim }) => claim).filter((claim) => ofA.has(claim) && ofB.has(claim));
      const distances = shared.map((claim) => Math.abs(ofA.get(claim)! - ofB.get(claim)!) / 2);
      return {
        sources: [a, b],
        distance: shared.length < fewestShared ? undefined : shrunkDistance(distances),
        shared,
      };
    }),
  );
}

/**
 * The distance of two voices from their distances (0…1) on each shared claim, shrunk by one imagined claim on which they lie
 * half apart: (Σ d + 0.5·λ) / (shared + λ) with λ = 1. So one shared claim never makes two voices alike or opposed.
 * With nothing shared it is ½, which means unknown.
 */
export function shrunkDistance(distances: readonly number[]): number {
  return (distances.reduce((sum, distance) => sum + distance, 0) + 0.5) / (distances.length + 1);
}

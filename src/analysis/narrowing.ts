import type { Claim, Dataset, Source, Speaker, Statement } from '../dataset/dataset.js';

/** Ids to narrow an analysis to; a list left out means all. Unknown ids narrow to nothing. Order and repetition do not matter. */
export interface Filter {
  readonly sources?: Iterable<string> | undefined;
  readonly speakers?: Iterable<string> | undefined;
  readonly claims?: Iterable<string> | undefined;
  /** Of claims. */
  readonly topic?: string | undefined;
}

/** What is left of a dataset after narrowing, each list in the dataset's order. */
export interface FilteredDataset {
  readonly sources: readonly Source[];
  readonly speakers: readonly Speaker[];
  readonly claims: readonly Claim[];
  readonly statements: readonly Statement[];
}

/**
 * The part of the dataset that the ids name. A statement stays when its source, its claim and, where it has one, its
 * speaker stay; the outlet's own words have no speaker and do not depend on `speakers`.
 */
export function filterDataset(dataset: Dataset, narrowing: Filter = {}): FilteredDataset {
  const sources = withIds(dataset.sources, narrowing.sources);
  const speakers = withIds(dataset.speakers, narrowing.speakers);
  const { topic } = narrowing;
  const claims = withIds(dataset.claims, narrowing.claims).filter((claim) => !topic || claim.topic === topic);
  const kept = new Set<object>([...sources, ...speakers, ...claims]);
  const statements = dataset.statements.filter(
    ({ article, claim, speaker }) => kept.has(article.source) && kept.has(claim) && (!speaker || kept.has(speaker)),
  );
  return { sources, speakers, claims, statements };
}

/** Those that the ids name. */
export function withIds<T extends { readonly id: string }>(
  all: readonly T[],
  ids: Iterable<string> | undefined,
): readonly T[] {
  if (!ids) return all;
  const wanted = new Set(ids);
  return all.filter(({ id }) => wanted.has(id));
}

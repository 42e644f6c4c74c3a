import type { Claim, Dataset, Source, Speaker, Statement } from '../dataset/dataset.js';

/** Ids to which an analysis is limited; an absent list means all. Unknown ids match nothing; order and repetition do not matter. */
export interface Filter {
  readonly sources?: Iterable<string> | undefined;
  readonly speakers?: Iterable<string> | undefined;
  readonly claims?: Iterable<string> | undefined;
  /** The topic of the claims. */
  readonly topic?: string | undefined;
}

/** The part of a dataset that matches a filter, each list in the dataset's order. */
export interface FilteredDataset {
  readonly sources: readonly Source[];
  readonly speakers: readonly Speaker[];
  readonly claims: readonly Claim[];
  readonly statements: readonly Statement[];
}

/**
 * Returns the part of the dataset that matches the filter. A statement matches if its source, its claim and its speaker do; a statement
 * in the outlet's own words has no speaker and does not depend on `speakers`.
 */
export function filterDataset(dataset: Dataset, filter: Filter = {}): FilteredDataset {
  const sources = withIds(dataset.sources, filter.sources);
  const speakers = withIds(dataset.speakers, filter.speakers);
  const { topic } = filter;
  const claims = withIds(dataset.claims, filter.claims).filter((claim) => !topic || claim.topic === topic);
  const kept = new Set<object>([...sources, ...speakers, ...claims]);
  const statements = dataset.statements.filter(
    ({ article, claim, speaker }) => kept.has(article.source) && kept.has(claim) && (!speaker || kept.has(speaker)),
  );
  return { sources, speakers, claims, statements };
}

/** Returns those with one of the ids, in their own order; all of them without `ids`. */
export function withIds<T extends { readonly id: string }>(
  all: readonly T[],
  ids: Iterable<string> | undefined,
): readonly T[] {
  if (!ids) return all;
  const wanted = new Set(ids);
  return all.filter(({ id }) => wanted.has(id));
}

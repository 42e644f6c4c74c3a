import type { Claim, Dataset, Source, Speaker, Statement } from './dataset.js';

/** Ids to narrow an analysis to; a list left out means all. Unknown ids narrow to nothing. Order and repetition do not matter. */
export interface Narrowing {
  readonly sources?: Iterable<string> | undefined;
  readonly speakers?: Iterable<string> | undefined;
  readonly claims?: Iterable<string> | undefined;
  /** Of claims. */
  readonly topic?: string | undefined;
}

/** What is left of a dataset after narrowing, each list in the dataset's order. */
export interface Narrowed {
  readonly sources: readonly Source[];
  readonly speakers: readonly Speaker[];
  readonly claims: readonly Claim[];
  readonly statements: readonly Statement[];
}

/**
 * The part of the dataset that the ids name. A statement stays when its source, its claim and, where it has one, its
 * speaker stay; the outlet's own words have no speaker and do not depend on `speakers`.
 */
export function narrow(dataset: Dataset, narrowing: Narrowing = {}): Narrowed {
  const sources = pick(dataset.sources, narrowing.sources);
  const speakers = pick(dataset.speakers, narrowing.speakers);
  const { topic } = narrowing;
  const claims = pick(dataset.claims, narrowing.claims).filter((claim) => !topic || claim.topic === topic);
  const kept = new Set<object>([...sources, ...speakers, ...claims]);
  const statements = dataset.statements.filter(
    ({ article, claim, speaker }) => kept.has(article.source) && kept.has(claim) && (!speaker || kept.has(speaker)),
  );
  return { sources, speakers, claims, statements };
}

/** Those that the ids name. */
export function pick<T extends { readonly id: string }>(
  all: readonly T[],
  ids: Iterable<string> | undefined,
): readonly T[] {
  if (!ids) return all;
  const wanted = new Set(ids);
  return all.filter(({ id }) => wanted.has(id));
}

import { ascending } from 'd3-array';
import type { Article, Claim, Dataset, Side, Source, Speaker, Statement } from './dataset.js';
import { groupBy } from './group-by.js';
import { narrow, type Narrowing } from './narrowing.js';

/** What one voice says on one claim, and the statements it rests on, oldest first. */
export interface Position {
  readonly side: Side;
  /** Never empty. */
  readonly statements: readonly Statement[];
  /** The sources that carry it, in the dataset's order. */
  readonly sources: readonly Source[];
}

/** One voice: a speaker, or an outlet speaking in its own words. `positions[i]` is on `grid.claims[i]`; undefined: not quoted on it. */
export type StanceRow = { readonly positions: readonly (Position | undefined)[] } & (
  { readonly speaker: Speaker; readonly outlet?: undefined } | { readonly outlet: Source; readonly speaker?: undefined }
);

export interface StanceGrid {
  readonly claims: readonly Claim[];
  /** All speakers, then all outlets, in the dataset's order, also those with no position at all. */
  readonly rows: readonly StanceRow[];
}

/**
 * Who says what: speaker × claim positions with their statements, the outlets' own voices last. One supporting and one
 * opposing statement make `both`; `neutral` never outweighs a side; a voice with no statement on a claim has no position.
 */
export function stanceGrid(dataset: Dataset, narrowing?: Narrowing): StanceGrid {
  const { sources, speakers, claims, statements } = narrow(dataset, narrowing);
  const column = new Map(claims.map((claim, index) => [claim, index]));
  const cells = new Map<Speaker | Source, Statement[][]>();
  for (const statement of statements) {
    const voice = statement.speaker ?? statement.article.source;
    const row = cells.get(voice) ?? [];
    cells.set(voice, row);
    (row[column.get(statement.claim)!] ??= []).push(statement);
  }
  const sourceOrder = new Map(sources.map((source, index) => [source, index]));
  const positions = (voice: Speaker | Source) => {
    const row = cells.get(voice) ?? [];
    return claims.map((_, index) => row[index] && positionOf(row[index], sourceOrder));
  };
  return {
    claims,
    rows: [
      ...speakers.map((speaker) => ({ speaker, positions: positions(speaker) })),
      ...sources.map((outlet) => ({ outlet, positions: positions(outlet) })),
    ],
  };
}

function positionOf(statements: readonly Statement[], sourceOrder: ReadonlyMap<Source, number>): Position {
  const carriers = new Set(statements.map(({ article }) => article.source));
  return {
    side: sideOf(statements),
    statements: inReadingOrder(statements),
    sources: [...carriers].sort((a, b) => sourceOrder.get(a)! - sourceOrder.get(b)!),
  };
}

/** The side that statements of one voice on one claim add up to. */
export function sideOf(statements: Iterable<Pick<Statement, 'stance'>>): Side {
  const stances = new Set<string>();
  for (const { stance } of statements) stances.add(stance);
  if (stances.has('support')) return stances.has('oppose') ? 'both' : 'support';
  return stances.has('oppose') ? 'oppose' : 'neutral';
}

/** Oldest article first, undated articles last; within an article by place. Ties keep the dataset's order. */
export function inReadingOrder(statements: readonly Statement[]): readonly Statement[] {
  const date = ([article]: readonly [Article, unknown]) => article.published ?? '9999';
  return [...groupBy(statements, ({ article }) => article)]
    .sort((a, b) => ascending(date(a), date(b)))
    .flatMap(([, inArticle]) => inArticle.sort((a, b) => (a.quote.start ?? 0) - (b.quote.start ?? 0)));
}

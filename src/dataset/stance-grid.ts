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
  const byVoice = groupBy(statements, ({ speaker, article }) => speaker ?? article.source);
  const positions = (voice: Speaker | Source) => {
    const byClaim = groupBy(byVoice.get(voice) ?? [], ({ claim }) => claim);
    return claims.map((claim) => {
      const said = byClaim.get(claim);
      return said && positionOf(said, sources);
    });
  };
  return {
    claims,
    rows: [
      ...speakers.map((speaker) => ({ speaker, positions: positions(speaker) })),
      ...sources.map((outlet) => ({ outlet, positions: positions(outlet) })),
    ],
  };
}

function positionOf(statements: readonly Statement[], all: readonly Source[]): Position {
  const carriers = new Set(statements.map(({ article }) => article.source));
  return {
    side: sideOf(statements),
    statements: inReadingOrder(statements),
    sources: all.filter((source) => carriers.has(source)),
  };
}

/** The side that statements of one voice on one claim add up to. */
export function sideOf(statements: readonly Pick<Statement, 'stance'>[]): Side {
  const isTaken = (side: Side) => statements.some(({ stance }) => stance === side);
  if (isTaken('support')) return isTaken('oppose') ? 'both' : 'support';
  return isTaken('oppose') ? 'oppose' : 'neutral';
}

/** Oldest article first, undated articles last; within an article by place. Ties keep the dataset's order. */
export function inReadingOrder(statements: readonly Statement[]): readonly Statement[] {
  if (statements.length < 2) return statements;
  const date = ([article]: readonly [Article, unknown]) => article.published ?? '9999';
  return [...groupBy(statements, ({ article }) => article)]
    .sort((a, b) => Number(date(a) > date(b)) - Number(date(a) < date(b)))
    .flatMap(([, inArticle]) => inArticle.sort((a, b) => (a.quote.start ?? 0) - (b.quote.start ?? 0)));
}

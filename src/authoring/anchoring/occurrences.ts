import type { Candidate } from './anchor-result.js';
import { edges, type ArticleText } from '../text/article-text.js';
import type { TextRange } from '../text/text-positions.js';
import { findAll, occurrenceTest } from '../text/find-all.js';
import { foldedText, paragraphBreak } from '../text/fold-text.js';
import { splitsWord } from '../text/word-boundaries.js';

/** A range of the folded text, in its UTF-16 units. */
export type FoldedRange = TextRange;

/** A fragment that touches an insertion, as in `[t]he`, may begin or end inside a word. */
export interface LooseEdges {
  readonly left?: boolean;
  readonly right?: boolean;
}

/** Yields the starts of all occurrences of folded text, including overlapping ones, that split neither a grapheme nor a word. */
export function* findOccurrences(
  article: ArticleText,
  folded: string,
  { left = false, right = false }: LooseEdges = {},
): Generator<number, undefined> {
  const minStart = left ? 'inside a word' : 'between words';
  const minEnd = right ? 'inside a word' : 'between words';
  for (const from of findAll(article.folded.text, folded))
    if (article.startEdge(from) >= edges[minStart] && article.endEdge(from + folded.length) >= edges[minEnd])
      yield from;
  return undefined;
}

/** Returns the first occurrence of folded text that splits a word, but no grapheme. */
export function findInsideWord(article: ArticleText, folded: string): FoldedRange | undefined {
  for (const from of findAll(article.folded.text, folded)) {
    const to = from + folded.length;
    const edge = Math.min(article.startEdge(from), article.endEdge(to));
    if (edge === edges['inside a word']) return { from, to };
  }
  return undefined;
}

/** Maps a range of the folded text back to the article's text. */
export function toArticleRange(article: ArticleText, { from, to }: FoldedRange): TextRange {
  const { starts, ends } = article.folded;
  return { from: starts[from]!, to: ends[to - 1]! };
}

export function toCandidate(article: ArticleText, range: FoldedRange): Candidate {
  const { from, to } = toArticleRange(article, range);
  return { from, to, start: article.positions.codePointOffset(from), end: article.positions.codePointOffset(to) };
}

/** Folds a quote and trims it. */
export function foldQuote(quote: string): string {
  return foldedText(quote).trim();
}

/** Tests whether `before` and `after` are next to an offset in the folded text. */
export interface ContextCheck {
  readonly matchesBefore: (from: number) => boolean;
  readonly matchesAfter: (to: number) => boolean;
}

/** Creates the test for `before` and `after`; what is undefined always matches. */
export function contextCheck(
  article: ArticleText,
  before: string | undefined,
  after: string | undefined,
): ContextCheck {
  const { text, starts, ends } = article.folded;
  const expectedBefore = before === undefined ? '' : trimMarks(foldQuote(before));
  const expectedAfter = after === undefined ? '' : trimMarks(foldQuote(after));
  const isBeforeAt = occurrenceTest(text, expectedBefore);
  const isAfterAt = occurrenceTest(text, expectedAfter);
  return {
    matchesBefore(from) {
      if (!expectedBefore) return true;
      const limit = Math.max(0, from - maxBetween);
      let at = from;
      while (at > limit && isBetween(text[at - 1]!, expectedBefore.at(-1)!)) at--;
      const begin = at - expectedBefore.length;
      return begin >= 0 && isBeforeAt(begin) && !splitsWord(article.text, starts[begin]!);
    },
    matchesAfter(to) {
      if (!expectedAfter) return true;
      const limit = Math.min(text.length, to + maxBetween);
      let at = to;
      while (at < limit && isBetween(text[at]!, expectedAfter[0]!)) at++;
      const end = at + expectedAfter.length;
      return isAfterAt(at) && !splitsWord(article.text, ends[end - 1]!);
    },
  };
}

/** How many spaces and quotation marks may be between the quote and its context. */
const maxBetween = 20;

/** Returns whether the character may be between the quote and its context, which begins with `edge`. */
function isBetween(character: string, edge: string): boolean {
  return character !== edge && isSpaceOrMark(character);
}

function isSpaceOrMark(character: string): boolean {
  return character === ' ' || character === paragraphBreak || character === '"' || character === "'";
}

function trimMarks(words: string): string {
  let from = 0;
  let to = words.length;
  while (from < to && isSpaceOrMark(words[from]!)) from++;
  while (to > from && isSpaceOrMark(words[to - 1]!)) to--;
  // If the editor gave nothing but a quotation mark, it is the context.
  return from === to ? words : words.slice(from, to);
}

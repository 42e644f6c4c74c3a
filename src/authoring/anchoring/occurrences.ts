import type { Candidate } from './anchor-result.js';
import type { ArticleText } from '../text/article-text.js';
import type { TextRange } from '../text/text-positions.js';
import { foldedText, paragraphBreak } from '../text/fold-text.js';
import { splitsGrapheme, splitsWord } from '../text/word-boundaries.js';

/** A range of the folded text, in its UTF-16 units. */
export type FoldedRange = TextRange;

/** The starts of all occurrences in the folded text, and one occurrence inside a longer word. */
export interface Occurrences {
  readonly starts: readonly number[];
  readonly length: number;
  readonly partOfWord?: FoldedRange;
}

/** A fragment that touches an insertion, as in `[t]he`, may begin or end inside a word. */
export interface LooseEdges {
  readonly left?: boolean;
  readonly right?: boolean;
}

/** Finds all occurrences of folded text, including overlapping ones, that split neither a grapheme nor a word. Uses `indexOf` only. */
export function findOccurrences(article: ArticleText, folded: string, looseEdges: LooseEdges = {}): Occurrences {
  const { text } = article.folded;
  const starts: number[] = [];
  const length = folded.length;
  let partOfWord: FoldedRange | undefined;
  for (let from = text.indexOf(folded); from >= 0; from = text.indexOf(folded, from + 1)) {
    const range = { from, to: from + length };
    if (isWhole(article, range, looseEdges)) starts.push(from);
    else if (!partOfWord && keepsGraphemes(article, range)) partOfWord = range;
  }
  return partOfWord ? { starts, length, partOfWord } : { starts, length };
}

function isWhole(article: ArticleText, range: FoldedRange, looseEdges: LooseEdges): boolean {
  if (!keepsGraphemes(article, range)) return false;
  const { from, to } = toArticleRange(article, range);
  return (
    (looseEdges.left === true || !splitsWord(article.text, from)) &&
    (looseEdges.right === true || !splitsWord(article.text, to))
  );
}

/** Returns whether both ends are grapheme boundaries of the article, and not inside an ellipsis that was folded to three dots. */
function keepsGraphemes(article: ArticleText, range: FoldedRange): boolean {
  const { starts, ends } = article.folded;
  const within = (index: number): boolean =>
    index > 0 && index < starts.length && starts[index] === starts[index - 1] && ends[index] === ends[index - 1];
  if (within(range.from) || within(range.to)) return false;
  const { from, to } = toArticleRange(article, range);
  return !splitsGrapheme(article.text, from) && !splitsGrapheme(article.text, to);
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
  return {
    matchesBefore(from) {
      if (!expectedBefore) return true;
      let at = from;
      while (at > 0 && isBetween(text[at - 1]!, expectedBefore.at(-1)!)) at--;
      const begin = at - expectedBefore.length;
      return begin >= 0 && text.startsWith(expectedBefore, begin) && !splitsWord(article.text, starts[begin]!);
    },
    matchesAfter(to) {
      if (!expectedAfter) return true;
      let at = to;
      while (at < text.length && isBetween(text[at]!, expectedAfter[0]!)) at++;
      const end = at + expectedAfter.length;
      return text.startsWith(expectedAfter, at) && !splitsWord(article.text, ends[end - 1]!);
    },
  };
}

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

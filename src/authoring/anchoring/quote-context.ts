import type { ArticleText } from '../text/article-text.js';
import type { TextRange } from '../text/text-positions.js';
import { findAll } from '../text/find-all.js';
import { isSpace } from '../text/fold-text.js';
import { splitsApostrophe, wordEdge } from '../text/word-boundaries.js';

/** UTF-16 units on each side; doubled until the quote with its context is unique. */
const initialLength = 32;

/**
 * Returns the article's text directly before and after a range, long enough to make the quote unique in the article (TextQuoteSelector
 * `prefix` and `suffix`): usually about 32 characters each, at word boundaries, and less at the edges of the text.
 */
export function quoteContext(
  { text }: ArticleText,
  { from, to }: TextRange,
): { readonly prefix: string; readonly suffix: string } {
  for (let length = initialLength; ; length *= 2) {
    let begin = outerEdge(text, Math.max(0, from - length), -1);
    let end = outerEdge(text, Math.min(text.length, to + length), 1);
    const isWholeText = begin === 0 && end === text.length;
    // White space at the outer ends is of no use.
    while (!isWholeText && begin < from && isSpace(text.charCodeAt(begin))) begin++;
    while (!isWholeText && end > to && isSpace(text.charCodeAt(end - 1))) end--;
    if (isWholeText || isUnique(text, text.slice(begin, end), begin))
      return { prefix: text.slice(begin, from), suffix: text.slice(to, end) };
  }
}

function isUnique(text: string, words: string, at: number): boolean {
  const [first, second] = findAll(text, words);
  return first === at && second === undefined;
}

function outerEdge(text: string, offset: number, step: -1 | 1): number {
  let edge = wordEdge(text, offset, step);
  while (splitsApostrophe(text, edge)) edge = wordEdge(text, edge + step, step);
  return edge;
}

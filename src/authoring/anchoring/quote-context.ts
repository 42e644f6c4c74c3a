import type { ArticleText, Stretch } from '../text/article-text.js';
import { isSpace } from '../text/fold-text.js';
import { partsApostrophe, wordEdge } from '../text/word-boundaries.js';

/** Code units on each side to begin with; grown only where they do not yet make the place unique. */
const usual = 32;

/**
 * The article's text directly before and after a stretch, long enough that the three together stand only once in the article, about 32
 * characters each, cut between words; shorter at the edges of the text.
 */
export function surroundingsOf(
  { text }: ArticleText,
  { from, to }: Stretch,
): { readonly prefix: string; readonly suffix: string } {
  for (let length = usual; ; length *= 2) {
    let begin = outerEdge(text, Math.max(0, from - length), -1);
    let end = outerEdge(text, Math.min(text.length, to + length), 1);
    const whole = begin === 0 && end === text.length;
    // White space at the outer ends tells nobody anything.
    while (!whole && begin < from && isSpace(text.charCodeAt(begin))) begin++;
    while (!whole && end > to && isSpace(text.charCodeAt(end - 1))) end--;
    if (whole || standsOnce(text, text.slice(begin, end), begin))
      return { prefix: text.slice(begin, from), suffix: text.slice(to, end) };
  }
}

function standsOnce(text: string, words: string, at: number): boolean {
  return text.indexOf(words) === at && text.indexOf(words, at + 1) < 0;
}

function outerEdge(text: string, offset: number, step: -1 | 1): number {
  let edge = wordEdge(text, offset, step);
  while (partsApostrophe(text, edge)) edge = wordEdge(text, edge + step, step);
  return edge;
}

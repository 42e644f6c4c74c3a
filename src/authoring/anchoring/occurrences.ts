import type { Candidate } from './anchor-result.js';
import type { ArticleText, Stretch } from '../text/article-text.js';
import { foldedText, paragraphMark } from '../text/fold-text.js';
import { cutsCharacter, cutsWord } from '../text/word-boundaries.js';

/** A place in the folded text; `from` and `to` count its units. */
export type FoldedStretch = Stretch;

/** Where words stand whole (where they begin in the folded text), and one place where they stand only within longer words. */
export interface Occurrences {
  readonly starts: readonly number[];
  readonly length: number;
  readonly cut?: FoldedStretch;
}

/** Where a fragment touches an insertion such as `[t]he`, it may begin or end within a word. */
export interface LooseEdges {
  readonly left?: boolean;
  readonly right?: boolean;
}

/** Every place, overlapping ones included, where the folded words stand and cut no character and no word. Searches by `indexOf` only. */
export function occurrencesOf(article: ArticleText, words: string, loose: LooseEdges = {}): Occurrences {
  const { text } = article.folded;
  const starts: number[] = [];
  const length = words.length;
  let cut: FoldedStretch | undefined;
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    const place = { from, to: from + length };
    if (standsWhole(article, place, loose)) starts.push(from);
    else if (!cut && keepsCharacters(article, place)) cut = place;
  }
  return cut ? { starts, length, cut } : { starts, length };
}

function standsWhole(article: ArticleText, place: FoldedStretch, loose: LooseEdges): boolean {
  if (!keepsCharacters(article, place)) return false;
  const { from, to } = inArticle(article, place);
  return (
    (loose.left === true || !cutsWord(article.text, from)) && (loose.right === true || !cutsWord(article.text, to))
  );
}

/** Whether both ends lie between characters of the article: neither within a grapheme nor within an ellipsis folded to three dots. */
function keepsCharacters(article: ArticleText, place: FoldedStretch): boolean {
  const { starts, ends } = article.folded;
  const within = (index: number): boolean =>
    index > 0 && index < starts.length && starts[index] === starts[index - 1] && ends[index] === ends[index - 1];
  if (within(place.from) || within(place.to)) return false;
  const { from, to } = inArticle(article, place);
  return !cutsCharacter(article.text, from) && !cutsCharacter(article.text, to);
}

/** From the folded text back to the article's own. */
export function inArticle(article: ArticleText, { from, to }: FoldedStretch): Stretch {
  const { starts, ends } = article.folded;
  return { from: starts[from]!, to: ends[to - 1]! };
}

export function candidateAt(article: ArticleText, place: FoldedStretch): Candidate {
  const { from, to } = inArticle(article, place);
  return { from, to, start: article.places.codePoint(from), end: article.places.codePoint(to) };
}

/** Folded, without the white space around it. */
export function foldQuote(quote: string): string {
  return foldedText(quote).trim();
}

/** Answers whether the words that the editor named stand next to a place in the folded text. */
export interface Neighbours {
  readonly startFits: (from: number) => boolean;
  readonly endFits: (to: number) => boolean;
}

/** Without `before` and `after` every place will do. */
export function neighbourCheck(
  article: ArticleText,
  before: string | undefined,
  after: string | undefined,
): Neighbours {
  const { text, starts, ends } = article.folded;
  const wordsBefore = before === undefined ? '' : withoutMarks(foldQuote(before));
  const wordsAfter = after === undefined ? '' : withoutMarks(foldQuote(after));
  return {
    startFits(from) {
      if (!wordsBefore) return true;
      let at = from;
      while (at > 0 && stands(text[at - 1]!, wordsBefore.at(-1)!)) at--;
      const begin = at - wordsBefore.length;
      return begin >= 0 && text.startsWith(wordsBefore, begin) && !cutsWord(article.text, starts[begin]!);
    },
    endFits(to) {
      if (!wordsAfter) return true;
      let at = to;
      while (at < text.length && stands(text[at]!, wordsAfter[0]!)) at++;
      const end = at + wordsAfter.length;
      return text.startsWith(wordsAfter, at) && !cutsWord(article.text, ends[end - 1]!);
    },
  };
}

/** Whether the character may stand between the quote and its neighbour, which begins with `edge`. */
function stands(character: string, edge: string): boolean {
  return character !== edge && isSpaceOrMark(character);
}

function isSpaceOrMark(character: string): boolean {
  return character === ' ' || character === paragraphMark || character === '"' || character === "'";
}

function withoutMarks(words: string): string {
  let from = 0;
  let to = words.length;
  while (from < to && isSpaceOrMark(words[from]!)) from++;
  while (to > from && isSpaceOrMark(words[to - 1]!)) to--;
  // Where the editor gave nothing but a mark, the mark is meant.
  return from === to ? words : words.slice(from, to);
}

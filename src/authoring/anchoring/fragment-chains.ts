import { bisectLeft } from 'd3-array';
import type { ArticleText } from '../text/article-text.js';
import { paragraphBreak } from '../text/fold-text.js';
import { findOccurrences, type FoldedRange, type ContextCheck } from './occurrences.js';
import type { QuoteFragment } from './quote-fragments.js';

/** One range per fragment, in order. */
export type Chain = readonly FoldedRange[];

/** The chains, or the first fragment that does not occur. Empty if each fragment occurs, but not in this order. */
export type Chains = readonly Chain[] | { readonly missing: QuoteFragment };

/** How many words of the article an insertion may replace. */
const maxReplacedWords = 12;

/**
 * Finds ways to match the fragments in the article one after the other, earliest first, up to `maxChains`. Between two fragments an elision
 * skips any number of words, an insertion at most twelve within the paragraph. Time grows with the number of occurrences of the fragments,
 * not with the number of their combinations.
 */
export function findChains(
  article: ArticleText,
  fragments: readonly QuoteFragment[],
  context: ContextCheck,
  maxChains: number,
): Chains {
  const occurrences = fragments.map(({ folded, looseEdges }) => findOccurrences(article, folded, looseEdges));
  const missing = fragments.find((_, index) => occurrences[index]!.starts.length === 0);
  if (missing) return { missing };

  const last = fragments.length - 1;
  const endsAt = (index: number, from: number): number => from + occurrences[index]!.length;
  const fits = (index: number, from: number): boolean =>
    (index > 0 || context.matchesBefore(from)) && (index < last || context.matchesAfter(endsAt(index, from)));

  const chains: Chain[] = [];
  /** For each fragment the starts from which the quote can be completed. Computed from the end, so that no search fails halfway. */
  const openStarts: (readonly number[])[] = [];
  for (let index = last; index >= 0; index--)
    openStarts[index] = occurrences[index]!.starts.filter(
      (from) => fits(index, from) && (index === last || next(index, from).next().done !== true),
    );

  for (const from of openStarts[0]!) extend(0, from, []);
  return chains;

  function extend(index: number, from: number, prefix: Chain): void {
    if (chains.length >= maxChains) return;
    const chain = [...prefix, { from, to: endsAt(index, from) }];
    if (index === last) chains.push(chain);
    else for (const after of next(index, from)) extend(index + 1, after, chain);
  }

  /** Yields the starts of the next fragment that can follow this one. */
  function* next(index: number, from: number): Generator<number, undefined> {
    const end = endsAt(index, from);
    const starts = openStarts[index + 1]!;
    const limit =
      fragments[index + 1]!.joint?.kind === 'insertion' ? insertionLimit(article.folded.text, end) : Infinity;
    for (let at = bisectLeft(starts, end); at < starts.length && starts[at]! <= limit; at++) yield starts[at]!;
    return undefined;
  }
}

/** Returns the last offset where the text after an insertion may begin. */
function insertionLimit(text: string, from: number): number {
  let words = 0;
  for (let index = from; index < text.length; index++) {
    if (text[index] === paragraphBreak) return index;
    if (text[index] === ' ' && index > from && ++words > maxReplacedWords) return index;
  }
  return text.length;
}

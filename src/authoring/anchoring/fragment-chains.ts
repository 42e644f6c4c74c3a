import type { ArticleText } from '../text/article-text.js';
import { paragraphMark } from '../text/fold-text.js';
import { occurrencesOf, type FoldedStretch, type Neighbours } from './occurrences.js';
import type { WantedFragment } from './quote-fragments.js';
import { lastAtMost } from '../text/text-positions.js';

/** One place for each fragment, in order. */
export type Chain = readonly FoldedStretch[];

/** The chains, or the first fragment that stands nowhere. No chain at all: each stands somewhere, but not so. */
export type Chains = readonly Chain[] | { readonly missing: WantedFragment };

/** The words of the article whose place an editor's insertion may take. */
const mostWordsReplaced = 12;

/**
 * The ways to place the fragments in the article one after the other, at most `most` of them, earliest first. Between two fragments an
 * elision leaves out any number of words, an insertion at most twelve, within the paragraph. Time grows with the number of
 * places of the fragments, not with the number of ways to combine them.
 */
export function chainsOf(
  article: ArticleText,
  fragments: readonly WantedFragment[],
  neighbours: Neighbours,
  most: number,
): Chains {
  const standing = fragments.map(({ folded, loose }) => occurrencesOf(article, folded, loose));
  const part = fragments.find((_, index) => standing[index]!.starts.length === 0);
  if (part) return { missing: part };

  const last = fragments.length - 1;
  const endsAt = (index: number, from: number): number => from + standing[index]!.length;
  const fits = (index: number, from: number): boolean =>
    (index > 0 || neighbours.startFits(from)) && (index < last || neighbours.endFits(endsAt(index, from)));

  const chains: Chain[] = [];
  /** For each fragment those places from which the quote can be finished; found from the end, so that no search runs dry. */
  const open: (readonly number[])[] = [];
  for (let index = last; index >= 0; index--)
    open[index] = standing[index]!.starts.filter(
      (from) => fits(index, from) && (index === last || next(index, from).next().done !== true),
    );

  for (const from of open[0]!) extend(0, from, []);
  return chains;

  function extend(index: number, from: number, before: Chain): void {
    if (chains.length >= most) return;
    const chain = [...before, { from, to: endsAt(index, from) }];
    if (index === last) chains.push(chain);
    else for (const after of next(index, from)) extend(index + 1, after, chain);
  }

  /** The open places of the next fragment that this one can be joined to. */
  function* next(index: number, from: number): Generator<number, undefined> {
    const end = endsAt(index, from);
    const places = open[index + 1]!;
    const reach = fragments[index + 1]!.joint?.is === 'insertion' ? insertionReach(article.folded.text, end) : Infinity;
    for (let at = firstAtLeast(places, end); at < places.length && places[at]! <= reach; at++) yield places[at]!;
    return undefined;
  }
}

function firstAtLeast(ascending: readonly number[], limit: number): number {
  if (ascending.length === 0 || ascending[0]! >= limit) return 0;
  return lastAtMost(ascending, limit - 1) + 1;
}

/** The last place where the words after an insertion may begin. */
function insertionReach(text: string, from: number): number {
  let words = 0;
  for (let index = from; index < text.length; index++) {
    if (text[index] === paragraphMark) return index;
    if (text[index] === ' ' && index > from && ++words > mostWordsReplaced) return index;
  }
  return text.length;
}

import type { Fragment } from '../../dataset/dataset.js';
import type {
  AnchorResult,
  Candidate,
  FoundQuote,
  MissingQuote,
  ContextMismatch,
  QuoteSelector,
} from './anchor-result.js';
import type { ArticleText } from '../text/article-text.js';
import { occurrenceTest } from '../text/find-all.js';
import type { TextRange } from '../text/text-positions.js';
import { findChains, findFragments, type Chain } from './fragment-chains.js';
import { nearestPassage } from './nearest-passage.js';
import {
  toCandidate,
  foldQuote,
  toArticleRange,
  contextCheck,
  findInsideWord,
  findOccurrences,
  type FoldedRange,
} from './occurrences.js';
import { characterKind, expandToWholeWords, wordEdge } from '../text/word-boundaries.js';
import { splitQuote, type QuoteFragment } from './quote-fragments.js';

/** How many candidates are listed for an ambiguous quote. */
const maxCandidates = 10;

/**
 * Locates a quote in its article: verbatim; else in folded form (`foldText`); else as fragments that the editor joined by `[…]`, `…` or an
 * insertion in brackets, in this order. `before` and `after` restrict each of these. Case matters and no word is split. If several ranges
 * match, the result is `ambiguous`; it never picks one. Linear in the length of the article; the quote never becomes a regular expression.
 */
export function anchorQuote(article: ArticleText, selector: QuoteSelector): AnchorResult {
  const quote = selector.quote.trim();
  const folded = foldQuote(quote);
  if (!folded) return { kind: 'missing', reason: 'empty' };
  const context = contextCheck(article, selector.before, selector.after);
  const isVerbatimAt = occurrenceTest(article.text, quote);
  const matches: FoldedRange[] = [];
  const verbatim: FoldedRange[] = [];
  let first: FoldedRange | undefined;
  for (const from of findOccurrences(article, folded)) {
    const range = { from, to: from + folded.length };
    first ??= range;
    if (!context.matchesBefore(range.from) || !context.matchesAfter(range.to)) continue;
    // More than can be listed need not be kept.
    if (matches.length <= maxCandidates) matches.push(range);
    const inArticle = toArticleRange(article, range);
    if (inArticle.to - inArticle.from === quote.length && isVerbatimAt(inArticle.from)) verbatim.push(range);
    if (verbatim.length > maxCandidates) break;
  }
  const [match, ...others] = verbatim.length > 0 ? verbatim : matches;
  if (match && others.length > 0) return ambiguous([match, ...others].map((range) => toCandidate(article, range)));
  if (match) return found(article, toArticleRange(article, match), verbatim.length > 0 ? 'exact' : 'folded');

  const fragments = splitQuote(quote, article);
  const isJoined =
    fragments !== 'open-end' && (fragments.length > 1 || (fragments[0] && fragments[0].folded !== folded));
  if (isJoined) {
    const occurrences = findFragments(article, fragments);
    const chains = findChains(article, fragments, occurrences, context, maxCandidates + 1);
    if ('missing' in chains) return missingFragment(article, chains.missing);
    if (chains.length > 0) return resolveChains(article, fragments, chains);
    const anywhere = contextCheck(article, undefined, undefined);
    const elsewhere = findChains(article, fragments, occurrences, anywhere, 1);
    const [chain] = 'missing' in elsewhere ? [] : elsewhere;
    if (!chain) return { kind: 'missing', reason: 'wrong-order' };
    return contextMismatch(article, [spanOf(chain)], selector);
  }
  if (first) return contextMismatch(article, rangesOf(article, folded), selector);
  if (fragments === 'open-end') return { kind: 'missing', reason: 'open-end' };
  return missing(article, quote, findInsideWord(article, folded));
}

function* rangesOf(article: ArticleText, folded: string): Generator<FoldedRange, undefined> {
  for (const from of findOccurrences(article, folded)) yield { from, to: from + folded.length };
  return undefined;
}

function resolveChains(
  article: ArticleText,
  fragments: readonly QuoteFragment[],
  chains: readonly Chain[],
): AnchorResult {
  const articleRanges = chains.map((chain) => chain.map((range) => toArticleRange(article, range)));
  const [chain] = articleRanges;
  if (!chain || articleRanges.length > 1)
    return ambiguous(articleRanges.map((parts) => candidate(article, spanOf(parts))));
  const whole = found(article, spanOf(chain), 'fragments');
  const parts = chain.map((range, index): Fragment => {
    const { start, end } = candidate(article, range);
    const joint = fragments[index]?.joint?.text;
    return joint === undefined ? { start, end } : { start, end, joint };
  });
  // A single fragment without an insertion has dots at its edges only and elides nothing.
  if (parts.length === 1 && parts[0]?.joint === undefined) return { ...whole, match: 'folded' };
  return { ...whole, fragments: parts, ranges: chain };
}

function spanOf(parts: readonly TextRange[]): TextRange {
  return { from: parts[0]!.from, to: parts.at(-1)!.to };
}

function found(article: ArticleText, range: TextRange, equal: FoundQuote['match']): FoundQuote {
  const { start, end } = candidate(article, range);
  return { kind: 'found', start, end, exact: article.slice(range), match: equal, ranges: [range] };
}

function candidate(article: ArticleText, { from, to }: TextRange): Candidate {
  return { from, to, start: article.positions.codePointOffset(from), end: article.positions.codePointOffset(to) };
}

function ambiguous(candidates: readonly Candidate[]): AnchorResult {
  return {
    kind: 'ambiguous',
    candidates: candidates.slice(0, maxCandidates),
    hasMore: candidates.length > maxCandidates,
  };
}

/** Reports the context of the first range where one side matches, else of the first range. */
function contextMismatch(
  article: ArticleText,
  ranges: Iterable<FoldedRange>,
  { before, after }: QuoteSelector,
): MissingQuote {
  const { matchesBefore: startFits } = contextCheck(article, before, undefined);
  const { matchesAfter: endFits } = contextCheck(article, undefined, after);
  let first: FoldedRange | undefined;
  let better: FoldedRange | undefined;
  for (const range of ranges) {
    first ??= range;
    if (!(before && startFits(range.from)) && !(after && endFits(range.to))) continue;
    better = range;
    break;
  }
  const range = (better ?? first)!;
  const instead = toCandidate(article, range);
  const context: ContextMismatch[] = [];
  if (before !== undefined && !startFits(range.from))
    context.push({
      side: 'before',
      expected: before,
      actual: adjacentText(article, instead.from, -lengthOfWords(before)),
    });
  if (after !== undefined && !endFits(range.to))
    context.push({ side: 'after', expected: after, actual: adjacentText(article, instead.to, lengthOfWords(after)) });
  return { kind: 'missing', reason: 'context-mismatch', candidate: instead, mismatches: context };
}

/** Returns the length of a text without leading and trailing punctuation. */
function lengthOfWords(text: string): number {
  return /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(text)?.[0].length ?? 0;
}

/** Returns about `length` units of text after the offset, or before it if negative, extended over punctuation and to whole words. */
function adjacentText({ text }: ArticleText, offset: number, length: number): string {
  const step = length < 0 ? -1 : 1;
  const unit = (at: number) => text.charCodeAt(step < 0 ? at - 1 : at);
  let word = offset;
  while (word > 0 && word < text.length && characterKind(unit(word)) === 'other') word += step;
  const edge = wordEdge(text, Math.min(Math.max(word + length, 0), text.length), step);
  return text.slice(Math.min(offset, edge), Math.max(offset, edge));
}

function missingFragment(article: ArticleText, part: QuoteFragment): MissingQuote {
  return { ...missing(article, part.original, findInsideWord(article, part.folded)), fragment: part.original };
}

function missing(article: ArticleText, quote: string, cut: FoldedRange | undefined): MissingQuote {
  if (cut)
    return {
      kind: 'missing',
      reason: 'inside-word',
      candidate: candidate(article, expandToWholeWords(article.text, toArticleRange(article, cut))),
    };
  const nearest = nearestPassage(article, quote);
  return nearest ? { kind: 'missing', reason: 'not-found', nearest } : { kind: 'missing', reason: 'not-found' };
}

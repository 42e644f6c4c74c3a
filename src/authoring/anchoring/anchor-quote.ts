import type { Fragment } from '../../dataset/dataset.js';
import type { Anchoring, Candidate, FoundQuote, MissingQuote, OtherNeighbour, QuoteWanted } from './anchor-result.js';
import type { ArticleText, Stretch } from '../text/article-text.js';
import { chainsOf, type Chain } from './fragment-chains.js';
import { nearestPassage } from './nearest-passage.js';
import { candidateAt, foldQuote, inArticle, neighbourCheck, occurrencesOf, type FoldedStretch } from './occurrences.js';
import { kindOf, toWholeWords, wordEdge } from '../text/word-boundaries.js';
import { fragmentsOf, type WantedFragment } from './quote-fragments.js';

/** Candidates that an ambiguous quote lists. */
const mostCandidates = 10;

/**
 * Finds the one place in the article that a quote means: letter for letter; else under the declared equivalences (`foldText`); else as
 * fragments that the editor joined by `[…]`, `…` or an insertion in brackets, in their order. `before` and `after` narrow each of
 * these. Case is never folded and no word is cut. Where more than one place is left, the answer is `ambiguous`, never the
 * first. Linear in the article; the editor's text never becomes a regular expression.
 */
export function anchorQuote(article: ArticleText, wanted: QuoteWanted): Anchoring {
  const quote = wanted.quote.trim();
  const folded = foldQuote(quote);
  if (!folded) return { kind: 'missing', why: 'empty' };
  const standing = occurrencesOf(article, folded);
  const neighbours = neighbourCheck(article, wanted.before, wanted.after);
  const places = standing.starts
    .map((from) => ({ from, to: from + standing.length }))
    .filter(({ from, to }) => neighbours.startFits(from) && neighbours.endFits(to));
  if (places.length > 0) return theOne(article, quote, places);

  const fragments = fragmentsOf(quote, article);
  const joined = fragments !== 'open-end' && (fragments.length > 1 || (fragments[0] && fragments[0].folded !== folded));
  if (joined) {
    const chains = chainsOf(article, fragments, neighbours, mostCandidates + 1);
    if ('missing' in chains) return missingPart(article, chains.missing);
    if (chains.length > 0) return theOneChain(article, fragments, chains);
    const elsewhere = chainsOf(article, fragments, neighbourCheck(article, undefined, undefined), 1);
    const [chain] = 'missing' in elsewhere ? [] : elsewhere;
    if (!chain) return { kind: 'missing', why: 'other-order' };
    return otherNeighbours(article, [wholeOf(chain)], wanted);
  }
  if (standing.starts.length > 0) {
    const places = standing.starts.map((from) => ({ from, to: from + standing.length }));
    return otherNeighbours(article, places, wanted);
  }
  if (fragments === 'open-end') return { kind: 'missing', why: 'open-end' };
  return missing(article, quote, standing.cut);
}

function theOne(article: ArticleText, quote: string, places: readonly FoldedStretch[]): Anchoring {
  const letterForLetter = places.filter((place) => article.slice(inArticle(article, place)) === quote);
  const best = letterForLetter.length > 0 ? letterForLetter : places;
  const [place] = best;
  if (!place || best.length > 1) return ambiguous(best.map((one) => candidateAt(article, one)));
  return found(article, inArticle(article, place), letterForLetter.length > 0 ? 'exact' : 'folded');
}

function theOneChain(article: ArticleText, fragments: readonly WantedFragment[], chains: readonly Chain[]): Anchoring {
  const stretches = chains.map((chain) => chain.map((place) => inArticle(article, place)));
  const [chain] = stretches;
  if (!chain || stretches.length > 1) return ambiguous(stretches.map((parts) => candidate(article, wholeOf(parts))));
  const whole = found(article, wholeOf(chain), 'fragments');
  const places = chain.map((part, index): Fragment => {
    const { start, end } = candidate(article, part);
    const joint = fragments[index]?.joint?.text;
    return joint === undefined ? { start, end } : { start, end, joint };
  });
  // A lone fragment without an insertion was written with dots at its edges only: nothing is left out within.
  if (places.length === 1 && places[0]?.joint === undefined) return { ...whole, equal: 'folded' };
  return { ...whole, fragments: places, stretches: chain };
}

function wholeOf(parts: readonly Stretch[]): Stretch {
  return { from: parts[0]!.from, to: parts.at(-1)!.to };
}

function found(article: ArticleText, stretch: Stretch, equal: FoundQuote['equal']): FoundQuote {
  const { start, end } = candidate(article, stretch);
  return { kind: 'found', start, end, exact: article.slice(stretch), equal, stretches: [stretch] };
}

function candidate(article: ArticleText, { from, to }: Stretch): Candidate {
  return { from, to, start: article.places.codePoint(from), end: article.places.codePoint(to) };
}

function ambiguous(candidates: readonly Candidate[]): Anchoring {
  return {
    kind: 'ambiguous',
    candidates: candidates.slice(0, mostCandidates),
    more: candidates.length > mostCandidates,
  };
}

/** At the first place where one of the two neighbours fits, else at the first. */
function otherNeighbours(
  article: ArticleText,
  places: readonly FoldedStretch[],
  { before, after }: QuoteWanted,
): MissingQuote {
  const { startFits } = neighbourCheck(article, before, undefined);
  const { endFits } = neighbourCheck(article, undefined, after);
  const place = places.find(({ from, to }) => (before && startFits(from)) || (after && endFits(to))) ?? places[0]!;
  const instead = candidateAt(article, place);
  const neighbours: OtherNeighbour[] = [];
  if (before !== undefined && !startFits(place.from))
    neighbours.push({
      side: 'before',
      wanted: before,
      there: textBeside(article, instead.from, -wordsLong(before)),
    });
  if (after !== undefined && !endFits(place.to))
    neighbours.push({ side: 'after', wanted: after, there: textBeside(article, instead.to, wordsLong(after)) });
  return { kind: 'missing', why: 'other-neighbours', instead, neighbours };
}

/** How long the words are without the marks around them. */
function wordsLong(text: string): number {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').length;
}

/** The next words of so many units from the offset on, or back from it, with the marks before them, and the rest of the last word. */
function textBeside({ text }: ArticleText, offset: number, length: number): string {
  const step = length < 0 ? -1 : 1;
  const unit = (at: number) => text.charCodeAt(step < 0 ? at - 1 : at);
  let word = offset;
  while (word > 0 && word < text.length && kindOf(unit(word)) === 'other') word += step;
  const edge = wordEdge(text, Math.min(Math.max(word + length, 0), text.length), step);
  return text.slice(Math.min(offset, edge), Math.max(offset, edge));
}

function missingPart(article: ArticleText, part: WantedFragment): MissingQuote {
  const { cut } = occurrencesOf(article, part.folded);
  return { ...missing(article, part.written, cut), part: part.written };
}

function missing(article: ArticleText, quote: string, cut: FoldedStretch | undefined): MissingQuote {
  if (cut)
    return {
      kind: 'missing',
      why: 'cuts-word',
      instead: candidate(article, toWholeWords(article.text, inArticle(article, cut))),
    };
  const nearest = nearestPassage(article, quote);
  return nearest ? { kind: 'missing', why: 'nowhere', nearest } : { kind: 'missing', why: 'nowhere' };
}

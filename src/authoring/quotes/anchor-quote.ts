import type { Fragment } from '../../dataset/dataset.js';
import type { Anchoring, Candidate, FoundQuote, MissingQuote, QuoteWanted } from './anchoring.js';
import type { ArticleText, Stretch } from './article-text.js';
import { chainsOf, type Chain } from './fragment-chains.js';
import { nearestPassage } from './nearest-passage.js';
import { candidateAt, foldQuote, inArticle, neighbourCheck, occurrencesOf, type FoldedStretch } from './occurrences.js';
import { toWholeWords } from './word-boundaries.js';
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
    return {
      kind: 'missing',
      why: 'other-neighbours',
      instead: candidate(article, wholeOf(chain.map((place) => inArticle(article, place)))),
    };
  }
  if (standing.starts.length > 0) {
    const [from = 0] = standing.starts;
    return {
      kind: 'missing',
      why: 'other-neighbours',
      instead: candidateAt(article, { from, to: from + standing.length }),
    };
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

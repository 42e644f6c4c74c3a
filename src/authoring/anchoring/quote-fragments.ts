import type { ArticleText } from '../text/article-text.js';
import { findAll } from '../text/find-all.js';
import { foldQuote, type LooseEdges } from './occurrences.js';

/** One run of the article's words in a quote that the editor joined from several. */
export interface QuoteFragment {
  /** As the editor wrote it. */
  readonly original: string;
  readonly folded: string;
  /** What precedes it in the quote, with spaces: ` […] `, or an insertion such as ` [Pompeo] ` or `[t]`. */
  readonly joint?: Joint;
  readonly looseEdges: LooseEdges;
}

export interface Joint {
  readonly text: string;
  /** An elision skips any number of words; an insertion replaces a few. */
  readonly kind: 'elision' | 'insertion';
}

/** `open-end` if the quote ends with an insertion, so that its end in the article is undefined. */
export type QuoteFragments = readonly QuoteFragment[] | 'open-end';

/**
 * Splits a quote at `[…]`, `[...]`, `…`, `...` and at insertions in square brackets. Dots and brackets that the article itself has between
 * the same words are no joints. Elisions at the edges of the quote join nothing and are dropped.
 */
export function splitQuote(quote: string, article: ArticleText): QuoteFragments {
  const pieces = mergeOwnJoints(splitAtJoints(quote), quote, article);
  const fragments: QuoteFragment[] = [];
  let joint: Joint['kind'] | undefined;
  let wordsEnd = 0;
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'words') {
      // Two adjacent joints count as one: an elision if one of them is.
      joint = joint === 'elision' ? joint : piece.kind;
      return;
    }
    const raw = quote.slice(piece.from, piece.to);
    const written = raw.trim();
    const wordsStart = piece.from + raw.indexOf(written);
    const text = quote.slice(wordsEnd, wordsStart).replace(/\s+/g, ' ');
    const isInQuote = joint && (fragments.length > 0 || joint === 'insertion');
    const looseEdges = {
      left: touches(quote, pieces[index - 1], piece.from),
      right: touches(quote, pieces[index + 1], piece.to - 1),
    };
    fragments.push({
      original: written,
      folded: foldQuote(written),
      looseEdges,
      ...(joint && isInQuote && { joint: { text, kind: joint } }),
    });
    wordsEnd = wordsStart + written.length;
    joint = undefined;
  });
  return joint === 'insertion' ? 'open-end' : fragments;
}

interface Piece {
  readonly kind: 'words' | Joint['kind'];
  readonly from: number;
  readonly to: number;
}

function splitAtJoints(quote: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let wordsFrom = 0;
  for (let index = 0; index < quote.length;) {
    const joint = jointAt(quote, index);
    if (!joint) {
      index++;
      continue;
    }
    addWords(wordsFrom, index);
    pieces.push(joint);
    index = wordsFrom = joint.to;
  }
  addWords(wordsFrom, quote.length);
  return pieces;

  function addWords(from: number, to: number): void {
    if (foldQuote(quote.slice(from, to)) !== '') pieces.push({ kind: 'words', from, to });
  }
}

function jointAt(quote: string, from: number): Piece | undefined {
  if (quote[from] === '[') {
    const close = quote.indexOf(']', from);
    const within = quote.slice(from + 1, close).trim();
    if (close < 0 || within.includes('[')) return undefined;
    return { kind: isElision(within) ? 'elision' : 'insertion', from, to: close + 1 };
  }
  let to = from;
  while (quote[to] === '…' || quote[to] === '.') to++;
  return isElision(quote.slice(from, to)) ? { kind: 'elision', from, to } : undefined;
}

/** Matches `…`, `...`, or either with a full stop before or after it. */
function isElision(text: string): boolean {
  return text === '. . .' || (/^[….]+$/u.test(text) && (text.includes('…') || text.length >= 3));
}

/** Returns whether the words touch an insertion without a space, as in `[t]he`. */
function touches(quote: string, adjacent: Piece | undefined, edge: number): boolean {
  return adjacent?.kind === 'insertion' && quote[edge]!.trim() !== '';
}

/** Merges pieces around dots or brackets that the article itself prints. Works from left to right, so the result is well defined. */
function mergeOwnJoints(pieces: readonly Piece[], quote: string, article: ArticleText): readonly Piece[] {
  const merged: Piece[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    const next = pieces[index + 1];
    const before = merged.at(-1)?.kind === 'words' ? merged.at(-1) : undefined;
    if (piece.kind === 'words') {
      merged.push(piece);
      continue;
    }
    const after = next?.kind === 'words' ? next : undefined;
    const own = { kind: 'words', from: before?.from ?? piece.from, to: after?.to ?? piece.to } as const;
    const [isOwn] = before || after ? findAll(article.folded.text, foldQuote(quote.slice(own.from, own.to))) : [];
    if (isOwn !== undefined) {
      if (before) merged.pop();
      if (after) index++;
      merged.push(own);
    } else merged.push(piece);
  }
  return merged;
}

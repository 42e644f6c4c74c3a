import type { ArticleText } from '../text/article-text.js';
import { foldQuote, type LooseEdges } from './occurrences.js';

/** One run of the article's words within a quote that the editor joined from several. */
export interface WantedFragment {
  /** As the editor wrote it. */
  readonly written: string;
  readonly folded: string;
  /** What stands before it in the quote, with its spaces: ` […] `, or an insertion such as ` [Pompeo] ` or `[t]`. */
  readonly joint?: Joint;
  readonly loose: LooseEdges;
}

export interface Joint {
  readonly text: string;
  /** An elision leaves out any number of words; an insertion takes the place of a few. */
  readonly is: 'elision' | 'insertion';
}

/** `open-end` where the quote ends with an insertion, so that nothing says where it ends in the article. */
export type WantedFragments = readonly WantedFragment[] | 'open-end';

/**
 * Takes a quote apart at `[…]`, `[...]`, `…`, `...` and at insertions in square brackets. A joint that stands in the article just
 * so, between the words around it, is the article's own and no joint. Elisions at the quote's edges join nothing and are dropped.
 */
export function fragmentsOf(quote: string, article: ArticleText): WantedFragments {
  const pieces = withoutOwnJoints(piecesOf(quote), quote, article);
  const fragments: WantedFragment[] = [];
  let joint: Joint['is'] | undefined;
  let wordsEnd = 0;
  pieces.forEach((piece, index) => {
    if (piece.is !== 'words') {
      // Two joints side by side are one; where one of them leaves words out, both together do.
      joint = joint === 'elision' ? joint : piece.is;
      return;
    }
    const raw = quote.slice(piece.from, piece.to);
    const written = raw.trim();
    const wordsStart = piece.from + raw.indexOf(written);
    const text = quote.slice(wordsEnd, wordsStart).replace(/\s+/g, ' ');
    const isKept = joint && (fragments.length > 0 || joint === 'insertion');
    const loose = {
      left: touches(quote, pieces[index - 1], piece.from),
      right: touches(quote, pieces[index + 1], piece.to - 1),
    };
    fragments.push({
      written,
      folded: foldQuote(written),
      loose,
      ...(joint && isKept && { joint: { text, is: joint } }),
    });
    wordsEnd = wordsStart + written.length;
    joint = undefined;
  });
  return joint === 'insertion' ? 'open-end' : fragments;
}

interface Piece {
  readonly is: 'words' | Joint['is'];
  readonly from: number;
  readonly to: number;
}

function piecesOf(quote: string): readonly Piece[] {
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
    if (foldQuote(quote.slice(from, to)) !== '') pieces.push({ is: 'words', from, to });
  }
}

function jointAt(quote: string, from: number): Piece | undefined {
  if (quote[from] === '[') {
    const close = quote.indexOf(']', from);
    const within = quote.slice(from + 1, close).trim();
    if (close < 0 || within.includes('[')) return undefined;
    return { is: isElision(within) ? 'elision' : 'insertion', from, to: close + 1 };
  }
  let to = from;
  while (quote[to] === '…' || quote[to] === '.') to++;
  return isElision(quote.slice(from, to)) ? { is: 'elision', from, to } : undefined;
}

/** `…`, `...`, or either with the full stop of the sentence before or after it. */
function isElision(text: string): boolean {
  return text === '. . .' || (/^[….]+$/u.test(text) && (text.includes('…') || text.length >= 3));
}

/** Whether the words touch an insertion without a space, as in `[t]he`. */
function touches(quote: string, neighbour: Piece | undefined, edge: number): boolean {
  return neighbour?.is === 'insertion' && quote[edge]!.trim() !== '';
}

/** Joins what the article itself prints with brackets or dots. Left to right, so that the answer does not hang on chance. */
function withoutOwnJoints(pieces: readonly Piece[], quote: string, article: ArticleText): readonly Piece[] {
  const kept: Piece[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    const next = pieces[index + 1];
    const before = kept.at(-1)?.is === 'words' ? kept.at(-1) : undefined;
    if (piece.is === 'words') {
      kept.push(piece);
      continue;
    }
    const after = next?.is === 'words' ? next : undefined;
    const own = { is: 'words', from: before?.from ?? piece.from, to: after?.to ?? piece.to } as const;
    if ((before || after) && article.folded.text.includes(foldQuote(quote.slice(own.from, own.to)))) {
      if (before) kept.pop();
      if (after) index++;
      kept.push(own);
    } else kept.push(piece);
  }
  return kept;
}

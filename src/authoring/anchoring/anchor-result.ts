import type { Fragment } from '../../dataset/dataset.js';
import type { TextRange } from '../text/text-positions.js';

/** What the editor wrote to select a quote, like a W3C TextQuoteSelector. */
export interface QuoteSelector {
  readonly quote: string;
  /** Text directly before the quote, ignoring spaces and quotation marks in between. */
  readonly before?: string;
  /** Text directly after it. */
  readonly after?: string;
}

/** The quote was found once. Offsets are code points of the article's text, `end` exclusive. */
export interface FoundQuote {
  readonly kind: 'found';
  readonly start: number;
  readonly end: number;
  /** The article's own characters from `start` to `end`. */
  readonly exact: string;
  /** Whether the quote was found verbatim, in folded form, or as joined fragments. */
  readonly match: 'exact' | 'folded' | 'fragments';
  /** Set if the editor joined fragments or put an insertion before the first. */
  readonly fragments?: readonly Fragment[];
  /** One range per fragment, in UTF-16 units. */
  readonly ranges: readonly TextRange[];
}

/** The quote matches several places; the first ten are listed. */
export interface AmbiguousQuote {
  readonly kind: 'ambiguous';
  readonly candidates: readonly Candidate[];
  readonly hasMore: boolean;
}

export interface Candidate extends TextRange {
  readonly start: number;
  readonly end: number;
}

/** The quote was not found. */
export interface MissingQuote {
  readonly kind: 'missing';
  readonly reason:
    | 'empty'
    /** The quote ends with an insertion in brackets, so its end is undefined. */
    | 'open-end'
    /** It occurs only inside longer words, such as at `candidate`. */
    | 'inside-word'
    /** It occurs, but not next to `before` and `after`. */
    | 'context-mismatch'
    /** Each fragment occurs, but not in this order. */
    | 'wrong-order'
    | 'not-found';
  /** The missing fragment of a quote with several. */
  readonly fragment?: string;
  /** The whole words, or the occurrence with another context. */
  readonly candidate?: Candidate;
  /** What the article has in place of `before` and `after`. */
  readonly mismatches?: readonly ContextMismatch[];
  readonly nearest?: NearestPassage;
}

/** The expected and the actual text on one side of the quote, about equally long. */
export interface ContextMismatch {
  readonly side: 'before' | 'after';
  readonly expected: string;
  /** Empty at the start or end of the article. */
  readonly actual: string;
}

/** The passage most similar to the quote. */
export interface NearestPassage extends Candidate {
  readonly text: string;
  /** Pairs of [text in the quote, text in the article]; one of them may be empty. */
  readonly differences: readonly (readonly [string, string])[];
}

export type AnchorResult = FoundQuote | AmbiguousQuote | MissingQuote;

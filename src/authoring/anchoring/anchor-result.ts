import type { Fragment } from '../../dataset/dataset.js';
import type { Stretch } from '../text/article-text.js';

/** What the editor wrote to say which words of the article are meant. */
export interface QuoteWanted {
  readonly quote: string;
  /** Words that stand directly before the quote in the article; spaces and quotation marks between do not matter. */
  readonly before?: string;
  /** Words that stand directly after it. */
  readonly after?: string;
}

/** The one place of a quote. Offsets count code points of the article's text, `end` exclusive. */
export interface FoundQuote {
  readonly kind: 'found';
  readonly start: number;
  readonly end: number;
  /** The article's own characters from `start` to `end`. */
  readonly exact: string;
  /** Whether the words stand letter for letter, under the declared equivalences, or as fragments that the editor joined. */
  readonly equal: 'exact' | 'folded' | 'fragments';
  /** Set where the editor joined fragments, or put words in brackets before the first. */
  readonly fragments?: readonly Fragment[];
  /** The quoted words in JavaScript's own count, one stretch a fragment. */
  readonly stretches: readonly Stretch[];
}

/** More than one place fits: the first ten, and how many there are at least. */
export interface AmbiguousQuote {
  readonly kind: 'ambiguous';
  readonly candidates: readonly Candidate[];
  readonly more: boolean;
}

export interface Candidate extends Stretch {
  readonly start: number;
  readonly end: number;
}

/** No place fits, and why. */
export interface MissingQuote {
  readonly kind: 'missing';
  readonly why:
    | 'empty'
    /** The quote ends with an insertion in brackets, so nothing says where it ends. */
    | 'open-end'
    /** The words stand only as part of longer words: `whole` has them in full. */
    | 'cuts-word'
    /** The words stand there, but not with `before` and `after` next to them. */
    | 'other-neighbours'
    /** Each fragment stands there, but not in this order. */
    | 'other-order'
    | 'nowhere';
  /** The fragment that is missing, where the quote has several. */
  readonly part?: string;
  /** Where the words stand in full, or where they stand with other neighbours. */
  readonly instead?: Candidate;
  /** What stands there next to the words, where `before` and `after` say something else. */
  readonly neighbours?: readonly OtherNeighbour[];
  readonly nearest?: NearestPassage;
}

/** The article's text on one side of the words, about as long as what the editor wrote of it. */
export interface OtherNeighbour {
  readonly side: 'before' | 'after';
  readonly wanted: string;
  /** Empty where the article begins or ends. */
  readonly there: string;
}

/** The passage most like the quote. */
export interface NearestPassage extends Candidate {
  readonly text: string;
  /** [what the quote says, what the article says]; an empty string where one of them says nothing. */
  readonly differences: readonly (readonly [string, string])[];
}

export type Anchoring = FoundQuote | AmbiguousQuote | MissingQuote;

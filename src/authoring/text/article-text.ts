import { foldText, type FoldedText } from './fold-text.js';
import { QuotationMarks } from './quotation-marks.js';
import { TextPlaces } from './text-positions.js';
import { wordsOf, type Words } from './word-index.js';

/** A part of a text in JavaScript's own count (UTF-16 units), `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** An article's text with all that quotes ask of it; each index is built when first asked for, and then kept. */
export class ArticleText {
  readonly text: string;
  readonly places: TextPlaces;
  #folded: FoldedText | undefined;
  #words: Words | undefined;
  #marks: QuotationMarks | undefined;

  constructor(text: string) {
    this.text = text;
    this.places = new TextPlaces(text);
  }

  get folded(): FoldedText {
    return (this.#folded ??= foldText(this.text));
  }

  get words(): Words {
    return (this.#words ??= wordsOf(this.folded.text));
  }

  get quotationMarks(): QuotationMarks {
    return (this.#marks ??= new QuotationMarks(this.text));
  }

  slice({ from, to }: Stretch): string {
    return this.text.slice(from, to);
  }
}

/** The same text in memory of its own: a slice would keep its whole article there. */
export function ownCopy(slice: string): string {
  return Buffer.from(slice).toString();
}

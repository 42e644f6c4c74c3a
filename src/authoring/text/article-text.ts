import { foldText, type FoldedText } from './fold-text.js';
import { QuotationMarks } from './quotation-marks.js';
import { TextPositions, type TextRange } from './text-positions.js';
import { indexWords, type WordIndex } from './word-index.js';

/** An article's text with the indexes that anchoring needs; each is built on first use. */
export class ArticleText {
  readonly text: string;
  readonly positions: TextPositions;
  #folded: FoldedText | undefined;
  #words: WordIndex | undefined;
  #quotationMarks: QuotationMarks | undefined;

  constructor(text: string) {
    this.text = text;
    this.positions = new TextPositions(text);
  }

  get folded(): FoldedText {
    return (this.#folded ??= foldText(this.text));
  }

  get words(): WordIndex {
    return (this.#words ??= indexWords(this.folded.text));
  }

  get quotationMarks(): QuotationMarks {
    return (this.#quotationMarks ??= new QuotationMarks(this.text));
  }

  slice({ from, to }: TextRange): string {
    return this.text.slice(from, to);
  }
}

/** Copies a string. A slice would keep the whole article in memory. */
export function detachedCopy(slice: string): string {
  return Buffer.from(slice).toString();
}

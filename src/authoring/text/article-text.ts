import { foldText, type FoldedText } from './fold-text.js';
import { QuotationMarks } from './quotation-marks.js';
import { TextPositions, type TextRange } from './text-positions.js';
import { splitsGrapheme, splitsWord } from './word-boundaries.js';
import { indexWords, type WordIndex } from './word-index.js';

/** Where a quote may begin or end, from nowhere to anywhere; 0 if not yet known. */
export const edges = { 'inside a character': 1, 'inside a word': 2, 'between words': 3 } as const;

/** An article's text with the indexes that anchoring needs; each is built on first use. */
export class ArticleText {
  readonly text: string;
  readonly positions: TextPositions;
  #folded: FoldedText | undefined;
  #words: WordIndex | undefined;
  #quotationMarks: QuotationMarks | undefined;
  #startEdges: Uint8Array | undefined;
  #endEdges: Uint8Array | undefined;

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

  /** Returns what a quote would split if it began at this offset of the folded text: one of `edges`. */
  startEdge(index: number): number {
    this.#startEdges ??= new Uint8Array(this.folded.text.length + 1);
    return (this.#startEdges[index] ||= this.#edgeAt(index, this.folded.starts[index]!));
  }

  /** Returns the same for a quote that ends there. It may differ, because characters that matching ignores are between the two. */
  endEdge(index: number): number {
    this.#endEdges ??= new Uint8Array(this.folded.text.length + 1);
    return (this.#endEdges[index] ||= this.#edgeAt(index, this.folded.ends[index - 1]!));
  }

  #edgeAt(index: number, offset: number): number {
    const { starts, ends } = this.folded;
    // Such as inside an ellipsis that was folded to three dots.
    const isWithin =
      index > 0 && index < starts.length && starts[index] === starts[index - 1] && ends[index] === ends[index - 1];
    if (isWithin || splitsGrapheme(this.text, offset)) return edges['inside a character'];
    return splitsWord(this.text, offset) ? edges['inside a word'] : edges['between words'];
  }

  slice({ from, to }: TextRange): string {
    return this.text.slice(from, to);
  }
}

/** Copies a string. A slice would keep the whole article in memory. */
export function detachedCopy(slice: string): string {
  return Buffer.from(slice).toString();
}

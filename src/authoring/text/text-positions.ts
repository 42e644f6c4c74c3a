import type { FilePlace } from '../problem.js';

/** Units between two counted checkpoints: small enough that a look-up is quick, large enough that the index is. */
const stride = 1024;

/**
 * Where an offset of JavaScript (UTF-16 units) lies as people and the W3C Web Annotation model count: in code points, and as line and
 * column. Built once per text in linear time; a look-up does not depend on the length of the text.
 */
export class TextPlaces {
  /** Code points of the whole text. */
  readonly length: number;
  readonly #text: string;
  /** Second halves of surrogate pairs before each checkpoint. */
  readonly #pairs: Uint32Array;
  #lineStarts: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#pairs = new Uint32Array(Math.floor(text.length / stride) + 1);
    let pairs = 0;
    for (let index = 0; index < text.length; index++) {
      if (index % stride === 0) this.#pairs[index / stride] = pairs;
      if (isSecondHalf(text, index)) pairs++;
    }
    if (text.length % stride === 0) this.#pairs[text.length / stride] = pairs;
    this.length = text.length - pairs;
  }

  /** The code points before the offset. */
  codePoint(offset: number): number {
    const checkpoint = Math.floor(offset / stride);
    let pairs = this.#pairs[checkpoint] ?? 0;
    for (let index = checkpoint * stride; index < offset; index++) if (isSecondHalf(this.#text, index)) pairs++;
    return offset - pairs;
  }

  /** Line and column, from 1; CR, LF and CRLF each end a line. */
  lineAndColumn(offset: number): { readonly line: number; readonly column: number } {
    this.#lineStarts ??= lineStartsOf(this.#text);
    const line = lastAtMost(this.#lineStarts, offset);
    return { line: line + 1, column: this.codePoint(offset) - this.codePoint(this.#lineStarts[line] ?? 0) + 1 };
  }
}

/** A text file as the editor knows it. Its places are worked out when somebody asks: in a large coding hardly anybody does. */
export class NamedText {
  readonly file: string;
  readonly places: TextPlaces;

  constructor(file: string, text: string) {
    this.file = file;
    this.places = new TextPlaces(text);
  }

  at(offset: number): FilePlace {
    return new OffsetPlace(this, offset);
  }
}

/** A place that is still an offset. */
export class OffsetPlace implements FilePlace {
  readonly text: NamedText;
  readonly offset: number;

  constructor(text: NamedText, offset: number) {
    this.text = text;
    this.offset = offset;
  }

  get file(): string {
    return this.text.file;
  }

  get line(): number {
    return this.text.places.lineAndColumn(this.offset).line;
  }

  get column(): number {
    return this.text.places.lineAndColumn(this.offset).column;
  }
}

function isSecondHalf(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 0xdc00 || unit > 0xdfff || index === 0) return false;
  const first = text.charCodeAt(index - 1);
  return first >= 0xd800 && first <= 0xdbff;
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(index + 1) !== 0x0a)) starts.push(index + 1);
  }
  return starts;
}

/** The index of the last value that is not above the limit, in an ascending list that begins at or below it. */
export function lastAtMost(ascending: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (ascending[middle]! <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

import { bisectRight } from 'd3-array';
import type { FileLocation } from '../problem.js';

/** A range of a text in UTF-16 units, `to` exclusive. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** UTF-16 units between two checkpoints: small enough for fast look-ups, large enough for a small index. */
const checkpointInterval = 1024;

/**
 * Converts offsets in UTF-16 units, as JavaScript counts, to code point offsets, as the W3C Web Annotation model counts, and to lines and
 * columns. Built in linear time; look-up time does not depend on the length of the text.
 */
export class TextPositions {
  /** Length of the text in code points. */
  readonly length: number;
  readonly #text: string;
  /** Number of surrogate pairs that end before each checkpoint. */
  readonly #pairs: Uint32Array;
  #lineStarts: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#pairs = new Uint32Array(Math.floor(text.length / checkpointInterval) + 1);
    let pairs = 0;
    for (let index = 0; index < text.length; index++) {
      if (index % checkpointInterval === 0) this.#pairs[index / checkpointInterval] = pairs;
      if (isLowSurrogate(text, index)) pairs++;
    }
    if (text.length % checkpointInterval === 0) this.#pairs[text.length / checkpointInterval] = pairs;
    this.length = text.length - pairs;
  }

  /** Returns the number of code points before the offset. */
  codePointOffset(offset: number): number {
    const checkpoint = Math.floor(offset / checkpointInterval);
    let pairs = this.#pairs[checkpoint] ?? 0;
    for (let index = checkpoint * checkpointInterval; index < offset; index++)
      if (isLowSurrogate(this.#text, index)) pairs++;
    return offset - pairs;
  }

  /** Returns line and column, both from 1. CR, LF and CRLF each end a line. */
  lineAndColumn(offset: number): { readonly line: number; readonly column: number } {
    this.#lineStarts ??= lineStartsOf(this.#text);
    const line = bisectRight(this.#lineStarts, offset);
    return { line, column: this.codePointOffset(offset) - this.codePointOffset(this.#lineStarts[line - 1] ?? 0) + 1 };
  }
}

/** A text with the path of its file. Computes lines and columns on demand: few of a large coding's are ever needed. */
export class TextFile {
  readonly file: string;
  readonly positions: TextPositions;

  constructor(file: string, text: string) {
    this.file = file;
    this.positions = new TextPositions(text);
  }

  locationAt(offset: number): FileLocation {
    return new OffsetLocation(this, offset);
  }
}

/** A location that is computed from an offset on demand. */
export class OffsetLocation implements FileLocation {
  readonly text: TextFile;
  readonly offset: number;

  constructor(text: TextFile, offset: number) {
    this.text = text;
    this.offset = offset;
  }

  get file(): string {
    return this.text.file;
  }

  get line(): number {
    return this.text.positions.lineAndColumn(this.offset).line;
  }

  get column(): number {
    return this.text.positions.lineAndColumn(this.offset).column;
  }
}

function isLowSurrogate(text: string, index: number): boolean {
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

import { isFollowingJamo, isInvisible } from './word-boundaries.js';

/** Replaces a blank line in folded text. Nothing else folds to it, so a quote never matches across paragraphs. */
export const paragraphBreak = '\n';

/**
 * A text in the normalized form in which quotes are compared, with a map back to the source: unit `i` of `text` stands for the source range
 * from `starts[i]` to `ends[i]` (UTF-16 units). Units that stand for the same range share both.
 */
export interface FoldedText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/**
 * Normalizes a text for comparison. Double quotation marks become `"`, single ones and primes `'`, a run of dashes `-`, an ellipsis three
 * dots, a run of spaces with at most one line break a single space, and a run with a blank line `paragraphBreak`. Drops invisible characters
 * (soft hyphen, zero-width space) and brings the rest to NFC. Keeps case. Linear in the length of the text.
 */
export function foldText(source: string): FoldedText {
  const folded = new FoldedTextBuilder(source.length);
  // Most texts are in NFC already; then no cluster needs normalizing.
  const isNfc = !overlongCluster.test(source) && source.normalize('NFC') === source;
  let index = 0;
  while (index < source.length) {
    if (!isNfc) {
      const end = clusterEnd(source, index);
      const cluster = source.slice(index, end);
      const normal = cluster.normalize('NFC');
      if (normal !== cluster) {
        for (let unit = 0; unit < normal.length; unit++) folded.add(normal.charCodeAt(unit), index, end);
        index = end;
      }
      // Together, because looking for the end of the cluster again for each mark would take the square of their number.
      while (index < end) index = foldOne(source, index, folded);
    } else index = foldOne(source, index, folded);
  }
  return folded.build();
}

/** Returns the folded text without the map. Most quotes and words do not change. */
export function foldedText(source: string): string {
  return /[^ -~]| {2}|--/u.test(source) ? foldText(source).text : source;
}

function foldOne(source: string, index: number, folded: FoldedTextBuilder): number {
  const unit = source.charCodeAt(index);
  if (isSpace(unit)) return foldSpaces(source, index, folded);
  if (isDash(unit)) {
    let end = index + 1;
    while (isDash(source.charCodeAt(end))) end++;
    folded.add(0x2d, index, end);
    return end;
  }
  if (unit === 0x2026) for (let dot = 0; dot < 3; dot++) folded.add(0x2e, index, index + 1);
  else if (!isInvisible(unit)) folded.add(plainQuotationMarks.get(unit) ?? unit, index, index + 1);
  return index + 1;
}

const plainQuotationMarks: ReadonlyMap<number, number> = new Map([
  ...Array.from('“”„‟«»', (mark) => [mark.charCodeAt(0), 0x22] as const),
  ...Array.from('‘’‚‛‹›′', (mark) => [mark.charCodeAt(0), 0x27] as const),
]);

function foldSpaces(source: string, start: number, folded: FoldedTextBuilder): number {
  let end = start;
  let lineBreaks = 0;
  for (let index = start; index < source.length; index++) {
    const unit = source.charCodeAt(index);
    if (isSpace(unit)) {
      const secondOfPair = unit === 0x0a && index > start && source.charCodeAt(index - 1) === 0x0d;
      if (unit === 0x2029) lineBreaks += 2;
      else if (isLineBreak(unit) && !secondOfPair) lineBreaks++;
      end = index + 1;
    } else if (!isInvisible(unit)) break;
  }
  folded.add(lineBreaks > 1 ? paragraphBreak.charCodeAt(0) : 0x20, start, end);
  return end;
}

function isLineBreak(unit: number): boolean {
  return (unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028;
}

export function isSpace(unit: number): boolean {
  if (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)) return true;
  if (unit < 0x85) return false;
  return (
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

function isDash(unit: number): boolean {
  if (unit === 0x2d) return true;
  if (unit < 0x2010) return false;
  return (
    unit <= 0x2015 ||
    unit === 0x2212 ||
    unit === 0x2e3a ||
    unit === 0x2e3b ||
    unit === 0xfe58 ||
    unit === 0xfe63 ||
    unit === 0xff0d
  );
}

const mark = /\p{M}/u;
/** Normalizing takes the square of the number of marks on a letter. Text in any language has a few at most (UAX #15, 13.1). */
const maxClusterLength = 100;
const overlongCluster = new RegExp(`\\p{M}{${maxClusterLength}}`, 'u');

/** Returns the end of a base character with the marks and jamo that may compose with it, at most 100 UTF-16 units further on. */
function clusterEnd(source: string, start: number): number {
  let end = start + (source.codePointAt(start)! > 0xffff ? 2 : 1);
  while (end < source.length && end < start + maxClusterLength) {
    const codePoint = source.codePointAt(end)!;
    // U+0300 is the first combining mark.
    if (codePoint < 0x300) break;
    if (!isFollowingJamo(codePoint) && !mark.test(String.fromCodePoint(codePoint))) break;
    end += codePoint > 0xffff ? 2 : 1;
  }
  return end;
}

class FoldedTextBuilder {
  #units: Uint16Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  #length = 0;

  constructor(expected: number) {
    this.#units = new Uint16Array(expected + 16);
    this.#starts = new Uint32Array(expected + 16);
    this.#ends = new Uint32Array(expected + 16);
  }

  add(unit: number, start: number, end: number): void {
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length++;
  }

  #grow(): void {
    const grown = <T extends Uint16Array | Uint32Array>(old: T, fresh: T): T => (fresh.set(old), fresh);
    const size = this.#units.length * 2;
    this.#units = grown(this.#units, new Uint16Array(size));
    this.#starts = grown(this.#starts, new Uint32Array(size));
    this.#ends = grown(this.#ends, new Uint32Array(size));
  }

  build(): FoldedText {
    const chunks: string[] = [];
    // In chunks, because the number of arguments of a call is limited.
    for (let from = 0; from < this.#length; from += 8192)
      chunks.push(String.fromCharCode(...this.#units.subarray(from, Math.min(from + 8192, this.#length))));
    return {
      text: chunks.join(''),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    };
  }
}

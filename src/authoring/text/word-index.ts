import { kindOf } from './word-boundaries.js';

/** The words of a text in order: where each begins and ends, and a number that is the same for the same word, whatever its case. */
export interface Words {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly numbers: Uint32Array;
  /** Word in small letters → its number. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

/** Runs of letters, digits and marks; a character of a script without spaces is a word of its own. Linear. */
export function wordsOf(text: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const numbers: number[] = [];
  const vocabulary = new Map<string, number>();
  let begun = -1;

  function close(end: number): void {
    if (begun < 0) return;
    const word = text.slice(begun, end).toLowerCase();
    let number = vocabulary.get(word);
    if (number === undefined) vocabulary.set(word, (number = vocabulary.size));
    starts.push(begun);
    ends.push(end);
    numbers.push(number);
    begun = -1;
  }

  for (let index = 0; index < text.length;) {
    const codePoint = text.codePointAt(index)!;
    const size = codePoint > 0xffff ? 2 : 1;
    const kind = kindOf(codePoint);
    if (kind !== 'spaced') close(index);
    if (kind !== 'other' && begun < 0) begun = index;
    if (kind === 'unspaced') close(index + size);
    index += size;
  }
  close(text.length);
  return {
    count: starts.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    numbers: Uint32Array.from(numbers),
    vocabulary,
  };
}

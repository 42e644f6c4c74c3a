import { characterKind } from './word-boundaries.js';

/** The words of a text in order: the range of each, and an id that is the same for the same word in any case. */
export interface WordIndex {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly ids: Uint32Array;
  /** Word in lower case → its id. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

/** Splits a text into runs of letters, digits and marks; each character of a script without spaces is a word. Linear. */
export function indexWords(text: string): WordIndex {
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  const vocabulary = new Map<string, number>();
  let start = -1;

  function endWord(end: number): void {
    if (start < 0) return;
    const word = text.slice(start, end).toLowerCase();
    let id = vocabulary.get(word);
    if (id === undefined) vocabulary.set(word, (id = vocabulary.size));
    starts.push(start);
    ends.push(end);
    ids.push(id);
    start = -1;
  }

  for (let index = 0; index < text.length;) {
    const codePoint = text.codePointAt(index)!;
    const size = codePoint > 0xffff ? 2 : 1;
    const kind = characterKind(codePoint);
    if (kind !== 'spaced') endWord(index);
    if (kind !== 'other' && start < 0) start = index;
    if (kind === 'unspaced') endWord(index + size);
    index += size;
  }
  endWord(text.length);
  return {
    count: starts.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    ids: Uint32Array.from(ids),
    vocabulary,
  };
}

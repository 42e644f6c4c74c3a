/** A word of a rendering, with the space after it, and whether the other rendering has it differently. */
export interface ComparedWord {
  readonly text: string;
  readonly differs: boolean;
}

/** Nobody compares longer renderings by eye; their words stay unmarked. */
const mostWords = 400;

/**
 * Two renderings of one utterance word by word, with the differing words marked. `differences` are the builder's, in order: words
 * of the first rendering and what the second has instead, empty where it has none. A difference that stands in more than one place is
 * marked where its neighbours are alike in both; one that is not found is not marked.
 */
export function compareWords(
  first: string,
  second: string,
  differences: readonly (readonly [string, string])[],
): readonly [readonly ComparedWord[], readonly ComparedWord[]] {
  const texts = [wordsOf(first), wordsOf(second)] as const;
  const [a, b] = [texts[0].map(folded), texts[1].map(folded)];
  const marked = [new Set<number>(), new Set<number>()] as const;
  let [fromA, fromB] = [0, 0];
  for (const [inFirst, inSecond] of a.length > mostWords || b.length > mostWords ? [] : differences) {
    const [x, y] = [wordsOf(inFirst).map(folded), wordsOf(inSecond).map(folded)];
    const found = placeOf(a, x, fromA, b, y, fromB);
    if (!found) continue;
    x.forEach((_, index) => marked[0].add(found.i + index));
    y.forEach((_, index) => marked[1].add(found.j + index));
    [fromA, fromB] = [found.i + x.length, found.j + y.length];
  }
  const told = (side: 0 | 1) => texts[side].map((text, index) => ({ text, differs: marked[side].has(index) }));
  return [told(0), told(1)];
}

type Words = readonly string[];

/** The earliest pair of places with most neighbours alike. */
function placeOf(a: Words, x: Words, fromA: number, b: Words, y: Words, fromB: number) {
  let found: { readonly i: number; readonly j: number; readonly alike: number } | undefined;
  for (let i = fromA; i <= a.length - x.length; i++) {
    if (x.some((word, index) => a[i + index] !== word)) continue;
    for (let j = fromB; j <= b.length - y.length; j++) {
      if (y.some((word, index) => b[j + index] !== word)) continue;
      const alike = Number(a[i - 1] === b[j - 1]) + Number(a[i + x.length] === b[j + y.length]);
      if (alike > (found?.alike ?? -1)) found = { i, j, alike };
    }
  }
  return found;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*/g) ?? [];
}

function folded(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase() || word.trim();
}

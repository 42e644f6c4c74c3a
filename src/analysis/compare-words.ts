/** A word of a quote with the white space after it. */
export interface ComparedWord {
  readonly text: string;
  /** Whether the other quote has something else in its place. */
  readonly differs: boolean;
}

/** Nobody compares longer quotes word by word, and finding the differences takes quadratic time. */
const maxWords = 400;

/**
 * Returns the words of two quotes of the same utterance, with the differences marked. `differences` are the pairs that the builder found,
 * in order: words of the first quote and what the second has in their place, either possibly empty. A difference that occurs more than
 * once is marked where more of the neighbouring words are the same in both quotes; one that does not occur is ignored.
 */
export function compareWords(
  first: string,
  second: string,
  differences: readonly (readonly [string, string])[],
): readonly [readonly ComparedWord[], readonly ComparedWord[]] {
  const texts = [wordsOf(first), wordsOf(second)] as const;
  const [a, b] = [texts[0].map(normalized), texts[1].map(normalized)];
  const marked = [new Set<number>(), new Set<number>()] as const;
  let [fromA, fromB] = [0, 0];
  for (const [inFirst, inSecond] of a.length > maxWords || b.length > maxWords ? [] : differences) {
    const [x, y] = [wordsOf(inFirst).map(normalized), wordsOf(inSecond).map(normalized)];
    const match = findDifference(a, x, fromA, b, y, fromB);
    if (!match) continue;
    x.forEach((_, index) => marked[0].add(match.i + index));
    y.forEach((_, index) => marked[1].add(match.j + index));
    [fromA, fromB] = [match.i + x.length, match.j + y.length];
  }
  const compared = (side: 0 | 1) => texts[side].map((text, index) => ({ text, differs: marked[side].has(index) }));
  return [compared(0), compared(1)];
}

type Words = readonly string[];

/** Returns where x occurs in a and y in b: of all combinations the one with the most equal neighbours, of several the first. */
function findDifference(a: Words, x: Words, fromA: number, b: Words, y: Words, fromB: number) {
  let best: { readonly i: number; readonly j: number; readonly neighbours: number } | undefined;
  for (let i = fromA; i <= a.length - x.length; i++) {
    if (x.some((word, index) => a[i + index] !== word)) continue;
    for (let j = fromB; j <= b.length - y.length; j++) {
      if (y.some((word, index) => b[j + index] !== word)) continue;
      const neighbours = Number(a[i - 1] === b[j - 1]) + Number(a[i + x.length] === b[j + y.length]);
      if (neighbours > (best?.neighbours ?? -1)) best = { i, j, neighbours };
    }
  }
  return best;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*/g) ?? [];
}

/** Returns the word without punctuation and case; a word of punctuation only as it is. */
function normalized(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase() || word.trim();
}

import { isWithinDistance } from '../nearest-name.js';
import { isElided, type Utterance, type UtteranceWord } from './utterance-words.js';

/** Two renderings must share this many content words. */
const minSharedContentWords = 2;
/** One word may be dropped or added per this many words of the shorter rendering; one is always allowed. */
const wordsPerChange = 6;
/** Limits the product of the two word counts. No real quote is that long. */
const maxTableSize = 4_000_000;

const unreachable = 1 << 20;

/** Pairs of [words of the first, words of the other]; one of them may be empty. */
export type Differences = readonly (readonly [string, string])[];

/** Returns how many words may be dropped or added in a rendering of this length. */
export function maxChanges(words: number): number {
  return Math.max(1, Math.floor(words / wordsPerChange));
}

/**
 * Returns the differences between two renderings of the same utterance; undefined if they are different utterances.
 *
 * Aligns the shorter rendering with the longer one, which may continue at both ends. In between, a word may be spelled differently (Qaida,
 * Qaeda; counter terrorism, counterterrorism), one word in six may be dropped or added (at least one), and an elision matches any words. At
 * least two content words and half of all words of the shorter one must be shared. Extra words at the ends are no differences: the coder
 * chooses where a quote begins and ends.
 */
export function sameWords(first: Utterance, other: Utterance): Differences | undefined {
  const swapped = other.words.length < first.words.length;
  const [short, long] = swapped ? [other, first] : [first, other];
  const path = align(short.words, long.words);
  if (!path) return undefined;
  const differences = differencesOf(path, short, long);
  return swapped ? differences.map(([a, b]) => [b, a] as const) : differences;
}

/** A step of the alignment: matches `lengths[0]` words from `i` on with `lengths[1]` words from `j` on. */
interface Step {
  readonly i: number;
  readonly j: number;
  readonly lengths: readonly [number, number];
}

type Move = readonly [di: number, dj: number, cost: number];

function align(short: readonly UtteranceWord[], long: readonly UtteranceWord[]): readonly Step[] | undefined {
  const [n, m] = [short.length, long.length];
  if (n === 0 || n * m > maxTableSize) return undefined;
  const width = m + 1;
  // minCost[i, j]: the fewest changes that align short[i…] with long[j…]; filled from the end.
  const minCost = new Int32Array((n + 1) * width);
  const chosen: Move[] = new Array<Move>((n + 1) * width);
  for (let i = n - 1; i >= 0; i--)
    for (let j = m; j >= 0; j--) {
      let best = Infinity;
      for (const move of possibleMoves(short, long, i, j)) {
        const cost = move[2] + minCost[(i + move[0]) * width + j + move[1]]!;
        if (cost >= best || cost >= unreachable) continue;
        best = cost;
        chosen[i * width + j] = move;
      }
      minCost[i * width + j] = Math.min(best, unreachable);
    }
  let begin = 0;
  for (let j = 1; j <= m; j++) if (minCost[j]! < minCost[begin]!) begin = j;
  const wordsOfShort = short.filter((word) => !isElided(word)).length;
  if (minCost[begin]! > maxChanges(wordsOfShort)) return undefined;

  const path: Step[] = [];
  let shared = 0;
  let content = 0;
  for (let i = 0, j = begin; i < n;) {
    const [di, dj] = chosen[i * width + j]!;
    path.push({ i, j, lengths: [di, dj] });
    if (di > 0 && dj > 0 && !isElided(short[i]!) && !isElided(long[j]!)) {
      shared += di;
      if (short[i]!.isContent) content++;
    }
    i += di;
    j += dj;
  }
  return content >= minSharedContentWords && shared * 2 >= wordsOfShort ? path : undefined;
}

/** Yields the possible moves at this position. Of moves with the same cost the first wins. */
function* possibleMoves(
  short: readonly UtteranceWord[],
  long: readonly UtteranceWord[],
  i: number,
  j: number,
): Generator<Move> {
  const a = short[i]!;
  const b = long[j];
  if (b && isElided(a) && isElided(b)) yield [1, 1, 0];
  if (isElided(a)) {
    yield [1, 0, 0];
    // The elision consumes the words of the other, one at a time.
    if (b) yield [0, 1, 0];
    return;
  }
  if (b && isElided(b)) {
    yield [0, 1, 0];
    yield [1, 0, 0];
    return;
  }
  if (b) {
    const cost = substitutionCost(a, b);
    if (cost !== undefined) yield [1, 1, cost];
    const [nextA, nextB] = [short[i + 1], long[j + 1]];
    if (nextA && !isElided(nextA) && a.key + nextA.key === b.key) yield [2, 1, 0];
    if (nextB && !isElided(nextB) && a.key === b.key + nextB.key) yield [1, 2, 0];
    yield [0, 1, 1];
  }
  // A word at the end of the shorter rendering that the longer one replaces is a different word, not a dropped one.
  const replaced = (i === 0 && j > 0) || (i === short.length - 1 && j < long.length);
  if (!replaced) yield [1, 0, 1];
}

/** Returns 0 for the same word or spelling, 1 for one letter more or less in a long word (claim, claims), undefined for another word. */
function substitutionCost(a: UtteranceWord, b: UtteranceWord): 0 | 1 | undefined {
  if (a.key === b.key) return 0;
  const shorter = Math.min(a.key.length, b.key.length);
  if (shorter < 5) return undefined;
  if (a.spelling === b.spelling && Math.abs(a.key.length - b.key.length) <= 2) return 0;
  const number = /\p{N}/u.test(a.key + b.key);
  return !number && isWithinDistance(a.key, b.key, 1) ? 1 : undefined;
}

/** Compares whole printed words, so that `Iran-al-Qaida` is compared with `Iran-al Qaeda` and not only a part of each. */
function differencesOf(path: readonly Step[], short: Utterance, long: Utterance): Differences {
  const differences: [string, string][] = [];
  let block = emptyBlock();
  let adjoining = false;
  path.forEach(({ i, j, lengths: [di, dj] }, index) => {
    for (let at = i; at < i + di; at++) block.short.add(short.words[at]!.printed);
    for (let at = j; at < j + dj; at++) block.long.add(long.words[at]!.printed);
    const next = path[index + 1];
    // A block ends where a printed word ends in both renderings.
    if (next && (continuesPrintedWord(short, i + di) || continuesPrintedWord(long, j + dj))) return;
    const pair: [string, string] = [printedText(short, block.short), printedText(long, block.long)];
    block = emptyBlock();
    if (normalized(pair[0]) === normalized(pair[1])) {
      adjoining = false;
      return;
    }
    const last = differences.at(-1);
    if (adjoining && last)
      differences[differences.length - 1] = [joinWords(last[0], pair[0]), joinWords(last[1], pair[1])];
    else differences.push(pair);
    adjoining = true;
  });
  return differences.filter(([a, b]) => a !== '…' || b !== '…');
}

function emptyBlock(): { readonly short: Set<number>; readonly long: Set<number> } {
  return { short: new Set(), long: new Set() };
}

function continuesPrintedWord({ words }: Utterance, at: number): boolean {
  return at > 0 && at < words.length && words[at]!.printed === words[at - 1]!.printed;
}

function printedText({ printed }: Utterance, indices: ReadonlySet<number>): string {
  return [...indices].map((index) => printed[index]).join(' ');
}

function joinWords(a: string, b: string): string {
  return a && b ? `${a} ${b}` : a || b;
}

/** Case and the kind of apostrophe do not matter. */
function normalized(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/\u00ad/gu, '');
}

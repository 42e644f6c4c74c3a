import { differsByAtMost } from '../nearest-name.js';
import { isElided, type Utterance, type UtteranceWord } from './utterance-words.js';

/** Content words that two renderings must share. */
const fewestShared = 2;
/** One word may be dropped or added for each so many words of the shorter rendering, and always one. */
const wordsPerChange = 6;
/** Products of lengths above this are not compared: nobody quotes that much in one piece. */
const mostComparisons = 4_000_000;

const impossible = 1 << 20;

/** [words of the first, words of the other]; an empty string where one has none. */
export type Differences = readonly (readonly [string, string])[];

/** How many words a rendering of so many words may lack or add. */
export function changesAllowed(words: number): number {
  return Math.max(1, Math.floor(words / wordsPerChange));
}

/**
 * Whether two renderings are the same words with small differences, and which these are; undefined where they are not.
 *
 * The shorter one is laid along the longer, which may go on at both ends (one may be a part of the other). In between, a word may be
 * spelled otherwise (Qaida, Qaeda; counter terrorism, counterterrorism), one word in six may be dropped or added (always one), and
 * where a rendering marks an omission the other may have any words. At least two content words and half of all words of the shorter
 * must be shared. What only one rendering has at its ends is no difference: where a quote begins and ends is the coder's choice.
 */
export function sameWords(first: Utterance, other: Utterance): Differences | undefined {
  const swapped = other.words.length < first.words.length;
  const [short, long] = swapped ? [other, first] : [first, other];
  const path = alignment(short.words, long.words);
  if (!path) return undefined;
  const differences = differencesAlong(path, short, long);
  return swapped ? differences.map(([a, b]) => [b, a] as const) : differences;
}

/** A step of the alignment: from words `i` and `j` on, so many of each are laid side by side. */
interface Step {
  readonly i: number;
  readonly j: number;
  readonly takes: readonly [number, number];
}

type Move = readonly [di: number, dj: number, cost: number];

function alignment(short: readonly UtteranceWord[], long: readonly UtteranceWord[]): readonly Step[] | undefined {
  const [n, m] = [short.length, long.length];
  if (n === 0 || n * m > mostComparisons) return undefined;
  const width = m + 1;
  // The least changes to lay short[i…] along long from j on; filled from the end.
  const least = new Int32Array((n + 1) * width);
  const chosen: Move[] = new Array<Move>((n + 1) * width);
  for (let i = n - 1; i >= 0; i--)
    for (let j = m; j >= 0; j--) {
      let best = Infinity;
      for (const move of movesFrom(short, long, i, j)) {
        const cost = move[2] + least[(i + move[0]) * width + j + move[1]]!;
        if (cost >= best || cost >= impossible) continue;
        best = cost;
        chosen[i * width + j] = move;
      }
      least[i * width + j] = Math.min(best, impossible);
    }
  let begin = 0;
  for (let j = 1; j <= m; j++) if (least[j]! < least[begin]!) begin = j;
  const wordsOfShort = short.filter((word) => !isElided(word)).length;
  if (least[begin]! > changesAllowed(wordsOfShort)) return undefined;

  const path: Step[] = [];
  let shared = 0;
  let content = 0;
  for (let i = 0, j = begin; i < n;) {
    const [di, dj] = chosen[i * width + j]!;
    path.push({ i, j, takes: [di, dj] });
    if (di > 0 && dj > 0 && !isElided(short[i]!) && !isElided(long[j]!)) {
      shared += di;
      if (short[i]!.isContent) content++;
    }
    i += di;
    j += dj;
  }
  return content >= fewestShared && shared * 2 >= wordsOfShort ? path : undefined;
}

/** What may be laid side by side here; earlier moves win where the cost is even. */
function* movesFrom(
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
    // The omission swallows words of the other, one after the other.
    if (b) yield [0, 1, 0];
    return;
  }
  if (b && isElided(b)) {
    yield [0, 1, 0];
    yield [1, 0, 0];
    return;
  }
  if (b) {
    const cost = changeBetween(a, b);
    if (cost !== undefined) yield [1, 1, cost];
    const [nextA, nextB] = [short[i + 1], long[j + 1]];
    if (nextA && !isElided(nextA) && a.key + nextA.key === b.key) yield [2, 1, 0];
    if (nextB && !isElided(nextB) && a.key === b.key + nextB.key) yield [1, 2, 0];
    yield [0, 1, 1];
  }
  // At its ends the shorter one may not drop what the longer replaces: that would be another word, not one left out.
  const replaced = (i === 0 && j > 0) || (i === short.length - 1 && j < long.length);
  if (!replaced) yield [1, 0, 1];
}

/** 0 for the same word or spelling, 1 for a letter more or less in a long word (claim, claims), undefined for another word. */
function changeBetween(a: UtteranceWord, b: UtteranceWord): 0 | 1 | undefined {
  if (a.key === b.key) return 0;
  const shorter = Math.min(a.key.length, b.key.length);
  if (shorter < 5) return undefined;
  if (a.spelling === b.spelling && Math.abs(a.key.length - b.key.length) <= 2) return 0;
  const number = /\p{N}/u.test(a.key + b.key);
  return !number && differsByAtMost(a.key, b.key, 1) ? 1 : undefined;
}

/** Compares printed words, so that `Iran-al-Qaida` stands against `Iran-al Qaeda` and not a piece of one against a piece of the other. */
function differencesAlong(path: readonly Step[], short: Utterance, long: Utterance): Differences {
  const differences: [string, string][] = [];
  let block = emptyBlock();
  let adjoining = false;
  path.forEach(({ i, j, takes: [di, dj] }, index) => {
    for (let at = i; at < i + di; at++) block.short.add(short.words[at]!.printed);
    for (let at = j; at < j + dj; at++) block.long.add(long.words[at]!.printed);
    const next = path[index + 1];
    // A block ends where a printed word ends in both; until then it is one difference or none.
    if (next && (goesOn(short, i + di) || goesOn(long, j + dj))) return;
    const pair: [string, string] = [printedText(short, block.short), printedText(long, block.long)];
    block = emptyBlock();
    if (plain(pair[0]) === plain(pair[1])) {
      adjoining = false;
      return;
    }
    const last = differences.at(-1);
    if (adjoining && last) differences[differences.length - 1] = [joined(last[0], pair[0]), joined(last[1], pair[1])];
    else differences.push(pair);
    adjoining = true;
  });
  return differences.filter(([a, b]) => a !== '…' || b !== '…');
}

function emptyBlock(): { readonly short: Set<number>; readonly long: Set<number> } {
  return { short: new Set(), long: new Set() };
}

function goesOn({ words }: Utterance, at: number): boolean {
  return at > 0 && at < words.length && words[at]!.printed === words[at - 1]!.printed;
}

function printedText({ printed }: Utterance, indices: ReadonlySet<number>): string {
  return [...indices].map((index) => printed[index]).join(' ');
}

function joined(a: string, b: string): string {
  return a && b ? `${a} ${b}` : a || b;
}

/** Capitals and kinds of apostrophes are no difference of words. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/\u00ad/gu, '');
}

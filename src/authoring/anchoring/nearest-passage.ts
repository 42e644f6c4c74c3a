import { diffArrays } from 'diff';
import type { NearestPassage } from './anchor-result.js';
import type { ArticleText } from '../text/article-text.js';
import { differsByAtMost } from '../nearest-name.js';
import { candidateAt, foldQuote, type FoldedStretch } from './occurrences.js';
import { kindOf, type CharacterKind } from '../text/word-boundaries.js';
import { wordsOf, type Words } from '../text/word-index.js';

/** Longer quotes are sought by their first words. */
const mostWords = 400;

/**
 * The passage of the article most like words that do not stand in it, or undefined where fewer than half of them stand anywhere near each
 * other. Each place of each of the quote's words votes for where the quote would then begin, rare words with more weight; the
 * stretch with most votes (the earliest, where two are even) is compared word by word. Linear in the article.
 */
export function nearestPassage(article: ArticleText, quote: string): NearestPassage | undefined {
  const folded = foldQuote(quote);
  const sought = wordsOf(folded);
  const count = Math.min(sought.count, mostWords);
  if (count === 0 || article.words.count === 0) return undefined;
  const begin = likeliestBegin(article.words, sought, count);
  if (begin === undefined) return undefined;
  const margin = Math.max(3, Math.ceil(count / 4));
  const window = passage(article, begin - 2 * margin, begin + count + 2 * margin);
  return compared(article, folded, window);
}

/** The index of the article's word where the quote most likely begins. */
function likeliestBegin(words: Words, sought: Words, count: number): number | undefined {
  const positions = positionsByNumber(words, sought, count);
  const occurring = new Uint32Array(words.vocabulary.size);
  for (let index = 0; index < words.count; index++) occurring[words.numbers[index]!]!++;

  const width = Math.max(4, Math.ceil(count / 4));
  // Bucketed, so that a word more or less between quote and article does not split the vote.
  const votes = new Float64Array(Math.ceil((words.count + count) / width) + 2);
  for (let index = 0; index < words.count; index++) {
    const number = words.numbers[index]!;
    for (const position of positions.get(number) ?? [])
      votes[Math.floor((index - position + count) / width)]! += 1 / (1 + Math.log2(occurring[number]!));
  }
  let best = -1;
  let most = 0;
  for (let bucket = 0; bucket + 1 < votes.length; bucket++) {
    const sum = votes[bucket]! + votes[bucket + 1]!;
    if (sum > most + 1e-9) [best, most] = [bucket, sum];
  }
  return best < 0 ? undefined : best * width - count + width;
}

/** Where in the quote each number of the article's vocabulary stands; a word that the article lacks counts as those spelled almost like it. */
function positionsByNumber(words: Words, sought: Words, count: number): ReadonlyMap<number, readonly number[]> {
  const positions = new Map<number, number[]>();
  const spelled = new Map([...sought.vocabulary].map(([word, number]) => [number, word]));
  const alike = new Map<number, readonly number[]>();
  for (let position = 0; position < count; position++) {
    const own = sought.numbers[position]!;
    if (!alike.has(own)) alike.set(own, numbersOf(spelled.get(own)!, words));
    for (const number of alike.get(own)!) {
      const known = positions.get(number);
      if (!known) positions.set(number, [position]);
      else if (known.length < 8) known.push(position);
    }
  }
  return positions;
}

function numbersOf(word: string, { vocabulary }: Words): readonly number[] {
  const same = vocabulary.get(word);
  if (same !== undefined) return [same];
  const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  if (most === 0) return [];
  return [...vocabulary].filter(([other]) => differsByAtMost(word, other, most)).map(([, number]) => number);
}

function passage(article: ArticleText, first: number, last: number): FoldedStretch {
  const { words, folded } = article;
  const from = first <= 0 ? 0 : words.starts[first]!;
  const to = last >= words.count ? folded.text.length : words.ends[last]!;
  return { from, to };
}

/** A word as it stands between spaces, or a punctuation mark at its edge. */
interface Printed extends FoldedStretch {
  readonly text: string;
  readonly isWord: boolean;
}

/** Cuts the window down to what is alike, and says what differs in it. */
function compared(article: ArticleText, folded: string, window: FoldedStretch): NearestPassage | undefined {
  const wanted = printedWords(folded, { from: 0, to: folded.length }).slice(0, 2 * mostWords);
  const there = printedWords(article.folded.text, window);
  const changes = diffArrays<Printed>([...wanted], [...there], { comparator: sameText });
  const alike = mostAlike(changes);
  const words = wanted.filter(({ isWord }) => isWord).length;
  if (!alike || alike.shared * 2 < words) return words <= 3 ? lone(article, folded, wanted, there) : undefined;
  // Words that the quote has before and after the shared ones stand for as many of the article's.
  const chosen = there.slice(
    beyondWords(there, alike.from, -alike.wordsBefore),
    beyondWords(there, alike.to, alike.wordsAfter),
  );
  return nearest(article, folded, chosen, diffArrays<Printed>([...wanted], [...chosen], { comparator: sameText }));
}

/** From an index so many words on, or back, with the marks between them. */
function beyondWords(printed: readonly Printed[], from: number, words: number): number {
  let [at, left] = [from, Math.abs(words)];
  for (; left > 0 && (words < 0 ? at > 0 : at < printed.length); at += Math.sign(words))
    if (printed[words < 0 ? at - 1 : at]!.isWord) left--;
  return at;
}

const sameText = (a: Printed, b: Printed): boolean => a.text === b.text;

type Changes = ReturnType<typeof diffArrays<Printed>>;

/**
 * The run of the article's words that shares most with the quote: two points for each shared word, one off for each that the quote lacks,
 * so that a stray “the” far away does not stretch the passage.
 */
function mostAlike(changes: Changes) {
  let best: { from: number; to: number; shared: number; wordsBefore: number; wordsAfter: number } | undefined;
  let most = 0;
  let run = { from: 0, points: 0, shared: 0, wantedBefore: 0 };
  let at = 0;
  let wantedSoFar = 0;
  let wantedInAll = 0;
  const wordsIn = (value: readonly Printed[]): number => value.filter(({ isWord }) => isWord).length;
  for (const { added, value } of changes) if (!added) wantedInAll += wordsIn(value);
  for (const { added, removed, count, value } of changes) {
    const shared = added || removed ? 0 : wordsIn(value);
    if (run.points <= 0 && shared > 0) run = { from: at, points: 0, shared: 0, wantedBefore: wantedSoFar };
    run = { ...run, points: run.points + (added ? -count : 2 * shared), shared: run.shared + shared };
    if (!removed) at += count;
    if (!added) wantedSoFar += wordsIn(value);
    if (run.points <= most) continue;
    most = run.points;
    best = {
      from: run.from,
      to: at,
      shared: run.shared,
      wordsBefore: run.wantedBefore,
      wordsAfter: wantedInAll - wantedSoFar,
    };
  }
  return best;
}

/** For a quote of a word or two: the word that is spelled almost like one of them. */
function lone(
  article: ArticleText,
  folded: string,
  wanted: readonly Printed[],
  there: readonly Printed[],
): NearestPassage | undefined {
  // Two short words always differ little.
  const isAlike = (one: string, other: string) =>
    differsByAtMost(one.toLowerCase(), other.toLowerCase(), Math.min(2, Math.floor(other.length / 2)));
  const word = there.find(({ text }) => wanted.some((other) => isAlike(text, other.text)));
  return (
    word && {
      ...candidateAt(article, word),
      text: sliceOf(article, word),
      differences: [[folded, sliceOf(article, word)]],
    }
  );
}

function nearest(article: ArticleText, folded: string, chosen: readonly Printed[], changes: Changes): NearestPassage {
  const whole = { from: chosen[0]!.from, to: chosen.at(-1)!.to };
  const differences: [string, string][] = [];
  let open: [string, string] | undefined;
  for (const { value, added, removed } of changes) {
    if (!added && !removed) {
      open = undefined;
      continue;
    }
    if (!open) differences.push((open = ['', '']));
    const words = { from: value[0]!.from, to: value.at(-1)!.to };
    if (removed) open[0] = folded.slice(words.from, words.to);
    else open[1] = sliceOf(article, words);
  }
  return { ...candidateAt(article, whole), text: sliceOf(article, whole), differences };
}

function sliceOf(article: ArticleText, place: FoldedStretch): string {
  const { from, to } = candidateAt(article, place);
  return article.text.slice(from, to);
}

/** “U.S”, “e.g”: single letters, a point between them. */
const abbreviation = /^(?:\p{L}\.)+\p{L}$/u;

function printedWords(text: string, { from, to }: FoldedStretch): readonly Printed[] {
  const words: Printed[] = [];
  const add = (begin: number, end: number, isWord: boolean): void => {
    if (end > begin) words.push({ from: begin, to: end, text: text.slice(begin, end), isWord });
  };
  const addBetweenSpaces = (begin: number, end: number): void => {
    let first = begin;
    while (first < end && kindAt(text, first) === 'other') add(first, ++first, false);
    let last = end;
    while (last > first && kindAt(text, last - 1) === 'other') last--;
    // The point at the end of “U.S.” is the word's, also where it ends the sentence.
    if (text[last] === '.' && last < end && abbreviation.test(text.slice(first, last))) last++;
    add(first, last, true);
    while (last < end) add(last, ++last, false);
  };
  let begun = from;
  for (let index = from; index < to; index++) {
    const space = text[index] === ' ' || text[index] === '\n';
    if (!space && kindAt(text, index) !== 'unspaced') continue;
    addBetweenSpaces(begun, index);
    begun = space ? index + 1 : index;
  }
  addBetweenSpaces(begun, to);
  return words;
}

/** Halves of a pair are taken for part of a word: what matters here is only where words touch punctuation. */
function kindAt(text: string, index: number): CharacterKind {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdfff ? 'spaced' : kindOf(unit);
}

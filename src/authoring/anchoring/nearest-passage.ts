import { group } from 'd3-array';
import { diffArrays } from 'diff';
import type { NearestPassage } from './anchor-result.js';
import type { ArticleText } from '../text/article-text.js';
import { isWithinDistance } from '../nearest-name.js';
import { toCandidate, foldQuote, type FoldedRange } from './occurrences.js';
import { characterKind, type CharacterKind } from '../text/word-boundaries.js';
import { indexWords, type WordIndex } from '../text/word-index.js';

/** Only the first words of longer quotes are compared. */
const maxQuoteWords = 400;

/** So many words and punctuation marks of the article are compared, which are more than its text around so many words has. */
const maxArticleTokens = 6 * maxQuoteWords;

/** After comparing the spelling of so many letters, only equal words count. */
const maxComparedLetters = 10_000_000;

/**
 * Returns the passage of the article most similar to a quote that does not occur in it, or undefined if fewer than half of the words occur
 * near each other. Each occurrence of a word votes for the position where the quote would begin, rare words with more weight; the window with
 * the most votes (the earliest of several) is compared word by word. Linear in the length of the article.
 */
export function nearestPassage(article: ArticleText, quote: string): NearestPassage | undefined {
  const folded = foldQuote(quote);
  const quoteWords = indexWords(folded);
  const count = Math.min(quoteWords.count, maxQuoteWords);
  if (count === 0 || article.words.count === 0) return undefined;
  const begin = likeliestStart(article.words, quoteWords, count);
  if (begin === undefined) return undefined;
  const margin = Math.max(3, Math.ceil(count / 4));
  const window = wordRange(article, begin - 2 * margin, begin + count + 2 * margin);
  return compareWindow(article, folded, window);
}

/** Returns the index of the article's word where the quote most likely begins. */
function likeliestStart(words: WordIndex, quoteWords: WordIndex, count: number): number | undefined {
  const positions = positionsById(words, quoteWords, count);
  const frequency = new Uint32Array(words.vocabulary.size);
  for (let index = 0; index < words.count; index++) frequency[words.ids[index]!]!++;

  const width = Math.max(4, Math.ceil(count / 4));
  // In buckets, so that an extra or missing word does not split the votes.
  const votes = new Float64Array(Math.ceil((words.count + count) / width) + 2);
  for (let index = 0; index < words.count; index++) {
    const number = words.ids[index]!;
    for (const position of positions.get(number) ?? [])
      votes[Math.floor((index - position + count) / width)]! += 1 / (1 + Math.log2(frequency[number]!));
  }
  let best = -1;
  let maxVotes = 0;
  for (let bucket = 0; bucket + 1 < votes.length; bucket++) {
    const sum = votes[bucket]! + votes[bucket + 1]!;
    if (sum > maxVotes + 1e-9) [best, maxVotes] = [bucket, sum];
  }
  return best < 0 ? undefined : best * width - count + width;
}

/** Maps word ids of the article to positions in the quote. A word that the article lacks maps to those with similar spelling. */
function positionsById(words: WordIndex, quoteWords: WordIndex, count: number): ReadonlyMap<number, readonly number[]> {
  const positions = new Map<number, number[]>();
  const similarWordIds = spellingSearch(words);
  const spelled = new Map([...quoteWords.vocabulary].map(([word, number]) => [number, word]));
  const best = new Map<number, readonly number[]>();
  for (let position = 0; position < count; position++) {
    const own = quoteWords.ids[position]!;
    if (!best.has(own)) best.set(own, similarWordIds(spelled.get(own)!));
    for (const number of best.get(own)!) {
      const known = positions.get(number);
      if (!known) positions.set(number, [position]);
      else if (known.length < 8) known.push(position);
    }
  }
  return positions;
}

/** Returns a function that finds the ids of the article's words with the spelling of a word, or else with a similar one. */
function spellingSearch({ vocabulary }: WordIndex): (word: string) => readonly number[] {
  let byLength: ReadonlyMap<number, readonly SpelledWord[]> | undefined;
  let comparedLetters = 0;
  return (word) => {
    const same = vocabulary.get(word);
    if (same !== undefined) return [same];
    const maxDistance = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    if (maxDistance === 0) return [];
    byLength ??= group(
      Array.from(vocabulary, ([word, id]) => ({ word, id, letters: lettersOf(word) })),
      ({ word }) => word.length,
    );
    const letters = lettersOf(word);
    const found: number[] = [];
    for (let length = word.length - maxDistance; length <= word.length + maxDistance; length++)
      for (const other of byLength.get(length) ?? []) {
        // A change of one letter changes at most two of the letters that a word has.
        if (countBits(other.letters ^ letters) > 2 * maxDistance || comparedLetters >= maxComparedLetters) continue;
        comparedLetters += word.length;
        if (isWithinDistance(word, other.word, maxDistance)) found.push(other.id);
      }
    return found;
  };
}

interface SpelledWord {
  readonly word: string;
  readonly id: number;
  /** A bit for each letter that occurs; some letters share a bit. */
  readonly letters: number;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) % 32);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

function wordRange(article: ArticleText, first: number, last: number): FoldedRange {
  const { words, folded } = article;
  const from = first <= 0 ? 0 : words.starts[first]!;
  const to = last >= words.count ? folded.text.length : words.ends[last]!;
  return { from, to };
}

/** A word between spaces, or a punctuation mark at its edge. */
interface Token extends FoldedRange {
  readonly text: string;
  readonly isWord: boolean;
}

/** Reduces the window to the best matching run and lists the differences in it. */
function compareWindow(article: ArticleText, folded: string, window: FoldedRange): NearestPassage | undefined {
  const quoteTokens = tokenize(folded, { from: 0, to: folded.length }).slice(0, 2 * maxQuoteWords);
  const articleTokens = tokenize(article.folded.text, window).slice(0, maxArticleTokens);
  const changes = diffArrays<Token>([...quoteTokens], [...articleTokens], { comparator: sameText });
  const best = bestRun(changes);
  const words = quoteTokens.filter(({ isWord }) => isWord).length;
  if (!best || best.shared * 2 < words)
    return words <= 3 ? similarWord(article, folded, quoteTokens, articleTokens) : undefined;
  // Words of the quote before and after the shared ones correspond to as many of the article.
  const chosen = articleTokens.slice(
    skipWords(articleTokens, best.from, -best.wordsBefore),
    skipWords(articleTokens, best.to, best.wordsAfter),
  );
  return toNearestPassage(
    article,
    folded,
    chosen,
    diffArrays<Token>([...quoteTokens], [...chosen], { comparator: sameText }),
  );
}

/** Returns the index after skipping this many words, backwards if negative, and the punctuation between them. */
function skipWords(printed: readonly Token[], from: number, words: number): number {
  let [at, left] = [from, Math.abs(words)];
  for (; left > 0 && (words < 0 ? at > 0 : at < printed.length); at += Math.sign(words))
    if (printed[words < 0 ? at - 1 : at]!.isWord) left--;
  return at;
}

const sameText = (a: Token, b: Token): boolean => a.text === b.text;

type Changes = ReturnType<typeof diffArrays<Token>>;

/**
 * Returns the run of the article's words that shares most with the quote: plus two for each shared word, minus one for each word that the
 * quote lacks, so that a stray “the” far away does not extend the passage.
 */
function bestRun(changes: Changes) {
  let best: { from: number; to: number; shared: number; wordsBefore: number; wordsAfter: number } | undefined;
  let maxPoints = 0;
  let run = { from: 0, points: 0, shared: 0, wantedBefore: 0 };
  let at = 0;
  let wantedSoFar = 0;
  let wantedInAll = 0;
  const wordsIn = (value: readonly Token[]): number => value.filter(({ isWord }) => isWord).length;
  for (const { added, value } of changes) if (!added) wantedInAll += wordsIn(value);
  for (const { added, removed, count, value } of changes) {
    const shared = added || removed ? 0 : wordsIn(value);
    if (run.points <= 0 && shared > 0) run = { from: at, points: 0, shared: 0, wantedBefore: wantedSoFar };
    run = { ...run, points: run.points + (added ? -count : 2 * shared), shared: run.shared + shared };
    if (!removed) at += count;
    if (!added) wantedSoFar += wordsIn(value);
    if (run.points <= maxPoints) continue;
    maxPoints = run.points;
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

/** For a quote of one to three words: returns a word with a spelling similar to one of them. */
function similarWord(
  article: ArticleText,
  folded: string,
  quoteTokens: readonly Token[],
  articleTokens: readonly Token[],
): NearestPassage | undefined {
  // The distance of two short words is always small.
  const isAlike = (one: string, other: string) =>
    isWithinDistance(one.toLowerCase(), other.toLowerCase(), Math.min(2, Math.floor(other.length / 2)));
  const word = articleTokens.find(({ text }) => quoteTokens.some((other) => isAlike(text, other.text)));
  return (
    word && {
      ...toCandidate(article, word),
      text: sliceOf(article, word),
      differences: [[folded, sliceOf(article, word)]],
    }
  );
}

function toNearestPassage(
  article: ArticleText,
  folded: string,
  chosen: readonly Token[],
  changes: Changes,
): NearestPassage {
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
  return { ...toCandidate(article, whole), text: sliceOf(article, whole), differences };
}

function sliceOf(article: ArticleText, place: FoldedRange): string {
  const { from, to } = toCandidate(article, place);
  return article.text.slice(from, to);
}

/** “U.S”, “e.g”: single letters with points between them. */
const abbreviation = /^(?:\p{L}\.)+\p{L}$/u;

function tokenize(text: string, { from, to }: FoldedRange): readonly Token[] {
  const words: Token[] = [];
  const add = (begin: number, end: number, isWord: boolean): void => {
    if (end > begin) words.push({ from: begin, to: end, text: text.slice(begin, end), isWord });
  };
  const addBetweenSpaces = (begin: number, end: number): void => {
    let first = begin;
    while (first < end && characterKindAt(text, first) === 'other') add(first, ++first, false);
    let last = end;
    while (last > first && characterKindAt(text, last - 1) === 'other') last--;
    // The point at the end of “U.S.” belongs to the word, even at the end of a sentence.
    if (text[last] === '.' && last < end && abbreviation.test(text.slice(first, last))) last++;
    add(first, last, true);
    while (last < end) add(last, ++last, false);
  };
  let begun = from;
  for (let index = from; index < to; index++) {
    const space = text[index] === ' ' || text[index] === '\n';
    if (!space && characterKindAt(text, index) !== 'unspaced') continue;
    addBetweenSpaces(begun, index);
    begun = space ? index + 1 : index;
  }
  addBetweenSpaces(begun, to);
  return words;
}

/** Treats surrogates as letters: only the boundaries between words and punctuation matter here. */
function characterKindAt(text: string, index: number): CharacterKind {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdfff ? 'spaced' : characterKind(unit);
}

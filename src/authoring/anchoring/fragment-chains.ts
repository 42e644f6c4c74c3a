import { bisectLeft, bisectRight } from 'd3-array';
import type { ArticleText } from '../text/article-text.js';
import { findAll } from '../text/find-all.js';
import { paragraphBreak } from '../text/fold-text.js';
import { findOccurrences, type FoldedRange, type ContextCheck } from './occurrences.js';
import type { QuoteFragment } from './quote-fragments.js';

/** How many places of the first fragment are tried at first, and the factor for each further attempt: few are enough for most quotes. */
const firstPlaces = 100;
const morePlaces = 20;

/** Greater than any offset. */
const none = 0xffff_ffff;

/** One range per fragment, in order. */
export type Chain = readonly FoldedRange[];

/** The chains, or the first fragment that does not occur. Empty if each fragment occurs, but not in this order. */
export type Chains = readonly Chain[] | { readonly missing: QuoteFragment };

/** How many words of the article an insertion may replace. */
const maxReplacedWords = 12;

/** The starts of all occurrences of each fragment, ascending. */
export type FragmentStarts = readonly Uint32Array[];

/** Finds the occurrences of each fragment; equal fragments share theirs. */
export function findFragments(article: ArticleText, fragments: readonly QuoteFragment[]): FragmentStarts {
  const found = new Map<string, Uint32Array>();
  return fragments.map(({ folded, looseEdges }) => {
    const key = JSON.stringify([folded, looseEdges]);
    const starts = found.get(key) ?? toOffsets(findOccurrences(article, folded, looseEdges));
    found.set(key, starts);
    return starts;
  });
}

/**
 * Finds ways to match the fragments in the article one after the other, earliest first, up to `maxChains`. Between two fragments an elision
 * skips any number of words, an insertion at most twelve within the paragraph. Time grows with the number of occurrences of the fragments,
 * not with the number of their combinations.
 */
export function findChains(
  article: ArticleText,
  fragments: readonly QuoteFragment[],
  occurrences: FragmentStarts,
  context: ContextCheck,
  maxChains: number,
): Chains {
  const missing = fragments.find((_, index) => occurrences[index]!.length === 0);
  if (missing) return { missing };

  const last = fragments.length - 1;
  const isInsertion = (index: number): boolean => fragments[index]!.joint?.kind === 'insertion';
  const endsAt = (index: number, from: number): number => from + fragments[index]!.folded.length;

  let limits: Uint32Array | undefined;
  const limitAfter = (index: number, from: number): number =>
    (limits ??= insertionLimits(article.folded.text))[endsAt(index, from)]!;
  /** Reused, because allocating it takes as long as filling it. */
  let kept = new Uint32Array();

  for (let count = firstPlaces; ; count *= morePlaces) {
    const chains = chainsFrom(reachableStarts(count));
    if (chains.length >= maxChains || count >= occurrences[0]!.length) return chains;
  }

  /** Returns for each fragment the starts that may follow one of the first places of the first fragment. */
  function reachableStarts(count: number): FragmentStarts {
    const reachable = [occurrences[0]!.subarray(0, count)];
    for (let index = 1; index <= last; index++) {
      const before = reachable[index - 1]!;
      const starts = occurrences[index]!;
      const from = bisectLeft(starts, endsAt(index - 1, before[0] ?? none));
      const to = isInsertion(index) ? bisectRight(starts, limitAfter(index - 1, before.at(-1) ?? 0)) : starts.length;
      reachable.push(starts.subarray(from, to));
    }
    return reachable;
  }

  function chainsFrom(reachable: FragmentStarts): readonly Chain[] {
    /** For each fragment the starts from which the quote can be completed. Computed from the end, so that no search fails halfway. */
    const openStarts: Uint32Array[] = [];
    for (let index = last; index >= 0; index--) {
      let open = reachable[index]!;
      if (index === last) open = open.filter((from) => context.matchesAfter(endsAt(index, from)));
      else if (isInsertion(index + 1)) open = keepBeforeInsertion(index, open, openStarts[index + 1]!);
      else open = keepBeforeElision(index, open, openStarts[index + 1]!);
      if (index === 0) open = open.filter(context.matchesBefore);
      openStarts[index] = open;
    }

    const chains: Chain[] = [];
    /** For each fragment so far: which of its open starts, and the last offset where it may begin. */
    const chosen = [0];
    const latest = [none];
    for (let index = 0; index >= 0 && chains.length < maxChains;) {
      const from = openStarts[index]![chosen[index]!];
      if (from === undefined || from > latest[index]!) {
        index--;
        if (index >= 0) chosen[index]!++;
      } else if (index === last) {
        chains.push(chosen.map((at, each) => rangeOf(each, openStarts[each]![at]!)));
        chosen[index]!++;
      } else {
        index++;
        chosen[index] = bisectLeft(openStarts[index]!, endsAt(index - 1, from));
        latest[index] = isInsertion(index) ? limitAfter(index - 1, from) : none;
      }
    }
    return chains;
  }

  function rangeOf(index: number, from: number): FoldedRange {
    return { from, to: endsAt(index, from) };
  }

  function keepBeforeElision(index: number, starts: Uint32Array, next: Uint32Array): Uint32Array {
    const end = next.at(-1);
    return starts.subarray(0, end === undefined ? 0 : bisectRight(starts, end - fragments[index]!.folded.length));
  }

  function keepBeforeInsertion(index: number, reachable: Uint32Array, next: Uint32Array): Uint32Array {
    const starts = keepBeforeElision(index, reachable, next);
    limits ??= insertionLimits(article.folded.text);
    const { length } = fragments[index]!.folded;
    if (kept.length < starts.length) kept = new Uint32Array(starts.length);
    let [count, at] = [0, 0];
    let candidate = next[0] ?? none;
    // Not `filter`, which takes ten times as long: there may be a thousand fragments in a million places.
    for (let each = 0; each < starts.length; each++) {
      const end = starts[each]! + length;
      while (candidate < end) candidate = next[++at] ?? none;
      if (candidate <= limits[end]!) kept[count++] = starts[each]!;
    }
    return compact(starts, kept.subarray(0, count));
  }
}

/** Faster than `Uint32Array.from`. */
function toOffsets(found: Iterable<number>): Uint32Array {
  const offsets: number[] = [];
  for (const offset of found) offsets.push(offset);
  return new Uint32Array(offsets);
}

/** Copies a part of ascending offsets, or returns a view of them if it is a run of adjacent ones, as it is of very many. */
function compact(offsets: Uint32Array, part: Uint32Array): Uint32Array {
  const first = bisectLeft(offsets, part[0] ?? 0);
  const run = offsets.subarray(first, first + part.length);
  return run.at(-1) === part.at(-1) ? run : part.slice();
}

/** Returns for each offset where an insertion may begin the last one where the text after it may begin. */
function insertionLimits(text: string): Uint32Array {
  const spaces = toOffsets(findAll(text, ' '));
  const breaks = toOffsets(findAll(text, paragraphBreak));
  const limits = new Uint32Array(text.length + 1);
  let [nextSpace, nextBreak] = [0, 0];
  for (let offset = 0; offset <= text.length; offset++) {
    while (spaces[nextSpace]! <= offset) nextSpace++;
    while (breaks[nextBreak]! < offset) nextBreak++;
    limits[offset] = Math.min(spaces[nextSpace + maxReplacedWords] ?? text.length, breaks[nextBreak] ?? text.length);
  }
  return limits;
}

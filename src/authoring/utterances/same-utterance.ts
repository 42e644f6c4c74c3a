import { group } from 'd3-array';
import type { Quote, StatementJson, VariantJson } from '../../dataset/dataset.js';
import { maxChanges, sameWords } from './same-words.js';
import { isElided, parseUtterance, type Utterance } from './utterance-words.js';

/** Limits how many passages one passage is compared with. A slogan repeated a thousand times says nothing about one utterance. */
const maxPartners = 200;
/** Words that may match without sharing a spelling, because the other rendering writes them as one compound. */
const maxCompoundWords = 2;

/** A passage of an article that quotes one speaker. */
interface QuotedPassage {
  readonly source: string;
  readonly speaker: string;
  readonly quote: Quote;
  /** Indices of the statements that quote it. */
  readonly statements: number[];
}

/** A passage with its words. */
interface Rendering extends QuotedPassage {
  readonly utterance: Utterance;
  /** The spelling keys of its content words. */
  readonly spellings: ReadonlySet<string>;
  /** Whether it leaves words out. */
  readonly hasElision: boolean;
}

/**
 * Finds utterances that articles of different sources quote in the same words with small differences (see `sameWords`). Only direct quotes
 * of the same speaker are compared. Returns one entry per pair of passages, with all statements that quote either; entries and statements
 * are in the order of the dataset. Only passages that share one of their rarer words are compared, so time does not grow with the square of
 * the number of statements.
 */
export function sameUtterances(
  statements: readonly StatementJson[],
  sourceOf: (article: string) => string,
): readonly VariantJson[] {
  const bySpeaker = group(quotedPassages(statements, sourceOf), ({ speaker }) => speaker);
  // Words take about a hundred times the memory of the text, so only those of one speaker are held at a time.
  const pairs = [...bySpeaker.values()].flatMap((passages) => findPairs(passages.map(toRendering)));
  pairs.sort((a, b) => a.first[0]! - b.first[0]! || a.other[0]! - b.other[0]!);
  return pairs.map(({ first, other, differences }) => ({
    statements: [...first, ...other].sort((a, b) => a - b).map((index) => statements[index]!.id),
    kind: 'same-utterance',
    ...(differences.length > 0 && { differences }),
  }));
}

function quotedPassages(
  statements: readonly StatementJson[],
  sourceOf: (article: string) => string,
): readonly QuotedPassage[] {
  const passages = new Map<string, QuotedPassage>();
  statements.forEach(({ article, speaker, voice, quote }, index) => {
    if (voice !== 'quoted' || speaker === undefined) return;
    const key = `${speaker} ${article} ${quote.start} ${quote.end}`;
    const known = passages.get(key);
    if (known) known.statements.push(index);
    else passages.set(key, { source: sourceOf(article), speaker, quote, statements: [index] });
  });
  return [...passages.values()];
}

function toRendering(passage: QuotedPassage): Rendering {
  const utterance = parseUtterance(partsOf(passage.quote));
  const spellings = new Set(utterance.words.filter(({ isContent }) => isContent).map(({ spelling }) => spelling));
  return { ...passage, utterance, spellings, hasElision: utterance.words.some(isElided) };
}

/** Returns the quoted fragments only: what the editor has elided is not part of the statement. */
function partsOf({ exact, start, fragments }: Quote): readonly string[] {
  if (!fragments || start === undefined) return [exact];
  const characters = Array.from(exact);
  return fragments.map((fragment) => characters.slice(fragment.start - start, fragment.end - start).join(''));
}

function findPairs(renderings: readonly Rendering[]) {
  const renderingsBySpelling = new Map<string, number[]>();
  renderings.forEach(({ spellings }, index) => {
    for (const spelling of spellings) {
      const known = renderingsBySpelling.get(spelling);
      if (known) known.push(index);
      else renderingsBySpelling.set(spelling, [index]);
    }
  });
  return renderings.flatMap((rendering, index) =>
    likelyPartners(rendering, renderingsBySpelling).flatMap((partner) => {
      const other = renderings[partner]!;
      if (
        other.source === rendering.source ||
        !comparesWith(rendering, index, other, partner) ||
        !shareEnoughWords(rendering, other)
      )
        return [];
      const [first, second] = index < partner ? [rendering, other] : [other, rendering];
      const differences = sameWords(first.utterance, second.utterance);
      return differences ? [{ first: first.statements, other: second.statements, differences }] : [];
    }),
  );
}

/** Decides which of two renderings looks for the other, so that no pair is compared twice: the one with an elision, else the one with fewer words. */
function comparesWith(rendering: Rendering, index: number, other: Rendering, partner: number): boolean {
  if (rendering.hasElision !== other.hasElision) return rendering.hasElision;
  const difference = rendering.spellings.size - other.spellings.size;
  return difference < 0 || (difference === 0 && index < partner);
}

/**
 * Returns the renderings that share one of the rarest words. All but a few words of the shorter rendering must occur in the longer one, so a
 * few of the rarest are enough to find it; with an elision any words may be missing, so all are looked up.
 */
function likelyPartners(
  { spellings, utterance, hasElision }: Rendering,
  renderingsBySpelling: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const count = (spelling: string): number => renderingsBySpelling.get(spelling)!.length;
  const rarest = [...spellings]
    .sort((a, b) => count(a) - count(b) || (a < b ? -1 : 1))
    .slice(0, hasElision ? spellings.size : maxChanges(utterance.words.length) + maxCompoundWords + 1);
  const partners = new Set<number>();
  for (const spelling of rarest)
    for (const partner of renderingsBySpelling.get(spelling)!) {
      if (partners.size >= maxPartners) return [...partners];
      partners.add(partner);
    }
  return [...partners];
}

/** A cheap test before the exact comparison: returns whether the longer rendering has enough words of the shorter one. */
function shareEnoughWords(a: Rendering, b: Rendering): boolean {
  const [short, long] = a.spellings.size <= b.spellings.size ? [a, b] : [b, a];
  const maxMissing = a.hasElision || b.hasElision ? short.spellings.size / 2 : maxChanges(short.utterance.words.length);
  let missing = 0;
  for (const spelling of short.spellings)
    if (!long.spellings.has(spelling) && ++missing > maxMissing + maxCompoundWords) return false;
  return missing < short.spellings.size;
}

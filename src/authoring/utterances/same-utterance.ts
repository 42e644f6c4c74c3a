import { group } from 'd3-array';
import type { Quote, StatementJson, VariantJson } from '../../dataset/dataset.js';
import { changesAllowed, sameWords } from './same-words.js';
import { isElided, utteranceOf, type Utterance } from './utterance-words.js';

/** Places that one place is compared with, at most: a catchphrase said a thousand times tells nothing about one utterance. */
const mostComparedWith = 200;
/** Words of a rendering whose spelling may not be found in the other though they are the same: parts of a compound written together. */
const mostInCompounds = 2;

/** A place that statements of one speaker rest on. */
interface SpokenPlace {
  readonly source: string;
  readonly speaker: string;
  readonly quote: Quote;
  /** Indices in the dataset's list. */
  readonly statements: number[];
}

/** The same with its words. */
interface Rendering extends SpokenPlace {
  readonly utterance: Utterance;
  /** The spellings of its content words, each once. */
  readonly spellings: ReadonlySet<string>;
  /** Whether words are left out within it. */
  readonly omits: boolean;
}

/**
 * The utterances that articles of different sources render in the same words with small differences (`sameWords` has the rule). Only
 * words in quotation marks of one speaker are compared. One entry a pair of places, with every statement that rests on either;
 * entries and statements come in the dataset's order. Compares places that share their rarer words, so time does not grow with
 * the square of the statements.
 */
export function sameUtterances(
  statements: readonly StatementJson[],
  sourceOf: (article: string) => string,
): readonly VariantJson[] {
  const bySpeaker = group(spokenPlaces(statements, sourceOf), ({ speaker }) => speaker);
  // Words take some hundred times the room of the text: those of one speaker at a time.
  const pairs = [...bySpeaker.values()].flatMap((places) => pairsAmong(places.map(renderingOf)));
  pairs.sort((a, b) => a.first[0]! - b.first[0]! || a.other[0]! - b.other[0]!);
  return pairs.map(({ first, other, differences }) => ({
    statements: [...first, ...other].sort((a, b) => a - b).map((index) => statements[index]!.id),
    kind: 'same-utterance',
    ...(differences.length > 0 && { differences }),
  }));
}

function spokenPlaces(
  statements: readonly StatementJson[],
  sourceOf: (article: string) => string,
): readonly SpokenPlace[] {
  const places = new Map<string, SpokenPlace>();
  statements.forEach(({ article, speaker, voice, quote }, index) => {
    if (voice !== 'quoted' || speaker === undefined) return;
    const key = `${speaker} ${article} ${quote.start} ${quote.end}`;
    const known = places.get(key);
    if (known) known.statements.push(index);
    else places.set(key, { source: sourceOf(article), speaker, quote, statements: [index] });
  });
  return [...places.values()];
}

function renderingOf(place: SpokenPlace): Rendering {
  const utterance = utteranceOf(partsOf(place.quote));
  const spellings = new Set(utterance.words.filter(({ isContent }) => isContent).map(({ spelling }) => spelling));
  return { ...place, utterance, spellings, omits: utterance.words.some(isElided) };
}

/** The words that the editor chose: what an elision in the quote leaves out was not compared by the editor either. */
function partsOf({ exact, start, fragments }: Quote): readonly string[] {
  if (!fragments || start === undefined) return [exact];
  const characters = Array.from(exact);
  return fragments.map((fragment) => characters.slice(fragment.start - start, fragment.end - start).join(''));
}

function pairsAmong(renderings: readonly Rendering[]) {
  const carriers = new Map<string, number[]>();
  renderings.forEach(({ spellings }, index) => {
    for (const spelling of spellings) {
      const known = carriers.get(spelling);
      if (known) known.push(index);
      else carriers.set(spelling, [index]);
    }
  });
  return renderings.flatMap((rendering, index) =>
    likelyPartners(rendering, carriers).flatMap((partner) => {
      const other = renderings[partner]!;
      if (
        other.source === rendering.source ||
        !leads(rendering, index, other, partner) ||
        !shareEnough(rendering, other)
      )
        return [];
      const [first, second] = index < partner ? [rendering, other] : [other, rendering];
      const differences = sameWords(first.utterance, second.utterance);
      return differences ? [{ first: first.statements, other: second.statements, differences }] : [];
    }),
  );
}

/** Which of two looks for the other, so that no pair is compared twice: the one that omits words, else the one with fewer. */
function leads(rendering: Rendering, index: number, other: Rendering, partner: number): boolean {
  if (rendering.omits !== other.omits) return rendering.omits;
  const difference = rendering.spellings.size - other.spellings.size;
  return difference < 0 || (difference === 0 && index < partner);
}

/**
 * The shorter of two may lack only a few of its words in the other, so one of its few rarest must stand there. Where words are omitted
 * nobody knows which, so all are looked up.
 */
function likelyPartners(
  { spellings, utterance, omits }: Rendering,
  carriers: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const count = (spelling: string): number => carriers.get(spelling)!.length;
  const rarest = [...spellings]
    .sort((a, b) => count(a) - count(b) || (a < b ? -1 : 1))
    .slice(0, omits ? spellings.size : changesAllowed(utterance.words.length) + mostInCompounds + 1);
  const partners = new Set<number>();
  for (const spelling of rarest)
    for (const partner of carriers.get(spelling)!) {
      if (partners.size >= mostComparedWith) return [...partners];
      partners.add(partner);
    }
  return [...partners];
}

/** A quick look before the strict comparison: does the shorter one lack more words than it may? */
function shareEnough(a: Rendering, b: Rendering): boolean {
  const [short, long] = a.spellings.size <= b.spellings.size ? [a, b] : [b, a];
  const mayLack = a.omits || b.omits ? short.spellings.size / 2 : changesAllowed(short.utterance.words.length);
  let lacking = 0;
  for (const spelling of short.spellings)
    if (!long.spellings.has(spelling) && ++lacking > mayLack + mostInCompounds) return false;
  return lacking < short.spellings.size;
}

import { ascending, descending, sum } from 'd3-array';
import type { Dataset, Source, Stance, Statement, Variant } from '../dataset/dataset.js';
import { quoteText } from '../dataset/quote-parts.js';
import { noEvidence, variantsOn, type Evidence } from '../dataset/split-evidence.js';
import { compareWords, type ComparedWord } from './compare-words.js';
import { categoryOf, coverageOf } from './coverage.js';
import {
  leaveOut,
  leaveOutStatement,
  type Disagreement,
  type PairOnClaim,
  type SourceOnClaim,
  type VoiceInSource,
} from './disagreements.js';
import { bandOf, type Band } from './ordinal-variation.js';
import { inReadingOrder } from './position-table.js';

/** From this many sources on the score is shown with its range; with three to five only the band, with fewer only words. */
export const minSourcesForScore = 6;

/** An utterance as one source quotes it. */
export interface UtteranceVersion {
  readonly source: Source;
  readonly words: readonly ComparedWord[];
}

/** One utterance in two sources. */
export interface SharedUtterance {
  readonly versions: readonly [UtteranceVersion, UtteranceVersion];
  /** The compared sources that do not quote it. */
  readonly missingFrom: readonly Source[];
}

/** The numbers by which claims are sorted, 0…1; a score only from six outlets on. */
export interface Differences {
  readonly quoted: number | undefined;
  readonly own: number | undefined;
  readonly gap: number | undefined;
}

/** What explains the band or score of a claim. */
export interface DisagreementAccount {
  /** Undefined with fewer than six sources that quote someone: the numbers would claim more than so few voices say. */
  readonly differences: Differences | undefined;
  /** Whether what the outlets say themselves differs from whom they quote. */
  readonly hasWideGap: boolean;
  /** How strongly coverage differs, by whom the outlets quote and by what they say themselves. */
  readonly category: Band;
  /** The sources without which coverage would be in another category, with that category. */
  readonly categoriesWithout: readonly { readonly source: Source; readonly category: Band }[];
  /** Whether it would be in the same category without any one source. With too few to compare it is neither. */
  readonly isStable: boolean;
  /** The statements without any of which coverage would be in another category, in reading order. */
  readonly decisive: readonly Statement[];
  /** From six sources on, if the score can change: the sources without which it is lowest and highest. */
  readonly extremes: readonly { readonly source: Source; readonly score: number }[];
  /** The first pairs of sources, by descending distance. */
  readonly pairs: readonly PairOnClaim[];
  /** How many more pairs there are. */
  readonly morePairs: number;
  readonly utterances: readonly SharedUtterance[];
}

const maxPairs = 10;

/** Returns what explains the band or score of one claim. */
export function disagreementAccount(
  dataset: Dataset,
  answer: Disagreement,
  evidence: Evidence = noEvidence,
): DisagreementAccount {
  const { without, pairs, sources, silent, score, ownScore, gap } = answer;
  const ownCount = sources.filter(({ own }) => own).length;
  const [min, max] = answer.range ?? [];
  const hasExtremes = without.length >= minSourcesForScore && min !== max;
  const compared = [...sources.map(({ source }) => source), ...silent];
  return {
    differences:
      without.length >= minSourcesForScore
        ? { quoted: score, own: ownCount >= minSourcesForScore ? ownScore : undefined, gap }
        : undefined,
    hasWideGap: gap !== undefined && bandOf(gap) !== 'agree',
    category: categoryOf(answer),
    ...withoutEach(answer),
    decisive: inReadingOrder(
      decisiveVoices(answer).flatMap(({ voice, stance }) => voice.statements.filter((each) => each.stance === stance)),
    ),
    extremes: hasExtremes ? [min, max].map((score) => without.find((other) => other.score === score)!) : [],
    pairs: pairs.slice(0, maxPairs),
    morePairs: Math.max(0, pairs.length - maxPairs),
    utterances: sharedUtterances(variantsOn(dataset, answer.claim, evidence), answer, compared),
  };
}

function withoutEach(answer: Disagreement): Pick<DisagreementAccount, 'categoriesWithout' | 'isStable'> {
  const { sources, silent } = answer;
  if (sources.length < 3) return { categoriesWithout: [], isStable: false };
  const category = categoryOf(answer);
  const others = sources.flatMap(({ source }) => {
    const other = leaveOut(answer, source);
    // As if the chart had one source less.
    return canCompare(other, sources.length + silent.length - 1) ? [{ source, category: categoryOf(other) }] : [];
  });
  const categoriesWithout = others.filter((other) => other.category !== category);
  return { categoriesWithout, isStable: others.length === sources.length && categoriesWithout.length === 0 };
}

function canCompare(answer: Disagreement, sourceCount: number): boolean {
  return ['same', 'differs'].includes(coverageOf(answer, sourceCount));
}

/** Each single statement of this voice with this stance decides the category. */
interface DecisiveVoice {
  readonly voice: VoiceInSource;
  readonly stance: Stance;
}

/** Returns how many statements there are of which dropping any one would change how strongly coverage differs. Own words count. */
export function decisiveStatementCount(answer: Disagreement): number {
  return sum(decisiveVoices(answer), ({ voice, stance }) => voice.counts[stance]);
}

const stances: readonly Stance[] = ['support', 'oppose', 'neutral'];

function decisiveVoices(answer: Disagreement): readonly DecisiveVoice[] {
  if (answer.sources.length < 3 || !canCompare(answer, answer.sources.length + answer.silent.length)) return [];
  const category = categoryOf(answer);
  // Many outlets do the same: what one statement changes is computed once for each kind of outlet.
  const known = new Map<string, boolean>();
  return answer.sources.flatMap((on) =>
    [...on.speakers, ...(on.own ? [on.own] : [])].flatMap((voice) =>
      stances.flatMap((stance) => {
        const { support, oppose, neutral } = voice.counts;
        const key = [kindOf(on), voice === on.own, support, oppose, neutral, stance].join('/');
        let decides = known.get(key);
        if (decides === undefined) {
          const without = leaveOutStatement(answer, on, voice, stance);
          decides = without !== undefined && categoryOf(without) !== category;
          known.set(key, decides);
        }
        return decides ? [{ voice, stance }] : [];
      }),
    ),
  );
}

/** What a source contributes to the category, apart from the order of its speakers. */
function kindOf({ speakers, own }: SourceOnClaim): string {
  const means = speakers.map(({ mean }) => mean).sort(ascending);
  return `${means.join(' ')}/${own?.mean}`;
}

/**
 * Returns each utterance on the claim that two of the sources quote, once per pair of sources; if they quote it several times, the
 * version with most differences, then the longest. In the same order: most differences first.
 */
function sharedUtterances(
  variants: readonly Variant[],
  { claim }: Disagreement,
  sources: readonly Source[],
): readonly SharedUtterance[] {
  // By id, because evidence of a split dataset refers to claim and source objects of its own.
  const ids = new Set(sources.map(({ id }) => id));
  const pairs = variants.flatMap((variant) => {
    const statements = variant.statements.filter(
      (statement) => statement.claim.id === claim.id && ids.has(sourceOf(statement).id),
    );
    const [first] = statements;
    const second = first && statements.find((other) => sourceOf(other) !== sourceOf(first));
    return second ? [{ variant, first, second }] : [];
  });
  const differenceCount = ({ variant }: { readonly variant: Variant }) => variant.differences?.length ?? 0;
  pairs.sort(
    (a, b) => descending(differenceCount(a), differenceCount(b)) || descending(lengthOf(a.second), lengthOf(b.second)),
  );
  const seen = new Set<string>();
  return pairs.flatMap(({ variant, first, second }) => {
    const key = `${first.id} ${sourceOf(second).id}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const carriers = new Set(
      variants
        .filter(({ statements }) => statements.includes(first) || statements.includes(second))
        .flatMap(({ statements }) => statements.map((statement) => sourceOf(statement).id)),
    );
    return [
      {
        versions: versionsOf(variant, first, second),
        missingFrom: sources.filter(({ id }) => !carriers.has(id)),
      },
    ];
  });
}

function versionsOf(
  variant: Variant,
  first: Statement,
  second: Statement,
): readonly [UtteranceVersion, UtteranceVersion] {
  // Of each pair of differences, the first belongs to the article of the variant's first statement.
  const isSwapped = variant.statements[0]!.article !== first.article;
  const differences = (variant.differences ?? []).map(([a, b]) => (isSwapped ? ([b, a] as const) : ([a, b] as const)));
  const [words, otherWords] = compareWords(quoteText(first.quote), quoteText(second.quote), differences);
  return [
    { source: sourceOf(first), words },
    { source: sourceOf(second), words: otherWords },
  ];
}

function sourceOf({ article }: Statement): Source {
  return article.source;
}

function lengthOf({ quote }: Statement): number {
  return quote.exact.length;
}

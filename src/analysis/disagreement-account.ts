import { descending } from 'd3-array';
import type { Dataset, Source, Statement, Variant } from '../dataset/dataset.js';
import { quoteText } from '../dataset/quote-parts.js';
import { noEvidence, variantsOn, type Evidence } from '../dataset/split-evidence.js';
import { compareWords, type ComparedWord } from './compare-words.js';
import { coverageDifference, isDecidedByQuotes } from './coverage.js';
import { leaveOut, type Disagreement, type PairOnClaim } from './disagreements.js';
import { bandOf, type Band } from './ordinal-variation.js';

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
  /** The sources without which coverage would be in another category, with that category. Own words count. */
  readonly bandsWithout: readonly { readonly source: Source; readonly band: Band }[];
  /** The statements without any of which coverage would be in another category. */
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
  const { band, without, pairs, sources, silent, score, ownScore, gap } = answer;
  const category = bandOf(coverageDifference(answer));
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
    bandsWithout: (band ? sources : [])
      .map(({ source }) => {
        const { score, ownScore } = leaveOut(answer, source);
        // The gap is not measured again: one of three own voices less, and there is none.
        return { source, band: bandOf(coverageDifference({ score, ownScore, gap })) };
      })
      .filter((other) => other.band !== category),
    decisive: isDecidedByQuotes(answer) ? answer.decisive : [],
    extremes: hasExtremes ? [min, max].map((score) => without.find((other) => other.score === score)!) : [],
    pairs: pairs.slice(0, maxPairs),
    morePairs: Math.max(0, pairs.length - maxPairs),
    utterances: sharedUtterances(variantsOn(dataset, answer.claim, evidence), answer, compared),
  };
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

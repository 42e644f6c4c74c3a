import type { Dataset, Source, Statement, Variant } from '../dataset/dataset.js';
import type { Disagreement, PairOnClaim } from './disagreements.js';
import { bandOf, type Band } from './ordinal-variation.js';
import { variantsOn } from '../dataset/split-evidence.js';
import { quoteText } from '../dataset/quote-parts.js';
import { compareWords, type ComparedWord } from './differing-words.js';

/** From so many sources on the score is shown, with its range; from three to five the band alone; below, words. */
export const minSourcesForScore = 6;

/** How one source tells an utterance. */
export interface UtteranceVersion {
  readonly source: Source;
  readonly words: readonly ComparedWord[];
}

/** One utterance in several reports. */
export interface SharedUtterance {
  readonly tellings: readonly [UtteranceVersion, UtteranceVersion];
  /** Sources in view that do not carry it. */
  readonly leftOutBy: readonly Source[];
}

/** Why a claim has its band or score: what changes when something is left out, the pairs, and the utterances told differently. */
export interface DisagreementAccount {
  /** Sources without which the band would be another. */
  readonly bandsWithout: readonly { readonly source: Source; readonly band: Band }[];
  /** From six sources on: leaving these out gives the least and the greatest score. */
  readonly extremes: readonly { readonly source: Source; readonly score: number }[];
  /** The first pairs, the farthest apart first. */
  readonly pairs: readonly PairOnClaim[];
  /** How many pairs are not listed. */
  readonly morePairs: number;
  readonly utterances: readonly SharedUtterance[];
}

const mostPairs = 10;

/** The account of one claim's number. */
export function disagreementAccount(dataset: Dataset, answer: Disagreement): DisagreementAccount {
  const { band, without, pairs, sources, silent } = answer;
  const [least, greatest] = answer.range ?? [];
  const isScored = without.length >= minSourcesForScore && least !== greatest;
  const inView = [...sources.map(({ source }) => source), ...silent];
  return {
    bandsWithout: without
      .map(({ source, score }) => ({ source, band: bandOf(score) }))
      .filter((other) => other.band !== band),
    extremes: isScored ? [least, greatest].map((score) => without.find((other) => other.score === score)!) : [],
    pairs: pairs.slice(0, mostPairs),
    morePairs: Math.max(0, pairs.length - mostPairs),
    utterances: utterancesOn(dataset, answer, inView),
  };
}

/**
 * Each utterance told of this claim by two sources in view, once for each two sources: of several renderings the longest. Where it is
 * told with differences comes first.
 */
function utterancesOn(
  dataset: Dataset,
  { claim }: Disagreement,
  inView: readonly Source[],
): readonly SharedUtterance[] {
  const variants = variantsOn(dataset, claim);
  // By ids: evidence that stands apart comes with claims and sources of its own.
  const isInView = (statement: Statement) => inView.some(({ id }) => id === sourceOf(statement).id);
  const pairs = variants.flatMap((variant) => {
    const here = variant.statements.filter((each) => each.claim.id === claim.id && isInView(each));
    const [first] = here;
    const second = first && here.find((other) => sourceOf(other) !== sourceOf(first));
    return second ? [{ variant, first, second }] : [];
  });
  const differences = ({ variant }: { readonly variant: Variant }) => variant.differences?.length ?? 0;
  pairs.sort((a, b) => differences(b) - differences(a) || lengthOf(b.second) - lengthOf(a.second));
  const told = new Set<string>();
  return pairs.flatMap(({ variant, first, second }) => {
    const key = `${first.id} ${sourceOf(second).id}`;
    if (told.has(key)) return [];
    told.add(key);
    const carriers = new Set(
      variants
        .filter(({ statements }) => statements.includes(first) || statements.includes(second))
        .flatMap(({ statements }) => statements.map((statement) => sourceOf(statement).id)),
    );
    return [
      {
        tellings: tell(variant, first, second),
        leftOutBy: inView.filter(({ id }) => !carriers.has(id)),
      },
    ];
  });
}

function tell(variant: Variant, first: Statement, second: Statement): readonly [UtteranceVersion, UtteranceVersion] {
  // The differences are told from the article of the variant's first statement.
  const isTurned = variant.statements[0]!.article !== first.article;
  const differences = (variant.differences ?? []).map(([a, b]) => (isTurned ? ([b, a] as const) : ([a, b] as const)));
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

import { max } from 'd3-array';
import type { Claim, Source } from '../dataset/dataset.js';
import type { Disagreement } from './disagreements.js';
import { bandOf } from './ordinal-variation.js';

/** The claims that the first sentence above the chart names. */
export interface DisagreementLead {
  /** The claims with the highest score, at most two, each with its outlier: the one source without which the others agree. */
  readonly mostDisputed: readonly { readonly claim: Claim; readonly outlier: Source | undefined }[];
  /** Claims on which every source has a position and all agree, at most two. */
  readonly agreed: readonly Claim[];
  /** The first claim that a single source covers, with that source. */
  readonly singleSource: { readonly claim: Claim; readonly source: Source } | undefined;
}

const maxNamed = 2;

/** Returns the lead of a chart of at least two sources. `mostDisputed` is empty if the sources agree on every claim. */
export function disagreementLead(answers: readonly Disagreement[]): DisagreementLead {
  const withBand = answers.filter(({ band }) => band);
  const candidates = withBand.length > 0 ? withBand : answers;
  const disputed = candidates.filter(({ score }) => score !== undefined && bandOf(score) !== 'agree');
  const maxScore = max(disputed, ({ score }) => score) ?? 0;
  const single = answers.find(({ sources }) => sources.length === 1);
  const hasOtherSources = answers.some(({ silent }) => silent.length > 0);
  return {
    mostDisputed: disputed
      // Equal scores may differ in the last bits.
      .filter(({ score }) => score! > maxScore - 1e-9)
      .slice(0, maxNamed)
      .map((answer) => ({ claim: answer.claim, outlier: outlierOf(answer) })),
    agreed: answers
      .filter(({ score, silent }) => score !== undefined && bandOf(score) === 'agree' && silent.length === 0)
      .filter(({ sources }) => sources.every(({ position }) => position !== undefined))
      .slice(0, maxNamed)
      .map(({ claim }) => claim),
    singleSource: single && hasOtherSources ? { claim: single.claim, source: single.sources[0]!.source } : undefined,
  };
}

/** Returns the one source without which the others agree; undefined if there is none, or several. */
function outlierOf({ without }: Disagreement): Source | undefined {
  const outliers = without.filter(({ score }) => bandOf(score) === 'agree');
  return outliers.length === 1 ? outliers[0]!.source : undefined;
}

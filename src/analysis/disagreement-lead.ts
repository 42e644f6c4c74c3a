import type { Claim, Source } from '../dataset/dataset.js';
import type { Disagreement } from './disagreements.js';
import { bandOf } from './ordinal-variation.js';

/** What the first sentence of the chart is made of. */
export interface DisagreementLead {
  /** The claims on which the sources part most, at most two, with the source that stands alone against the others, if one does. */
  readonly most: readonly { readonly claim: Claim; readonly outlier: Source | undefined }[];
  /** Claims that every source carries and on which they agree, at most two. */
  readonly alike: readonly Claim[];
  /** A claim that one source alone carries, with that source. */
  readonly only: { readonly claim: Claim; readonly source: Source } | undefined;
}

const mostNamed = 2;

/** The lead of a chart of at least two sources. Sources that agree on everything part on nothing: then `most` is empty. */
export function disagreementLead(answers: readonly Disagreement[]): DisagreementLead {
  const compared = answers.filter(({ band }) => band);
  const among = compared.length > 0 ? compared : answers;
  const parting = among.filter(({ score }) => score !== undefined && bandOf(score) !== 'agree');
  const greatest = Math.max(...parting.map(({ score }) => score!));
  const first = answers.find(({ sources }) => sources.length === 1);
  const alone = answers.some(({ silent }) => silent.length > 0) ? first : undefined;
  return {
    most: parting
      .filter(({ score }) => score! > greatest - 1e-9)
      .slice(0, mostNamed)
      .map((answer) => ({ claim: answer.claim, outlier: outlierOf(answer) })),
    alike: answers
      .filter(({ score, silent }) => score !== undefined && bandOf(score) === 'agree' && silent.length === 0)
      .filter(({ sources }) => sources.every(({ position }) => position !== undefined))
      .slice(0, mostNamed)
      .map(({ claim }) => claim),
    only: alone && { claim: alone.claim, source: alone.sources[0]!.source },
  };
}

/** The one source without which the others agree. */
function outlierOf({ without }: Disagreement): Source | undefined {
  const outliers = without.filter(({ score }) => bandOf(score) === 'agree');
  return outliers.length === 1 ? outliers[0]!.source : undefined;
}

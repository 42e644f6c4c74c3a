import { max } from 'd3-array';
import { coverageDifference, type Coverage } from './coverage.js';
import type { Disagreement } from './disagreements.js';
import { bandOf } from './ordinal-variation.js';

/** What the sentences above the chart are made from. */
export interface DisagreementLead<Row> {
  /** The rows on which coverage differs most, at most two; empty if it differs on none. */
  readonly mostDifferent: readonly Row[];
  /** How many more it differs on as much. */
  readonly moreDifferent: number;
  /** Whether it differs less on others. */
  readonly isMost: boolean;
  /** On these, outlets do not differ from each other: what they say themselves differs from whom they quote. */
  readonly isContradiction: boolean;
  /** There are such claims. */
  readonly hasContradictions: boolean;
  readonly claimCount: number;
  /** How many of them have much the same coverage, or are covered by one or two outlets. */
  readonly same: number;
  readonly few: number;
}

const maxNamed = 2;

function isContradiction({ answer }: { readonly answer: Disagreement }): boolean {
  const { score = 0, ownScore = 0 } = answer;
  return bandOf(Math.max(score, ownScore)) === 'agree';
}

/** Returns the lead of a chart. It names a row only for what the row itself says. */
export function disagreementLead<Row extends { readonly answer: Disagreement; readonly coverage: Coverage }>(
  rows: readonly Row[],
): DisagreementLead<Row> {
  const rowsWith = (coverage: Coverage) => rows.filter((row) => row.coverage === coverage);
  const different = rowsWith('differs');
  const most = max(different, ({ answer }) => coverageDifference(answer)) ?? 0;
  // Equal scores may differ in the last bits.
  const mostDifferent = different.filter(({ answer }) => coverageDifference(answer) > most - 1e-9);
  const { length: same } = rowsWith('same');
  return {
    mostDifferent: mostDifferent.slice(0, maxNamed),
    moreDifferent: Math.max(0, mostDifferent.length - maxNamed),
    isMost: mostDifferent.length < different.length + same,
    isContradiction: mostDifferent.length > 0 && mostDifferent.every(isContradiction),
    hasContradictions: different.some(isContradiction),
    claimCount: rows.length,
    same,
    few: rowsWith('few').length,
  };
}

import { max } from 'd3-array';
import { coverageDifference, type Coverage } from './coverage.js';
import type { Disagreement } from './disagreements.js';

/** What the sentences above the chart are made from. */
export interface DisagreementLead<Row> {
  /** The rows on which coverage differs most, at most two; empty if it differs on none. */
  readonly mostDifferent: readonly Row[];
  /** How many more it differs on as much. */
  readonly moreDifferent: number;
  readonly claimCount: number;
  /** How many of them have much the same coverage, or are covered by one or two outlets. */
  readonly same: number;
  readonly few: number;
}

const maxNamed = 2;

/** Returns the lead of a chart. It names a row only for what the row itself says. */
export function disagreementLead<Row extends { readonly answer: Disagreement; readonly coverage: Coverage }>(
  rows: readonly Row[],
): DisagreementLead<Row> {
  const rowsWith = (coverage: Coverage) => rows.filter((row) => row.coverage === coverage);
  const different = rowsWith('differs');
  const most = max(different, ({ answer }) => coverageDifference(answer)) ?? 0;
  // Equal scores may differ in the last bits.
  const mostDifferent = different.filter(({ answer }) => coverageDifference(answer) > most - 1e-9);
  return {
    mostDifferent: mostDifferent.slice(0, maxNamed),
    moreDifferent: Math.max(0, mostDifferent.length - maxNamed),
    claimCount: rows.length,
    same: rowsWith('same').length,
    few: rowsWith('few').length,
  };
}

import { descending } from 'd3-array';
import {
  disagreementAccount,
  minSourcesForScore,
  type DisagreementAccount,
} from '../../analysis/disagreement-account.js';
import type { Coverage } from '../../analysis/coverage.js';
import {
  disagreements,
  type Disagreement,
  type SourceOnClaim,
  type VoiceInSource,
} from '../../analysis/disagreements.js';
import type { Filter } from '../../analysis/filter.js';
import { sourcePairs, type SourcePair } from '../../analysis/source-pairs.js';
import type { Evidence } from '../../dataset/split-evidence.js';
import type { Dataset, Source } from '../../dataset/dataset.js';
import { chartTokens } from '../../theme/tokens.js';
import type { PlacedCounts } from './counts-layout.js';
import {
  disagreementOrders,
  type DisagreementLayout,
  type DisagreementOrder,
  type PlacedDisagreement,
} from './disagreement-layout.js';
import { placeEvidence, type EvidenceState, type PlacedEvidence } from '../evidence.js';
import { idsIn, placeFilters, type FilterChoice, type PlacedFilters } from '../filters.js';
import type { RowWindow } from './row-viewport.js';

export type DisagreementChartView = 'positions' | 'counts' | 'pairs';

/** The quotes of one voice in one source. */
export interface AccountVoice {
  readonly voice: VoiceInSource;
  /** The first ones; those that alone decide the band come before the others. */
  readonly shown: readonly AccountQuote[];
  /** Those one step away. */
  readonly folded: readonly AccountQuote[];
}

export interface AccountQuote {
  readonly evidence: PlacedEvidence;
  /** The band depends on it alone. */
  readonly isDecisive: boolean;
}

/** What an opened claim shows: how its verdict comes about, and the quotes behind it. */
export interface PlacedAccount {
  readonly account: DisagreementAccount;
  readonly evidence: EvidenceState;
  /** Empty while the evidence is not there. */
  readonly sources: readonly { readonly source: Source; readonly voices: readonly AccountVoice[] }[];
}

/** One row to render. */
export interface ChartRow {
  readonly row: PlacedDisagreement;
  /** The section that begins with this row. */
  readonly section: Coverage | undefined;
  readonly counts: readonly PlacedCounts[] | undefined;
  /** Undefined where the claim is closed. */
  readonly account: PlacedAccount | undefined;
}

/** All that a drawing of the chart shows. */
export interface DisagreementModel {
  readonly dataset: Dataset;
  readonly placed: DisagreementLayout;
  readonly view: DisagreementChartView;
  readonly views: readonly DisagreementChartView[];
  readonly order: DisagreementOrder;
  /** Empty where there is nothing to sort. */
  readonly orders: readonly DisagreementOrder[];
  readonly filters: PlacedFilters;
  readonly isNarrow: boolean;
  readonly isMirrored: boolean;
  readonly isPrinting: boolean;
  readonly hasCounts: boolean;
  /** Some outlets also say something in their own words. */
  readonly hasOwnWords: boolean;
  /** Whether rows have scores: with fewer than six sources none has, which must be said; else those on which six quote someone. */
  readonly scores: 'none' | 'some' | undefined;
  /** The rows to render, all or a part. */
  readonly rows: readonly ChartRow[];
  /** Of a large chart: the part that is rendered. */
  readonly window: RowWindow | undefined;
  /** In the view of pairs. */
  readonly pairs: readonly SourcePair[] | undefined;
}

export interface DisagreementModelOptions {
  readonly view: DisagreementChartView;
  readonly order: DisagreementOrder;
  readonly chosen: FilterChoice;
  readonly isNarrow: boolean;
  readonly isMirrored: boolean;
  readonly isPrinting: boolean;
  /** The id of the claim whose account is open. */
  readonly selected: string | undefined;
  readonly accountOf: (row: PlacedDisagreement) => PlacedAccount;
  readonly counts: readonly (readonly PlacedCounts[])[] | undefined;
  readonly window: RowWindow | undefined;
  /** Rows to render where all will be; a long chart is rendered in steps. */
  readonly maxRows: number;
}

/** Returns whether only the rows in view are rendered. */
export function isLargeChart({ rows, sources }: DisagreementLayout): boolean {
  return rows.length * sources.length > chartTokens.maxPlaces;
}

export function disagreementModel(
  dataset: Dataset,
  placed: DisagreementLayout,
  options: DisagreementModelOptions,
): DisagreementModel {
  const { chosen, isPrinting, window, counts } = options;
  const { length: sourceCount } = placed.sources;
  const canCompare = (idsIn(chosen.sources)?.length ?? dataset.sources.length) > 1;
  const view = options.view === 'pairs' && sourceCount < 2 ? 'positions' : options.view;
  const [from, to] = window?.range ?? [0, isPrinting ? Infinity : options.maxRows];
  const claims = placed.rows.map(({ claim }) => claim.id);
  const hasOwnWords = placed.rows.some(({ answer }) => answer.sources.some(({ own }) => own));
  return {
    ...options,
    dataset,
    placed,
    view,
    views: canCompare ? ['positions', 'counts', 'pairs'] : ['positions', 'counts'],
    orders:
      canCompare && view !== 'pairs' ? disagreementOrders.filter((each) => hasOwnWords || !isAboutOwnWords(each)) : [],
    filters: placeFilters(dataset, chosen, placed.rows.length),
    hasCounts: counts !== undefined,
    hasOwnWords,
    scores: scoresIn(placed),
    rows: placed.rows.slice(from, to).map((row, index) => ({
      row,
      section: sectionAt(placed, from + index),
      counts: counts?.[from + index],
      // On paper the accounts of all claims are open, but in a large chart.
      account: row.claim.id === options.selected || (isPrinting && !window) ? options.accountOf(row) : undefined,
    })),
    pairs: view === 'pairs' ? sourcePairs(dataset, { sources: idsIn(chosen.sources), claims }) : undefined,
  };
}

/** Without own words, the order by quoted voices is the default one. */
function isAboutOwnWords(order: DisagreementOrder): boolean {
  return order === 'quoted' || order === 'own';
}

/** Returns whether rows have scores; undefined where there are too few sources to say anything of them. */
export function scoresIn({ sources, hasSections }: DisagreementLayout): DisagreementModel['scores'] {
  if (sources.length < 3) return undefined;
  if (sources.length >= minSourcesForScore) return 'some';
  // The sections are the categories.
  return hasSections ? 'none' : undefined;
}

/** Returns the section that begins at a row; undefined within one. */
export function sectionAt({ rows, hasSections }: DisagreementLayout, index: number): Coverage | undefined {
  const { coverage } = rows[index]!;
  return hasSections && coverage !== rows[index - 1]?.coverage ? coverage : undefined;
}

/** Further statements of one voice are one step away. */
const shownPerVoice = 2;

export interface AccountOptions {
  readonly state: EvidenceState;
  /** What was loaded of a split dataset’s evidence. */
  readonly evidence: Evidence;
  readonly filter: Filter;
}

export function placeAccount(
  dataset: Dataset,
  row: PlacedDisagreement,
  { state, evidence, filter }: AccountOptions,
): PlacedAccount {
  const answer = answerWithEvidence(dataset, row, filter, evidence);
  const account = disagreementAccount(dataset, answer, evidence);
  const decisive = new Set(account.decisive);
  const voicesOf = ({ speakers, own }: SourceOnClaim) =>
    [...speakers, ...(own ? [own] : [])].map((voice): AccountVoice => {
      const quotes = [...voice.statements]
        .map((statement) => ({ evidence: placeEvidence(statement), isDecisive: decisive.has(statement) }))
        .sort((a, b) => descending(Number(a.isDecisive), Number(b.isDecisive)));
      return { voice, shown: quotes.slice(0, shownPerVoice), folded: quotes.slice(shownPerVoice) };
    });
  return {
    account,
    evidence: state,
    sources: state === 'there' ? answer.sources.map((on) => ({ source: on.source, voices: voicesOf(on) })) : [],
  };
}

/** Returns the answer of a row; for a split dataset with the statements that were loaded since the row was laid out. */
export function answerWithEvidence(
  dataset: Dataset,
  { claim, answer }: PlacedDisagreement,
  filter: Filter,
  evidence: Evidence,
): Disagreement {
  if (!evidence.has(claim.id)) return answer;
  return disagreements(dataset, { ...filter, claims: [claim.id] }, evidence)[0] ?? answer;
}

import { ascending, descending, extent } from 'd3-array';
import type { Claim, Dataset, Side, Source } from '../../dataset/dataset.js';
import { decisiveStatementCount, minSourcesForScore } from '../../analysis/disagreement-account.js';
import {
  columnOf,
  coverageDifference,
  coverageOf,
  coverages,
  isDecidedByOwnWords,
  outletGroups,
  quotedMajority,
  quotedSides,
  soleVoices,
  type Coverage,
  type OutletGroup,
  type QuotedSides,
  type SoleVoice,
} from '../../analysis/coverage.js';
import { disagreementLead, type DisagreementLead } from '../../analysis/disagreement-lead.js';
import { bandOf } from '../../analysis/ordinal-variation.js';
import { disagreements, type Disagreement, type VoiceInSource } from '../../analysis/disagreements.js';
import { withIds, type Filter } from '../../analysis/filter.js';
import { chartTokens } from '../../theme/tokens.js';
import { sourceLabels } from './source-labels.js';

export type DisagreementOrder = 'disagreement' | 'quoted' | 'own' | 'editor';

export const disagreementOrders: readonly DisagreementOrder[] = ['disagreement', 'quoted', 'own', 'editor'];

/** What one outlet does on a claim: its mark in one of the five columns, and in the lane of own words. */
export interface PlacedOutlet {
  readonly source: Source;
  readonly label: string;
  /** 0 (only opponents) … 4 (only supporters); undefined if it quotes nobody. */
  readonly column: number | undefined;
  readonly quotes: QuotedSides | undefined;
  /** The side of each person or group that it quotes. */
  readonly sides: readonly Side[];
  /** What it says in its own words. */
  readonly own: Side | undefined;
}

/** A row; its marks are computed when it is rendered. */
export interface PlacedDisagreement extends Marks {
  readonly claim: Claim;
  readonly answer: Disagreement;
  readonly coverage: Coverage;
}

interface Marks {
  /** Every source that covers the claim, in the dataset's order. */
  readonly outlets: readonly PlacedOutlet[];
  /** The first and the last column with a mark; undefined below two marks. */
  readonly span: readonly [number, number] | undefined;
  /** The outlets by whom they quote, the largest group first: every mark is in one group. */
  readonly quoting: readonly OutletGroup<QuotedSides>[];
  /** The outlets by what they say in their own words. */
  readonly speaking: readonly OutletGroup<Side>[];
  /** All take the same side, but some with many, others with few of the statements. */
  readonly quoteUnevenly: boolean;
  readonly speakUnevenly: boolean;
  /** What the outlets say themselves makes the larger difference. */
  readonly ownWordsFirst: boolean;
  readonly soleVoices: readonly SoleVoice[];
  /** How many statements there are without any one of which coverage would be in another category. */
  readonly decisiveStatements: number;
  /** Enough sources for a score; with fewer there is a category only. */
  readonly isScored: boolean;
}

export interface LabelledSource {
  readonly source: Source;
  readonly label: string;
}

export interface DisagreementLayout {
  readonly rows: readonly PlacedDisagreement[];
  /** Whether rows are in sections by their coverage. */
  readonly hasSections: boolean;
  /** Every source that is left, in the dataset's order. */
  readonly sources: readonly LabelledSource[];
  /** Marks are dots with their number, because there are too many sources for names. */
  readonly hasDots: boolean;
  readonly lead: DisagreementLead<PlacedDisagreement>;
}

/**
 * Returns one row per claim in the editor's order, with a mark for each source in one of five columns, from “only opponents” to “only
 * supporters”. Claims on which no source is left are left out, unless the page names them.
 */
export function layoutDisagreements(dataset: Dataset, filter: Filter): DisagreementLayout {
  const sources = withIds(dataset.sources, filter.sources);
  // Of all sources, so that no label changes when the reader filters.
  const labels = sourceLabels(dataset.sources);
  const rows = disagreements(dataset, filter)
    .filter(({ sources }) => filter.claims ?? sources.length > 0)
    .map((answer) => placeRow(answer, sources.length, () => marksOf(answer, labels)));
  return {
    rows,
    hasSections: false,
    sources: sources.map((source) => ({ source, label: labels.get(source)! })),
    hasDots: sources.length >= chartTokens.minDots,
    lead: disagreementLead(rows),
  };
}

const sortValues: Readonly<Record<Exclude<DisagreementOrder, 'editor'>, (answer: Disagreement) => number>> = {
  disagreement: coverageDifference,
  quoted: ({ score }) => score ?? -1,
  own: ({ ownScore, sources }) => ownScore ?? (sources.some(({ own }) => own) ? 0 : -1),
};

/**
 * Returns the layout with its rows in another order; the rows stay the same objects. By `disagreement` they are in sections, the largest
 * difference first; `quoted` and `own` sort by D over whom the outlets quote, and over what they say. Ties keep the editor's order. An
 * order that a page has misspelt is `disagreement`.
 */
export function orderRows(layout: DisagreementLayout, wanted: DisagreementOrder): DisagreementLayout {
  if (wanted === 'editor') return layout;
  const order = Object.hasOwn(sortValues, wanted) ? wanted : 'disagreement';
  const hasSections = order === 'disagreement' && layout.sources.length > 1;
  const section = ({ coverage }: PlacedDisagreement) => (hasSections ? coverages.indexOf(coverage) : 0);
  // Equal scores may differ in the last bits.
  const value = ({ answer }: PlacedDisagreement) => Math.round(sortValues[order](answer) * 1e9);
  const rows = [...layout.rows].sort((a, b) => ascending(section(a), section(b)) || descending(value(a), value(b)));
  return { ...layout, rows, hasSections, lead: disagreementLead(rows) };
}

/** Every property of `Marks`; one that is missing here does not compile. */
const markProperties = Object.keys({
  outlets: true,
  span: true,
  quoting: true,
  speaking: true,
  ownWordsFirst: true,
  soleVoices: true,
  quoteUnevenly: true,
  speakUnevenly: true,
  decisiveStatements: true,
  isScored: true,
} satisfies Record<keyof Marks, true>) as readonly (keyof Marks)[];

/** Computes the marks of a row when they are first needed: a long chart shows few of its rows. */
function placeRow(answer: Disagreement, sourceCount: number, make: () => Marks): PlacedDisagreement {
  let made: Marks | undefined;
  const row = { claim: answer.claim, answer, coverage: coverageOf(answer, sourceCount) };
  for (const name of markProperties) Object.defineProperty(row, name, { get: () => (made ??= make())[name] });
  return row as PlacedDisagreement;
}

function marksOf(answer: Disagreement, labels: ReadonlyMap<Source, string>): Marks {
  const { sources, score = 0, ownScore = 0 } = answer;
  const outlets = sources.map((on): PlacedOutlet => {
    const majority = quotedMajority(on);
    return {
      source: on.source,
      label: labels.get(on.source)!,
      column: majority && columnOf(majority),
      quotes: quotedSides(on),
      sides: sidesOf(on.speakers),
      own: on.own?.side,
    };
  });
  const columns = outlets.flatMap(({ column = [] }) => column);
  const [from, to] = extent(columns);
  const differ = bandOf(score) !== 'agree';
  const sides = outletGroups(outlets, ({ quotes }) => quotes);
  const majorities = outletGroups(sources, quotedMajority);
  // “All quote both sides” would not say how they differ.
  const quoting = sides.length === 1 && differ && majorities.length > 1 ? majorities : sides;
  const speaking = outletGroups(outlets, ({ own }) => own);
  return {
    outlets,
    span: columns.length > 1 ? [from!, to!] : undefined,
    quoting,
    speaking,
    quoteUnevenly: quoting.length === 1 && differ,
    speakUnevenly: speaking.length === 1 && bandOf(ownScore) !== 'agree',
    ownWordsFirst: isDecidedByOwnWords(answer),
    soleVoices: soleVoices(answer),
    decisiveStatements: decisiveStatementCount(answer),
    isScored: columns.length >= minSourcesForScore,
  };
}

const sideOrder: readonly Side[] = ['support', 'both', 'oppose', 'neutral'];

function sidesOf(speakers: readonly VoiceInSource[]): readonly Side[] {
  return speakers.map(({ side }) => side).sort((a, b) => ascending(sideOrder.indexOf(a), sideOrder.indexOf(b)));
}

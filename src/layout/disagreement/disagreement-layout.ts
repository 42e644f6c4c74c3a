import { descending } from 'd3-array';
import type { Claim, Dataset, Source } from '../../dataset/dataset.js';
import { disagreements, type Disagreement, type SourceOnClaim } from '../../analysis/disagreements.js';
import { withIds, type Filter } from '../../analysis/filter.js';
import { disagreementLead, type DisagreementLead } from '../../analysis/disagreement-lead.js';
import { minSourcesForScore } from '../../analysis/disagreement-account.js';
import { breakpoints, chartTokens } from '../../theme/tokens.js';
import { lanes } from './lanes.js';
import { sourceLetters } from './source-letters.js';

export type DisagreementOrder = 'disagreement' | 'editor';

/** What the reader or the page wants to see, and the space there is. */
export interface DisagreementLayoutOptions extends Filter {
  /** The shortest length of the axis in CSS pixels: on a longer one no two marks come closer. */
  readonly width: number;
  /** The supporting end at the left, for languages written from right to left. */
  readonly mirrored?: boolean;
}

/** The position of a source by the voices it quotes: a mark on the axis or above it. */
export interface PlacedSource {
  readonly source: Source;
  readonly position: number;
  readonly letters: string;
  /** Per cent of the axis from its left end. */
  readonly x: number;
  /** Pixels from the top of the row to the middle of the mark. */
  readonly y: number;
}

/** What an outlet says in its own words: a mark below the axis. */
export interface PlacedOwnVoice {
  readonly source: Source;
  readonly letters: string;
  readonly x: number;
  readonly y: number;
  /** The side of the mark that the letters are on: the one towards the middle of the axis. */
  readonly lettersAt: 'left' | 'right';
}

/** How many sources quote mostly supporters, mostly opponents, or both equally. */
export interface Leaning {
  readonly support: number;
  readonly oppose: number;
  readonly between: number;
}

/** A row; the positions of its marks are computed when it is rendered. */
export interface PlacedDisagreement extends Placing {
  readonly claim: Claim;
  readonly answer: Disagreement;
}

interface Placing {
  readonly marks: readonly PlacedSource[];
  /** Enough sources for a score; with fewer, a category is shown. */
  readonly isScored: boolean;
  readonly ownVoices: readonly PlacedOwnVoice[];
  /** The bar that spans the marks, per cent of the axis; undefined below two marks. */
  readonly bar: readonly [number, number] | undefined;
  readonly leaning: Leaning;
  /** An outlet supports in its own words what another opposes. */
  readonly outletsDisagree: boolean;
  /** Pixels from the top of the row. */
  readonly axis: number;
  readonly height: number;
}

export interface MarkSize {
  readonly width: number;
  readonly height: number;
}

export interface DisagreementLayout {
  readonly rows: readonly PlacedDisagreement[];
  /** Every source that is left, in the dataset's order. */
  readonly sources: readonly { readonly source: Source; readonly letters: string }[];
  readonly markSize: MarkSize;
  /** Marks are flat labels with letters, because there are many sources. */
  readonly isFlat: boolean;
  readonly lead: DisagreementLead;
}

const circle: MarkSize = { width: 24, height: 24 };
const label: MarkSize = { width: 25, height: 12 };
const gap = 1;
const ownVoice = { reach: 6, letters: 26, height: 14 };
const margin = 4;

/**
 * Returns one row per claim in the editor’s order, with a mark for each source on the axis from −1 (all voices oppose) to +1. Marks that
 * would overlap are stacked upwards from the axis in the dataset’s order; the outlets’ own voices are below it. Claims on which no
 * source is left are left out, unless the page names them.
 */
export function layoutDisagreements(dataset: Dataset, view: DisagreementLayoutOptions): DisagreementLayout {
  const answers = disagreements(dataset, view).filter(({ sources }) => view.claims ?? sources.length > 0);
  const sources = withIds(dataset.sources, view.sources);
  // Of all sources, so that no letters change when the reader narrows.
  const letters = sourceLetters(dataset.sources);
  const isFlat = sources.length > chartTokens.maxCircles;
  const markSize = isFlat ? label : circle;
  return {
    rows: answers.map((answer) => placeRow(answer, () => placing(answer, view, letters, markSize))),
    sources: sources.map((source) => ({ source, letters: letters.get(source)! })),
    markSize,
    isFlat,
    lead: disagreementLead(answers),
  };
}

/**
 * Returns the layout with its rows in another order; the rows stay the same objects. By `disagreement` the greatest D comes first and the
 * undefined last; ties keep the editor's order.
 */
export function orderRows(layout: DisagreementLayout, order: DisagreementOrder): DisagreementLayout {
  if (order === 'editor') return layout;
  const rows = [...layout.rows].sort((a, b) => descending(a.answer.score ?? -1, b.answer.score ?? -1));
  return { ...layout, rows, lead: disagreementLead(rows.map(({ answer }) => answer)) };
}

/** Every property of `Placing`; one that is missing here does not compile. */
const placingProperties = Object.keys({
  marks: true,
  isScored: true,
  ownVoices: true,
  bar: true,
  leaning: true,
  outletsDisagree: true,
  axis: true,
  height: true,
} satisfies Record<keyof Placing, true>) as readonly (keyof Placing)[];

/** Computes the placing of a row when it is first needed: a long chart shows few of its rows. */
function placeRow(answer: Disagreement, make: () => Placing): PlacedDisagreement {
  let made: Placing | undefined;
  const row = { claim: answer.claim, answer };
  for (const name of placingProperties) Object.defineProperty(row, name, { get: () => (made ??= make())[name] });
  return row as PlacedDisagreement;
}

function placing(
  answer: Disagreement,
  { width, mirrored = false }: DisagreementLayoutOptions,
  letters: ReadonlyMap<Source, string>,
  size: MarkSize,
): Placing {
  const x = (position: number) => 50 + (mirrored ? -50 : 50) * position;
  const pixels = (position: number) => (x(position) / 100) * width;

  const carrying = answer.sources.filter(hasPosition);
  const stacked = lanes(
    carrying.map(({ position }) => {
      const middle = pixels(position);
      return { from: middle - size.width / 2, to: middle + size.width / 2 + gap };
    }),
  );
  const axis = margin + size.height / 2 + Math.max(0, ...stacked) * (size.height + gap);
  const marks = carrying.map(({ source, position }, index) => ({
    source,
    position,
    letters: letters.get(source)!,
    x: x(position),
    y: axis - stacked[index]! * (size.height + gap),
  }));

  const speaking = answer.sources.flatMap(({ source, own }) => (own ? [{ source, x: x(own.mean) }] : []));
  const hanging = lanes(
    speaking.map(({ x }) => {
      const middle = (x / 100) * width;
      const [before, after] = x > 50 ? [ownVoice.letters, ownVoice.reach] : [ownVoice.reach, ownVoice.letters];
      return { from: middle - before, to: middle + after };
    }),
  );
  const below = axis + size.height / 2 + gap + ownVoice.height / 2;
  const ownVoices = speaking.map(({ source, x }, index) => ({
    source,
    letters: letters.get(source)!,
    x,
    y: below + hanging[index]! * ownVoice.height,
    lettersAt: x > 50 ? ('left' as const) : ('right' as const),
  }));

  const own = new Set(answer.sources.map(({ own }) => own?.side));
  const places = marks.map(({ x }) => x);
  return {
    marks,
    isScored: marks.length >= minSourcesForScore,
    ownVoices,
    bar: marks.length > 1 ? [Math.min(...places), Math.max(...places)] : undefined,
    leaning: leaningOf(marks),
    outletsDisagree: own.has('support') && own.has('oppose'),
    axis,
    height: axis + size.height / 2 + margin + (Math.max(-1, ...hanging) + 1) * ownVoice.height,
  };
}

function hasPosition(source: SourceOnClaim): source is SourceOnClaim & { readonly position: number } {
  return source.position !== undefined;
}

function leaningOf(marks: readonly PlacedSource[]): Leaning {
  const support = marks.filter(({ position }) => position > 0).length;
  const oppose = marks.filter(({ position }) => position < 0).length;
  return { support, oppose, between: marks.length - support - oppose };
}

/** Returns the least length of the axis in a container of that width, by the columns and paddings of the style sheet, in CSS pixels. */
export function axisWidth(container: number): number {
  const inner = Math.floor((container || 600) / 50) * 50 - 50;
  return Math.max(160, container < breakpoints.narrow ? inner - 32 : inner * chartTokens.axisShare - 32);
}

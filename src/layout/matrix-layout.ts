import { ascending, descending } from 'd3-array';
import type { Claim, Dataset, Side, Speaker, Statement } from '../dataset/dataset.js';
import type { Narrowing } from '../dataset/narrowing.js';
import { stanceGrid, type Position, type StanceRow } from '../dataset/stance-grid.js';

export type MatrixOrder = 'editor' | 'disputed' | 'similar' | 'name';

/** What the reader or the page asks to see. */
export interface MatrixView extends Narrowing {
  readonly order: MatrixOrder;
  readonly topic?: string | undefined;
  /** For the order by name. */
  readonly lang: string;
}

export interface PlacedClaim {
  readonly claim: Claim;
  /** Voices on each side; who said both counts on both. */
  readonly support: number;
  readonly oppose: number;
  readonly neutral: number;
  /** At least one voice for it and one against it. */
  readonly disputed: boolean;
}

export interface PlacedVoice {
  /** `ann`, or `outlet:daily` for an outlet’s own voice: unique, and stable as long as the ids are. */
  readonly key: string;
  readonly name: string;
  readonly role: string | undefined;
  readonly isOutlet: boolean;
  /** `positions[i]` is on `columns[i]`. */
  readonly positions: readonly (Position | undefined)[];
}

/** Rows under one heading: a group, the speakers beside the groups, all speakers where there are no groups to show, the outlets. */
export interface PlacedSection {
  readonly kind: 'group' | 'others' | 'all' | 'outlets';
  /** Of a group; the headings of the others are words of the reader's language. */
  readonly title: string | undefined;
  readonly rows: readonly PlacedVoice[];
}

/** The heading over a section, from the words for those that are no group; undefined where all speakers stand in one. */
export function sectionTitle(
  { kind, title }: PlacedSection,
  words: Readonly<Record<'others' | 'outlets', string>>,
): string | undefined {
  return kind === 'others' || kind === 'outlets' ? words[kind] : title;
}

export interface MatrixLayout {
  readonly columns: readonly PlacedClaim[];
  readonly sections: readonly PlacedSection[];
}

/**
 * Where everything goes: claims as columns, voices as rows in sections, the outlets' own voices last. Claims and voices without any
 * position in what is shown are left out, unless the page names them. `similar` needs the frozen order of the dataset
 * and is the editor's where there is none; `disputed` puts first the claims with most voices on their weaker side.
 */
export function layoutMatrix(dataset: Dataset, view: MatrixView): MatrixLayout {
  const claims = dataset.claims.filter(({ topic }) => !view.topic || topic === view.topic);
  const wanted = view.claims && new Set(view.claims);
  const named = claims.filter(({ id }) => !wanted || wanted.has(id));
  const grid = stanceGrid(dataset, { ...view, claims: named.map(({ id }) => id) });
  const placed = grid.claims.map((claim, index) => placeClaim(claim, grid.rows, index));
  const shown = placed.map((_, index) => index).filter((index) => wanted ?? isSpokenOf(placed[index]!));
  const order = columnOrder(dataset, view, placed).filter((index) => shown.includes(index));
  const rows = grid.rows
    .filter(({ positions, speaker }) => positions.some(Boolean) || (speaker && view.speakers))
    .map((row) => ({ row, placed: placeVoice(row, order) }));
  return { columns: order.map((index) => placed[index]!), sections: layoutSections(dataset, view, rows) };
}

function placeClaim(claim: Claim, rows: readonly StanceRow[], index: number): PlacedClaim {
  const count = (...sides: readonly Side[]) =>
    rows.filter(({ positions }) => positions[index] && sides.includes(positions[index].side)).length;
  const support = count('support', 'both');
  const oppose = count('oppose', 'both');
  return { claim, support, oppose, neutral: count('neutral'), disputed: support > 0 && oppose > 0 };
}

function isSpokenOf({ support, oppose, neutral }: PlacedClaim): boolean {
  return support + oppose + neutral > 0;
}

/** Voices on the weaker side first, then all voices; ties keep the editor's order. */
function byDispute(a: PlacedClaim, b: PlacedClaim): number {
  const weaker = ({ support, oppose }: PlacedClaim) => Math.min(support, oppose);
  return descending(weaker(a), weaker(b)) || descending(a.support + a.oppose, b.support + b.oppose);
}

function columnOrder(dataset: Dataset, view: MatrixView, placed: readonly PlacedClaim[]): readonly number[] {
  const indices = placed.map((_, index) => index);
  const frozen = dataset.order.claims;
  switch (view.order) {
    case 'editor':
      return indices;
    case 'disputed':
      return indices.sort((a, b) => byDispute(placed[a]!, placed[b]!));
    case 'name': {
      const { compare } = new Intl.Collator(view.lang);
      return indices.sort((a, b) => compare(placed[a]!.claim.text, placed[b]!.claim.text));
    }
    case 'similar':
      return indices.sort((a, b) => byRank(frozen, placed[a]!.claim, placed[b]!.claim));
  }
}

/** What the frozen order does not name comes last. */
function byRank<T>(frozen: readonly T[] | undefined, a: T, b: T): number {
  const rank = (entity: T) => {
    const found = frozen?.indexOf(entity) ?? 0;
    return found < 0 ? Infinity : found;
  };
  return ascending(rank(a), rank(b)) || 0;
}

function placeVoice({ speaker, outlet, positions }: StanceRow, order: readonly number[]): PlacedVoice {
  return {
    key: speaker ? speaker.id : `outlet:${outlet.id}`,
    name: (speaker ?? outlet).name,
    role: speaker?.role,
    isOutlet: !speaker,
    positions: order.map((index) => positions[index]),
  };
}

interface Row {
  readonly row: StanceRow;
  readonly placed: PlacedVoice;
}

function layoutSections(dataset: Dataset, view: MatrixView, rows: readonly Row[]): readonly PlacedSection[] {
  const speakers = rows.filter(({ row }) => row.speaker);
  const outlets = rows.filter(({ row }) => row.outlet);
  const section = (kind: PlacedSection['kind'], title: string | undefined, of: readonly Row[]): PlacedSection[] =>
    of.length > 0 ? [{ kind, title, rows: of.map(({ placed }) => placed) }] : [];
  return [...speakerSections(), ...section('outlets', undefined, outlets)];

  function speakerSections(): readonly PlacedSection[] {
    if (view.order === 'name') {
      const { compare } = new Intl.Collator(view.lang);
      return section(
        'all',
        undefined,
        [...speakers].sort((a, b) => compare(a.placed.name, b.placed.name)),
      );
    }
    if (view.order === 'similar' && dataset.order.speakers) {
      const frozen = dataset.order.speakers;
      return section(
        'all',
        undefined,
        [...speakers].sort((a, b) => byRank<Speaker>(frozen, a.row.speaker!, b.row.speaker!)),
      );
    }
    const grouped = dataset.groups.flatMap((group) =>
      section(
        'group',
        group.name,
        speakers.filter(({ row }) => row.speaker!.group === group),
      ),
    );
    return [
      ...grouped,
      ...section(
        grouped.length > 0 ? 'others' : 'all',
        undefined,
        speakers.filter(({ row }) => !row.speaker!.group),
      ),
    ];
  }
}

/** A mark: a voice and a claim that it speaks to. */
export interface PlacedMark {
  readonly voice: PlacedVoice;
  readonly column: PlacedClaim;
  readonly position: Position;
}

/**
 * The mark to open for a reader who presses nothing: on the most disputed claim, who said both, else the best-evidenced
 * voice of the weaker side. Undefined where nothing is disputed: then the mark with most statements on the first claim.
 */
export function mostDisputedMark({ columns, sections }: MatrixLayout): PlacedMark | undefined {
  const [column] = [...columns].sort(byDispute);
  if (!column) return undefined;
  const index = columns.indexOf(column);
  const weaker: Side = column.support < column.oppose ? 'support' : 'oppose';
  const weight = ({ side, statements }: Position) =>
    (side === 'both' ? 2e9 : side === weaker ? 1e9 : 0) + statements.length;
  return sections
    .flatMap(({ rows }) => rows)
    .flatMap((voice) => {
      const position = voice.positions[index];
      return position ? [{ voice, column, position }] : [];
    })
    .sort((a, b) => descending(weight(a.position), weight(b.position)))[0];
}

/** All statements of a list of positions, in their order. */
export function statementsOf(positions: readonly (Position | undefined)[]): readonly Statement[] {
  return positions.flatMap((position) => position?.statements ?? []);
}

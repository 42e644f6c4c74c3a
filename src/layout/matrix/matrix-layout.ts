import { group } from 'd3-array';
import type { Claim, Dataset, Side, Speaker } from '../../dataset/dataset.js';
import type { Filter } from '../../analysis/filter.js';
import type { Evidence } from '../../dataset/split-evidence.js';
import { matrixTokens } from '../../theme/tokens.js';
import { PositionTable, type Position, type PositionMark } from '../../analysis/position-table.js';

export type MatrixOrder = 'editor' | 'disputed' | 'similar' | 'name';

/** What the reader or the page wants to see. */
export interface MatrixLayoutOptions extends Filter {
  readonly order: MatrixOrder;
  /** For sorting by name. */
  readonly lang: string;
}

export interface PlacedClaim {
  readonly claim: Claim;
  /** `/tax`: unique among the columns. */
  readonly key: string;
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
  /** Undefined for an outlet. */
  readonly speaker: Speaker | undefined;
  /** Returns its side on the claim of that column; undefined where it is not quoted on it. */
  sideOf(column: number): Side | undefined;
  /** The same with what its mark shows. */
  markOf(column: number): PositionMark | undefined;
  /** The same with its statements. Marks and positions are computed when they are needed. */
  positionOf(column: number, evidence?: Evidence): Position | undefined;
}

/** Rows under one heading: a group, the speakers beside the groups, all speakers where there are no groups to show, the outlets. */
export interface PlacedSection {
  readonly kind: 'group' | 'others' | 'all' | 'outlets';
  /** Of a group; the headings of the others are words of the reader's language. */
  readonly title: string | undefined;
  /** Whether a line with a heading precedes the rows: all sections have one, but for a table of a single section. */
  readonly isTitled: boolean;
  /** The index of its first line among the lines of the table. */
  readonly firstLine: number;
  readonly rows: readonly PlacedVoice[];
}

export interface MatrixLayout {
  readonly columns: readonly PlacedClaim[];
  readonly sections: readonly PlacedSection[];
  /** The rows of all sections. */
  readonly voices: readonly PlacedVoice[];
  /** Lines of the table below its head: a row each, and a heading for each titled section. */
  readonly lineCount: number;
  /** Whether it has too many cells for a full table; then only the part in view is rendered. */
  readonly isLarge: boolean;
  /** The sides that occur. */
  readonly sides: ReadonlySet<Side>;
  /** Whether a statement in what is shown is contested. */
  readonly hasContested: boolean;
  /** Speakers among the voices; the others are outlets in their own words. */
  readonly speakerCount: number;
  /** How many sources quote a speaker. */
  readonly quotingSources: number;
  /** Whether any quote has a link. */
  readonly hasLinks: boolean;
}

/**
 * Returns claims as columns and voices as rows in sections, the outlets’ own voices last. Claims and voices without any position in what
 * is shown are left out, unless the page names them. `similar` uses the order in the dataset, and the editor’s where there is none;
 * `disputed` puts the claims with most voices on their weaker side first. A position table of the same filter can be passed in.
 */
export function layoutMatrix(
  dataset: Dataset,
  view: MatrixLayoutOptions,
  table: PositionTable = new PositionTable(dataset, view),
): MatrixLayout {
  const compare = claimOrder(dataset, view);
  const columns = table.claims
    .map((claim, index) => placeClaim(claim, index, table))
    .filter(({ support, oppose, neutral }) => view.claims ?? support + oppose + neutral > 0)
    .sort(compare);
  const order = columns.map(({ index }) => index);
  const voices = table.voices
    .map((_, index) => new VoiceInTable(index, order, table))
    .filter((voice) => (voice.speaker && view.speakers) || order.some((_, column) => voice.sideOf(column)));
  const sections = layoutSections(dataset, view, voices);
  const rows = sections.flatMap((section) => section.rows);
  return {
    columns,
    sections,
    voices: rows,
    lineCount: rows.length + sections.filter(({ isTitled }) => isTitled).length,
    isLarge: rows.length * columns.length > matrixTokens.maxCells,
    sides: table.sides,
    hasContested: table.hasContested,
    speakerCount: rows.filter(({ isOutlet }) => !isOutlet).length,
    quotingSources: table.quotingSources,
    hasLinks: dataset.articles.some(({ url, archive }) => url ?? archive),
  };
}

/** A class, because there may be thousands of these, which then share their methods. */
class VoiceInTable implements PlacedVoice {
  readonly key: string;
  readonly name: string;
  readonly role: string | undefined;
  readonly isOutlet: boolean;
  readonly speaker: Speaker | undefined;

  constructor(
    private readonly index: number,
    private readonly order: readonly number[],
    private readonly table: PositionTable,
  ) {
    const voice = table.voices[index]!;
    this.isOutlet = index >= table.speakerCount;
    this.speaker = this.isOutlet ? undefined : voice;
    this.key = this.isOutlet ? `outlet:${voice.id}` : voice.id;
    this.name = voice.name;
    this.role = this.speaker?.role;
  }

  sideOf(column: number): Side | undefined {
    return this.table.sideOf(this.index, this.order[column]!);
  }

  markOf(column: number): PositionMark | undefined {
    return this.table.markOf(this.index, this.order[column]!);
  }

  positionOf(column: number, evidence?: Evidence): Position | undefined {
    return this.table.positionOf(this.index, this.order[column]!, evidence);
  }
}

function placeClaim(claim: Claim, index: number, table: PositionTable): PlacedClaim & { readonly index: number } {
  const voices = table.voicesOn(index);
  const support = voices.support + voices.both;
  const oppose = voices.oppose + voices.both;
  return {
    claim,
    key: `/${claim.id}`,
    index,
    support,
    oppose,
    neutral: voices.neutral,
    // Who takes both sides does not dispute anything with themselves.
    disputed: support > 0 && oppose > 0 && voices.support + voices.oppose + voices.both > 1,
  };
}

type Comparison<T> = (a: T, b: T) => number;

function claimOrder({ order }: Dataset, view: MatrixLayoutOptions): Comparison<PlacedClaim> {
  switch (view.order) {
    case 'disputed':
      return byDispute;
    case 'name':
      return byName(view, ({ claim }) => claim.text);
    case 'similar':
      return byRank(order.claims, ({ claim }) => claim);
    default:
      // The editor's; so is what a page has misspelt.
      return () => 0;
  }
}

/** Voices on the weaker side first, then all voices; ties keep the editor's order. */
export function byDispute(a: PlacedClaim, b: PlacedClaim): number {
  const weaker = ({ support, oppose }: PlacedClaim) => Math.min(support, oppose);
  return weaker(b) - weaker(a) || b.support + b.oppose - a.support - a.oppose;
}

function byName<T>({ lang }: MatrixLayoutOptions, nameOf: (thing: T) => string): Comparison<T> {
  const { compare } = new Intl.Collator(lang);
  return (a, b) => compare(nameOf(a), nameOf(b));
}

/** What the order does not name comes last. */
function byRank<T, Ranked>(frozen: readonly Ranked[] = [], rankedOf: (thing: T) => Ranked): Comparison<T> {
  const ranks = new Map(frozen.map((ranked, index) => [ranked, index]));
  const rank = (thing: T) => ranks.get(rankedOf(thing)) ?? ranks.size;
  return (a, b) => rank(a) - rank(b);
}

function layoutSections(
  dataset: Dataset,
  view: MatrixLayoutOptions,
  voices: readonly PlacedVoice[],
): readonly PlacedSection[] {
  const { groups, order } = dataset;
  const speakers = voices.filter(({ isOutlet }) => !isOutlet);
  const sections: PlacedSection[] = [];
  let firstLine = 0;
  const place = (kind: PlacedSection['kind'], rows: readonly PlacedVoice[], title?: string) => {
    if (rows.length === 0) return;
    const isTitled = kind !== 'all';
    sections.push({ kind, title, isTitled, firstLine, rows });
    firstLine += rows.length + Number(isTitled);
  };
  if (view.order === 'name') place('all', speakers.sort(byName(view, ({ name }) => name)));
  else if (view.order === 'similar' && order.speakers)
    place('all', speakers.sort(byRank(order.speakers, ({ speaker }) => speaker!)));
  else {
    const byGroup = group(speakers, ({ speaker }) => speaker!.group?.id);
    for (const { id, name } of groups) place('group', byGroup.get(id) ?? [], name);
    place(sections.length > 0 ? 'others' : 'all', byGroup.get(undefined) ?? []);
  }
  place(
    'outlets',
    voices.filter(({ isOutlet }) => isOutlet),
  );
  return sections;
}

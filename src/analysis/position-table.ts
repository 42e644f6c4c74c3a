import { ascending, group } from 'd3-array';
import type { Claim, Dataset, Side, Source, Speaker, Statement } from '../dataset/dataset.js';
import { noEvidence, outletVoiceKey, type Evidence } from '../dataset/split-evidence.js';
import { stanceBits, type StanceColumns } from '../dataset/stance-columns.js';
import { filterDataset, type Filter } from './filter.js';
import { filteredColumns } from './filtered-columns.js';
import { sideOfBits } from './side.js';

/** A position without its statements: what its mark shows. */
export interface PositionMark {
  readonly side: Side;
  /** Number of statements. */
  readonly count: number;
  /** Whether at least one of the statements is contested. */
  readonly contested: boolean;
  /** The sources that carry it, in the dataset's order. */
  readonly sources: readonly Source[];
}

/** What one voice says on one claim. */
export interface Position extends PositionMark {
  /** In reading order (`inReadingOrder`). Of a split dataset those in the evidence on the claim; empty without it. */
  readonly statements: readonly Statement[];
}

/** Number of combinations of `stanceBits`. */
const combinations = 16;

/**
 * Who says what, for any number of voices and claims. The voices are all speakers, then all sources as outlets that speak in their own
 * words, in the dataset's order, including those without any position.
 *
 * Takes one byte per cell and computes anything else on demand, so that a million positions stay affordable.
 */
export class PositionTable {
  readonly claims: readonly Claim[];
  readonly voices: readonly (Speaker | Source)[];
  /** How many of the voices are speakers; the outlets come after them. */
  readonly speakerCount: number;
  private readonly sources: readonly Source[];
  private readonly statements: readonly Statement[];
  private readonly columns: StanceColumns;
  /** Flags of `stanceBits` by cell: claim index × number of voices + voice index. */
  private readonly cells: Uint8Array;
  /** The rows of each cell as a linked list: by cell its first row plus 1, by row the next row plus 1; 0 ends the list. */
  private readonly firstRow: Uint32Array;
  private readonly nextRow: Uint32Array;
  /** By claim index × `combinations` + flags, the number of voices with these flags. */
  private readonly voiceCounts: Uint32Array;

  constructor(
    private readonly dataset: Dataset,
    filter?: Filter,
  ) {
    const filtered = filterDataset(dataset, filter);
    const { sources, speakers, claims, statements } = filtered;
    this.claims = claims;
    this.voices = [...speakers, ...sources];
    this.speakerCount = speakers.length;
    this.sources = sources;
    this.statements = statements;
    this.columns = filteredColumns(dataset, filtered);
    const { cells: cellOfRow, stances } = this.columns;
    const cells = new Uint8Array(this.voices.length * claims.length);
    const firstRow = new Uint32Array(cells.length);
    const nextRow = new Uint32Array(cellOfRow.length);
    for (let row = cellOfRow.length; row-- > 0;) {
      const cell = cellOfRow[row]!;
      cells[cell]! |= stances[row]!;
      nextRow[row] = firstRow[cell]!;
      firstRow[cell] = row + 1;
    }
    const voiceCounts = new Uint32Array(claims.length * combinations);
    for (let cell = 0, claim = 0; claim < claims.length; claim++)
      for (const end = cell + this.voices.length; cell < end; cell++)
        voiceCounts[claim * combinations + cells[cell]!]!++;
    this.cells = cells;
    this.firstRow = firstRow;
    this.nextRow = nextRow;
    this.voiceCounts = voiceCounts;
  }

  /** Returns the side of a voice on a claim, both by index; undefined if it has no statement on it. */
  sideOf(voice: number, claim: number): Side | undefined {
    return sideOfBits(this.bitsOf(voice, claim));
  }

  /** Returns how many voices take each side on a claim. */
  voicesOn(claim: number): Readonly<Record<Side, number>> {
    const voices = { support: 0, oppose: 0, both: 0, neutral: 0 };
    for (let bits = 0; bits < combinations; bits++) {
      const side = sideOfBits(bits);
      if (side) voices[side] += this.voiceCounts[claim * combinations + bits]!;
    }
    return voices;
  }

  /** The sides that occur in the table. */
  get sides(): ReadonlySet<Side> {
    const sides = new Set<Side>();
    this.voiceCounts.forEach((count, index) => {
      const side = count > 0 && sideOfBits(index);
      if (side) sides.add(side);
    });
    return sides;
  }

  /** Whether any statement in the table is contested. */
  get hasContested(): boolean {
    return this.voiceCounts.some((count, index) => count > 0 && (index & stanceBits.contested) > 0);
  }

  /** How many sources have a statement of a speaker. */
  get quotingSources(): number {
    const { cells, sources } = this.columns;
    const isSpeakers = (row: number) => cells[row]! % this.voices.length < this.speakerCount;
    return new Set([...sources].filter((_, row) => isSpeakers(row))).size;
  }

  /** Statements of a split dataset come from `evidence`. */
  positionOf(voice: number, claim: number, evidence: Evidence = noEvidence): Position | undefined {
    const mark = this.markOf(voice, claim);
    return mark && { ...mark, statements: inReadingOrder(this.statementsOf(voice, claim, evidence)) };
  }

  /** Returns the position without its statements, which take most of the time of `positionOf`. */
  markOf(voice: number, claim: number): PositionMark | undefined {
    const side = this.sideOf(voice, claim);
    if (!side) return undefined;
    const { columns, sources } = this;
    const carriers = new Set<number>();
    let count = 0;
    for (const row of this.rowsOf(voice, claim)) {
      carriers.add(columns.sources[row]!);
      count += columns.counts[row]!;
    }
    return {
      side,
      count,
      contested: (this.bitsOf(voice, claim) & stanceBits.contested) > 0,
      sources: sources.filter((_, index) => carriers.has(index)),
    };
  }

  private rowsOf(voice: number, claim: number): readonly number[] {
    const rows: number[] = [];
    for (let next = this.firstRow[this.cellOf(voice, claim)]!; next > 0; next = this.nextRow[next - 1]!)
      rows.push(next - 1);
    return rows;
  }

  private statementsOf(voice: number, claim: number, evidence: Evidence): readonly Statement[] {
    if (!this.dataset.split) return this.rowsOf(voice, claim).map((row) => this.statements[row]!);
    const { id } = this.voices[voice]!;
    const key = voice < this.speakerCount ? id : outletVoiceKey(id);
    const statements = evidence.get(this.claims[claim]!.id)?.byVoice.get(key) ?? [];
    // By id: statements in evidence refer to source objects of their own.
    return statements.filter(({ article }) => this.sources.some((source) => source.id === article.source.id));
  }

  private bitsOf(voice: number, claim: number): number {
    return this.cells[this.cellOf(voice, claim)]!;
  }

  private cellOf(voice: number, claim: number): number {
    return claim * this.voices.length + voice;
  }
}

/**
 * Returns the statements with the oldest article first and undated articles last; within an article by position in its text. Ties keep
 * the given order.
 */
export function inReadingOrder(statements: readonly Statement[]): readonly Statement[] {
  if (statements.length < 2) return statements;
  const dateOf = ([first]: readonly Statement[]) => first!.article.published ?? '9999';
  const startOf = ({ quote }: Statement) => quote.start ?? 0;
  return [...group(statements, ({ article }) => article.id).values()]
    .sort((a, b) => ascending(dateOf(a), dateOf(b)))
    .flatMap((ofArticle) => ofArticle.sort((a, b) => ascending(startOf(a), startOf(b))));
}

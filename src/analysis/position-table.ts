import type { Article, Claim, Dataset, Side, Source, Speaker, Statement } from '../dataset/dataset.js';
import { groupBy } from '../dataset/group-by.js';
import type { Entries } from './entries.js';
import { filteredEntries } from './narrowed-entries.js';
import { filterDataset, type Filter } from './narrowing.js';
import { bits, sideOfBits } from './side.js';
import { evidenceOn, outletVoiceKey } from '../dataset/split-evidence.js';

/** What the mark of a position tells. */
export interface PositionMark {
  readonly side: Side;
  /** Of statements. */
  readonly count: number;
  /** Whether one of the statements is contested. */
  readonly contested: boolean;
  /** The sources that carry it, in the dataset's order. */
  readonly sources: readonly Source[];
}

/** What one voice says on one claim. */
export interface Position extends PositionMark {
  /** What it rests on, oldest first: all of it, or nothing while the evidence of a split dataset is not there. */
  readonly statements: readonly Statement[];
}

/**
 * Who says what, for any number of voices and claims: a byte a position, and the rest made when it is asked for. The voices are all
 * speakers, then all sources as outlets that speak themselves, in the dataset's order, also those without any position.
 */
export class PositionTable {
  readonly claims: readonly Claim[];
  readonly voices: readonly (Speaker | Source)[];
  /** So many of the voices are speakers. */
  readonly speakers: number;
  private readonly sources: readonly Source[];
  private readonly statements: readonly Statement[];
  private readonly said: Uint8Array;
  private readonly entries: Entries;
  /** By claim and voice, the first of its entries, and by entry the next of the same cell; each one more than its place, 0 where none is. */
  private readonly first: Uint32Array;
  private readonly next: Uint32Array;
  /** Claim by claim, how many voices said each of all that can be said. */
  private readonly tallies: Uint32Array;

  constructor(
    private readonly dataset: Dataset,
    narrowing?: Filter,
  ) {
    const narrowed = filterDataset(dataset, narrowing);
    const { sources, speakers, claims, statements } = narrowed;
    this.claims = claims;
    this.voices = [...speakers, ...sources];
    this.speakers = speakers.length;
    this.sources = sources;
    this.statements = statements;
    this.entries = filteredEntries(dataset, narrowed);
    const { cells, said } = this.entries;
    const all = new Uint8Array(this.voices.length * claims.length);
    const first = new Uint32Array(all.length);
    const next = new Uint32Array(cells.length);
    for (let entry = cells.length; entry-- > 0;) {
      const cell = cells[entry]!;
      all[cell]! |= said[entry]!;
      next[entry] = first[cell]!;
      first[cell] = entry + 1;
    }
    const tallies = new Uint32Array(claims.length * bits.all);
    for (let cell = 0, claim = 0; claim < claims.length; claim++)
      for (const end = cell + this.voices.length; cell < end; cell++) tallies[claim * bits.all + all[cell]!]!++;
    this.said = all;
    this.first = first;
    this.next = next;
    this.tallies = tallies;
  }

  /** Undefined where the voice is not quoted on the claim. */
  sideOf(voice: number, claim: number): Side | undefined {
    return sideOfBits(this.bitsAt(voice, claim));
  }

  /** How many voices are on each side of a claim. */
  voicesOn(claim: number): Readonly<Record<Side, number>> {
    const voices = { support: 0, oppose: 0, both: 0, neutral: 0 };
    for (let said = 0; said < bits.all; said++) {
      const side = sideOfBits(said);
      if (side) voices[side] += this.tallies[claim * bits.all + said]!;
    }
    return voices;
  }

  /** The sides that are taken anywhere. */
  get sides(): ReadonlySet<Side> {
    const sides = new Set<Side>();
    this.tallies.forEach((count, index) => {
      const side = count > 0 && sideOfBits(index);
      if (side) sides.add(side);
    });
    return sides;
  }

  /** Whether a statement anywhere is contested. */
  get hasContested(): boolean {
    return this.tallies.some((count, index) => count > 0 && (index & bits.contested) > 0);
  }

  positionOf(voice: number, claim: number): Position | undefined {
    const mark = this.markOf(voice, claim);
    return mark && { ...mark, statements: inReadingOrder(this.statementsOf(voice, claim)) };
  }

  /** The same without the statements, to put which in order costs most of it. */
  markOf(voice: number, claim: number): PositionMark | undefined {
    const side = this.sideOf(voice, claim);
    if (!side) return undefined;
    const { entries, sources } = this;
    const carriers = new Set<number>();
    let count = 0;
    for (const entry of this.entriesAt(voice, claim)) {
      carriers.add(entries.sources[entry]!);
      count += entries.counts[entry]!;
    }
    return {
      side,
      count,
      contested: (this.bitsAt(voice, claim) & bits.contested) > 0,
      sources: sources.filter((_, index) => carriers.has(index)),
    };
  }

  private entriesAt(voice: number, claim: number): readonly number[] {
    const found: number[] = [];
    for (let entry = this.first[claim * this.voices.length + voice]!; entry > 0; entry = this.next[entry - 1]!)
      found.push(entry - 1);
    return found;
  }

  private statementsOf(voice: number, claim: number): readonly Statement[] {
    if (!this.dataset.split) return this.entriesAt(voice, claim).map((entry) => this.statements[entry]!);
    const { id } = this.voices[voice]!;
    const said =
      evidenceOn(this.dataset, this.claims[claim]!)?.byVoice.get(voice < this.speakers ? id : outletVoiceKey(id)) ?? [];
    return said.filter(({ article }) => this.sources.some((source) => source.id === article.source.id));
  }

  private bitsAt(voice: number, claim: number): number {
    return this.said[claim * this.voices.length + voice]!;
  }
}

/** Oldest article first, undated articles last; within an article by place. Ties keep the dataset's order. */
export function inReadingOrder(statements: readonly Statement[]): readonly Statement[] {
  if (statements.length < 2) return statements;
  const date = ([article]: readonly [Article, unknown]) => article.published ?? '9999';
  return [...groupBy(statements, ({ article }) => article)]
    .sort((a, b) => Number(date(a) > date(b)) - Number(date(a) < date(b)))
    .flatMap(([, inArticle]) => inArticle.sort((a, b) => (a.quote.start ?? 0) - (b.quote.start ?? 0)));
}

import type { Claim, Dataset, Side, Source, Speaker, Statement } from './dataset.js';
import { groupBy } from './group-by.js';
import { narrow, type Narrowing } from './narrowing.js';
import { bandOf, mostDistance, ordinalVariation, type Band } from './ordinal-variation.js';
import { inReadingOrder } from './position-table.js';
import { sideOf } from './side.js';

/** What one voice says on one claim within one source. */
export interface VoiceInSource {
  /** Undefined for the outlet's own words. */
  readonly speaker: Speaker | undefined;
  readonly side: Side;
  /** The mean stance of its statements, −1 (all oppose) … +1 (all support). */
  readonly mean: number;
  /** Never empty; by place. */
  readonly statements: readonly Statement[];
}

/** What one source carries on one claim. */
export interface SourceOnClaim {
  readonly source: Source;
  /** The mean over its speakers' means, −1…+1; undefined where it carries no speaker and only speaks itself. */
  readonly position: number | undefined;
  /** In the dataset's order. */
  readonly speakers: readonly VoiceInSource[];
  /** What the outlet says in its own words; it has no part in the position and none in D. */
  readonly own: VoiceInSource | undefined;
}

/** Two sources' part in D. The parts of all pairs of a claim add up to its score. */
export interface PairOnClaim {
  readonly sources: readonly [Source, Source];
  /** |x_i − x_j| / 2, 0…1. */
  readonly distance: number;
  /** distance ÷ (⌊N/2⌋·⌈N/2⌉). */
  readonly part: number;
}

/** Where the sources stand on one claim. */
export interface Disagreement {
  readonly claim: Claim;
  /** D, 0…1; undefined where fewer than two sources carry voices on the claim. */
  readonly score: number | undefined;
  /** Undefined below three sources: then words only. */
  readonly band: Band | undefined;
  /** Every source that carries the claim, in the dataset's order. */
  readonly sources: readonly SourceOnClaim[];
  /** Sources with no statement on the claim. They have no part in D. */
  readonly silent: readonly Source[];
  /** Least and greatest D when one source is left out; undefined below three sources. To be shown from six sources on. */
  readonly range: readonly [number, number] | undefined;
  /** D when that source is left out: what the range is made of. Empty below three sources. */
  readonly without: readonly { readonly source: Source; readonly score: number }[];
  /** Greatest distance first, then in the dataset's order. */
  readonly pairs: readonly PairOnClaim[];
  /**
   * Whether the band would change if some single statement were dropped. Also where the drop leaves two sources it is the
   * band of their D that is compared; where it leaves one, there is nothing to compare.
   */
  readonly restsOnOneStatement: boolean;
  /** The statements of which each alone holds the band up, by place. */
  readonly decisive: readonly Statement[];
}

/**
 * Where the sources part, one entry a claim, in the dataset's order. A source's position on a claim is the mean over the
 * speakers it carries of each speaker's mean stance, so that a speaker quoted twelve times counts once; D over the positions
 * is the index of ordinal variation (see `ordinalVariation`). Missing is left out, never 0; the outlet's own voice stays apart.
 */
export function disagreements(dataset: Dataset, narrowing?: Narrowing): readonly Disagreement[] {
  const { sources, speakers, claims, statements } = narrow(dataset, narrowing);
  const speakerOrder = new Map(speakers.map((speaker, index) => [speaker, index]));
  const byClaim = groupBy(statements, ({ claim }) => claim);
  return claims.map((claim) => {
    const bySource = groupBy(byClaim.get(claim) ?? [], ({ article }) => article.source);
    const carrying = sources.flatMap((source) => {
      const said = bySource.get(source);
      return said ? [onClaim(source, said, speakerOrder)] : [];
    });
    const silent = sources.filter((source) => !bySource.has(source));
    return disagreement(claim, carrying, silent);
  });
}

function onClaim(source: Source, statements: Statement[], speakerOrder: ReadonlyMap<Speaker, number>): SourceOnClaim {
  const voices = [...groupBy(statements, ({ speaker }) => speaker)].map(([speaker, said]) => voice(speaker, said));
  const order = ({ speaker }: VoiceInSource) => speakerOrder.get(speaker!)!;
  const speakers = voices.filter(({ speaker }) => speaker).sort((a, b) => order(a) - order(b));
  return { source, position: positionOf(speakers), speakers, own: voices.find(({ speaker }) => !speaker) };
}

function voice(speaker: Speaker | undefined, statements: Statement[]): VoiceInSource {
  return { speaker, side: sideOf(statements), mean: meanStance(statements), statements: inReadingOrder(statements) };
}

/** +1 support, 0 neutral, −1 oppose. */
function stanceValue({ stance }: Statement): number {
  return stance === 'support' ? 1 : stance === 'oppose' ? -1 : 0;
}

/** −1 (all oppose) … +1 (all support); never of nothing. */
export function meanStance(statements: readonly Statement[]): number {
  return mean(statements.map(stanceValue));
}

/** Summed in ascending order, so that no order of speakers changes a bit of it. */
function positionOf(speakers: readonly { readonly mean: number }[]): number | undefined {
  return speakers.length > 0 ? mean(speakers.map(({ mean }) => mean).sort((a, b) => a - b)) : undefined;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

interface Placed {
  readonly source: Source;
  readonly position: number;
  readonly speakers: readonly VoiceInSource[];
}

/** What explains the score costs more than the score, and is computed when it is asked for. */
function disagreement(claim: Claim, sources: readonly SourceOnClaim[], silent: readonly Source[]): Disagreement {
  const placed = sources.filter((source): source is SourceOnClaim & Placed => source.position !== undefined);
  const score = ordinalVariation(placed.map(({ position }) => position));
  const band = placed.length >= 3 && score !== undefined ? bandOf(score) : undefined;
  const without = once(() =>
    band ? placed.map(({ source }) => ({ source, score: scoreWith(placed, source, undefined)! })) : [],
  );
  const decisive = once(() => (band ? decisiveFor(band, placed) : []));
  const pairs = once(() => pairsOf(placed));
  return {
    claim,
    sources,
    silent,
    score,
    band,
    get without() {
      return without();
    },
    get range(): readonly [number, number] | undefined {
      const scores = without().map(({ score }) => score);
      return band && [Math.min(...scores), Math.max(...scores)];
    },
    get pairs() {
      return pairs();
    },
    get decisive() {
      return decisive();
    },
    get restsOnOneStatement() {
      return decisive().length > 0;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function decisiveFor(band: Band, placed: readonly Placed[]): readonly Statement[] {
  const decisive = placed.flatMap(({ source, position: before, speakers }) =>
    speakers.flatMap((voice) =>
      voice.statements.filter((dropped) => {
        const left = voice.statements.filter((statement) => statement !== dropped);
        const others = speakers.filter((other) => other !== voice);
        const position = positionOf(left.length > 0 ? [...others, { mean: meanStance(left) }] : others);
        if (position === before) return false;
        const score = scoreWith(placed, source, position);
        return score !== undefined && bandOf(score) !== band;
      }),
    ),
  );
  return inReadingOrder(decisive);
}

/** D with another position for one source; undefined leaves the source out. */
function scoreWith(placed: readonly Placed[], moved: Source, position: number | undefined): number | undefined {
  return ordinalVariation(placed.map((other) => (other.source === moved ? position : other.position)));
}

function pairsOf(placed: readonly Placed[]): readonly PairOnClaim[] {
  const most = mostDistance(placed.length);
  return placed
    .flatMap((a, index) =>
      placed.slice(index + 1).map((b) => {
        const distance = Math.abs(a.position - b.position) / 2;
        return { sources: [a.source, b.source] as const, distance, part: distance / most };
      }),
    )
    .sort((a, b) => b.distance - a.distance);
}

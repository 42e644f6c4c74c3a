import type { Claim, Dataset, Side, Source, Speaker, Stance, Statement } from '../dataset/dataset.js';
import { groupBy } from '../dataset/group-by.js';
import { filterDataset, type FilteredDataset, type Filter } from './narrowing.js';
import { bandOf, maxTotalDistance, ordinalVariation, type Band } from './ordinal-variation.js';
import { inReadingOrder } from './position-table.js';
import { bits, sideOfBits } from './side.js';
import { readCodes } from '../dataset/split-codes.js';
import { evidenceOn, outletVoiceKey } from '../dataset/split-evidence.js';

/** What one voice says on one claim within one source. */
export interface VoiceInSource {
  /** Undefined for the outlet's own words. */
  readonly speaker: Speaker | undefined;
  readonly side: Side;
  /** The mean stance of its statements, −1 (all oppose) … +1 (all support). */
  readonly mean: number;
  /** How many statements take each stance. */
  readonly counts: Readonly<Record<Stance, number>>;
  /** By place: all of them, or nothing while the evidence of a split dataset is not there. */
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
export function disagreements(dataset: Dataset, narrowing?: Filter): readonly Disagreement[] {
  const narrowed = filterDataset(dataset, narrowing);
  const { sources, claims } = narrowed;
  const carriedOn = dataset.split ? carriedInSplit(dataset, narrowed) : carriedInWhole(narrowed);
  return claims.map((claim) => {
    const carrying = carriedOn(claim);
    const carriers = new Set(carrying.map(({ source }) => source));
    return disagreement(
      claim,
      carrying,
      sources.filter((source) => !carriers.has(source)),
    );
  });
}

type CarriedOn = (claim: Claim) => readonly SourceOnClaim[];

function carriedInWhole({ sources, speakers, statements }: FilteredDataset): CarriedOn {
  const speakerOrder = new Map(speakers.map((speaker, index) => [speaker, index]));
  const byClaim = groupBy(statements, ({ claim }) => claim);
  return (claim) => {
    const bySource = groupBy(byClaim.get(claim) ?? [], ({ article }) => article.source);
    return sources.flatMap((source) => {
      const said = bySource.get(source);
      return said ? [onClaim(source, said, speakerOrder)] : [];
    });
  };
}

function onClaim(source: Source, statements: Statement[], speakerOrder: ReadonlyMap<Speaker, number>): SourceOnClaim {
  const voices = [...groupBy(statements, ({ speaker }) => speaker)].map(([speaker, said]) =>
    voiceOf(speaker, countsOf(said), () => inReadingOrder(said)),
  );
  const order = ({ speaker }: VoiceInSource) => speakerOrder.get(speaker!)!;
  const speakers = voices.filter(({ speaker }) => speaker).sort((a, b) => order(a) - order(b));
  return {
    source,
    position: positionOf(speakers.map(({ mean }) => mean)),
    speakers,
    own: voices.find(({ speaker }) => !speaker),
  };
}

/** Of very many voices only the numbers are read at once; the voices are made when they are asked for. */
function carriedInSplit(dataset: Dataset, { sources, speakers }: FilteredDataset): CarriedOn {
  const { positions } = dataset.split!;
  const kept = new Set(speakers);
  const isKept = dataset.speakers.map((speaker) => kept.has(speaker));
  return (claim) => {
    const bySource = positions[claim.id] ?? {};
    return sources.flatMap((source) => {
      const codes = bySource[source.id] ?? '';
      const means: number[] = [];
      let voices = 0;
      readCodes(codes, (speaker, support, oppose, neutral) => {
        if (speaker >= 0 && !isKept[speaker]) return;
        voices++;
        if (speaker >= 0) means.push((support - oppose) / (support + oppose + neutral));
      });
      return voices > 0 ? [new CarriedApart(source, positionOf(means), { dataset, claim, codes, isKept })] : [];
    });
  };
}

interface Codes {
  readonly dataset: Dataset;
  readonly claim: Claim;
  readonly codes: string;
  /** By the speaker’s place in the dataset’s list. */
  readonly isKept: readonly boolean[];
}

/** There may be a hundred thousand of these: a class, whose getters are made once. */
class CarriedApart implements SourceOnClaim {
  private known: readonly VoiceInSource[] | undefined;

  constructor(
    readonly source: Source,
    readonly position: number | undefined,
    private readonly from: Codes,
  ) {}

  get speakers(): readonly VoiceInSource[] {
    return this.voices.filter(({ speaker }) => speaker);
  }

  get own(): VoiceInSource | undefined {
    // Asked of every claim, for the legend: mostly the first sign is enough.
    return this.from.codes.startsWith('=') ? this.voices.find(({ speaker }) => !speaker) : undefined;
  }

  private get voices(): readonly VoiceInSource[] {
    if (this.known) return this.known;
    const { source } = this;
    const { dataset, claim, codes, isKept } = this.from;
    const found: VoiceInSource[] = [];
    readCodes(codes, (at, support, oppose, neutral) => {
      if (at >= 0 && !isKept[at]) return;
      const speaker = dataset.speakers[at];
      const statements = () => evidenceOn(dataset, claim)?.byVoice.get(speaker?.id ?? outletVoiceKey(source.id)) ?? [];
      const carried = () => inReadingOrder(statements().filter(({ article }) => article.source.id === source.id));
      found.push(voiceOf(speaker, { support, oppose, neutral }, carried));
    });
    return (this.known = found);
  }
}

function voiceOf(
  speaker: Speaker | undefined,
  counts: VoiceInSource['counts'],
  statementsOf: () => readonly Statement[],
): VoiceInSource {
  const { support, oppose, neutral } = counts;
  const said = (support && bits.support) | (oppose && bits.oppose) | (neutral && bits.neutral);
  return {
    speaker,
    side: sideOfBits(said)!,
    mean: meanOf(counts),
    counts,
    get statements() {
      return statementsOf();
    },
  };
}

function countsOf(statements: readonly Statement[]): Record<Stance, number> {
  const counts = { support: 0, oppose: 0, neutral: 0 };
  for (const { stance } of statements) counts[stance]++;
  return counts;
}

const stances: readonly Stance[] = ['support', 'oppose', 'neutral'];

function meanOf({ support, oppose, neutral }: Readonly<Record<Stance, number>>): number {
  return (support - oppose) / (support + oppose + neutral);
}

/** −1 (all oppose) … +1 (all support); never of nothing. */
export function meanStance(statements: readonly Statement[]): number {
  return meanOf(countsOf(statements));
}

/** Their mean. Fractions are summed in ascending order, so that no order of speakers changes a bit of it. */
function positionOf(means: readonly number[]): number | undefined {
  if (means.length === 0) return undefined;
  const inOrder = means.every(Number.isInteger) ? means : [...means].sort((a, b) => a - b);
  return inOrder.reduce((sum, mean) => sum + mean, 0) / means.length;
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
      return inReadingOrder(
        decisive().flatMap(({ voice, stance }) => voice.statements.filter((each) => each.stance === stance)),
      );
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

/** Statements of which each alone holds the band up: all of that voice with that stance. */
interface Decisive {
  readonly voice: VoiceInSource;
  readonly stance: Stance;
}

function decisiveFor(band: Band, placed: readonly Placed[]): readonly Decisive[] {
  return placed.flatMap(({ source, position: before, speakers }) =>
    speakers.flatMap((voice) => {
      const others = speakers.filter((other) => other !== voice).map(({ mean }) => mean);
      return stances.flatMap((stance) => {
        if (voice.counts[stance] === 0) return [];
        const left = { ...voice.counts, [stance]: voice.counts[stance] - 1 };
        const isSilent = stances.every((each) => left[each] === 0);
        const position = positionOf(isSilent ? others : [...others, meanOf(left)]);
        if (position === before) return [];
        const score = scoreWith(placed, source, position);
        return score !== undefined && bandOf(score) !== band ? [{ voice, stance }] : [];
      });
    }),
  );
}

/** D with another position for one source; undefined leaves the source out. */
function scoreWith(placed: readonly Placed[], moved: Source, position: number | undefined): number | undefined {
  return ordinalVariation(placed.map((other) => (other.source === moved ? position : other.position)));
}

function pairsOf(placed: readonly Placed[]): readonly PairOnClaim[] {
  const most = maxTotalDistance(placed.length);
  return placed
    .flatMap((a, index) =>
      placed.slice(index + 1).map((b) => {
        const distance = Math.abs(a.position - b.position) / 2;
        return { sources: [a.source, b.source] as const, distance, part: distance / most };
      }),
    )
    .sort((a, b) => b.distance - a.distance);
}

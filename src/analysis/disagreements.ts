import { ascending, descending, extent, group, mean } from 'd3-array';
import type { Claim, Dataset, Side, Source, Speaker, Stance, Statement } from '../dataset/dataset.js';
import { readCodes } from '../dataset/split-codes.js';
import { noEvidence, outletVoiceKey, type Evidence } from '../dataset/split-evidence.js';
import { bitsOfCounts } from '../dataset/stance-columns.js';
import { filterDataset, type Filter, type FilteredDataset } from './filter.js';
import { bandOf, maxTotalDistance, ordinalVariation, type Band } from './ordinal-variation.js';
import { inReadingOrder } from './position-table.js';
import { sideOfBits } from './side.js';

/** What one voice says on one claim within one source. */
export interface VoiceInSource {
  /** Undefined for the outlet's own words. */
  readonly speaker: Speaker | undefined;
  readonly side: Side;
  /** The mean stance of its statements, −1 (all oppose) … +1 (all support). */
  readonly mean: number;
  /** How many statements take each stance. */
  readonly counts: Readonly<Record<Stance, number>>;
  /** In the order of the text. Of a split dataset those in the evidence on the claim; empty without it. */
  readonly statements: readonly Statement[];
}

/** What one source carries on one claim. */
export interface SourceOnClaim {
  readonly source: Source;
  /** The mean of its speakers' means, −1…+1; undefined if it carries no speaker and only has a statement in its own words. */
  readonly position: number | undefined;
  /** In the dataset's order. */
  readonly speakers: readonly VoiceInSource[];
  /** What the outlet says in its own words; counts neither towards the position nor towards D. */
  readonly own: VoiceInSource | undefined;
}

/** The share of two sources in D. The parts of all pairs on a claim add up to its score. */
export interface PairOnClaim {
  readonly sources: readonly [Source, Source];
  /** |x_i − x_j| / 2, 0…1. */
  readonly distance: number;
  /** distance ÷ (⌊N/2⌋·⌈N/2⌉). */
  readonly part: number;
}

/** How the sources differ on one claim. */
export interface Disagreement {
  readonly claim: Claim;
  /** D, 0…1; undefined if fewer than two sources have a position on the claim. */
  readonly score: number | undefined;
  /** Undefined for fewer than three sources, which are compared in words only. */
  readonly band: Band | undefined;
  /** D over what the outlets say in their own words, 0…1; undefined if fewer than two of them say anything on the claim. */
  readonly ownScore: number | undefined;
  /** Undefined for fewer than three such outlets. */
  readonly ownBand: Band | undefined;
  /**
   * How far what the outlets say is from whom they quote: |mean own position − mean quoted position| / 2, 0…1; undefined if fewer than
   * three outlets speak in their own words, or nobody is quoted.
   */
  readonly gap: number | undefined;
  /** Every source with a statement on the claim, in the dataset's order. */
  readonly sources: readonly SourceOnClaim[];
  /** Sources without a statement on the claim. They do not count towards D. */
  readonly silent: readonly Source[];
  /** The smallest and the largest D without one of the sources; undefined for fewer than three. Shown from six sources on. */
  readonly range: readonly [number, number] | undefined;
  /** D without each source, from which the range is taken. Empty for fewer than three sources. */
  readonly without: readonly { readonly source: Source; readonly score: number }[];
  /** Largest distance first, ties in the dataset's order. */
  readonly pairs: readonly PairOnClaim[];
  /**
   * Whether dropping some single statement would change the band. If the drop leaves two sources, it is the band of their D that counts;
   * if it leaves one, nothing can be compared.
   */
  readonly restsOnOneStatement: boolean;
  /** Each statement whose removal alone would change the band, in reading order. */
  readonly decisive: readonly Statement[];
}

/**
 * Returns how the sources differ on each claim, in the dataset's order of claims. The position of a source on a claim is the mean of the
 * mean stances of the speakers whom it carries, so that a speaker quoted twelve times counts once. D is the index of ordinal variation of
 * the positions (`ordinalVariation`). What is missing is left out, never counted as 0; the outlet's own words are kept separate.
 * Statements of a split dataset come from `evidence`.
 */
export function disagreements(
  dataset: Dataset,
  filter?: Filter,
  evidence: Evidence = noEvidence,
): readonly Disagreement[] {
  const filtered = filterDataset(dataset, filter);
  const { sources, claims } = filtered;
  const sourcesOn = dataset.split ? sourcesInSplit(dataset, filtered, evidence) : sourcesInStatements(filtered);
  return claims.map((claim) => {
    const onClaim = sourcesOn(claim);
    const carriers = new Set(onClaim.map(({ source }) => source));
    return disagreement(
      claim,
      onClaim,
      sources.filter((source) => !carriers.has(source)),
    );
  });
}

type SourcesOn = (claim: Claim) => readonly SourceOnClaim[];

function sourcesInStatements({ sources, speakers, statements }: FilteredDataset): SourcesOn {
  // By id, because `group` calls the `valueOf` of an object used as a key, and the dataset may give it any.
  const groups = group(
    statements,
    ({ claim }) => claim.id,
    ({ article }) => article.source.id,
    ({ speaker }) => speaker?.id,
  );
  const speakerOrder = new Map<string | undefined, number>(speakers.map(({ id }, index) => [id, index]));
  return (claim) => {
    const bySource = groups.get(claim.id);
    return sources.flatMap((source) => {
      const bySpeaker = bySource?.get(source.id);
      return bySpeaker ? [sourceOnClaim(source, [...bySpeaker.values()], speakerOrder)] : [];
    });
  };
}

function sourceOnClaim(
  source: Source,
  statementsByVoice: readonly (readonly Statement[])[],
  speakerOrder: ReadonlyMap<string | undefined, number>,
): SourceOnClaim {
  const voices = statementsByVoice.map((statements) =>
    voiceInSource(statements[0]!.speaker, countsOf(statements), () => inReadingOrder(statements)),
  );
  const order = ({ speaker }: VoiceInSource) => speakerOrder.get(speaker?.id);
  const speakers = voices.filter(({ speaker }) => speaker).sort((a, b) => ascending(order(a), order(b)));
  return {
    source,
    position: positionOf(speakers.map(({ mean }) => mean)),
    speakers,
    own: voices.find(({ speaker }) => !speaker),
  };
}

/** Reads only the numbers at first; the voices of a source on a claim are created on demand, since a split dataset has very many. */
function sourcesInSplit(dataset: Dataset, { sources, speakers }: FilteredDataset, evidence: Evidence): SourcesOn {
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
        if (speaker >= 0) means.push(meanOf({ support, oppose, neutral }));
      });
      return voices > 0
        ? [new EncodedSource(source, positionOf(means), { dataset, evidence, claim, codes, isKept })]
        : [];
    });
  };
}

interface Codes {
  readonly dataset: Dataset;
  readonly evidence: Evidence;
  readonly claim: Claim;
  readonly codes: string;
  /** By index in the dataset's list of speakers: whether the speaker matches the filter. */
  readonly isKept: readonly boolean[];
}

/** A source on a claim of a split dataset. A class, because there may be 100,000 of them, which then share their getters. */
class EncodedSource implements SourceOnClaim {
  private cachedVoices: readonly VoiceInSource[] | undefined;

  constructor(
    readonly source: Source,
    readonly position: number | undefined,
    private readonly encoded: Codes,
  ) {}

  get speakers(): readonly VoiceInSource[] {
    return this.voices.filter(({ speaker }) => speaker);
  }

  get own(): VoiceInSource | undefined {
    // The legend needs this of every claim; the first character usually answers it without decoding.
    return this.encoded.codes.startsWith('=') ? this.voices.find(({ speaker }) => !speaker) : undefined;
  }

  private get voices(): readonly VoiceInSource[] {
    if (this.cachedVoices) return this.cachedVoices;
    const { source } = this;
    const { dataset, evidence, claim, codes, isKept } = this.encoded;
    const voices: VoiceInSource[] = [];
    readCodes(codes, (index, support, oppose, neutral) => {
      if (index >= 0 && !isKept[index]) return;
      const speaker = dataset.speakers[index];
      const key = speaker?.id ?? outletVoiceKey(source.id);
      const statements = () =>
        (evidence.get(claim.id)?.byVoice.get(key) ?? []).filter(({ article }) => article.source.id === source.id);
      voices.push(voiceInSource(speaker, { support, oppose, neutral }, () => inReadingOrder(statements())));
    });
    return (this.cachedVoices = voices);
  }
}

function voiceInSource(
  speaker: Speaker | undefined,
  counts: VoiceInSource['counts'],
  statements: () => readonly Statement[],
): VoiceInSource {
  return {
    speaker,
    side: sideOfBits(bitsOfCounts(counts.support, counts.oppose, counts.neutral))!,
    mean: meanOf(counts),
    counts,
    get statements() {
      return statements();
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

/** Returns the mean stance of at least one statement, −1 (all oppose) … +1 (all support). */
export function meanStance(statements: readonly Statement[]): number {
  return meanOf(countsOf(statements));
}

/**
 * Returns the mean; undefined for none. Sums fractions in ascending order, so that the order of speakers does not change a bit of it; the
 * sum of whole numbers is exact in any order, which saves sorting most of them.
 */
function positionOf(means: readonly number[]): number | undefined {
  return mean(means.every(Number.isInteger) ? means : [...means].sort(ascending));
}

/** A source with a position. */
interface Positioned {
  readonly source: Source;
  readonly position: number;
  readonly speakers: readonly VoiceInSource[];
}

/** Computes the score at once, and what explains it on demand, because that costs more than the score. */
function disagreement(claim: Claim, sources: readonly SourceOnClaim[], silent: readonly Source[]): Disagreement {
  const positioned = sources.filter((each): each is SourceOnClaim & Positioned => each.position !== undefined);
  const score = ordinalVariation(positioned.map(({ position }) => position));
  const band = bandOfAtLeastThree(score, positioned.length);
  const owns = sources.flatMap(({ own }) => (own ? [own.mean] : []));
  const ownScore = ordinalVariation(owns);
  const [meanOwn, meanQuoted] = [positionOf(owns), positionOf(positioned.map(({ position }) => position))];
  const without = once(() =>
    band ? positioned.map(({ source }) => ({ source, score: scoreWith(positioned, source, undefined)! })) : [],
  );
  const decisive = once(() => (band ? decisiveVoices(band, positioned) : []));
  const pairs = once(() => pairsOf(positioned));
  return {
    claim,
    sources,
    silent,
    score,
    band,
    ownScore,
    ownBand: bandOfAtLeastThree(ownScore, owns.length),
    gap: owns.length >= 3 && meanQuoted !== undefined ? Math.abs(meanOwn! - meanQuoted) / 2 : undefined,
    get without() {
      return without();
    },
    get range() {
      const [min, max] = extent(without(), ({ score }) => score);
      return min === undefined ? undefined : ([min, max] as const);
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

/** Returns the same without one of its sources. */
export function leaveOut({ claim, sources, silent }: Disagreement, source: Source): Disagreement {
  return disagreement(
    claim,
    sources.filter((other) => other.source !== source),
    silent,
  );
}

/**
 * Returns the same without one statement of a voice with this stance; undefined if it has none. The voice is one of the source's speakers
 * or its own.
 */
export function leaveOutStatement(
  { claim, sources, silent }: Disagreement,
  on: SourceOnClaim,
  voice: VoiceInSource,
  stance: Stance,
): Disagreement | undefined {
  if (voice.counts[stance] === 0) return undefined;
  const counts = { ...voice.counts, [stance]: voice.counts[stance] - 1 };
  const rest = stances.some((each) => counts[each] > 0) ? [voiceInSource(voice.speaker, counts, () => [])] : [];
  const speakers = on.speakers.flatMap((other) => (other === voice ? rest : [other]));
  const own = on.own === voice ? rest[0] : on.own;
  const changed = { source: on.source, position: positionOf(speakers.map(({ mean }) => mean)), speakers, own };
  return disagreement(
    claim,
    sources.flatMap((other) => (other !== on ? [other] : speakers.length > 0 || own ? [changed] : [])),
    silent,
  );
}

function bandOfAtLeastThree(score: number | undefined, count: number): Band | undefined {
  return count >= 3 && score !== undefined ? bandOf(score) : undefined;
}

/** Returns a function that computes its value at the first call and keeps it. */
function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: compute() }).value;
}

/** Each single statement of this voice with this stance decides the band. */
interface DecisiveVoice {
  readonly voice: VoiceInSource;
  readonly stance: Stance;
}

function decisiveVoices(band: Band, positioned: readonly Positioned[]): readonly DecisiveVoice[] {
  return positioned.flatMap(({ source, position, speakers }) =>
    speakers.flatMap((voice) => {
      const otherMeans = speakers.filter((other) => other !== voice).map(({ mean }) => mean);
      return stances.flatMap((stance) => {
        if (voice.counts[stance] === 0) return [];
        const remaining = { ...voice.counts, [stance]: voice.counts[stance] - 1 };
        const isSilent = stances.every((each) => remaining[each] === 0);
        const newPosition = positionOf(isSilent ? otherMeans : [...otherMeans, meanOf(remaining)]);
        if (newPosition === position) return [];
        const score = scoreWith(positioned, source, newPosition);
        return score !== undefined && bandOf(score) !== band ? [{ voice, stance }] : [];
      });
    }),
  );
}

/** Returns D with another position for one of the sources; undefined leaves that source out. */
function scoreWith(
  positioned: readonly Positioned[],
  changed: Source,
  position: number | undefined,
): number | undefined {
  return ordinalVariation(positioned.map((each) => (each.source === changed ? position : each.position)));
}

/** Means of thirds differ in their last bits. */
function withoutNoise(distance: number): number {
  return Math.round(distance * 1e12) / 1e12;
}

function pairsOf(positioned: readonly Positioned[]): readonly PairOnClaim[] {
  const maxTotal = maxTotalDistance(positioned.length);
  return positioned
    .flatMap((a, index) =>
      positioned.slice(index + 1).map((b) => {
        const distance = withoutNoise(Math.abs(a.position - b.position) / 2);
        return { sources: [a.source, b.source] as const, distance, part: distance / maxTotal };
      }),
    )
    .sort((a, b) => descending(a.distance, b.distance));
}

import { group, mean } from 'd3-array';
import type { Group, Side, Source, Speaker } from '../dataset/dataset.js';
import type { Disagreement, SourceOnClaim } from './disagreements.js';
import { bandOf, type Band } from './ordinal-variation.js';

/** Whom a source quotes on a claim. The first two are the ends of the axis, −1 and +1. */
export type QuotedSides =
  | 'onlyOpponents'
  | 'onlySupporters'
  | 'bothSides'
  /** Both sides, where every source quotes both, but not to the same extent. */
  | 'moreOpposition'
  | 'asMuch'
  | 'moreSupport'
  /** Supporters, and people or statements that take no side. */
  | 'noOpponents'
  | 'noSupporters'
  /** Only people who take no side. */
  | 'noSide';

/** What the coverage of a claim amounts to; the sections of the chart, in their order. */
export const coverages = ['differs', 'same', 'unclear', 'few'] as const;

/**
 * `unclear`: so few outlets quote someone, and so few speak themselves, that they cannot be compared; also if none covers the claim. `few`:
 * one or two outlets cover it.
 */
export type Coverage = (typeof coverages)[number];

/** Whom a source quotes; of both sides, which one outweighs the other. */
export type QuotedMajority = Exclude<QuotedSides, 'bothSides'>;

/** Outlets that do the same. */
export interface OutletGroup<Kind> {
  readonly kind: Kind;
  readonly sources: readonly Source[];
}

/** The only speaker, or the one group of all speakers, on one side of a claim. */
export interface SoleVoice {
  readonly side: 'support' | 'oppose';
  readonly voice: Speaker | Group;
  readonly isGroup: boolean;
}

/** Returns the column of a source: 0 (only opponents), 1 (more opponents), 2 (as many of each), 3, 4 (only supporters). */
export function columnOf(quotes: QuotedMajority): number {
  return columns[quotes];
}

const columns: Readonly<Record<QuotedMajority, number>> = {
  onlyOpponents: 0,
  moreOpposition: 1,
  noSupporters: 1,
  asMuch: 2,
  noSide: 2,
  noOpponents: 3,
  moreSupport: 3,
  onlySupporters: 4,
};

/**
 * Returns whom a source quotes; undefined if nobody. People and groups are counted, whatever part of their statements takes that side;
 * who takes both counts on both.
 */
export function quotedMajority({ speakers }: Pick<SourceOnClaim, 'speakers'>): QuotedMajority | undefined {
  if (speakers.length === 0) return undefined;
  const [supporters, opponents] = (['support', 'oppose'] as const).map(
    (side) => speakers.filter((voice) => hasSide(voice, side)).length,
  ) as [number, number];
  if (supporters > 0 && opponents > 0)
    return supporters > opponents ? 'moreSupport' : supporters < opponents ? 'moreOpposition' : 'asMuch';
  if (supporters > 0) return supporters === speakers.length ? 'onlySupporters' : 'noOpponents';
  if (opponents > 0) return opponents === speakers.length ? 'onlyOpponents' : 'noSupporters';
  return 'noSide';
}

/** Returns the same without saying which of both sides outweighs the other. */
export function quotedSides(on: Pick<SourceOnClaim, 'speakers'>): QuotedSides | undefined {
  const quotes = quotedMajority(on);
  return quotes === 'moreOpposition' || quotes === 'asMuch' || quotes === 'moreSupport' ? 'bothSides' : quotes;
}

function hasSide({ side }: { readonly side: Side }, wanted: Side): boolean {
  return side === wanted || side === 'both';
}

/** Returns how much coverage differs, by which the chart is sorted: the largest of `score`, `ownScore` and `gap`, 0…1. */
export function coverageDifference({
  score = 0,
  ownScore = 0,
  gap = 0,
}: Pick<Disagreement, 'score' | 'ownScore' | 'gap'>): number {
  return Math.max(score, ownScore, gap);
}

/**
 * Returns how strongly the coverage of a claim differs, by `coverageDifference`; at least somewhat where even one outlet contradicts all
 * that is quoted, although the gap of fewer than three is not measured.
 */
export function categoryOf(answer: Disagreement): Band {
  const band = bandOf(coverageDifference(answer));
  return band === 'agree' && contradictsQuoted(answer.sources) ? 'mixed' : band;
}

/** Returns whether what the outlets say themselves makes a larger difference than whom they quote. */
export function isDecidedByOwnWords(answer: Disagreement): boolean {
  const { score = 0, ownScore = 0, gap = 0 } = answer;
  return Math.max(ownScore, gap) > score || (bandOf(score) === 'agree' && categoryOf(answer) !== 'agree');
}

/**
 * Returns what the coverage of a claim in a chart of `sourceCount` sources amounts to. It is “much the same” only where enough outlets
 * can be compared: three that quote someone, or three that speak themselves; both of two.
 */
export function coverageOf(answer: Disagreement, sourceCount: number): Coverage {
  const needed = Math.min(3, sourceCount);
  const { sources } = answer;
  if (sources.length < needed) return sources.length > 0 ? 'few' : 'unclear';
  if (bandOf(coverageDifference(answer)) !== 'agree') return 'differs';
  const quoting = sources.filter(({ position }) => position !== undefined).length;
  const speaking = sources.filter(({ own }) => own).length;
  if (Math.max(quoting, speaking) < needed) return 'unclear';
  return categoryOf(answer) === 'agree' ? 'same' : 'differs';
}

/** Whether what some outlets say themselves is nearly the opposite of what the quoted people say. */
function contradictsQuoted(sources: readonly SourceOnClaim[]): boolean {
  const [own, quoted] = [mean(sources, ({ own }) => own?.mean), mean(sources, ({ position }) => position)];
  return own !== undefined && quoted !== undefined && bandOf(Math.abs(own - quoted) / 2) === 'split';
}

/** Returns the outlets by whom they quote, or by what they say themselves: the largest group first, ties in the order of the dataset. */
export function outletGroups<On extends { readonly source: Source }, Kind>(
  outlets: readonly On[],
  kindOf: (on: On) => Kind | undefined,
): readonly OutletGroup<Kind>[] {
  return [...group(outlets, kindOf)]
    .flatMap(([kind, members]) => (kind === undefined ? [] : [{ kind, sources: members.map(({ source }) => source) }]))
    .sort((a, b) => b.sources.length - a.sources.length);
}

/** Returns for each side that is quoted whether a single speaker, or a single group, is all of it. */
export function soleVoices({ sources }: Disagreement): readonly SoleVoice[] {
  const voices = sources.flatMap(({ speakers }) => speakers);
  return (['support', 'oppose'] as const).flatMap((side): readonly SoleVoice[] => {
    const speakers = [...new Set(voices.filter((voice) => hasSide(voice, side)).map(({ speaker }) => speaker!))];
    const [first] = speakers;
    if (!first) return [];
    if (speakers.length === 1) return [{ side, voice: first, isGroup: false }];
    return first.group && speakers.every(({ group }) => group === first.group)
      ? [{ side, voice: first.group, isGroup: true }]
      : [];
  });
}

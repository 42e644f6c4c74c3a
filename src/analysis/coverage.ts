import { group, mean } from 'd3-array';
import type { Group, Side, Source, Speaker } from '../dataset/dataset.js';
import type { Disagreement, SourceOnClaim } from './disagreements.js';
import { bandOf } from './ordinal-variation.js';

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

// Means of thirds do not always add up to 0 in binary fractions.
const tolerance = 1e-9;

/** Returns the column of a position −1…+1: 0 (only opponents), 1 (more opponents), 2 (as many of each), 3, 4 (only supporters). */
export function columnOf(position: number): number {
  if (Math.abs(position) > 1 - tolerance) return position > 0 ? 4 : 0;
  if (Math.abs(position) < tolerance) return 2;
  return position > 0 ? 3 : 1;
}

/** Returns whom a source quotes; undefined if nobody. Agrees with `columnOf` its position. */
export function quotedSides({ position, speakers }: SourceOnClaim): QuotedSides | undefined {
  if (position === undefined) return undefined;
  const column = columnOf(position);
  if (column === 4) return 'onlySupporters';
  if (column === 0) return 'onlyOpponents';
  const [supports, opposes] = [hasSide(speakers, 'support'), hasSide(speakers, 'oppose')];
  if (supports && opposes) return 'bothSides';
  return supports ? 'noOpponents' : opposes ? 'noSupporters' : 'noSide';
}

/** Returns the same; for a source that quotes both sides, which outweighs the other: the column of its mark. */
export function quotedMajority(on: SourceOnClaim): QuotedSides | undefined {
  const quotes = quotedSides(on);
  return quotes === 'bothSides' ? majorities[columnOf(on.position!)] : quotes;
}

const majorities: readonly (QuotedSides | undefined)[] = [undefined, 'moreOpposition', 'asMuch', 'moreSupport'];

function hasSide(voices: readonly { readonly side: Side }[], side: Side): boolean {
  return voices.some((voice) => voice.side === side || voice.side === 'both');
}

/** Returns how much coverage differs, by which the chart is sorted: the largest of `score`, `ownScore` and `gap`, 0…1. */
export function coverageDifference({
  score = 0,
  ownScore = 0,
  gap = 0,
}: Pick<Disagreement, 'score' | 'ownScore' | 'gap'>): number {
  return Math.max(score, ownScore, gap);
}

/** Returns whether only whom the outlets quote decides how much coverage differs: their own words differ little, from each other and from that. */
export function isDecidedByQuotes({ ownScore = 0, gap = 0 }: Disagreement): boolean {
  return bandOf(Math.max(ownScore, gap)) === 'agree';
}

/**
 * Returns what the coverage of a claim in a chart of `sourceCount` sources amounts to. It is “much the same” only where enough outlets
 * can be compared: three that quote someone, or three that speak themselves; both of two. It is not where even one of them contradicts all
 * that is quoted, although the gap of fewer than three is not measured.
 */
export function coverageOf(answer: Disagreement, sourceCount: number): Coverage {
  const needed = Math.min(3, sourceCount);
  const { sources } = answer;
  if (sources.length < needed) return sources.length > 0 ? 'few' : 'unclear';
  if (bandOf(coverageDifference(answer)) !== 'agree') return 'differs';
  const quoting = sources.filter(({ position }) => position !== undefined).length;
  const speaking = sources.filter(({ own }) => own).length;
  if (Math.max(quoting, speaking) < needed) return 'unclear';
  return contradictsQuoted(sources) ? 'differs' : 'same';
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
    const speakers = [...new Set(voices.filter((voice) => hasSide([voice], side)).map(({ speaker }) => speaker!))];
    const [first] = speakers;
    if (!first) return [];
    if (speakers.length === 1) return [{ side, voice: first, isGroup: false }];
    return first.group && speakers.every(({ group }) => group === first.group)
      ? [{ side, voice: first.group, isGroup: true }]
      : [];
  });
}

import type { Coverage, OutletGroup, QuotedSides, SoleVoice } from '../analysis/coverage.js';
import type { DisagreementLead } from '../analysis/disagreement-lead.js';
import type { Disagreement } from '../analysis/disagreements.js';
import type { PositionMark } from '../analysis/position-table.js';
import type { Claim, Dataset, Side, Source, Speaker } from '../dataset/dataset.js';
import type { Messages, Outlets } from './messages.js';
import { joinPresent } from './quotation.js';
import { shortName } from './short-name.js';

/** What the sentences about one row of the chart are made from. */
interface RowFacts {
  readonly claim: Claim;
  readonly answer: Disagreement;
  readonly coverage: Coverage;
  readonly quoting: readonly OutletGroup<QuotedSides>[];
  readonly speaking: readonly OutletGroup<Side>[];
  readonly quoteUnevenly: boolean;
  readonly speakUnevenly: boolean;
  readonly ownWordsFirst: boolean;
  readonly soleVoices: readonly SoleVoice[];
  readonly decisiveStatements: number;
  /** Enough sources for a score; with fewer, a category is shown. */
  readonly isScored: boolean;
}

interface PlacedFacts {
  readonly source: Source;
  readonly quotes: QuotedSides | undefined;
  readonly own: Side | undefined;
}

interface ChartFacts {
  readonly sources: readonly { readonly source: Source }[];
  readonly lead: DisagreementLead<RowFacts>;
}

/** Returns the line below both drawings: the sources, how many statements, when they were analysed. */
export function footerFacts({ sources, coded }: Dataset, statements: number, messages: Messages): string {
  return joinPresent(
    ' · ',
    messages.sources(sources.map(({ name }) => name)),
    messages.statementCount(statements),
    coded?.date && messages.analysedOn(coded.date),
  );
}

/** Returns the sentences above the chart; with a single source, that there is nothing to compare. */
export function leadOf({ lead, sources }: ChartFacts, messages: Messages): string {
  const [first] = sources;
  if (first && sources.length === 1) return messages.nothingToCompare(first.source.name);
  const { mostDifferent, moreDifferent, isMost, claimCount, same, few } = lead;
  const [only] = mostDifferent;
  const differs = lead.isContradiction ? messages.contradictsMost : messages.differsMost;
  return joinPresent(
    ' ',
    only &&
      differs(
        mostDifferent.map(({ claim }) => claim.text),
        moreDifferent,
        isMost,
      ),
    ...(only && mostDifferent.length === 1 ? verdictOf(only, sources.length, messages).map(({ text }) => text) : []),
    messages.claimsInSections({
      claims: claimCount,
      same,
      few,
      fewOutlets: sources.length > 2 ? 2 : 1,
    }),
  );
}

/** A sentence of a verdict. */
export interface VerdictSentence {
  readonly text: string;
  readonly isOwnWords: boolean;
}

/** Returns what a row of a chart of `sourceCount` sources amounts to: whom the outlets quote, and what they say themselves. */
export function verdictOf(row: RowFacts, sourceCount: number, messages: Messages): readonly VerdictSentence[] {
  const quoting = {
    text: messages.quoting(asSubjects(row.quoting, sourceCount), row.quoteUnevenly),
    isOwnWords: false,
  };
  if (row.speaking.length === 0) return [quoting];
  const speaking = {
    text: messages.speaking(asSubjects(row.speaking, sourceCount), row.speakUnevenly),
    isOwnWords: true,
  };
  return row.ownWordsFirst ? [speaking, quoting] : [quoting, speaking];
}

/** Most outlets of a sentence that are all named; of more, only one that does something alone. */
const maxNamed = 5;

function asSubjects<Kind>(groups: readonly OutletGroup<Kind>[], sourceCount: number): readonly Outlets<Kind>[] {
  const isShort = groups.flatMap(({ sources }) => sources).length <= maxNamed;
  return groups.map(({ kind, sources }) => {
    const { length: count } = sources;
    const isAll = count > 1 && count === sourceCount;
    const names = !isAll && (count === 1 || isShort) ? sources.map(shortName) : undefined;
    return { kind, count, names, isAll };
  });
}

/** Returns what qualifies the verdict: the score, what it depends on, and whose voices they are. */
export function qualificationsOf(
  { answer, soleVoices, decisiveStatements, isScored, ownWordsFirst }: RowFacts,
  messages: Messages,
): readonly string[] {
  return [
    ...(isScored && !ownWordsFirst ? [messages.score(answer.score!, answer.range!)] : []),
    ...(decisiveStatements > 0 ? [messages.dependsOnOneStatement(decisiveStatements)] : []),
    ...soleVoices.map(({ side, voice, isGroup }) => messages.soleVoice(side, voice.name, isGroup)),
  ];
}

/** Returns which outlets do not cover the claim; the first `max` by name. Empty if all do. */
export function notCoveredBy({ answer }: RowFacts, messages: Messages, max = Infinity): string {
  const names = answer.silent.map(shortName);
  const more = names.length - max;
  if (names.length === 0) return '';
  return messages.notCoveredBy(more > 0 ? [...names.slice(0, max), messages.more(more)] : names);
}

/** Returns the heading over a section of the chart. */
export function coverageTitle(coverage: Coverage, { sources, lead }: ChartFacts, messages: Messages): string {
  if (coverage === 'few' && sources.length === 2) return messages.coverage.one;
  return messages.coverage[coverage === 'differs' && lead.hasContradictions ? 'contradicts' : coverage];
}

/** Returns what one source does on a claim, after its name. */
export function outletOnClaim(
  row: { readonly outlets: readonly PlacedFacts[] },
  source: Source,
  messages: Messages,
): string {
  const on = row.outlets.find((each) => each.source === source);
  return on ? messages.sourceOnClaim(on.quotes, on.own) : messages.notCovered;
}

/** Most outlets that a mark names; of more only the number is given. */
const maxNamedOutlets = 3;

interface MarkedVoice {
  readonly name: string;
  readonly isOutlet: boolean;
  readonly speaker: Speaker | undefined;
}

/** Returns which outlets quote a speaker on a claim: “DW and Fox”, or “5 outlets”; empty for an outlet itself and for a single source. */
export function quotingOutlets(
  { isOutlet }: MarkedVoice,
  { sources }: PositionMark,
  dataset: Dataset,
  messages: Messages,
): string {
  if (isOutlet || dataset.sources.length < 2) return '';
  return sources.length > maxNamedOutlets
    ? messages.outletCount(sources.length)
    : messages.list(sources.map(shortName));
}

/**
 * Returns what a mark says, for its accessible name: “opposes this; quoted in DW”. With the claim it is a sentence of its own: “Mike
 * Pompeo supports “Iran is al-Qaida’s new home base”; 14 statements; quoted in DW and Fox”.
 */
export function markName(
  voice: MarkedVoice,
  mark: PositionMark,
  dataset: Dataset,
  messages: Messages,
  claim?: Claim,
): string {
  const { side, count, contested } = mark;
  return messages.mark({
    ...(claim && { voice: voice.name, claim: claim.text }),
    isPlural: voice.speaker?.plural === true,
    isOutlet: voice.isOutlet,
    side,
    statements: count,
    outlets: quotingOutlets(voice, mark, dataset, messages),
    contested,
  });
}

/** Returns a side as a verb that agrees with its speaker: “opposes”, “oppose”. */
export function verbOf(side: Side, speaker: Speaker | undefined, messages: Messages): string {
  return (speaker?.plural ? messages.sideVerbPlural : messages.sideVerb)[side];
}

/** Returns the heading over a section of the table: the name of a group, or a word of the language; undefined where there is one section. */
export function sectionTitle(
  { kind, title }: { readonly kind: 'group' | 'others' | 'all' | 'outlets'; readonly title: string | undefined },
  messages: Messages,
): string | undefined {
  return kind === 'others' || kind === 'outlets' ? messages.section[kind] : title;
}

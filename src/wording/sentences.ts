import type { DisagreementLead } from '../analysis/disagreement-lead.js';
import type { Disagreement } from '../analysis/disagreements.js';
import type { PositionMark } from '../analysis/position-table.js';
import type { Claim, Dataset, Side, Source, Speaker } from '../dataset/dataset.js';
import type { Messages } from './messages.js';
import { joinPresent } from './quotation.js';
import { shortName } from './short-name.js';

/** What a sentence about one row of the chart is made from. */
interface RowFacts {
  readonly answer: Disagreement;
  /** Sources with a position, in the dataset’s order. */
  readonly marks: readonly { readonly source: Source }[];
  /** How many of them lean to which side. */
  readonly leaning: { readonly support: number; readonly oppose: number; readonly between: number };
  /** Enough sources for a score; with fewer, a category is shown. */
  readonly isScored: boolean;
  readonly outletsDisagree: boolean;
}

interface LetteredSource {
  readonly source: Source;
  readonly letters: string;
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

/** Returns the first sentence of the chart; with a single source, that there is nothing to compare. */
export function leadOf(lead: DisagreementLead, sources: readonly LetteredSource[], messages: Messages): string {
  const [first] = sources;
  if (first && sources.length === 1) return messages.nothingToCompare(first.source.name);
  const { mostDisputed, agreed, singleSource } = lead;
  return messages.lead({
    mostDisputed: mostDisputed.map(({ claim, outlier }) => ({ claim: claim.text, outlier: outlier?.name })),
    agreed: agreed.map(({ text }) => text),
    singleSource: singleSource && { source: shortName(singleSource.source), claim: singleSource.claim.text },
  });
}

/**
 * Returns “2 of 3 reports; not in AmCon” and what else a reader must know of the row. With `inLetters` sources are called by the letters of
 * their marks.
 */
export function factsOf(
  { answer, outletsDisagree }: RowFacts,
  { sources }: { readonly sources: readonly LetteredSource[] },
  messages: Messages,
  inLetters: boolean,
): string {
  if (sources.length < 2) return '';
  const missing = sources
    .filter(({ source }) => answer.silent.includes(source))
    .map(({ source, letters }) => (inLetters ? letters : shortName(source)));
  return joinPresent(
    messages.semicolon,
    messages.coverage(answer.sources.length, sources.length),
    missing.length > 0 && messages.notCoveredBy(missing),
    outletsDisagree && messages.outletsDisagree,
    answer.restsOnOneStatement && messages.dependsOnOneStatement,
  );
}

/** What the positions of the sources amount to. */
export interface Verdict {
  /** From three sources on. */
  readonly band: string | undefined;
  /** A sentence with fewer than three sources; from three on the counts; from six on also the score with its range. */
  readonly details: readonly string[];
}

/** Returns the verdict on a row of a chart of `sourceCount` sources. */
export function verdictOf(
  { answer, marks, leaning, isScored }: RowFacts,
  sourceCount: number,
  messages: Messages,
): Verdict {
  const { band, score, range } = answer;
  const counts = messages.leaningCounts(leaning.support, leaning.oppose, leaning.between);
  if (band)
    return { band: messages.band[band], details: isScored ? [messages.score(score!, range!), counts] : [counts] };
  const [first, second] = marks.map(({ source }) => shortName(source));
  if (!first) return { band, details: [messages.ownVoiceOnly] };
  if (sourceCount < 2) return { band, details: [counts] };
  return {
    band,
    details: [second ? messages.twoSourcesCompared([first, second], score!) : messages.onlySource(first)],
  };
}

/** Returns the positions of a row as one sentence, for those who do not see the drawing. */
export function positionsOf({ answer }: RowFacts, messages: Messages): string {
  return answer.sources
    .map(({ source, position, own }) => messages.sourcePosition(source.name, position, own?.side))
    .join(messages.semicolon);
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

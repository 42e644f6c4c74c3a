import type { Dataset } from '../dataset/dataset.js';
import type { PositionMark } from '../analysis/position-table.js';
import { statementCount } from '../dataset/split-evidence.js';
import { minSourcesForScore } from '../analysis/disagreement-account.js';
import type { DisagreementLayout, MarkSize, PlacedDisagreement } from '../layout/disagreement-layout.js';
import { disagreementLead } from '../analysis/disagreement-lead.js';
import type { PlacedClaim, PlacedVoice } from '../layout/matrix-layout.js';
import { joinPresent } from './quotation.js';
import type { Messages } from './messages.js';
import { shortName } from './short-name.js';

/** Below both drawings: the sources, how many statements, when they were coded. */
export function footerFacts(dataset: Dataset, messages: Messages): string {
  const { sources, coded } = dataset;
  return joinPresent(
    ' · ',
    messages.sources(sources.map(({ name }) => name)),
    messages.statementCount(statementCount(dataset)),
    coded?.date && messages.analysedOn(coded.date),
  );
}

/** What the chart says first. */
export function leadOf({ rows, sources }: DisagreementLayout, messages: Messages): string {
  const [only] = sources;
  if (only && sources.length === 1) return messages.nothingToCompare(only.source.name);
  const { mostDisputed, agreed, singleSource } = disagreementLead(rows.map(({ answer }) => answer));
  return messages.lead({
    mostDisputed: mostDisputed.map(({ claim, outlier }) => ({ claim: claim.text, outlier: outlier?.name })),
    agreed: agreed.map(({ text }) => text),
    singleSource: singleSource && { source: shortName(singleSource.source), claim: singleSource.claim.text },
  });
}

/** “2 of 3 reports; silent: AmCon”, and what else must be known of the row. Where marks are flat, their letters stand for the names. */
export function factsOf(
  { answer, outletsDisagree: ownVoicesPart }: PlacedDisagreement,
  { sources: all }: DisagreementLayout,
  messages: Messages,
  inLetters: boolean,
): string {
  const { sources, silent, restsOnOneStatement } = answer;
  if (all.length < 2) return '';
  const names = all.flatMap(({ source, letters }) =>
    silent.includes(source) ? (inLetters ? letters : shortName(source)) : [],
  );
  return joinPresent(
    messages.semicolon,
    messages.coverage(sources.length, all.length),
    names.length > 0 && messages.notCoveredBy(names),
    ownVoicesPart && messages.outletsDisagree,
    restsOnOneStatement && messages.dependsOnOneStatement,
  );
}

/** Among so many sources the letters stand for the names. */
export function isFlat({ width, height }: MarkSize): boolean {
  return height < width;
}

/** What the sources' places come to. */
export interface Verdict {
  /** From three sources on. */
  readonly band: string | undefined;
  /** Words below three sources; from three on the counts, from six on the score with its range before them. */
  readonly details: readonly string[];
}

export function verdictOf({ answer, marks, leaning }: PlacedDisagreement, of: number, messages: Messages): Verdict {
  const { band, score, range } = answer;
  const counts = messages.leaningCounts(leaning.support, leaning.oppose, leaning.between);
  const [one, other] = marks.map(({ source }) => shortName(source));
  const isScored = marks.length >= minSourcesForScore;
  if (band)
    return { band: messages.band[band], details: isScored ? [messages.score(score!, range!), counts] : [counts] };
  const said = !one
    ? messages.ownVoiceOnly
    : of < 2
      ? counts
      : other
        ? messages.twoSourcesCompared([one, other], score!)
        : messages.onlySource(one);
  return { band, details: [said] };
}

/** Each row's places as one sentence, for those who do not see the drawing. */
export function placesOf({ answer }: PlacedDisagreement, messages: Messages): string {
  return answer.sources
    .map(({ source, position, own }) => messages.sourcePosition(source.name, position, own?.side))
    .join(messages.semicolon);
}

/** “Mike Pompeo supports: Iran is al-Qaida’s new home base. 14 statements in 3 reports: …” */
export function markName(
  voice: PlacedVoice,
  { claim }: PlacedClaim,
  position: PositionMark,
  messages: Messages,
): string {
  return messages.mark({
    voice: voice.name,
    claim: claim.text,
    side: position.side,
    statements: position.count,
    sources: position.sources.map(({ name }) => name),
    contested: position.contested,
  });
}

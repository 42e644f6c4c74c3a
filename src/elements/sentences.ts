import type { Dataset } from '../dataset/dataset.js';
import type { PositionMark } from '../dataset/position-table.js';
import { statementCount } from '../dataset/split-evidence.js';
import { fewestForScore } from '../layout/disagreement-account.js';
import type { DisagreementLayout, MarkSize, PlacedDisagreement } from '../layout/disagreement-layout.js';
import { disagreementLead } from '../layout/disagreement-lead.js';
import type { PlacedClaim, PlacedVoice } from '../layout/matrix-layout.js';
import { some } from '../wording/quotation.js';
import type { Wording } from '../wording/wording.js';
import { shortName } from './short-name.js';

/** Below both drawings: the sources, how many statements, when they were coded. */
export function footerFacts(dataset: Dataset, words: Wording): string {
  const { sources, coded } = dataset;
  return some(
    ' · ',
    words.sources(sources.map(({ name }) => name)),
    words.statementCount(statementCount(dataset)),
    coded?.date && words.coded(coded.date),
  );
}

/** What the chart says first. */
export function leadOf({ rows, sources }: DisagreementLayout, words: Wording): string {
  const [only] = sources;
  if (only && sources.length === 1) return words.nothingToCompare(only.source.name);
  const { most, alike, only: alone } = disagreementLead(rows.map(({ answer }) => answer));
  return words.lead({
    most: most.map(({ claim, apart }) => ({ claim: claim.text, apart: apart?.name })),
    alike: alike.map(({ text }) => text),
    only: alone && { source: shortName(alone.source), claim: alone.claim.text },
  });
}

/** “2 of 3 reports; silent: AmCon”, and what else must be known of the row. Where marks are flat, their letters stand for the names. */
export function factsOf(
  { answer, ownVoicesPart }: PlacedDisagreement,
  { sources: all }: DisagreementLayout,
  words: Wording,
  inLetters: boolean,
): string {
  const { sources, silent, restsOnOneStatement } = answer;
  if (all.length < 2) return '';
  const names = all.flatMap(({ source, letters }) =>
    silent.includes(source) ? (inLetters ? letters : shortName(source)) : [],
  );
  return some(
    words.semicolon,
    words.carrying(sources.length, all.length),
    names.length > 0 && words.silent(names),
    ownVoicesPart && words.ownVoicesPart,
    restsOnOneStatement && words.restsOnOneStatement,
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

export function verdictOf({ answer, marks, leaning }: PlacedDisagreement, of: number, words: Wording): Verdict {
  const { band, score, range } = answer;
  const counts = words.leaning(leaning.support, leaning.oppose, leaning.between);
  const [one, other] = marks.map(({ source }) => shortName(source));
  const isScored = marks.length >= fewestForScore;
  if (band) return { band: words.band[band], details: isScored ? [words.score(score!, range!), counts] : [counts] };
  const said = !one
    ? words.ownVoiceOnly
    : of < 2
      ? counts
      : other
        ? words.twoSources([one, other], score!)
        : words.onlySource(one);
  return { band, details: [said] };
}

/** Each row's places as one sentence, for those who do not see the drawing. */
export function placesOf({ answer }: PlacedDisagreement, words: Wording): string {
  return answer.sources
    .map(({ source, position, own }) => words.placed(source.name, position, own?.side))
    .join(words.semicolon);
}

/** “Mike Pompeo supports: Iran is al-Qaida’s new home base. 14 statements in 3 reports: …” */
export function markName(voice: PlacedVoice, { claim }: PlacedClaim, position: PositionMark, words: Wording): string {
  return words.mark({
    voice: voice.name,
    claim: claim.text,
    side: position.side,
    statements: position.count,
    sources: position.sources.map(({ name }) => name),
    contested: position.contested,
  });
}

import type { Stance, StatementJson } from '../../dataset/dataset.js';

/** How many statements of each stance one source has from one voice on one claim. */
export interface StanceCounts {
  readonly support: number;
  readonly oppose: number;
  readonly neutral: number;
  /** Whether at least one of them is contested. */
  readonly contested: boolean;
}

/** The statements of one source on one claim, by voice. */
export interface VoiceCounts {
  readonly own?: StanceCounts | undefined;
  /** By the speaker's index in the dataset. */
  readonly speakers: ReadonlyMap<number, StanceCounts>;
}

const letters: Readonly<Record<Stance, string>> = { support: 's', oppose: 'o', neutral: 'n' };

/**
 * Encodes the statements of one source on one claim: `=` and a code for the outlet's own voice, then one code per speaker in the order of
 * the dataset. `.` stands for a speaker without a statement, `3.` for three of them. A code is `s`, `o` or `n` for one statement, otherwise
 * the counts `(support,oppose,neutral)`, followed by `!` if any of them is contested.
 */
export function positionCodes({ own, speakers }: VoiceCounts): string {
  let codes = own ? `=${stanceCode(own)}` : '';
  let next = 0;
  for (const [speaker, counts] of [...speakers].sort(([a], [b]) => a - b)) {
    codes += skippedSpeakers(speaker - next) + stanceCode(counts);
    next = speaker + 1;
  }
  return codes;
}

function skippedSpeakers(length: number): string {
  return length === 0 ? '' : length === 1 ? '.' : `${length}.`;
}

function stanceCode({ support, oppose, neutral, contested }: StanceCounts): string {
  const one = support + oppose + neutral === 1;
  const stance: Stance = support ? 'support' : oppose ? 'oppose' : 'neutral';
  return (one ? letters[stance] : `(${support},${oppose},${neutral})`) + (contested ? '!' : '');
}

/** Counts the statements of one source on one claim by voice. `indexOf` returns a speaker's index in the dataset. */
export function countVoices(
  statements: readonly Pick<StatementJson, 'speaker' | 'stance' | 'contested'>[],
  indexOf: (speaker: string) => number,
): VoiceCounts {
  let own: StanceCounts | undefined;
  const speakers = new Map<number, StanceCounts>();
  for (const statement of statements) {
    if (statement.speaker === undefined) own = addStatement(own, statement);
    else {
      const index = indexOf(statement.speaker);
      speakers.set(index, addStatement(speakers.get(index), statement));
    }
  }
  return { own, speakers };
}

const noStatements: StanceCounts = { support: 0, oppose: 0, neutral: 0, contested: false };

function addStatement(
  counts: StanceCounts = noStatements,
  { stance, contested }: Pick<StatementJson, 'stance' | 'contested'>,
): StanceCounts {
  return { ...counts, [stance]: counts[stance] + 1, contested: counts.contested || contested !== undefined };
}

import type { Stance, StatementJson } from '../../dataset/dataset.js';

/** How many statements of each stance one source carries of one voice on one claim. */
export interface Carried {
  readonly support: number;
  readonly oppose: number;
  readonly neutral: number;
  /** At least one of them is contested. */
  readonly contested: boolean;
}

/** The statements of one source on one claim, voice by voice. */
export interface Voices {
  readonly own?: Carried | undefined;
  /** By the speaker's place in the dataset's list. */
  readonly speakers: ReadonlyMap<number, Carried>;
}

const letters: Readonly<Record<Stance, string>> = { support: 's', oppose: 'o', neutral: 'n' };

/**
 * The codes of one source on one claim: `=` and a code for the outlet's own voice, then one a speaker in the order of the dataset's list,
 * `.` for one with nothing there, a number before it for so many. A code is `s`, `o` or `n` for one statement, `(4,1,0)` for more, and
 * `!` after it where one of them is contested.
 */
export function positionCodes({ own, speakers }: Voices): string {
  let codes = own ? `=${codeOf(own)}` : '';
  let next = 0;
  for (const [speaker, carried] of [...speakers].sort(([a], [b]) => a - b)) {
    codes += gap(speaker - next) + codeOf(carried);
    next = speaker + 1;
  }
  return codes;
}

function gap(length: number): string {
  return length === 0 ? '' : length === 1 ? '.' : `${length}.`;
}

function codeOf({ support, oppose, neutral, contested }: Carried): string {
  const one = support + oppose + neutral === 1;
  const stance: Stance = support ? 'support' : oppose ? 'oppose' : 'neutral';
  return (one ? letters[stance] : `(${support},${oppose},${neutral})`) + (contested ? '!' : '');
}

/** What one source carries on one claim. `placeOf` gives a speaker's place in the dataset's list. */
export function voicesOf(
  statements: readonly Pick<StatementJson, 'speaker' | 'stance' | 'contested'>[],
  placeOf: (speaker: string) => number,
): Voices {
  let own: Carried | undefined;
  const speakers = new Map<number, Carried>();
  for (const statement of statements) {
    if (statement.speaker === undefined) own = withOne(own, statement);
    else {
      const place = placeOf(statement.speaker);
      speakers.set(place, withOne(speakers.get(place), statement));
    }
  }
  return { own, speakers };
}

const nothing: Carried = { support: 0, oppose: 0, neutral: 0, contested: false };

function withOne(
  carried: Carried = nothing,
  { stance, contested }: Pick<StatementJson, 'stance' | 'contested'>,
): Carried {
  return { ...carried, [stance]: carried[stance] + 1, contested: carried.contested || contested !== undefined };
}

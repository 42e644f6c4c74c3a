/**
 * What one source carries of one voice on one claim, in numbers of statements. `speaker` is the place in the dataset's list, −1 the
 * outlet's own voice.
 */
export type TakeTally = (speaker: number, support: number, oppose: number, neutral: number, contested: boolean) => void;

/**
 * Reads the codes of one source on one claim: an optional `=` and one code for the outlet's own voice, then the speakers in the order
 * of the dataset's list. `s`, `o` and `n` stand for one supporting, opposing, neutral statement, `(4,1,0)` for their numbers, `!`
 * after it for one that is contested, `12.` for so many speakers with nothing. Says how many speakers it went through, and what is
 * left that is no code. A sign a position: by hand, for a million of them are read at once.
 */
export function readCodes(codes: string, take: TakeTally): { readonly speakers: number; readonly rest: string } {
  let speakers = 0;
  let at = 0;
  while (at < codes.length) {
    const start = at;
    const isOwn = at === 0 && codes[at] === '=';
    if (isOwn) at++;
    const one = 'son'.indexOf(codes[at] ?? '-');
    const many = one < 0 ? longer(codes, at) : undefined;
    if (one < 0 && (!many || (isOwn && many.run))) return { speakers, rest: codes.slice(start) };
    at += many ? many.length : 1;
    if (many?.run) speakers += many.run;
    else {
      const [support, oppose, neutral] = many?.counts ?? ones[one]!;
      const contested = codes[at] === '!';
      if (contested) at++;
      take(isOwn ? -1 : speakers++, support, oppose, neutral, contested);
    }
  }
  return { speakers, rest: '' };
}

type Counts = readonly [support: number, oppose: number, neutral: number];

const ones: readonly Counts[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

interface Longer {
  readonly length: number;
  /** So many speakers with nothing; 0 where `counts` say something. */
  readonly run: number;
  readonly counts?: Counts;
}

const nothing: Longer = { length: 1, run: 1 };

function longer(codes: string, at: number): Longer | undefined {
  if (codes[at] === '.') return nothing;
  const [all = '', run, support, oppose, neutral] =
    /^(?:0*([1-9]\d{0,8})\.|\((?!0+,0+,0+\))(\d{1,9}),(\d{1,9}),(\d{1,9})\))/.exec(codes.slice(at, at + 64)) ?? [];
  if (!all) return undefined;
  const counts: Counts = [Number(support), Number(oppose), Number(neutral)];
  return run ? { length: all.length, run: Number(run) } : { length: all.length, run: 0, counts };
}

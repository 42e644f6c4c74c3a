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
    const isOwn = at === 0 && codes[0] === '=';
    if (isOwn) at++;
    const sign = codes[at];
    if (sign === '.' && !isOwn) {
      speakers++;
      at++;
      continue;
    }
    let support = sign === 's' ? 1 : 0;
    let oppose = sign === 'o' ? 1 : 0;
    let neutral = sign === 'n' ? 1 : 0;
    if (support + oppose + neutral > 0) at++;
    else {
      const [all = '', run, ...counts] = longer.exec(codes.slice(at, at + 64)) ?? [];
      if (!all || (isOwn && run)) return { speakers, rest: codes.slice(start) };
      at += all.length;
      if (run) {
        speakers += Number(run);
        continue;
      }
      [support = 0, oppose = 0, neutral = 0] = counts.map(Number);
    }
    const contested = codes[at] === '!';
    if (contested) at++;
    take(isOwn ? -1 : speakers++, support, oppose, neutral, contested);
  }
  return { speakers, rest: '' };
}

const longer = /^(?:(0*[1-9]\d{0,8})\.|\((?!0+,0+,0+\))(\d{1,9}),(\d{1,9}),(\d{1,9})\))/;

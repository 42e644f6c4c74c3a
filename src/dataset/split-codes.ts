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
    const isOwn = at === 0 && codes.charCodeAt(0) === signs.own;
    if (isOwn) at++;
    const sign = codes.charCodeAt(at++);
    if (sign === signs.silent && !isOwn) {
      speakers++;
      continue;
    }
    let support = sign === signs.support ? 1 : 0;
    let oppose = sign === signs.oppose ? 1 : 0;
    let neutral = sign === signs.neutral ? 1 : 0;
    let run = 0;
    if (support + oppose + neutral === 0) {
      // Three numbers in brackets, or that of a run before its point.
      let which = sign === signs.open ? 0 : 3;
      if (which === 3) at--;
      do {
        const first = at;
        let number = 0;
        for (let digit; (digit = codes.charCodeAt(at) - signs.nought) >= 0 && digit < 10; at++)
          number = number * 10 + digit;
        if (at === first || number >= 1e9 || codes.charCodeAt(at++) !== after[which])
          return { speakers, rest: codes.slice(start) };
        if (which === 0) support = number;
        else if (which === 1) oppose = number;
        else if (which === 2) neutral = number;
        else run = number;
      } while (++which < 3);
      if (support + oppose + neutral + (isOwn ? 0 : run) === 0) return { speakers, rest: codes.slice(start) };
      speakers += run;
      if (run) continue;
    }
    const contested = codes.charCodeAt(at) === signs.contested;
    if (contested) at++;
    take(isOwn ? -1 : speakers++, support, oppose, neutral, contested);
  }
  return { speakers, rest: '' };
}

const signs = {
  own: 61, // =
  silent: 46, // .
  support: 115, // s
  oppose: 111, // o
  neutral: 110, // n
  open: 40, // (
  contested: 33, // !
  nought: 48, // 0
} as const;

/** What stands after each of three numbers in brackets, and after that of a run. */
const after = Array.from(',,).', (sign) => sign.charCodeAt(0));

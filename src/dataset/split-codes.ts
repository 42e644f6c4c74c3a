/**
 * What one source carries of one voice on one claim, in numbers of statements. `speaker` is the place in the dataset's list, −1 the
 * outlet's own voice.
 */
export type TakeTally = (speaker: number, support: number, oppose: number, neutral: number, contested: boolean) => void;

const ownSign = 61; // =
const silentSign = 46; // .
const supportSign = 115; // s
const opposeSign = 111; // o
const neutralSign = 110; // n
const openSign = 40; // (
const contestedSign = 33; // !
const noughtSign = 48; // 0

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
    const isOwn = at === 0 && codes.charCodeAt(0) === ownSign;
    if (isOwn) at++;
    const sign = codes.charCodeAt(at++);
    if (sign === silentSign && !isOwn) {
      speakers++;
      continue;
    }
    let support = sign === supportSign ? 1 : 0;
    let oppose = sign === opposeSign ? 1 : 0;
    let neutral = sign === neutralSign ? 1 : 0;
    let run = 0;
    if (support + oppose + neutral === 0) {
      // Three numbers in brackets, or that of a run before its point.
      let which = sign === openSign ? 0 : 3;
      if (which === 3) at--;
      do {
        const first = at;
        let number = 0;
        for (let digit; (digit = codes.charCodeAt(at) - noughtSign) >= 0 && digit < 10; at++)
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
    const contested = codes.charCodeAt(at) === contestedSign;
    if (contested) at++;
    take(isOwn ? -1 : speakers++, support, oppose, neutral, contested);
  }
  return { speakers, rest: '' };
}

/** What stands after each of three numbers in brackets, and after that of a run. */
const after = [44, 44, 41, 46]; // ,,).

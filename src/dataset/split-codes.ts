/**
 * Receives how many statements of each stance one voice has in one source on one claim, and whether one of them is contested. `speaker`
 * is an index into the dataset's list of speakers, −1 for the outlet's own voice.
 */
export type OnTally = (speaker: number, support: number, oppose: number, neutral: number, contested: boolean) => void;

const equalsSign = 61;
const fullStop = 46;
const letterS = 115;
const letterO = 111;
const letterN = 110;
const openBracket = 40;
const exclamationMark = 33;
const digitZero = 48;

/** Must follow the first, second and third number of a tally in brackets, and the length of a run. */
const terminators = [44, 44, 41, 46]; // ,,).

/**
 * Decodes what one source carries on one claim: optionally `=` and the code of the outlet's own voice, then one code for each speaker in
 * the order of the dataset's list. `s`, `o` and `n` mean one supporting, opposing or neutral statement, `(4,1,0)` means so many of each,
 * `!` after either that one is contested; `.` means a speaker without statements and `12.` a run of twelve. Speakers without statements
 * at the end may be left out.
 *
 * Returns how many speakers the codes cover and the rest from the first invalid code on, empty if all are valid. Reads character codes
 * by hand, in one pass: large datasets have a million positions, which a regular expression takes several times as long to read.
 */
export function readCodes(codes: string, onTally: OnTally): { readonly speakers: number; readonly rest: string } {
  let speakers = 0;
  let index = 0;
  while (index < codes.length) {
    const start = index;
    const isOwnVoice = index === 0 && codes.charCodeAt(0) === equalsSign;
    if (isOwnVoice) index++;
    const first = codes.charCodeAt(index++);
    if (first === fullStop && !isOwnVoice) {
      speakers++;
      continue;
    }
    let support = first === letterS ? 1 : 0;
    let oppose = first === letterO ? 1 : 0;
    let neutral = first === letterN ? 1 : 0;
    let run = 0;
    if (support + oppose + neutral === 0) {
      // Three numbers in brackets (fields 0 to 2), or the length of a run (field 3).
      let field = first === openBracket ? 0 : 3;
      if (field === 3) index--;
      do {
        const numberStart = index;
        let number = 0;
        for (let digit; (digit = codes.charCodeAt(index) - digitZero) >= 0 && digit < 10; index++)
          number = number * 10 + digit;
        if (index === numberStart || number >= 1e9 || codes.charCodeAt(index++) !== terminators[field])
          return { speakers, rest: codes.slice(start) };
        if (field === 0) support = number;
        else if (field === 1) oppose = number;
        else if (field === 2) neutral = number;
        else run = number;
      } while (++field < 3);
      if (support + oppose + neutral + (isOwnVoice ? 0 : run) === 0) return { speakers, rest: codes.slice(start) };
      speakers += run;
      if (run) continue;
    }
    const contested = codes.charCodeAt(index) === exclamationMark;
    if (contested) index++;
    onTally(isOwnVoice ? -1 : speakers++, support, oppose, neutral, contested);
  }
  return { speakers, rest: '' };
}

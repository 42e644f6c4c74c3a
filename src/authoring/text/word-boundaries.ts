const word = /[\p{L}\p{N}\p{M}\u200c\u200d]/u;
/** Scripts that put no spaces between words, so that any place between two characters may be a word's edge. */
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
/** What belongs to the character before it: marks, joiners, emoji skin tones and flag tags, Thai and Lao AM. */
const extending = /\p{M}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200c|\u200d|\u0e33|\u0eb3/u;
const digit = /\p{Nd}/u;

/** Letters, digits and marks are `spaced` or `unspaced` by their script; all else is `other`. */
export type CharacterKind = 'other' | 'spaced' | 'unspaced';

const kinds: readonly CharacterKind[] = ['other', 'spaced', 'unspaced'];
/** Index of the kind + 1 for each character of the basic plane, filled as they are met: an article asks for the same few. */
const known = new Uint8Array(0x10000);

export function kindOf(codePoint: number): CharacterKind {
  const remembered = known[codePoint];
  if (remembered) return kinds[remembered - 1]!;
  const character = String.fromCodePoint(codePoint);
  const kind = !word.test(character) ? 0 : unspaced.test(character) ? 2 : 1;
  if (codePoint < known.length) known[codePoint] = kind + 1;
  return kinds[kind]!;
}

/** Soft hyphen, zero-width space, word joiner, byte order mark: readers do not see them, matching leaves them out. */
export function isInvisible(unit: number): boolean {
  return unit === 0xad || unit === 0x200b || unit === 0x2060 || unit === 0xfeff;
}

/**
 * Whether a cut at the offset would go through a word: letters or digits on both sides, invisible characters not counted, or a number
 * at its point or comma (`2.7`). Between scripts without spaces no place cuts a word.
 */
export function cutsWord(text: string, offset: number): boolean {
  let left = offset;
  while (left > 0 && isInvisible(text.charCodeAt(left - 1))) left--;
  let right = offset;
  while (right < text.length && isInvisible(text.charCodeAt(right))) right++;
  const before = codePointBefore(text, left);
  const after = text.codePointAt(right);
  if (before === undefined || after === undefined) return false;
  const kindBefore = kindOf(before);
  const kindAfter = kindOf(after);
  if (kindBefore !== 'other' && kindAfter !== 'other') return kindBefore === 'spaced' && kindAfter === 'spaced';
  if (isPointOrComma(after)) return isDigit(before) && isDigit(text.codePointAt(right + 1));
  if (isPointOrComma(before)) return isDigit(after) && isDigit(codePointBefore(text, left - 1));
  return false;
}

/**
 * Whether a cut at the offset would part what an apostrophe joins, such as `Iran’s`. Browsers that look for a text take it for one word;
 * a quote may end before it all the same.
 */
export function partsApostrophe(text: string, offset: number): boolean {
  const isLetter = (codePoint: number | undefined) => codePoint !== undefined && kindOf(codePoint) !== 'other';
  if (isApostrophe(text.charCodeAt(offset)))
    return isLetter(codePointBefore(text, offset)) && isLetter(text.codePointAt(offset + 1));
  return (
    isApostrophe(text.charCodeAt(offset - 1)) &&
    isLetter(codePointBefore(text, offset - 1)) &&
    isLetter(text.codePointAt(offset))
  );
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019;
}

/** Longer runs without a break are no words that a reader would miss. */
const longestWord = 64;

/** The stretch, widened until it cuts no word (of at most 64 units) and no character. */
export function toWholeWords(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  return { from: wordEdge(text, from, -1), to: wordEdge(text, to, 1) };
}

/** The nearest offset, from this one in the given direction, that cuts neither word nor character. */
export function wordEdge(text: string, offset: number, step: -1 | 1): number {
  const limit = offset + step * longestWord;
  let at = offset;
  while (at !== limit && at > 0 && at < text.length && (cutsWord(text, at) || cutsCharacter(text, at))) at += step;
  if (at !== limit) return at;
  // A run longer than any word: then any whole character will do.
  for (at = offset; at > 0 && at < text.length && cutsCharacter(text, at);) at += step;
  return at;
}

/** Whether a cut at the offset would go through what a reader sees as one character (a surrogate pair, marks, emoji, flags, Hangul). */
export function cutsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = codePointBefore(text, offset);
  const after = text.codePointAt(offset);
  if (before === undefined || after === undefined) return false;
  // A pair is read as one whole from its middle, too: then it is longer than what lies before the cut.
  if (after >= 0xdc00 && after <= 0xdfff && isFirstHalf(text.charCodeAt(offset - 1))) return true;
  if (before === 0x0d && after === 0x0a) return true;
  if (extending.test(String.fromCodePoint(after))) return true;
  if (before === 0x200d) return /\p{Extended_Pictographic}/u.test(String.fromCodePoint(after));
  if (isFlagLetter(before) && isFlagLetter(after)) return flagLettersBefore(text, offset) % 2 === 1;
  return isLeadingJamo(before) ? isHangul(after) : isFollowingJamo(after) && isHangul(before);
}

export function codePointBefore(text: string, offset: number): number | undefined {
  if (offset <= 0) return undefined;
  const unit = text.charCodeAt(offset - 1);
  const paired = unit >= 0xdc00 && unit <= 0xdfff && offset > 1 && isFirstHalf(text.charCodeAt(offset - 2));
  return text.codePointAt(paired ? offset - 2 : offset - 1);
}

function isFirstHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isPointOrComma(codePoint: number): boolean {
  return codePoint === 0x2e || codePoint === 0x2c;
}

function isDigit(codePoint: number | undefined): boolean {
  return codePoint !== undefined && digit.test(String.fromCodePoint(codePoint));
}

/** Two regional indicators make one flag. */
function isFlagLetter(codePoint: number): boolean {
  return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
}

function flagLettersBefore(text: string, offset: number): number {
  let count = 0;
  for (let at = offset; isFlagLetter(codePointBefore(text, at) ?? 0); at -= 2) count++;
  return count;
}

function isLeadingJamo(codePoint: number): boolean {
  return (codePoint >= 0x1100 && codePoint <= 0x115f) || (codePoint >= 0xa960 && codePoint <= 0xa97c);
}

export function isFollowingJamo(codePoint: number): boolean {
  return (codePoint >= 0x1160 && codePoint <= 0x11ff) || (codePoint >= 0xd7b0 && codePoint <= 0xd7fb);
}

function isHangul(codePoint: number): boolean {
  return isLeadingJamo(codePoint) || isFollowingJamo(codePoint) || (codePoint >= 0xac00 && codePoint <= 0xd7a3);
}

const word = /[\p{L}\p{N}\p{M}\u200c\u200d]/u;
/** Scripts without spaces between words, where any two characters may be two words. */
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
/** Characters that extend the grapheme before them: marks, joiners, emoji skin tones and flag tags, Thai and Lao AM. */
const extending = /\p{M}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200c|\u200d|\u0e33|\u0eb3/u;
const digit = /\p{Nd}/u;

/** Letters, digits and marks are `spaced` or `unspaced` depending on their script; everything else is `other`. */
export type CharacterKind = 'other' | 'spaced' | 'unspaced';

const kinds: readonly CharacterKind[] = ['other', 'spaced', 'unspaced'];
/** Cache for the basic multilingual plane: index in `kinds` + 1, or 0 if not yet known. */
const cachedKinds = new Uint8Array(0x10000);

export function characterKind(codePoint: number): CharacterKind {
  const remembered = cachedKinds[codePoint];
  if (remembered) return kinds[remembered - 1]!;
  const character = String.fromCodePoint(codePoint);
  const kind = !word.test(character) ? 0 : unspaced.test(character) ? 2 : 1;
  if (codePoint < cachedKinds.length) cachedKinds[codePoint] = kind + 1;
  return kinds[kind]!;
}

/** Returns whether the unit is a soft hyphen, zero-width space, word joiner or byte order mark, which matching ignores. */
export function isInvisible(unit: number): boolean {
  return unit === 0xad || unit === 0x200b || unit === 0x2060 || unit === 0xfeff;
}

/**
 * Returns whether the offset is inside a word: between letters or digits, ignoring invisible characters, or at the point or comma of a number
 * (`2.7`). In scripts without spaces no offset is.
 */
export function splitsWord(text: string, offset: number): boolean {
  let left = offset;
  while (left > 0 && isInvisible(text.charCodeAt(left - 1))) left--;
  let right = offset;
  while (right < text.length && isInvisible(text.charCodeAt(right))) right++;
  const before = codePointBefore(text, left);
  const after = text.codePointAt(right);
  if (before === undefined || after === undefined) return false;
  const kindBefore = characterKind(before);
  const kindAfter = characterKind(after);
  if (kindBefore !== 'other' && kindAfter !== 'other') return kindBefore === 'spaced' && kindAfter === 'spaced';
  if (isPointOrComma(after)) return isDigit(before) && isDigit(text.codePointAt(right + 1));
  if (isPointOrComma(before)) return isDigit(after) && isDigit(codePointBefore(text, left - 1));
  return false;
}

/**
 * Returns whether the offset is next to an apostrophe inside a word, as in `Iran’s`. Browsers treat it as one word in text fragments; a quote
 * may still end there.
 */
export function splitsApostrophe(text: string, offset: number): boolean {
  const isLetter = (codePoint: number | undefined) => codePoint !== undefined && characterKind(codePoint) !== 'other';
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

/** Longer runs without a break are not words. In UTF-16 units. */
const maxWordLength = 64;

/** Expands the range until it splits no word (of at most 64 units) and no grapheme. */
export function expandToWholeWords(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  return { from: wordEdge(text, from, -1), to: wordEdge(text, to, 1) };
}

/** Returns the nearest offset in the given direction that splits neither a word nor a grapheme. */
export function wordEdge(text: string, offset: number, step: -1 | 1): number {
  const limit = offset + step * maxWordLength;
  let at = offset;
  while (at !== limit && at > 0 && at < text.length && (splitsWord(text, at) || splitsGrapheme(text, at))) at += step;
  if (at !== limit) return at;
  // A run longer than any word: the nearest grapheme boundary is good enough.
  for (at = offset; at > 0 && at < text.length && splitsGrapheme(text, at);) at += step;
  return at;
}

/** Returns whether the offset is inside a grapheme (surrogate pair, combining marks, emoji, flags, Hangul). */
export function splitsGrapheme(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const unit = text.charCodeAt(offset);
  // The copyright sign, which may follow a joiner, is the first character that can continue a grapheme.
  if (unit < 0xa9) return unit === 0x0a && text.charCodeAt(offset - 1) === 0x0d;
  const before = codePointBefore(text, offset);
  const after = text.codePointAt(offset);
  if (before === undefined || after === undefined) return false;
  // Between the halves of a surrogate pair.
  if (after >= 0xdc00 && after <= 0xdfff && isHighSurrogate(text.charCodeAt(offset - 1))) return true;
  if (before === 0x0d && after === 0x0a) return true;
  if (extending.test(String.fromCodePoint(after))) return true;
  if (before === 0x200d) return /\p{Extended_Pictographic}/u.test(String.fromCodePoint(after));
  if (isRegionalIndicator(before) && isRegionalIndicator(after))
    return regionalIndicatorsBefore(text, offset) % 2 === 1;
  return isLeadingJamo(before) ? isHangul(after) : isFollowingJamo(after) && isHangul(before);
}

export function codePointBefore(text: string, offset: number): number | undefined {
  if (offset <= 0) return undefined;
  const unit = text.charCodeAt(offset - 1);
  const paired = unit >= 0xdc00 && unit <= 0xdfff && offset > 1 && isHighSurrogate(text.charCodeAt(offset - 2));
  return text.codePointAt(paired ? offset - 2 : offset - 1);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isPointOrComma(codePoint: number): boolean {
  return codePoint === 0x2e || codePoint === 0x2c;
}

function isDigit(codePoint: number | undefined): boolean {
  return codePoint !== undefined && digit.test(String.fromCodePoint(codePoint));
}

/** More flags in a row are not text. In regional indicators, of which two form a flag. */
const maxFlagLetters = 1000;

/** Two regional indicators form a flag. */
function isRegionalIndicator(codePoint: number): boolean {
  return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
}

function regionalIndicatorsBefore(text: string, offset: number): number {
  let count = 0;
  for (let at = offset; count < maxFlagLetters && isRegionalIndicator(codePointBefore(text, at) ?? 0); at -= 2) count++;
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

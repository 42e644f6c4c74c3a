import { foldedText } from '../text/fold-text.js';
import { codePointBefore, characterKind } from '../text/word-boundaries.js';

/** A word of an utterance, or an elision (`…`, `..`, or the joint between two fragments). */
export interface UtteranceWord {
  /** The folded word in lower case; empty for an elision. */
  readonly key: string;
  /** The same for most spellings of a name: al-Qaida, al-Qaeda. */
  readonly spelling: string;
  readonly isContent: boolean;
  /** Index of the printed word it belongs to: `Iran-al-Qaida` is one printed word with three words. */
  readonly printed: number;
}

export interface Utterance {
  readonly words: readonly UtteranceWord[];
  /** The printed words without surrounding punctuation; `…` for an elision. */
  readonly printed: readonly string[];
}

/** Function words of several languages. Words of fewer than three letters count as function words in any language. */
const functionWords = new Set(
  (
    'the and but for nor not are was were been being has have had does did will would shall should can could may might must ' +
    'that this these those there here which who whom whose what when where why how than then they them their theirs his her hers ' +
    'its our ours your yours she him you all any each some such only own same too very just also into onto from with without ' +
    'about over under after before between because while until upon per via out off more most other ' +
    'der die das den dem des ein eine einer eines einem einen und oder aber nicht ist sind war waren wird werden hat haben mit von ' +
    'vom für auf aus bei nach über unter durch dass sich auch noch nur als wie les des une est sont dans pour par sur avec que qui ' +
    'pas los las una unos unas del por para con que sus como más'
  ).split(' '),
);

const elided: UtteranceWord = { key: '', spelling: '', isContent: false, printed: 0 };

export function isElided(word: UtteranceWord): boolean {
  return word.key === '';
}

/** Splits an utterance into words. There is an elision between two parts. */
export function parseUtterance(parts: readonly string[]): Utterance {
  const words: UtteranceWord[] = [];
  const printed: string[] = [];
  parts.forEach((part, index) => {
    if (index > 0) addElision();
    for (const chunk of splitPrintedWords(part)) {
      if (chunk === '…') addElision();
      else addPrinted(chunk);
    }
  });
  return { words, printed };

  function addElision(): void {
    words.push({ ...elided, printed: printed.length });
    printed.push('…');
  }

  function addPrinted(chunk: string): void {
    const keys = keysOf(chunk);
    for (const key of keys)
      words.push({ key, spelling: spellingKey(key), isContent: isContent(key), printed: printed.length });
    if (keys.length > 0) printed.push(chunk);
  }
}

/** Splits at white space, long dashes and elisions, and after each character of a script without spaces. */
function splitPrintedWords(part: string): readonly string[] {
  const found: string[] = [];
  for (const [chunk] of part.matchAll(/…|\.{2,}|[^\s…—–.]+(?:\.(?!\.)[^\s…—–.]*)*/gu)) {
    if (chunk === '…' || chunk.startsWith('..')) {
      found.push('…');
      continue;
    }
    let word = '';
    for (const character of chunk) {
      if (characterKind(character.codePointAt(0)!) !== 'unspaced') word += character;
      else {
        found.push(trimPunctuation(word), character);
        word = '';
      }
    }
    found.push(trimPunctuation(word));
  }
  return found.filter((word) => word !== '');
}

function trimPunctuation(word: string): string {
  let from = 0;
  let to = word.length;
  while (from < to && characterKind(word.codePointAt(from)!) === 'other') from++;
  while (to > from && characterKind(codePointBefore(word, to)!) === 'other') to--;
  return word.slice(from, to);
}

/** `Iran-al-Qaida` → iran, al, qaida; `U.S.` → us; `we’re` → we're. */
function keysOf(chunk: string): readonly string[] {
  const folded = foldedText(chunk).toLowerCase();
  const keys = folded.match(/[\p{L}\p{N}\p{M}]+(?:['.,][\p{L}\p{N}\p{M}]+)*/gu) ?? [];
  return keys.map((key) => (/^\p{L}(?:\.\p{L})+$/u.test(key) ? key.replaceAll('.', '') : key));
}

function isContent(key: string): boolean {
  if (/\p{N}/u.test(key) || characterKind(key.codePointAt(0)!) === 'unspaced') return true;
  return Array.from(key).length >= 3 && !functionWords.has(key);
}

/** Removes vowels, accents, apostrophes and doubled letters after the first letter. Short words and numbers stay as they are. */
function spellingKey(key: string): string {
  if (key.length < 5 || /\p{N}/u.test(key)) return key;
  const plain = key.normalize('NFD').replace(/[\p{M}']/gu, '');
  const consonants = plain.slice(1).replace(/[aeiouyœæøаеёиоуыэюя]/gu, '');
  const skeleton = (plain[0] ?? '') + consonants;
  const single = skeleton.replace(/(.)\1+/gu, '$1');
  return single.length >= 2 ? single : key;
}

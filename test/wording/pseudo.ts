import { english } from '../../src/wording/english.js';
import type { Messages } from '../../src/wording/messages.js';

/** The tag that CLDR has for English with accents. */
export const pseudoTag = 'en-XA';

const [plain, accented] = [
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'åƀçđéƒĝĥîĵķļɱñöþʠŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ',
];

/** Mark what comes from a dataset while it is put into English messages. */
const data = { open: '\ue000', close: '\ue001' };

/** Arguments that English uses as keys, not as text. */
const keys =
  /^(support|oppose|both|neutral|onlySupporters|onlyOpponents|bothSides|noOpponents|noSupporters|noSide|agree|mixed|split|address|unreachable|status|timeout|too-large|not-utf-8|not-json|drawing|not-a-dataset|\d{4}-\d\d-\d\d)$/;

/**
 * Returns a pseudo-language for tests and stories, made from English: [Ŝöûŕçéš: The Gazette ····]. Its accents and unusual punctuation show
 * texts that are hard-coded in the elements, its brackets texts that are cut off; it is a third longer, as German is. What comes from a
 * dataset stays unchanged.
 */
export function pseudo(): Messages {
  return { ...(translated(english('en')) as Messages), lang: pseudoTag, direction: 'ltr' };
}

function translated(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value);
  if (typeof value === 'function') {
    const message = value as (...given: readonly unknown[]) => string;
    return (...given: readonly unknown[]) => pseudoText(message(...given.map(marked)));
  }
  if (Array.isArray(value)) return value.map(translated);
  return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, translated(each)]));
}

/** Returns the argument with every text of a dataset marked. */
function marked(given: unknown): unknown {
  if (typeof given === 'string') return keys.test(given) ? given : data.open + given + data.close;
  if (Array.isArray(given)) return given.map(marked);
  if (given === null || typeof given !== 'object') return given;
  return Object.fromEntries(Object.entries(given).map(([key, each]) => [key, marked(each)]));
}

/** Replacements for colons, commas and semicolons outside numbers. */
const signs: Readonly<Record<string, string>> = { ':': '꞉', ',': '⹁', ';': '⁏' };

/** Returns the text in the pseudo-language; numbers and names alone stay as they are. */
function pseudoText(text: string): string {
  let depth = 0;
  let letters = 0;
  let out = '';
  for (const character of text.replace(/(?<=\d)[,:](?=\d)/g, (sign) => `${data.open}${sign}${data.close}`)) {
    if (character === data.open) depth++;
    else if (character === data.close) depth--;
    else {
      const letter = depth === 0 ? plain.indexOf(character) : -1;
      if (letter >= 0) letters++;
      out += accented[letter] ?? (depth === 0 ? signs[character] : undefined) ?? character;
    }
  }
  return letters === 0 ? out : `[${out} ${'·'.repeat(Math.ceil(letters / 3))}]`;
}

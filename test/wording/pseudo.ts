import { english } from '../../src/wording/english.js';
import type { Messages } from '../../src/wording/messages.js';

/** The tag that CLDR has for English with accents. */
export const pseudoTag = 'en-XA';

const [plain, accented] = [
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'åƀçđéƒĝĥîĵķļɱñöþʠŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ',
];

/** They stand around what comes from a dataset, on its way through English. */
const data = { open: '\ue000', close: '\ue001' };

/** What English takes for a key and not for a text. */
const keys =
  /^(support|oppose|both|neutral|agree|mixed|split|address|unreachable|status|timeout|too-large|not-utf-8|not-json|drawing|not-a-dataset|\d{4}-\d\d-\d\d)$/;

/**
 * A language for tests and stories, made from English: [Ŝöûŕçéš: The Gazette ····]. Accented, so that what is written in the widgets themselves
 * stands out, and with signs between words that nobody types; in brackets, so that what is cut off does; longer by a third, as German
 * is. What comes from a dataset stays as it is.
 */
export function pseudo(): Messages {
  return { ...(translated(english('en')) as Messages), lang: pseudoTag, direction: 'ltr' };
}

function translated(value: unknown): unknown {
  if (typeof value === 'string') return said(value);
  if (typeof value === 'function') {
    const say = value as (...given: readonly unknown[]) => string;
    return (...given: readonly unknown[]) => said(say(...given.map(marked)));
  }
  return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, translated(each)]));
}

/** The same with every text of a dataset between the marks. */
function marked(given: unknown): unknown {
  if (typeof given === 'string') return keys.test(given) ? given : data.open + given + data.close;
  if (Array.isArray(given)) return given.map(marked);
  if (given === null || typeof given !== 'object') return given;
  return Object.fromEntries(Object.entries(given).map(([key, each]) => [key, marked(each)]));
}

/** In place of a colon, a comma and a semicolon; those inside numbers stay. */
const signs: Readonly<Record<string, string>> = { ':': '꞉', ',': '⹁', ';': '⁏' };

/** Numbers and names alone are no words. */
function said(text: string): string {
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

import type { Statement } from './dataset.js';

/** Longer quotes are found by their first and last words, which also survives small corrections in between. In UTF-16 code units. */
const maxWholeLength = 160;
const wordsAtEachEnd = 6;

/**
 * Returns a link to the quote in its article: the article's `url` with a text fragment (WICG Scroll to Text Fragment) made from the quote,
 * its prefix and its suffix. Undefined if the article has no `url`. Browsers without text fragments open the top of the article.
 */
export function quoteLink({ article, quote }: Statement): string | undefined {
  if (!article.url) return undefined;
  const before = lastLine(quote.prefix ?? '');
  const after = firstLine(quote.suffix ?? '');
  // Browsers match whole words only, and “Iran’s” is one word to them. (Tested first, because compiling \p{L} is slow.)
  const head = /['’]$/.test(before) ? (/(\p{L}+.)\uffff\p{L}/u.exec(`${before}\uffff${quote.exact}`)?.[1] ?? '') : '';
  const tail = /^['’]/.test(after) ? (/\p{L}\uffff(.\p{L}+)/u.exec(`${quote.exact}\uffff${after}`)?.[1] ?? '') : '';
  const prefix = before.slice(0, before.length - head.length).trim();
  const suffix = after.slice(tail.length).trim();
  const texts = textsToFind(head + quote.exact + tail).map(encode);
  const directive = [prefix && `${encode(prefix)}-`, ...texts, suffix && `-${encode(suffix)}`];
  return `${article.url}${article.url.includes('#') ? '' : '#'}:~:text=${directive.filter(Boolean).join(',')}`;
}

/** Returns the whole quote, or its first and last words if it is long or spans paragraphs. */
function textsToFind(exact: string): readonly string[] {
  if (exact.length <= maxWholeLength && !/[\n\r]/.test(exact)) return [exact];
  const first = firstLine(exact).split(/\s+/).slice(0, wordsAtEachEnd).join(' ');
  const last = lastLine(exact).split(/\s+/).slice(-wordsAtEachEnd).join(' ');
  return [first, last];
}

function firstLine(text: string): string {
  return text.split(/[\n\r]+/)[0]!;
}

function lastLine(text: string): string {
  return text.split(/[\n\r]+/).at(-1)!;
}

/** Encodes hyphens too: they are syntax in a text directive, as are commas and ampersands. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}

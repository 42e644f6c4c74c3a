import type { Statement } from './dataset.js';

/** Longer quotes are found by their first and last words, which also survives small corrections inside. */
const longestWhole = 160;
const wordsAtEnds = 6;

/**
 * The address of the very words in the article: its `url` with a text fragment (WICG Scroll to Text Fragment) made from the quote
 * and what stands around it. Undefined where the article has no address. Browsers without text fragments open the article.
 */
export function quoteLink({ article, quote }: Statement): string | undefined {
  if (!article.url) return undefined;
  const before = lastLine(quote.prefix ?? '');
  const after = firstLine(quote.suffix ?? '');
  // Browsers take “Iran’s” for one word and find no part of it. (The rule for all letters is slow the first time, so few are asked.)
  const head = /['’]$/.test(before) ? (/(\p{L}+.)\uffff\p{L}/u.exec(`${before}\uffff${quote.exact}`)?.[1] ?? '') : '';
  const tail = /^['’]/.test(after) ? (/\p{L}\uffff(.\p{L}+)/u.exec(`${quote.exact}\uffff${after}`)?.[1] ?? '') : '';
  const prefix = before.slice(0, before.length - head.length).trim();
  const suffix = after.slice(tail.length).trim();
  const words = ends(head + quote.exact + tail).map(encode);
  const directive = [prefix && `${encode(prefix)}-`, ...words, suffix && `-${encode(suffix)}`];
  return `${article.url}${article.url.includes('#') ? '' : '#'}:~:text=${directive.filter(Boolean).join(',')}`;
}

/** The whole quote, or its first and last words where it is long or crosses paragraphs. */
function ends(exact: string): readonly string[] {
  if (exact.length <= longestWhole && !/[\n\r]/.test(exact)) return [exact];
  const first = firstLine(exact).split(/\s+/).slice(0, wordsAtEnds).join(' ');
  const last = lastLine(exact).split(/\s+/).slice(-wordsAtEnds).join(' ');
  return [first, last];
}

function firstLine(text: string): string {
  return text.split(/[\n\r]+/)[0]!;
}

function lastLine(text: string): string {
  return text.split(/[\n\r]+/).at(-1)!;
}

/** A comma, an ampersand and a hyphen are syntax inside a text directive. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}

import { anchorQuote } from '../../authoring/anchoring/anchor-quote.js';
import type { ArticleText } from '../../authoring/text/article-text.js';
import type { TextRange } from '../../authoring/text/text-positions.js';
import { indexAt, type Reading } from './reading.js';

/** The fields of a statement that say where its quote is; `before` and `after` only where the words stand more than once. */
export interface QuoteFields {
  readonly quote: string;
  readonly before?: string;
  readonly after?: string;
}

/** More words of context than this are no help to anybody who reads the coding. */
const maxContext = 12;

/**
 * Returns the fields with which the builder finds exactly this range of an article, with as few words of context as possible. Undefined
 * if it finds another range or none, such as between equal repetitions.
 */
export function quoteOf(article: ArticleText, { words }: Reading, range: TextRange): QuoteFields | undefined {
  const textOf = (from: number, to: number) => article.text.slice(from, to).replace(/\s+/gu, ' ').trim();
  const quote = textOf(range.from, range.to);
  const isFound = (fields: QuoteFields) => {
    const found = anchorQuote(article, fields);
    const span = found.kind === 'found' ? found.ranges : [];
    return span[0]?.from === range.from && span.at(-1)!.to === range.to;
  };
  if (isFound({ quote })) return { quote };
  const [first, last] = [indexAt(words, range.from), indexAt(words, range.to - 1)];
  for (let count = 1; count <= maxContext; count++) {
    const [from, to] = [words[first - count]?.from, words[last + count]?.to];
    const before = from === undefined ? undefined : textOf(from, range.from);
    const after = to === undefined ? undefined : textOf(range.to, to);
    if (before !== undefined && isFound({ quote, before })) return { quote, before };
    if (after !== undefined && isFound({ quote, after })) return { quote, after };
    if (before !== undefined && after !== undefined && isFound({ quote, before, after }))
      return { quote, before, after };
  }
  return undefined;
}

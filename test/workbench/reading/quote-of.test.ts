import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import dataset from '../../../seeds/dataset.json' with { type: 'json' };
import { anchorQuote } from '../../../src/authoring/anchoring/anchor-quote.js';
import { ArticleText } from '../../../src/authoring/text/article-text.js';
import { quoteOf } from '../../../src/workbench/reading/quote-of.js';
import { readText } from '../../../src/workbench/reading/reading.js';

const fieldsOf = (text: string, from: number, to: number) =>
  quoteOf(new ArticleText(text), readText(text, 'en'), { from, to });

describe('the quote of a selection', () => {
  const text = 'The bridge is safe, she said. He said that the bridge is safe. Is the bridge safe?';

  it('is the words alone where they stand once', () => {
    expect(fieldsOf(text, 30, 37)).toEqual({ quote: 'He said' });
  });

  it('has the fewest words of context that tell it from the others', () => {
    const at = text.indexOf('bridge is', 20);
    expect(fieldsOf(text, at, at + 14)).toEqual({ quote: 'bridge is safe', before: 'the' });
    expect(fieldsOf(text, 4, 18)).toEqual({ quote: 'bridge is safe', before: 'The' });
  });

  it('is on one line, whatever the lines of the article', () => {
    const lines = 'She said:\nthe bridge\nis safe.';
    expect(fieldsOf(lines, 10, lines.length - 1)).toEqual({ quote: 'the bridge is safe' });
  });

  it('is none where nothing tells it from the others', () => {
    const same = 'no '.repeat(60);
    expect(fieldsOf(same, 90, 92)).toBeUndefined();
  });
});

it('every quote of the seeds can be selected and is found again', () => {
  const texts = new Map(
    [
      ['dw-1', 'deutsche-welle'],
      ['amcon-1', 'the-american-conservative'],
      ['examiner-1', 'washington-examiner'],
    ].map(([id, name]) => [id!, readFileSync(`seeds/articles/${name}.txt`, 'utf8')]),
  );
  const articles = new Map([...texts].map(([id, text]) => [id, new ArticleText(text)]));
  const readings = new Map([...texts].map(([id, text]) => [id, readText(text, 'en')]));
  for (const { article, quote } of dataset.statements) {
    const { text } = articles.get(article)!;
    const from = text.indexOf(quote.prefix + quote.exact + quote.suffix) + quote.prefix.length;
    const range = { from, to: from + quote.exact.length };
    expect(from).toBeGreaterThanOrEqual(quote.prefix.length);
    expect(quoteOf(articles.get(article)!, readings.get(article)!, range)).toBeDefined();
  }
});

it('the builder finds exactly the selected words, or they are refused', () => {
  const unit = fc.constantFrom('a ', 'b ', 'ab ', '“a” ', 'b, ', '. ', '\n', 'é ', '🤔 ');
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (text, one, other) => {
      const reading = readText(text, 'en');
      const { length } = reading.words;
      fc.pre(length > 0);
      const [first, last] = [one % length, other % length].sort((a, b) => a - b) as [number, number];
      const range = { from: reading.words[first]!.from, to: reading.words[last]!.to };
      const article = new ArticleText(text);
      const fields = quoteOf(article, reading, range);
      if (!fields) return;
      const found = anchorQuote(article, fields);
      expect(found.kind === 'found' && [found.ranges[0]!.from, found.ranges.at(-1)!.to]).toEqual([
        range.from,
        range.to,
      ]);
      expect(fields.quote).toBe(text.slice(range.from, range.to).replace(/\s+/gu, ' '));
    }),
  );
});

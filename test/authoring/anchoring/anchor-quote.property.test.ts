import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorQuote } from '../../../src/authoring/anchoring/anchor-quote.js';
import { ArticleText } from '../../../src/authoring/text/article-text.js';

/** Each row is one thing in all its spellings: an article has one of them, the editor may type any other. */
const words = [
  ['Iran'],
  ['base', 'ba\u00adse', 'ba\u200bse'],
  ['été', 'e\u0301te\u0301'],
  ['한국', '\u1112\u1161\u11ab\u1100\u116e\u11a8'],
  ['a'],
  ['2.7'],
  ['👍🏽'],
  ['👩‍👩‍👧'],
  ['إيران'],
  ['[and he]'],
  ['$&'],
  ['(a+)+$'],
];
const gaps = [
  [' ', '\u00a0', '  ', '\n', '\r\n', ' \u2009'],
  [', ', ',\u00a0'],
  [' — ', ' - ', ' -- ', ' --- ', ' – '],
  ['—', '-', '--'],
  [' “', ' "', ' „', ' «'],
  ['” ', '" ', '“ ', '\u201d\n'],
  ['’s ', "'s "],
  [' … ', ' ... '],
  ['. '],
  ['\n\n', '\r\n\r\n', '\n \n'],
];

const spelling = (rows: readonly (readonly string[])[]) =>
  fc.constantFrom(...rows).chain((row) => fc.tuple(fc.constantFrom(...row), fc.constantFrom(...row)));

const story = fc
  .tuple(spelling(words), fc.array(fc.tuple(spelling(gaps), spelling(words)), { minLength: 1, maxLength: 40 }))
  .chain(([first, rest]) => fc.tuple(fc.constant([first, ...rest.flat()]), fc.nat(rest.length), fc.nat(rest.length)));

test('whatever an editor quotes, in any of its spellings, is found at its place or reported as standing more than once', () => {
  fc.assert(
    fc.property(story, ([tokens, one, other]) => {
      // Words stand at the even places; a quote goes from a word to a word.
      const [from, to] = [2 * Math.min(one, other), 2 * Math.max(one, other) + 1];
      const text = (which: 0 | 1, begin: number, end: number): string =>
        tokens
          .slice(begin, end)
          .map((token) => token[which])
          .join('');
      const article = text(0, 0, tokens.length);
      const start = Array.from(text(0, 0, from)).length;
      const exact = text(0, from, to);
      const quote = text(1, from, to);

      const anchoring = anchorQuote(new ArticleText(article), { quote });
      if (anchoring.kind === 'found') {
        expect(Array.from(article).slice(anchoring.start, anchoring.end).join('')).toBe(anchoring.exact);
        // Another place may have the words letter for letter, where this one has another spelling.
        if (anchoring.start !== start) expect([anchoring.match, quote === exact]).toEqual(['exact', false]);
        else expect(anchoring.exact).toBe(exact);
      } else {
        expect(anchoring.kind).toBe('ambiguous');
        if (anchoring.kind === 'ambiguous' && !anchoring.hasMore) {
          expect(new Set(anchoring.candidates.map((candidate) => candidate.start)).size).toBeGreaterThan(1);
          const literal = anchoring.candidates.every(
            (candidate) => article.slice(candidate.from, candidate.to) === quote,
          );
          if (quote === exact || !literal)
            expect(anchoring.candidates.map((candidate) => candidate.start)).toContain(start);
        }
      }
    }),
    { numRuns: 1500 },
  );
});

test('words that an article lacks are never found, and the search does not fail', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
      (article, quote) => {
        const text = new ArticleText(article);
        const anchoring = anchorQuote(text, { quote: `${quote} zebra`, before: quote, after: article });
        expect(anchoring.kind === 'missing' || article.includes('zebra')).toBe(true);
      },
    ),
  );
});

test('any passage between spaces of any text is found in it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { minLength: 3, maxLength: 20 }),
      fc.nat(),
      (parts, seed) => {
        const article = parts.join(' ');
        const quote = parts[seed % parts.length]!;
        const anchoring = anchorQuote(new ArticleText(article), { quote });
        if (quote.trim() === '' || /^[\s\u00ad\u200b\u2060\ufeff]*$/u.test(quote)) return;
        expect(anchoring.kind === 'found' || anchoring.kind === 'ambiguous').toBe(true);
      },
    ),
  );
});

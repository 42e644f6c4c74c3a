import { describe, expect, it } from 'vitest';
import type { Article, Claim, Quote, Statement } from '../../src/dataset/dataset.js';
import { quoteLink } from '../../src/dataset/quote-link.js';
import { quoteParts, quoteText } from '../../src/dataset/quote-parts.js';

const link = (quote: Quote, url: string | null = 'https://daily.example/a') =>
  quoteLink({
    quote,
    article: (url === null ? {} : { url }) as Article,
    claim: {} as Claim,
  } as Statement);

describe('the parts of a quote', () => {
  it('are one part if nothing is left out', () => {
    expect(quoteParts({ exact: 'so be it' })).toEqual([{ kind: 'words', text: 'so be it' }]);
  });

  it('have dots between fragments where the editor put nothing', () => {
    const fragments = [
      { start: 3, end: 5 },
      { start: 10, end: 12 },
    ];
    expect(quoteParts({ exact: 'so, or no', start: 3, end: 12, fragments })).toEqual([
      { kind: 'words', text: 'so' },
      { kind: 'joint', text: ' […] ' },
      { kind: 'words', text: 'no' },
    ]);
  });

  it('are the fragments with what the editor put between them, counted in code points', () => {
    const quote = {
      exact: '🤔 he was never, ever there',
      start: 10,
      end: 36,
      fragments: [
        { start: 10, end: 18 },
        { start: 26, end: 36, joint: ' [Ann] ' },
      ],
    };
    expect(quoteParts(quote).map(({ text }) => text)).toEqual(['🤔 he was', ' [Ann] ', 'ever there']);
    expect(quoteText(quote)).toBe('🤔 he was [Ann] ever there');
    const capital = { exact: 'he end', start: 3, end: 9, fragments: [{ start: 3, end: 9, joint: '[T]' }] };
    expect(quoteText(capital)).toBe('[T]he end');
  });
});

describe('the link to a quote', () => {
  it('is a text fragment with prefix and suffix, and with syntax characters escaped', () => {
    expect(link({ exact: 'al-Qaida, too', prefix: 'He said “', suffix: '” & left-' })).toBe(
      'https://daily.example/a#:~:text=He%20said%20%E2%80%9C-,al%2DQaida%2C%20too,-%E2%80%9D%20%26%20left%2D',
    );
  });

  it('keeps the fragment of the URL', () => {
    expect(link({ exact: 'so' }, 'https://daily.example/a#top')).toBe('https://daily.example/a#top:~:text=so');
  });

  it('finds a long quote, and one that spans paragraphs, by its first and last words', () => {
    const long = `one two three four five six seven ${'and '.repeat(50)}a b c d e f`;
    expect(link({ exact: long })).toBe(
      'https://daily.example/a#:~:text=one%20two%20three%20four%20five%20six,a%20b%20c%20d%20e%20f',
    );
    const whole = `${'word '.repeat(31)}12345`;
    expect(whole).toHaveLength(160);
    expect(link({ exact: whole })).toBe(`https://daily.example/a#:~:text=${encodeURIComponent(whole)}`);
    expect(link({ exact: `${whole}6` })).toBe(
      'https://daily.example/a#:~:text=word%20word%20word%20word%20word%20word,word%20word%20word%20word%20word%20123456',
    );
    expect(link({ exact: 'the end.\n\nThe start' })).toBe('https://daily.example/a#:~:text=the%20end.,The%20start');
  });

  it('includes what an apostrophe joins to the quote, because browsers find whole words only', () => {
    expect(link({ exact: 'the regime', prefix: 'of ', suffix: '’s hold' })).toBe(
      'https://daily.example/a#:~:text=of-,the%20regime%E2%80%99s,-hold',
    );
    expect(link({ exact: 's hold', prefix: 'Iran’' })).toBe('https://daily.example/a#:~:text=Iran%E2%80%99s%20hold');
  });

  it('includes nothing that a space or a sign separates from the quote', () => {
    expect(link({ exact: 'is so', prefix: 'Iran’s plan ', suffix: ' in Iran’s view' })).toBe(
      'https://daily.example/a#:~:text=Iran%E2%80%99s%20plan-,is%20so,-in%20Iran%E2%80%99s%20view',
    );
    expect(link({ exact: '2020', prefix: 'in ’', suffix: '’ 21' })).toBe(
      'https://daily.example/a#:~:text=in%20%E2%80%99-,2020,-%E2%80%99%2021',
    );
    expect(link({ exact: 'they', suffix: '’re here' })).toBe('https://daily.example/a#:~:text=they%E2%80%99re,-here');
  });

  it('uses of prefix and suffix only what is in the same paragraph', () => {
    expect(link({ exact: 'so', prefix: 'before.\nThen ', suffix: '.\nAfter' })).toBe(
      'https://daily.example/a#:~:text=Then-,so,-.',
    );
  });

  it('is undefined if the article has no URL', () => {
    expect(link({ exact: 'so' }, null)).toBeUndefined();
  });
});

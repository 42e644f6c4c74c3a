import { describe, expect, test } from 'vitest';
import { anchorQuote } from '../../../src/authoring/anchoring/anchor-quote.js';
import type { QuoteSelector } from '../../../src/authoring/anchoring/anchor-result.js';
import { ArticleText } from '../../../src/authoring/text/article-text.js';
import { release } from '../../release.js';
import { buildStory, changedCoding } from '../story-folder.js';

// Each of these would take longer than a test may, if the time grew with the product of two lengths. bench/anchoring.mjs measures them.

const filled = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);
const million = 1_000_000;
const periodic = filled('ab ', million);
const oneWord = 'a'.repeat(million);

function anchor(text: string, quote: string, near: Omit<QuoteSelector, 'quote'> = {}) {
  return anchorQuote(new ArticleText(text), { quote, ...near });
}

function starts(text: string, quote: string): readonly number[] {
  const result = anchor(text, quote);
  return result.kind === 'ambiguous' ? result.candidates.map(({ start }) => start) : [];
}

describe('a thousand fragments in a text that repeats itself', () => {
  const fragments = (joint: string): string => Array.from({ length: 1000 }, () => 'ab').join(` ${joint} `);
  // Ten times the first, earliest chain; only its last fragment is further on each time.
  const ends = Array.from({ length: 10 }, (_, index) => 3 * (999 + index) + 2);

  test.each(['[…]', '[so]'])('joined by %s', (joint) => {
    const result = anchor(periodic, fragments(joint));
    expect(result).toMatchObject({ kind: 'ambiguous', hasMore: true });
    expect(result.kind === 'ambiguous' && result.candidates.map(({ start, end }) => [start, end])).toEqual(
      ends.map((end) => [0, end]),
    );
  });

  test('of which the last one comes before the others', () => {
    expect(anchor(`zz ${periodic}`, `${fragments('[so]')} [so] zz`)).toMatchObject({ reason: 'wrong-order' });
  });

  test('without the right text after them', () => {
    expect(anchor(periodic, fragments('[so]'), { after: 'zz' })).toMatchObject({
      reason: 'context-mismatch',
      candidate: { start: 0, end: ends[0] },
    });
  });
});

test('a hundred fragments in a single word', () => {
  const quote = Array.from({ length: 100 }, () => 'aa').join('[so]');
  const result = anchor(oneWord, quote);
  expect(result.kind === 'ambiguous' && result.candidates.map(({ start, end }) => [start, end])).toEqual(
    Array.from({ length: 10 }, () => [0, million]),
  );
});

describe('80,000 letters in a word of a million', () => {
  test('are inside the word', () => {
    expect(anchor(oneWord, 'a'.repeat(80_000))).toMatchObject({ reason: 'inside-word', candidate: { start: 0 } });
  });

  test.each([
    ['start', `b${'a'.repeat(80_000)}`],
    ['middle', `${'a'.repeat(40_000)}b${'a'.repeat(40_000)}`],
    ['end', `${'a'.repeat(80_000)}b`],
  ])('with another one at the %s', (_, quote) => {
    expect(anchor(oneWord, quote)).toEqual({ kind: 'missing', reason: 'not-found' });
  });

  test('or one missing', () => {
    const word = 'ab'.repeat(40_000);
    expect(anchor(`a ${word}`, `${word}a`)).toMatchObject({ reason: 'not-found', nearest: { start: 2 } });
  });
});

describe('a quote that matches very many places', () => {
  test('80,000 letters long', () => {
    expect(starts(filled('a ', million), filled('a ', 79_999))).toEqual(
      Array.from({ length: 10 }, (_, index) => 2 * index),
    );
  });

  test('of which all but one are written in other characters', () => {
    const text = `${filled('“ab” ', 500_000)} "ab" ${filled('“ab” ', 500_000)}`;
    expect(anchor(text, '"ab"')).toMatchObject({ kind: 'found', match: 'exact', start: 500_001 });
    expect(starts(text, '“ab"')).toEqual(Array.from({ length: 10 }, (_, index) => 5 * index));
  });

  test('fifty times', () => {
    const article = new ArticleText(filled('ab ', 600_000));
    for (let words = 1; words <= 50; words++)
      expect(anchorQuote(article, { quote: filled('ab ', 3 * words - 1) })).toMatchObject({
        kind: 'ambiguous',
        hasMore: true,
      });
  });
});

describe('the text before and after a quote', () => {
  test('of 50,000 letters tells it from many others', () => {
    const text = `${periodic} cd ${periodic}`;
    const before = `cd ${filled('ab ', 50_000)}`;
    expect(anchor(text, 'ab', { before })).toMatchObject({
      kind: 'found',
      start: text.indexOf('cd') + before.length + 1,
    });
    expect(anchor(periodic, 'ab', { after: `${filled('ab ', 50_000)} zz` })).toMatchObject({
      reason: 'context-mismatch',
    });
  });

  test('is not sought beyond a million quotation marks', () => {
    expect(anchor(`x${'"'.repeat(million)}y`, '"', { before: 'z' })).toMatchObject({ reason: 'context-mismatch' });
  });

  test('may have a long run of punctuation', () => {
    const before = `x${'!'.repeat(200_000)}x`;
    expect(anchor('one two three', 'three', { before })).toMatchObject({
      mismatches: [{ side: 'before', expected: before, actual: 'one two ' }],
    });
  });

  test('is shown on one line, even if it has 200,000 spaces', async () => {
    const spaces = ' '.repeat(200_000);
    const { problems } = await buildStory({
      'coding.yaml': changedCoding('quote: burrowed inside', `quote: burrowed inside\n    before: "x${spaces}z"`),
      'articles/first.txt': `x${spaces}y burrowed inside. They are partners in terrorism.`,
    });
    expect(problems[0]?.message).toMatch(/but the text before it is “x y”, not “x z”\.$/);
  });
});

describe('the most similar passage', () => {
  test('is found in spite of a million exclamation marks', () => {
    expect(anchor(`one two ${'!'.repeat(million)} three four`, 'one two three five')).toMatchObject({
      nearest: { start: 0, text: expect.stringMatching(/^one two !/) as string },
    });
  });

  test('is sought among 100,000 words that are spelt like those of the quote', release, () => {
    const word = (index: number): string =>
      index.toString(2).padStart(20, '0').replaceAll('0', 'a').replaceAll('1', 'b');
    const text = Array.from({ length: 100_000 }, (_, index) => word(index)).join(' ');
    const quote = Array.from({ length: 400 }, (_, index) => `${word(index * 7)}c`).join(' ');
    expect(anchor(text, quote)).toEqual({ kind: 'missing', reason: 'not-found' });
  });
});

describe('one letter with very many marks', () => {
  test('of which none composes', () => {
    expect(anchor(`e\u0301 a${'\u0315\u0300'.repeat(200_000)} the end`, 'the end')).toMatchObject({
      kind: 'found',
      start: 400_005,
    });
  });

  test('that are in order', () => {
    expect(anchor(`e\u0301 a${'\u0315'.repeat(200_000)} the end`, 'the end')).toMatchObject({ start: 200_005 });
  });
});

test('a row of 150,000 flags is not taken apart', () => {
  expect(starts('🇩🇪'.repeat(150_000), '🇩🇪🇩🇪').slice(0, 3)).toEqual([0, 2, 4]);
});

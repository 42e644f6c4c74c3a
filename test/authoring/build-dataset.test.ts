import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDataset } from '../../src/authoring/build-dataset.js';
import { emptyFindings } from '../../src/authoring/problem.js';
import { parseArticle } from '../../src/authoring/files/read-article.js';
import { readCoding } from '../../src/authoring/coding/read-coding.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { article, buildStory, changedCoding, coding, headOfCoding, problemsOf, statementsOf } from './story-folder.js';

const one = (quote: string, more = ''): string =>
  `  - article: dw-1\n    speaker: minister\n    claim: home-base\n    stance: support\n    quote: ${quote}\n${more}`;

describe('the dataset', () => {
  test('has its fields in the order of the format, and no empty ones', async () => {
    const { dataset } = await buildStory({
      'coding.yaml': `corrections:\n  - text: Corrected.\n    date: 2026-11-20\n${changedCoding('lang: en', 'lang: en\ndescription: About it.\ngroups: []')}`,
    });
    expect(Object.keys(dataset!)).toEqual([
      'version',
      'title',
      'description',
      'lang',
      'sources',
      'articles',
      'speakers',
      'claims',
      'statements',
      'order',
      'corrections',
    ]);
    expect(Object.keys(dataset!.articles[0]!)).toEqual(['id', 'source', 'published', 'sha256', 'length']);
    expect(Object.keys(dataset!.statements[0]!)).toEqual([
      'id',
      'article',
      'claim',
      'stance',
      'voice',
      'speaker',
      'quote',
    ]);
    expect(Object.keys(dataset!.statements[0]!.quote)).toEqual(['exact', 'prefix', 'suffix', 'start', 'end']);
  });

  test('names each article’s hash and length', async () => {
    const { dataset } = await buildStory();
    expect(dataset?.articles[0]).toMatchObject({
      length: Array.from(article).length,
      sha256: createHash('sha256').update(article).digest('hex'),
    });
  });

  test('passes the reader that the elements use', async () => {
    const { dataset } = await buildStory();
    expect(readDataset(dataset).statements).toHaveLength(2);
  });

  test('has nothing when there is one problem', async () => {
    const built = await buildStory({ 'coding.yaml': changedCoding('burrowed inside', 'burrowed outside') });
    expect(built.problems).toHaveLength(1);
    expect(built).not.toHaveProperty('dataset');
  });

  test('that the reader would reject is never written: its problems are reported at their locations', async () => {
    const file = parseArticle(Buffer.from(article));
    const read = await readCoding(coding, 'coding.yaml', () => Promise.resolve(undefined), emptyFindings());
    if ('reason' in file || !read) throw new Error('the story of these tests is not whole');
    const [claim, ...claims] = read.coding.claims!;
    // As if a check of the coding had been forgotten.
    const broken = { ...claim, text: ' ' };
    read.locations.set(broken, read.locations.of(claim!), new Map([['text', read.locations.of(claim!, 'text')]]));
    const faulty = { ...read.coding, claims: [broken, ...claims] };
    read.locations.set(faulty, { file: 'coding.yaml', line: 1, column: 1 }, new Map());
    const readText = () => Promise.resolve({ ...file, displayPath: 'first.txt' });
    const built = await buildDataset(faulty, readText, read.locations, emptyFindings());
    expect(built).not.toHaveProperty('dataset');
    expect(built.problems).toEqual([
      expect.objectContaining({
        line: 16,
        column: 11,
        message: expect.stringMatching(/^claims\[0\]\.text should be some text/) as string,
      }),
    ]);
  });

  test('keeps translation, contest and note', async () => {
    const more =
      '    note: plain\n    translation: { text: eingegraben, lang: de, by: SK }\n    contested: { by: the ministry, date: 2021-02-01, note: not so }\n';
    const [statement] = await statementsOf({
      'coding.yaml': `${headOfCoding}statements:\n${one('burrowed inside', more)}`,
    });
    expect(Object.entries(statement!).slice(7)).toEqual([
      ['translation', { text: 'eingegraben', lang: 'de', by: 'SK' }],
      ['contested', { by: 'the ministry', date: '2021-02-01', note: 'not so' }],
      ['note', 'plain'],
    ]);
  });
});

describe('the ids of statements', () => {
  test('are s1, s2 … in order, leaving out those that the editor gave', async () => {
    const text = `${headOfCoding}statements:\n${one('burrowed inside')}${one('the group', '    id: s2\n')}${one('he added')}${one('Talks are over', '    id: mine\n')}`;
    expect((await statementsOf({ 'coding.yaml': text })).map(({ id }) => id)).toEqual(['s1', 's2', 's3', 'mine']);
  });
});

describe('duplicate statements', () => {
  test('are a problem that names the other one', async () => {
    expect(
      await problemsOf({
        'coding.yaml': `${headOfCoding}statements:\n${one('burrowed inside')}${one('“burrowed inside”').replace('“b', 'b').replace('e”', 'e')}`,
      }),
    ).toEqual([
      'coding.yaml:25:5  Duplicate statement: it is already coded at coding.yaml:20.  Delete one of the two.',
    ]);
  });

  test('with another stance are a note', async () => {
    const { notes, problems } = await buildStory({
      'coding.yaml': `${headOfCoding}statements:\n${one('burrowed inside')}${one('burrowed inside').replace('support', 'oppose')}`,
    });
    expect(problems).toEqual([]);
    expect(notes).toContainEqual(
      expect.objectContaining({ line: 25, message: expect.stringContaining('coded as “support”') as string }),
    );
  });
});

describe('the frozen order', () => {
  test('is the editor’s, with a note, if too few cells are filled', async () => {
    const speakers = ['a', 'b', 'c', 'd', 'e'].map((id) => `  - { id: ${id}, name: Speaker }\n`).join('');
    const { dataset, notes } = await buildStory({ 'coding.yaml': changedCoding('claims:\n', `${speakers}claims:\n`) });
    expect(dataset).not.toHaveProperty('order');
    expect(notes.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/keep the editor’s order: 83% of the speaker × claim cells/),
    );
  });

  test('is written where enough are', async () => {
    const { dataset } = await buildStory();
    expect(dataset?.order).toEqual({ speakers: ['minister'], claims: ['home-base', 'partners'] });
  });
});

describe('the same utterance in two sources', () => {
  test('is found and listed with its differences', async () => {
    const text = changedCoding('sources:\n', 'sources:\n  - { id: tac, name: The American Conservative }\n')
      .replace('articles:\n', 'articles:\n  - { id: tac-1, source: tac, file: articles/second.txt }\n')
      .replace(
        'statements:\n',
        'statements:\n  - { article: tac-1, speaker: minister, claim: home-base, stance: support, quote: burrowed deep inside }\n',
      );
    const { dataset } = await buildStory({
      'coding.yaml': text,
      'articles/second.txt': 'It has “burrowed deep inside” the land.',
    });
    expect(dataset?.variants).toEqual([
      { statements: ['s1', 's2'], kind: 'same-utterance', differences: [['deep', '']] },
    ]);
  });
});

test('a quote is found at the right place in an article of ten megabytes', { timeout: 60_000 }, async () => {
  const filler = 'Officials said on Tuesday that the talks — long and slow — would go on and on, in Geneva. ';
  const long = `${filler.repeat(60_000)}\n\n${article}\n${filler.repeat(60_000)}`;
  expect(Buffer.byteLength(long)).toBeGreaterThan(10_000_000);
  const [statement] = await statementsOf({ 'articles/first.txt': long });
  expect(statement?.quote.start).toBe(long.indexOf('burrowed inside'));
});

test('every quote of the newsroom’s three articles could be the words of a statement', async () => {
  // Each sentence of the real articles, quoted as it stands, is found where it stands or reported with all its locations.
  for (const name of ['deutsche-welle', 'the-american-conservative', 'washington-examiner']) {
    const text = readFileSync(new URL(`../../seeds/articles/${name}.txt`, import.meta.url), 'utf8');
    const sentences = [...new Set(text.split(/(?<=[.!?]”?)\s+|\n+/u).map((sentence) => sentence.trim()))].filter(
      (sentence) => sentence.length > 20,
    );
    const statements = sentences.map(
      (sentence, index) =>
        `  - { article: dw-1, claim: home-base, stance: neutral, voice: outlet, id: q${index}, quote: ${JSON.stringify(sentence)} }\n`,
    );
    const { dataset, problems } = await buildStory({
      'coding.yaml': `${headOfCoding}statements:\n${statements.join('')}`,
      'articles/first.txt': text,
    });
    expect(problems.filter(({ message }) => !/matches \d+ places/u.test(message))).toEqual([]);
    for (const { quote } of dataset?.statements ?? [])
      expect(Array.from(text).slice(quote.start, quote.end).join('')).toBe(quote.exact);
  }
});

test('the coding of these tests is whole', async () => {
  expect(await problemsOf({ 'coding.yaml': coding })).toEqual([]);
});

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import dataset from '../../../seeds/dataset.json' with { type: 'json' };
import { CodingFile } from '../../../src/workbench/server/coding-file.js';
import { readArticleText, readStory } from '../../../src/workbench/server/read-story.js';

let folder: string;
let file: CodingFile;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stancekit-'));
  await cp('seeds', folder, { recursive: true });
  file = new CodingFile(join(folder, 'coding.yaml'));
});
afterEach(() => rm(folder, { recursive: true }));

it('holds every statement of the seeds with the place of its quote, and what readers will see', async () => {
  const story = await readStory(file);
  expect(story.dataset).toEqual(dataset);
  expect(story.problems).toEqual([]);
  expect(story.statements.map(({ index }) => index)).toEqual(dataset.statements.map((_, index) => index));
  expect(story.statements.map(({ passages }) => [passages[0]!.start, passages.at(-1)!.end])).toEqual(
    dataset.statements.map(({ quote }) => [quote.start, quote.end]),
  );
  const text = await readArticleText(file, 'dw-1');
  const first = story.statements[0]!;
  const { start, end } = first.passages[0]!;
  expect(
    Array.from(text as string)
      .slice(start, end)
      .join(''),
  ).toBe(dataset.statements[0]!.quote.exact);
});

it('keeps the problems of a statement with it, and goes on with all others', async () => {
  const coding = await readFile(file.path, 'utf8');
  await writeFile(file.path, coding.replace("quote: 'burrowed inside'", "quote: 'burrowed outside'"));
  const { statements, problems, dataset: shown } = await readStory(file);
  expect(shown).toBeUndefined();
  expect(problems).toEqual([]);
  const wrong = statements.filter((statement) => statement.problems.length > 0);
  expect(wrong).toMatchObject([{ quote: 'burrowed outside', passages: [] }]);
  expect(statements.filter(({ passages }) => passages.length === 0)).toHaveLength(1);
});

it('marks the rows of a spreadsheet, which are edited there', async () => {
  const coding = await readFile(file.path, 'utf8');
  await writeFile(
    join(folder, 'more.csv'),
    'article,speaker,claim,stance,quote\ndw-1,pompeo,home-base,support,burrowed inside\n',
  );
  await writeFile(file.path, coding.replace('\nstatements:', '\nstatements-from: more.csv\nstatements:'));
  const { statements } = await readStory(file);
  expect(statements.filter(({ index }) => index === undefined)).toMatchObject([{ quote: 'burrowed inside' }]);
});

it('of a file that is no coding says why', async () => {
  await writeFile(file.path, 'title: [');
  const { problems, statements } = await readStory(file);
  expect(statements).toEqual([]);
  expect(problems.length).toBeGreaterThan(0);
  expect(await readArticleText(file, 'dw-1')).toBeUndefined();
});

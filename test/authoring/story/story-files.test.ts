import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { storyFiles, type NewStory } from '../../../src/authoring/story/story-files.js';
import { buildIn, storyFolder } from '../story-folder.js';

const empty: NewStory = { title: 'Is the bridge safe?', lang: 'en', outlets: [], articles: [] };

interface Coding {
  readonly title: string;
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  readonly articles: readonly Readonly<Record<string, string>>[];
}

const codingOf = (story: NewStory) => parse(storyFiles(story).get('coding.yaml')!) as Coding;
const idsOf = (...outlets: readonly string[]) => codingOf({ ...empty, outlets }).sources.map(({ id }) => id);

describe('the coding of a new story', () => {
  test('looks as if written by hand', () => {
    const article = { outlet: 'The Gazette', text: 'Text.\n' };
    const files = storyFiles({
      ...empty,
      outlets: ['The Gazette', 'Courier: North, South'],
      articles: [
        {
          ...article,
          headline: 'Mayor: ‘I cross it’',
          published: '2026-01-02',
          url: 'https://gazette.example/1',
          lang: 'en',
        },
        article,
      ],
    });
    const fields = files.get('coding.yaml')!.replace(/^ *#.*\n/gmu, '');
    expect(fields).toBe(`
title: Is the bridge safe?
lang: en

sources:
  - { id: the-gazette, name: The Gazette }
  - { id: courier-north-south, name: 'Courier: North, South' }

articles:
  - id: the-gazette-1
    source: the-gazette
    file: articles/the-gazette-1.txt
    headline: 'Mayor: ‘I cross it’'
    published: 2026-01-02
    url: https://gazette.example/1
    lang: en
  - id: the-gazette-2
    source: the-gazette
    file: articles/the-gazette-2.txt

speakers: []

claims: []

statements: []
`);
    expect([...files.keys()]).toEqual(['articles/the-gazette-1.txt', 'articles/the-gazette-2.txt', 'coding.yaml']);
    expect(files.get('articles/the-gazette-2.txt')).toBe('Text.\n');
  });

  test('has examples in its comments that are valid', async () => {
    const files = new Map(
      storyFiles({
        ...empty,
        outlets: ['Gazette'],
        articles: [{ outlet: 'Gazette', text: '“I cross it every day”\n' }],
      }),
    );
    const withExamples = files
      .get('coding.yaml')!
      .replace(/^# (description|coded):/gmu, '$1:')
      .replace(/^(?:speakers|claims|statements): \[\]\n/gmu, '')
      .replace(/^# (Who is quoted|What they disagree about|Who takes)[^\n]*\n(?=# {3}-)/gmu, (_, start: string) =>
        start === 'Who is quoted' ? 'speakers:\n' : start === 'Who takes' ? 'statements:\n' : 'claims:\n',
      )
      .replace(/^# {3}(?=[- ])/gmu, '  ');
    const folder = await storyFolder({ ...Object.fromEntries(files), 'coding.yaml': withExamples });
    const { dataset, problems } = await buildIn(folder);
    expect(problems).toEqual([]);
    expect(dataset).toMatchObject({
      speakers: [{ id: 'mayor' }],
      claims: [{ id: 'safe' }],
      statements: [{ id: 's1' }],
    });
  });

  test('has every text as given, whatever is in it', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((each) => each.trim() === each && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(each));
    fc.assert(
      fc.property(text, fc.uniqueArray(text, { selector: (name) => name }), (title, outlets) => {
        const articles = outlets.map((outlet) => ({ outlet, text: 'Text.\n', headline: title }));
        const coding = codingOf({ ...empty, title, outlets, articles });
        expect(coding.title).toBe(title);
        expect(coding.sources.map(({ name }) => name)).toEqual(outlets);
        expect(coding.articles.map(({ headline }) => headline)).toEqual(outlets.map(() => title));
      }),
    );
  });
});

test('the id of an outlet is a short ASCII form of its name, and unique', () => {
  expect(idsOf('Süddeutsche Zeitung', 'Le Monde', 'Łódź & Ærø', '../../etc/passwd', 'BBC')).toEqual([
    'suddeutsche-zeitung',
    'le-monde',
    'lodz-aero',
    'etc-passwd',
    'bbc',
  ]);
  expect(idsOf('الجزيرة', '新华社', 'A', 'Á', 'a-2')).toEqual(['outlet', 'outlet-2', 'a', 'a-2', 'a-2-2']);
  for (const id of idsOf(`${'Very '.repeat(20)}long`, '--', 'x.y')) expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/u);
});

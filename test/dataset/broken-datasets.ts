import type { DatasetJson } from '../../src/dataset/dataset.js';
import { storyJson } from './small-story.js';
import { splitOf } from './split-story.js';

/** Returns a fresh story with something in every optional field: two sources, groups, a link, an order, quote offsets … */
export function wholeStory(): object {
  const json = storyJson([
    ['daily', 'ann', 'tax', 'support'],
    ['herald', 'bob', 'tax', 'oppose'],
    ['herald', '', 'war', 'neutral'],
  ]);
  return structuredClone({
    ...json,
    description: 'What they say.',
    coded: { date: '2026-11-20', by: ['AB'], method: 'By hand.' },
    sources: json.sources.map((source) => ({ ...source, short: source.id, url: `https://${source.id}.example/` })),
    articles: json.articles.map((article) => ({ ...article, length: 1000, sha256: '0'.repeat(64), lang: 'en-GB' })),
    groups: [{ id: 'gov', name: 'Government' }],
    speakers: json.speakers.map((speaker) => ({ ...speaker, kind: 'person', group: 'gov' })),
    statements: json.statements.map((statement, index) => ({
      ...statement,
      quote: { exact: '🤔 so', prefix: 'He said ', suffix: '.', start: index * 10, end: index * 10 + 4 },
    })),
    order: { speakers: ['bob', 'ann'], claims: ['war', 'tax'] },
    variants: [{ statements: ['s1', 's2'], kind: 'same-utterance', differences: [['', 'so']] }],
    corrections: [{ date: '2026-11-21', text: 'A name was misspelt.' }],
  });
}

/** Returns the overview of the same story, split. */
export function splitStory(): object {
  return structuredClone(splitOf(wholeStory() as DatasetJson).overview);
}

/** Returns the story with the field at a path (`statements[0].stance`) set; undefined deletes it. */
export function storyWith(path: string, value: unknown, json = wholeStory()): object {
  const names = path.split(/[.[\]]+/).filter(Boolean);
  const last = names.pop()!;
  const parent = names.reduce((at, name) => at[name] as Record<string, unknown>, json as Record<string, unknown>);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return json;
}

/** A field, its wrong value, and the path and message of the problem. */
export type Fault = readonly [set: string, value: unknown, path: string, message: RegExp];

/** Errors in shape, which both the JSON Schema and `readDataset` reject. */
export const shapeFaults: readonly Fault[] = [
  ['version', 0, 'version', /should be 1, but is 0/],
  ['version', '1', 'version', /should be 1, but is “1”/],
  ['version', '2', 'version', /should be 1, but is “2”/],
  ['version', undefined, 'version', /is missing/],
  ['title', undefined, 'title', /is missing/],
  ['title', ' \n', 'title', /should be some text/],
  ['title', { toString: 'x' }, 'title', /should be text, but is an object/],
  ['title', { _$litType$: 1, strings: [] }, 'title', /should be text/],
  ['lang', 'english please', 'lang', /language tag/],
  ['sources', undefined, 'sources', /is missing/],
  ['sources', {}, 'sources', /should be a list, but is an object/],
  ['sources[0]', null, 'sources[0]', /should be an object, but is null/],
  ['sources[0]', [], 'sources[0]', /should be an object, but is a list/],
  ['sources[0].id', 'The Daily', 'sources[0].id', /should be an id .* but is “The Daily”/],
  ['sources[0].id', '', 'sources[0].id', /but is empty/],
  ['sources[0].id', '../../etc/passwd', 'sources[0].id', /should be an id/],
  ['sources[0].id', '__proto__', 'sources[0].id', /should be an id/],
  ['sources[0].url', 'javascript:alert(1)', 'sources[0].url', /web address/],
  ['sources[0].url', 'java\nscript:alert(1)', 'sources[0].url', /web address/],
  ['sources[0].url', '\u0001javascript:alert(1)', 'sources[0].url', /web address/],
  ['sources[0].url', 'data:text/html,<script>', 'sources[0].url', /web address/],
  ['sources[0].url', 'https://user:secret@daily.example/', 'sources[0].url', /web address/],
  ['sources[0].url', 'https://daily.example/a b', 'sources[0].url', /web address/],
  ['sources[0].url', 'https:///nowhere', 'sources[0].url', /web address/],
  ['sources[0].url', 'https://[daily]/', 'sources[0].url', /web address/],
  ['sources[0].url', '/relative', 'sources[0].url', /web address/],
  ['articles[0].published', '2021-02-29', 'articles[0].published', /calendar date/],
  ['articles[0].published', '12.1.2021', 'articles[0].published', /calendar date/],
  ['articles[0].published', '2021-1-2', 'articles[0].published', /calendar date/],
  ['articles[0].sha256', 'abc', 'articles[0].sha256', /SHA-256/],
  ['articles[0].length', -1, 'articles[0].length', /whole number/],
  ['articles[0].length', 1.5, 'articles[0].length', /whole number/],
  ['articles[0].length', '12', 'articles[0].length', /whole number.* is “12”/],
  ['speakers[0].kind', 'robot', 'speakers[0].kind', /one of person, group, organisation, but is “robot”/],
  ['claims[0].text', 5, 'claims[0].text', /should be text, but is 5/],
  ['statements[1].stance', 'maybe', 'statements[1].stance', /one of support, oppose, neutral, but is “maybe”/],
  ['statements[1].voice', 'Quoted', 'statements[1].voice', /one of quoted, reported, outlet/],
  ['statements[1].quote', 'words', 'statements[1].quote', /should be an object, but is “words”/],
  ['statements[1].quote.exact', '', 'statements[1].quote.exact', /should be some text, but is empty/],
  ['statements[1].quote.start', true, 'statements[1].quote.start', /whole number.* is true/],
  ['statements[0].translation', { text: 'So.' }, 'statements[0].translation.lang', /is missing/],
  ['statements[0].contested', { note: 'No.' }, 'statements[0].contested.by', /is missing/],
  ['order.speakers', 'ann bob', 'order.speakers', /should be a list/],
  ['variants[0].kind', 'paraphrase', 'variants[0].kind', /one of same-utterance/],
  ['variants[0].differences[0]', ['one'], 'variants[0].differences[0]', /exactly two entries, but has 1/],
  ['variants[0].differences[0]', ['a', 'b', 'c'], 'variants[0].differences[0]', /exactly two entries, but has 3/],
  ['variants[0].statements', ['s1'], 'variants[0].statements', /at least two entries, but has 1/],
  ['corrections[0].date', 'yesterday', 'corrections[0].date', /calendar date/],
];

/** Semantic errors, which only `readDataset` rejects. */
export const semanticFaults: readonly Fault[] = [
  ['sources[1].id', 'daily', 'sources[1].id', /“daily” is already used at sources\[0\]/],
  ['statements[2].id', 's1', 'statements[2].id', /“s1” is already used at statements\[0\]/],
  ['articles[0].source', 'gazette', 'articles[0].source', /no source with the id “gazette”/],
  ['speakers[0].group', 'ann', 'speakers[0].group', /no group with the id “ann”/],
  ['statements[0].speaker', 'constructor', 'statements[0].speaker', /no speaker with the id “constructor”/],
  ['statements[0].claim', 'peace', 'statements[0].claim', /no claim with the id “peace”/],
  ['statements[0].article', 'daily-2', 'statements[0].article', /no article with the id “daily-2”/],
  ['statements[0].speaker', undefined, 'statements[0].speaker', /is missing: a quoted statement needs a speaker/],
  ['statements[2].speaker', 'ann', 'statements[2].speaker', /a statement in the outlet’s own words has no speaker/],
  ['statements[0].quote.end', undefined, 'statements[0].quote', /both start and end, or neither/],
  [
    'statements[0].quote.end',
    5,
    'statements[0].quote',
    /should be 5 characters long \(from 0 to 5\), but its text has 4/,
  ],
  [
    'statements[1].quote.end',
    15,
    'statements[1].quote',
    /should be 5 characters long \(from 10 to 15\), but its text has 4/,
  ],
  ['statements[1].quote.start', undefined, 'statements[1].quote', /both start and end, or neither/],
  ['articles[0].length', 3, 'statements[0].quote.end', /is 4, but the article has only 3/],
  ['statements[0].quote.fragments', [{ start: 0, end: 9 }], 'statements[0].quote.fragments[0]', /within the quote/],
  [
    'statements[0].quote.fragments',
    [{ start: 0, end: 2 }],
    'statements[0].quote.fragments',
    /begin where the quote begins and end where it ends/,
  ],
  // Before the quote, after its start, and empty.
  ...[
    { start: 9, end: 14 },
    { start: 11, end: 14 },
    { start: 10, end: 10 },
  ].map((fragment): Fault => [
    'statements[1].quote.fragments',
    [fragment],
    'statements[1].quote.fragments[0]',
    /should lie within the quote, after the previous fragment/,
  ]),
  [
    'statements[1].quote.fragments',
    [
      { start: 10, end: 12 },
      { start: 11, end: 14 },
    ],
    'statements[1].quote.fragments[1]',
    /should lie within the quote, after the previous fragment/,
  ],
  ['sources[0].url', 'https://daily.example:99999/', 'sources[0].url', /web address/],
  ['order.speakers', ['ann', 'ann'], 'order.speakers[1]', /“ann” is already used at order\.speakers\[0\]/],
  ['order.claims', ['tax', 'peace'], 'order.claims[1]', /no claim with the id “peace”/],
  ['variants[0].statements', ['s1', 's9'], 'variants[0].statements[1]', /no statement with the id “s9”/],
  ['title', 'half \ud800 a character', 'title', /half of a character/],
];

/** Errors in the shape of a split story. */
export const splitShapeFaults: readonly Fault[] = [
  ['split', [], 'split', /should be an object, but is a list/],
  ['split.statements', undefined, 'split.statements', /is missing/],
  ['split.statements', -1, 'split.statements', /whole number/],
  ['split.articles', '2', 'split.articles', /whole number.* is “2”/],
  ['split.folder', undefined, 'split.folder', /is missing/],
  ...[
    '',
    'evidence',
    '/evidence/',
    '//elsewhere.example/',
    '../evidence/',
    'story/../../evidence/',
    './',
    'a//b/',
    '.hidden/',
    'https://elsewhere.example/',
    'javascript:alert(1)/',
    '\\evidence/',
    '%2e%2e/',
    'a%2f..%2fb/',
    'evidence?/',
    'evidence#/',
    ' evidence/',
    '\tevidence/',
    'evid\nence/',
  ].map((folder): Fault => [
    'split.folder',
    folder,
    'split.folder',
    /should be a folder below that of the dataset, ending with a slash/,
  ]),
  ['split.evidence', undefined, 'split.evidence', /is missing/],
  ['split.evidence', ['tax'], 'split.evidence', /should be an object, but is a list/],
  ['split.evidence.tax', 'abc', 'split.evidence.tax', /SHA-256/],
  ['split.evidence.tax', 'AB'.repeat(32), 'split.evidence.tax', /SHA-256/],
  ['split.evidence.tax', null, 'split.evidence.tax', /should be text, but is null/],
  ['split.positions', undefined, 'split.positions', /is missing/],
  ['split.positions', 'so', 'split.positions', /should be an object, but is “so”/],
  ['split.positions.tax', 'so', 'split.positions.tax', /should be an object, but is “so”/],
  ['split.positions.tax.daily', 7, 'split.positions.tax.daily', /should be text, but is 7/],
];

/** Semantic errors in a split story. */
export const splitSemanticFaults: readonly Fault[] = [
  ['split.evidence.peace', 'ab'.repeat(32), 'split.evidence.peace', /no claim with the id “peace”/],
  ['split.evidence.constructor', 'ab'.repeat(32), 'split.evidence.constructor', /no claim .* “constructor”/],
  ['split.positions.peace', {}, 'split.positions.peace', /no claim with the id “peace”/],
  ['split.positions.tax.gazette', 's', 'split.positions.tax.gazette', /no source with the id “gazette”/],
  ['split.positions.tax.ann', 's', 'split.positions.tax.ann', /no source with the id “ann”/],
  ['split.evidence.tax', undefined, 'split.positions.tax', /has no evidence in split\.evidence/],
  ['split.positions.tax.daily', 'sx', 'split.positions.tax.daily', /has an invalid code at “x”/],
  ['split.positions.tax.daily', `s${'x'.repeat(40)}`, 'split.positions.tax.daily', /at “x{20}”\.$/],
  ['split.positions.tax.daily', '(0,0,0)', 'split.positions.tax.daily', /invalid code at “\(0,0,0\)”/],
  [
    'split.positions.tax.daily',
    's'.repeat(3),
    'split.positions.tax.daily',
    /has codes for 3 speakers, but there are only 2/,
  ],
  ['split.positions.tax.daily', '3.', 'split.positions.tax.daily', /has codes for 3 speakers, but there are only 2/],
  ['split.positions.tax.daily', 's\ud800', 'split.positions.tax.daily', /half of a character/],
];

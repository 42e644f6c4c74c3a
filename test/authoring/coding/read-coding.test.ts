import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDataset } from '../../../src/authoring/build-dataset.js';
import { emptyFindings } from '../../../src/authoring/problem.js';
import { parseArticle } from '../../../src/authoring/files/read-article.js';
import { readCoding } from '../../../src/authoring/coding/read-coding.js';
import { readYaml } from '../../../src/authoring/coding/yaml-tree.js';
import {
  article,
  buildStory,
  changedCoding,
  coding,
  headOfCoding,
  problemsOf,
  problemsWith,
  statementsOf,
} from '../story-folder.js';

describe('a coding without a fault', () => {
  test('has no problem and becomes a dataset', async () => {
    const { dataset, problems } = await buildStory();
    expect(problems).toEqual([]);
    expect(dataset?.statements).toHaveLength(2);
  });

  test('is the same with a byte order mark and with Windows line ends', async () => {
    const plain = await buildStory();
    const windows = await buildStory({ 'coding.yaml': `\ufeff${coding.replaceAll('\n', '\r\n')}` });
    expect(windows.dataset).toEqual(plain.dataset);
  });

  test('may call things no, null and 2021: every plain value is text', async () => {
    const { dataset } = await buildStory({ 'coding.yaml': changedCoding('Deutsche Welle', 'no\n    short: 2021') });
    expect(dataset?.sources).toEqual([{ id: 'dw', name: 'no', short: '2021' }]);
  });

  test('may leave values empty: they count as left out', async () => {
    const { dataset } = await buildStory({
      'coding.yaml': changedCoding('Deutsche Welle', 'Deutsche Welle\n    short:\n    url: ""'),
    });
    expect(dataset?.sources).toEqual([{ id: 'dw', name: 'Deutsche Welle' }]);
  });

  test('may reuse a value by its anchor', async () => {
    const text = changedCoding('The group has a new home base.', '&words They are there.').replace(
      'They are partners.',
      '*words',
    );
    const { dataset } = await buildStory({ 'coding.yaml': text });
    expect(dataset?.claims.map((claim) => claim.text)).toEqual(['They are there.', 'They are there.']);
  });
});

describe('each problem is named at its own line and column', () => {
  test.each([
    [
      'a missing title',
      'title: Who says what',
      'description: x',
      /^coding\.yaml:1:1 {2}“title” is missing from this coding\. {2}Write/,
    ],
    ['a missing name', '    name: Deutsche Welle\n', '', /^coding\.yaml:4:5 {2}“name” is missing from this source\./],
    ['a name without a value', 'Deutsche Welle', '', /^coding\.yaml:5:5 {2}“name” has no value\./],
    [
      'a mistyped field',
      'name: Deutsche Welle',
      'name: DW\n    shrot: DW',
      /^coding\.yaml:6:5 {2}Unknown field “shrot” in this source\. {2}Did you mean “short”\?$/,
    ],
    [
      'an unknown field',
      'name: Deutsche Welle',
      'name: DW\n    colour: red',
      /^coding\.yaml:6:5 .*“colour” in this source\. {2}Fields of a source: id, name, short, url\.$/,
    ],
    [
      'an unknown field of an article',
      'source: dw\n    file',
      'source: dw\n    colour: red\n    file',
      /^coding\.yaml:9:5 .*“colour” in this article\. {2}Fields of an article: id, source, headline/,
    ],
    [
      'an article that does not exist',
      '  - article: dw-1\n    speaker: minister\n    claim: home-base',
      '  - article: examiner\n    speaker: minister\n    claim: home-base',
      /^coding\.yaml:20:14 {2}There is no article with the id “examiner”\. {2}Add an article with this id/,
    ],
    [
      'a comma in a value between braces',
      '- id: minister\n    name: The minister',
      '- { id: minister, name: Minister of health, public health office }',
      /^coding\.yaml:12:47 {2}The comma ends the value of “name”: “public health office” is not part of it\. {2}Put the whole value in quotation marks: name: "…, public health office"\.$/,
    ],
    [
      'a comma before the name of a field',
      '- id: minister\n    name: The minister',
      '- { id: minister, name: A minister, role }',
      /^coding\.yaml:12:39 {2}The comma ends the value of “name”: “role” is not part of it\./,
    ],
    [
      'a comma and a colon in a value between braces',
      '- id: minister\n    name: The minister',
      '- { id: minister, name: Minister, the one: him }',
      /^coding\.yaml:12:37 {2}Unknown field “the one” in this speaker\. {2}If a comma ended “name” by mistake, put that value in quotation marks\.$/,
    ],
    [
      'an id with a capital',
      'id: home-base',
      'id: Home Base',
      /^coding\.yaml:15:9 {2}“id” should be an id of lower-case letters.*but is “Home Base”/,
    ],
    ['an id that looks like a path', 'id: home-base', 'id: ../home', /^coding\.yaml:15:9 {2}“id” should be an id/],
    [
      'a link that runs code',
      'name: Deutsche Welle',
      'name: DW\n    url: "javascript:alert(1)"',
      /^coding\.yaml:6:10 {2}“url” should be a web address.*Copy the address/,
    ],
    [
      'a link with a password',
      'name: Deutsche Welle',
      'name: DW\n    url: https://me:secret@dw.com/',
      /^coding\.yaml:6:10 {2}“url” should be a web address/,
    ],
    [
      'a link with a line break in it',
      'name: Deutsche Welle',
      'name: DW\n    url: "https://dw.com/\\nx"',
      /^coding\.yaml:6:10 {2}“url” should be/,
    ],
    [
      'a day that the calendar lacks',
      '2021-01-12',
      '2021-02-29',
      /^coding\.yaml:10:16 {2}“published” should be a calendar date.*2021-02-29/,
    ],
    [
      'a date in words',
      '2021-01-12',
      '12 January 2021',
      /^coding\.yaml:10:16 {2}“published” should be a calendar date/,
    ],
    [
      'a language that is none',
      'lang: en',
      'lang: english please',
      /^coding\.yaml:2:7 {2}“lang” should be a language tag/,
    ],
    [
      'a kind that is none',
      'name: The minister',
      'name: The minister\n    kind: organization',
      /^coding\.yaml:14:11 .* {2}Did you mean “organisation”\?$/,
    ],
    [
      'a list instead of text',
      'name: Deutsche Welle',
      'name: [Deutsche, Welle]',
      /^coding\.yaml:5:11 {2}“name” should be text, but is a list\./,
    ],
    [
      'text instead of a list',
      '  - id: dw\n    name: Deutsche Welle\n',
      '  dw\n',
      /^coding\.yaml:4:3 {2}“sources” should be a list\./,
    ],
    [
      'an unknown source',
      'source: dw',
      'source: dv',
      /^coding\.yaml:8:13 {2}There is no source with the id “dv”\. {2}Did you mean “dw”\?$/,
    ],
    [
      'an unknown claim',
      'claim: home-base',
      'claim: weather',
      /^coding\.yaml:22:12 {2}There is no claim with the id “weather”\. {2}Add a claim/,
    ],
    ['a cut character', 'Deutsche Welle', '"\\ud83d"', /^coding\.yaml:5:11 {2}“name” (contains half|should)/],
  ])('%s', async (_, passage, replacement, expected) => {
    const problems = await problemsWith(passage, replacement);
    expect(problems[0]).toMatch(expected);
  });

  test('an unknown stance, with the one probably meant', async () => {
    const text = coding.replace('stance: support', 'stance: suport');
    expect(await problemsOf({ 'coding.yaml': text })).toEqual([
      'coding.yaml:23:13  “stance” should be one of support, oppose, neutral, but is “suport”.  Did you mean “support”?',
    ]);
  });

  test('a duplicate id, with the location of the first', async () => {
    const problems = await problemsWith('  - id: partners', '  - id: home-base');
    expect(problems).toContain(
      'coding.yaml:17:9  Duplicate id “home-base”: another claim has it at coding.yaml:15.  Change one of the two ids.',
    );
  });

  test('a duplicate field', async () => {
    expect(await problemsWith('name: Deutsche Welle', 'name: DW\n    name: Deutsche Welle')).toEqual([
      'coding.yaml:6:5  Duplicate field “name”.  Delete one of the two.',
    ]);
  });

  test('a duplicate field, also if its name is in quotation marks', async () => {
    expect(await problemsWith('name: Deutsche Welle', 'name: DW\n    "name": Deutsche Welle')).toEqual([
      'coding.yaml:6:5  Duplicate field “name”.  Delete one of the two.',
    ]);
  });

  test('two articles from one file', async () => {
    const second = '    published: 2021-01-12\n  - id: dw-2\n    source: dw\n    file: articles/first.txt\n';
    expect((await problemsWith('    published: 2021-01-12\n', second))[0]).toMatch(
      /^coding\.yaml:13:11 {2}The file “articles\/first\.txt” is already the text of the article “dw-1”/,
    );
  });

  test('a coding without statements', async () => {
    expect(await problemsOf({ 'coding.yaml': headOfCoding })).toEqual([
      expect.stringMatching(/“statements” is missing from this coding\. {2}Write/),
    ]);
  });

  test('all of them in one run, in the order of the file', async () => {
    const text = coding
      .replace('lang: en', 'lang: e n')
      .replace('source: dw', 'source: nobody')
      .replace('stance: support', 'stance: maybe')
      .replace('They are partners in terrorism', 'They were partners in terror');
    const problems = await problemsOf({ 'coding.yaml': text });
    expect(problems.map((problem) => problem.split('  ')[0])).toEqual([
      'coding.yaml:2:7',
      'coding.yaml:8:13',
      'coding.yaml:23:13',
      'coding.yaml:29:12',
    ]);
  });
});

describe('voice and speaker', () => {
  test('the outlet’s own words have no speaker', async () => {
    const problems = await problemsWith('quote: burrowed inside', 'voice: outlet\n    quote: burrowed inside');
    expect(problems).toEqual([
      expect.stringMatching(/^coding\.yaml:21:14 {2}A statement with the voice “outlet” cannot have a speaker/),
    ]);
  });

  test('quoted words have a speaker', async () => {
    const text = coding.replace('    speaker: minister\n', '    voice: quoted\n');
    expect(await problemsOf({ 'coding.yaml': text })).toEqual([
      expect.stringMatching(/^coding\.yaml:21:12 {2}A statement with the voice “quoted” needs a speaker/),
    ]);
  });

  test('without speaker and voice, words outside quotation marks are the outlet’s own', async () => {
    const text = coding.replace('    speaker: minister\n', '').replace('burrowed inside', 'Talks are over');
    const [statement] = await statementsOf({ 'coding.yaml': text });
    expect(statement).toMatchObject({ voice: 'outlet' });
    expect(statement).not.toHaveProperty('speaker');
  });
});

describe('invalid YAML', () => {
  test.each([
    [
      'a colon within a value',
      'Deutsche Welle',
      'Pompeo: he said',
      /^coding\.yaml:5:\d+ {2}The value contains a colon followed by a space.*quotation marks\.$/,
    ],
    ['a tab as indentation', '    name: Deutsche Welle', '\tname: DW', /tab\. {2}Indent with spaces\.$/],
    [
      'a value that goes on after its quotation mark',
      'Deutsche Welle',
      '"Deutsche" Welle',
      /^coding\.yaml:5:\d+ .*whole value in quotation marks/,
    ],
    ['a value that begins with a reserved character', 'Deutsche Welle', '@dw', /cannot start with this character/],
    [
      'a value that begins with an exclamation mark',
      'Deutsche Welle',
      '!important DW',
      /cannot start with an exclamation mark/,
    ],
    [
      'an alias without an anchor',
      'Deutsche Welle',
      '*nobody',
      /^coding\.yaml:5:11 {2}There is no anchor &nobody before this alias/,
    ],
    ['a second document', 'claims:', '---\nclaims:', /second document/],
  ])('%s', async (_, passage, replacement, expected) => {
    expect((await problemsWith(passage, replacement))[0]).toMatch(expected);
  });

  test('several errors are reported together', async () => {
    const text = coding
      .replace('Deutsche Welle', '"Deutsche" Welle')
      .replace('The minister', '@minister')
      .replace('They are partners.', 'They: are: partners');
    const lines = (await problemsOf({ 'coding.yaml': text })).map((problem) => problem.split(':')[1]);
    expect(lines).toEqual(expect.arrayContaining(['5', '13', '18']));
  });

  test('an empty file', async () => {
    expect(await problemsOf({ 'coding.yaml': '' })).toEqual([
      expect.stringMatching(/^coding\.yaml:1:1 {2}The file is empty/),
    ]);
    expect(await problemsOf({ 'coding.yaml': '# only a remark\n' })).toEqual([
      expect.stringMatching(/The file is empty/),
    ]);
  });

  test('a text that is not a coding', async () => {
    expect(await problemsOf({ 'coding.yaml': 'just words\n' })).toEqual([
      expect.stringMatching(/^coding\.yaml:1:1 {2}This coding should have fields \(title, description, lang, …\)/),
    ]);
    expect(await problemsOf({ 'coding.yaml': '- a\n- b\n' })).toEqual([expect.stringMatching(/should have fields/)]);
  });

  const levels = (count: number, level: string): string =>
    Array.from({ length: count }, (_, depth) => ' '.repeat(depth) + level).join('');
  test.each([
    ['20,000 brackets', '['.repeat(20_000)],
    ['20,000 hyphens', '- '.repeat(20_000)],
    ['1,000 fields', levels(1000, 'a:\n')],
    [
      '1,000 fields with ever shorter names',
      Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}${'a'.repeat(1000 - depth)}:\n`).join(''),
    ],
    ['1,000 lists', levels(1000, '-\n')],
    [
      '200 lists, ten on a line',
      Array.from({ length: 20 }, (_, depth) => `${' '.repeat(20 * depth)}${'- '.repeat(10)}\n`).join(''),
    ],
    ['1,000 fields after a bracket that is not closed', `title: [\n${levels(1000, 'a:\n')}`],
  ])('%s, one within the other', async (_, text) => {
    expect(await problemsOf({ 'coding.yaml': text })).toContainEqual(
      'coding.yaml:1:1  Lists or brackets are nested too deeply for a coding.  Check that this is the right file.',
    );
  });

  test('a text that is indented more from line to line is not nested', async () => {
    const { problems } = await buildStory({
      'coding.yaml': changedCoding('title: Who says what', `title: |\n  Who${levels(300, 'says\n ')} what`),
    });
    expect(problems).toEqual([]);
  });

  test('aliases that would expand to a billion values are not copied', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array.from({ length: 10 }, () => `*l${level}`).join(', ')}]`,
    );
    const problems = await problemsOf({ 'coding.yaml': `l0: &l0 lol\n${levels.join('\n')}\n${coding}` });
    expect(problems[0]).toMatch(/Unknown field “l0” in this coding/);
  });

  test('aliases to aliases, 20,000 of them', async () => {
    const sources = Array.from({ length: 20_000 }, (_, at) => `  - &a${at + 1} [*a${at}]\n`).join('');
    // So long that the statements are parsed in parts.
    const long = `  - { note: ${'x'.repeat(1_000_000)} }\n  - *a20000\n`;
    const problems = await problemsOf({ 'coding.yaml': `sources:\n  - &a0 [x]\n${sources}statements:\n${long}` });
    expect(problems).toContainEqual(
      expect.stringMatching(/^coding\.yaml:\d+:\d+ {2}This statement should have fields/),
    );
  });

  test('100,000 fields, which would take minutes if each were compared with all others', () => {
    const text = Array.from({ length: 100_000 }, (_, index) => `key${index}: x\n`).join('');
    const findings = emptyFindings();
    const tree = readYaml(`${text}key0: again\n`, 'coding.yaml', findings);
    expect(tree?.kind === 'object' && tree.fields).toHaveLength(100_001);
    expect(findings.problems).toEqual([expect.objectContaining({ line: 100_001, message: 'Duplicate field “key0”.' })]);
  });

  test('an alias inside its own value', async () => {
    expect(await problemsWith('sources:\n', 'sources: &s\n  - *s\n')).toContainEqual(
      expect.stringMatching(/There is no anchor &s before this alias/),
    );
  });

  test('bytes that are not UTF-8, with their offset', async () => {
    const bytes = Buffer.concat([Buffer.from('title: Über '), Buffer.from([0xe4]), Buffer.from(' uns\n')]);
    expect(await problemsOf({ 'coding.yaml': bytes })).toEqual([
      'coding.yaml:1:13  The file is not UTF-8 text: byte 13 (counted from 0) is E4.  Save the file as UTF-8.',
    ]);
  });
});

describe('notes for the editor', () => {
  test.each([
    ['a mark', '\u200e'],
    ['a mark', '\u200f'],
    ['the first embedding', '\u202a'],
    ['an override', '\u202e'],
    ['the first isolate', '\u2066'],
    ['an isolate', '\u2067'],
    ['an isolate', '\u2068'],
    ['the end of an isolate', '\u2069'],
  ])('a name with a bidi control character: %s, %j', async (_, control) => {
    const name = `The ${control}minister`;
    const { notes, dataset } = await buildStory({ 'coding.yaml': changedCoding('The minister', name) });
    expect(notes).toContainEqual(
      expect.objectContaining({
        line: 13,
        column: 11,
        message: expect.stringContaining('changes the text direction') as string,
      }),
    );
    expect(dataset?.speakers[0]?.name).toBe(name);
  });

  test('a value cut short by a number sign', async () => {
    const { notes } = await buildStory({ 'coding.yaml': changedCoding('They are partners.', 'They are partner #1') });
    expect(notes).toContainEqual(
      expect.objectContaining({ line: 18, message: expect.stringContaining('“#1”') as string }),
    );
  });

  test('a claim without statements', async () => {
    const { notes } = await buildStory({
      'coding.yaml': changedCoding('statements:', '  - id: silence\n    text: Nothing.\nstatements:'),
    });
    expect(notes).toContainEqual(
      expect.objectContaining({ line: 19, message: 'The claim “silence” has no statements.' }),
    );
  });
});

test('a list of texts may be a single one', async () => {
  const { dataset } = await buildStory({
    'coding.yaml': changedCoding('lang: en', 'lang: en\ncoded: { date: 2026-11-20, by: SK }'),
  });
  expect(dataset?.coded).toEqual({ date: '2026-11-20', by: ['SK'] });
});

test('whatever is typed into a coding, reading it ends with a dataset or with problems, never with a failure', async () => {
  const file = parseArticle(Buffer.from(article));
  if ('reason' in file) throw new Error(file.reason);
  const typed = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '\n',
      ': ',
      '- ',
      '  ',
      '\t',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '*a',
      '&a ',
      '!x ',
      '? ',
      ': \n',
      '|\n',
      '#',
      '---\n',
      ',',
      '<<: *a',
      '\ud800',
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(coding.length), fc.nat(8), typed), { minLength: 1, maxLength: 4 }),
      async (slips) => {
        const text = slips.reduce(
          (before, [at, dropped, added]) => before.slice(0, at) + added + before.slice(at + dropped),
          coding,
        );
        const findings = emptyFindings();
        const read = await readCoding(text, 'coding.yaml', () => Promise.resolve(undefined), findings);
        if (!read) {
          expect(findings.problems).not.toEqual([]);
          return;
        }
        const readText = () => Promise.resolve({ ...file, displayPath: 'first.txt' });
        const built = await buildDataset(read.coding, readText, read.locations, findings);
        expect(built.dataset !== undefined).toBe(built.problems.length === 0);
      },
    ),
    { numRuns: 1000 },
  );
});

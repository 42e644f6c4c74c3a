import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyFindings } from '../../../src/authoring/problem.js';
import { readStatementsTable } from '../../../src/authoring/coding/statements-table.js';
import { buildStory, headOfCoding, problemsOf, statementsOf } from '../story-folder.js';

const withTable = `${headOfCoding}statements-from: statements.csv\n`;

function tabled(table: string | Uint8Array): Record<string, string | Uint8Array> {
  return { 'coding.yaml': withTable, 'statements.csv': table };
}

const rows = [
  ['article', 'speaker', 'claim', 'stance', 'voice', 'quote', 'note'],
  ['dw-1', 'minister', 'home-base', 'support', '', 'burrowed inside', 'his words'],
  ['dw-1', 'minister', 'partners', 'support', 'quoted', 'They are partners in terrorism', ''],
];

function table(delimiter: string, lineEnd = '\n'): string {
  return rows.map((row) => row.join(delimiter) + lineEnd).join('');
}

describe('a spreadsheet of statements', () => {
  test('does the same job as the YAML', async () => {
    const statements = await statementsOf(tabled(table(',')));
    expect(statements).toEqual(
      (await statementsOf({})).map((statement, index) =>
        index === 0 ? { ...statement, note: 'his words' } : statement,
      ),
    );
  });

  test.each([
    ['semicolons', table(';')],
    ['tabs', table('\t')],
    ['Windows line ends and a byte order mark', `\ufeff${table(',', '\r\n')}`],
    ['a first row with a Windows line end, and rows without', table(',').replace('\n', '\r\n')],
    ['rows with Windows line ends below a first row without', table(',', '\r\n').replace('\r\n', '\n')],
    ['the line ends of old Macs', table(',', '\r')],
    [
      'capitals in the first row, columns in another order, empty rows',
      `Claim,QUOTE, article,speaker,stance\n\nhome-base,burrowed inside,dw-1,minister,support\n,,,,\npartners,They are partners in terrorism,dw-1,minister,support,,\n`,
    ],
  ])('may have %s', async (_, text) => {
    expect((await statementsOf(tabled(text))).map(({ quote }) => quote.exact)).toEqual([
      'burrowed inside',
      'They are partners in terrorism',
    ]);
  });

  test('may hold commas, quotation marks and line breaks in a cell', async () => {
    const text =
      'article,speaker,claim,stance,voice,quote,note\ndw-1,minister,partners,support,reported,"terrorism,” the\r\nminister told","said ""so"", twice"\n';
    const [statement] = await statementsOf(tabled(text));
    expect(statement).toMatchObject({ quote: { exact: 'terrorism,” the minister told' }, note: 'said "so", twice' });
  });

  test('is appended after the statements of the YAML, and several are in their order', async () => {
    const yaml = `${headOfCoding}statements:\n  - { article: dw-1, speaker: minister, claim: home-base, stance: support, quote: burrowed inside }\nstatements-from: [b.csv, a.csv]\n`;
    const header = 'article,speaker,claim,stance,voice,quote\n';
    const statements = await statementsOf({
      'coding.yaml': yaml,
      'a.csv': `${header}dw-1,,partners,oppose,,Critics disagree\n`,
      'b.csv': `${header}dw-1,minister,partners,support,,They are partners\n`,
    });
    expect(statements.map(({ id, quote }) => [id, quote.exact])).toEqual([
      ['s1', 'burrowed inside'],
      ['s2', 'They are partners'],
      ['s3', 'Critics disagree'],
    ]);
  });
});

describe('problems of a spreadsheet name its file, line and column', () => {
  test.each([
    [
      'an unknown stance',
      table(',').replace('home-base,support', 'home-base,pro'),
      /^statements\.csv:2:25 {2}“stance” should be one of/,
    ],
    [
      'an unknown speaker',
      table(',').replace('dw-1,minister,partners', 'dw-1,ministre,partners'),
      /^statements\.csv:3:6 {2}There is no speaker with the id “ministre”\. {2}Did you mean “minister”\?/,
    ],
    [
      'a quote that is not in the article',
      table(',').replace('burrowed inside', 'burrowed outside'),
      /^statements\.csv:2:34 {2}The quote was not found in articles\/first\.txt/,
    ],
    [
      'a cell that is missing',
      table(',').replace('burrowed inside', ''),
      /^statements\.csv:2:1 {2}“quote” is missing from this statement/,
    ],
    [
      'a comma that splits a quote',
      table(',').replace('burrowed inside', 'burrowed, inside, x'),
      /^statements\.csv:2:51 {2}The cell “x” is in a column without a name/,
    ],
    [
      'an unknown column',
      table(',').replace('speaker', 'speeker'),
      /^statements\.csv:1:9 {2}Unknown column “speeker”\. {2}Did you mean “speaker”\?/,
    ],
    ['a duplicate column', table(',').replace('note', 'quote'), /^statements\.csv:1:42 {2}Duplicate column “quote”/],
    ['a missing column', table(',').replace('stance', ''), /^statements\.csv:1:1 {2}Missing column “stance”/],
    [
      'a quotation mark that is never closed',
      `${table(',')}dw-1,minister,partners,support,,"They\n`,
      /^statements\.csv:4:1 {2}A cell starts with a double quotation mark that is never closed/,
    ],
    [
      'a quotation mark in the middle',
      `${table(',')}dw-1,minister,partners,support,,"They" are\n`,
      /^statements\.csv:4:1 {2}The cell continues after a closing double quotation mark/,
    ],
    ['an empty spreadsheet', '', /^statements\.csv:1:1 {2}The spreadsheet is empty/],
  ])('%s', async (_, text, expected) => {
    expect((await problemsOf(tabled(text)))[0]).toMatch(expected);
  });

  test('a mistake below a first row with another line end', async () => {
    const text = table(',').replace('\n', '\r\n').replace('partners,support', 'partners,pro');
    expect(await problemsOf(tabled(text))).toEqual([
      expect.stringMatching(/^statements\.csv:3:24 {2}“stance” should be one of/),
    ]);
    expect((await problemsOf(tabled(`${text}dw-1,minister,partners,support,,"They\n`)))[0]).toMatch(
      /^statements\.csv:4:1 {2}A cell starts with a double quotation mark that is never closed/,
    );
  });

  test('a cell after one with line breaks and emoji is placed right', async () => {
    const text =
      'article,speaker,quote,claim,stance\ndw-1,minister,"burrowed\ninside",home-base,support\ndw-1,minister,"🤔 ""x""",home-base,pro\n';
    const problems = await problemsOf(tabled(text));
    expect(problems).toContainEqual(expect.stringMatching(/^statements\.csv:4:35 {2}“stance”/));
  });

  test('a spreadsheet that is not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(table(',')), Buffer.from([0xff])]);
    expect((await problemsOf(tabled(bytes)))[0]).toMatch(
      /^statements\.csv:4:1 {2}The file is not UTF-8 text: byte \d+/,
    );
  });

  test('a spreadsheet that does not exist, at the place where it is named', async () => {
    const { problems } = await buildStory({ 'coding.yaml': withTable });
    expect(problems[0]).toMatchObject({
      file: 'coding.yaml',
      line: 19,
      column: 18,
      message: 'The spreadsheet “statements.csv” does not exist.',
    });
  });

  test('a spreadsheet outside the folder', async () => {
    const { problems } = await buildStory({ 'coding.yaml': withTable.replace('statements.csv', '../statements.csv') });
    expect(problems[0]?.message).toBe('The spreadsheet “../statements.csv” is outside the folder of the coding.');
  });
});

test('every cell is read as it was written and placed where it stands, whatever it holds', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '🤔', '"', ',', '\n', '\r\n', 'é', ' ', ';'), maxLength: 6 });
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.tuple(cell, cell, cell), lineEnd), { maxLength: 6 }),
      lineEnd,
      (rows, endOfHeader) => {
        let text = `quote,claim,note,article,stance${endOfHeader}`;
        const expected: string[] = [];
        for (const [row, lineEnd] of rows) {
          row.forEach((content, index) => {
            const written = /[",\r\n]/u.test(content) ? `"${content.replaceAll('"', '""')}"` : content;
            const before = text + (written === content ? '' : '"');
            const lines = before.split(/\r\n|\r|\n/u);
            if (content.trim() !== '')
              expected.push(`${lines.length}:${Array.from(lines.at(-1)!).length + 1} ${content}`);
            text += written + (index < 2 ? ',' : lineEnd);
          });
        }
        const findings = emptyFindings();
        const read = [...readStatementsTable(text, 'statements.csv', findings)].flatMap((row) =>
          row.kind === 'object' ? row.fields : [],
        );
        expect(findings.problems).toEqual([]);
        expect(
          read.map(
            ({ value, location: { line, column } }) => `${line}:${column} ${value.kind === 'text' ? value.text : ''}`,
          ),
        ).toEqual(expected);
      },
    ),
  );
});

test('whatever a spreadsheet holds, reading it ends with rows or problems', () => {
  const noise = fc.string({
    unit: fc.constantFrom('article', 'quote', 'x', '"', ',', ';', '\t', '\n', '\r', '🤔'),
    maxLength: 40,
  });
  fc.assert(
    fc.property(noise, (text) => {
      const findings = emptyFindings();
      expect(
        [...readStatementsTable(text, 'statements.csv', findings)].length + findings.problems.length,
      ).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

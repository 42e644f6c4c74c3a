import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { read } from '@e965/xlsx';
import { datasetCsv, datasetJson } from '../../src/dataset/dataset-text.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { wholeStory } from './broken-datasets.js';
import { storyJson } from './small-story.js';

describe('the download of a dataset', () => {
  it('as JSON is read back as the same dataset', () => {
    const dataset = readDataset(wholeStory());
    expect(JSON.parse(datasetJson(dataset))).toEqual(wholeStory());
  });

  const json = storyJson([
    ['daily', 'ann', 'tax', 'support'],
    ['daily', '', 'tax', 'oppose'],
  ]);
  const csvWith = (exact: string, name = 'ann') =>
    datasetCsv(
      readDataset({
        ...json,
        speakers: json.speakers.map((speaker) => ({ ...speaker, name })),
        statements: json.statements.map((statement) => ({ ...statement, quote: { exact } })),
      }),
    );

  it('as CSV has one line per statement', () => {
    const exact = 'He said: "Well, no";\n\tthen he left - or + so';
    const csv = csvWith(exact);
    const rows = parse(csv, { columns: true });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      source: 'The daily',
      date: '2021-01-12',
      speaker: 'ann',
      claim: 'The claim tax.',
      stance: 'support',
      voice: 'quoted',
      quote: exact,
    });
    expect(rows[1]).toMatchObject({ speaker: '', voice: 'outlet' });
  });

  it('as CSV has every cell in quotation marks', () => {
    const cells = csvWith('plain')
      .trimEnd()
      .split(/,|\r\n/);
    expect(cells.filter((cell) => !/^".*"$/.test(cell))).toEqual([]);
  });

  describe('as CSV has no formula', () => {
    const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    const gaps = ['', ' ', '"', '\u00a0"', 'x,', 'x;', 'x\t', 'x\n', 'x\r', 'x\r\n', 'x;\n', 'x; ', 'x;"', 'x\t\t'];
    const csvsWith = (sign: string) =>
      gaps.flatMap((gap) => [csvWith(`${gap}${sign}1+1`), csvWith('x', `${gap}${sign}1+1`)]);

    it.each([',', ';', '\t'])('in a spreadsheet program whose separator is %j', (separator) => {
      for (const csv of csvsWith('=')) {
        const { Sheets, SheetNames } = read(csv, { type: 'string', FS: separator });
        const cells = Object.values(Sheets[SheetNames[0]!]!) as { f?: string }[];
        expect(
          cells.filter(({ f }) => f !== undefined),
          csv,
        ).toEqual([]);
      }
    });

    // As most do: a quotation mark that is not at the start of a cell is text.
    it.each([',', ';', '\t'])('in a lenient one whose separator is %j', (delimiter) => {
      for (const csv of signs.flatMap(csvsWith)) {
        const cells = parse(csv, { delimiter, relax_quotes: true, relax_column_count: true }).flat();
        expect(
          cells.filter((cell) => /^["\s]*[=+\-@＝＋－＠]/.test(cell)),
          csv,
        ).toEqual([]);
      }
    });
  });
});

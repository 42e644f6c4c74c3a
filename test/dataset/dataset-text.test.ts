import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { datasetCsv, datasetJson } from '../../src/dataset/dataset-text.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { wholeStory } from './broken-datasets.js';
import { storyJson } from './small-story.js';

describe('the download of a dataset', () => {
  it('as JSON is read back as the same dataset', () => {
    const dataset = readDataset(wholeStory());
    expect(JSON.parse(datasetJson(dataset))).toEqual(wholeStory());
  });

  it('as CSV has one line per statement, and no cell that a spreadsheet runs as a formula', () => {
    const json = storyJson([
      ['daily', 'ann', 'tax', 'support'],
      ['daily', '', 'tax', 'oppose'],
    ]);
    const quote = { exact: '=HYPERLINK("x"),\n"quoted", twice' };
    const statements = json.statements.map((statement) => ({ ...statement, quote }));
    const rows = parse(datasetCsv(readDataset({ ...json, statements })), { columns: true });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      source: 'The daily',
      date: '2021-01-12',
      speaker: 'ann',
      claim: 'The claim tax.',
      stance: 'support',
      voice: 'quoted',
      quote: `'${quote.exact}`,
    });
    expect(rows[1]).toMatchObject({ speaker: '', voice: 'outlet' });
  });
});

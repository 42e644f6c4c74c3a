import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { datasetShape } from '../../src/dataset/dataset-shape.js';
import { jsonSchemaOf } from '../../build/json-schema.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import {
  meaningFaults,
  shapeFaults,
  splitMeaningFaults,
  splitShapeFaults,
  splitStory,
  storyWith,
  wholeStory,
} from './broken-datasets.js';
import seeds from '../../seeds/dataset.json' with { type: 'json' };

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv, ['date', 'uri']);
const matchesSchema = ajv.compile(jsonSchemaOf(datasetShape, 'Dataset'));

const isRead = (value: unknown) => {
  try {
    return Boolean(readDataset(value));
  } catch {
    return false;
  }
};

describe('the published JSON Schema', () => {
  it('accepts the seeds, the whole story and one whose evidence stands apart, as the reader does', () => {
    for (const json of [seeds, wholeStory(), splitStory()]) {
      expect(matchesSchema(json), JSON.stringify(matchesSchema.errors)).toBe(true);
      expect(isRead(json)).toBe(true);
    }
  });

  it.each(shapeFaults)('refuses %s = %j, as the reader does', (set, value) => {
    const json = storyWith(set, value);
    expect(matchesSchema(json)).toBe(false);
    expect(isRead(json)).toBe(false);
  });

  it.each(meaningFaults)('leaves %s = %j to the reader, who sees meaning', (set, value) => {
    const json = storyWith(set, value);
    expect(matchesSchema(json), JSON.stringify(matchesSchema.errors)).toBe(true);
    expect(isRead(json)).toBe(false);
  });

  it.each(splitShapeFaults)('refuses, of a story whose evidence stands apart, %s = %j', (set, value) => {
    const json = storyWith(set, value, splitStory());
    expect(matchesSchema(json)).toBe(false);
    expect(isRead(json)).toBe(false);
  });

  it.each(splitMeaningFaults)('leaves of it %s = %j to the reader', (set, value) => {
    const json = storyWith(set, value, splitStory());
    expect(matchesSchema(json), JSON.stringify(matchesSchema.errors)).toBe(true);
    expect(isRead(json)).toBe(false);
  });
});

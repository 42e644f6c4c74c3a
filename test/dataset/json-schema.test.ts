import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { datasetShape } from '../../src/dataset/dataset-shape.js';
import { jsonSchemaOf } from '../../build/json-schema.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import {
  semanticFaults,
  shapeFaults,
  splitSemanticFaults,
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
  it('accepts the seeds, a whole story and a split one, as readDataset does', () => {
    for (const json of [seeds, wholeStory(), splitStory()]) {
      expect(matchesSchema(json), JSON.stringify(matchesSchema.errors)).toBe(true);
      expect(isRead(json)).toBe(true);
    }
  });

  it.each(shapeFaults)('rejects %s = %j, as readDataset does', (set, value) => {
    const json = storyWith(set, value);
    expect(matchesSchema(json)).toBe(false);
    expect(isRead(json)).toBe(false);
  });

  it.each(semanticFaults)('accepts %s = %j, whose error is semantic, which only readDataset rejects', (set, value) => {
    const json = storyWith(set, value);
    expect(matchesSchema(json), JSON.stringify(matchesSchema.errors)).toBe(true);
    expect(isRead(json)).toBe(false);
  });

  it.each(splitShapeFaults)('rejects %s = %j in a split story', (set, value) => {
    const json = storyWith(set, value, splitStory());
    expect(matchesSchema(json)).toBe(false);
    expect(isRead(json)).toBe(false);
  });

  it.each(splitSemanticFaults)('accepts %s = %j in a split story, which only readDataset rejects', (set, value) => {
    const json = storyWith(set, value, splitStory());
    expect(matchesSchema(json), JSON.stringify(matchesSchema.errors)).toBe(true);
    expect(isRead(json)).toBe(false);
  });
});

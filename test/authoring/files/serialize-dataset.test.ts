import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serializeDataset } from '../../../src/authoring/files/serialize-dataset.js';
import type { DatasetJson } from '../../../src/dataset/dataset.js';

test('the pieces are together what JSON.stringify writes', () => {
  const member = fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.constant(undefined));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), member), (members) => {
      const value = { version: 1, ...members };
      const pieces = serializeDataset(value as unknown as DatasetJson);
      expect([...pieces].join('')).toBe(`${JSON.stringify(value, null, 2)}\n`);
    }),
  );
});

test('a long list comes in several', () => {
  const statements = Array.from({ length: 1000 }, (_, index) => ({ id: `s${index}`, note: 'x'.repeat(1000) }));
  const pieces = [...serializeDataset({ version: 1, statements } as unknown as DatasetJson)];
  expect(pieces.length).toBeGreaterThan(10);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
});

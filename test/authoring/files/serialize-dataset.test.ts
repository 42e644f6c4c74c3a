import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serializeDataset } from '../../../src/authoring/files/serialize-dataset.js';
import type { DatasetJson } from '../../../src/dataset/dataset.js';

test('the chunks together are what JSON.stringify writes', () => {
  const member = fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.constant(undefined));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), member), (members) => {
      const value = { version: 1, ...members };
      const chunks = serializeDataset(value as unknown as DatasetJson);
      expect([...chunks].join('')).toBe(`${JSON.stringify(value, null, 2)}\n`);
    }),
  );
});

test('a long list comes in several chunks', () => {
  const statements = Array.from({ length: 1000 }, (_, index) => ({ id: `s${index}`, note: 'x'.repeat(1000) }));
  const chunks = [...serializeDataset({ version: 1, statements } as unknown as DatasetJson)];
  expect(chunks.length).toBeGreaterThan(10);
  expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(70_000);
});

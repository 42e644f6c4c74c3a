import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAll, occurrenceTest } from '../../../src/authoring/text/find-all.js';

/** Words of few letters, repeated until the pattern is long: there many places nearly match. */
const pattern = fc
  .tuple(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 600 }))
  .map(([unit, length]) => unit.repeat(length).slice(0, length));
const noise = fc.string({ unit: fc.constantFrom('a', 'b', 'ab', 'c'), maxLength: 4 });

test('a pattern of any length is found at every place, also where it overlaps itself, and nowhere else', () => {
  let found = 0;
  fc.assert(
    fc.property(pattern, noise, fc.array(fc.tuple(fc.nat(700), noise), { maxLength: 6 }), (unit, letters, parts) => {
      const words = unit + letters + unit;
      const text = parts.map(([length, between]) => words.repeat(2).slice(0, length) + between).join('') + words;
      const expected = Array.from(text, (_, at) => at).filter((at) => text.startsWith(words, at));
      expect([...findAll(text, words)]).toEqual(expected);
      const occurs = occurrenceTest(text, words);
      expect(Array.from(text, (_, at) => at).filter(occurs)).toEqual(expected);
      found = Math.max(found, expected.length);
    }),
    { numRuns: 60 },
  );
  expect(found).toBeGreaterThan(3);
});

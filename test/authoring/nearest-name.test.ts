import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithinDistance, nearestName } from '../../src/authoring/nearest-name.js';

describe('the name that was probably meant', () => {
  test('is the one with the fewest differences', () => {
    expect(nearestName('sorces', ['articles', 'source', 'sources'])).toBe('sources');
  });

  test('is the first of two that are equally near', () => {
    expect(nearestName('cart', ['card', 'part'])).toBe('card');
    expect(nearestName('cart', ['part', 'card'])).toBe('part');
  });

  test('is none if more than a third of the letters differ', () => {
    expect(nearestName('abc', ['xyz', 'ayz'])).toBeUndefined();
  });
});

test('the distance is counted as by its definition', () => {
  /** The optimal string alignment distance of all beginnings of two words. */
  const distance = (a: string, b: string): number => {
    if (a === '' || b === '') return a.length + b.length;
    const change = a.at(-1) === b.at(-1) ? 0 : 1;
    const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
    return Math.min(
      distance(a.slice(0, -1), b) + 1,
      distance(a, b.slice(0, -1)) + 1,
      distance(a.slice(0, -1), b.slice(0, -1)) + change,
      swapped ? distance(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity,
    );
  };
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, fc.nat(5), (a, b, limit) => {
      expect(isWithinDistance(a, b, limit)).toBe(distance(a, b) <= limit);
    }),
    { numRuns: 300 },
  );
});

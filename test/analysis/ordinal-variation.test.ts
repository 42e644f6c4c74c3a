import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, ordinalVariation } from '../../src/analysis/ordinal-variation.js';

const spread = (against: number, neither: number, forIt: number) => [
  ...Array<number>(against).fill(-1),
  ...Array<number>(neither).fill(0),
  ...Array<number>(forIt).fill(1),
];

describe('the index of ordinal variation', () => {
  // Against, neither, for → D. The exact fractions behind the published three decimals.
  it.each([
    [0, 0, 6, 0],
    [0, 6, 0, 0],
    [3, 0, 3, 1],
    [2, 2, 2, 8 / 9],
    [1, 0, 5, 5 / 9],
    [0, 3, 3, 1 / 2],
    [1, 4, 1, 5 / 9],
    [2, 0, 1, 1],
    [1, 1, 4, 13 / 18],
    [3, 1, 2, 17 / 18],
    [1, 0, 1, 1],
  ])('%i against, %i neither, %i for is %f', (against, neither, forIt, expected) => {
    expect(ordinalVariation(spread(against, neither, forIt))).toBeCloseTo(expected, 12);
  });

  it('equals the mean over pairs by the formula, for any positions', () => {
    const position = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 40 }), (x) => {
        let distance = 0;
        x.forEach((a, i) => x.slice(i + 1).forEach((b) => (distance += Math.abs(a - b) / 2)));
        const most = Math.floor(x.length / 2) * Math.ceil(x.length / 2);
        expect(ordinalVariation(x)).toBeCloseTo(distance / most, 9);
      }),
    );
  });

  it('is in 0…1 and does not depend on the order, to the last bit', () => {
    const position = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(position, { minLength: 2 }), fc.infiniteStream(fc.nat()), (x, random) => {
        const shuffled = x.map((value) => [random.next().value as number, value] as const);
        shuffled.sort((a, b) => a[0] - b[0]);
        const score = ordinalVariation(x)!;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(ordinalVariation(shuffled.map(([, value]) => value))).toBe(score);
      }),
    );
  });

  it('leaves out missing positions and never counts them as 0', () => {
    expect(ordinalVariation([1, undefined, -1, null, NaN])).toBe(1);
    expect(ordinalVariation([1, 0, -1])).not.toBe(1 / 2);
    expect(ordinalVariation([1, undefined])).toBeUndefined();
    expect(ordinalVariation([])).toBeUndefined();
  });

  it('is exactly 0 for equal positions', () => {
    expect(ordinalVariation([0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toBe(0);
  });

  it('throws for what is not a position', () => {
    expect(() => ordinalVariation([0, 1.5])).toThrow(RangeError);
    expect(() => ordinalVariation([0, -Infinity])).toThrow(/−1…\+1/);
  });
});

describe('the bands', () => {
  it('are agree below one third and split from two thirds', () => {
    expect([0, 0.333, 1 / 3, 0.5, 0.666, 2 / 3, 1].map(bandOf)).toEqual([
      'agree',
      'agree',
      'mixed',
      'mixed',
      'mixed',
      'split',
      'split',
    ]);
  });

  it('do not depend on the last bit of a third', () => {
    expect(bandOf(1 / 3 - 1e-16)).toBe('mixed');
    expect(bandOf(1 - 1 / 3 - 1e-15)).toBe('split');
  });
});

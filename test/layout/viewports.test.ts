import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsBetween, rowWindow } from '../../src/layout/disagreement/row-viewport.js';
import type { MatrixLayout } from '../../src/layout/matrix/matrix-layout.js';
import { maxViewHeight, partInView, tableWindow } from '../../src/layout/matrix/table-viewport.js';

const sizes = { line: 40, column: 80, names: 200, head: 100 };
const table = (columns: number, lineCount: number) =>
  ({ columns: Array(columns).fill({}), lineCount }) as unknown as MatrixLayout;

describe('the part of a large table that is rendered', () => {
  it('is what is in view and some lines and columns around it, with the space of the others', () => {
    const view = { top: 4000, left: 1600, width: 200 + 800, height: 100 + 400 };
    expect(tableWindow(table(100, 1000), sizes, view)).toEqual({
      lines: [96, 112],
      columns: [18, 32],
      above: 96 * 40,
      below: 888 * 40,
      before: 18 * 80,
      after: 68 * 80,
      width: 200 + 100 * 80,
    });
  });

  it('is never more elements than a page can bear, and always holds what is in view', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(8000), fc.integer({ min: 400, max: 2000 }), (top, left, width) => {
        const height = Math.min(1200, maxViewHeight(sizes, width));
        const { lines, columns } = tableWindow(table(200, 5000), sizes, { top, left, width, height });
        const elements = (3 + lines[1] - lines[0]) * (8 + 2 * (columns[1] - columns[0]));
        expect(elements).toBeLessThanOrEqual(1850);
        expect(lines[0] * 40).toBeLessThanOrEqual(top);
        expect(lines[1] * 40).toBeGreaterThanOrEqual(Math.min(top + height - 100, 200_000));
        expect(columns[0] * 80).toBeLessThanOrEqual(left);
        expect(columns[1] * 80).toBeGreaterThanOrEqual(Math.min(left + width - 200, 16_000));
      }),
    );
  });

  it('leaves room for at least three lines in a very wide view', () => {
    expect(maxViewHeight(sizes, 20_000)).toBe(100 + 3 * 40);
    expect(maxViewHeight(sizes, 1000)).toBeCloseTo(100 + (1850 / (8 + 2 * 16) - 3 - 6) * 40);
  });

  it('is a share of the whole in the overview', () => {
    expect(partInView(table(100, 1000), sizes, { top: 4000, left: 1600, width: 1000, height: 500 })).toEqual({
      left: 0.2,
      top: 0.1,
      width: 0.1,
      height: 0.01,
    });
  });
});

describe('the rows of a long chart that are rendered', () => {
  const even = Array<number>(40).fill(50);

  it('are whole blocks of eight around what is in view', () => {
    expect(rowsBetween(even, 0, 300)).toEqual([0, 8]);
    expect(rowsBetween(even, 0, 400)).toEqual([0, 16]);
    expect(rowsBetween(even, 500, 900)).toEqual([8, 24]);
    expect(rowsBetween(even, 1000, 5000)).toEqual([16, 40]);
  });

  it('are one block at least, also beyond the ends', () => {
    expect(rowsBetween(even, 9000, 9500)).toEqual([32, 40]);
    expect(rowsBetween(even, -900, -500)).toEqual([0, 8]);
    expect(rowsBetween([50, 50], 0, 300)).toEqual([0, 2]);
    expect(rowsBetween([], 0, 300)).toEqual([0, 0]);
  });

  it('have the space of the others above and below, by their own heights', () => {
    const heights = [10, 20, 30, 40, 50];
    expect(rowWindow(heights, [1, 3])).toEqual({ range: [1, 3], above: 10, below: 90 });
    expect(rowWindow(heights, [0, 5])).toEqual({ range: [0, 5], above: 0, below: 0 });
    expect(rowWindow([], [0, 0])).toEqual({ range: [0, 0], above: 0, below: 0 });
  });
});

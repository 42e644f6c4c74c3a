import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames, namesIn } from '../../src/layout/find-names.js';
import { layoutMatrix, type MatrixLayout } from '../../src/layout/matrix/matrix-layout.js';
import { cellForArrow, cellOfKey, type Cell } from '../../src/layout/matrix/matrix-keys.js';
import { lineOfVoice, visibleRange } from '../../src/layout/matrix/table-viewport.js';
import { story, type Said } from '../dataset/small-story.js';

const layoutOf = (said: readonly Said[], more?: Parameters<typeof story>[1]) =>
  layoutMatrix(story(said, more), { order: 'editor', lang: 'en' });

/** A table with marks exactly there: `['x.x', '..x']`, a text a row. Every claim and voice is shown, also an empty one. */
function table(rows: readonly string[]): MatrixLayout {
  const claims = Array.from(rows[0]!, (_, column) => ({ id: `c${column}`, text: `Claim ${column}.` }));
  const speakers = rows.map((_, row) => ({ id: `p${row}`, name: `Speaker ${row}` }));
  const said = rows.flatMap((marks, row) =>
    Array.from(marks).flatMap((mark, column): Said[] =>
      mark === 'x' ? [['daily', `p${row}`, `c${column}`, 'support']] : [],
    ),
  );
  return layoutMatrix(story(said, { claims, speakers }), {
    order: 'editor',
    lang: 'en',
    claims: claims.map(({ id }) => id),
    speakers: speakers.map(({ id }) => id),
  });
}

/** The same in the plainest way: all buttons in a line, cut after where one stands. */
function afterByHand(
  rows: readonly string[],
  from: Cell,
  key: string,
  { ctrl, isMirrored }: { readonly ctrl: boolean; readonly isMirrored: boolean },
): Cell | undefined {
  const [height, width] = [rows.length, rows[0]!.length];
  const rowAt = (row: number) =>
    Array.from({ length: width + 1 }, (_, index) => ({ row, column: index - 1 })).filter(({ column }) =>
      row < 0 || column < 0 ? row !== column : rows[row]![column] === 'x',
    );
  const columnAt = (column: number) =>
    Array.from({ length: height + 1 }, (_, index) => index - 1).flatMap((row) =>
      rowAt(row).filter((cell) => cell.column === column),
    );
  const right = rowAt(from.row).filter(({ column }) => column > from.column);
  const left = rowAt(from.row)
    .filter(({ column }) => column < from.column)
    .reverse();
  const down = columnAt(from.column).filter(({ row }) => row > from.row);
  const up = columnAt(from.column)
    .filter(({ row }) => row < from.row)
    .reverse();
  switch (key) {
    case 'ArrowRight':
      return (isMirrored ? left : right)[0];
    case 'ArrowLeft':
      return (isMirrored ? right : left)[0];
    case 'ArrowDown':
      return down[0];
    case 'ArrowUp':
      return up[0];
    case 'PageDown':
      return down.slice(0, 8).at(-1);
    case 'PageUp':
      return up.slice(0, 8).at(-1);
    case 'Home':
      return ctrl ? { row: -1, column: 0 } : left.at(-1);
    case 'End':
      return ctrl ? rowAt(height - 1).at(-1) : right.at(-1);
    default:
      return undefined;
  }
}

const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'a', 'Tab'];

describe('a key in the table', () => {
  it('leads where it leads by hand, from every button, over cells without one, in both directions of reading', () => {
    const rows = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).chain(([height, width]) => {
      const row = fc.string({ unit: fc.constantFrom('x', '.'), minLength: width, maxLength: width });
      return fc.array(row, { minLength: height, maxLength: height });
    });
    fc.assert(
      fc.property(rows, fc.constantFrom(...keys), fc.boolean(), fc.boolean(), (rows, key, ctrl, isMirrored) => {
        const placed = table(rows);
        for (let row = -1; row < rows.length; row++)
          for (let column = -1; column < rows[0]!.length; column++) {
            const isButton = row < 0 || column < 0 ? row !== column : rows[row]![column] === 'x';
            if (!isButton) continue;
            const found = cellForArrow(placed, { row, column }, key, { ctrl, isMirrored });
            const byHand = afterByHand(rows, { row, column }, key, { ctrl, isMirrored });
            if (found?.row !== byHand?.row || found?.column !== byHand?.column)
              expect({ from: { row, column }, found }).toEqual({ from: { row, column }, found: byHand });
          }
      }),
      { numRuns: 300 },
    );
  });

  it('stays where there is no way on', () => {
    const placed = table(['xx']);
    const after = (from: Cell, key: string) => cellForArrow(placed, from, key, { ctrl: false, isMirrored: false });
    expect(after({ row: 0, column: 1 }, 'ArrowRight')).toBeUndefined();
    expect(after({ row: -1, column: 0 }, 'ArrowLeft')).toBeUndefined();
    expect(after({ row: 0, column: 0 }, 'PageDown')).toBeUndefined();
  });
});

describe('the button of a key', () => {
  const placed = () => table(['x.', '.x']);

  it('is found by voice and claim, voice, or claim', () => {
    expect(cellOfKey(placed(), 'p1/c1')).toEqual({ row: 1, column: 1 });
    expect(cellOfKey(placed(), 'p1')).toEqual({ row: 1, column: -1 });
    expect(cellOfKey(placed(), '/c1')).toEqual({ row: -1, column: 1 });
  });

  it.each(['', '/', 'p9', '/c9', 'p9/c1', 'p1/c9', 'c1', '/p1', 'none'])('is not found for %j', (key) => {
    expect(cellOfKey(placed(), key)).toBeUndefined();
  });
});

describe('the lines of a table', () => {
  const layout = () =>
    layoutOf(
      [
        ['daily', 'ann', 'tax', 'support'],
        ['daily', 'bob', 'tax', 'support'],
        ['daily', 'cem', 'tax', 'support'],
        ['daily', '', 'tax', 'oppose'],
      ],
      {
        groups: [{ id: 'gov', name: 'Government' }],
        speakers: [
          { id: 'ann', name: 'Ann' },
          { id: 'bob', name: 'Bob', group: 'gov' },
          { id: 'cem', name: 'Cem', group: 'gov' },
        ],
      },
    );

  it('are one for each title and each voice; all speakers in one section have no title', () => {
    const placed = layout();
    expect(placed.sections.map(({ firstLine, isTitled }) => [firstLine, isTitled])).toEqual([
      [0, true],
      [3, true],
      [5, true],
    ]);
    expect(placed.lineCount).toBe(7);
    const all = table(['x', 'x']);
    expect([all.sections[0]!.isTitled, all.lineCount]).toEqual([false, 2]);
  });

  it('count from 0, titles with them', () => {
    const placed = layout();
    const lines = placed.sections.flatMap(({ rows }) => rows.map((voice) => [voice.key, lineOfVoice(placed, voice)]));
    expect(lines).toEqual([
      ['bob', 1],
      ['cem', 2],
      ['ann', 4],
      ['outlet:daily', 6],
    ]);
    const [stranger] = table(['x']).sections[0]!.rows;
    expect(lineOfVoice(placed, stranger!)).toBe(-1);
  });

  it('are drawn in part from more than 1,500 cells on', () => {
    const filled = (rows: number, columns: number) => table(Array.from({ length: rows }, () => 'x'.repeat(columns)));
    // The outlet has no voice of its own here, so it is no row.
    expect(filled(50, 30).isLarge).toBe(false);
    expect(filled(1501, 1).isLarge).toBe(true);
  });
});

describe('what is drawn of a long line', () => {
  const view = fc.record({
    size: fc.double({ min: 10, max: 200, noNaN: true }),
    offset: fc.double({ min: -500, max: 60_000, noNaN: true }),
    extent: fc.double({ min: 1, max: 3000, noNaN: true }),
    block: fc.integer({ min: 1, max: 16 }),
  });

  it('holds all that is in view and at least half a block on each side, in whole blocks, and little more', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), view, (count, { size, offset, extent, block }) => {
        const [from, to] = visibleRange(count, { size, offset, extent, block });
        expect(from).toBeGreaterThanOrEqual(0);
        expect(from).toBeLessThanOrEqual(to);
        expect(to).toBeLessThanOrEqual(count);
        expect(from === to || from % block === 0).toBe(true);
        expect(to === count || to % block === 0).toBe(true);
        const [first, last] = [offset / size, (offset + extent) / size];
        const inside = (thing: number) => Math.min(Math.max(thing, 0), count);
        expect(from).toBeLessThanOrEqual(inside(first - block / 2) + 1e-6);
        expect(to).toBeGreaterThanOrEqual(inside(last + block / 2) - 1e-6);
        expect(to - from).toBeLessThanOrEqual(Math.ceil(extent / size) + 3 * block);
      }),
    );
  });

  it('is the same while one scrolls within a block', () => {
    const at = (offset: number) => visibleRange(1000, { size: 40, offset, extent: 600, block: 8 }).join();
    expect(new Set(Array.from({ length: 320 }, (_, step) => at(4000 + step))).size).toBeLessThanOrEqual(3);
  });
});

describe('finding a name', () => {
  const placed = () =>
    layoutOf(
      [
        ['daily', 'zoe', 'tax', 'support'],
        ['daily', 'ann', 'war', 'support'],
        ['daily', '', 'tax', 'oppose'],
      ],
      {
        speakers: [
          { id: 'zoe', name: 'Zoë Müller-Łęcka' },
          { id: 'ann', name: 'ANN Taxman' },
        ],
        claims: [
          { id: 'tax', text: 'The tax is too high.', short: 'Dues' },
          { id: 'war', text: 'İstanbul wants peace.' },
        ],
      },
    );
  const found = (sought: string, most = 8) => findNames(namesIn(placed()), sought, most).map(({ key }) => key);

  it('needs no accents and no capitals, neither sought nor in the name', () => {
    expect(found('zoe')).toEqual(['zoe']);
    expect(found('ZOË')).toEqual(['zoe']);
    expect(found('muller')).toEqual(['zoe']);
    expect(found('istanbul')).toEqual(['/war']);
  });

  it('has names before claims, and outlets too', () => {
    expect(found('tax')).toEqual(['ann', '/tax']);
    expect(found('daily')).toEqual(['outlet:daily']);
  });

  it('finds all parts in any order, and the short form of a claim', () => {
    expect(found('müll zoe')).toEqual(['zoe']);
    expect(found('zoe taxman')).toEqual([]);
    expect(found('dues')).toEqual(['/tax']);
  });

  it('says what it found as it is written', () => {
    expect(findNames(namesIn(placed()), 'high', 8)[0]).toMatchObject({ key: '/tax', name: 'The tax is too high.' });
  });

  it('gives so many and no more, and nothing for nothing', () => {
    expect(found('t', 2)).toHaveLength(2);
    expect(found('')).toEqual([]);
    expect(found(' \n')).toEqual([]);
    expect(found('.*')).toEqual([]);
  });
});

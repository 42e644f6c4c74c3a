import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Dataset, Side } from '../../src/dataset/dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import type { StanceMatrix } from '../../src/elements/stance-matrix.js';
import { largeStory, sideAt } from './large-story.js';
import { show } from './page.js';

// A matrix of a million cells, found as its reader does: by the row and column that a screen reader is told, by role and by part.
export const [rowCount, columnCount] = [1000, 1000];

let dataset: Dataset;

/** Makes the dataset, and resets the page after each test. */
export function setUpLargeMatrix(): void {
  beforeAll(() => {
    dataset = readDataset(largeStory(rowCount, columnCount));
  });

  beforeEach(() => {
    // The quotes are in files that do not exist; `test/package/split.test.ts` has them.
    vi.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise(() => {}));
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    history.replaceState(null, '', location.pathname);
    await page.viewport(800, 600);
    document.documentElement.removeAttribute('style');
    document.body.dir = '';
  });
}

export type MatrixOptions = Parameters<typeof show<'stance-matrix'>>[1];

export const showLarge = (options: MatrixOptions = {}) => show('stance-matrix', { data: dataset, ...options });

export const all = (widget: StanceMatrix, selector: string) => [
  ...widget.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
export const any = (widget: StanceMatrix, selector: string) => widget.shadowRoot!.querySelector<HTMLElement>(selector);
export const one = (widget: StanceMatrix, selector: string) => any(widget, selector)!;

/** The element that scrolls the table; absent around a list. */
export const scrollerIn = (widget: StanceMatrix) => any(widget, '[part~=table]')?.parentElement ?? null;
export const scrollerOf = (widget: StanceMatrix) => scrollerIn(widget)!;

/** The cell in the upper corner, which stays in view as the heads and names do. */
export const cornerOf = (widget: StanceMatrix) => one(widget, 'thead th');

export const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

export async function scrollTo(widget: StanceMatrix, left: number, top: number): Promise<void> {
  scrollerOf(widget).scrollTo({ left, top, behavior: 'instant' });
  await frames();
}

/** The lines of the table in the editor's order: a speaker's number, or undefined for the title of a group. */
export const lines = Array.from({ length: rowCount + 4 }, (_, line) => {
  const [group, within] = [Math.floor(line / (rowCount / 4 + 1)), line % (rowCount / 4 + 1)];
  return within === 0 ? undefined : group * (rowCount / 4) + within - 1;
});

/** Returns the button of a speaker (`p3`), a claim (`/c5`) or a mark (`p3/c5`), in the editor's order, where it is rendered. */
export function buttonOf(widget: StanceMatrix, key: string): HTMLElement | null {
  const [, row, column] = /^(?:p(\d+))?(?:\/c(\d+))?$/.exec(key)!;
  const line = row === undefined ? 1 : lines.indexOf(Number(row)) + 2;
  const index = column === undefined ? 1 : Number(column) + 2;
  return any(widget, `[aria-rowindex="${line}"] > [aria-colindex="${index}"] > button`);
}

/** Returns the key of the button of a cell, in the editor's order. */
export function keyOf(button: Element): string {
  const row = lines[Number(button.closest('tr')!.getAttribute('aria-rowindex')) - 2];
  const column = Number(button.closest('[aria-colindex]')!.getAttribute('aria-colindex')) - 2;
  return (row === undefined ? '' : `p${row}`) + (column < 0 ? '' : `/c${column}`);
}

/** Returns the key of the button in the table that has the focus. */
export function focusedKey(widget: StanceMatrix): string | undefined {
  const button = widget.shadowRoot!.activeElement;
  return button?.matches('[aria-colindex] > button') ? keyOf(button) : undefined;
}

export const sideOf = (cell: Element): Side | undefined =>
  (['support', 'oppose', 'both', 'neutral'] as const).find((side) => cell.querySelector(`[part~=mark][part~=${side}]`));

const verbs = { support: 'supports this', oppose: 'opposes this', both: 'takes both sides', neutral: 'takes no side' };

/** Compares every rendered cell with the data, by the indices that a screen reader is told, and returns how many there are. */
export function expectRightCells(widget: StanceMatrix): number {
  const cells = all(widget, 'td[aria-colindex]');
  const wrong = cells.flatMap((cell) => {
    const line = Number(cell.closest('tr')!.getAttribute('aria-rowindex')) - 2;
    const [row, column] = [lines[line], Number(cell.getAttribute('aria-colindex')) - 2];
    const side = row === undefined ? undefined : sideAt(row, column);
    const name = cell.querySelector('button')?.getAttribute('aria-label') ?? '';
    const isRight = row !== undefined && sideOf(cell) === side && (side ? name.startsWith(verbs[side]) : name === '');
    return isRight ? [] : [`line ${line}, column ${column}: ${cell.outerHTML}`];
  });
  expect(wrong).toEqual([]);
  return cells.length;
}

/** Fails where a point of the table in view is empty, or shows another cell than belongs there. */
export function expectNoBlank(widget: StanceMatrix): void {
  const box = scrollerOf(widget).getBoundingClientRect();
  const corner = cornerOf(widget).getBoundingClientRect();
  const isMirrored = getComputedStyle(scrollerOf(widget)).direction === 'rtl';
  const [left, right] = isMirrored ? [box.left, corner.left] : [corner.right, box.right];
  const [line, column] = [
    one(widget, 'tr[aria-rowindex] > th[scope=row]').getBoundingClientRect().height,
    one(widget, 'th[scope=col] + td + th').getBoundingClientRect().width,
  ];
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = scrollerOf(widget);
  for (let y = corner.bottom + 3; y < Math.min(box.top + clientHeight, innerHeight) - 3; y += 20)
    for (let x = left + 5; x < Math.min(right, box.left + clientWidth) - 20; x += 45) {
      const way = isMirrored ? corner.left - x : x - corner.right;
      const [down, across] = [(y - corner.bottom + scrollTop) / line, (way + Math.abs(scrollLeft)) / column];
      const [wantedLine, wantedColumn] = [Math.floor(down), Math.floor(across)];
      if (wantedLine >= lines.length || wantedColumn >= columnCount) continue;
      // At an edge of two cells, fractions of a pixel decide.
      if ([down, across].some((at) => Math.abs(at - Math.round(at)) < 0.05)) continue;
      const found = widget.shadowRoot!.elementFromPoint(x, y)?.closest('td, th');
      const row = lines[wantedLine];
      if (row === undefined) expect(found?.getAttribute('scope'), `at ${x}, ${y}`).toBe('rowgroup');
      else {
        expect(Number(found?.getAttribute('aria-colindex')) - 2, `at ${x}, ${y}`).toBe(wantedColumn);
        expect(Number(found?.closest('tr')?.getAttribute('aria-rowindex')) - 2, `at ${x}, ${y}`).toBe(wantedLine);
        expect(sideOf(found!), `at ${x}, ${y}`).toBe(sideAt(row, wantedColumn));
      }
    }
}

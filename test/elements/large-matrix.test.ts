import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, commands, page, userEvent } from 'vitest/browser';
import { readDataset } from '../../src/dataset/read-dataset.js';
import type { Dataset, Side } from '../../src/dataset/dataset.js';
import type { StanceMatrix } from '../../src/elements/stance-matrix.js';
import { largeStory, sideAt } from './large-story.js';
import { expectAccessible, settled, show } from './page.js';

declare module 'vitest/browser' {
  interface BrowserCommands {
    emulateMedia(media: {
      media?: 'print' | null;
      colorScheme?: 'dark' | null;
      forcedColors?: 'active' | null;
    }): Promise<void>;
  }
}

const [rows, columns] = [1000, 1000];

let story: Dataset;
beforeAll(() => {
  story = readDataset(largeStory(rows, columns));
});

beforeEach(() => {
  // The words stand in files that are not there; `test/package/split.test.ts` has them.
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise(() => {}));
});

afterEach(async () => {
  vi.restoreAllMocks();
  history.replaceState(null, '', location.pathname);
  await page.viewport(800, 600);
  document.documentElement.removeAttribute('style');
  document.body.dir = '';
});

type Wanted = Parameters<typeof show<'stance-matrix'>>[1];

const showLarge = (wanted: Wanted = {}) => show('stance-matrix', { data: story, ...wanted });

const all = (widget: StanceMatrix, selector: string) => [...widget.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const any = (widget: StanceMatrix, selector: string) => widget.shadowRoot!.querySelector<HTMLElement>(selector);
const one = (widget: StanceMatrix, selector: string) => any(widget, selector)!;
const scroller = (widget: StanceMatrix) => one(widget, '.scroller');
const focused = (widget: StanceMatrix) => (widget.shadowRoot!.activeElement as HTMLElement | null)?.dataset.select;

const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

async function scrollTo(widget: StanceMatrix, left: number, top: number): Promise<void> {
  scroller(widget).scrollTo({ left, top, behavior: 'instant' });
  await frames();
}

/** The lines of the table in the editor’s order: a speaker’s number, undefined for the title of a group. */
const lines = Array.from({ length: rows + 4 }, (_, line) => {
  const [group, within] = [Math.floor(line / (rows / 4 + 1)), line % (rows / 4 + 1)];
  return within === 0 ? undefined : group * (rows / 4) + within - 1;
});

const sideOf = (cell: Element): Side | undefined =>
  (['support', 'oppose', 'both', 'neutral'] as const).find((side) => cell.querySelector(`.cell.${side}`));

/** Holds every drawn cell against the data, by the indices that a screen reader is told; gives their number. */
function expectRightCells(widget: StanceMatrix): number {
  const cells = all(widget, 'td[aria-colindex]');
  const wrong = cells.flatMap((cell) => {
    const line = Number(cell.closest('tr')!.getAttribute('aria-rowindex')) - 2;
    const [row, column] = [lines[line], Number(cell.getAttribute('aria-colindex')) - 2];
    const key = cell.querySelector('button')?.dataset.select;
    const side = row === undefined ? undefined : sideAt(row, column);
    const name = cell.querySelector('button')?.getAttribute('aria-label') ?? '';
    const isRight =
      row !== undefined &&
      sideOf(cell) === side &&
      key === (side && `p${row}/c${column}`) &&
      (!side || (name.startsWith(`Speaker ${row} `) && name.includes(`Claim number ${column}.`)));
    return isRight ? [] : [`line ${line}, column ${column}: ${cell.outerHTML}`];
  });
  expect(wrong).toEqual([]);
  return cells.length;
}

/** Looks through the table’s view at points all over it: no place is empty, and what is there is what belongs there. */
function expectNoBlank(widget: StanceMatrix): void {
  const box = scroller(widget).getBoundingClientRect();
  const corner = one(widget, '.corner').getBoundingClientRect();
  const isMirrored = getComputedStyle(scroller(widget)).direction === 'rtl';
  const [left, right] = isMirrored ? [box.left, corner.left] : [corner.right, box.right];
  const [line, column] = [
    one(widget, 'tr[aria-rowindex] > th[scope=row]').getBoundingClientRect().height,
    one(widget, 'th[scope=col] + td + th').getBoundingClientRect().width,
  ];
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller(widget);
  for (let y = corner.bottom + 3; y < Math.min(box.top + clientHeight, innerHeight) - 3; y += 20)
    for (let x = left + 5; x < Math.min(right, box.left + clientWidth) - 20; x += 45) {
      const way = isMirrored ? corner.left - x : x - corner.right;
      const [down, across] = [(y - corner.bottom + scrollTop) / line, (way + Math.abs(scrollLeft)) / column];
      const [wantedLine, wantedColumn] = [Math.floor(down), Math.floor(across)];
      if (wantedLine >= lines.length || wantedColumn >= columns) continue;
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

describe('a table of a million cells', () => {
  it.each([
    [360, 'auto'],
    [360, 'table'],
    [800, 'list'],
    [800, 'table'],
    [1200, 'auto'],
  ] as const)(
    'at %i px, layout %s, is at most 2,000 elements, also when scrolled and opened',
    async (width, layout) => {
      await page.viewport(width, 900);
      const widget = await showLarge({ width, layout });
      const most = () => expect(all(widget, '*').length).toBeLessThanOrEqual(2000);
      most();
      expect(all(widget, '*').length).toBeGreaterThan(100);
      for (const selected of ['/c500', 'p500', 'p998/c998']) {
        widget.selected = selected;
        await settled(widget);
        most();
        await expect.element(page.getByRole('heading', { level: 3 }).first()).toBeInTheDocument();
      }
      if (!any(widget, '.scroller')) return;
      await scrollTo(widget, 33_333, 22_222);
      most();
    },
  );

  it.each([
    [1440, 2560, 760, '75vb'],
    [2160, 3840, 2140, '75vb'],
    [3840, 2160, 3800, '75vb'],
    [1200, 3000, 1180, '2900px'],
  ])(
    'is that in a window of %i × %i px too, %i px wide and %s high, and nothing is empty at rest',
    async (across, down, width, size) => {
      await page.viewport(across, down);
      const widget = await showLarge({ width, layout: 'table' });
      widget.style.setProperty('--stance-table-size', size);
      await frames();
      for (const selected of ['/c500', 'p998/c998', 'none']) {
        widget.selected = selected;
        await settled(widget);
        expect(all(widget, '*').length).toBeLessThanOrEqual(2000);
      }
      for (const [left, top] of [
        [0, 0],
        [1e9, 1e9],
        [33_333, 22_222],
        [33_390, 22_250],
      ] as const) {
        await scrollTo(widget, left, top);
        expect(all(widget, '*').length).toBeLessThanOrEqual(2000);
        expectNoBlank(widget);
      }
      expect(scroller(widget).clientHeight).toBeGreaterThan(500);
    },
  );

  it('is as high as the page asks when it is narrowed to a table that is drawn whole', async () => {
    const widget = await showLarge({ layout: 'table', selected: 'none' });
    widget.style.setProperty('--stance-table-size', '5000px');
    await frames();
    expect(scroller(widget).clientHeight).toBeLessThan(2500);
    widget.claims = 'c7';
    await settled(widget);
    expect(scroller(widget).clientHeight).toBe(5000);
  });

  it('tells how many rows and columns there are, and the place of each that is drawn', async () => {
    const widget = await showLarge({ selected: 'none' });
    const table = one(widget, 'table');
    expect(table.getAttribute('aria-rowcount')).toBe('1005');
    expect(table.getAttribute('aria-colcount')).toBe('1001');
    expect(one(widget, 'thead tr').getAttribute('aria-rowindex')).toBe('1');
    expect(one(widget, '.section').getAttribute('aria-rowindex')).toBe('2');
    expect(one(widget, '.corner').getAttribute('aria-colindex')).toBe('1');
    const heads = all(widget, 'thead th:not(.corner)').map((head) => [
      head.getAttribute('aria-colindex'),
      head.querySelector('button')!.dataset.select,
    ]);
    expect(heads.length).toBeGreaterThan(5);
    expect(heads).toEqual(heads.map((_, index) => [String(index + 2), `/c${index}`]));
    expect(expectRightCells(widget)).toBeGreaterThan(50);
  });

  it.each([
    [0, 0],
    [1e9, 0],
    [0, 1e9],
    [1e9, 1e9],
    [41_234, 17_777],
    [12_345, 11_400],
    [84, 45],
  ])('shows what belongs there when it is scrolled to %i, %i', async (left, top) => {
    const widget = await showLarge({ selected: 'none' });
    await scrollTo(widget, left, top);
    expectRightCells(widget);
    expectNoBlank(widget);
  });

  it('shows it too when scrolled step by step, down, across and back', async () => {
    const widget = await showLarge({ selected: 'none' });
    for (const [left, top] of [
      [0, 300],
      [0, 620],
      [500, 620],
      [1100, 900],
      [1000, 400],
      [0, 0],
    ] as const) {
      await scrollTo(widget, left, top);
      expectRightCells(widget);
      expectNoBlank(widget);
    }
  });

  it('shows it too when it gets more room', async () => {
    const widget = await showLarge({ selected: 'none', width: 600 });
    await scrollTo(widget, 20_000, 20_000);
    await page.viewport(1200, 900);
    widget.closest('div')!.style.width = '1180px';
    await settled(widget);
    await frames();
    expectNoBlank(widget);
  });

  it('keeps the names and the heads in view', async () => {
    const widget = await showLarge({ selected: 'none' });
    const before = [one(widget, '.corner').getBoundingClientRect(), scroller(widget).getBoundingClientRect()];
    await scrollTo(widget, 40_000, 30_000);
    const [corner, box] = [one(widget, '.corner').getBoundingClientRect(), scroller(widget).getBoundingClientRect()];
    expect([corner.left - box.left, corner.top - box.top]).toEqual([
      before[0]!.left - before[1]!.left,
      before[0]!.top - before[1]!.top,
    ]);
    const [name] = all(widget, 'tbody th[scope=row]').filter(
      (head) => head.getBoundingClientRect().top > corner.bottom,
    );
    expect(name!.getBoundingClientRect().left).toBe(corner.left);
  });

  it('is accessible', async () => {
    for (const [wanted, left] of [
      [{ selected: 'none' }, 0],
      [{ selected: '/c500' }, 30_000],
      [{ layout: 'list', width: 360 }, 0],
    ] as const) {
      const widget = await showLarge(wanted);
      if (any(widget, '.scroller')) await scrollTo(widget, left, left);
      await expectAccessible();
    }
  });

  it('comes into view where the page or the address selects a far mark', async () => {
    const isInView = (widget: StanceMatrix, key: string) => {
      const [mark, box] = [one(widget, `[data-select="${key}"]`), scroller(widget)].map((each) =>
        each.getBoundingClientRect(),
      );
      const corner = one(widget, '.corner').getBoundingClientRect();
      return (
        mark!.top >= corner.bottom - 1 &&
        mark!.bottom <= box!.bottom + 1 &&
        mark!.left >= corner.right - 1 &&
        mark!.right <= box!.right + 1
      );
    };
    const widget = await showLarge({ selected: 'p777/c888' });
    expect(sideAt(777, 888)).toBeDefined();
    expect(isInView(widget, 'p777/c888')).toBe(true);
    expect(one(widget, '[data-select="p777/c888"]').getAttribute('aria-expanded')).toBe('true');
    widget.selected = 'p3/c5';
    await settled(widget);
    expect(isInView(widget, 'p3/c5')).toBe(true);

    history.replaceState(null, '', '?stance-matrix.selected=p901/c12');
    const linked = await showLarge({ permalink: true });
    expect(sideAt(901, 12)).toBeDefined();
    expect(isInView(linked, 'p901/c12')).toBe(true);
    await expect.element(page.getByRole('heading', { name: /^Speaker 901 / })).toBeInTheDocument();
  });

  it('is a full table again when few cells are left', async () => {
    const widget = await showLarge({ selected: 'none' });
    await scrollTo(widget, 20_000, 20_000);
    widget.claims = 'c7';
    await settled(widget);
    expect(one(widget, 'table').hasAttribute('aria-rowcount')).toBe(false);
    const drawn = all(widget, 'tbody tr:not(.section)').length;
    expect(drawn).toBe(Array.from({ length: rows }, (_, row) => sideAt(row, 7)).filter(Boolean).length);
    expect(one(widget, '.overview')).toBeNull();
    expect(one(widget, 'input')).toBeNull();
    widget.claims = '';
    await settled(widget);
    expect(one(widget, 'table').getAttribute('aria-rowcount')).toBe('1005');
    expectRightCells(widget);
    expectNoBlank(widget);
  });

  it('has its order', async () => {
    const widget = await showLarge({ selected: 'none' });
    await scrollTo(widget, 30_000, 30_000);
    await userEvent.click(page.getByRole('button', { name: 'A–Z' }));
    await settled(widget);
    const { compare } = new Intl.Collator('en-GB');
    const sorted = Array.from({ length: rows }, (_, row) => `Speaker ${row}`).sort(compare);
    const names = all(widget, 'tbody th[scope=row] > button > bdi');
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const line = Number(name.closest('tr')!.getAttribute('aria-rowindex')) - 2;
      expect(name.textContent).toBe(sorted[line]);
    }
    await userEvent.click(page.getByRole('button', { name: 'Editor’s' }));
    await settled(widget);
    expectRightCells(widget);
    expectNoBlank(widget);
  });

  it('says on paper that only a part is printed, and leaves no empty pages', async () => {
    for (const layout of ['auto', 'table'] as const) {
      const widget = await showLarge({ layout });
      if (any(widget, '.scroller')) await scrollTo(widget, 30_000, 30_000);
      await commands.emulateMedia({ media: 'print' });
      try {
        dispatchEvent(new Event('beforeprint'));
        await expect.element(page.getByText('Only the part that was in view is printed.')).toBeVisible();
        for (let frame = 0; frame < 10; frame++) await frames();
        expect(widget.scrollHeight).toBeLessThan(6000);
        expect(widget.shadowRoot!.firstElementChild!.scrollWidth).toBeLessThan(3000);
        expect(any(widget, '.overview')?.checkVisibility() ?? false).toBe(false);
      } finally {
        await commands.emulateMedia({ media: null });
        dispatchEvent(new Event('afterprint'));
        await settled(widget);
      }
      await expect.element(page.getByText('Only the part that was in view is printed.')).not.toBeInTheDocument();
    }
  });

  it('runs from right to left with the page', async () => {
    document.body.dir = 'rtl';
    const place = await showLarge({ selected: 'none', lang: 'ar' });
    expect(getComputedStyle(scroller(place)).direction).toBe('rtl');
    for (const left of [0, -20_000, -1e9]) {
      await scrollTo(place, left, 10_000);
      expectNoBlank(place);
    }
    await scrollTo(place, -20_000, 0);
    const [title, box] = [one(place, '.section bdi'), scroller(place)].map((each) => each.getBoundingClientRect());
    expect(title!.right).toBeCloseTo(box!.right, 0);
    await scrollTo(place, 0, 0);
    one(place, '[data-select="p0"]').focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused(place)).toMatch(/^p0\/c/);
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect(focused(place)).toMatch(/^p999\/c99\d$/);
    expectNoBlank(place);
  });
});

describe('a reader with a keyboard, in a million cells', () => {
  const inRow = (row: number) => Array.from({ length: columns }, (_, column) => column).filter((c) => sideAt(row, c));
  const inColumn = (column: number) => Array.from({ length: rows }, (_, row) => row).filter((r) => sideAt(r, column));

  it('goes everywhere, with the focus on the mark that the key leads to and that mark in view', async () => {
    const widget = await showLarge({ selected: 'none' });
    one(widget, '[data-select="p0"]').focus();
    const [first] = inRow(0);
    const lastInFirstRow = inRow(0).at(-1)!;
    const below = inColumn(lastInFirstRow).filter((row) => row > 0);
    const lastRow = inRow(rows - 1);
    for (const [keys, key] of [
      ['{ArrowRight}', `p0/c${first}`],
      ['{End}', `p0/c${lastInFirstRow}`],
      ['{ArrowDown}', `p${below[0]}/c${lastInFirstRow}`],
      ['{PageDown}', `p${below[8]}/c${lastInFirstRow}`],
      ['{PageUp}', `p${below[0]}/c${lastInFirstRow}`],
      ['{Home}', `p${below[0]}`],
      ['{Control>}{End}{/Control}', `p${rows - 1}/c${lastRow.at(-1)}`],
      ['{ArrowLeft}', `p${rows - 1}/c${lastRow.at(-2)}`],
      ['{Home}', `p${rows - 1}`],
      ['{Control>}{Home}{/Control}', '/c0'],
      ['{ArrowRight}', '/c1'],
      ['{End}', `/c${columns - 1}`],
      ['{ArrowDown}', `p${inColumn(columns - 1)[0]}/c${columns - 1}`],
    ] as const) {
      await userEvent.keyboard(keys);
      expect(focused(widget), keys).toBe(key);
      await frames();
      expect(focused(widget), keys).toBe(key);
      const mark = one(widget, `[data-select="${key}"]`).getBoundingClientRect();
      const box = scroller(widget).getBoundingClientRect();
      expect(mark.right, keys).toBeLessThanOrEqual(box.right + 1);
      expect(mark.bottom, keys).toBeLessThanOrEqual(box.bottom + 1);
      expect(mark.left, keys).toBeGreaterThanOrEqual(box.left - 1);
      expect(mark.top, keys).toBeGreaterThanOrEqual(box.top - 1);
      expectRightCells(widget);
    }
  });

  it('goes on from the mark that was focused when scrolling has taken it away', async () => {
    const widget = await showLarge({ selected: 'none' });
    const [first, second] = inRow(0);
    one(widget, `[data-select="p0/c${first}"]`).focus();
    await scrollTo(widget, 50_000, 30_000);
    expect(one(widget, `[data-select="p0/c${first}"]`)).toBeNull();
    expect(widget.shadowRoot!.activeElement).toBe(scroller(widget));
    await userEvent.keyboard('{ArrowRight}');
    expect(focused(widget)).toBe(`p0/c${second}`);
    expect(one(widget, `[data-select="p0/c${second}"]`).getBoundingClientRect().width).toBeGreaterThan(0);
  });

  it('stays on the mark that was focused while other columns come into view', async () => {
    const widget = await showLarge({ selected: 'none' });
    const column = inRow(0).find((each) => each > 4)!;
    const mark = one(widget, `[data-select="p0/c${column}"]`);
    mark.focus();
    const first = one(widget, 'thead button');
    await scrollTo(widget, 420, 0);
    expect(first.isConnected).toBe(false);
    expect(widget.shadowRoot!.activeElement).toBe(mark);
    expect(focused(widget)).toBe(`p0/c${column}`);
  });

  it('finds one tab stop in the table, wherever it is scrolled', async () => {
    const widget = await showLarge({ selected: 'none' });
    for (const place of [0, 30_000]) {
      await scrollTo(widget, place, place);
      expect(all(widget, 'table [tabindex="0"]')).toHaveLength(1);
    }
    one(widget, 'summary, [data-set=order]').focus();
    const stops: string[] = [];
    for (let step = 0; step < 20; step++) {
      await userEvent.tab();
      const active = widget.shadowRoot!.activeElement;
      if (!active) break;
      stops.push(active.closest('table') ? 'table' : active.localName);
    }
    expect(stops.filter((stop) => stop === 'table')).toHaveLength(1);
  });

  it('opens a far mark with Enter and comes back to it with Escape, even if it was scrolled away', async () => {
    const widget = await showLarge({ selected: 'none' });
    one(widget, '[data-select="p0"]').focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    const key = focused(widget)!;
    for (const place of [undefined, 0]) {
      await userEvent.keyboard('{Enter}');
      await settled(widget);
      expect(widget.shadowRoot!.activeElement?.id).toBe('panel-title');
      if (place !== undefined) await scrollTo(widget, place, place);
      await userEvent.keyboard('{Escape}');
      await settled(widget);
      expect(focused(widget)).toBe(key);
      expect(one(widget, '.panel')).toBeNull();
    }
  });

  it('finds a name by typing, without accents and capitals, and goes there', async () => {
    const speakers = largeStory(100, 100).speakers.map((speaker) =>
      speaker.id === 'p77' ? { ...speaker, name: 'Zoë Łukasiewicz-Müller' } : speaker,
    );
    const widget = await show('stance-matrix', { data: largeStory(100, 100, { speakers }), selected: 'none' });
    const field = page.getByRole('searchbox', { name: 'Find a speaker or claim' });
    await userEvent.click(field);
    await userEvent.keyboard('ZOE mull');
    await userEvent.tab();
    expect(widget.shadowRoot!.activeElement?.textContent.trim()).toBe('Zoë Łukasiewicz-Müller');
    await userEvent.keyboard('{Enter}');
    await settled(widget);
    expect(focused(widget)).toBe('p77');
    await expect.element(field).toHaveValue('');
    expect(all(widget, '.find button')).toHaveLength(0);

    await userEvent.click(field);
    await userEvent.keyboard('nobody at all');
    await expect.element(page.getByText('Nothing found.')).toBeVisible();
    await userEvent.clear(field);
    await expect.element(page.getByText('Nothing found.')).not.toBeInTheDocument();

    await userEvent.fill(field, 'number 93');
    await userEvent.click(page.getByRole('button', { name: 'Claim number 93.' }).first());
    await settled(widget);
    expect(focused(widget)).toBe('/c93');
    await expectAccessible();
  });

  it('keeps what was typed when something else is drawn', async () => {
    const widget = await showLarge({ selected: 'none' });
    await userEvent.fill(page.getByRole('searchbox'), 'speaker 12');
    widget.selected = 'p1';
    await settled(widget);
    await expect.element(page.getByRole('searchbox')).toHaveValue('speaker 12');
    expect(all(widget, '.find button').length).toBeGreaterThan(1);
  });
});

describe('the list of a large matrix', () => {
  it('opens a claim that was found, and some of its voices with the others one press away', async () => {
    const widget = await showLarge({ width: 360 });
    await userEvent.fill(page.getByRole('searchbox'), 'number 555');
    await userEvent.click(page.getByRole('button', { name: 'Claim number 555.' }).first());
    await settled(widget);
    expect(one(widget, '.claim [aria-expanded=true]').textContent.trim()).toBe('Claim number 555.');
    const voices = () => all(widget, 'section.claim li').length;
    expect(voices()).toBe(30);
    const more = all(widget, '[data-act=moreMarks]').at(-1)!;
    const inAll = Array.from({ length: rows }, (_, row) => sideAt(row, 555)).filter(Boolean).length;
    expect(more.textContent.trim()).toBe(`${inAll - 30} more`);
    more.click();
    await settled(widget);
    expect(voices()).toBe(60);
  });

  it('shows a far voice of a claim that the page selects, and the way to those before it', async () => {
    const widget = await showLarge({ width: 360, selected: 'p777/c888' });
    expect(one(widget, 'li [aria-expanded=true] bdi').textContent).toBe('Speaker 777');
    expect(all(widget, 'section.claim li').length).toBeLessThanOrEqual(30);
    const [before] = all(widget, 'section.claim > .more');
    before!.click();
    await settled(widget);
    const shown = all(widget, 'li .line bdi').map((name) => Number(name.textContent.replace('Speaker ', '')));
    expect(shown).toHaveLength(30);
    expect(shown.at(-1)).toBeLessThan(777);
  });

  it('goes to the claims before and after', async () => {
    const widget = await showLarge({ width: 360, selected: '/c500' });
    const claims = () => all(widget, 'section.claim > h3').map((head) => head.textContent.trim());
    expect(claims()).toEqual(Array.from({ length: 20 }, (_, index) => `Claim number ${500 + index}.`));
    await userEvent.click(page.getByRole('button', { name: 'Show 20 more claims' }));
    await settled(widget);
    expect(claims()).toHaveLength(40);
    all(widget, '[data-act=list]')[0]!.click();
    await settled(widget);
    expect(claims()[0]).toBe('Claim number 480.');
  });
});

describe('the overview of a large table', () => {
  const canvas = (widget: StanceMatrix) => one(widget, '.overview canvas') as HTMLCanvasElement;
  const frame = (widget: StanceMatrix) => one(widget, '.overview i').getBoundingClientRect();

  /** The colour of a pixel, as `rgb(…)`; empty where nothing is drawn. */
  function pixel(widget: StanceMatrix, x: number, y: number): string {
    const [red, green, blue, alpha] = canvas(widget).getContext('2d')!.getImageData(x, y, 1, 1).data;
    return alpha ? `rgb(${red}, ${green}, ${blue})` : '';
  }

  function colour(widget: StanceMatrix, side: Side): string {
    const mark = document.createElement('b');
    mark.style.color = `var(--_${side})`;
    one(widget, '.frame').append(mark);
    const { color } = getComputedStyle(mark);
    mark.remove();
    return color;
  }

  /** Holds a table of 100 × 100 against its picture: a pixel a line, two a column. */
  function expectPicture(widget: StanceMatrix): void {
    const { width, height } = canvas(widget);
    expect([width, height]).toEqual([200, 104]);
    const [support, oppose, neutral] = (['support', 'oppose', 'neutral'] as const).map((side) => colour(widget, side));
    for (let line = 0; line < 104; line += 3)
      for (let column = 0; column < 100; column += 7) {
        const [group, within] = [Math.floor(line / 26), line % 26];
        const side = within === 0 ? undefined : sideAt(group * 25 + within - 1, column);
        const pair = [pixel(widget, column * 2, line), pixel(widget, column * 2 + 1, line)].sort();
        const wanted = {
          support: [support, support],
          oppose: [oppose, oppose],
          neutral: [neutral, neutral],
          both: [support, oppose].sort(),
        };
        expect(pair, `line ${line}, column ${column}`).toEqual(side ? wanted[side] : ['', '']);
      }
  }

  const showSmall = (wanted: Wanted = {}) =>
    show('stance-matrix', { data: largeStory(100, 100), selected: 'none', layout: 'table', ...wanted });

  it('has the colour of each cell, in both schemes, in a theme and in forced colours, and changes with them', async () => {
    const widget = await showSmall();
    await frames();
    expectPicture(widget);
    const light = colour(widget, 'support');
    for (const change of [
      () => (document.documentElement.style.colorScheme = 'dark'),
      () => widget.style.setProperty('--stance-support', 'oklch(0.6 0.2 150)'),
    ]) {
      const before = canvas(widget).toDataURL();
      change();
      await expect.poll(() => canvas(widget).toDataURL()).not.toBe(before);
    }
    expect(colour(widget, 'support')).not.toBe(light);
    const before = canvas(widget).toDataURL();
    await commands.emulateMedia({ forcedColors: 'active' });
    try {
      await expect.poll(() => canvas(widget).toDataURL()).not.toBe(before);
      const found = new Set(Array.from({ length: 104 }, (_, line) => pixel(widget, 20, line)));
      // Three sides, and nothing.
      expect(found.size).toBe(4);
    } finally {
      await commands.emulateMedia({ forcedColors: null });
    }
  });

  it('is as wide as the table’s place, at most 120 px high, and a picture only', async () => {
    const widget = await showLarge();
    await frames();
    const box = one(widget, '.overview').getBoundingClientRect();
    expect(box.width).toBe(scroller(widget).getBoundingClientRect().width);
    expect(box.height).toBeLessThanOrEqual(120);
    expect(box.height).toBeGreaterThan(60);
    expect(canvas(widget).width * canvas(widget).height).toBeLessThan(300_000);
    expect(one(widget, '.overview').getAttribute('aria-hidden')).toBe('true');
  });

  it('frames what is in view, and follows it', async () => {
    const widget = await showSmall();
    await frames();
    const whole = one(widget, '.overview').getBoundingClientRect();
    expect(frame(widget).left).toBeCloseTo(whole.left, 0);
    expect(frame(widget).top).toBeCloseTo(whole.top, 0);
    await scrollTo(widget, 1e6, 1e6);
    expect(frame(widget).right).toBeCloseTo(whole.right, 0);
    expect(frame(widget).bottom).toBeCloseTo(whole.bottom, 0);
    const { scrollWidth, clientWidth } = scroller(widget);
    await scrollTo(widget, (scrollWidth - clientWidth) / 2, 0);
    const { left, right } = frame(widget);
    expect((left + right) / 2).toBeCloseTo((whole.left + whole.right) / 2, 0);
  });

  it.each(['ltr', 'rtl'] as const)('goes where it is pressed, %s', async (dir) => {
    const lang = dir === 'rtl' ? 'ar' : 'en';
    document.body.dir = dir;
    const widget = await showSmall({ lang });
    await frames();
    const overview = one(widget, '.overview');
    const { left, width, height } = overview.getBoundingClientRect();
    const columnsInView = () => {
      const box = scroller(widget).getBoundingClientRect();
      return all(widget, 'thead th:not(.corner)')
        .filter(
          (head) => head.getBoundingClientRect().left < box.right && head.getBoundingClientRect().right > box.left,
        )
        .map((head) => Number(head.getAttribute('aria-colindex')) - 2);
    };
    await userEvent.click(overview, { position: { x: width * 0.75, y: height * 0.5 } });
    await frames();
    expect(columnsInView()).toContain(dir === 'rtl' ? 25 : 75);
    expect(all(widget, 'tbody th[scope=row] button').map((head) => head.dataset.select)).toContain('p50');
    expect(frame(widget).left + frame(widget).width / 2).toBeCloseTo(left + width * 0.75, -1);
  });

  describe('under a pointer', () => {
    /** Where a place of the page lies in the window of the browser, which holds the page in a frame. */
    function inWindow(x: number, y: number): { x: number; y: number } {
      const frame = window.frameElement!.getBoundingClientRect();
      const scale = frame.width / innerWidth;
      return { x: frame.left + x * scale, y: frame.top + y * scale };
    }

    /** The browser makes real events of what comes from a mouse or a pen at this place of the page. */
    async function mouse(
      type: 'Pressed' | 'Moved' | 'Released',
      x: number,
      y: number,
      by: { readonly pointerType?: 'mouse' | 'pen'; readonly button?: 'left' | 'right' | 'none' } = {},
    ): Promise<void> {
      const { pointerType = 'mouse', button = 'left' } = by;
      const buttons = type === 'Released' || button === 'none' ? 0 : button === 'left' ? 1 : 2;
      const event = { ...inWindow(x, y), type: `mouse${type}` as const, button, buttons, clickCount: 1, pointerType };
      await cdp().send('Input.dispatchMouseEvent', event);
      await frames();
    }

    /** The same of fingers, each at its place; of none where they leave. */
    async function touch(
      type: 'Start' | 'Move' | 'End' | 'Cancel',
      ...fingers: readonly (readonly [x: number, y: number])[]
    ): Promise<void> {
      const touchPoints = fingers.map(([x, y], id) => ({ ...inWindow(x, y), id }));
      await cdp().send('Input.dispatchTouchEvent', { type: `touch${type}` as const, touchPoints });
      await frames();
    }

    /** The widget among so much else that the page scrolls, and the place of its overview. */
    async function showAmong(wanted: Wanted = {}): Promise<{ widget: StanceMatrix; box: DOMRect }> {
      const widget = await showLarge({ selected: 'none', ...wanted });
      for (const where of ['afterbegin', 'beforeend'] as const)
        document.body.insertAdjacentHTML(
          where,
          `<p style="margin:0 0 20px">${'Some words. '.repeat(200)}</p>`.repeat(3),
        );
      one(widget, '.overview').scrollIntoView({ block: 'center', behavior: 'instant' });
      await frames();
      return { widget, box: one(widget, '.overview').getBoundingClientRect() };
    }

    const at = (box: DOMRect, x: number, y: number) => [box.left + x * box.width, box.top + y * box.height] as const;

    /** The middle of the frame in the overview, 0…1 from its left and its top. */
    function middle(widget: StanceMatrix): readonly [x: number, y: number] {
      const [whole, part] = [one(widget, '.overview').getBoundingClientRect(), frame(widget)];
      return [
        (part.left + part.width / 2 - whole.left) / whole.width,
        (part.top + part.height / 2 - whole.top) / whole.height,
      ];
    }

    function expectMiddle(widget: StanceMatrix, x: number, y: number): void {
      expect(middle(widget)[0]).toBeCloseTo(x, 1);
      expect(middle(widget)[1]).toBeCloseTo(y, 1);
      expectNoBlank(widget);
    }

    afterEach(async () => {
      // What a test that failed left pressed.
      await touch('Cancel').catch(() => {});
      await mouse('Released', 0, 0);
      window.scrollTo(0, 0);
      document.body.replaceChildren();
      getSelection()?.removeAllRanges();
    });

    it.each([
      ['mouse', 'ltr'],
      ['mouse', 'rtl'],
      ['pen', 'ltr'],
    ] as const)(
      'moves the part in view with a %s, step by step, and on when it leaves the picture, %s',
      async (pointerType, dir) => {
        document.body.dir = dir;
        const { widget, box } = await showAmong({ lang: dir === 'rtl' ? 'ar' : 'en' });
        const pen = { pointerType };
        await mouse('Moved', ...at(box, 0.3, 0.3), { pointerType, button: 'none' });
        const before = middle(widget);
        await mouse('Moved', ...at(box, 0.35, 0.3), { pointerType, button: 'none' });
        expect(middle(widget)).toEqual(before);
        await mouse('Pressed', ...at(box, 0.3, 0.3), pen);
        expectMiddle(widget, 0.3, 0.3);
        for (const [x, y] of [
          [0.4, 0.4],
          [0.5, 0.5],
          [0.6, 0.45],
          [0.7, 0.7],
        ] as const) {
          await mouse('Moved', ...at(box, x, y), pen);
          expectMiddle(widget, x, y);
        }
        // Far above and below it lie words of the page.
        await mouse('Moved', ...at(box, 0.5, -1), pen);
        expect(middle(widget)[0]).toBeCloseTo(0.5, 1);
        expect(scroller(widget).scrollTop).toBe(0);
        await mouse('Moved', ...at(box, 0.4, 3), pen);
        expect(middle(widget)[0]).toBeCloseTo(0.4, 1);
        expect(frame(widget).bottom).toBeCloseTo(box.bottom, 0);
        expect(getSelection()!.toString()).toBe('');
        await mouse('Released', ...at(box, 0.4, 3), pen);
        const still = middle(widget);
        await mouse('Moved', ...at(box, 0.8, 0.2), { pointerType, button: 'none' });
        expect(middle(widget)).toEqual(still);
        expect(widget.selected).toBe('none');
      },
    );

    it('does nothing with another button', async () => {
      const { widget, box } = await showAmong();
      const before = middle(widget);
      const right = { button: 'right' as const };
      await mouse('Pressed', ...at(box, 0.8, 0.8), right);
      await mouse('Moved', ...at(box, 0.5, 0.5), right);
      await mouse('Released', ...at(box, 0.5, 0.5), right);
      expect(middle(widget)).toEqual(before);
    });

    it.each(['ltr', 'rtl'] as const)('moves the part in view with a finger, and the page stays, %s', async (dir) => {
      document.body.dir = dir;
      const { widget, box } = await showAmong({ lang: dir === 'rtl' ? 'ar' : 'en' });
      const { scrollY } = window;
      await touch('Start', at(box, 0.3, 0.2));
      expectMiddle(widget, 0.3, 0.2);
      for (const y of [0.4, 0.6, 0.8]) {
        await touch('Move', at(box, 0.5, y));
        expectMiddle(widget, 0.5, y);
      }
      for (const y of [1.5, 2, -1]) {
        await touch('Move', at(box, 0.5, y));
        expect(window.scrollY).toBe(scrollY);
      }
      await touch('End');
      expect(scroller(widget).scrollTop).toBe(0);
      expect(window.scrollY).toBe(scrollY);
    });

    it('lets the page scroll where a finger begins beside it, also across it', async () => {
      const { widget, box } = await showAmong();
      const { scrollY } = window;
      const before = middle(widget);
      const [x, y] = at(box, 0.5, -0.6);
      await touch('Start', [x, y]);
      for (let way = 20; way <= 160; way += 20) await touch('Move', [x, y - way]);
      await touch('End');
      await expect.poll(() => window.scrollY).toBeGreaterThan(scrollY + 50);
      const { top } = one(widget, '.overview').getBoundingClientRect();
      const from = window.scrollY;
      await touch('Start', [x, top - 30]);
      for (let way = 20; way <= 160; way += 20) await touch('Move', [x, top - 30 + way]);
      await touch('End');
      await expect.poll(() => window.scrollY).toBeLessThan(from - 50);
      expect(middle(widget)).toEqual(before);
    });

    it('follows the first of two fingers', async () => {
      const { widget, box } = await showAmong();
      await touch('Start', at(box, 0.3, 0.3));
      await touch('Start', at(box, 0.3, 0.3), at(box, 0.8, 0.8));
      expectMiddle(widget, 0.3, 0.3);
      await touch('Move', at(box, 0.3, 0.3), at(box, 0.7, 0.6));
      expectMiddle(widget, 0.3, 0.3);
      await touch('Move', at(box, 0.4, 0.5), at(box, 0.7, 0.6));
      expectMiddle(widget, 0.4, 0.5);
      await touch('End');
      await touch('Start', at(box, 0.6, 0.6));
      expectMiddle(widget, 0.6, 0.6);
      await touch('End');
    });

    it('ends when the browser takes the pointer away', async () => {
      const { widget, box } = await showAmong();
      await touch('Start', at(box, 0.3, 0.3));
      await touch('Move', at(box, 0.5, 0.5));
      expectMiddle(widget, 0.5, 0.5);
      await touch('Cancel');
      await mouse('Moved', ...at(box, 0.8, 0.8), { button: 'none' });
      expectMiddle(widget, 0.5, 0.5);
      await touch('Start', at(box, 0.6, 0.4));
      expectMiddle(widget, 0.6, 0.4);
      await touch('End');
    });
  });

  it('is another picture for another order, and the same for another selection', async () => {
    const widget = await showSmall();
    await frames();
    const put = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData');
    widget.selected = 'p3';
    await settled(widget);
    await scrollTo(widget, 500, 500);
    expect(put).not.toHaveBeenCalled();
    widget.order = 'name';
    await settled(widget);
    await frames();
    expect(put).toHaveBeenCalledOnce();
  });
});

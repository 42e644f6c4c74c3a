import { describe, expect, it } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import type { StanceMatrix } from '../../src/elements/stance-matrix.js';
import { sideAt } from './large-story.js';
import {
  all,
  any,
  buttonOf,
  cornerOf,
  expectNoBlank,
  expectRightCells,
  focusedKey,
  frames,
  keyOf,
  one,
  rowCount,
  scrollerIn,
  scrollerOf,
  scrollTo,
  setUpLargeMatrix,
  showLarge,
} from './large-matrix.js';
import { expectAccessible, settled } from './page.js';

setUpLargeMatrix();

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
      if (!scrollerIn(widget)) return;
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
      expect(scrollerOf(widget).clientHeight).toBeGreaterThan(500);
    },
  );

  it('is as high as the page asks when it is narrowed to a table that is drawn whole', async () => {
    const widget = await showLarge({ layout: 'table', selected: 'none' });
    widget.style.setProperty('--stance-table-size', '5000px');
    await frames();
    expect(scrollerOf(widget).clientHeight).toBeLessThan(2500);
    widget.claims = 'c7';
    await settled(widget);
    expect(scrollerOf(widget).clientHeight).toBe(5000);
  });

  it('tells how many rows and columns there are, and the place of each that is drawn', async () => {
    const widget = await showLarge({ selected: 'none' });
    const table = one(widget, 'table');
    expect(table.getAttribute('aria-rowcount')).toBe('1005');
    expect(table.getAttribute('aria-colcount')).toBe('1001');
    expect(one(widget, 'thead tr').getAttribute('aria-rowindex')).toBe('1');
    expect(one(widget, 'th[scope=rowgroup]').closest('tr')!.getAttribute('aria-rowindex')).toBe('2');
    expect(cornerOf(widget).getAttribute('aria-colindex')).toBe('1');
    const heads = all(widget, 'thead th ~ th').map((head) => [
      head.getAttribute('aria-colindex'),
      keyOf(head.querySelector('button')!),
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
    widget.closest('main')!.style.width = '1180px';
    await settled(widget);
    await frames();
    expectNoBlank(widget);
  });

  it('keeps the names and the heads in view', async () => {
    const widget = await showLarge({ selected: 'none' });
    const before = [cornerOf(widget).getBoundingClientRect(), scrollerOf(widget).getBoundingClientRect()];
    await scrollTo(widget, 40_000, 30_000);
    const [corner, box] = [cornerOf(widget).getBoundingClientRect(), scrollerOf(widget).getBoundingClientRect()];
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
      if (scrollerIn(widget)) await scrollTo(widget, left, left);
      await expectAccessible();
    }
  });

  it('comes into view where the page or the address selects a far mark', async () => {
    const isInView = (widget: StanceMatrix, key: string) => {
      const [mark, box] = [buttonOf(widget, key)!, scrollerOf(widget)].map((each) => each.getBoundingClientRect());
      const corner = cornerOf(widget).getBoundingClientRect();
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
    expect(buttonOf(widget, 'p777/c888')!.ariaCurrent).toBe('true');
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
    const drawn = all(widget, 'tbody tr:not(:has([scope=rowgroup]))').length;
    expect(drawn).toBe(Array.from({ length: rowCount }, (_, row) => sideAt(row, 7)).filter(Boolean).length);
    expect(one(widget, '[part~=overview]')).toBeNull();
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
    await userEvent.click(page.getByRole('button', { name: 'Name', exact: true }));
    await settled(widget);
    const { compare } = new Intl.Collator('en-GB');
    const sorted = Array.from({ length: rowCount }, (_, row) => `Speaker ${row}`).sort(compare);
    const names = all(widget, 'tbody th[scope=row] > button > bdi');
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const line = Number(name.closest('tr')!.getAttribute('aria-rowindex')) - 2;
      expect(name.textContent).toBe(sorted[line]);
    }
    await userEvent.click(page.getByRole('button', { name: 'Editor’s choice' }));
    await settled(widget);
    expectRightCells(widget);
    expectNoBlank(widget);
  });

  it('says on paper that only a part is printed, and leaves no empty pages', async () => {
    for (const layout of ['auto', 'table'] as const) {
      const widget = await showLarge({ layout });
      if (scrollerIn(widget)) await scrollTo(widget, 30_000, 30_000);
      await commands.emulateMedia({ media: 'print' });
      try {
        dispatchEvent(new Event('beforeprint'));
        await expect.element(page.getByText('Only the part that was in view is printed.')).toBeVisible();
        for (let frame = 0; frame < 10; frame++) await frames();
        expect(widget.scrollHeight).toBeLessThan(6000);
        expect(widget.shadowRoot!.firstElementChild!.scrollWidth).toBeLessThan(3000);
        expect(any(widget, '[part~=overview]')?.checkVisibility() ?? false).toBe(false);
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
    expect(getComputedStyle(scrollerOf(place)).direction).toBe('rtl');
    for (const left of [0, -20_000, -1e9]) {
      await scrollTo(place, left, 10_000);
      expectNoBlank(place);
    }
    await scrollTo(place, -20_000, 0);
    const [title, box] = [one(place, 'th[scope=rowgroup] bdi'), scrollerOf(place)].map((each) =>
      each.getBoundingClientRect(),
    );
    expect(title!.right).toBeCloseTo(box!.right, 0);
    await scrollTo(place, 0, 0);
    buttonOf(place, 'p0')!.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(focusedKey(place)).toMatch(/^p0\/c/);
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect(focusedKey(place)).toMatch(/^p999\/c99\d$/);
    expectNoBlank(place);
  });
});

import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { largeStory, sideAt } from './large-story.js';
import {
  all,
  buttonOf,
  columnCount,
  expectRightCells,
  focusedKey,
  frames,
  one,
  rowCount,
  scrollerOf,
  scrollTo,
  setUpLargeMatrix,
  showLarge,
} from './large-matrix.js';
import { expectAccessible, settled, show } from './page.js';

setUpLargeMatrix();

describe('a reader with a keyboard, in a million cells', () => {
  const inRow = (row: number) =>
    Array.from({ length: columnCount }, (_, column) => column).filter((c) => sideAt(row, c));
  const inColumn = (column: number) =>
    Array.from({ length: rowCount }, (_, row) => row).filter((r) => sideAt(r, column));

  it('goes everywhere, with the focus on the mark that the key leads to and that mark in view', async () => {
    const widget = await showLarge({ selected: 'none' });
    buttonOf(widget, 'p0')!.focus();
    const [first] = inRow(0);
    const lastInFirstRow = inRow(0).at(-1)!;
    const below = inColumn(lastInFirstRow).filter((row) => row > 0);
    const lastRow = inRow(rowCount - 1);
    for (const [keys, key] of [
      ['{ArrowRight}', `p0/c${first}`],
      ['{End}', `p0/c${lastInFirstRow}`],
      ['{ArrowDown}', `p${below[0]}/c${lastInFirstRow}`],
      ['{PageDown}', `p${below[8]}/c${lastInFirstRow}`],
      ['{PageUp}', `p${below[0]}/c${lastInFirstRow}`],
      ['{Home}', `p${below[0]}`],
      ['{Control>}{End}{/Control}', `p${rowCount - 1}/c${lastRow.at(-1)}`],
      ['{ArrowLeft}', `p${rowCount - 1}/c${lastRow.at(-2)}`],
      ['{Home}', `p${rowCount - 1}`],
      ['{Control>}{Home}{/Control}', '/c0'],
      ['{ArrowRight}', '/c1'],
      ['{End}', `/c${columnCount - 1}`],
      ['{ArrowDown}', `p${inColumn(columnCount - 1)[0]}/c${columnCount - 1}`],
    ] as const) {
      await userEvent.keyboard(keys);
      expect(focusedKey(widget), keys).toBe(key);
      await frames();
      expect(focusedKey(widget), keys).toBe(key);
      const mark = buttonOf(widget, key)!.getBoundingClientRect();
      const box = scrollerOf(widget).getBoundingClientRect();
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
    buttonOf(widget, `p0/c${first}`)!.focus();
    await scrollTo(widget, 50_000, 30_000);
    expect(buttonOf(widget, `p0/c${first}`)).toBeNull();
    expect(widget.shadowRoot!.activeElement).toBe(scrollerOf(widget));
    await userEvent.keyboard('{ArrowRight}');
    expect(focusedKey(widget)).toBe(`p0/c${second}`);
    expect(buttonOf(widget, `p0/c${second}`)!.getBoundingClientRect().width).toBeGreaterThan(0);
  });

  it('stays on the mark that was focused while other columns come into view', async () => {
    const widget = await showLarge({ selected: 'none' });
    const column = inRow(0).find((each) => each > 4)!;
    const mark = buttonOf(widget, `p0/c${column}`)!;
    mark.focus();
    const first = one(widget, 'thead button');
    await scrollTo(widget, 420, 0);
    expect(first.isConnected).toBe(false);
    expect(widget.shadowRoot!.activeElement).toBe(mark);
    expect(focusedKey(widget)).toBe(`p0/c${column}`);
  });

  it('finds one tab stop in the table, wherever it is scrolled', async () => {
    const widget = await showLarge({ selected: 'none' });
    for (const place of [0, 30_000]) {
      await scrollTo(widget, place, place);
      expect(all(widget, 'table [tabindex="0"]')).toHaveLength(1);
    }
    one(widget, 'summary, [part~=controls] button').focus();
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
    buttonOf(widget, 'p0')!.focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    const key = focusedKey(widget)!;
    for (const place of [undefined, 0]) {
      await userEvent.keyboard('{Enter}');
      await settled(widget);
      expect(widget.shadowRoot!.activeElement?.matches('[part~=panel] h3')).toBe(true);
      if (place !== undefined) await scrollTo(widget, place, place);
      await userEvent.keyboard('{Escape}');
      await settled(widget);
      expect(focusedKey(widget)).toBe(key);
      expect(one(widget, '[part~=panel]')).toBeNull();
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
    expect(widget.shadowRoot!.activeElement).toBe(one(widget, '[part~=speaker][tabindex="0"]'));
    expect(widget.shadowRoot!.activeElement?.textContent).toContain('Zoë Łukasiewicz-Müller');
    await expect.element(field).toHaveValue('');
    expect(all(widget, '[role=status] button')).toHaveLength(0);

    await userEvent.click(field);
    await userEvent.keyboard('nobody at all');
    await expect.element(page.getByText('Nothing found.')).toBeVisible();
    await userEvent.clear(field);
    await expect.element(page.getByText('Nothing found.')).not.toBeInTheDocument();

    await userEvent.fill(field, 'number 93');
    await userEvent.click(page.getByRole('button', { name: 'Claim number 93.' }).first());
    await settled(widget);
    expect(widget.shadowRoot!.activeElement).toBe(one(widget, 'thead [part~=claim][tabindex="0"]'));
    expect(widget.shadowRoot!.activeElement?.textContent.trim()).toBe('Claim number 93.');
    await expectAccessible();
  });

  it('keeps what was typed when something else is drawn', async () => {
    const widget = await showLarge({ selected: 'none' });
    await userEvent.fill(page.getByRole('searchbox'), 'speaker 12');
    widget.selected = 'p1';
    await settled(widget);
    await expect.element(page.getByRole('searchbox')).toHaveValue('speaker 12');
    expect(all(widget, '[role=status] button').length).toBeGreaterThan(1);
  });
});

import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/languages/ar.js';
import type { DatasetJson } from '../../src/dataset/dataset.js';
import { disagreements } from '../../src/analysis/disagreements.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { storyJson, type Said } from '../dataset/small-story.js';
import { splitOf } from '../dataset/split-story.js';
import { expectAccessible, settled, show } from './page.js';

const stances = ['support', 'oppose', 'neutral'] as const;

/** As many claims on which many sources carry one voice or none. Of claim i the text says its number. */
function coverage(claims: number, sources: number): DatasetJson {
  const said = Array.from({ length: claims }, (_, claim) =>
    Array.from({ length: sources }, (_, source): Said[] =>
      (claim * 7 + source * 3) % 5 === 0
        ? []
        : [[`o${source}`, `p${(claim + source) % 9}`, `c${claim}`, stances[(claim * source + claim) % 3]!]],
    ).flat(),
  ).flat();
  return storyJson(said);
}

const rows = () =>
  page
    .getByRole('listitem')
    .elements()
    .filter((row) => row.hasAttribute('aria-posinset'));
const places = () => rows().map((row) => Number(row.getAttribute('aria-posinset')));
const chart = async (data: DatasetJson) => show('source-disagreement', { data, order: 'editor', width: 760 });

/** What of the screen, or of the page's own place for it, is free for rows is full of rows, each with its own claim. */
function expectFull(widget: HTMLElement, text = (place: number) => `The claim c${place - 1}`): void {
  const root = widget.shadowRoot!;
  const chart = root.querySelector('[part~=row]')!.parentElement!.getBoundingClientRect();
  const frame = widget.parentElement!.getBoundingClientRect();
  const seen = { from: Math.max(frame.top, 0), to: Math.min(frame.bottom, innerHeight) };
  for (let y = seen.from + 5; y < seen.to - 5; y += 10) {
    const at = root.elementFromPoint(chart.left + 40, y);
    expect(at?.matches('svg[aria-hidden=true]'), `at ${y}`).toBe(false);
    const row = at?.closest('[aria-posinset]');
    if (row) expect(row.querySelector('h3 button')!.textContent).toContain(text(Number(row.ariaPosInSet)));
  }
}

const focused = (widget: HTMLElement) => widget.shadowRoot!.activeElement as HTMLElement;

/** The focus is on that claim, which is to be seen. */
function expectAt(widget: HTMLElement, text: string): void {
  expect(focused(widget).textContent).toContain(text.replace(/[.“”]/g, ''));
  expect(focused(widget).ariaExpanded).not.toBeNull();
  const { top, bottom } = focused(widget).getBoundingClientRect();
  const frame = widget.parentElement!.getBoundingClientRect();
  expect(top).toBeGreaterThanOrEqual(Math.max(frame.top, 0));
  expect(bottom).toBeLessThanOrEqual(Math.min(frame.bottom, innerHeight));
}

const field = (name = 'Find a claim') => page.getByRole('searchbox', { name });

afterEach(() => {
  window.scrollTo(0, 0);
  document.documentElement.removeAttribute('style');
  document.body.dir = '';
});

describe('a chart of two thousand claims and forty sources', () => {
  const { overview } = splitOf(coverage(2000, 40));

  it('draws what is near the screen, says how many rows there are, and is as long as all of them', async () => {
    const widget = await chart(overview);
    const inView = rows();
    expect(inView.length).toBeGreaterThan(4);
    expect(inView.length).toBeLessThan(60);
    expect(new Set(inView.map((row) => row.getAttribute('aria-setsize')))).toEqual(new Set(['2000']));
    expect(widget.getBoundingClientRect().height).toBeGreaterThan(2000 * 40);
    expect(widget.shadowRoot!.querySelectorAll('*').length).toBeLessThan(12_000);
    await expectAccessible();
  });

  it('shows the rows that belong there wherever the reader scrolls, and nothing moves when they come', async () => {
    const widget = await chart(overview);
    for (const part of [0.3, 0.8, 0.999, 0.1]) {
      window.scrollTo(0, part * document.documentElement.scrollHeight);
      await settled(widget);
      const onScreen = rows().filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      expect(onScreen.length).toBeGreaterThan(0);
      const [first = onScreen[0]!] = onScreen;
      const { top } = first.getBoundingClientRect();
      await settled(widget);
      expect(Math.abs(first.getBoundingClientRect().top - top)).toBeLessThan(1);
      for (const row of onScreen)
        expect(row.querySelector('h3 button')!.textContent.trim()).toBe(`“The claim c${Number(row.ariaPosInSet) - 1}”`);
      const drawn = places();
      expect(drawn).toEqual(drawn.map((_, index) => drawn[0]! + index));
    }
  });

  it('counts voices as well', async () => {
    const widget = await show('source-disagreement', { data: overview, view: 'counts', width: 760 });
    expect(rows().length).toBeGreaterThan(4);
    expect(page.getByText('could not be loaded').elements()).toEqual([]);
    expect(widget.getBoundingClientRect().height).toBeGreaterThan(2000 * 40);
  });

  it('follows the arrow keys from claim to claim beyond what was drawn', async () => {
    const widget = await chart(overview);
    widget.shadowRoot!.querySelector<HTMLElement>('h3 button')!.focus();
    for (let step = 0; step < 40; step++) {
      await userEvent.keyboard('{ArrowDown}');
      await settled(widget);
    }
    expect(widget.shadowRoot!.activeElement?.textContent.trim()).toBe('“The claim c40”');
  });

  it('puts the greatest disagreement first, and narrows to a chart that is drawn whole', async () => {
    const widget = await show('source-disagreement', { data: overview, width: 760 });
    const scores = new Map(
      disagreements(readDataset(overview)).map(({ claim, score }) => [`“${claim.text.slice(0, -1)}”`, score]),
    );
    const drawn = page.getByRole('button', { name: /^“The claim/ }).elements();
    const greatest = Math.max(...[...scores.values()].map((score) => score ?? -1));
    expect(scores.get(drawn[0]!.textContent.trim())).toBe(greatest);
    widget.sources = 'o1 o2 o3';
    widget.claims = 'c1 c2 c3';
    await settled(widget);
    expect(rows()).toEqual([]);
    expect(page.getByRole('button', { name: /^“The claim/ }).elements()).toHaveLength(3);
  });
});

describe('a reader who looks for a claim among two thousand', () => {
  const { overview } = splitOf(coverage(2000, 40));

  it('finds it by typing, without accents and capitals, and comes to its row', async () => {
    const claims = overview.claims.map((claim) =>
      claim.id === 'c1777' ? { ...claim, text: 'The mayor of Łódź opposes the café.', short: 'Espresso' } : claim,
    );
    const widget = await chart({ ...overview, claims });
    for (const words of ['CAFE mayor', 'espresso']) {
      await userEvent.click(field());
      await userEvent.keyboard(words);
      await expectAccessible();
      await userEvent.tab();
      expect(focused(widget).textContent.trim()).toBe('The mayor of Łódź opposes the café.');
      await userEvent.keyboard('{Enter}');
      await settled(widget);
      expectAt(widget, 'The mayor of Łódź opposes the café.');
      expect(focused(widget).closest('li')!.ariaPosInSet).toBe('1778');
      await expect.element(field()).toHaveValue('');
      expect(widget.shadowRoot!.querySelectorAll('[role=status] button')).toHaveLength(0);
      await userEvent.keyboard('{ArrowDown}');
      expect(focused(widget).textContent).toContain('The claim c1778');
      await expectAccessible();
      widget.selected = 'c3';
    }
  });

  it('sees the rows around it, also those that were never drawn, and nothing moves afterwards', async () => {
    const widget = await chart(overview);
    for (const claim of ['c1999', 'c1000', 'c0', 'c1500', 'c1496', 'c8']) {
      await userEvent.fill(field(), `claim ${claim}.`);
      await userEvent.click(page.getByRole('button', { name: `The claim ${claim}.` }).first());
      await widget.updateComplete;
      expectAt(widget, `The claim ${claim}.`);
      expectFull(widget);
      const { top } = focused(widget).getBoundingClientRect();
      await settled(widget);
      expectFull(widget);
      expect(Math.abs(focused(widget).getBoundingClientRect().top - top)).toBeLessThan(1);
    }
  });

  it('is told where nothing is found', async () => {
    await chart(overview);
    await userEvent.fill(field(), 'nothing like it');
    await expect.element(page.getByText('Nothing found.')).toBeVisible();
    await expectAccessible();
    await userEvent.clear(field());
    await expect.element(page.getByText('Nothing found.')).not.toBeInTheDocument();
  });

  it('comes there too in another order and view, and where the page scrolls in a box of its own, smoothly', async () => {
    const widget = await show('source-disagreement', { data: overview, view: 'counts', width: 760 });
    const box = widget.parentElement!;
    Object.assign(box.style, { height: '420px', overflow: 'auto', scrollBehavior: 'smooth' });
    document.documentElement.style.scrollBehavior = 'smooth';
    for (const claim of ['c1234', 'c4']) {
      await userEvent.fill(field(), `${claim}.`);
      await userEvent.click(page.getByRole('button', { name: `The claim ${claim}.` }).first());
      await settled(widget);
      expectAt(widget, `The claim ${claim}.`);
    }
  });

  it('reads and finds from right to left too', async () => {
    document.body.dir = 'rtl';
    const widget = await show('source-disagreement', { data: overview, lang: 'ar', order: 'editor', width: 360 });
    await userEvent.fill(field('ابحث عن مقولة'), 'c777.');
    const found = page.getByRole('button', { name: 'The claim c777.' });
    const [input, button] = [field('ابحث عن مقولة'), found].map((each) => each.element().getBoundingClientRect());
    expect(button!.right).toBeCloseTo(input!.right, 0);
    await expectAccessible();
    await userEvent.click(found);
    await settled(widget);
    expectAt(widget, '“The claim c777”');
    expectFull(widget);
  });

  it.each(['source-disagreement', 'stance-matrix'] as const)(
    'may type into a field of the fallback of <%s> meanwhile',
    async (name) => {
      const widget = document.createElement(name);
      widget.innerHTML = '<input>';
      document.body.replaceChildren(widget);
      await settled(widget);
      const faults: unknown[] = [];
      const onError = (event: ErrorEvent) => {
        faults.push(event.error);
        event.preventDefault();
      };
      addEventListener('error', onError);
      await userEvent.fill(page.getByRole('textbox'), 'text');
      removeEventListener('error', onError);
      expect(faults).toEqual([]);
    },
  );

  it('empties the field with Escape, and what is open stays open', async () => {
    const widget = await chart(overview);
    widget.selected = 'c1';
    await settled(widget);
    await userEvent.fill(field(), 'c5');
    await userEvent.keyboard('{Escape}');
    await settled(widget);
    await expect.element(field()).toHaveValue('');
    expect(widget.shadowRoot!.querySelectorAll('[role=status] button')).toHaveLength(0);
    expect(widget.selected).toBe('c1');
    expect(focused(widget).localName).toBe('input');
  });

  it('has no such field where all rows are drawn, nor where pairs of sources are shown', async () => {
    const widget = await chart(overview);
    await expect.element(field()).toBeVisible();
    widget.view = 'pairs';
    await settled(widget);
    await expect.element(page.getByRole('searchbox')).not.toBeInTheDocument();
    widget.view = 'counts';
    await settled(widget);
    await expect.element(field()).toBeVisible();
    widget.claims = 'c1 c2 c3';
    await settled(widget);
    await expect.element(page.getByRole('searchbox')).not.toBeInTheDocument();
  });
});

describe('a chart whose evidence stands apart', () => {
  const whole = coverage(12, 4);

  it('says the same as the chart of the whole', async () => {
    const drawing = async (data: DatasetJson) => {
      const widget = await show('source-disagreement', { data });
      return [...widget.shadowRoot!.querySelectorAll('[part~=row]')].map((row) => row.textContent);
    };
    expect(await drawing(splitOf(whole).overview)).toEqual(await drawing(whole));
    expect(readDataset(splitOf(whole).overview).statements).toEqual([]);
  });

  it('says that the quotes on an open claim could not be loaded where their file is missing, and keeps the numbers', async () => {
    await show('source-disagreement', { data: splitOf(whole).overview, selected: 'c1' });
    await expect.element(page.getByRole('alert')).toHaveTextContent('The quotes on this claim could not be loaded.');
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect.element(page.getByRole('columnheader', { name: 'People and groups quoted' })).toBeVisible();
    await expectAccessible();
  });

  it('is loading again, and no longer failed, once the reader tries again', async () => {
    await show('source-disagreement', { data: splitOf(whole).overview, selected: 'c1' });
    await expect.element(page.getByRole('alert')).toBeVisible();
    // The second request gets no answer.
    const request = vi.spyOn(window, 'fetch').mockReturnValue(new Promise(() => {}));
    onTestFinished(() => request.mockRestore());
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByText('Loading …')).toBeVisible();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    expect(request).toHaveBeenCalledOnce();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { DatasetJson } from '../../src/dataset/dataset.js';
import { disagreements } from '../../src/dataset/disagreements.js';
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

afterEach(() => window.scrollTo(0, 0));

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
        expect(row.querySelector('h3')!.textContent.trim()).toBe(`The claim c${Number(row.ariaPosInSet) - 1}.`);
      const drawn = places();
      expect(drawn).toEqual(drawn.map((_, index) => drawn[0]! + index));
    }
  });

  it('counts voices as well', async () => {
    const widget = await show('source-disagreement', { data: overview, view: 'counts', width: 760 });
    expect(rows().length).toBeGreaterThan(4);
    expect(page.getByText('cannot be shown').elements()).toEqual([]);
    expect(widget.getBoundingClientRect().height).toBeGreaterThan(2000 * 40);
  });

  it('follows the arrow keys from claim to claim beyond what was drawn', async () => {
    const widget = await chart(overview);
    widget.shadowRoot!.querySelector<HTMLElement>('h3 button')!.focus();
    for (let step = 0; step < 40; step++) {
      await userEvent.keyboard('{ArrowDown}');
      await settled(widget);
    }
    expect(widget.shadowRoot!.activeElement?.textContent.trim()).toBe('The claim c40.');
  });

  it('puts the greatest disagreement first, and narrows to a chart that is drawn whole', async () => {
    const widget = await show('source-disagreement', { data: overview, width: 760 });
    const scores = new Map(disagreements(readDataset(overview)).map(({ claim, score }) => [claim.text, score]));
    const drawn = page.getByRole('heading', { level: 3 }).elements();
    const greatest = Math.max(...[...scores.values()].map((score) => score ?? -1));
    expect(scores.get(drawn[0]!.textContent.trim())).toBe(greatest);
    widget.sources = 'o1 o2 o3';
    widget.claims = 'c1 c2 c3';
    await settled(widget);
    expect(rows()).toEqual([]);
    expect(page.getByRole('heading', { level: 3 }).elements()).toHaveLength(3);
  });
});

describe('a chart whose evidence stands apart', () => {
  const whole = coverage(12, 4);

  it('says the same as the chart of the whole', async () => {
    const drawing = async (data: DatasetJson) => {
      const widget = await show('source-disagreement', { data });
      return widget.shadowRoot!.querySelector('.chart')!.textContent;
    };
    expect(await drawing(splitOf(whole).overview)).toBe(await drawing(whole));
    expect(readDataset(splitOf(whole).overview).statements).toEqual([]);
  });

  it('says that the words of an open claim cannot be shown where their file is missing, and keeps the numbers', async () => {
    await show('source-disagreement', { data: splitOf(whole).overview, selected: 'c1' });
    await expect.element(page.getByRole('alert')).toHaveTextContent('The words on this claim cannot be shown');
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect.element(page.getByRole('columnheader', { name: 'Voices it carries' })).toBeVisible();
    await expectAccessible();
  });
});

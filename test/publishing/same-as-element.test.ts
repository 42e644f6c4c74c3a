import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { story, type Said } from '../dataset/small-story.js';
import { elementNames, widgets } from '../../src/publishing/formats.js';
import { footerContent, staticView } from '../../src/publishing/static-view.js';
import { renderStatic } from '../../src/publishing/render-static.js';
import type { Dataset, Stance } from '../../src/dataset/dataset.js';
import {
  attributeOf,
  drawn,
  elementsOf,
  named,
  seeds,
  textOf,
  wantedFor,
  xmlElements,
  type Element,
} from './drawing.js';

const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** The element’s own drawing for wide places, as it stands in the declarative shadow root. */
async function drawnByElement(dataset: Dataset, widget: (typeof widgets)[number]): Promise<readonly Element[]> {
  const all = elementsOf(await drawn(dataset, 'dsd', widget));
  const from = all.findIndex((each) => attributeOf(each, 'class') === 'drawn wide');
  return all.slice(
    from,
    all.findIndex((each) => attributeOf(each, 'class') === 'drawn narrow'),
  );
}

const hasClass = (name: string) => (element: Element) =>
  attributeOf(element, 'class')?.split(' ').includes(name) === true;

const of = (count: number, stances: readonly Stance[]): readonly Said[] =>
  stances.slice(0, count).map((stance, index) => [`paper-${index + 1}`, `voice-${index + 1}`, 'tax', stance]);

const stories: Readonly<Record<string, Dataset>> = {
  'the seeds': seeds,
  'one source': story(of(1, ['support'])),
  'two sources': story([...of(2, ['support', 'oppose']), ['paper-1', 'ann', 'war', 'neutral']]),
  'seven sources': story(of(7, ['support', 'oppose', 'support', 'neutral', 'oppose', 'support', 'support'])),
  'an outlet alone': story([
    ['paper-1', '', 'tax', 'support'],
    ['paper-2', 'ann', 'war', 'oppose'],
  ]),
};

describe.each(Object.entries(stories))('a picture of %s says what the element says', (_, dataset) => {
  test('of each mark', async () => {
    const elements = await drawnByElement(dataset, 'matrix');
    const byElement = elements.filter(hasClass('cell')).map((each) => attributeOf(each, 'aria-label')!);
    const picture = xmlElements(await drawn(dataset, 'svg', 'matrix', { layout: 'table' }));
    const claims = new Set(dataset.claims.map(({ text }) => text));
    const titles = picture.filter(({ name, text }) => name === 'title' && !claims.has(text)).slice(1);
    expect(titles.map(({ text }) => text)).toEqual(byElement);
  });

  test.each(widgets)('first and last, in the %s', async (widget) => {
    const text = squeezed((await drawnByElement(dataset, widget)).map(textOf).join(' '));
    const view = staticView(dataset, wantedFor(widget));
    for (const sentence of [view.heading, ...view.lead, footerContent(view).facts])
      expect(text).toContain(squeezed(sentence));
  });
});

describe('the declarative shadow root', () => {
  test.each(widgets)(
    'stands in the element with the %s, beside the tables for those who cannot read it',
    async (widget) => {
      const elements = elementsOf(await drawn(seeds, 'dsd', widget));
      const names = elements.map(({ tagName }) => tagName);
      expect(
        names
          .slice(names.indexOf(elementNames[widget]))
          .filter((name) => ['template', 'figure'].includes(name))
          .slice(0, 1),
      ).toEqual(['template']);
      expect(attributeOf(named(elements, 'template')[0]!, 'shadowrootmode')).toBe('open');
      expect(named(elements, 'q').length).toBeGreaterThanOrEqual(seeds.statements.length);
    },
  );

  test('tells which style a strict content security policy must name', async () => {
    const { content, notes } = await renderStatic(seeds, 'dsd', wantedFor('matrix'));
    const [style] = named(elementsOf(String(content)), 'style');
    expect(notes.join()).toContain(
      `style-src 'sha256-${createHash('sha256').update(textOf(style!)).digest('base64')}'`,
    );
  });

  test('has the rules that the element makes when it runs', async () => {
    const elements = elementsOf(await drawn(seeds, 'dsd', 'matrix'));
    const style = textOf(named(elements, 'style')[0]!);
    const rows = elements.filter(hasClass('pips')).map((each) => /on-\d+/.exec(attributeOf(each, 'class')!)![0]);
    expect(rows.length).toBeGreaterThan(20);
    for (const row of new Set(rows)) expect(style).toContain(`.${row}{`);
  });

  test('keeps no marks of the renderer', async () => {
    expect(await drawn(seeds, 'dsd', 'matrix')).not.toMatch(/<!--|undefined|\[object/);
  });
});

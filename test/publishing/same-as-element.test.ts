import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { story, type Said } from '../dataset/small-story.js';
import { elementNames, widgets } from '../../src/publishing/formats.js';
import { footerContent, staticView } from '../../src/publishing/static-view.js';
import { renderStatic } from '../../src/publishing/render-static.js';
import type { Dataset, Stance } from '../../src/dataset/dataset.js';
import {
  attributeOf,
  rendered,
  elementsOf,
  byTag,
  seeds,
  textOf,
  optionsFor,
  xmlElements,
  type Element,
} from './rendering.js';

const collapsed = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** The element’s drawing for wide containers, in the declarative shadow root. */
async function drawnByElement(dataset: Dataset, widget: (typeof widgets)[number]): Promise<readonly Element[]> {
  const all = elementsOf(await rendered(dataset, 'dsd', widget));
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

describe.each(Object.entries(stories))('the SVG of %s says what the element says', (_, dataset) => {
  test('of each mark', async () => {
    const elements = await drawnByElement(dataset, 'matrix');
    const byElement = elements.filter(hasClass('cell')).map((each) => attributeOf(each, 'aria-label')!);
    const picture = xmlElements(await rendered(dataset, 'svg', 'matrix', { layout: 'table' }));
    const claims = new Set(dataset.claims.map(({ text }) => text));
    const titles = picture.filter(({ name, text }) => name === 'title' && !claims.has(text)).slice(1);
    // In the element the headings of the row and the column say who, and on which claim.
    expect(
      titles.map(({ text }) =>
        text.replace(/^(?<voice>.+?) (?=(supports?|opposes?|takes?) )/, '').replace(/“.*?”/, 'this'),
      ),
    ).toEqual(byElement);
  });

  test.each(widgets)('first and last, in the %s', async (widget) => {
    const text = collapsed((await drawnByElement(dataset, widget)).map(textOf).join(' '));
    const view = staticView(dataset, optionsFor(widget));
    for (const sentence of [view.heading, ...view.lead, footerContent(view).facts])
      expect(text).toContain(collapsed(sentence));
  });
});

describe('the declarative shadow root', () => {
  test.each(widgets)('is in the element with the %s, next to tables for browsers without support', async (widget) => {
    const elements = elementsOf(await rendered(seeds, 'dsd', widget));
    const names = elements.map(({ tagName }) => tagName);
    expect(
      names
        .slice(names.indexOf(elementNames[widget]))
        .filter((name) => ['template', 'figure'].includes(name))
        .slice(0, 1),
    ).toEqual(['template']);
    expect(attributeOf(byTag(elements, 'template')[0]!, 'shadowrootmode')).toBe('open');
    expect(byTag(elements, 'q').length).toBeGreaterThanOrEqual(seeds.statements.length);
  });

  test('has a note with the style hash for a strict content security policy', async () => {
    const { content, notes } = await renderStatic(seeds, 'dsd', optionsFor('matrix'));
    const [style] = byTag(elementsOf(String(content)), 'style');
    expect(notes.map(({ message }) => message).join()).toContain(
      `style-src 'sha256-${createHash('sha256').update(textOf(style!)).digest('base64')}'`,
    );
  });

  test('has the rules that the element generates at run time', async () => {
    const elements = elementsOf(await rendered(seeds, 'dsd', 'matrix'));
    const style = textOf(byTag(elements, 'style')[0]!);
    const rows = elements.filter(hasClass('pips')).map((each) => /on-\d+/.exec(attributeOf(each, 'class')!)![0]);
    expect(rows.length).toBeGreaterThan(20);
    for (const row of new Set(rows)) expect(style).toContain(`.${row}{`);
  });

  test('has no markers of the renderer', async () => {
    expect(await rendered(seeds, 'dsd', 'matrix')).not.toMatch(/<!--|undefined|\[object/);
  });
});

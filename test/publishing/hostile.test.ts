import { describe, expect, test } from 'vitest';
import { widgets, type Format } from '../../src/publishing/formats.js';
import { rendered, elementsOf, byTag, textOf, optionsFor, xmlElements } from './rendering.js';
import { hostile, hostileStory, shownFields } from './hostile-story.js';
import { embedSnippet } from '../../src/publishing/embed/embed-snippet.js';
import { staticView } from '../../src/publishing/static-view.js';

/** The tags that each channel uses, without those in shadow roots. */
const known: Readonly<Record<string, ReadonlySet<string>>> = {
  html: set('figure h2 h3 h4 p bdi b br small table thead tbody tr th td q cite time a span'),
  email: set(
    'html head meta title body figure h2 h3 h4 p bdi b br small table thead tbody tr th td q cite time a span',
  ),
  embed: set(
    'script stance-matrix source-disagreement div h2 p bdi b br small table thead tbody tr th td q cite time a details summary',
  ),
};

function set(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}

const handlers = (html: string) =>
  elementsOf(html).flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith('on')));

/** White space as HTML shows it; the elements’ templates do not preserve line ends. */
const collapsed = (text: string) => text.replaceAll(/\s+/g, ' ');

function embed(text: string, widget: (typeof widgets)[number]): string {
  const view = staticView(hostileStory(text), optionsFor(widget));
  return embedSnippet(view, { address: '/stancekit.js', integrity: undefined }, undefined).markup;
}

describe.each(widgets)('no text of a dataset becomes markup in the %s', (widget) => {
  test.each(hostile)('%j', async (text) => {
    const story = hostileStory(text);
    for (const format of ['html', 'email'] as const) {
      const html = await rendered(story, format, widget);
      expect(
        elementsOf(html)
          .map(({ tagName }) => tagName)
          .filter((name) => !known[format]!.has(name)),
      ).toEqual([]);
      expect(handlers(html)).toEqual([]);
      const shown = elementsOf(html).map(textOf).join('\n');
      for (const field of shownFields) expect(shown, field).toContain(`${field} ${text} ${field}`);
    }
    const snippet = embed(text, widget);
    expect(
      elementsOf(snippet)
        .map(({ tagName }) => tagName)
        .filter((name) => !known['embed']!.has(name)),
    ).toEqual([]);
    expect(byTag(elementsOf(snippet), 'script')).toHaveLength(2);
    expect(handlers(snippet)).toEqual([]);
  });

  test.each(hostile)('nor in its SVG, its page for a frame and its shadow root: %j', async (text) => {
    const story = hostileStory(text);
    const svg = xmlElements(await rendered(story, 'svg', widget));
    expect([...new Set(svg.map(({ name }) => name))].filter((name) => !svgNames.has(name))).toEqual([]);
    expect(svg.find(({ name }) => name === 'desc')?.text).toContain(`source ${text} s`);

    const frame = await rendered(story, 'iframe', widget);
    expect(byTag(elementsOf(frame), 'script')).toHaveLength(3);
    expect(byTag(elementsOf(frame), 'style', 'base')).toHaveLength(2);
    expect(handlers(frame)).toEqual([]);

    const shadow = await rendered(story, 'dsd', widget);
    expect(byTag(elementsOf(shadow), 'script')).toHaveLength(2);
    expect(byTag(elementsOf(shadow), 'img', 'iframe', 'h1')).toEqual([]);
    expect(handlers(shadow)).toEqual([]);
    const [template] = byTag(elementsOf(shadow), 'template');
    expect(collapsed(textOf(template!))).toContain(collapsed(`claim ${text} claim`));
  });
});

const svgNames = set('svg title desc rect text g circle path line');

describe('characters that XML forbids', () => {
  test.each(['\u0000', '\u0008', '\u001f', '\ufffe', '\uffff'])('%j is replaced', async (text) => {
    const formats: readonly Format[] = ['html', 'svg'];
    for (const format of formats) {
      const elements = xmlElements(await rendered(hostileStory(text), format, 'disagreement'));
      expect(elements.some((element) => element.text.includes('source \ufffd source'))).toBe(true);
    }
  });

  test('half a surrogate pair, which only a heading can contain, is replaced too', async () => {
    const html = await rendered(hostileStory('x'), 'html', 'matrix', { heading: 'cut \ud83e here' });
    expect(xmlElements(html).some(({ text }) => text === 'cut \ufffd here')).toBe(true);
  });

  test('a carriage return is preserved', async () => {
    const html = await rendered(hostileStory('a\r\nb\rc'), 'html', 'matrix');
    expect(elementsOf(html).map(textOf)).toContain('quote a\r\nb\rc quote');
  });
});

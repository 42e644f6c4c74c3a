import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import seeds from '../../seeds/dataset.json' with { type: 'json' };
import '../../src/languages/ar.js';
import '../../src/languages/de.js';
import type { DatasetJson } from '../../src/dataset/dataset.js';
import type { StanceElement } from '../../src/elements/stance-element.js';
import { addLanguage } from '../../src/wording/language-registry.js';
import { artificialStory, contestedStory } from '../../stories/story-data.js';
import { storyJson } from '../dataset/small-story.js';
import { pseudo, pseudoTag } from '../wording/pseudo.js';
import { settled, show } from './page.js';

const story = storyJson([
  ['daily', 'ann', 'tax', 'support'],
  ['herald', 'ann', 'tax', 'oppose'],
  ['herald', 'bob', 'war', 'oppose'],
  ['weekly', 'bob', 'tax', 'neutral'],
]);

const textOf = (widget: StanceElement) => widget.shadowRoot!.textContent.replace(/\s+/g, ' ');

const heading = (widget: StanceElement) => widget.shadowRoot!.querySelector('h2')!.textContent.trim();

const german = 'Wo sich die Berichterstattung unterscheidet';
const english = 'Where the coverage differs';

afterEach(() => {
  document.documentElement.removeAttribute('dir');
  document.body.replaceChildren();
});

describe('a page that changes its language', () => {
  it('is followed, whichever ancestor names it, and back', async () => {
    const widget = await show('source-disagreement', { data: story });
    expect(heading(widget)).toBe(english);
    for (const place of [document.documentElement, document.body, widget.parentElement!, widget]) {
      const before = place.getAttribute('lang');
      place.setAttribute('lang', 'de-AT');
      await settled(widget);
      expect(heading(widget), place.localName).toBe(german);
      expect(widget.shadowRoot!.querySelector('section')!.lang).toBe('de-AT');
      if (before === null) place.removeAttribute('lang');
      else place.setAttribute('lang', before);
      await settled(widget);
      expect(heading(widget), place.localName).toBe(english);
    }
  });

  it('is followed around another component’s shadow root, and inside it', async () => {
    const host = document.createElement('div');
    const inner = document.createElement('p');
    const widget = Object.assign(document.createElement('source-disagreement'), { data: story });
    host.attachShadow({ mode: 'open' }).append(inner);
    inner.append(widget);
    document.body.replaceChildren(host);
    await settled(widget);
    for (const place of [inner, host, document.body]) {
      place.setAttribute('lang', 'de');
      await settled(widget);
      expect(heading(widget), place.localName).toBe(german);
      place.removeAttribute('lang');
      await settled(widget);
      expect(heading(widget), place.localName).toBe(english);
    }
  });

  it('is followed by a widget that moves into another part of it', async () => {
    const widget = await show('source-disagreement', { data: story });
    const part = document.createElement('div');
    part.lang = 'de';
    document.body.append(part);
    part.append(widget);
    await settled(widget);
    expect(heading(widget)).toBe(german);
  });

  it('is followed in its direction where there are no words in its language', async () => {
    const widget = await show('source-disagreement', { data: story });
    const direction = () => widget.shadowRoot!.querySelector('section')!.dir;
    document.documentElement.lang = 'he';
    document.documentElement.dir = 'rtl';
    await settled(widget);
    expect([direction(), heading(widget)]).toEqual(['rtl', english]);
    document.documentElement.dir = 'ltr';
    await settled(widget);
    expect(direction()).toBe('ltr');
  });

  it('is no longer watched once the widgets are gone, and watched again when one comes back', async () => {
    const widget = await show('source-disagreement', { data: story });
    let raised = 0;
    const count = () => raised++;
    addEventListener('stancekit.languages', count);
    const change = async (lang: string) => {
      document.documentElement.lang = lang;
      await new Promise(requestAnimationFrame);
    };
    await change('de');
    expect(raised).toBe(1);
    widget.remove();
    await change('en');
    expect(raised).toBe(1);
    document.body.append(widget);
    await change('de');
    expect(raised).toBe(2);
    await settled(widget);
    expect(heading(widget)).toBe(german);
    removeEventListener('stancekit.languages', count);
  });
});

it('a language that comes after the drawing takes its place, an error’s too', async () => {
  const widget = await show('source-disagreement', { data: story, lang: 'fr' });
  const failed = Object.assign(document.createElement('stance-matrix'), { data: {}, lang: 'fr' });
  document.body.append(failed);
  await settled(failed);
  expect(heading(widget)).toBe(english);
  expect(textOf(failed)).toContain('This chart could not be loaded.');
  await import('../../src/languages/fr.js');
  await settled(widget);
  expect(heading(widget)).toBe('Où la couverture diffère');
  expect(textOf(failed)).toContain('Ce graphique n’a pas pu être chargé.');
});

it('Arabic is drawn from right to left, in Arabic words', async () => {
  const widget = await show('stance-matrix', { data: story, lang: 'ar' });
  const root = widget.shadowRoot!;
  const frame = root.querySelector('section')!;
  expect([frame.dir, getComputedStyle(frame).direction, frame.lang]).toEqual(['rtl', 'rtl', 'ar']);
  const [first, ...columns] = [...root.querySelectorAll('thead th')].map((head) => head.getBoundingClientRect().right);
  expect(columns.length).toBeGreaterThan(1);
  for (const right of columns) expect(right).toBeLessThan(first!);
  const names = [...root.querySelectorAll('td button')].map((mark) => mark.ariaLabel!);
  expect(names.length).toBeGreaterThan(2);
  for (const name of names) expect(name).toMatch(/^(تأييد|معارضة|دون انحياز)/);
  expect(textOf(widget)).toContain('من يتحدث');
});

describe('in the pseudo-language', () => {
  beforeAll(() => addLanguage(pseudoTag, pseudo));

  const contested = contestedStory();
  const many = artificialStory({ speakers: 6, claims: 8, sources: 7, groups: 2 });
  const two = artificialStory({ speakers: 3, claims: 3, sources: 2, filled: 40 });
  const one = artificialStory({ speakers: 3, claims: 3, sources: 1, filled: 40 });
  const none = { ...one, statements: [] };
  const real = seeds as unknown as DatasetJson;

  /** Every string of a dataset. */
  function texts(value: unknown): readonly string[] {
    if (typeof value === 'string') return [value];
    return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(texts);
  }

  /** What a reader sees or hears that is neither the dataset’s nor in brackets. */
  function foreign(widget: StanceElement, data: unknown): readonly string[] {
    const given = texts(data)
      .flatMap((text) => [text, text.trim(), text.replace(/\.$/, ''), text.replaceAll('“', '‘').replaceAll('”', '’')])
      .flatMap((text) => [text, text.replace(/\.$/, '')])
      .filter((text) => text.length > 1)
      .sort((a, b) => b.length - a.length);
    const seen: string[] = [];
    const walk = document.createTreeWalker(widget.shadowRoot!, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let at = walk.nextNode(); at; at = walk.nextNode()) {
      if (at instanceof Element)
        for (const name of ['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'data-label'])
          seen.push(at.getAttribute(name) ?? '');
      else if (!at.parentElement?.closest('style, blockquote, q, [lang="en"]')) seen.push(at.textContent ?? '');
    }
    // From the innermost brackets outwards.
    const outside = (text: string): string => {
      const rest = text.replace(/\[[^[\]]*\]/g, '');
      return rest === text ? rest : outside(rest);
    };
    // Formats of the data, and the letters that stand for a source, are no words.
    const isForeign = (text: string) =>
      /\p{L}|[:,;](\s|$)/u.test(outside(text).replace(/^(JSON|CSV)$|\b[A-Z]{1,3}\d?\b/g, ''));
    return [...new Set(seen.map((text) => text.replace(/\s+/g, ' ').trim()))]
      .filter(isForeign)
      .filter((text) => isForeign(given.reduce((left, known) => left.replaceAll(known, ''), text)));
  }

  it.each([
    ['the table with a mark open', contested, { selected: undefined }],
    ['the table of one claim', contested, { selected: '/c1' }],
    ['the table of a speaker', many, { selected: 'p1' }],
    ['the list', many, { layout: 'list' as const }],
    ['a narrowed table in another order', many, { sources: 'o1 o2', topic: 'Topic 1', order: 'disputed' as const }],
    ['nothing left', many, { topic: 'no such topic' }],
    ['an empty story', none, {}],
    ['a permalink', two, { permalink: true }],
    ['the example story', real, {}],
  ])('the matrix says nothing in English: %s', async (_, data, properties) => {
    const widget = await show('stance-matrix', { data, lang: pseudoTag, ...properties });
    for (const details of widget.shadowRoot!.querySelectorAll('details')) details.open = true;
    expect(textOf(widget)).toMatch(/\[.*·\]/);
    expect(foreign(widget, data)).toEqual([]);
    // What is said when a reader chooses, selects and closes.
    widget.shadowRoot!.querySelector<HTMLElement>('[aria-pressed="false"]')?.click();
    await settled(widget);
    widget.shadowRoot!.querySelector<HTMLElement>('[data-select]:not([aria-current], [aria-expanded=true])')?.click();
    await settled(widget);
    expect(foreign(widget, data)).toEqual([]);
  });

  it.each([
    ['positions', contested, {}],
    ['positions of seven sources', many, { selected: 'c1' }],
    ['voices', many, { view: 'counts' as const }],
    ['pairs', many, { view: 'pairs' as const }],
    ['pairs in a narrow place', two, { view: 'pairs' as const, width: 320 }],
    ['two sources', two, { selected: 'c1' }],
    ['one source', one, {}],
    ['an empty story', none, {}],
    ['nothing left', many, { topic: 'no such topic' }],
    ['the account of a claim', real, { selected: 'home-base' }],
    ['the account of a claim in a narrow place', real, { selected: 'home-base', width: 320 }],
  ])('the disagreement says nothing in English: %s', async (_, data, properties) => {
    const widget = await show('source-disagreement', { data, lang: pseudoTag, ...properties });
    for (const details of widget.shadowRoot!.querySelectorAll('details')) details.open = true;
    expect(textOf(widget)).toMatch(/\[.*·\]/);
    expect(foreign(widget, data)).toEqual([]);
    widget.shadowRoot!.querySelector<HTMLElement>('[aria-pressed="false"]')?.click();
    await settled(widget);
    expect(foreign(widget, data)).toEqual([]);
  });

  it.each(['stance-matrix', 'source-disagreement'] as const)(
    '%s loads and fails in no English but what is the editor’s',
    async (name) => {
      const widget = await show(name, { data: { version: 1 }, lang: pseudoTag });
      expect(textOf(widget)).toMatch(/\[.*·\]/);
      expect(foreign(widget, {})).toEqual([]);
      const { fetch } = globalThis;
      globalThis.fetch = () => new Promise<Response>(() => undefined);
      const loading = await show(name, { src: '/never.json', lang: pseudoTag });
      globalThis.fetch = fetch;
      expect(textOf(loading)).toContain('[Ļöåđîñĝ');
      expect(foreign(loading, {})).toEqual([]);
    },
  );
});

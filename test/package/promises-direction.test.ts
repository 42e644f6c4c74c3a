import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyOf } from './hostile-story.js';
import { TestSite } from './test-site.js';

// P20: bidirectional control characters affect only the string that contains them; they cannot change who says what.
const site = new TestSite();
beforeAll(() => site.open());
afterAll(() => site.close());

/** The letters of the names stay the same, so that nothing else moves. */
const controls: readonly (readonly [what: string, characters: string])[] = [
  ['right-to-left override', '\u202e'],
  ['left-to-right override', '\u202d'],
  ['right-to-left embedding', '\u202b'],
  ['left-to-right embedding', '\u202a'],
  ['right-to-left isolate', '\u2067'],
  ['left-to-right isolate', '\u2066'],
  ['first strong isolate', '\u2068'],
  ['many overrides', '\u202e'.repeat(130)],
  ['an end of an embedding that was not begun, and an override', '\u202c\u202e'],
  ['an end of an isolate that was not begun', '\u2069'],
  ['an end of an isolate that was not begun, and an override', '\u2069\u202e'],
  ['many ends, and an override', '\u2069\u202c'.repeat(4) + '\u202e'],
  ['right-to-left mark', '\u200f'],
  ['Arabic letter mark', '\u061c'],
];

/** These surround data. Like most punctuation, they have no direction. */
const bar = '¦';

/** A quote keeps the directions of its article; it is a block of its own. */
const ofTheArticle = new Set(['quote', 'other quote', 'own words', 'prefix', 'suffix', 'joint']);

const story = (characters: string) =>
  storyOf((field) => {
    const name = field.replaceAll(' ', '');
    const turn = ofTheArticle.has(field) ? '' : characters;
    return `${bar}${name.slice(0, 2)}${turn}${name.slice(2)}${turn}${bar}`;
  });

interface Word {
  readonly word: string;
  readonly among: string;
  /** The positions of the first and the last character, in whole pixels. */
  readonly places: readonly number[];
}

/** Opens everything and returns every visible word that is not data, in document order. Runs in the page. */
async function wordsOf([tag, attributes, data, bar]: readonly [
  string,
  Readonly<Record<string, string>>,
  unknown,
  string,
]) {
  const widget = Object.assign(document.createElement(tag), { data });
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  // Monospaced letters take the same space in either direction.
  for (const font of ['', 'heading-', 'quote-']) widget.style.setProperty(`--stance-${font}font`, 'monospace');
  document.body.replaceChildren(widget);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const root = widget.shadowRoot!;
  while (!root.querySelector('h2')) await frame();
  await frame();
  for (const summary of root.querySelectorAll<HTMLElement>('summary')) summary.click();
  if (attributes['printing']) dispatchEvent(new Event('beforeprint'));
  await frame();

  const isHidden = (element: Element | null): boolean => {
    for (let at = element; at; at = at.parentElement) {
      const { clipPath, position, width, visibility } = getComputedStyle(at);
      if (visibility === 'hidden' || (position === 'absolute' && (clipPath !== 'none' || width === '1px'))) return true;
    }
    return element!.getClientRects().length === 0;
  };
  const controls = /[\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
  const found: Word[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!/\S/.test(node.data) || isHidden(node.parentElement)) continue;
    const own = node.data.replaceAll(new RegExp(`${bar}[^${bar}]*${bar}`, 'g'), (data) => ' '.repeat(data.length));
    for (const { index, 0: word } of own.matchAll(/[^\s\u200f\u061c\u202a-\u202e\u2066-\u2069]+/g)) {
      const places = [index, index + word.length - 1].flatMap((at) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top } = range.getBoundingClientRect();
        return [Math.round(left), Math.round(top)];
      });
      const clean = (text: string) => text.replaceAll(controls, '').trim();
      found.push({ word, among: clean(node.data).slice(0, 100), places });
    }
  }
  if (attributes['printing']) dispatchEvent(new Event('afterprint'));
  return found;
}

const looks = [
  ['the table', 'stance-matrix', { layout: 'table', selected: 's/k' }],
  ['the list', 'stance-matrix', { layout: 'list', selected: 's/k' }],
  ['the notes on paper', 'stance-matrix', { layout: 'table', printing: 'yes' }],
  ['the chart', 'source-disagreement', { selected: 'k' }],
  ['the chart of voices', 'source-disagreement', { view: 'counts', selected: 'l' }],
  ['the pairs', 'source-disagreement', { view: 'pairs' }],
] as const;

describe.each(looks)('in %s', (_, tag, attributes) => {
  it('no name moves the words after it', async () => {
    const visit = await site.visit('<script src="/stancekit.js"></script>', { width: 1600 });
    const measure = (characters: string) =>
      visit.page.evaluate(wordsOf, [tag, attributes, story(characters), bar] as const) as Promise<readonly Word[]>;
    const plain = await measure('');
    expect(plain.length).toBeGreaterThan(30);
    const moved = new Map<string, readonly string[]>();
    for (const [what, characters] of controls) {
      const turned = await measure(characters);
      expect(turned.map(({ word }) => word)).toEqual(plain.map(({ word }) => word));
      turned.forEach(({ among, places }, index) => {
        if (places.some((place, at) => Math.abs(place - plain[index]!.places[at]!) > 1))
          moved.set(among, [...new Set([...(moved.get(among) ?? []), what])]);
      });
    }
    expect([...moved].map(([among, kinds]) => `${among}: ${kinds.join('; ')}`)).toEqual([]);
    await visit.close();
  });
});

import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileStyles, stylesOfTheUndefined, type HostileStyle } from './hostile-styles.js';
import { isUncovered, legibilityOf, type Legibility } from './legibility.js';
import { release, sample } from '../release.js';
import { TestSite, seeds } from './test-site.js';

const site = new TestSite();
const widths = [800, 280] as const;
const widgets = ['stance-matrix', 'source-disagreement'] as const;
/** Below this width, the phone layout is used, as documented. */
const narrow = 560;

type Width = (typeof widths)[number];
type Widget = (typeof widgets)[number];

/** What a reader opens first, and what must then be visible. */
const mark: Readonly<Record<Widget, string>> = {
  'stance-matrix': 'button[part~="mark"]',
  'source-disagreement': 'button[part~="claim"]',
};

/** One page per width is used for all style sheets. */
const pages = new Map<Width, Page>();
const untouched = new Map<string, Legibility>();

beforeAll(async () => {
  await site.open();
  for (const width of widths) {
    const { page } = await site.visit(
      `<style>body { margin: 0 }</style><style id="sheet"></style><script src="/stancekit.js"></script>
      <script>window.story = ${seeds.toString()};</script><main><article id="place"></article></main>`,
      { width },
    );
    pages.set(width, page);
    for (const scheme of ['light', 'dark'] as const)
      for (const widget of widgets) {
        const rendered = await put(page, widget, { name: scheme, css: `html { color-scheme: ${scheme} }` });
        untouched.set(key(widget, width, scheme), await rendered.evaluate(legibilityOf));
      }
  }
});
afterAll(() => site.close());

function key(widget: Widget, width: Width, scheme: 'light' | 'dark' = 'light'): string {
  return `${widget} ${width} ${scheme}`;
}

/** Puts a widget into the styled page, as in a new page. */
async function put(page: Page, widget: Widget, { css, then }: HostileStyle): Promise<Locator> {
  // A mark under the pointer looks different.
  await page.mouse.move(-9, -9);
  await page.evaluate(
    async ([widget, css]) => {
      document.querySelector('#sheet')!.textContent = css!;
      const element = document.createElement(widget as 'stance-matrix');
      const isLoaded = new Promise((resolve) => element.addEventListener('stance-load', resolve, { once: true }));
      element.selected = 'none';
      element.data = (window as unknown as { story: unknown }).story;
      document.querySelector('#place')!.replaceChildren(element);
      await isLoaded;
    },
    [widget, css],
  );
  if (then !== undefined) await page.evaluate((css) => (document.querySelector('#sheet')!.textContent = css), then);
  const host = page.locator(widget);
  await host.locator('[part~="heading"]').waitFor({ timeout: 5000 });
  // The widget renders for its width one frame later.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return host;
}

/** Returns by how much the page is wider than its window because of the widget, and not of the style sheet alone. */
function overflow(host: Element): number {
  const page = document.scrollingElement!;
  const withWidget = page.scrollWidth;
  const empty = document.createElement('div');
  host.replaceWith(empty);
  const without = Math.max(page.scrollWidth, page.clientWidth);
  empty.replaceWith(host);
  return Math.max(0, withWidget - without);
}

async function expectWhole(host: Locator, widget: Widget, width: Width, sheet: HostileStyle): Promise<void> {
  // Measures after animations have ended.
  await host.evaluate((element) =>
    Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => element.isConnected),
  );
  const seen = await host.evaluate(legibilityOf);
  expect(seen.faults).toEqual([]);
  expect(seen.width).toBeGreaterThanOrEqual(width === 280 ? (sheet.leastOnPhone ?? 200) : 200);
  const expected = untouched.get(key(widget, seen.width < narrow ? 280 : 800, sheet.scheme))!.looks;
  expect(seen.looks.filter((look) => !expected.includes(look))).toEqual([]);
  expect(expected.filter((look) => !seen.looks.includes(look))).toEqual([]);
  await host.locator(mark[widget]).first().click({ timeout: 5000 });
  const quote = host.locator('[part~="quote"]').first();
  await quote.waitFor({ timeout: 5000 });
  expect(await quote.evaluate(isUncovered)).toBe(true);
  expect(await host.evaluate(overflow)).toBe(0);
}

it('are many', () => {
  expect(new Set(hostileStyles.map(({ name }) => name)).size).toBe(hostileStyles.length);
  expect(hostileStyles.length).toBeGreaterThanOrEqual(30);
});

describe.each(widths)('in a container %i px wide, a publisher’s style sheet', (width) => {
  describe.each(widgets)('leaves <%s> readable and usable:', (widget) => {
    const [sampled, others] = sample(hostileStyles, 6);
    const leavesWhole = async (sheet: HostileStyle) => {
      const page = pages.get(width)!;
      const host = await put(page, widget, sheet);
      await expectWhole(host, widget, width, sheet);
    };
    it.each(sampled)('$name', leavesWhole);
    it.each(others)('$name', release, leavesWhole);
  });
});

describe('in a column of 400 px in a window of 800, an element', () => {
  const column = 400;
  const widthIn = async (widget: Widget, css: string): Promise<number> => {
    const host = await put(pages.get(800)!, widget, {
      name: '',
      css: `main { width: ${column}px; margin-inline: auto } html { overflow-x: clip } ${css}`,
    });
    const [element, frame] = await host.evaluate((element) =>
      [element, element.shadowRoot!.querySelector('.frame')!].map((each) => each.getBoundingClientRect().width),
    );
    expect(frame).toBe(element);
    return element!;
  };

  describe.each(widgets)('<%s>', (widget) => {
    it.each([
      ['negative margins', 'article > * { display: block; margin-inline: -60px }', 520],
      ['100vw between margins', 'article > * { width: 100vw; margin-inline: calc(50% - 50vw) }', 800],
      ['100vw after one margin', 'article > * { width: 100vw; margin-inline-start: calc(50% - 50vw) }', 800],
      ['100vw moved back', 'article > * { width: 100vw; position: relative; left: 50%; translate: -50% }', 800],
      ['a wider column of a grid', 'article { display: grid; grid-template-columns: 600px }', 600],
    ])('is as wide as the page makes it: %s', async (_, css, expected) => {
      expect(await widthIn(widget, css)).toBe(expected);
    });

    it.each([
      ['a float', 'article > * { float: left }'],
      ['a block in a line', 'article > * { display: inline-block }'],
      ['a centred flex item', 'article { display: flex; flex-direction: column; align-items: center }'],
      ['a centred grid item', 'article { display: grid; justify-items: center }'],
      ['a table', 'article > * { display: table }'],
      ['an absolute position', 'article { position: relative } article > * { position: absolute }'],
      ['a flex row', 'article { display: flex }'],
    ])('fills the column and no more: %s', async (_, css) => {
      expect(await widthIn(widget, css)).toBe(column);
    });
  });
});

describe('a page that hides undefined elements', () => {
  it.each(stylesOfTheUndefined)('$name, shows both widgets once the script has run', async ({ css }) => {
    const visit = await site.visit(
      `<style>${css}</style>${widgets.map((name) => `<${name} src="/seeds.json" selected="none"></${name}>`).join('')}`,
    );
    const isHidden = await visit.page
      .locator('stance-matrix')
      .evaluate((host) => !host.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
    expect(isHidden).toBe(true);
    await visit.page.addScriptTag({ url: '/stancekit.js' });
    for (const widget of widgets) {
      await visit.rendered(widget);
      await expectWhole(visit.page.locator(widget), widget, 800, { name: '', css });
    }
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
});

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { release } from '../release.js';
import { TestSite, script, seeds } from './test-site.js';

// The snippet of `stancekit embed` in Chromium. Layout shifts are counted from the moment when the script arrives, after the page.
const site = new TestSite();
const root = join(import.meta.dirname, '..', '..');

beforeAll(() => site.open());
afterAll(() => site.close());

const widgets = { matrix: 'stance-matrix', disagreement: 'source-disagreement' } as const;
type Widget = keyof typeof widgets;

/** Where the data of the snippet are: at an address, or inline. */
const data = { apart: ['--src', '/story.json'], inside: [] } as const;

function snippetOf(widget: Widget, where: keyof typeof data): string {
  const script = ['--script', '/late.js', '--script-file', 'dist/stancekit.js'];
  return execFileSync(
    process.execPath,
    ['dist/cli/bin.js', 'embed', 'seeds/dataset.json', '--widget', widget, ...data[where], ...script],
    { cwd: root, encoding: 'utf8' },
  );
}

const snippets = {
  matrix: { apart: snippetOf('matrix', 'apart'), inside: snippetOf('matrix', 'inside') },
  disagreement: { apart: snippetOf('disagreement', 'apart'), inside: snippetOf('disagreement', 'inside') },
};

/** The text style of a page. */
const pages = {
  'as the browser sets it': '',
  'as the demo sets it': 'body{margin:0 auto;max-width:72rem;padding:0 1rem;font:16px/1.6 system-ui,sans-serif}',
  'in large type': 'body{margin:0 1rem;font:20px/1.6 Georgia,serif}',
};

interface Place {
  readonly widget: Widget;
  readonly width: number;
  readonly height?: number;
  readonly style?: keyof typeof pages;
  /** The snippet, or a page that reserves no height. */
  readonly html?: string;
}

/** A page with the snippet and its fallback, which gets the script and the data when the test says so. */
class Article {
  private constructor(
    readonly page: Page,
    private readonly widget: Widget,
    private readonly recording: { dispose(): Promise<void> },
    private readonly give: { script: () => void; data: (status?: number) => void },
  ) {}

  static async open({ widget, width, height = 900, style = 'as the demo sets it', html }: Place): Promise<Article> {
    let giveScript!: () => void;
    let giveData!: (status?: number) => void;
    const scriptGiven = new Promise<void>((resolve) => {
      giveScript = resolve;
    });
    const dataGiven = new Promise<number>((resolve) => {
      giveData = (status = 200) => resolve(status);
    });
    site.handle('/late.js', (_, response) => {
      void scriptGiven.then(() => response.writeHead(200, { 'content-type': 'text/javascript' }).end(script));
    });
    site.handle('/story.json', (_, response) => {
      void dataGiven.then((status) => response.writeHead(status, { 'content-type': 'application/json' }).end(seeds));
    });
    // Not every browser has scroll anchoring, so it is off in Chromium.
    const text = '<p>The text of the article, a line or two of it.</p>'.repeat(40);
    site.serve(
      '/article',
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
       <title>An article</title><style>html{overflow-anchor:none}${pages[style]}</style><p>Before.</p>${html ?? snippets[widget].apart}<p id="after">After.</p>${text}`,
      { 'content-type': 'text/html; charset=utf-8' },
    );
    const page = await site.openPage(width, height);
    const recording = await page.addInitScript(`
      window.shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries().filter((entry) => !entry.hadRecentInput)))
        .observe({ type: 'layout-shift', buffered: true });
    `);
    // The deferred script is missing, so the page does not finish loading.
    await page.goto(`${site.origin}/article`, { waitUntil: 'commit' });
    await page.waitForFunction(`document.readyState === 'interactive'`);
    const article = new Article(page, widget, recording, { script: giveScript, data: giveData });
    await article.frames();
    // Shifts while the page itself loaded do not count.
    await page.evaluate('shifts.length = 0');
    return article;
  }

  get element() {
    return this.page.locator(widgets[this.widget]);
  }

  /** Scrolls until the first line after the widget is about that far below the top of the window. Returns its position. */
  async scrollAfterTo(top: number): Promise<number> {
    await this.page.evaluate(
      `scrollBy({ top: document.querySelector('#after').getBoundingClientRect().top - ${top}, behavior: 'instant' })`,
    );
    await this.frames();
    return this.end();
  }

  async scrollToTop(): Promise<void> {
    await this.page.evaluate(`scrollTo({ top: 0, behavior: 'instant' })`);
    await this.frames();
  }

  async takeOver(): Promise<void> {
    this.give.script();
    await this.page.waitForFunction(`customElements.get('${widgets[this.widget]}')`);
    await this.frames();
    this.give.data();
    await this.element.locator('[part~=frame]').waitFor({ state: 'attached' });
    await this.frames();
  }

  async fail(): Promise<void> {
    this.give.script();
    this.give.data(404);
    await this.element.getByRole('alert').waitFor();
    await this.frames();
  }

  /** Waits until the rendering is painted, also that for a width measured then. */
  async frames(): Promise<void> {
    await this.page.evaluate(
      `new Promise((done) => { const next = (n) => (n ? requestAnimationFrame(() => next(n - 1)) : done()); next(6); })`,
    );
  }

  /** Returns the sum of all shifts, and what shifted. */
  shifted(): Promise<{ sum: number; what: readonly string[] }> {
    return this.page.evaluate(`({
      sum: shifts.reduce((sum, { value }) => sum + value, 0),
      what: shifts.flatMap(({ sources }) => sources.map(({ node, previousRect: a, currentRect: b }) =>
        (node?.id || node?.nodeName) + ' ' + [a.top, b.top].map(Math.round).join(' to '))),
    })`);
  }

  /** Returns the position of the line after the widget in the window. Chromium counts no shift of what moves far out of the window. */
  end(): Promise<number> {
    return this.page.evaluate(`Math.round(document.querySelector('#after').getBoundingClientRect().top)`);
  }

  /** Returns the height of the element, and of its content. */
  heights(): Promise<readonly [element: number, content: number]> {
    return this.element.evaluate((element) => [
      Math.round(element.getBoundingClientRect().height),
      Math.round(element.shadowRoot!.querySelector('[part~=frame]')!.getBoundingClientRect().height),
    ]);
  }

  async close(): Promise<void> {
    await this.recording.dispose();
    await site.closePage(this.page);
  }
}

const still = { sum: 0, what: [] };
const places = (Object.keys(widgets) as Widget[]).flatMap((widget) =>
  [360, 800, 1200].map((width) => ({ widget, width, options: width === 360 ? {} : release })),
);

for (const { options, ...place } of places)
  describe(`when the ${place.widget} replaces its fallback in a window of ${place.width} px`, options, () => {
    it('nothing moves for a reader above it, and it is as high as its content', async () => {
      const article = await Article.open(place);
      await article.takeOver();
      expect(await article.shifted()).toEqual(still);
      const [height, content] = await article.heights();
      expect(height).toBe(content);
      await article.close();
    });

    it.each(Object.keys(pages) as (keyof typeof pages)[])('nothing moves if all is in view, text %s', async (style) => {
      const article = await Article.open({ ...place, height: 8000, style });
      await article.takeOver();
      expect(await article.shifted()).toEqual(still);
      await article.close();
    });

    it('nothing moves for a reader just below it, and the reserved height goes once its end is out of view', async () => {
      const article = await Article.open(place);
      const before = await article.scrollAfterTo(450);
      await article.takeOver();
      expect(await article.end()).toBe(before);
      expect(await article.shifted()).toEqual(still);
      await article.scrollToTop();
      const [height, content] = await article.heights();
      expect(height).toBe(content);
      expect(await article.shifted()).toEqual(still);
      await article.close();
    });

    it('nothing moves for a reader far below it', async () => {
      const article = await Article.open(place);
      const before = await article.scrollAfterTo(-600);
      await article.takeOver();
      expect(await article.end()).toBe(before);
      expect(await article.shifted()).toEqual(still);
      await article.close();
    });

    it('nothing moves if the data cannot be loaded and the fallback stays', async () => {
      const article = await Article.open(place);
      const before = await article.scrollAfterTo(450);
      await article.fail();
      expect(await article.end()).toBe(before);
      expect(await article.shifted()).toEqual(still);
      await article.close();
    });
  });

describe('the reserved height', () => {
  it('is kept with inline data, where the widget renders at once', async () => {
    for (const widget of Object.keys(widgets) as Widget[]) {
      const article = await Article.open({ widget, width: 800, html: snippets[widget].inside });
      const before = await article.scrollAfterTo(450);
      await article.takeOver();
      expect(await article.end()).toBe(before);
      expect(await article.shifted()).toEqual(still);
      await article.close();
    }
  });

  it.each([480, 559, 600, 700])('is kept at %i px too, between common widths', release, async (width) => {
    for (const widget of Object.keys(widgets) as Widget[]) {
      const article = await Article.open({ widget, width, style: 'as the browser sets it' });
      const before = await article.scrollAfterTo(450);
      await article.takeOver();
      expect(await article.end()).toBe(before);
      expect(await article.shifted()).toEqual(still);
      await article.close();
    }
  });

  it('goes when the reader uses the widget', async () => {
    const article = await Article.open({ widget: 'matrix', width: 360, height: 8000 });
    await article.takeOver();
    const [before, low] = await article.heights();
    expect(before).toBeGreaterThan(low);
    await article.element.getByRole('heading', { level: 2 }).click();
    await article.frames();
    const [after, content] = await article.heights();
    expect(after).toBe(content);
    await article.close();
  });

  it('goes when the width of the window changes', async () => {
    const article = await Article.open({ widget: 'matrix', width: 360, height: 8000 });
    await article.takeOver();
    const [before, low] = await article.heights();
    expect(before).toBeGreaterThan(low);
    await article.page.setViewportSize({ width: 400, height: 8000 });
    await article.frames();
    const [after, content] = await article.heights();
    expect(after).toBe(content);
    await article.close();
  });

  it('is that of the content if the fallback is a sentence', async () => {
    const html =
      '<script src="/late.js" defer></script><stance-matrix src="/story.json"><p>The table needs JavaScript.</p></stance-matrix>';
    const article = await Article.open({ widget: 'matrix', width: 800, html });
    await article.takeOver();
    const [height, content] = await article.heights();
    expect(height).toBe(content);
    await article.close();
  });

  it('needs no style attribute: the element has only the attributes it was given', async () => {
    const article = await Article.open({ widget: 'matrix', width: 800, height: 8000 });
    await article.takeOver();
    expect(await article.element.evaluate((element) => element.getAttributeNames().sort())).toEqual(['lang', 'src']);
    await article.close();
  });
});

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { release } from '../release.js';
import { TestSite, script, seeds } from './test-site.js';

// The pasted snippet of `stancekit embed` in Chromium. The page has arrived when the script comes; from then on the browser’s layout shifts
// (what a reader sees jump) are counted.
const site = new TestSite();
const root = join(import.meta.dirname, '..', '..');

beforeAll(() => site.open());
afterAll(() => site.close());

const widgets = { matrix: 'stance-matrix', disagreement: 'source-disagreement' } as const;
type Widget = keyof typeof widgets;

/** Where the data of the snippet are: at an address, or in it. */
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

/** What a page gives its text. */
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
  /** The snippet, or a page that keeps no place free. */
  readonly html?: string;
}

/** A page that has the snippet with its fallback, and gets the script and the data when the test says so. */
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
    // Not every browser holds what is read in its place when something above it changes its height; so Chromium may not do it either.
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
    // The deferred script is not there yet, so the page does not become complete.
    await page.goto(`${site.origin}/article`, { waitUntil: 'commit' });
    await page.waitForFunction(`document.readyState === 'interactive'`);
    const article = new Article(page, widget, recording, { script: giveScript, data: giveData });
    await article.frames();
    // What moved while the page itself arrived is the page's own.
    await page.evaluate('shifts.length = 0');
    return article;
  }

  get element() {
    return this.page.locator(widgets[this.widget]);
  }

  /** Scrolls until the first line after the widget stands about that far below the upper edge of the window; gives where it stands. */
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

  /** Until what was drawn is also painted, and a width that was measured then. */
  async frames(): Promise<void> {
    await this.page.evaluate(
      `new Promise((done) => { const next = (n) => (n ? requestAnimationFrame(() => next(n - 1)) : done()); next(6); })`,
    );
  }

  /** The sum of all shifts and what shifted. */
  shifted(): Promise<{ sum: number; what: readonly string[] }> {
    return this.page.evaluate(`({
      sum: shifts.reduce((sum, { value }) => sum + value, 0),
      what: shifts.flatMap(({ sources }) => sources.map(({ node, previousRect: a, currentRect: b }) =>
        (node?.id || node?.nodeName) + ' ' + [a.top, b.top].map(Math.round).join(' to '))),
    })`);
  }

  /** Where the line after the widget stands in the window. Chromium counts no shift of what leaves the window far. */
  end(): Promise<number> {
    return this.page.evaluate(`Math.round(document.querySelector('#after').getBoundingClientRect().top)`);
  }

  /** The height of the element, and of what is drawn in it. */
  heights(): Promise<readonly [place: number, drawing: number]> {
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
  describe(`when the ${place.widget} takes the place of its tables in a window of ${place.width} px`, options, () => {
    it('nothing moves for who reads the beginning, and the place is as high as the drawing', async () => {
      const article = await Article.open(place);
      await article.takeOver();
      expect(await article.shifted()).toEqual(still);
      const [room, drawing] = await article.heights();
      expect(room).toBe(drawing);
      await article.close();
    });

    it.each(Object.keys(pages) as (keyof typeof pages)[])(
      'nothing moves where all is in view, text %s',
      async (style) => {
        const article = await Article.open({ ...place, height: 8000, style });
        await article.takeOver();
        expect(await article.shifted()).toEqual(still);
        await article.close();
      },
    );

    it('nothing moves for who reads on below it, and the place gets its own height once its end is out of view', async () => {
      const article = await Article.open(place);
      const before = await article.scrollAfterTo(450);
      await article.takeOver();
      expect(await article.end()).toBe(before);
      expect(await article.shifted()).toEqual(still);
      await article.scrollToTop();
      const [room, drawing] = await article.heights();
      expect(room).toBe(drawing);
      expect(await article.shifted()).toEqual(still);
      await article.close();
    });

    it('nothing moves for who is far below it', async () => {
      const article = await Article.open(place);
      const before = await article.scrollAfterTo(-600);
      await article.takeOver();
      expect(await article.end()).toBe(before);
      expect(await article.shifted()).toEqual(still);
      await article.close();
    });

    it('nothing moves where the data do not come and the tables stay', async () => {
      const article = await Article.open(place);
      const before = await article.scrollAfterTo(450);
      await article.fail();
      expect(await article.end()).toBe(before);
      expect(await article.shifted()).toEqual(still);
      await article.close();
    });
  });

describe('the place that was kept', () => {
  it('is kept as well where the data stand in the snippet and the first thing drawn is the drawing', async () => {
    for (const widget of Object.keys(widgets) as Widget[]) {
      const article = await Article.open({ widget, width: 800, html: snippets[widget].inside });
      const before = await article.scrollAfterTo(450);
      await article.takeOver();
      expect(await article.end()).toBe(before);
      expect(await article.shifted()).toEqual(still);
      await article.close();
    }
  });

  it.each([480, 559, 600, 700])('is kept at %i px too, between the common widths', release, async (width) => {
    for (const widget of Object.keys(widgets) as Widget[]) {
      const article = await Article.open({ widget, width, style: 'as the browser sets it' });
      const before = await article.scrollAfterTo(450);
      await article.takeOver();
      expect(await article.end()).toBe(before);
      expect(await article.shifted()).toEqual(still);
      await article.close();
    }
  });

  it('is let go when the reader acts in it', async () => {
    const article = await Article.open({ widget: 'matrix', width: 360, height: 8000 });
    await article.takeOver();
    const [before, low] = await article.heights();
    expect(before).toBeGreaterThan(low);
    await article.element.getByRole('heading', { level: 2 }).click();
    await article.frames();
    const [after, drawing] = await article.heights();
    expect(after).toBe(drawing);
    await article.close();
  });

  it('is let go when the window gets another width', async () => {
    const article = await Article.open({ widget: 'matrix', width: 360, height: 8000 });
    await article.takeOver();
    const [before, low] = await article.heights();
    expect(before).toBeGreaterThan(low);
    await article.page.setViewportSize({ width: 400, height: 8000 });
    await article.frames();
    const [after, drawing] = await article.heights();
    expect(after).toBe(drawing);
    await article.close();
  });

  it('is that of the drawing where the fallback is a sentence, which kept none free', async () => {
    const html =
      '<script src="/late.js" defer></script><stance-matrix src="/story.json"><p>The table needs JavaScript.</p></stance-matrix>';
    const article = await Article.open({ widget: 'matrix', width: 800, html });
    await article.takeOver();
    const [room, drawing] = await article.heights();
    expect(room).toBe(drawing);
    await article.close();
  });

  it('asks for no style in the page: the element has no attribute more than it was given', async () => {
    const article = await Article.open({ widget: 'matrix', width: 800, height: 8000 });
    await article.takeOver();
    expect(await article.element.evaluate((element) => element.getAttributeNames().sort())).toEqual(['lang', 'src']);
    await article.close();
  });
});

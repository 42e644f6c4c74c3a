import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page, Route } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BrowserWindows } from './browser-windows.js';
import { root } from './packed.js';
import { release } from '../release.js';

// The pages as `npm start` serves them, with the built script.
let server: ChildProcess;
let windows: BrowserWindows;
let address: string;

beforeAll(async () => {
  windows = await BrowserWindows.shared(inject('browserEndpoint'));
  server = spawn(process.execPath, ['demo/serve.mjs'], { cwd: root, env: { ...process.env, PORT: '4319' } });
  address = await new Promise((resolve, reject) => {
    server.stdout!.on('data', (data: Buffer) => {
      const [found] = /http:\S+/.exec(data.toString()) ?? [];
      if (found) resolve(found);
    });
    server.once('exit', (code) => reject(new Error(`The demo's server ended with ${code}.`)));
  });
});

afterAll(async () => {
  server.kill();
  await windows.close();
});

const close = (page: Page) => windows.giveBack(page);

const titles = ['Who says what about Iran and al-Qaida', 'Where the coverage differs'] as const;
const elements = ['stance-matrix', 'source-disagreement'] as const;

/** Opens a page of the demo and collects what goes wrong on it. */
async function open(
  name: string,
  width = 800,
  setUp?: (page: Page) => Promise<unknown>,
): Promise<{ page: Page; faults: string[] }> {
  const page = await windows.take(width, 900, setUp !== undefined);
  await setUp?.(page);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${address}${name}`);
  return { page, faults };
}

describe('the demo article', () => {
  it.each([360, 800, 1200])(
    'shows both widgets at %i px without an error and without sideways scrolling',
    async (width) => {
      const { page, faults } = await open('index.html', width);
      await page.getByRole('heading', { name: 'Who says what about Iran and al-Qaida' }).waitFor();
      await page.getByRole('heading', { name: 'Where the coverage differs' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(faults).toEqual([]);
      await close(page);
    },
  );

  it.each([412, 1280])('does not move at %i px when the widgets replace their tables', async (width) => {
    const { page } = await open('index.html', width, (page) =>
      page.addInitScript(`
        window.shifted = 0;
        new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shifted += value; })
          .observe({ type: 'layout-shift', buffered: true });
      `),
    );
    await areDrawn(page);
    await page.waitForLoadState('load');
    // Until the last rendering is painted and its shifts are reported.
    await page.evaluate(
      `new Promise((done) => { const next = (n) => (n ? requestAnimationFrame(() => next(n - 1)) : setTimeout(done)); next(6); })`,
    );
    expect(await page.evaluate('shifted')).toBe(0);
    await close(page);
  });

  it('has a description and loads the script once', async () => {
    const { page } = await open('index.html');
    expect(await page.locator('meta[name=description]').getAttribute('content')).toMatch(/^.{50,160}$/);
    expect(await page.locator('script[src]').count()).toBe(1);
    await close(page);
  });

  it('has both widgets from edge to edge on a phone', async () => {
    const { page } = await open('index.html', 360);
    for (const element of elements) {
      await page.locator(`${element} [part~=heading]`).waitFor();
      expect(await page.locator(`${element} [part~=frame]`).boundingBox()).toMatchObject({ x: 0, width: 360 });
    }
    await close(page);
  });

  it('requests only its own files, the script and the data', async () => {
    const page = await windows.take(800, 900, false);
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url().replace(/^http:\/\/[^/]+/, '')));
    await page.goto(`${address}index.html`);
    await page.getByRole('heading', { name: 'Where the coverage differs' }).waitFor();
    // Both elements share one request for the data.
    expect(requested.filter((url) => !url.startsWith('data:')).sort()).toEqual([
      '/demo/article.css',
      '/demo/index.html',
      '/dist/stancekit.js',
      '/seeds/dataset.json',
    ]);
    await close(page);
  });
});

describe('the demo of two linked widgets', () => {
  it('opens in one widget what is selected in the other', async () => {
    const { page, faults } = await open('linked.html');
    await page.locator('source-disagreement').getByRole('button', { name: '“Iran gives al-Qaida sanctuary”' }).click();
    await page.locator('stance-matrix').getByRole('heading', { name: 'Iran gives al-Qaida sanctuary.' }).waitFor();
    await page.locator('stance-matrix').locator('[data-select="pompeo/home-base"]').click();
    const row = page.locator('source-disagreement').getByRole('button', { name: '“Iran is al-Qaida’s new home base”' });
    await expect.poll(() => row.getAttribute('aria-expanded')).toBe('true');
    expect(faults).toEqual([]);
    await close(page);
  });
});

/** Fails unless both elements have rendered. */
async function areDrawn(
  page: Page | FrameLocator,
  shown: readonly (typeof elements)[number][] = elements,
): Promise<void> {
  for (const element of shown)
    await page.locator(`${element} >> [part~=frame]`).getByRole('heading', { level: 2 }).waitFor();
}

/** Fails unless both are there as text: headings, tables, and all quotes on a claim. */
async function areTables(page: Page | FrameLocator, within = 'main'): Promise<void> {
  for (const title of titles) await page.locator(within).getByText(title).first().waitFor();
  expect(await page.locator(`${within} table`).count()).toBeGreaterThan(1);
  expect(await page.locator(`${within} q`).count()).toBeGreaterThan(20);
}

/** Each way to embed the widgets, and what it must show. */
const ways: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'index.html': areDrawn,
  'deferred.html': areDrawn,
  'inline.html': areDrawn,
  'declarative.html': areDrawn,
  'no-script.html': areTables,
  'reader-mode.html': (page) => areTables(page, '#kept'),
  'feed-reader.html': (page) => areTables(page, '#items'),
  'newsletter.html': async (page) => {
    for (const [index, title] of titles.entries()) {
      const letter = page.locator('iframe').nth(index).contentFrame();
      await letter.getByRole('heading', { name: title }).waitFor();
      await letter
        .getByText(/^Read in /)
        .first()
        .waitFor();
    }
  },
  'frame.html': async (page) => {
    for (const [index, element] of elements.entries())
      await areDrawn(page.locator('iframe').nth(index).contentFrame(), [element]);
    // Each frame is as high as its content, also after rendering.
    for (const frame of await page.locator('iframe').all()) {
      const inside = frame.contentFrame().locator('body');
      const height = () => inside.evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
      await expect.poll(async () => Number(await frame.getAttribute('height')) - (await height())).toBe(0);
      expect(await height()).toBeGreaterThan(900);
    }
  },
  'strict-policy.html': areDrawn,
  'hostile-styles.html': areDrawn,
  'two-copies.html': areDrawn,
  'linked.html': areDrawn,
};

describe.each(Object.keys(ways))('%s', (name) => {
  const showsBoth = async (width: number) => {
    const { page, faults } = await open(name, width);
    await ways[name]!(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(faults).toEqual([]);
    const sheets = await page.evaluate(() => [...document.styleSheets].map(({ cssRules }) => cssRules.length > 0));
    const linked = await page.locator('link[rel=stylesheet]').count();
    expect(sheets).toEqual(Array(linked).fill(true));
    expect(linked > 0).toBe(name !== 'strict-policy.html');
    await close(page);
  };

  it('shows both widgets at 360 px, without an error and without sideways scrolling', () => showsBoth(360));
  it.each([800, 1200])('does so at %i px', release, showsBoth);
});

it('has the declarative drawings as wide as the widgets that replace them', async () => {
  let giveScript!: () => void;
  const scriptGiven = new Promise<void>((resolve) => (giveScript = resolve));
  const page = await windows.take(360, 900, true);
  await page.route('**/dist/stancekit.js', (route) => scriptGiven.then(() => route.continue()));
  await page.goto(`${address}declarative.html`, { waitUntil: 'commit' });
  const boxes = () =>
    Promise.all(
      elements.map(async (element) => {
        const { x, width } = (await page.locator(`${element} [part~=frame]:visible`).boundingBox())!;
        return { x, width };
      }),
    );
  const fullWidth = elements.map(() => ({ x: 0, width: 360 }));
  // The style sheet may arrive after the drawings.
  await expect.poll(boxes).toEqual(fullWidth);
  giveScript();
  for (const element of elements) await page.locator(`${element} .drawn.narrow`).waitFor({ state: 'hidden' });
  expect(await boxes()).toEqual(fullWidth);
  await close(page);
});

describe('the demo', () => {
  it('links to every way to embed from one page', async () => {
    const { page } = await open('ways.html');
    const linked = await page
      .locator('.ways a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    expect(linked.toSorted()).toEqual(Object.keys(ways).toSorted());
    const pages = readdirSync(join(root, 'demo')).filter((file) => file.endsWith('.html'));
    const parts = pages.filter((file) => /^(?:frame|letter)-/.test(file));
    expect(pages.toSorted()).toEqual([...linked, ...parts, 'ways.html'].toSorted());
    await close(page);
  });

  it('has no file that a command writes, and shows the command instead', async () => {
    for (const file of readdirSync(join(root, 'demo')).filter((file) => /\.(?:html|xml)$/.test(file)))
      expect(readFileSync(join(root, 'demo', file), 'utf8'), file).not.toMatch(/sha384-|<blockquote|<q\b|<figure/);
    const { page } = await open('deferred.html');
    const shown = await page.locator('.made code').allInnerTexts();
    expect(shown[0]).toMatch(/^stancekit embed seeds\/dataset\.json --widget matrix /);
    expect(shown).toHaveLength(2);
    await close(page);
  });

  it('serves the feed as XML with both widgets in it', async () => {
    const response = await fetch(`${address}feed.xml`);
    expect(response.headers.get('content-type')).toContain('xml');
    const text = await response.text();
    expect(text.match(/<content:encoded><!\[CDATA\[<figure/g)).toHaveLength(2);
  });
});

describe('the page under a strict policy', () => {
  it('sends the policy of the documentation, with a new nonce each time', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await fetch(`${address}strict-policy.html`)).headers.get('content-security-policy')!),
    );
    const [first, second] = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)![1]!);
    expect(first).not.toBe(second);
    const documented = policies[0]!.replace(first!, '…');
    for (const file of ['docs/embedding.md', 'README.md'])
      expect(readFileSync(join(root, file), 'utf8'), file).toContain(`\n${documented}\n`);
  });

  it('violates nothing of it', async () => {
    const { page } = await open('strict-policy.html', 800, (page) =>
      page.addInitScript(
        `window.refused = []; document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => refused.push(violatedDirective))`,
      ),
    );
    await areDrawn(page);
    await page.locator('stance-matrix').getByRole('button', { name: 'Name', exact: true }).click();
    expect(await page.evaluate('refused')).toEqual([]);
    await close(page);
  });
});

describe('the hostile style sheet', () => {
  it('changes the table of the page and nothing in the widgets', async () => {
    const looks = async (name: string) => {
      const { page } = await open(name);
      await areDrawn(page);
      const seen = await page.locator('stance-matrix').evaluate((element) => {
        const of = (selector: string) => {
          const { display, float, color, backgroundColor, fontSize, textTransform, padding } = getComputedStyle(
            element.shadowRoot!.querySelector(selector)!,
          );
          return { display, float, color, backgroundColor, fontSize, textTransform, padding };
        };
        return ['h2', 'table', 'th', 'td', 'button', 'section', 'footer'].map(of);
      });
      const table = await page.locator('main > table').evaluateAll(([table]) => table && getComputedStyle(table).float);
      await close(page);
      return { seen, table };
    };
    const [friendly, hostile] = [await looks('deferred.html'), await looks('hostile-styles.html')];
    expect(hostile.table).toBe('left');
    expect(hostile.seen).toEqual(friendly.seen);
  });
});

describe('the page that loads the script twice', () => {
  it('loads both copies, and each widget is there once', async () => {
    const requested: string[] = [];
    const { page } = await open('two-copies.html', 800, (page) => {
      page.on('request', (request) => requested.push(request.url().replace(/^.*\/dist\//, '')));
      return Promise.resolve();
    });
    await areDrawn(page);
    await page.waitForLoadState('load');
    expect(new Set(requested.filter((url) => url.startsWith('stancekit')))).toEqual(
      new Set(['stancekit.js', 'stancekit.js?another-copy']),
    );
    for (const title of titles) expect(await page.getByRole('heading', { name: title }).count()).toBe(1);
    await close(page);
  });
});

describe('the tables of the snippet stay where the script', () => {
  const refuse = async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': "script-src 'none'" },
    });
  };
  const change = async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n` });
  };
  it.each([
    ['does not match its SRI hash', '**/dist/stancekit.js', change],
    ['is blocked by the policy of the page', '**/deferred.html', refuse],
    [
      'is on a server that cannot be reached',
      '**/dist/stancekit.js',
      (route: Route) => route.abort('connectionrefused'),
    ],
    ['is no longer there', '**/dist/stancekit.js', (route: Route) => route.fulfill({ status: 404, body: 'Gone.' })],
  ])('%s', async (_, url, answer) => {
    const { page } = await open('deferred.html', 800, (page) => page.route(url, answer));
    await page.waitForLoadState('load');
    expect(await page.evaluate(`customElements.get('stance-matrix') === undefined`)).toBe(true);
    for (const [index, element] of elements.entries()) {
      const fallback = page.locator(element);
      await fallback.getByRole('heading', { name: titles[index]! }).waitFor();
      await fallback.locator('summary').first().click();
      expect(await fallback.locator('details[open] q').first().isVisible()).toBe(true);
      expect(await fallback.locator('q').count()).toBeGreaterThan(50);
    }
    await close(page);
  });

  it('runs and the data cannot be loaded, with the reason next to them', async () => {
    const { page } = await open('deferred.html', 800, (page) =>
      page.route('**/seeds/dataset.json', (route) => route.abort('connectionrefused')),
    );
    for (const [index, element] of elements.entries()) {
      await page.locator(element).getByRole('alert').waitFor();
      await page.locator(element).getByRole('heading', { name: titles[index]! }).waitFor();
    }
    await close(page);
  });
});

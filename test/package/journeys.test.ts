import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { firefox, type Browser, type Locator, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Statement } from '../../src/dataset/dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { largeStory } from '../elements/large-story.js';
import { findFirefox, isFirefoxRequired, noFirefox } from '../find-firefox.mjs';
import { Newsroom, script, seeds } from './newsroom.js';

// What readers do with the example story, in every engine found: the built script, the demo article, what `render` and `embed` print.
const root = join(import.meta.dirname, '..', '..');
const story = readDataset(JSON.parse(seeds.toString()));
const article = readFileSync(join(root, 'demo/index.html'), 'utf8');
const firefoxPath = findFirefox();

interface Engine {
  readonly name: string;
  /** Where the newsroom's own Chromium is not meant; `dark` as the reader's system says. */
  readonly launch?: (dark: boolean) => Promise<Browser>;
}

const engines: readonly Engine[] = [
  { name: 'Chromium' },
  ...(firefoxPath
    ? [
        {
          name: 'Firefox',
          // The channel that speaks WebDriver BiDi, as any Firefox does; it cannot emulate colours, so the system's setting does it.
          launch: (dark: boolean) =>
            firefox.launch({
              channel: 'moz-firefox',
              executablePath: firefoxPath,
              firefoxUserPrefs: { 'ui.systemUsesDarkTheme': dark ? 1 : 0 },
            }),
        },
      ]
    : []),
];

const scriptTag = ['--script', '/stancekit.js', '--script-file', 'dist/stancekit.js'];

/** What the command line prints of the example story. */
function stancekit(command: 'embed' | 'render', widget: string, ...options: string[]): string {
  const bin = join(root, 'dist/cli/bin.js');
  const args = [command, 'seeds/dataset.json', '--widget', widget, ...scriptTag, ...options];
  return execFileSync(process.execPath, [bin, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a mark, or one report of it, rests on. */
function evidence(speaker: string, claim: string, source?: string): readonly Statement[] {
  return story.statements.filter(
    (each) => each.speaker?.id === speaker && each.claim.id === claim && (!source || each.article.source.id === source),
  );
}

/** Of the line that was tapped or the mark that was left; through shadow roots. */
const hasFocus = (of: Locator) =>
  of.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element);

const expectFocus = (on: Locator) => expect.poll(() => hasFocus(on)).toBe(true);

/** How far the page can be scrolled sideways; where scroll bars take room, the page is as much narrower. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The first that is to be seen: a fallback holds the same words, and is hidden then. */
const shown = (locator: Locator) => locator.filter({ visible: true }).first();

/** Of the page; its server's way to block them. */
const noScripts = { 'content-security-policy': "script-src 'none'" };

/** Firefox also reports the icon of the tab, for which it asks by itself. */
const hearRefusals = `window.refusals = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    if (!blockedURI.endsWith('/favicon.ico')) refusals.push(violatedDirective);
  });`;

/** The text of an open panel, its white space as a reader sees it. */
const textOf = async (part: Locator) => (await part.innerText()).replace(/\s+/g, ' ');

it('the journeys run in Firefox wherever there is one, and where one is required', () => {
  if (!firefoxPath) console.warn(noFirefox);
  expect(firefoxPath !== undefined || !isFirefoxRequired(), noFirefox).toBe(true);
});

describe.each(engines)('in $name a reader', ({ launch }) => {
  const newsroom = new Newsroom();

  beforeAll(async () => {
    await newsroom.open();
    if (launch) await change(await launch(false));
    newsroom.serve('/dist/stancekit.js', script, { 'content-type': 'text/javascript' });
    newsroom.serve('/seeds/dataset.json', seeds, { 'content-type': 'application/json' });
    newsroom.serve('/article.css', readFileSync(join(root, 'demo/article.css')), { 'content-type': 'text/css' });
  }, 60_000);

  afterEach(async () => {
    await Promise.all(newsroom.browser.contexts().map((context) => context.close()));
  });

  afterAll(() => newsroom.close());

  async function change(browser: Browser): Promise<void> {
    await newsroom.browser.close();
    newsroom.browser = browser;
  }

  /** The demo article in a window of that width, with both widgets drawn. */
  async function readArticle(width = 800) {
    const visit = await newsroom.visit(article, { width });
    await visit.drawn('stance-matrix');
    await visit.drawn('source-disagreement');
    return { ...parts(visit.page), visit };
  }

  it('drags the overview of a large matrix, and types to find a claim, and sees what belongs there', async () => {
    const json = { 'content-type': 'application/json' };
    newsroom.serve('/large.json', JSON.stringify(largeStory(100, 400)), json);
    const visit = await newsroom.visit(
      `<script src="/dist/stancekit.js" defer></script>
       <stance-matrix layout="table" selected="none" src="/large.json"></stance-matrix>`,
    );
    await visit.drawn('stance-matrix');
    const { matrix, page } = parts(visit.page);
    const box = (await matrix.locator('.overview').boundingBox())!;
    const claimsInView = () =>
      matrix.locator('.scroller').evaluate((scroller) => {
        const { right } = scroller.getBoundingClientRect();
        const from = scroller.querySelector('.corner')!.getBoundingClientRect().right;
        const heads = [...scroller.querySelectorAll('th[scope=col] button')].filter((head) => {
          const { left, width } = head.getBoundingClientRect();
          return left + width / 2 > from && left + width / 2 < right;
        });
        return heads.map((head) => head.textContent.trim());
      });
    const expectAmongOthers = async (claim: string) => {
      await expect.poll(claimsInView).toContain(claim);
      expect((await claimsInView()).length).toBeGreaterThan(3);
    };
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.mouse.down();
    for (const [part, claim] of [
      [0.25, 'Claim number 100.'],
      [0.5, 'Claim number 200.'],
      [1, 'Claim number 399.'],
    ] as const) {
      await page.mouse.move(box.x + box.width * part, box.y + 200 * part, { steps: 4 });
      await expectAmongOthers(claim);
    }
    await page.mouse.up();
    expect(await page.evaluate(() => String(getSelection()))).toBe('');
    await matrix.getByRole('searchbox').fill('number 77');
    await matrix.getByRole('button', { name: 'Claim number 77.' }).first().click();
    await expectAmongOthers('Claim number 77.');
    await expectFocus(matrix.getByRole('columnheader').getByRole('button', { name: 'Claim number 77.' }));
    expect(visit.faults).toEqual([]);
  });

  it('opens a mark, reads the words behind it, steps on and back, and is where they were after closing', async () => {
    const { matrix, visit } = await readArticle();
    const mark = matrix.getByRole('button', { name: /^Mike Pompeo supports: Iran is al-Qaida’s new home base/ });
    await mark.click();
    const panel = matrix.getByRole('region', { name: 'Mike Pompeo supports' });
    await panel.getByText('Iran is al-Qaida’s new home base.').waitFor();
    const read = await textOf(panel);
    const statements = evidence('pompeo', 'home-base');
    expect(statements.length).toBe(14);
    for (const { quote, article } of statements) {
      expect(read).toContain(quote.exact.replace(/\s+/g, ' '));
      expect(read).toContain(article.source.name);
    }
    await panel.getByRole('button', { name: 'Next' }).click();
    await panel.getByText('There is solid evidence for Pompeo’s accusation.').waitFor();
    await panel.getByRole('button', { name: 'Previous' }).click();
    await panel.getByText('Iran is al-Qaida’s new home base.').waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
    await expectFocus(mark);
    expect(visit.faults).toEqual([]);
  });

  it('does the same with the keys alone', async () => {
    const { matrix, page, visit } = await readArticle();
    const keys = async (...names: string[]) => {
      for (const name of names) await page.keyboard.press(name);
    };
    const mark = (start: string) => matrix.getByRole('button', { name: new RegExp(`^${start}`) });
    // The table is one stop: the mark that is open.
    const open = mark('Mike Pompeo supports: Iran and al-Qaida are working together');
    for (let stops = 0; stops < 10 && !(await hasFocus(open)); stops++) await keys('Tab');
    await expectFocus(open);
    await keys('Home');
    await expectFocus(matrix.getByRole('rowheader', { name: /^Mike Pompeo/ }).getByRole('button'));
    await keys('End');
    const last = story.claims.findLast(({ id }) => evidence('pompeo', id).length > 0)!;
    await expectFocus(mark(`Mike Pompeo [^:]+: ${last.text}`));
    await keys('Home', 'ArrowRight', 'ArrowDown');
    await expectFocus(mark('US intelligence officials opposes: Iran is al-Qaida’s new home base'));
    await keys('ArrowUp', 'Enter');
    const panel = matrix.getByRole('region', { name: 'Mike Pompeo supports' });
    await expectFocus(panel.getByRole('heading', { name: 'Mike Pompeo supports' }));
    expect(await textOf(panel)).toContain('al-Qaida had established a new home base in Iran');
    await keys('Tab');
    await expectFocus(panel.getByRole('button', { name: 'Next' }));
    await keys('Enter');
    await panel.getByText('There is solid evidence for Pompeo’s accusation.').waitFor();
    await expectFocus(panel.getByRole('button', { name: 'Next' }));
    await keys('Escape');
    await panel.waitFor({ state: 'detached' });
    await expectFocus(mark('Mike Pompeo supports: There is solid evidence'));
    await keys('Control+Home');
    await expectFocus(matrix.getByRole('columnheader', { name: /^New home base/ }).getByRole('button'));
    expect(visit.faults).toEqual([]);
  });

  it('reads on a phone claim by claim: the words open where the line stands, the other claims on request', async () => {
    const { matrix, chart, page, visit } = await readArticle(360);
    expect(await matrix.getByRole('table').count()).toBe(0);
    const line = matrix.getByRole('button', { name: /^2 US intelligence officials opposes/ }).first();
    await line.click();
    const panel = matrix.getByRole('region', { name: 'US intelligence officials opposes' });
    await panel.waitFor();
    for (const { quote } of evidence('intelligence-officials', 'home-base'))
      expect(await textOf(panel)).toContain(quote.exact.replace(/\s+/g, ' '));
    const [at, opened] = [(await line.boundingBox())!, (await panel.boundingBox())!];
    expect(opened.y).toBeGreaterThanOrEqual(at.y + at.height - 1);
    expect(opened.y).toBeLessThan(at.y + at.height + 24);
    const lastClaim = matrix.getByRole('button', { name: story.claims.at(-1)!.text });
    expect(await lastClaim.count()).toBe(0);
    await matrix.getByRole('button', { name: 'Show 9 more claims' }).click();
    await lastClaim.waitFor();
    expect(await sideways(page)).toBe(0);
    await chart.getByRole('button', { name: 'There is solid evidence for Pompeo’s accusation.' }).click();
    await chart.getByRole('button', { name: 'Close', exact: true }).waitFor();
    expect(await sideways(page)).toBe(0);
    expect(visit.faults).toEqual([]);
  });

  it('orders and narrows; the address holds it, a reload restores it, and there is a way back', async () => {
    const visit = await newsroom.visit(
      '<script src="/stancekit.js"></script><stance-matrix src="/seeds.json" permalink></stance-matrix>',
    );
    await visit.drawn();
    const { matrix, page } = parts(visit.page);
    const heads = () => matrix.getByRole('columnheader').getByRole('button').allInnerTexts();
    const address = () => page.evaluate(() => Object.fromEntries(new URLSearchParams(location.search)));
    const edited = await heads();
    const disputed = matrix.getByRole('button', { name: 'Most disputed' });
    await disputed.click();
    await expect.poll(heads).not.toEqual(edited);
    const ordered = await heads();
    expect([...ordered].sort()).toEqual([...edited].sort());

    await matrix.getByText('Narrow').click();
    await matrix.getByRole('group', { name: 'Reports' }).getByRole('button', { name: 'DW' }).click();
    const carried = new Set(
      story.statements.filter(({ article }) => article.source.id === 'dw').map(({ claim }) => claim),
    );
    const count = matrix.getByRole('paragraph').filter({ hasText: `Showing ${carried.size} of 14 claims.` });
    await count.waitFor();
    const narrowed = await heads();
    expect(narrowed.length).toBe(carried.size);
    expect(await matrix.getByRole('button', { name: /Washington Examiner/ }).count()).toBe(0);
    const kept = { 'stance-matrix.order': 'disputed', 'stance-matrix.sources': 'dw' };
    await expect.poll(address).toEqual(kept);

    await page.reload();
    await count.waitFor();
    expect(await heads()).toEqual(narrowed);
    expect(await disputed.getAttribute('aria-pressed')).toBe('true');
    expect(await address()).toEqual(kept);

    await matrix.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(heads).toEqual(ordered);
    expect(await count.count()).toBe(0);
    await expect.poll(address).toEqual({ 'stance-matrix.order': 'disputed' });
    expect(visit.faults).toEqual([]);
  });

  it('asks why the reports part, reads the account, and sees the voices and the pairs', async () => {
    const { chart, page, visit } = await readArticle();
    // The underlined words are only seen; the button is the claim, over the whole row.
    const why = chart.getByText('Why this?').first();
    await why.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await why.boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    const account = chart.getByRole('region', { name: 'Why this? There is solid evidence for Pompeo’s accusation.' });
    await account.getByText('Leaving out', { exact: false }).first().waitFor();
    const read = await textOf(account);
    for (const { quote } of evidence('pompeo', 'evidence').slice(0, 2)) expect(read).toContain(quote.exact);
    for (const { name } of story.sources) expect(read).toContain(name);
    await account.getByText('How this is calculated').click();
    await account.getByText('give D = 1.00').waitFor();

    await chart.getByRole('button', { name: 'Voices' }).click();
    const voices = chart.getByRole('listitem').filter({ hasText: 'There is solid evidence' }).first().getByRole('img');
    const names = await voices.evaluateAll((images) => images.map((image) => image.getAttribute('aria-label')));
    for (const { name } of story.sources) expect(names.join('; ')).toMatch(new RegExp(`${name}: \\w+: \\d`));

    await chart.getByRole('button', { name: 'Pairs of reports' }).click();
    const pairs = chart.getByRole('table', { name: 'How far apart each two reports are' });
    await pairs.waitFor();
    expect(await pairs.getByText(/on \d+ shared claims/).count()).toBe(6);
    expect(visit.faults).toEqual([]);
  });

  it('meets a missing dataset: a message, the fallback with it, and the story once the address is right', async () => {
    const visit = await newsroom.visit(
      '<script src="/stancekit.js"></script><stance-matrix src="/missing.json"><p>The table in words.</p></stance-matrix>',
    );
    const { page, matrix } = parts(visit.page);
    await matrix.getByRole('alert').waitFor();
    expect(await visit.error()).toMatch(/the server answered 404/);
    const fallback = page.getByText('The table in words.');
    expect(await fallback.isVisible()).toBe(true);
    await matrix.evaluate((element) => element.setAttribute('src', '/seeds.json'));
    await visit.drawn();
    expect(await matrix.getByRole('alert').count()).toBe(0);
    expect(await fallback.isVisible()).toBe(false);
    expect(visit.faults).toEqual([]);
  });

  it.each([360, 800])('reads from right to left, in %i px', async (width) => {
    const document = article.replace('<html lang="en">', '<html lang="ar" dir="rtl">');
    const visit = await newsroom.visit(document, { width });
    await visit.drawn('stance-matrix');
    await visit.drawn('source-disagreement');
    const { matrix, chart, page } = parts(visit.page);
    expect(document).toContain('dir="rtl"');
    expect(await sideways(page)).toBe(0);
    const middle = async (of: Locator) => {
      const { x, width } = (await of.boundingBox())!;
      return x + width / 2;
    };
    expect(await middle(chart.getByText('all voices support'))).toBeLessThan(
      await middle(chart.getByText('all voices oppose')),
    );
    if (width === 360) return;
    const first = matrix.getByRole('button', { name: /^Mike Pompeo supports: Iran is al-Qaida’s new home base/ });
    const second = matrix.getByRole('button', { name: /^Mike Pompeo supports: There is solid evidence/ });
    await first.focus();
    await page.keyboard.press('ArrowLeft');
    await expectFocus(second);
    expect(await middle(second)).toBeLessThan(await middle(first));
    await page.keyboard.press('ArrowRight');
    await expectFocus(first);
    expect(visit.faults).toEqual([]);
  });

  it('sees all of it under a strict content security policy that the browser enforces', async () => {
    const policy = `default-src 'none'; script-src 'nonce-abc'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types stancekit`;
    const visit = await newsroom.visit(
      '<script nonce="abc" src="/stancekit.js"></script><stance-matrix src="/seeds.json"></stance-matrix><source-disagreement src="/seeds.json"></source-disagreement>',
      { headers: { 'content-security-policy': policy }, setUp: hearRefusals },
    );
    const refusals = () => visit.page.evaluate<string[]>('refusals');
    await visit.drawn('stance-matrix');
    await visit.drawn('source-disagreement');
    const { matrix, chart, page } = parts(visit.page);
    const mark = matrix.getByRole('button', { name: /^Trita Parsi opposes: There is solid evidence/ });
    await mark.hover();
    await mark.click();
    const panel = matrix.getByRole('region', { name: 'Trita Parsi opposes' });
    await panel.waitFor();
    await matrix.getByRole('button', { name: 'A–Z' }).click();
    await chart.getByRole('button', { name: 'Iran gives al-Qaida sanctuary.' }).click();
    await chart.getByRole('button', { name: 'Voices' }).click();
    expect(await matrix.locator('[part~=frame]').evaluate((frame) => getComputedStyle(frame).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await refusals()).toEqual([]);
    expect(visit.faults.filter((fault) => !fault.includes('/favicon.ico'))).toEqual([]);
    // That silence means something: what the policy forbids is refused and heard.
    const [styled, written] = await page.evaluate(() => {
      document.body.setAttribute('style', 'color: red');
      try {
        document.body.innerHTML = '';
        return [document.body.style.color, true];
      } catch {
        return [document.body.style.color, false];
      }
    });
    expect(styled).toBe('');
    expect(written).toBe(!(await page.evaluate(() => 'trustedTypes' in window)));
    await expect.poll(async () => (await refusals())[0]).toBe('style-src-attr');
  });

  it.each(['matrix', 'disagreement'])('keeps the embedded %s as a table where scripts are blocked', async (widget) => {
    const snippet = stancekit('embed', widget, '--src', '/seeds.json');
    const { page } = await newsroom.visit(snippet, { headers: noScripts, width: 360 });
    const row = page.getByRole('row', { name: /^There is solid evidence/ });
    const words = row.getByText(evidence('pompeo', 'evidence')[0]!.quote.exact);
    expect(await words.isVisible()).toBe(false);
    await row.locator('summary').first().click();
    await words.waitFor();
    expect(newsroom.asked).not.toContain('/seeds.json');
    expect(await sideways(page)).toBe(0);
  });

  it.each(['matrix', 'disagreement'])(
    'sees the %s drawn before the script, and nothing moves when it runs',
    async (widget) => {
      const snippet = stancekit('render', widget, '--as', 'dsd', '--src', '/seeds.json');
      const place = (page: Page) => page.locator('stance-matrix, source-disagreement');
      const opener = (page: Page) => shown(page.getByRole('button', { name: /There is solid evidence/ }));
      for (const width of [360, 800]) {
        const still = await newsroom.visit(snippet, { headers: noScripts, width });
        await opener(still.page).waitFor();
        const { height } = (await place(still.page).boundingBox())!;
        const live = await newsroom.visit(snippet, { width });
        await expect.poll(async () => (await live.heard()).map(({ type }) => type)).toContain('stance-load');
        await expect.poll(async () => (await place(live.page).boundingBox())!.height).toBe(height);
        await opener(live.page).click();
        await expect.poll(() => opener(live.page).getAttribute('aria-expanded')).toBe('true');
        expect(live.faults).toEqual([]);
      }
    },
  );

  describe('on a page with a frame of another origin', () => {
    // Another port, as WebDriver BiDi does not click into the frames of another host.
    let frame = '';
    const elsewhere = createServer(({ url }, response) => {
      const isPage = url === '/frame.html';
      response.setHeader('content-type', isPage ? 'text/html; charset=utf-8' : 'text/javascript');
      response.end(isPage ? frame : script);
    });

    beforeAll(() => new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve)));

    afterAll(() => {
      elsewhere.closeAllConnections();
      elsewhere.close();
    });

    it.each(['matrix', 'disagreement'])('reads the %s, and the frame is as high as what is in it', async (widget) => {
      frame = stancekit('render', widget, '--as', 'iframe');
      const origin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
      const { page, faults } = await newsroom.visit(
        `<iframe title="The story" width="600" height="300" sandbox="allow-scripts allow-same-origin allow-popups" src="${origin}/frame.html"></iframe>`,
        {
          setUp: `addEventListener('message', ({ data, origin }) => {
            if (data.type === 'embed-size' && origin === '${origin}') document.querySelector('iframe').height = data.height;
          });`,
        },
      );
      const inside = page.frameLocator('iframe');
      const name = widget === 'matrix' ? /^Mike Pompeo supports: There is solid/ : /^There is solid evidence/;
      await inside.getByRole('button', { name }).click();
      await shown(inside.getByText(evidence('pompeo', 'evidence')[0]!.quote.exact)).waitFor();
      const hidden = () => inside.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
      await expect.poll(hidden).toBe(0);
      expect((await page.locator('iframe').boundingBox())!.height).toBeGreaterThan(1000);
      expect(faults).toEqual([]);
    });
  });

  describe('whose system is dark', () => {
    beforeAll(async () => {
      if (launch) await change(await launch(true));
    }, 60_000);

    /** Opens the document with both widgets in the dark. */
    async function readInTheDark(document: string) {
      const visit = await newsroom.visit(document);
      if (!launch) await visit.page.emulateMedia({ colorScheme: 'dark' });
      expect(await visit.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
      await visit.drawn('stance-matrix');
      await visit.drawn('source-disagreement');
      const { matrix, chart } = parts(visit.page);
      await chart.getByRole('button', { name: 'There is solid evidence for Pompeo’s accusation.' }).click();
      return [...(await matrix.evaluate(contrasts)), ...(await chart.evaluate(contrasts))];
    }

    it('reads light on dark where the page is made for it, each text in good contrast', async () => {
      const texts = await readInTheDark(article);
      expect(texts.length).toBeGreaterThan(300);
      expect(texts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
      expect(texts.find(({ text }) => text === 'Mike Pompeo')!.ground).toBeLessThan(0.1);
    });

    it('reads dark on light where the page knows of no dark, as the rest of the page is', async () => {
      const texts = await readInTheDark(article.replace('href="article.css"', 'href="data:text/css,"'));
      expect(texts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
      expect(texts.find(({ text }) => text === 'Mike Pompeo')!.ground).toBeGreaterThan(0.9);
    });
  });
});

function parts(page: Page) {
  return { page, matrix: page.locator('stance-matrix'), chart: page.locator('source-disagreement') };
}

/**
 * Every visible text of a widget outside its drawings, with its contrast against what lies behind it (WCAG 2.2, 1.4.3) and the relative
 * luminance of that. Runs in the page.
 */
function contrasts(widget: Element): { text: string; contrast: number; ground: number }[] {
  const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color: string) => {
    const [r = 0, g = 0, b = 0] = channels(color).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement ?? (at.getRootNode() as ShadowRoot).host) {
      const { backgroundColor } = getComputedStyle(at);
      if (channels(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const found = [];
  const walker = document.createTreeWalker(widget.shadowRoot!, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent!.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || !parent || parent.closest('svg, style') || !parent.checkVisibility({ visibilityProperty: true }))
      continue;
    const background = groundOf(parent);
    const [ink, ground] = [luminance(getComputedStyle(parent).color), luminance(background)];
    found.push({ text, contrast: (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05), ground });
  }
  return found;
}

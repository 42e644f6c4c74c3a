import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFirefox, isFirefoxRequired, noFirefox } from '../find-firefox.mjs';
import { findWebKit, isWebKitRequired, noWebKit } from '../find-webkit.mjs';
import {
  article,
  describeReader,
  evidence,
  expectFocus,
  noScripts,
  shown,
  sideways,
  stancekit,
  widgetsOf,
  markOf,
} from './journeys.js';
import type { ElementQueries, ReaderLocator, ReaderPage } from './reader-page.js';
import { script } from './test-site.js';

/** Firefox requests the icon of the tab by itself, and reports that too. */
const recordRefusals = `window.refusals = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    if (!blockedURI.endsWith('/favicon.ico')) refusals.push(violatedDirective);
  });`;

it.each([
  { engine: 'Firefox', found: findFirefox(), isRequired: isFirefoxRequired(), missing: noFirefox },
  { engine: 'WebKit', found: findWebKit(), isRequired: isWebKitRequired(), missing: noWebKit },
])(
  'the journeys run in $engine where it is installed, and must where it is required',
  { tags: 'release' },
  ({ found, isRequired, missing }) => {
    if (!found) console.warn(missing);
    expect(found !== undefined || !isRequired, missing).toBe(true);
  },
);

/** Returns what opens the quotes on one claim: a mark of the matrix, or the claim in the chart. */
const openerOf = (widget: string, within: ElementQueries) =>
  widget === 'matrix'
    ? markOf(within, 'pompeo', 'evidence')
    : within.getByRole('button', { name: '“There is solid evidence for Pompeo’s accusation”' });

describeReader((site, { openWindows }) => {
  it('sees a message and the fallback while the dataset is missing, and the story once the address is right', async () => {
    const visit = await site.visit(
      '<script src="/stancekit.js"></script><stance-matrix src="/missing.json"><p>The fallback table.</p></stance-matrix>',
    );
    const { page, matrix } = widgetsOf(visit.page);
    await matrix.getByRole('alert').waitFor();
    expect(await visit.errorText()).toMatch(/The server answered 404\./);
    const fallback = page.getByText('The fallback table.');
    expect(await fallback.isVisible()).toBe(true);
    await matrix.evaluate((element) => element.setAttribute('src', '/seeds.json'));
    await visit.rendered();
    expect(await matrix.getByRole('alert').count()).toBe(0);
    expect(await fallback.isVisible()).toBe(false);
    expect(visit.errors).toEqual([]);
  });

  it.each([360, 800])('reads from right to left at %i px', async (width) => {
    const document = article.replace('<html lang="en">', '<html lang="ar" dir="rtl">');
    const visit = await site.visit(document, { width });
    await visit.rendered('stance-matrix');
    await visit.rendered('source-disagreement');
    const { matrix, chart, page } = widgetsOf(visit.page);
    expect(document).toContain('dir="rtl"');
    expect(await sideways(page)).toBe(0);
    const middle = async (of: ReaderLocator) => {
      const { x, width } = (await of.boundingBox())!;
      return x + width / 2;
    };
    // On a phone each row has the names of its ends; wider, one line above the rows names the columns.
    const [toStart, toEnd] = width === 360 ? ['', ''] : ['→ ', ' ←'];
    const endOf = (name: string) => shown(chart.getByText(name, { exact: true }));
    expect(await middle(endOf(`only supporters${toEnd}`))).toBeLessThan(
      await middle(endOf(`${toStart}only opponents`)),
    );
    if (width === 360) return;
    const first = markOf(matrix, 'pompeo', 'home-base');
    const second = markOf(matrix, 'pompeo', 'evidence');
    await first.focus();
    await page.keyboard.press('ArrowLeft');
    await expectFocus(second);
    expect(await middle(second)).toBeLessThan(await middle(first));
    await page.keyboard.press('ArrowRight');
    await expectFocus(first);
    expect(visit.errors).toEqual([]);
  });

  it('can use everything under a strict content security policy', async () => {
    const policy = `default-src 'none'; script-src 'nonce-abc'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types stancekit`;
    const visit = await site.visit(
      '<script nonce="abc" src="/stancekit.js"></script><stance-matrix src="/seeds.json"></stance-matrix><source-disagreement src="/seeds.json"></source-disagreement>',
      { headers: { 'content-security-policy': policy }, setUp: recordRefusals },
    );
    const refusals = () => visit.page.evaluate<string[]>('refusals');
    await visit.rendered('stance-matrix');
    await visit.rendered('source-disagreement');
    const { matrix, chart, page } = widgetsOf(visit.page);
    const mark = markOf(matrix, 'parsi', 'evidence');
    await mark.hover();
    await mark.click();
    const panel = matrix.getByRole('region', { name: 'Trita Parsi opposes' });
    await panel.waitFor();
    await matrix.getByRole('button', { name: 'Name', exact: true }).click();
    await chart.getByRole('button', { name: '“Iran gives al-Qaida sanctuary”' }).click();
    await chart.getByRole('button', { name: 'People quoted' }).click();
    expect(await matrix.locator('[part~=frame]').evaluate((frame) => getComputedStyle(frame).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await refusals()).toEqual([]);
    expect(visit.errors.filter((error) => !error.includes('/favicon.ico'))).toEqual([]);
    // The policy is in force: what it forbids is refused and recorded.
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

  it.each(['matrix', 'disagreement'])('reads the embedded %s as a table where scripts are blocked', async (widget) => {
    const snippet = stancekit('embed', widget, '--src', '/seeds.json');
    const { page } = await site.visit(snippet, { headers: noScripts, width: 360 });
    const row = page.getByRole('row', { name: /^There is solid evidence/ });
    const quote = row.getByText(evidence('pompeo', 'evidence')[0]!.quote.exact);
    expect(await quote.isVisible()).toBe(false);
    await row.locator('summary').first().click();
    await quote.waitFor();
    expect(site.requests).not.toContain('/seeds.json');
    expect(await sideways(page)).toBe(0);
  });

  it.each(['matrix', 'disagreement'])(
    'sees the %s rendered before the script, and nothing moves when it runs',
    async (widget) => {
      const snippet = stancekit('render', widget, '--as', 'dsd', '--src', '/seeds.json');
      const place = (page: ReaderPage) => page.locator('stance-matrix, source-disagreement');
      const opener = (page: ReaderPage) => shown(openerOf(widget, page));
      for (const width of [360, 800]) {
        const still = await site.visit(snippet, { headers: noScripts, width });
        await opener(still.page).waitFor();
        const { height } = (await place(still.page).boundingBox())!;
        const live = await site.visit(snippet, { width });
        await expect.poll(async () => (await live.events()).map(({ type }) => type)).toContain('stance-load');
        await expect.poll(async () => (await place(live.page).boundingBox())!.height).toBe(height);
        await opener(live.page).click();
        await expect
          .poll(() => opener(live.page).evaluate((button) => button.ariaExpanded ?? button.ariaCurrent))
          .toBe('true');
        expect(live.errors).toEqual([]);
      }
    },
  );

  describe('on a page with a frame of another origin', () => {
    // Another port: WebDriver BiDi does not click into frames of another host.
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

    it.each(['matrix', 'disagreement'])('reads the %s in a frame that is as high as its content', async (widget) => {
      frame = stancekit('render', widget, '--as', 'iframe');
      const origin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
      const { page, errors } = await site.visit(
        `<iframe title="The story" width="600" height="300" sandbox="allow-scripts allow-same-origin allow-popups" src="${origin}/frame.html"></iframe>`,
        {
          setUp: `addEventListener('message', ({ data, origin }) => {
            if (data.type === 'embed-size' && origin === '${origin}') document.querySelector('iframe').height = data.height;
          });`,
        },
      );
      const inside = page.frameLocator('iframe');
      await openerOf(widget, inside).click();
      await shown(inside.getByText(evidence('pompeo', 'evidence')[0]!.quote.exact)).waitFor();
      const hidden = () => inside.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
      await expect.poll(hidden).toBe(0);
      expect((await page.locator('iframe').boundingBox())!.height).toBeGreaterThan(1000);
      expect(errors).toEqual([]);
    });
  });

  describe('whose system uses dark mode', () => {
    beforeAll(async () => {
      if (openWindows) await site.changeWindows(await openWindows(true));
    });

    /** Opens the document with both widgets in dark mode. */
    async function readInDarkMode(document: string) {
      const visit = await site.visit(document);
      if (!openWindows) await visit.page.emulateMedia?.({ colorScheme: 'dark' });
      expect(await visit.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
      await visit.rendered('stance-matrix');
      await visit.rendered('source-disagreement');
      const { matrix, chart } = widgetsOf(visit.page);
      await chart.getByRole('button', { name: '“There is solid evidence for Pompeo’s accusation”' }).click();
      return [...(await matrix.evaluate(contrasts)), ...(await chart.evaluate(contrasts))];
    }

    it('reads light on dark if the page supports it, with enough contrast', async () => {
      const texts = await readInDarkMode(article);
      expect(texts.length).toBeGreaterThan(300);
      expect(texts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
      expect(texts.find(({ text }) => text === 'Mike Pompeo')!.ground).toBeLessThan(0.1);
    });

    it('reads dark on light if the page has no dark mode', async () => {
      const texts = await readInDarkMode(article.replace('href="article.css"', 'href="data:text/css,"'));
      expect(texts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
      expect(texts.find(({ text }) => text === 'Mike Pompeo')!.ground).toBeGreaterThan(0.9);
    });
  });
});

/**
 * Returns every visible text of a widget outside SVG, with its contrast against its background (WCAG 2.2, 1.4.3) and the relative luminance
 * of that. Runs in the page.
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

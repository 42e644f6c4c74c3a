import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestSite } from './test-site.js';

const site = new TestSite();
const both =
  '<stance-matrix src="/seeds.json"></stance-matrix><source-disagreement src="/seeds.json"></source-disagreement>';
const integrity = readFileSync(join(import.meta.dirname, '../../dist/stancekit.js.integrity'), 'utf8').trim();

beforeAll(() => site.open());
afterAll(() => site.close());

describe('the script on a page', () => {
  it.each([
    ['as a module', `<script type="module" src="/stancekit.js"></script>${both}`],
    ['as a classic script before the elements', `<script src="/stancekit.js"></script>${both}`],
    ['deferred', `<script defer src="/stancekit.js"></script>${both}`],
    ['async', `<script async src="/stancekit.js"></script>${both}`],
    ['after the elements', `${both}<script src="/stancekit.js"></script>`],
    [
      'with its integrity',
      `<script src="/stancekit.js" integrity="${integrity}" crossorigin="anonymous"></script>${both}`,
    ],
    [
      'injected later',
      `${both}<script>addEventListener('load', () => document.head.append(Object.assign(document.createElement('script'), { src: '/stancekit.js' })))</script>`,
    ],
  ])('%s renders both widgets', async (_, html) => {
    const visit = await site.visit(html);
    await visit.rendered('stance-matrix');
    await visit.rendered('source-disagreement');
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it.each([
    ['twice', ''],
    [
      'where one of the names is already defined',
      'customElements.define("stance-matrix", class extends HTMLElement {})',
    ],
    [
      'where both names are already defined',
      'for (const name of ["stance-matrix", "source-disagreement"]) customElements.define(name, class extends HTMLElement {})',
    ],
    ['in a browser without custom elements', 'Object.defineProperty(window, "customElements", { value: undefined })'],
  ])('%s does no harm', async (name, setUp) => {
    const visit = await site.visit(
      `${both}<script src="/stancekit.js"></script><script src="/stancekit.js?again"></script><p id="end">The page goes on.</p>`,
      { setUp },
    );
    await visit.page.getByText('The page goes on.').waitFor();
    if (name === 'twice') await visit.rendered('stance-matrix');
    if (name === 'twice' || name.includes('one of')) await visit.rendered('source-disagreement');
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('with a wrong SRI hash leaves the fallback readable', async () => {
    const wrong = `sha384-${'A'.repeat(64)}`;
    const visit = await site.visit(
      `<script src="/stancekit.js" integrity="${wrong}" crossorigin="anonymous"></script><stance-matrix src="/seeds.json"><p>The fallback table.</p></stance-matrix>`,
    );
    await visit.page.getByText('The fallback table.').waitFor();
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
});

const policy = (extra = '') =>
  `default-src 'none'; script-src 'nonce-abc'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types stancekit${extra}`;

describe('the strict content security policy of the documentation', () => {
  const page = `<script nonce="abc" src="/stancekit.js"></script>${both}`;

  it('is not violated by rendering, selecting, sorting, filtering, printing and failing', async () => {
    const visit = await site.visit(`${page}<stance-matrix id="broken" src="/nowhere.json"></stance-matrix>`, {
      headers: { 'content-security-policy': policy() },
    });
    await visit.rendered('stance-matrix');
    await visit.rendered('source-disagreement');
    await visit.errorText('#broken');
    const matrix = visit.page.locator('stance-matrix').first();
    await matrix.locator('[data-select="parsi/evidence"]').hover();
    await matrix.locator('[data-select="parsi/evidence"]').click();
    await matrix.getByRole('button', { name: 'Name', exact: true }).click();
    await matrix.getByText('Filter').click();
    await matrix.getByRole('button', { name: 'DW', exact: true }).click();
    const chart = visit.page.locator('source-disagreement');
    await chart.getByRole('button', { name: '“Iran gives al-Qaida sanctuary”' }).click();
    await chart.getByRole('button', { name: 'People quoted' }).click();
    await visit.page.evaluate(`dispatchEvent(new Event('beforeprint')), dispatchEvent(new Event('afterprint'))`);
    expect(await visit.violations()).toEqual([]);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('does not block the styles of the widgets', async () => {
    const visit = await site.visit(page, { headers: { 'content-security-policy': policy() } });
    await visit.rendered();
    const surface = await visit.page
      .locator('stance-matrix >> [part~=frame]')
      .first()
      .evaluate((frame) => getComputedStyle(frame).backgroundColor);
    expect(surface).toBe('rgb(255, 255, 255)');
    await visit.close();
  });

  it('allows a second copy, and may refuse our Trusted Types policy', async () => {
    const twice = await site.visit(`${page}<script nonce="abc" src="/stancekit.js?again"></script>`, {
      headers: { 'content-security-policy': policy() },
    });
    await twice.rendered();
    expect(twice.errors).toEqual([]);
    await twice.close();
    const refused = await site.visit(
      `<script nonce="abc" src="/stancekit.js"></script><stance-matrix src="/seeds.json"><p>The fallback table.</p></stance-matrix>`,
      {
        headers: { 'content-security-policy': policy().replace('trusted-types stancekit', "trusted-types 'none'") },
      },
    );
    await refused.page.getByText('The fallback table.').waitFor();
    expect(refused.errors).toEqual([]);
    await refused.close();
  });
});

describe('the page around it', () => {
  const look = `(() => {
    const names = (object) => Reflect.ownKeys(object).map(String).sort();
    return {
      globals: names(window), head: document.head.innerHTML,
      prototypes: [Object, Array, String, Element, HTMLElement, Event, Node, Promise, Map].map(({ prototype }) => names(prototype).length),
      styles: document.styleSheets.length + document.adoptedStyleSheets.length, cookie: document.cookie,
      storage: [localStorage.length, sessionStorage.length], body: document.body.className + document.body.style.cssText,
    };
  })()`;

  it('is unchanged: globals, prototypes, head, styles, cookies, storage, messages', async () => {
    const setUp = `window.messageListeners = 0; const add = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (type, ...rest) { if (type === 'message') messageListeners++; return add.call(this, type, ...rest); };`;
    const visit = await site.visit(
      `${both}<script>window.before = undefined; window.before = ${look};</script><script src="/stancekit.js"></script>`,
      { setUp },
    );
    await visit.rendered('stance-matrix');
    await visit.rendered('source-disagreement');
    const [before, after] = await visit.page.evaluate<[unknown, unknown]>(`[before, ${look}]`);
    expect(after).toEqual(before);
    expect(await visit.page.evaluate('messageListeners')).toBe(0);
    expect([...site.requests].sort()).toEqual(
      ['/favicon.ico', '/page', '/seeds.json', '/stancekit.js'].filter((path) => site.requests.includes(path)),
    );
    await visit.close();
  });

  it('sends no cookie with the request for the data', async () => {
    let cookie: string | undefined;
    site.handle('/private.json', (request, response) => {
      cookie = request.headers.cookie;
      response.writeHead(200).end('{}');
    });
    const visit = await site.visit(
      `<script>document.cookie = 'session=secret'</script><script src="/stancekit.js"></script><stance-matrix src="/private.json"></stance-matrix>`,
    );
    await visit.errorText();
    expect(cookie).toBeUndefined();
    await visit.close();
  });
});

import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestSite, seeds } from './test-site.js';

const site = new TestSite();
const good = JSON.parse(seeds.toString()) as Record<string, unknown> & { statements: Record<string, unknown>[] };
const json = (change: (dataset: typeof good) => void) => {
  const dataset = structuredClone(good);
  change(dataset);
  return JSON.stringify(dataset);
};

beforeAll(() => site.open());
afterAll(() => site.close());

const script = '<script src="/stancekit.js"></script>';
const neighbour = '<source-disagreement id="neighbour" src="/seeds.json"></source-disagreement>';
const page = `${script}<stance-matrix id="bad" src="/bad"></stance-matrix>${neighbour}`;

type Bad = readonly [
  what: string,
  code: string,
  message: RegExp,
  body: string | Buffer,
  headers?: Record<string, string>,
  status?: number,
];

const bad: readonly Bad[] = [
  ['a 404', 'status', /answered 404/, 'not found', {}, 404],
  ['a 410', 'status', /answered 410/, '', {}, 410],
  ['a 403', 'status', /answered 403/, '{}', {}, 403],
  ['a 500 with a good body', 'status', /answered 500/, seeds, {}, 500],
  ['a 204', 'status', /answered 204/, '', {}, 204],
  ['an empty answer', 'not-json', /not valid JSON/, ''],
  [
    'HTML',
    'not-json',
    /not valid JSON/,
    '<!doctype html><title>Log in</title><img src=x onerror=alert(1)>',
    { 'content-type': 'text/html' },
  ],
  ['CSV', 'not-json', /not valid JSON/, 'speaker,claim\r\nann,tax\r\n'],
  ['JSONP', 'not-json', /not valid JSON/, `callback(${seeds.toString()})`],
  ['two documents', 'not-json', /not valid JSON/, '{}\n{}'],
  ['a trailing comma', 'not-json', /not valid JSON/, '{"version":1,}'],
  ['NaN', 'not-json', /not valid JSON/, '{"version":NaN}'],
  ['comments', 'not-json', /not valid JSON/, '// ours\n{}'],
  ['UTF-16', 'not-utf-8', /not UTF-8/, Buffer.from(`\ufeff${seeds.toString()}`, 'utf16le')],
  ['invalid UTF-8', 'not-utf-8', /not UTF-8/, Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ['null', 'not-a-dataset', /not a valid stance dataset.*null/s, 'null'],
  ['a number', 'not-a-dataset', /not a valid stance dataset/, '7'],
  ['a list', 'not-a-dataset', /not a valid stance dataset/, '[]'],
  ['GeoJSON', 'not-a-dataset', /no version and no statements/, '{"type":"FeatureCollection","features":[]}'],
  ['an error object', 'not-a-dataset', /no version and no statements/, '{"error":"quota"}'],
  ['20,000 levels', 'not-a-dataset', /not a valid stance dataset/, '['.repeat(20_000) + ']'.repeat(20_000)],
  [
    'an unknown stance',
    'not-a-dataset',
    /statements\[3\]\.stance/,
    json(({ statements }) => (statements[3]!.stance = 'maybe')),
  ],
  ['a row that is null', 'not-a-dataset', /statements\[0\]/, json(({ statements }) => (statements[0] = null!))],
  [
    'a dangling reference',
    'not-a-dataset',
    /statements\[3\]\.speaker.*“nobody”/s,
    json(({ statements }) => (statements[3]!.speaker = 'nobody')),
  ],
  [
    'a duplicate id',
    'not-a-dataset',
    /statements\[1\]\.id.*“s1”/s,
    json(({ statements }) => (statements[1]!.id = 's1')),
  ],
  ['a newer version', 'not-a-dataset', /newer version/, json((dataset) => (dataset.version = 2))],
  ['markup where text belongs', 'not-a-dataset', /title/, json((dataset) => (dataset.title = { __html: '<img>' }))],
];

describe('bad data', () => {
  it.each(
    bad.map(
      ([what, code, message, body, headers = {}, status = 200]) =>
        [what, code, message, body, headers, status] as const,
    ),
  )('%s: one message, and the other widget is unaffected', async (_, code, message, body, headers, status) => {
    site.serve('/bad', body, headers, status);
    const visit = await site.visit(page);
    await visit.rendered('#neighbour');
    const text = await visit.errorText('#bad');
    expect(text).toMatch(message);
    expect(text).not.toMatch(/undefined|\[object|NaN |\n\s+at /);
    const errors = (await visit.events()).filter(({ type }) => type === 'stance-error');
    expect(errors).toMatchObject([{ at: 'bad', code, composed: true }]);
    expect(errors[0]!.message!.length).toBeGreaterThan(15);
    expect(errors[0]!.problems!.length > 0).toBe(code === 'not-a-dataset');
    expect(visit.errors).toEqual([]);
    expect(await visit.page.locator('#bad').evaluate((element) => element.matches(':state(error)'))).toBe(true);
    // With a correct address the widget recovers.
    await visit.page.locator('#bad').evaluate((element) => element.setAttribute('src', '/seeds.json'));
    await visit.rendered('#bad');
    expect(await visit.page.locator('#bad >> [role=alert]').count()).toBe(0);
    await visit.close();
  });

  it.each([
    ['a refused connection', 'http://127.0.0.1:1/data.json', 'unreachable'],
    ['an invalid address', 'http://', 'address'],
    ['a `javascript:` address', 'javascript:alert(1)', 'address'],
    ['a `data:` address', 'data:application/json,{}', 'address'],
    ['a `file:` address', 'file:///etc/passwd', 'address'],
    ['an endless redirect', '/loop', 'unreachable'],
    ['a truncated response', '/cut', 'unreachable'],
    ['more than 24 MB unpacked', '/huge', 'too-large'],
  ])('%s: one message', async (_, src, code) => {
    site.handle('/loop', (__, response) => response.writeHead(302, { location: '/loop' }).end());
    site.handle('/cut', (__, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"version"');
      response.destroy();
    });
    site.serve('/huge', gzipSync(Buffer.alloc(25_000_000, ' ')), { 'content-encoding': 'gzip' });
    const visit = await site.visit(`${script}<stance-matrix id="bad" src="${src}"></stance-matrix>${neighbour}`);
    await visit.rendered('#neighbour');
    await visit.errorText('#bad');
    expect((await visit.events()).filter(({ type }) => type === 'stance-error')).toMatchObject([{ code }]);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('that do not arrive time out after 15 seconds in the loading state, and a late response is ignored', async () => {
    let late: (() => void) | undefined;
    site.handle('/late', (_, response) => (late = () => response.writeHead(200).end(seeds)));
    const visit = await site.visit('<p>Before</p>', { ownWindow: true });
    await visit.page.clock.install();
    await visit.page.setContent(
      `<!doctype html><html lang="en"><body><stance-matrix id="bad" src="/late"></stance-matrix></body></html>`,
    );
    await visit.page.addScriptTag({ url: '/stancekit.js' });
    const isLoading = () => visit.page.locator('#bad').evaluate((element) => element.matches(':state(loading)'));
    await expect.poll(() => late !== undefined).toBe(true);
    // The clock also runs by itself, so this is far from the limit.
    await visit.page.clock.fastForward(8_000);
    expect(await isLoading()).toBe(true);
    await visit.page.clock.fastForward(8_000);
    expect(await visit.errorText('#bad')).toMatch(/No data arrived for 15 seconds/);
    late!();
    await visit.page.clock.fastForward(1000);
    expect(await visit.page.locator('#bad >> h2').count()).toBe(0);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('that arrive slowly are loaded, however long it takes, and time out 15 seconds after the last byte', async () => {
    const third = Math.ceil(seeds.length / 3);
    const parts = [0, 1, 2].map((index) => seeds.subarray(index * third, (index + 1) * third));
    const responses = new Map<string, ServerResponse>();
    for (const path of ['/slow', '/stalled'])
      site.handle(path, (_, response) => {
        response.writeHead(200).flushHeaders();
        responses.set(path, response);
      });
    const visit = await site.visit('<p>Before</p>', { ownWindow: true });
    await visit.page.clock.install();
    // Counts the bytes that have arrived, of both responses.
    await visit.page.evaluate(`
      window.arrived = [];
      const read = ReadableStreamDefaultReader.prototype.read;
      ReadableStreamDefaultReader.prototype.read = async function () {
        const result = await read.call(this);
        arrived.push(result.value?.length ?? 0);
        return result;
      };
    `);
    await visit.page.setContent(
      `<!doctype html><html lang="en"><body><stance-matrix id="slow" src="/slow"></stance-matrix><stance-matrix id="stalled" src="/stalled"></stance-matrix></body></html>`,
    );
    await visit.page.addScriptTag({ url: '/stancekit.js' });
    await expect.poll(() => responses.size).toBe(2);
    const bytes = () => visit.page.evaluate<number>('arrived.reduce((sum, length) => sum + length, 0)');
    let expected = parts[0]!.length;
    for (const [index, part] of parts.entries()) {
      await visit.page.clock.fastForward(12_000);
      responses.get('/slow')!.write(part);
      if (index === 0) responses.get('/stalled')!.write(part);
      expected += part.length;
      await expect.poll(bytes).toBe(expected);
    }
    responses.get('/slow')!.end();
    await visit.rendered('#slow');
    expect(await visit.errorText('#stalled')).toMatch(/No data arrived for 15 seconds/);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('can be requested again by the reader', async () => {
    site.serve('/bad', 'down for a moment', {}, 503);
    const visit = await site.visit(page);
    await visit.errorText('#bad');
    site.serve('/bad', seeds);
    await visit.page.locator('#bad').getByRole('button', { name: 'Try again' }).click();
    await visit.rendered('#bad');
    await visit.close();
  });

  it('leave the fallback readable next to the message', async () => {
    site.serve('/bad', '[]');
    const visit = await site.visit(`${script}<stance-matrix src="/bad"><p>The fallback table.</p></stance-matrix>`);
    await visit.errorText();
    await visit.page.getByText('The fallback table.').waitFor();
    await visit.close();
  });
});

describe('good data', () => {
  it.each([
    ['as plain text', { 'content-type': 'text/plain' }, seeds],
    ['without a type', {}, seeds],
    ['as octets', { 'content-type': 'application/octet-stream' }, seeds],
    ['with a byte order mark', {}, `\ufeff${seeds.toString()}`],
    ['with Windows line ends', {}, seeds.toString().replaceAll('\n', '\r\n')],
    ['with unknown fields', {}, json((dataset) => (dataset.licence = { name: 'CC BY' }))],
    ['packed', { 'content-encoding': 'gzip' }, gzipSync(seeds)],
  ])('%s are rendered', async (_, headers, body) => {
    site.serve('/good', body, headers);
    const visit = await site.visit(`${script}<stance-matrix src="/good"></stance-matrix>`);
    await visit.rendered();
    expect(await visit.events()).toMatchObject([{ type: 'stance-load' }]);
    await visit.close();
  });

  it('in `data` take precedence over `src`, and `src` over inline data', async () => {
    const inline = (title: string) =>
      `<script type="application/json">${json((dataset) => (dataset.title = title)).replaceAll('<', '\\u003c')}</script>`;
    const visit = await site.visit(`
      <stance-matrix id="a" src="/seeds.json">${inline('Inline')}</stance-matrix>
      <stance-matrix id="b">${inline('Inline')}</stance-matrix>
      <stance-matrix id="c" src="/seeds.json"></stance-matrix>
      <script>c.data = ${json((dataset) => (dataset.title = 'An object')).replaceAll('<', '\\u003c')}</script>${script}`);
    for (const [id, title] of [
      ['a', 'Who says what about Iran and al-Qaida'],
      ['b', 'Inline'],
      ['c', 'An object'],
    ]) {
      await visit.rendered(`#${id}`);
      expect(await visit.page.locator(`#${id} >> h2`).innerText()).toBe(title);
    }
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('inline are read if the script is in the head', async () => {
    const visit = await site.visit(
      `<!doctype html><html lang="en"><head><script src="/stancekit.js"></script></head><body><stance-matrix><script type="application/json">${seeds.toString().replaceAll('<', '\\u003c')}</script></stance-matrix></body></html>`,
    );
    await visit.rendered();
    await visit.close();
  });

  it('of the later of two addresses are used, even if they arrive first', async () => {
    let first: (() => void) | undefined;
    site.handle(
      '/first',
      (_, response) => (first = () => response.writeHead(200).end(json((dataset) => (dataset.title = 'First')))),
    );
    const visit = await site.visit(`${script}<stance-matrix id="a" src="/first"></stance-matrix>`);
    await expect.poll(() => first !== undefined).toBe(true);
    await visit.page.locator('#a').evaluate((element) => element.setAttribute('src', '/seeds.json'));
    await visit.rendered('#a');
    await visit.receive('/first', first!);
    await visit.page.evaluate('new Promise((done) => setTimeout(done))');
    expect(await visit.page.locator('#a >> h2').innerText()).toMatch(/^Who says what/);
    expect((await visit.events()).length).toBe(1);
    await visit.close();
  });

  it('for an element that was removed are dropped, and load again if it is put back', async () => {
    site.requests.length = 0;
    let answer: (() => void) | undefined;
    site.handle('/slow', (_, response) => (answer = () => response.writeHead(200).end(seeds)));
    const visit = await site.visit(`${script}<stance-matrix id="a" src="/slow"></stance-matrix>`);
    await expect.poll(() => answer !== undefined).toBe(true);
    await visit.page.evaluate('window.removed = a; a.remove()');
    await visit.receive('/slow', answer!);
    expect(await visit.events()).toEqual([]);
    site.serve('/slow', seeds);
    await visit.page.evaluate('document.body.append(removed)');
    await visit.rendered('#a');
    await visit.close();
  });

  it('stay visible while others load, and go when `src` is removed', async () => {
    site.handle('/never', () => undefined);
    const visit = await site.visit(
      `${script}<stance-matrix id="a" src="/seeds.json"><p>The fallback.</p></stance-matrix>`,
    );
    await visit.rendered('#a');
    await visit.page.locator('#a').evaluate((element) => element.setAttribute('src', '/never'));
    expect(await visit.page.locator('#a').evaluate((element) => element.matches(':state(loading)'))).toBe(true);
    await visit.rendered('#a');
    await visit.page.locator('#a').evaluate((element) => element.removeAttribute('src'));
    await visit.page.getByText('The fallback.').waitFor();
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('are requested once by two hundred widgets', async () => {
    const visit = await site.visit(`${script}${'<stance-matrix src="/seeds.json"></stance-matrix>'.repeat(200)}`);
    await expect.poll(() => visit.page.locator('stance-matrix >> h2').count(), { timeout: 30_000 }).toBe(200);
    expect(site.requests.filter((path) => path === '/seeds.json')).toHaveLength(1);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
});

describe('an object that a page passes as data', () => {
  it.each([
    ['cyclic', `const data = { version: 1, statements: [] }; data.self = data; return data;`],
    ['with a getter that throws', `return { version: 1, get statements() { throw new Error('boo'); } };`],
    ['a revoked proxy', `const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy;`],
    ['text', `return 'text';`],
  ])('%s: a message; the setter never throws', async (_, make) => {
    const visit = await site.visit(
      `${script}<stance-matrix id="a"></stance-matrix><script>a.data = (() => { ${make} })();</script>`,
    );
    expect(await visit.errorText('#a')).toMatch(/not a valid stance dataset/);
    expect(visit.errors).toEqual([]);
    expect((await visit.events()).length).toBe(1);
    await visit.close();
  });

  it('that is removed again leaves nothing behind and reports nothing', async () => {
    const visit = await site.visit(
      `${script}<stance-matrix id="a"><p>The fallback.</p></stance-matrix><script>a.data = ${seeds.toString()};</script>`,
    );
    await visit.rendered('#a');
    await visit.page.evaluate('a.data = null');
    await visit.page.getByText('The fallback.').waitFor();
    expect((await visit.events()).map(({ type }) => type)).toEqual(['stance-load']);
    await visit.close();
  });
});

describe('the documentation', () => {
  it('has the strict policy that the tests use', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    expect(readme).toContain("require-trusted-types-for 'script'; trusted-types stancekit");
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { release, sample } from '../release.js';
import { TestSite, script, seeds, type Visit } from './test-site.js';

// P4 and P5: no unsafe-*, no style-src, no code from strings; one Trusted Types policy with the documented name. Also if data fail.
const site = new TestSite();
beforeAll(() => site.open());
afterAll(() => site.close());

const trusted = "require-trusted-types-for 'script'; trusted-types stancekit";
const hash = readFileSync(join(import.meta.dirname, '../../dist/stancekit.js.integrity'), 'utf8').trim();

/** Policies of strict newsrooms, from the shortest to that of the documentation and a sandbox. */
const policies: readonly (readonly [what: string, policy: () => string])[] = [
  ['a nonce and nothing else', () => "default-src 'none'; script-src 'nonce-abc'; connect-src 'self'"],
  [
    'no styles, pictures, fonts, frames, forms or base',
    () =>
      "default-src 'none'; script-src 'nonce-abc'; connect-src 'self'; style-src 'none'; style-src-attr 'none'; style-src-elem 'none'; img-src 'none'; font-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; worker-src 'none'",
  ],
  [
    'nonce and strict-dynamic',
    () => "script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; base-uri 'none'; style-src 'none'",
  ],
  ['the page’s own host', () => "default-src 'self'"],
  ['the hash of the script', () => `default-src 'none'; script-src '${hash}'; connect-src 'self'`],
  [
    'the documentation’s, with Trusted Types',
    () => `default-src 'none'; script-src 'nonce-abc'; connect-src 'self'; ${trusted}`,
  ],
  [
    'a sandbox without an origin, with Trusted Types',
    () =>
      `sandbox allow-scripts allow-downloads; default-src 'none'; script-src 'nonce-abc'; connect-src ${site.origin}; ${trusted}`,
  ],
];

const open = { 'access-control-allow-origin': '*' };
const data = JSON.stringify(JSON.parse(seeds.toString())).replaceAll('<', '\\u003c');

const page = `
  <script nonce="abc" src="/stancekit.js" integrity="${hash}" crossorigin="anonymous"></script>
  <stance-matrix id="table" src="/open.json" layout="table" permalink></stance-matrix>
  <stance-matrix id="list" src="/open.json" layout="list"></stance-matrix>
  <source-disagreement id="chart" src="/open.json"></source-disagreement>
  <source-disagreement id="inline"><script type="application/json">${data}</script></source-disagreement>
  <stance-matrix id="missing" src="/nowhere.json"><p>The fallback.</p></stance-matrix>
  <stance-matrix id="html" src="/login"></stance-matrix>
  <source-disagreement id="foreign" src="/foreign.json"></source-disagreement>
  <source-disagreement id="address" src="javascript:alert(1)"></source-disagreement>`;

/** Does everything that a reader and a page can do with widgets that work and widgets that failed. */
async function useAll(visit: Visit): Promise<void> {
  for (const id of ['#table', '#list', '#chart', '#inline']) await visit.rendered(id);
  for (const id of ['#missing', '#html', '#foreign', '#address']) await visit.errorText(id);
  await visit.page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (const widget of document.querySelectorAll('stance-matrix, source-disagreement')) {
      const root = widget.shadowRoot!;
      for (const part of root.querySelectorAll<HTMLElement>('button, summary, a')) {
        part.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
        part.focus();
      }
      // Including the downloads and, on the failed ones, “Try again”; without the links, which leave the page.
      const inWidget = () => [...root.querySelectorAll<HTMLElement>('button, summary')];
      for (let at = 0; at < Math.min(inWidget().length, 40); at++) {
        inWidget()[at]!.click();
        await frame();
      }
      inWidget().at(-1)?.click();
      for (const at of inWidget().slice(-6)) at.click();
      await frame();
      for (const type of ['beforeprint', 'afterprint']) {
        dispatchEvent(new Event(type));
        await frame();
      }
      for (const view of ['counts', 'pairs', 'positions']) {
        widget.setAttribute('view', view);
        await frame();
      }
      widget.setAttribute('heading', 'Another heading');
      Object.assign(widget, { data: [] });
      await frame();
    }
  });
  for (const id of ['#table', '#list', '#chart', '#inline']) await visit.errorText(id);
}

const nothingIsViolated = async (_: string, policy: () => string) => {
  const reports: string[] = [];
  site.serve('/stancekit.js', script, { 'content-type': 'text/javascript', ...open });
  site.serve('/open.json', seeds, open);
  site.serve('/login', '<!doctype html><script>alert(1)</script>', { 'content-type': 'text/html', ...open });
  site.serve('/foreign.json', '{"type":"FeatureCollection","features":[]}', open);
  site.handle('/nowhere.json', (__, response) => response.writeHead(404, open).end());
  site.handle('/report', (request, response) => {
    request.on('data', (chunk: Buffer) => reports.push(chunk.toString()));
    request.on('end', () => response.writeHead(204).end());
  });
  const visit = await site.visit(page, {
    headers: { 'content-security-policy': `${policy()}; report-uri /report` },
    setUp: `window.policies = []; const create = TrustedTypePolicyFactory.prototype.createPolicy;
        TrustedTypePolicyFactory.prototype.createPolicy = function (name, rules) { policies.push(name); return create.call(this, name, rules); };`,
  });
  const complaints: string[] = [];
  visit.page.on('console', (message) => {
    if (/Content Security|Trusted/i.test(message.text())) complaints.push(message.text());
  });
  await useAll(visit);
  expect(await visit.violations()).toEqual([]);
  expect(complaints).toEqual([]);
  expect(reports).toEqual([]);
  expect(visit.errors).toEqual([]);
  const names = await visit.page.evaluate<readonly string[]>('policies');
  expect(names.filter((name) => name !== 'stancekit')).toEqual([]);
  expect(names.length).toBeLessThanOrEqual(1);
  await visit.close();
};

describe('rendering, using, printing and failing violate nothing of a policy:', () => {
  const [sampled, others] = sample(policies, 3);
  it.each(sampled)('%s', nothingIsViolated);
  it.each(others)('%s', release, nothingIsViolated);
});

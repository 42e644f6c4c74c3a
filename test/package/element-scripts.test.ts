import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestSite } from './test-site.js';

const site = new TestSite();
const tags = ['stance-matrix', 'source-disagreement'] as const;
const both = tags.map((tag) => `<${tag} src="/seeds.json"><p>The fallback of ${tag}.</p></${tag}>`).join('');
const policy = (names: string) =>
  `default-src 'none'; script-src 'nonce-abc'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types ${names}`;

const scriptTags = (names: readonly string[]) =>
  names.map((name) => `<script nonce="abc" src="/${name}.js"></script>`).join('');

beforeAll(async () => {
  await site.open();
  for (const tag of tags)
    site.serve(`/${tag}.js`, readFileSync(join(import.meta.dirname, `../../dist/${tag}.js`)), {
      'content-type': 'text/javascript',
    });
});
afterAll(() => site.close());

describe('the script of one element', () => {
  it.each([
    ['stance-matrix', 'source-disagreement'],
    ['source-disagreement', 'stance-matrix'],
  ] as const)('%s defines that element alone, under a strict policy', async (tag, other) => {
    const headers = { 'content-security-policy': policy('stancekit') };
    const visit = await site.visit(scriptTags([tag]) + both, { headers });
    await visit.rendered(tag);
    await visit.page.getByText(`The fallback of ${other}.`).waitFor();
    expect(await visit.page.evaluate((name) => customElements.get(name) === undefined, other)).toBe(true);
    expect(await visit.violations()).toEqual([]);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it.each([
    [['stance-matrix', 'source-disagreement']],
    [['source-disagreement', 'stance-matrix']],
    [['stance-matrix', 'stancekit']],
    [['stancekit', 'source-disagreement']],
    [['source-disagreement', 'stance-matrix', 'stancekit', 'stance-matrix']],
  ])('works with the others on a page: %j', async (names) => {
    const before = `<script>window.globalsBefore = 0; window.globalsBefore = Reflect.ownKeys(window).length;</script>`;
    const visit = await site.visit(before + both + scriptTags(names));
    for (const tag of tags) await visit.rendered(tag);
    expect(await visit.page.evaluate('Reflect.ownKeys(window).length - globalsBefore')).toBe(0);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('works with the other where the page allows our policy twice; else the other keeps its fallback', async () => {
    const page = scriptTags(['stance-matrix', 'source-disagreement']) + both;
    const allowed = await site.visit(page, {
      headers: { 'content-security-policy': policy("stancekit 'allow-duplicates'") },
    });
    for (const tag of tags) await allowed.rendered(tag);
    expect(await allowed.violations()).toEqual([]);
    await allowed.close();
    const once = await site.visit(page, { headers: { 'content-security-policy': policy('stancekit') } });
    await once.rendered('stance-matrix');
    await once.page.getByText('The fallback of source-disagreement.').waitFor();
    expect(once.errors).toEqual([]);
    await once.close();
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { splitStory } from '../../bench/page/stories.js';
import type { DatasetJson } from '../../src/dataset/dataset.js';
import { TestSite } from './test-site.js';

// The exact requests of a page with the widgets, and the number of elements for a million positions.
const site = new TestSite();
beforeAll(() => site.open());
afterAll(() => site.close());

/** Without the icon, which the browser requests by itself. */
const requested = () => site.requests.filter((path) => path !== '/favicon.ico');

const script = '<script src="/stancekit.js"></script>';

it('a story costs two requests: the script and the data', async () => {
  const visit = await site.visit(
    `${script}<stance-matrix src="/seeds.json"></stance-matrix><source-disagreement src="/seeds.json"></source-disagreement>`,
  );
  await visit.rendered('stance-matrix');
  await visit.rendered('source-disagreement');
  await visit.page.waitForLoadState('networkidle');
  expect(requested()).toEqual(['/page', '/stancekit.js', '/seeds.json']);
  await visit.close();
});

it('a million positions cost two requests, at most 2,000 elements, and one request for each claim that is open', async () => {
  const { json } = splitStory(1000, 1000);
  const files = json.claims.map(({ id }): [id: string, text: string] => [id, evidenceOn(json, id)]);
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const addressOf = ([id, text]: [string, string]) => `/evidence/${id}.${sha256(text).slice(0, 16)}.json`;
  for (const file of files) site.serve(addressOf(file), file[1]);
  const evidence = Object.fromEntries(files.map(([id, text]) => [id, sha256(text)]));
  site.serve('/million.json', JSON.stringify({ ...json, split: { ...json.split!, evidence } }));

  const visit = await site.visit(`${script}<stance-matrix src="/million.json" layout="table"></stance-matrix>`);
  const widget = visit.page.locator('stance-matrix');
  const elements = () => widget.evaluate(({ shadowRoot }) => shadowRoot!.querySelectorAll('*').length);
  await visit.rendered();
  // The claim that is open at first.
  await expect.poll(() => requested().length).toBe(4);
  await visit.page.waitForLoadState('networkidle');
  const first = requested().slice(3);
  expect(requested().slice(0, 3)).toEqual(['/page', '/stancekit.js', '/million.json']);
  expect(files.map(addressOf).filter((address) => first.includes(address))).toEqual(first);
  expect(first).toHaveLength(1);

  for (const [left, top] of [
    [20_000, 10_000],
    [0, 0],
  ] as const) {
    await widget
      .locator('[part~=table]')
      .evaluate((table, [left, top]) => table.parentElement!.scrollTo(left, top), [left, top] as const);
    await visit.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await elements()).toBeLessThanOrEqual(2000);
  }
  const other = files.find((file) => !first.includes(addressOf(file)))!;
  const answered = visit.page.waitForResponse(/evidence/);
  await widget.evaluate((element, id) => element.setAttribute('selected', `/${id}`), other[0]);
  await answered;
  await visit.page.waitForLoadState('networkidle');
  expect(requested().slice(3)).toEqual([...first, addressOf(other)]);
  expect(await elements()).toBeLessThanOrEqual(2000);
  expect(visit.errors).toEqual([]);
  await visit.close();
});

/** The file of one claim with one statement, which is enough to be shown. */
function evidenceOn({ sources, speakers }: DatasetJson, claim: string): string {
  const quote = { exact: 'so they say in the file' };
  const of = { id: 'statement', article: 'article', claim, speaker: speakers[0]!.id };
  return JSON.stringify({
    articles: [{ id: 'article', source: sources[0]!.id, headline: 'A report' }],
    statements: [{ ...of, stance: 'support', voice: 'quoted', quote }],
  });
}

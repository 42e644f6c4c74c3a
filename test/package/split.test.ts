import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { storyJson, type Said } from '../dataset/small-story.js';
import { splitOf } from '../dataset/split-story.js';
import { TestSite, type Visit } from './test-site.js';

const site = new TestSite();
beforeAll(() => site.open());
afterAll(() => site.close());

const stances = ['support', 'oppose', 'neutral'] as const;

// Sixty speakers on forty claims make a large table; each has one statement with its own quote on each claim.
const whole = storyJson(
  Array.from({ length: 2400 }, (_, index): Said => {
    const [speaker, claim] = [Math.floor(index / 40), index % 40];
    return ['daily', `speaker-${speaker}`, `claim-${claim}`, stances[(speaker * 7 + claim * 3) % 3]!];
  }),
);
const files = new Map([...splitOf(whole).evidence].map(([claim, file]) => [claim, JSON.stringify(file)]));
const hashes = Object.fromEntries(
  [...files].map(([claim, text]) => [claim, createHash('sha256').update(text).digest('hex')]),
);
const overview = JSON.stringify(splitOf(whole, hashes).overview);

const fileOf = (claim: string) => `story-evidence/${claim}.${hashes[claim]!.slice(0, 16)}.json`;
const [one, other] = ['claim-5', 'claim-7'];

beforeEach(() => {
  site.serve('/data/story.json', overview, { 'content-type': 'application/json' });
  for (const [claim, text] of files) for (const base of ['/data/', '/']) site.serve(base + fileOf(claim), text);
});

/** The policy of the documentation, verbatim. */
const [policy] = /^default-src 'none'; script-src 'nonce-.*$/m.exec(
  readFileSync(join(import.meta.dirname, '../../docs/embedding.md'), 'utf8'),
)!;
const headers = { 'content-security-policy': policy.replace('nonce-…', 'nonce-abc') };

const script = '<script nonce="abc" src="/stancekit.js"></script>';
const matrix = (attributes = '') =>
  `<stance-matrix layout="table" src="/data/story.json" ${attributes}></stance-matrix>`;

const evidenceAsked = () => site.requests.filter((path) => path.includes('story-evidence'));
const mark = (visit: Visit, speaker: number, claim: string) =>
  visit.page.locator(`[data-select="speaker-${speaker}/${claim}"]`).first();
const quotes = (visit: Visit) => visit.page.locator('stance-matrix >> blockquote');
const wordsOf = (speaker: number, claim: string) =>
  whole.statements.find((each) => each.speaker === `speaker-${speaker}` && each.claim === claim)!.quote.exact;

/** Responds to a path when the test says so. */
function hold(path: string): () => void {
  let waiting: ServerResponse | undefined;
  let isFree = false;
  const send = () => waiting?.end(files.get(one));
  site.handle(path, (_, response) => {
    waiting = response;
    if (isFree) send();
  });
  return () => {
    isFree = true;
    send();
  };
}

describe('a split dataset', () => {
  it('requests the script, the overview and the file of the open claim, under the policy of the documentation', async () => {
    const visit = await site.visit(script + matrix(`selected="speaker-3/${one}"`), { headers });
    await visit.rendered();
    await expect.poll(() => quotes(visit).allInnerTexts()).toEqual([wordsOf(3, one)]);
    expect(site.requests).toEqual(['/page', '/stancekit.js', '/data/story.json', `/data/${fileOf(one)}`]);
    await visit.page.locator('stance-matrix >> [part~=overview]').click({ position: { x: 300, y: 60 } });
    expect(await visit.violations()).toEqual([]);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('fetches nothing before a mark is opened, and each file once', async () => {
    const visit = await site.visit(script + matrix('selected="none"'));
    await visit.rendered();
    expect(evidenceAsked()).toEqual([]);
    for (const speaker of [2, 3, 2]) {
      await mark(visit, speaker, one).click();
      await expect.poll(() => quotes(visit).allInnerTexts()).toEqual([wordsOf(speaker, one)]);
    }
    expect(evidenceAsked()).toEqual([`/data/${fileOf(one)}`]);
    await mark(visit, 2, other).click();
    await expect.poll(() => quotes(visit).allInnerTexts()).toEqual([wordsOf(2, other)]);
    expect(evidenceAsked()).toEqual([`/data/${fileOf(one)}`, `/data/${fileOf(other)}`]);
    await visit.close();
  });

  it('serves two widgets that open the same claim with one request, each with its own quotes', async () => {
    const visit = await site.visit(
      script + matrix(`selected="speaker-3/${one}"`) + matrix(`selected="speaker-4/${one}"`),
    );
    await expect
      .poll(async () => (await quotes(visit).allInnerTexts()).sort())
      .toEqual([wordsOf(3, one), wordsOf(4, one)].sort());
    expect(evidenceAsked()).toEqual([`/data/${fileOf(one)}`]);
    await visit.close();
  });

  it.each<readonly [string, (path: string) => void]>([
    ['altered', (path) => site.serve(path, files.get(one)!.replace('words', 'sword'))],
    ['missing', (path) => site.serve(path, 'not here', {}, 404)],
    ['of another claim', (path) => site.serve(path, files.get(other)!)],
    ['not JSON', (path) => site.serve(path, '<!doctype html>')],
  ])('reports that a file is %s, keeps the chart, and tries again on request', async (_, spoil) => {
    spoil(`/data/${fileOf(one)}`);
    const visit = await site.visit(script + matrix(`selected="speaker-3/${one}"`));
    await visit.rendered();
    expect(await visit.errorText()).toBe('The quotes on this claim could not be loaded.');
    expect(await quotes(visit).count()).toBe(0);
    expect(await visit.page.locator('stance-matrix >> [part~=mark]').count()).toBeGreaterThan(100);
    // Other claims are not affected.
    await mark(visit, 4, other).click();
    await expect.poll(() => quotes(visit).allInnerTexts()).toEqual([wordsOf(4, other)]);
    await mark(visit, 4, one).click();
    await visit.errorText();
    site.serve(`/data/${fileOf(one)}`, files.get(one)!);
    await visit.page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => quotes(visit).allInnerTexts()).toEqual([wordsOf(4, one)]);
    expect(await visit.page.locator('stance-matrix >> [role=alert]').count()).toBe(0);
    expect(visit.errors).toEqual([]);
    expect((await visit.events()).map(({ type }) => type)).not.toContain('stance-error');
    await visit.close();
  });

  it('shows that it is loading', async () => {
    const release = hold(`/data/${fileOf(one)}`);
    const visit = await site.visit(script + matrix(`selected="speaker-3/${one}"`));
    await visit.page.locator('stance-matrix >> [part~=panel] [role=status]').waitFor();
    expect(await visit.page.locator('stance-matrix >> [part~=panel]').innerText()).toMatch(/1 statement[^]*Loading/);
    release();
    await expect.poll(() => quotes(visit).allInnerTexts()).toEqual([wordsOf(3, one)]);
    expect(await visit.page.locator('stance-matrix >> [part~=panel] [role=status]').count()).toBe(0);
    await visit.close();
  });

  it('accepts a late response when the widget has been removed, and when it is back', async () => {
    const release = hold(`/data/${fileOf(one)}`);
    const visit = await site.visit(script + matrix(`selected="speaker-3/${one}"`));
    await visit.page.locator('stance-matrix >> [part~=panel] [role=status]').waitFor();
    await visit.page.evaluate('window.gone = document.querySelector("stance-matrix"); gone.remove()');
    release();
    const isAnswered = 'performance.getEntriesByType("resource").some(({ name }) => name.includes("claim-5."))';
    await expect.poll(() => visit.page.evaluate(isAnswered)).toBe(true);
    await visit.page.evaluate('document.body.append(gone)');
    await expect.poll(() => quotes(visit).allInnerTexts()).toEqual([wordsOf(3, one)]);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('passed by the page as an object, has its folder next to the page', async () => {
    const visit = await site.visit(
      `${script}<stance-matrix layout="table" selected="speaker-3/${one}"></stance-matrix>`,
      { headers },
    );
    await visit.page.evaluate(
      'fetch("/data/story.json").then((answer) => answer.json()).then((data) => { document.querySelector("stance-matrix").data = data; })',
    );
    await expect.poll(() => quotes(visit).allInnerTexts()).toEqual([wordsOf(3, one)]);
    expect(evidenceAsked()).toEqual([`/${fileOf(one)}`]);
    await visit.close();
  });
});

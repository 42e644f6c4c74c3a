import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { quoteLink } from '../../src/dataset/quote-link.js';
import type { Statement } from '../../src/dataset/dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { release, sample } from '../release.js';
import { TestSite, seeds } from './test-site.js';

// A real browser follows the links to the quotes, on pages with the articles' texts and a window's height between paragraphs.
const site = new TestSite();
const dataset = readDataset(JSON.parse(seeds.toString()));
const files = { 'amcon-1': 'the-american-conservative', 'examiner-1': 'washington-examiner' };

/** Renders each line as a paragraph with its offset in code points. */
function articlePage(text: string): string {
  let from = 0;
  const paragraphs = text.split('\n').map((line) => {
    const escaped = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const paragraph = escaped ? `<p data-from="${from}">${escaped}</p>` : '';
    from += Array.from(line).length + 1;
    return paragraph;
  });
  return `<!doctype html><meta charset="utf-8"><style>p { margin: 0 0 1200px } body { padding-top: 3000px }</style>${paragraphs.join('\n')}`;
}

/** Returns the position of a code point of the article in the window. */
const placeOf = (start: number) => {
  const paragraphs = [...document.querySelectorAll<HTMLElement>('p')];
  const paragraph = paragraphs.findLast(({ dataset }) => Number(dataset.from) <= start)!;
  const text = paragraph.firstChild as Text;
  const units = Array.from(text.data)
    .slice(0, start - Number(paragraph.dataset.from))
    .join('').length;
  const range = document.createRange();
  range.setStart(text, units);
  range.setEnd(text, units + 1);
  const { top } = range.getBoundingClientRect();
  return { isVisible: top >= 0 && top < innerHeight, scrolled: scrollY };
};

beforeAll(async () => {
  await site.open();
  for (const [id, name] of Object.entries(files)) {
    const text = readFileSync(join(import.meta.dirname, `../../seeds/articles/${name}.txt`), 'utf8');
    site.serve(`/${id}`, articlePage(text), { 'content-type': 'text/html; charset=utf-8' });
  }
});

afterAll(() => site.close());

const linked = dataset.statements.filter(({ article }) => article.url);

/** Follows the links of these statements and returns those that do not lead to the quote. */
async function missedLinks(statements: readonly Statement[]): Promise<readonly string[]> {
  const page = await site.openPage(800, 600);
  const missed: string[] = [];
  for (const statement of statements) {
    const link = quoteLink(statement)!.replace(statement.article.url!, `${site.origin}/${statement.article.id}`);
    // The browser looks for the text only in a new document.
    await page.goto('about:blank');
    await page.goto(link);
    const { isVisible, scrolled } = await page.evaluate(placeOf, statement.quote.start!);
    if (!isVisible || scrolled === 0) missed.push(`${statement.id} ${link}`);
  }
  await site.closePage(page);
  return missed;
}

const [sampled, others] = sample(linked, 8);

it('a sample of the links of the example story leads to the quotes', async () => {
  expect(linked.length).toBeGreaterThan(80);
  expect(await missedLinks(sampled)).toEqual([]);
});

it('so do all others', { ...release, timeout: 120_000 }, async () => {
  expect(await missedLinks(others)).toEqual([]);
});

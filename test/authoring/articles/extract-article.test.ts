import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { defaultTreeAdapter, parse, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { extractArticle, type PagePackages } from '../../../src/authoring/articles/extract-article.js';
import { newsPage } from './page-server.js';

const packages = { parse, serialize, defaultTreeAdapter, parseHTML, Readability } as unknown as PagePackages;

function articleOf(html: string, address?: string) {
  const article = extractArticle(html, address, packages);
  if ('reason' in article) throw new Error(article.reason);
  return article;
}

const jsonLd = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', ...data })}</script>`;

describe('the text of an article', () => {
  test('is that of its headline and paragraphs, with an empty line between them, and nothing else of the page', () => {
    const { text } = articleOf(newsPage());
    const paragraphs = text.split('\n\n');
    expect(paragraphs.slice(0, 2)).toEqual(['Bridge is safe, says mayor', 'It is “safe & sound”, café owners agree.']);
    expect(paragraphs).toHaveLength(6);
    expect(text).toMatch(/every day\.\n$/u);
    expect(text).not.toMatch(/alert|Home|Copyright|<|&amp;/u);
  });

  test('keeps line breaks, no-break spaces and words in inline elements; blocks separate words', () => {
    const lead =
      'One<br>two <b>bo</b>ld\n   next&nbsp;line.<br><br>Three<ul><li>four</li><li>five</li></ul><blockquote>six</blockquote>';
    expect(articleOf(newsPage({ lead })).text).toContain(
      '\n\nOne\ntwo bold next\u00a0line.\n\nThree\n\nfour\n\nfive\n\nsix\n\nNumber 1.',
    );
  });

  test('is found where tags are omitted, as HTML permits', () => {
    const page = newsPage().replace(/<\/?(?:html|head|body)[^>]*>|<\/p>/gu, '');
    expect(articleOf(page).text).toBe(articleOf(newsPage()).text);
  });

  test('has the headline once, also where the page repeats it in another place', () => {
    const page = newsPage({ before: '<header><h1>The Gazette</h1></header>' });
    expect(articleOf(page).text.match(/Bridge is safe, says mayor/gu)).toHaveLength(1);
    expect(articleOf(page).headline).toBe('Bridge is safe, says mayor');
  });
});

describe('what the page says about the article', () => {
  test('is taken from its metadata', () => {
    const head = `<meta property="og:site_name" content="The &quot;Gazette&quot;"><link rel="canonical" href="https://gazette.example/bridge#top">
<meta property="article:published_time" content="2026-01-02T23:30:00-05:00">`;
    expect(articleOf(newsPage({ head }))).toMatchObject({
      headline: 'Bridge is safe, says mayor',
      outlet: 'The "Gazette"',
      published: '2026-01-02',
      url: 'https://gazette.example/bridge',
      lang: 'en-GB',
    });
    const data = {
      headline: 'Bridge is safe, says mayor',
      datePublished: '2026-01-03',
      publisher: { name: 'Gazette\n' },
    };
    expect(articleOf(newsPage({ head: jsonLd(data) }))).toMatchObject({ outlet: 'Gazette', published: '2026-01-03' });
    const before = '<time itemprop="datePublished" datetime="2026-01-04 10:00">Sunday</time>';
    expect(articleOf(newsPage({ before }))).toMatchObject({ published: '2026-01-04' });
  });

  test('is absent where the page does not say it, and never guessed', () => {
    const page = newsPage({ before: '<p>2 January 2026, The Gazette</p>' }).replace(' lang="en-GB"', '');
    expect(Object.keys(articleOf(page))).toEqual(['text', 'headline']);
  });

  test.each(['Tuesday', '02/01/2026', '2026-02-30', '2026-01-02garbage', ''])('has no date in “%s”', (date) => {
    const head = `<meta property="article:published_time" content="${date}">`;
    expect(articleOf(newsPage({ head }))).not.toHaveProperty('published');
  });

  test.each([
    ['the page’s own, if it is on the same server', '/bridge', 'https://gazette.example/bridge'],
    [
      'where it was loaded from, if it names another server',
      'https://bank.example/login',
      'https://gazette.example/x?id=1',
    ],
    ['where it was loaded from, if its own is no web address', 'javascript:alert(1)', 'https://gazette.example/x?id=1'],
  ])('has as address %s', (_, canonical, expected) => {
    const head = `<link rel="canonical" href="${canonical}">`;
    expect(articleOf(newsPage({ head }), 'https://gazette.example/x?id=1#part').url).toBe(expected);
  });

  test('has the address that the browser wrote into a saved page', () => {
    const saved = `<!-- saved from url=(0030)https://gazette.example/bridge -->\n${newsPage()}`;
    expect(articleOf(saved).url).toBe('https://gazette.example/bridge');
    expect(articleOf(saved.replace('https:', 'file:'))).not.toHaveProperty('url');
  });
});

test.each([
  ['an empty page', '', /no text that looks like an article/u],
  ['a page of frames', '<html><frameset><frame src="a.html"></frameset></html>', /no text that looks like an article/u],
  ['a page without text', '<html><body><img src="a.png"></body></html>', /no text that looks like an article/u],
  ['a page of nested boxes', `${'<div>'.repeat(50_000)}text`, /nested too deeply/u],
  [
    'a page of nested words',
    Array.from({ length: 2000 }, (_, n) => `<b id="${n}"><p>text`).join(''),
    /nested too deeply/u,
  ],
])('%s is an error', (_, html, reason) => {
  expect(extractArticle(html, undefined, packages)).toEqual({
    reason: expect.stringMatching(reason) as string,
    hint: expect.stringContaining('Copy the text') as string,
  });
});

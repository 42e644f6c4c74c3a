// @module-tag release
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../find-browser.mjs';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly type: 'docs' | 'story';
}

const origin = 'https://storybook.example';
const folder = mkdtempSync(join(tmpdir(), 'stancekit-storybook-'));
let browser: Browser;
let entries: readonly Entry[];

beforeAll(async () => {
  const command = 'node_modules/storybook/dist/bin/dispatcher.js';
  execFileSync(process.execPath, [command, 'build', '--quiet', '--disable-telemetry', '--output-dir', folder]);
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
    readonly entries: Readonly<Record<string, Entry>>;
  };
  entries = Object.values(index.entries);
  browser = await chromium.launch({ ...findBrowser(), args: ['--no-sandbox'] });
}, 180_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Opens a page of the built Storybook, and records failed and external requests, and console errors. */
async function visit(path: string): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const file = join(folder, decodeURIComponent(url.pathname));
    if (url.pathname === '/favicon.ico') return route.fulfill({ status: 204 });
    if (url.origin === origin && existsSync(file)) return route.fulfill({ path: file });
    complaints.push(`requested ${url.href}`);
    return route.abort();
  });
  await page.goto(origin + path);
  return { page, complaints };
}

it('is a tour in reading order', () => {
  const stops = entries.map(({ title }) => title.split('/')[0]);
  expect([...new Set(stops)]).toEqual([
    'Start here',
    'Stance matrix',
    'Source disagreement',
    'Evidence',
    'Theming',
    'Languages',
    'Embedding',
    'Hard cases',
    'Coding a story',
    'Measures',
    'Reference',
  ]);
});

it('requests nothing from elsewhere', async () => {
  const { page, complaints } = await visit('/index.html?path=/story/stance-matrix--seeds');
  await page.frameLocator('#storybook-preview-iframe').locator('stance-matrix table').waitFor();
  await page.getByRole('tab', { name: /Controls/ }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
  await page.close();
});

describe('its reading pages', () => {
  it('are all rendered, request nothing from elsewhere, and have no dead links', async () => {
    const pages = entries.filter(({ type }) => type === 'docs');
    expect(pages.length).toBeGreaterThan(10);
    const found: string[] = [];
    for (const { id } of pages) {
      const { page, complaints } = await visit(`/iframe.html?viewMode=docs&id=${id}`);
      const heading = page.locator('#storybook-docs h1').first();
      await heading.waitFor({ timeout: 10_000 }).catch(() => found.push(`${id}: is not rendered`));
      await page.waitForLoadState('networkidle');
      const links = await page
        .locator('#storybook-docs a')
        .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
      const lost = links.filter((link) => {
        const [, type, to] = /^\?path=\/(docs|story)\/([\w-]+)/.exec(link) ?? [];
        if (to !== undefined) return !entries.some((entry) => entry.id === to && entry.type === type);
        return /^\.|\.md(#|$)/.test(link) && !existsSync(join(folder, link));
      });
      found.push(
        ...complaints.map((complaint) => `${id}: ${complaint}`),
        ...lost.map((link) => `${id}: leads to ${link}`),
      );
      await page.close();
    }
    expect(found).toEqual([]);
  }, 180_000);

  it('list what the code documents of an element, each name once', async () => {
    const { page } = await visit('/iframe.html?viewMode=docs&id=stance-matrix--docs');
    const rows = page.locator('.docblock-argstable-body tr');
    await rows.getByText('--stance-table-size').waitFor();
    const names = await rows.locator('td:first-child').allInnerTexts();
    for (const name of ['order', 'lang', 'hideLegend', 'stance-select', ':state(error)', 'frame'])
      expect(
        names.filter((each) => each.trim() === name),
        name,
      ).toHaveLength(1);
    expect(names.filter((each) => each.trim() === 'heading')).toHaveLength(2);
    await page.close();
  });
});

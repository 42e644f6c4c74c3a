import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../find-browser.mjs';

// The pages as `npm start` serves them, with the built script, in a browser of its own.
const root = join(import.meta.dirname, '..', '..');
let server: ChildProcess;
let browser: Browser;
let address: string;

beforeAll(async () => {
  browser = await chromium.launch({ ...findBrowser(), args: ['--no-sandbox'] });
  server = spawn(process.execPath, ['demo/serve.mjs'], { cwd: root, env: { ...process.env, PORT: '4319' } });
  address = await new Promise((resolve, reject) => {
    server.stdout!.on('data', (data: Buffer) => {
      const [found] = /http:\S+/.exec(data.toString()) ?? [];
      if (found) resolve(found);
    });
    server.once('exit', (code) => reject(new Error(`The demo's server ended with ${code}.`)));
  });
}, 60_000);

afterAll(async () => {
  server.kill();
  await browser.close();
});

/** Opens a page of the demo and collects what goes wrong on it. */
async function open(name: string, width = 800): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${address}${name}`);
  return { page, faults };
}

describe('the demo article', () => {
  it.each([360, 800, 1200])(
    'shows both widgets at %i px without an error and without sideways scrolling',
    async (width) => {
      const { page, faults } = await open('index.html', width);
      await page.getByRole('heading', { name: 'Who says what about Iran and al-Qaida' }).waitFor();
      await page.getByRole('heading', { name: 'Where the reports part ways' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(faults).toEqual([]);
      await page.close();
    },
  );

  it('asks for nothing but its own files, the script and the data', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().replace(/^http:\/\/[^/]+/, '')));
    await page.goto(`${address}index.html`);
    await page.getByRole('heading', { name: 'Where the reports part ways' }).waitFor();
    // Both elements wait for the same data and ask once.
    expect(asked.filter((url) => !url.startsWith('data:')).sort()).toEqual([
      '/demo/article.css',
      '/demo/index.html',
      '/dist/stancekit.js',
      '/seeds/dataset.json',
    ]);
    await page.close();
  });
});

describe('the demo of two linked widgets', () => {
  it('opens in the one what is selected in the other', async () => {
    const { page, faults } = await open('linked.html');
    await page.locator('source-disagreement').getByRole('button', { name: 'Iran gives al-Qaida sanctuary.' }).click();
    await page.locator('stance-matrix').getByRole('heading', { name: 'Iran gives al-Qaida sanctuary.' }).waitFor();
    await page
      .locator('stance-matrix')
      .getByRole('button', { name: /^Mike Pompeo supports: Iran is al-Qaida’s new home base/ })
      .click();
    const row = page.locator('source-disagreement').getByRole('button', { name: 'Iran is al-Qaida’s new home base.' });
    await expect.poll(() => row.getAttribute('aria-expanded')).toBe('true');
    expect(faults).toEqual([]);
    await page.close();
  });
});

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firefox } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import type { Statement } from '../../src/dataset/dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { elementNames, type Widget } from '../../src/publishing/formats.js';
import { findFirefox } from '../find-firefox.mjs';
import { findWebKit } from '../find-webkit.mjs';
import { BrowserWindows } from './browser-windows.js';
import { root } from './packed.js';
import type { ElementQueries, ReaderLocator, ReaderPage, Windows } from './reader-page.js';
import { script, seeds, TestSite } from './test-site.js';
import { WebKitWindows } from './webkit/windows.js';

// Journeys: what readers do with the example story, in Chromium and, for a release, in Firefox and WebKit.
export const story = readDataset(JSON.parse(seeds.toString()));

/** The demo article without the fallback tables: their hidden texts would be found next to those of the widgets. */
export const article = readFileSync(join(root, 'demo/index.html'), 'utf8').replace(
  /<!-- stancekit embed .*? --widget (matrix|disagreement) .*?-->/g,
  (_, widget: Widget) =>
    `<script src="../dist/stancekit.js" defer></script><${elementNames[widget]} src="../seeds/dataset.json"></${elementNames[widget]}>`,
);

export interface Engine {
  readonly name: 'Chromium' | 'Firefox' | 'WebKit';
  /** Opens windows of a browser whose system is light or dark; absent for the Chromium that all tests share. */
  readonly openWindows?: (dark: boolean) => Promise<Windows<ReaderPage>>;
}

const chromium: Engine = { name: 'Chromium' };

const firefoxEngine = (executablePath: string): Engine => ({
  name: 'Firefox',
  // The channel that speaks WebDriver BiDi, as any Firefox does. It cannot emulate the colour scheme, so the system's setting is used.
  openWindows: async (dark) =>
    new BrowserWindows(
      await firefox.launch({
        channel: 'moz-firefox',
        executablePath,
        firefoxUserPrefs: { 'ui.systemUsesDarkTheme': dark ? 1 : 0 },
      }),
    ),
});

const webkitEngine = (driver: string): Engine => ({
  name: 'WebKit',
  openWindows: (dark) => Promise.resolve(new WebKitWindows(driver, dark)),
});

const firefoxPath = findFirefox();
const webkitDriver = findWebKit();
const engines = [
  chromium,
  ...(firefoxPath ? [firefoxEngine(firefoxPath)] : []),
  ...(webkitDriver ? [webkitEngine(webkitDriver)] : []),
];

/** Describes what a reader does in each engine that is installed, on a site that serves the demo article. */
export function describeReader(describeJourneys: (site: TestSite<ReaderPage>, engine: Engine) => void): void {
  for (const engine of engines)
    describe(`in ${engine.name} a reader`, { tags: engine === chromium ? [] : ['release'] }, () => {
      const site = new TestSite<ReaderPage>();

      beforeAll(async () => {
        await site.open(await engine.openWindows?.(false));
        site.serve('/dist/stancekit.js', script, { 'content-type': 'text/javascript' });
        site.serve('/seeds/dataset.json', seeds, { 'content-type': 'application/json' });
        site.serve('/article.css', readFileSync(join(root, 'demo/article.css')), { 'content-type': 'text/css' });
      });

      afterEach(() => site.closePages());
      afterAll(() => site.close());

      describeJourneys(site, engine);
    });
}

/** Opens the demo article in a window of that width in CSS pixels, with both widgets rendered. */
export async function readArticle(site: TestSite<ReaderPage>, width = 800) {
  const visit = await site.visit(article, { width });
  await visit.rendered('stance-matrix');
  await visit.rendered('source-disagreement');
  return { ...widgetsOf(visit.page), visit };
}

export function widgetsOf(page: ReaderPage) {
  return { page, matrix: page.locator('stance-matrix'), chart: page.locator('source-disagreement') };
}

const scriptTag = ['--script', '/stancekit.js', '--script-file', 'dist/stancekit.js'];

/** Returns what the command line prints for the example story. */
export function stancekit(command: 'embed' | 'render', widget: string, ...options: string[]): string {
  const bin = join(root, 'dist/cli/bin.js');
  const args = [command, 'seeds/dataset.json', '--widget', widget, ...scriptTag, ...options];
  return execFileSync(process.execPath, [bin, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Returns the statements behind a mark, or those of one report. */
export function evidence(speaker: string, claim: string, source?: string): readonly Statement[] {
  return story.statements.filter(
    (each) => each.speaker?.id === speaker && each.claim.id === claim && (!source || each.article.source.id === source),
  );
}

/** Returns the mark of a speaker on a claim, by their ids: its name says only what its row and column do not. */
export const markOf = (within: ElementQueries, speaker: string, claim: string) =>
  within.locator(`[data-select="${speaker}/${claim}"]`);

/** Whether the element has the focus within its shadow root. */
export const hasFocus = (of: ReaderLocator) =>
  of.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element);

export const expectFocus = (on: ReaderLocator) => expect.poll(() => hasFocus(on)).toBe(true);

/** Returns by how many CSS pixels the page can be scrolled sideways. */
export const sideways = (page: ReaderPage) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Returns the first visible match: a hidden fallback has the same text. */
export const shown = (locator: ReaderLocator) => locator.filter({ visible: true }).first();

/** Headers of a page that blocks scripts. */
export const noScripts = { 'content-security-policy': "script-src 'none'" };

/** Returns the text of an open panel, with white space as a reader sees it. */
export const textOf = async (part: ReaderLocator) => (await part.innerText()).replace(/\s+/g, ' ');

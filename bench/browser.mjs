// Visits to plain pages on localhost, each in its own renderer process, with what they cost on the main thread.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { chromium } from 'playwright';
import { findBrowser } from '../test/find-browser.mjs';

const project = new URL('../', import.meta.url);

/** What the pages may load. */
const served = ['dist/stancekit.js', 'bench/page/page.js', 'bench/page/stories.js', 'bench/page/floor-table.js'];

/** @param {string} subject @param {string} shapes */
function pageOf(subject, shapes) {
  // The widgets' page loads the built script as a publisher's page does; the others go without it.
  const isWidget = subject.startsWith('stance-matrix') || subject.startsWith('source-disagreement');
  return `<!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <title>${subject}</title>
    <link rel="icon" href="data:,">
    <style>body { margin: 0; font: 16px/1.5 sans-serif } #root { width: 960px }</style>
    <div id="root"></div>
    ${isWidget ? '<script src="/dist/stancekit.js"></script>' : `<template id="shapes">${shapes}</template>`}
    <script type="module" src="/bench/page/page.js"></script>`;
}

/**
 * @param {string} shapes the rules that draw the widgets' marks
 * @returns {Promise<{ port: number, close: () => void }>}
 */
async function serve(shapes) {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    if (!served.includes(path)) {
      response.setHeader('content-type', 'text/html').end(pageOf(path, shapes));
      return;
    }
    readFile(new URL(path, project)).then(
      (script) => response.setHeader('content-type', 'text/javascript').end(script),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { port: address.port, close: () => server.close() };
}

/**
 * Main-thread CPU in ms.
 * @typedef {{ task: number, styleAndLayout: number }} Cost the whole, and what of it is style and layout
 */

/**
 * @typedef {object} Visit
 * @property {import('playwright').Page} page
 * @property {(act: () => Promise<unknown>) => Promise<Cost>} cost
 * @property {() => Promise<number>} heap bytes of JavaScript in use after a collection
 * @property {() => Promise<void>} close
 */

/** @param {string} shapes the rules that draw the widgets' marks */
export async function openBrowser(shapes) {
  const server = await serve(shapes);
  const browser = await chromium.launch({ ...findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, reducedMotion: 'reduce' });
  let visits = 0;

  /** @param {string} subject @returns {Promise<Visit>} */
  async function visit(subject) {
    const page = await context.newPage();
    /** @type {Error[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    const devtools = await context.newCDPSession(page);
    // Ticks of the thread count what the thread itself worked, whatever else the machine does meanwhile.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    // A host of its own: its own process, and nothing cached.
    visits++;
    await page.goto(`http://visit-${visits}.localhost:${server.port}/${subject}`);

    const read = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      const ms = (/** @type {string} */ name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
      return { task: ms('TaskDuration'), styleAndLayout: ms('RecalcStyleDuration') + ms('LayoutDuration') };
    };
    return {
      page,
      async cost(act) {
        // So that garbage from before is not collected in between.
        await devtools.send('HeapProfiler.collectGarbage');
        const before = await read();
        await act();
        const after = await read();
        if (errors[0]) throw errors[0];
        return { task: after.task - before.task, styleAndLayout: after.styleAndLayout - before.styleAndLayout };
      },
      async heap() {
        await devtools.send('HeapProfiler.collectGarbage');
        await devtools.send('HeapProfiler.collectGarbage');
        const { usedSize } = await devtools.send('Runtime.getHeapUsage');
        return usedSize;
      },
      close: () => page.close(),
    };
  }

  return {
    visit,
    version: browser.version(),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

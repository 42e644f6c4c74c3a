// Visits to plain pages on localhost, each in its own renderer process, with what they cost on the main thread.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { chromium } from 'playwright';
import { findBrowser } from '../test/find-browser.mjs';
import { matrixStory } from './page/stories.js';

const project = new URL('../', import.meta.url);

/** What the pages may load. */
const files = [
  'dist/stancekit.js',
  ...['page', 'stories', 'floor-table', 'floor-canvas', 'floor-pool'].map((name) => `bench/page/${name}.js`),
];

/** @param {string} subject @returns {'stance-matrix' | 'source-disagreement' | undefined} */
function widgetOf(subject) {
  return /** @type {const} */ (['stance-matrix', 'source-disagreement']).find((widget) => subject.startsWith(widget));
}

/** @param {string} subject @param {string} body */
function page(subject, body) {
  return `<!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <title>${subject}</title>
    <link rel="icon" href="data:,">
    <style>body { margin: 0; font: 16px/1.5 sans-serif } #root { width: 960px }</style>
    ${body}`;
}

/** Charts fill the place that they are given. */
const placeForPeer = '<div id="root" style="height: 600px"></div>';

/** A page that the bench drives. @param {string} subject @param {Parts} parts */
function drivenPage(subject, { shapes, peers }) {
  // The widgets' page loads the built script as a publisher's page does; the others go without it.
  const script = widgetOf(subject) ? '/dist/stancekit.js' : peers.has(subject) ? `/peers/${subject}.js` : '';
  return page(
    subject,
    `${peers.has(subject) ? placeForPeer : '<div id="root"></div>'}
    ${script ? `<script src="${script}"></script>` : `<template id="shapes">${shapes}</template>`}
    <script type="module" src="/bench/page/page.js"></script>`,
  );
}

/** A page as a reader meets it: everything is loaded, read and drawn at once, and nothing of the bench is there. */
const coldPages = {
  blank: () => '',
  'floor-table': () => `<div id="root"></div><script type="module">
    import { FloorTable } from '/bench/page/floor-table.js';
    drawn = fetch('/matrix.json').then((answer) => answer.json()).then((matrix) => { new FloorTable(root, matrix); });
  </script>`,
  'stance-matrix': () => `<script src="/dist/stancekit.js"></script>
  <stance-matrix src="/story.json"></stance-matrix>
  <script>
    const widget = document.querySelector('stance-matrix');
    drawn = new Promise((resolve) => widget.addEventListener('stance-load', resolve)).then(() => widget.updateComplete);
  </script>`,
  peer: (/** @type {string} */ name) => `${placeForPeer}<script src="/peers/${name}.js"></script><script>
    drawn = fetch('/matrix.json').then((answer) => answer.json()).then((matrix) => peer.draw(root, matrix));
  </script>`,
};

/** @param {string} subject */
function coldPage(subject) {
  const of = subject in coldPages ? /** @type {keyof typeof coldPages} */ (subject) : 'peer';
  return page(subject, `<script>let drawn</script>${coldPages[of](subject)}`);
}

/**
 * @typedef {object} Parts
 * @property {string} shapes the rules that draw the widgets' marks
 * @property {ReadonlyMap<string, string>} peers scripts by their names
 */

/** @param {Parts} parts @returns {Promise<{ port: number, close: () => void }>} */
async function serve(parts) {
  const { json, matrix } = matrixStory(12, 10);
  /** @type {Readonly<Record<string, string>>} */
  const data = {
    'story.json': JSON.stringify(json),
    'matrix.json': JSON.stringify({ ...matrix, sides: [...matrix.sides] }),
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    const [folder = '', name = ''] = path.split('/');
    const send = (/** @type {string} */ type, /** @type {string | Buffer | undefined} */ body) =>
      body === undefined ? response.writeHead(404).end() : response.writeHead(200, { 'content-type': type }).end(body);
    if (files.includes(path))
      readFile(new URL(path, project)).then(
        (script) => send('text/javascript', script),
        () => send('', undefined),
      );
    else if (path in data) send('application/json', data[path]);
    else if (folder === 'peers') send('text/javascript', parts.peers.get(name.replace(/\.js$/, '')));
    else send('text/html', folder === 'cold' ? coldPage(name) : drivenPage(path, parts));
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
 * @property {() => Promise<Cost>} sinceOpened
 * @property {() => Promise<number>} heap bytes of JavaScript in use after a collection
 * @property {() => Promise<void>} close
 */

/** @param {Parts} parts */
export async function openBrowser(parts) {
  const server = await serve(parts);
  const browser = await chromium.launch({ ...findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, reducedMotion: 'reduce' });
  let visits = 0;

  /** @param {string} path @param {{ throttle?: number }} [options] @returns {Promise<Visit>} */
  async function visit(path, { throttle = 1 } = {}) {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    /** @type {Error[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    const devtools = await context.newCDPSession(page);
    // Ticks of the thread count what the thread itself worked, whatever else the machine does meanwhile.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (throttle !== 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    // A host of its own: its own process, and nothing cached.
    visits++;
    await page.goto(`http://visit-${visits}.localhost:${server.port}/${path}`);

    const read = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      const ms = (/** @type {string} */ name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
      if (errors[0]) throw errors[0];
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
        return { task: after.task - before.task, styleAndLayout: after.styleAndLayout - before.styleAndLayout };
      },
      sinceOpened: read,
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

/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Browser */

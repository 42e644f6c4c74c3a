// Visits to plain pages on localhost, each in its own renderer process, and what they cost on the main thread.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { chromium } from 'playwright';
import { findBrowser } from '../test/find-browser.mjs';
import { matrixStory } from './page/stories.js';

const project = new URL('../', import.meta.url);

/** The only project files that are served. */
const files = [
  'dist/stancekit.js',
  ...['page', 'subjects', 'stories', 'floor-table', 'floor-same', 'floor-canvas', 'floor-pool'].map(
    (name) => `bench/page/${name}.js`,
  ),
];

/**
 * @typedef {object} Scripts bundles that are not on disk
 * @property {string} model reading, analysis and layout without an element
 * @property {ReadonlyMap<string, string>} peers by name
 */

/** @param {string} title @param {string} body */
function page(title, body) {
  return `<!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <style>body { margin: 0; font: 16px/1.5 sans-serif } #root { width: 960px }</style>
    ${body}`;
}

/** Charts fill the space they are given. */
const peerRoot = '<div id="root" style="height: 600px"></div>';

/** Returns the classic script that a subject's page loads first, as a publisher's page would. @param {string} subject @param {Scripts} scripts */
function scriptFor(subject, { peers }) {
  if (peers.has(subject)) return `/peers/${subject}.js`;
  if (/^(stance-matrix|source-disagreement)/.test(subject)) return '/dist/stancekit.js';
  return ['reading', 'analysis-and-layout'].includes(subject) ? '/model.js' : '';
}

/** A page in which the bench drives one subject. @param {string} subject @param {Scripts} scripts */
function drivenPage(subject, scripts) {
  const script = scriptFor(subject, scripts);
  return page(
    subject,
    `${scripts.peers.has(subject) ? peerRoot : '<div id="root"></div>'}
    ${script && `<script src="${script}"></script>`}
    <script type="module" src="/bench/page/page.js"></script>`,
  );
}

/** A page as a reader opens it, without any of the bench's own code. */
const coldPages = {
  blank: () => '',
  'floor-table': () => `<div id="root"></div><script type="module">
    import { FloorTable } from '/bench/page/floor-table.js';
    rendered = fetch('/matrix.json').then((response) => response.json()).then((matrix) => { new FloorTable(root, matrix); });
  </script>`,
  'stance-matrix': () => `<script src="/dist/stancekit.js"></script>
  <stance-matrix src="/story.json"></stance-matrix>
  <script>
    const widget = document.querySelector('stance-matrix');
    rendered = new Promise((resolve) => widget.addEventListener('stance-load', resolve)).then(() => widget.updateComplete);
  </script>`,
  peer: (/** @type {string} */ name) => `${peerRoot}<script src="/peers/${name}.js"></script><script>
    rendered = fetch('/matrix.json').then((response) => response.json()).then((matrix) => peer.draw(root, matrix));
  </script>`,
};

/** @param {string} subject */
function coldPage(subject) {
  const kind = subject in coldPages ? /** @type {keyof typeof coldPages} */ (subject) : 'peer';
  return page(subject, `<script>let rendered</script>${coldPages[kind](subject)}`);
}

/** @param {Scripts} scripts @returns {Promise<{ port: number, close: () => void }>} */
async function serve(scripts) {
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
    else if (path === 'model.js') send('text/javascript', scripts.model);
    else if (folder === 'peers') send('text/javascript', scripts.peers.get(name.replace(/\.js$/, '')));
    else send('text/html', folder === 'cold' ? coldPage(name) : drivenPage(path, scripts));
  });
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { port: address.port, close: () => server.close() };
}

/**
 * Main-thread CPU in ms.
 * @typedef {{ task: number, styleAndLayout: number }} Cost the total, and how much of it is style and layout
 */

/**
 * @typedef {object} Visit
 * @property {import('playwright').Page} page
 * @property {(action: () => Promise<unknown>) => Promise<Cost>} cost
 * @property {() => Promise<Cost>} costSinceOpened
 * @property {() => Promise<number>} heap bytes of JavaScript heap in use after garbage collection
 * @property {(rate: number) => Promise<void>} throttle
 * @property {() => Promise<void>} close
 */

/** @param {Scripts} scripts */
export async function openBrowser(scripts) {
  const server = await serve(scripts);
  const browser = await chromium.launch({ ...findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, reducedMotion: 'reduce' });
  let visits = 0;

  /** @param {string} path @param {{ throttle?: number }} [options] @returns {Promise<Visit>} */
  async function visit(path, { throttle: rate = 1 } = {}) {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    /** @type {Error[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    const devtools = await context.newCDPSession(page);
    // Thread ticks count only what the thread itself executed, whatever else the machine does meanwhile.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const throttle = (/** @type {number} */ rate) =>
      devtools.send('Emulation.setCPUThrottlingRate', { rate }).then(() => undefined);
    if (rate !== 1) await throttle(rate);
    // A host name of its own gives every visit its own process and an empty cache.
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
      async cost(action) {
        // Collects older garbage now, so that it is not collected during the measurement.
        await devtools.send('HeapProfiler.collectGarbage');
        const before = await read();
        await action();
        const after = await read();
        return { task: after.task - before.task, styleAndLayout: after.styleAndLayout - before.styleAndLayout };
      },
      costSinceOpened: read,
      async heap() {
        await devtools.send('HeapProfiler.collectGarbage');
        await devtools.send('HeapProfiler.collectGarbage');
        const { usedSize } = await devtools.send('Runtime.getHeapUsage');
        return usedSize;
      },
      throttle,
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

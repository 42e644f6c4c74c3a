// npm run bench: measures the built project, prints the tables and writes bench/RESULTS.md.
//   npm run bench -- --quick             about five minutes: fewer sizes, 3 runs; printed, not written
//   npm run bench -- --runs 3            fewer runs than 7
//   npm run bench -- --only "12 × 10"    only the drawings of whose title this is a part; printed, not written
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { measureAnalysis } from './analysis.mjs';
import { openBrowser } from './browser.mjs';
import { buildReport, measureBuild } from './build.mjs';
import { measureBytes } from './bytes.mjs';
import { measureCold } from './cold.mjs';
import { measureDrawing } from './drawing.mjs';
import { preparePeers } from './peers.mjs';
import { report } from './report.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
  },
});
const { only, quick: isQuick } = values;
const runs = Number(values.runs ?? (isQuick ? 3 : 7));
if (!(Number.isInteger(runs) && runs > 0)) throw new Error('--runs should be a whole number from 1.');

const started = Date.now();
const tell = (/** @type {string} */ text) => {
  console.error(`${Math.round((Date.now() - started) / 1000)} s: ${text}`);
};

/** @type {unknown} */
const built = await import(new URL('../dist/views/marks.js', import.meta.url).href);
const { markStyles } = /** @type {typeof import('../src/views/marks.js')} */ (built);

const peers = await preparePeers(tell);
const names = [...peers.scripts.keys()];
const browser = await openBrowser({ shapes: markStyles.cssText, peers: peers.scripts });
const { drawing, cold } = await measurePages().finally(() => browser.close());

async function measurePages() {
  const subjects = ['blank', 'floor-table', 'stance-matrix', ...names];
  return {
    drawing: await measureDrawing(browser, { runs, only, isQuick, tell, peers: names }),
    cold: only ? new Map() : await measureCold(browser, { runs, tell, subjects }),
  };
}

const analysis = only || isQuick ? [] : await measureAnalysis({ runs, tell });
const building = only || isQuick ? [] : buildReport(await measureBuild({ runs: Math.min(runs, 3), tell }));
const date = new Date().toISOString().slice(0, 10);
const { version: chromium } = browser;
const bytes = measureBytes();
const markdown = report({ date, runs, isQuick, chromium, peers, drawing, cold, analysis, building, bytes });
tell('done');

const results = new URL('RESULTS.md', import.meta.url);
const settings = await resolveConfig(results);
const text = await format(markdown, { ...settings, parser: 'markdown' });
console.log(text);
if (!only) await writeFile(results, text);

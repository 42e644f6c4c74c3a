// npm run bench: measures the built project, prints the tables and writes bench/RESULTS.md.
//   npm run bench -- --quick             fewer sizes, 3 runs
//   npm run bench -- --runs 3            fewer runs than 7
//   npm run bench -- --only "12 × 10"    only the cases whose title contains this; printed, not written
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { measureActions } from './actions.mjs';
import { measureAnalysis } from './analysis.mjs';
import { openBrowser } from './browser.mjs';
import { buildReport, measureBuild } from './build.mjs';
import { bundle } from './bundle.mjs';
import { measureBytes } from './bytes.mjs';
import { measureCold } from './cold.mjs';
import { preparePeers } from './peers.mjs';
import { measureRendering } from './rendering.mjs';
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
if (!(Number.isInteger(runs) && runs > 0)) throw new Error('--runs must be a whole number, 1 or more.');

const started = Date.now();
const log = (/** @type {string} */ text) => {
  console.error(`${Math.round((Date.now() - started) / 1000)} s: ${text}`);
};

const model = await bundle({
  folder: new URL('page/', import.meta.url),
  entry: 'model.ts',
  name: 'model',
  // The built script has it too: functions are compiled while the script loads, not during the measurement.
  postBanner: '//# allFunctionsCalledOnLoad',
});
const peers = await preparePeers(log);
const peerNames = [...peers.scripts.keys()];
const browser = await openBrowser({ model, peers: peers.scripts });
const { rendering, actions, cold } = await measurePages().finally(() => browser.close());

async function measurePages() {
  const subjects = ['blank', 'floor-table', 'stance-matrix', ...peerNames];
  return {
    rendering: await measureRendering(browser, { runs, only, isQuick, log, peers: peerNames }),
    actions: only ? [] : await measureActions(browser, { runs, log }),
    cold: only ? new Map() : await measureCold(browser, { runs, log, subjects }),
  };
}

const analysis = only || isQuick ? [] : await measureAnalysis({ runs, log });
const building = only || isQuick ? [] : buildReport(await measureBuild({ runs: Math.min(runs, 3), log }));
const date = new Date().toISOString().slice(0, 10);
const { version: chromium } = browser;
const bytes = measureBytes();
const markdown = report({
  date,
  runs,
  isQuick,
  chromium,
  peers,
  rendering,
  actions,
  cold,
  analysis,
  building,
  bytes,
});
log('done');

const results = new URL('RESULTS.md', import.meta.url);
const settings = await resolveConfig(results);
const text = await format(markdown, { ...settings, parser: 'markdown' });
console.log(text);
if (!only) await writeFile(results, text);

// npm run bench: measures the built project, prints the tables and writes bench/results.md.
//   npm run bench -- --runs 3            fewer runs than 7
//   npm run bench -- --only "12 × 10"    only the drawings of whose title this is a part; printed, not written
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { measureAnalysis } from './analysis.mjs';
import { buildReport, measureBuild } from './build.mjs';
import { measureBytes } from './bytes.mjs';
import { measureDrawing } from './drawing.mjs';
import { report } from './report.mjs';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '7' }, only: { type: 'string', default: '' } },
});
const runs = Number(values.runs);
if (!(Number.isInteger(runs) && runs > 0)) throw new Error('--runs should be a whole number from 1.');

const tell = (/** @type {string} */ text) => console.error(text);

/** @type {unknown} */
const built = await import(new URL('../dist/elements/marks.js', import.meta.url).href);
const { markStyles } = /** @type {typeof import('../src/elements/marks.js')} */ (built);
const shapes = markStyles.cssText;

const drawing = await measureDrawing({ runs, only: values.only, tell, shapes });
const analysis = values.only ? [] : await measureAnalysis({ runs, tell });
const building = values.only ? [] : buildReport(await measureBuild({ runs: Math.min(runs, 3), tell }));
const date = new Date().toISOString().slice(0, 10);
const markdown = report({ date, runs, drawing, analysis, building, bytes: measureBytes() });

const results = new URL('results.md', import.meta.url);
const settings = await resolveConfig(results);
const text = await format(markdown, { ...settings, parser: 'markdown' });
console.log(text);
if (!values.only) await writeFile(results, text);

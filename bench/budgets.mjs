// What the project promises, and what was measured.
import { breakdown } from './breakdown.mjs';
import { scripts } from './bytes.mjs';
import { cases } from './rendering.mjs';
import { median } from './statistics.mjs';
import { summariseCold, Summary } from './summary.mjs';
import { kilobytes, number, table } from './table.mjs';

/**
 * @typedef {object} Budget
 * @property {string} what
 * @property {number} max
 * @property {string} unit
 * @property {number} value NaN where it was not measured in this run
 * @property {string} explanation from the figures of the same run; shown where the budget is missed
 */

/**
 * @typedef {object} Measurements
 * @property {import('./rendering.mjs').Rendering} rendering
 * @property {readonly import('./actions.mjs').ActionTimes[]} actions
 * @property {ReadonlyMap<string, readonly number[]>} cold
 * @property {ReturnType<typeof import('./bytes.mjs').measureBytes>} bytes
 */

const matrix = 'stance-matrix';
const split = 'stance-matrix-split';

/** @type {import('./summary.mjs').Metric} */
const render = (sample) => sample.firstRender.task;
/** @type {import('./summary.mjs').Metric} */
const reorder = (sample) => sample.reorder.task;
/** @type {import('./summary.mjs').Metric} */
const scroll = (sample) => sample.scroll;

/** @param {Summary} summary @param {string} subject */
const elements = (summary, subject) => summary.quantile(subject, (sample) => sample.elements);

/** @param {Summary} summary @param {string} subject */
const heap = (summary, subject) => summary.quantile(subject, (sample) => sample.heap) / 1e6;

/** @param {Summary} summary @param {string} subject */
function describeCost(summary, subject) {
  const styleAndLayout = summary.net(subject, (sample) => sample.firstRender.styleAndLayout);
  return `${number(summary.net(subject, render))} ms (${number(styleAndLayout)} ms style and layout)`;
}

/** @param {ReturnType<typeof import('./bytes.mjs').measureBytes>} bytes @returns {readonly Budget[]} */
function scriptSizes(bytes) {
  return scripts.map(({ file, holds, maxGzip }) => ({
    what: `dist/${file}, ${holds}, gzip -9`,
    max: maxGzip / 1000,
    unit: 'kB',
    value: (bytes.get(file)?.gzip ?? NaN) / 1000,
    explanation: `Verdicts in sentences, the lane of own words, sections, and what is out of view took 3 kB. ${kilobytes(bytes.get(file)?.brotli ?? NaN)} kB with Brotli.`,
  }));
}

/** @param {string} size @param {Summary} summary @param {number} max @returns {Budget} */
function againstFloorSame(size, summary, max) {
  const parts = breakdown(summary, matrix);
  return {
    what: `first render, ${size}, CPU`,
    max,
    unit: '× floor-same',
    value: summary.ratio(matrix, render, 'floor-same'),
    explanation: `${parts.map(({ part, cost }) => `${part} ${number(cost)} ms`).join('; ')}.`,
  };
}

/** @param {string} size @param {Summary} summary @param {number} max @returns {Budget} */
function firstRender(size, summary, max) {
  return {
    what: `first render, ${size}, CPU`,
    max,
    unit: '× floor-table',
    value: summary.ratio(matrix, render),
    explanation: `${describeCost(summary, matrix)} for ${number(elements(summary, matrix))} elements, against ${describeCost(summary, 'floor-table')} for ${number(elements(summary, 'floor-table'))}. The floor has no buttons, accessible names, source marks, counts, controls or legend.`,
  };
}

/** @param {string} size @param {Summary} summary @param {number} max @returns {Budget} */
function reordering(size, summary, max) {
  return {
    what: `re-order, ${size}, CPU`,
    max,
    unit: '× floor-table',
    value: summary.ratio(matrix, reorder),
    explanation: `${number(summary.net(matrix, reorder))} ms (${number(summary.net(matrix, (sample) => sample.reorder.styleAndLayout))} ms style and layout); the floor rewrites its table in ${number(summary.net('floor-table', reorder))} ms.`,
  };
}

/** @param {string} size @param {Summary} summary @param {string} subject @returns {Budget} */
function memory(size, summary, subject) {
  return {
    what: `heap added by rendering, ${size}`,
    max: 0.5,
    unit: 'MB',
    value: heap(summary, `${subject}-preread`),
    explanation: `Lit keeps a part and its last value for each binding of a rendered cell. Without the dataset; with it ${number(heap(summary, subject))} MB.`,
  };
}

/** @param {readonly import('./actions.mjs').ActionTimes[]} actions @param {number} throttle @param {number} max @returns {Budget} */
function slowestAction(actions, throttle, max) {
  const medians = actions
    .filter((each) => each.throttle === throttle)
    .flatMap(({ title, times }) =>
      [...times].map(([action, samples]) => ({ name: `${action}, ${title}`, time: median(samples) })),
    )
    .filter(({ time }) => Number.isFinite(time))
    .sort((a, b) => b.time - a.time);
  return {
    what: `slowest action of a reader, to the next paint, ${throttle === 1 ? 'up to a million positions' : `${throttle} × throttle, up to 50 × 40`}`,
    max,
    unit: 'ms',
    value: medians[0]?.time ?? NaN,
    explanation: medians
      .filter(({ time }) => time > max)
      .map(({ name, time }) => `${name}: ${number(time)} ms`)
      .join('; '),
  };
}

/** @param {ReadonlyMap<string, readonly number[]>} cold @returns {Budget} */
function coldPage(cold) {
  const summaries = cold.has('blank') ? summariseCold(cold) : [];
  const ours = summaries.find(({ subject }) => subject === matrix);
  const blank = summaries.find(({ subject }) => subject === 'blank');
  const peers = summaries.filter(({ subject }) => !['blank', 'floor-table', matrix].includes(subject));
  return {
    what: 'cold page, 12 × 10, 4 × throttle, CPU',
    max: 4.5,
    unit: '× blank page',
    value: ours?.ratio ?? NaN,
    explanation: `${number(ours?.median ?? NaN)} ms, against ${number(blank?.median ?? NaN)} ms of a blank page; the best peer has ${number(Math.min(...peers.map(({ ratio }) => ratio)))} ×.`,
  };
}

/** @param {Measurements} measurements @returns {readonly Budget[]} */
function budgets({ rendering, actions, cold, bytes }) {
  const summaryOf = (/** @type {string} */ size) => {
    const found = cases.find(({ title }) => title === `${matrix}, ${size}`);
    if (!found) throw new Error(`There is no case ${size}.`);
    return new Summary(rendering.results.get(found) ?? new Map());
  };
  const [small, whole, middle, large, huge] = [
    summaryOf('12 × 10'),
    summaryOf('36 × 40'),
    summaryOf('50 × 40'),
    summaryOf('200 × 100'),
    summaryOf('1,000 × 1,000'),
  ];
  return [
    ...scriptSizes(bytes),
    againstFloorSame('12 × 10', small, 1.8),
    againstFloorSame('36 × 40', whole, 1.5),
    firstRender('12 × 10', small, 3),
    firstRender('50 × 40', middle, 1),
    firstRender('200 × 100', large, 0.25),
    {
      what: 'first render with reading, 1,000 × 1,000, CPU',
      max: 2,
      unit: '× its own 50 × 40',
      value: huge.net(split, render) / middle.net(split, render),
      explanation: `${describeCost(huge, split)}, of which reading takes ${number(huge.net(split, render) - huge.net(`${split}-preread`, render))} ms; at 50 × 40 ${describeCost(middle, split)}.`,
    },
    {
      what: 'scrolling, 1,000 × 1,000, CPU per step',
      max: 5,
      unit: '× floor-canvas',
      value: huge.ratio(split, scroll),
      explanation: `${number(huge.net(split, scroll))} ms; floor-pool, without buttons and names, takes ${number(huge.net('floor-pool', scroll))} ms, floor-canvas-roomy, with cells as large as ours, ${number(huge.net('floor-canvas-roomy', scroll))} ms.`,
    },
    reordering('12 × 10', small, 1.5),
    reordering('50 × 40', middle, 0.4),
    reordering('200 × 100', large, 0.1),
    slowestAction(actions, 1, 100),
    slowestAction(actions, 4, 200),
    memory('50 × 40', middle, matrix),
    memory('1,000 × 1,000', huge, split),
    {
      what: 'elements, 1,000 × 1,000',
      max: 2000,
      unit: '',
      value: elements(huge, split),
      explanation: 'Asserted in `test/elements/large-matrix.test.ts`.',
    },
    coldPage(cold),
  ];
}

/** Renders the table of budgets as Markdown paragraphs. @param {Measurements} measurements */
export function budgetReport(measurements) {
  const rows = budgets(measurements).map(({ what, max, unit, value, explanation }) => {
    const limit = `≤ ${max.toLocaleString('en')} ${unit}`.trimEnd();
    if (!Number.isFinite(value)) return [what, limit, '–', 'not measured', ''];
    const isMet = value <= max;
    return [what, limit, number(value), isMet ? 'met' : '**missed**', isMet ? '' : explanation];
  });
  return [
    table(['', 'budget', 'measured', '', 'why'], rows, [0, 1, 3, 4]),
    'Asserted in tests instead of here: the size of the scripts (`test/package/package.test.ts`), no blank cells at rest (`test/elements/large-matrix.test.ts`), no layout shift (`test/package/layout-shift.test.ts`), no request but for the script, the data and, with a split dataset, the evidence on the open claim (`test/package/requests.test.ts`).',
  ];
}

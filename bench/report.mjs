// The measurements as Markdown.
import { availableParallelism, totalmem } from 'node:os';
import { breakdownReport } from './breakdown.mjs';
import { budgetReport } from './budgets.mjs';
import { median } from './statistics.mjs';
import { summariseCold, Summary } from './summary.mjs';
import { kilobytes, number, table } from './table.mjs';

/**
 * @typedef {import('./rendering.mjs').Rendering} Rendering
 * @typedef {Awaited<ReturnType<typeof import('./analysis.mjs').measureAnalysis>>} Analysis
 */

/** @param {Summary} summary @param {string} subject @param {import('./summary.mjs').Metric} metric */
function longestTask(summary, subject, metric) {
  const longest = summary.quantile(subject, metric);
  return longest > 0 ? number(longest) : 'under 50';
}

/** Parts of an element, which have a table of their own. @param {string} subject */
const isPart = (subject) => /^(reading|analysis-and-layout|floor-same-.*|.*-unrendered)$/.test(subject);

/** @param {Rendering['results'] extends Map<unknown, infer Samples> ? Samples : never} samples */
function renderingTable(samples) {
  const summary = new Summary(samples);
  const subjects = summary.subjects.filter((subject) => !isPart(subject));
  /** @type {import('./summary.mjs').Metric} */
  const render = (sample) => sample.firstRender.task;
  /** @type {readonly (readonly [header: string, cell: (subject: string) => string])[]} */
  const columns = [
    ['first render, CPU ms', (subject) => number(summary.net(subject, render))],
    ['quartiles', (subject) => [0.25, 0.75].map((part) => number(summary.net(subject, render, part))).join('–')],
    [
      'of it style and layout',
      (subject) => number(summary.net(subject, (sample) => sample.firstRender.styleAndLayout)),
    ],
    ['first render ×', (subject) => number(summary.ratio(subject, render))],
    ['re-order, CPU ms', (subject) => number(summary.net(subject, (sample) => sample.reorder.task))],
    ['re-order ×', (subject) => number(summary.ratio(subject, (sample) => sample.reorder.task))],
    ['re-order with motion ×', (subject) => number(summary.ratio(subject, (sample) => sample.reorderWithMotion))],
    ['hover ×', (subject) => number(summary.ratio(subject, (sample) => sample.hover))],
    ['scrolling, CPU ms per step', (subject) => number(summary.net(subject, (sample) => sample.scroll))],
    ['scrolling ×', (subject) => number(summary.ratio(subject, (sample) => sample.scroll))],
    ['longest task ms, first render', (subject) => longestTask(summary, subject, (sample) => sample.longestRenderTask)],
    ['re-order', (subject) => longestTask(summary, subject, (sample) => sample.longestReorderTask)],
    ['scrolling', (subject) => longestTask(summary, subject, (sample) => sample.longestScrollTask)],
    ['heap added MB', (subject) => number(summary.quantile(subject, (sample) => sample.heap) / 1e6)],
    ['elements', (subject) => summary.quantile(subject, (sample) => sample.elements).toLocaleString('en')],
  ];
  const isWindowed = summary.baseline === 'floor-canvas';
  const shown = columns.filter(
    ([header, cell]) => subjects.some((subject) => cell(subject) !== '–') && (isWindowed || header !== 'scrolling'),
  );
  return table(
    [`× ${summary.baseline}`, ...shown.map(([header]) => header)],
    subjects.map((subject) => [subject, ...shown.map(([, cell]) => cell(subject))]),
  );
}

/** @param {readonly import('./actions.mjs').ActionTimes[]} actions */
function actionTable(actions) {
  const names = [...(actions[0]?.times.keys() ?? [])];
  return table(
    ['ms', ...names],
    actions.map(({ title, times }) => [title, ...names.map((name) => number(median(times.get(name) ?? [])))]),
  );
}

/** @param {ReadonlyMap<string, readonly number[]>} cold */
function coldTable(cold) {
  return table(
    ['', 'CPU ms', 'quartiles', '× blank page'],
    summariseCold(cold).map(({ subject, median, quartiles, ratio }) => [
      subject,
      number(median),
      quartiles.map(number).join('–'),
      number(ratio),
    ]),
  );
}

/** @param {Analysis[number]} growth */
function analysisTable({ sizes, cpu }) {
  const steps = Object.entries(cpu);
  return table(
    ['statements', ...steps.flatMap(([step]) => [`\`${step}\`, ms`, 'µs per statement'])],
    sizes.map((size, index) => [
      size.toLocaleString('en'),
      ...steps.flatMap(([, costs]) => {
        const cost = costs[index] ?? NaN;
        return [number(cost), number((cost * 1000) / size)];
      }),
    ]),
  );
}

/** @param {import('./budgets.mjs').Measurements['bytes']} bytes */
function scriptTable(bytes) {
  return table(
    ['', 'minified kB', 'gzip -9 kB', 'brotli 11 kB'],
    [...bytes].map(([file, { minified, gzip, brotli }]) => [
      `dist/${file}`,
      ...[minified, gzip, brotli].map(kilobytes),
    ]),
  );
}

/** Returns a section, or nothing where it would be empty. @param {string} title @param {readonly string[]} paragraphs */
function section(title, paragraphs) {
  return paragraphs.length > 0 ? [`## ${title}`, ...paragraphs] : [];
}

/**
 * @typedef {object} Results
 * @property {string} date
 * @property {number} runs
 * @property {boolean} isQuick
 * @property {string} chromium version
 * @property {import('./peers.mjs').Peers} peers
 * @property {Rendering} rendering
 * @property {readonly import('./actions.mjs').ActionTimes[]} actions
 * @property {ReadonlyMap<string, readonly number[]>} cold
 * @property {Analysis} analysis
 * @property {readonly string[]} building
 * @property {import('./budgets.mjs').Measurements['bytes']} bytes
 */

/** @param {Results} results @returns {string} */
export function report(results) {
  const { date, runs, isQuick, chromium, peers, rendering, actions, cold, analysis, building, bytes } = results;
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${process.platform} on ${process.arch}, ${availableParallelism()} cores, ${memory} GiB`;
  const versions = Object.entries(peers.versions).map(([name, version]) => `${name} ${version}`);
  return [
    '# Measurements',
    `${date}, Chromium ${chromium}, Node ${process.versions.node}, ${machine}, ${runs} runs${isQuick ? ', quick' : ''}. Written by \`npm run bench\`; [what is measured and how to read it](README.md).`,
    `Peers: ${versions.join(', ')}.`,
    [...peers.skipped, ...rendering.failures].map((line) => `- ${line}`).join('\n'),
    '**Only ratios (×) of the same run can be compared. Milliseconds depend on the machine and on what else it was doing.** Bytes and elements are exact.',
    ...section('Budgets', budgetReport({ rendering, actions, cold, bytes })),
    ...section('Scripts', [scriptTable(bytes)]),
    ...section('Rendering', [
      'Medians, less what a blank page costs. Ratios are to the subject named in the top left corner.',
      ...[...rendering.results].flatMap(([{ title }, samples]) => [`### ${title}`, renderingTable(samples)]),
    ]),
    ...section('Where the time of a first render goes', breakdownReport(rendering)),
    ...section(
      'Actions of a reader',
      actions.length > 0 ? ['Wall time to the next paint, medians.', actionTable(actions)] : [],
    ),
    ...section('Cold page, 12 × 10, CPU throttled 4 ×', cold.size > 0 ? [coldTable(cold)] : []),
    ...section(
      'Reading and analysis in Node',
      analysis.length > 0
        ? [
            'CPU of the process. Where the cost per statement stays the same, growth is linear.',
            ...analysis.flatMap((growth) => [`### ${growth.title}`, analysisTable(growth)]),
          ]
        : [],
    ),
    ...building,
    '',
  ]
    .filter((part, index, all) => part !== '' || index === all.length - 1)
    .join('\n\n');
}

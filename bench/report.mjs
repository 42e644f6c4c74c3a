// The measurements as Markdown.
import { availableParallelism, totalmem } from 'node:os';
import { budgetTable } from './budgets.mjs';
import { coldCosts, Measured } from './measured.mjs';
import { kilobytes, number, table } from './table.mjs';

/**
 * @typedef {import('./drawing.mjs').Drawing} Drawing
 * @typedef {Awaited<ReturnType<typeof import('./analysis.mjs').measureAnalysis>>} Analysis
 * @typedef {ReturnType<typeof import('./bytes.mjs').measureBytes>} Bytes
 */

/** @param {Measured} measured @param {string} subject @param {import('./measured.mjs').Figure} of */
function longestTask(measured, subject, of) {
  const longest = measured.plain(subject, of);
  return longest > 0 ? number(longest) : 'under 50';
}

/** @param {Drawing['results'] extends Map<unknown, infer Subjects> ? Subjects : never} samples */
function drawingTable(samples) {
  const measured = new Measured(samples);
  /** @type {import('./measured.mjs').Figure} */
  const draw = (sample) => sample.draw.task;
  /** @type {readonly (readonly [head: string, cell: (subject: string) => string])[]} */
  const columns = [
    ['first render, CPU ms', (subject) => number(measured.above(subject, draw))],
    ['quartiles', (subject) => [0.25, 0.75].map((part) => number(measured.above(subject, draw, part))).join('–')],
    ['of it style and layout', (subject) => number(measured.above(subject, (sample) => sample.draw.styleAndLayout))],
    ['first render ×', (subject) => number(measured.ratio(subject, draw))],
    ['re-order, CPU ms', (subject) => number(measured.above(subject, (sample) => sample.reorder.task))],
    ['re-order ×', (subject) => number(measured.ratio(subject, (sample) => sample.reorder.task))],
    ['re-order with motion ×', (subject) => number(measured.ratio(subject, (sample) => sample.motion))],
    ['hover ×', (subject) => number(measured.ratio(subject, (sample) => sample.hover))],
    ['scrolling, CPU ms a step', (subject) => number(measured.above(subject, (sample) => sample.scroll))],
    ['scrolling ×', (subject) => number(measured.ratio(subject, (sample) => sample.scroll))],
    ['longest task ms, first render', (subject) => longestTask(measured, subject, (sample) => sample.longest)],
    ['re-order', (subject) => longestTask(measured, subject, (sample) => sample.longestReorder)],
    ['scrolling', (subject) => longestTask(measured, subject, (sample) => sample.longestScroll)],
    ['heap added MB', (subject) => number(measured.plain(subject, (sample) => sample.heap) / 1e6)],
    ['elements', (subject) => measured.plain(subject, (sample) => sample.elements).toLocaleString('en')],
  ];
  const isWindow = measured.floor === 'floor-canvas';
  const shown = columns.filter(
    ([head, cell]) => measured.subjects.some((subject) => cell(subject) !== '–') && (isWindow || head !== 'scrolling'),
  );
  return table(
    [`× ${measured.floor}`, ...shown.map(([head]) => head)],
    measured.subjects.map((subject) => [subject, ...shown.map(([, cell]) => cell(subject))]),
  );
}

/** @param {ReadonlyMap<string, readonly number[]>} cold */
function coldTable(cold) {
  return table(
    ['', 'CPU ms', 'quartiles', '× blank page'],
    coldCosts(cold).map(({ subject, cost, low, high, ratio }) => [
      subject,
      number(cost),
      `${number(low)}–${number(high)}`,
      number(ratio),
    ]),
  );
}

/** @param {Analysis[number]} growth */
function analysisTable({ sizes, cpu }) {
  const steps = Object.entries(cpu);
  return table(
    ['statements', ...steps.flatMap(([step]) => [`\`${step}\`, ms`, 'µs a statement'])],
    sizes.map((size, index) => [
      size.toLocaleString('en'),
      ...steps.flatMap(([, costs]) => {
        const cost = costs[index] ?? NaN;
        return [number(cost), number((cost * 1000) / size)];
      }),
    ]),
  );
}

/** @param {readonly string[]} parts what follows; nothing where there is none of it */
function section(/** @type {string} */ title, parts) {
  return parts.length > 0 ? [title, ...parts] : [];
}

/**
 * @typedef {object} Results
 * @property {string} date
 * @property {number} runs
 * @property {boolean} isQuick
 * @property {string} chromium
 * @property {import('./peers.mjs').Peers} peers
 * @property {Drawing} drawing
 * @property {ReadonlyMap<string, readonly number[]>} cold
 * @property {Analysis} analysis
 * @property {readonly string[]} building
 * @property {Bytes} bytes
 */

/** @param {Results} results @returns {string} */
export function report({ date, runs, isQuick, chromium, peers, drawing, cold, analysis, building, bytes }) {
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${process.platform} on ${process.arch}, ${availableParallelism()} cores, ${memory} GiB`;
  const versions = Object.entries(peers.versions).map(([name, version]) => `${name} ${version}`);
  return [
    '# Measurements',
    `${date}, Chromium ${chromium}, Node ${process.versions.node}, ${machine}, ${runs} runs${isQuick ? ', quick' : ''}. Written by \`npm run bench\`; [what is measured and how to read it](README.md).`,
    `Peers: ${versions.join(', ')}.`,
    [...peers.leftOut, ...drawing.failures].map((line) => `- ${line}`).join('\n'),
    '**Only the ratios (×) of one run can be compared. Milliseconds say something about the machine of that hour, and nothing about another.** Bytes and elements are exact.',
    '## Budgets',
    ...budgetTable({ drawing, cold, bytes }),
    '## The script',
    table(
      ['', 'minified kB', 'gzip -9 kB', 'brotli 11 kB'],
      [['dist/stancekit.js', ...[bytes.minified, bytes.gzip, bytes.brotli].map(kilobytes)]],
    ),
    '## Drawing',
    'Medians; a blank page is subtracted from all of them. Ratios are to the floor that the head of the table names.',
    ...[...drawing.results].flatMap(([{ title }, samples]) => [`### ${title}`, drawingTable(samples)]),
    ...section('## Cold page, 12 × 10, CPU throttled 4 ×', cold.size > 0 ? [coldTable(cold)] : []),
    ...section(
      '## Reading and analysing in Node',
      analysis.length > 0
        ? [
            'CPU of the process. What grows linearly keeps its cost a statement.',
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

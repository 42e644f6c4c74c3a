// The measurements as Markdown.
import { availableParallelism } from 'node:os';
import { median, quantile } from './statistics.mjs';

/**
 * @typedef {import('./drawing.mjs').Sample} Sample
 * @typedef {Awaited<ReturnType<typeof import('./drawing.mjs').measureDrawing>>} Drawing
 * @typedef {Awaited<ReturnType<typeof import('./analysis.mjs').measureAnalysis>>} Analysis
 * @typedef {ReturnType<typeof import('./bytes.mjs').measureBytes>} Bytes
 */

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
function table(head, rows) {
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** @param {number} value */
function number(value) {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return (bytes / 1000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** @param {readonly Sample[]} samples @param {(sample: Sample) => number} of */
function longestTask(samples, of) {
  const longest = median(samples.map(of));
  return longest > 0 ? number(longest) : 'under 50';
}

/** @param {ReadonlyMap<string, readonly Sample[]>} subjects */
function drawingTable(subjects) {
  const blank = subjects.get('blank') ?? [];
  const floor = subjects.get('floor-table') ?? [];
  const rows = [...subjects].filter(([subject]) => subject !== 'blank');
  return table(
    [
      '',
      'first render, CPU ms',
      'quartiles',
      'of it style and layout',
      'first render ×',
      're-order ×',
      're-order with motion ×',
      'hover ×',
      'longest task ms, first render',
      're-order',
      'heap added MB',
      'elements',
    ],
    rows.map(([subject, samples]) => {
      /** @param {(sample: Sample) => number} of @param {readonly Sample[]} among */
      const above = (of, among) => median(among.map(of)) - median(blank.map(of));
      /** @param {(sample: Sample) => number} of */
      const ratio = (of) => number(above(of, samples) / above(of, floor));
      const draw = (/** @type {Sample} */ sample) => sample.draw.task;
      const idle = median(blank.map(draw));
      const quartiles = [0.25, 0.75].map((part) => number(quantile(samples.map(draw), part) - idle));
      return [
        subject,
        number(above(draw, samples)),
        quartiles.join('–'),
        number(above(({ draw }) => draw.styleAndLayout, samples)),
        ratio(draw),
        ratio(({ reorder }) => reorder.task),
        // Against the same re-order of the floor, which has no motion.
        ratio(({ motion }) => motion.task),
        ratio(({ hover }) => hover),
        longestTask(samples, ({ longest }) => longest),
        longestTask(samples, ({ longestReorder }) => longestReorder),
        number(median(samples.map(({ heap }) => heap)) / 1e6),
        median(samples.map(({ elements }) => elements)).toLocaleString('en'),
      ];
    }),
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

/**
 * @param {{ date: string, runs: number, drawing: Drawing, analysis: Analysis, building: readonly string[], bytes: Bytes }} measured
 * @returns {string}
 */
export function report({ date, runs, drawing, analysis, building, bytes }) {
  const { minified, gzip, brotli } = bytes;
  const machine = `${process.platform} on ${process.arch} with ${availableParallelism()} cores`;
  return [
    '# Measurements',
    `${date}, Chromium ${drawing.chromium}, Node ${process.versions.node}, ${machine}, ${runs} runs. Written by \`npm run bench\`; [what is measured and how to read it](README.md).`,
    '**Only the ratios (×) of one run can be compared. Milliseconds say something about the machine of that hour, and nothing about another.** Bytes and elements are exact.',
    '## The script',
    table(
      ['', 'minified kB', 'gzip -9 kB', 'brotli 11 kB'],
      [['dist/stancekit.js', kilobytes(minified), kilobytes(gzip), kilobytes(brotli)]],
    ),
    'Aim: at most 24 kB gzip.',
    '## Drawing',
    'Ratios are to `floor-table` of the same rows and columns, a blank page subtracted from both.',
    ...[...drawing.results].flatMap(([{ title, aims }, subjects]) => [
      `### ${title}`,
      drawingTable(subjects),
      `Aim: ${aims}.`,
    ]),
    ...(analysis.length > 0
      ? ['## Reading and analysing in Node', 'CPU of the process. What grows linearly keeps its cost a statement.']
      : []),
    ...analysis.flatMap((growth) => [`### ${growth.title}`, analysisTable(growth)]),
    ...building,
    '',
  ].join('\n\n');
}

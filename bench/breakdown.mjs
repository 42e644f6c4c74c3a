// Why an element's first render costs more than its own final markup.
import { Summary } from './summary.mjs';
import { number, table } from './table.mjs';

/** @type {import('./summary.mjs').Metric} */
const firstRender = (sample) => sample.firstRender.task;

/** @typedef {{ part: string, cost: number, how: string }} Part CPU in ms */

/**
 * Splits the element's cost into parts that add up to it. Reading, and analysis with layout, are measured by themselves; what Lit and the
 * controllers cost follows by subtraction from the element that stops before it renders.
 * @param {Summary} summary of a case with a breakdown
 * @param {string} element
 * @returns {readonly Part[]}
 */
export function breakdown(summary, element) {
  const cost = (/** @type {string} */ subject) => summary.net(subject, firstRender);
  const [floor, sheets] = [cost('floor-same'), cost('floor-same-sheets')];
  const [reading, analysis] = [cost('reading'), cost('analysis-and-layout')];
  const unrendered = cost(`${element}-unrendered`);
  return [
    { part: 'floor-same: markup and style sheets', cost: floor, how: 'measured' },
    { part: 'reading the dataset', cost: reading, how: '`readDataset`, measured alone' },
    { part: 'analysis and layout', cost: analysis, how: 'the same functions, measured alone' },
    {
      part: 'templates and Lit',
      // Style sheets are part of both the unrendered element and the floor.
      cost: cost(element) - unrendered - (floor - sheets),
      how: 'element − element that stops before rendering − markup of floor-same',
    },
    {
      part: 'controllers and everything else',
      cost: unrendered - reading - analysis - sheets,
      how: 'element that stops before rendering − reading − analysis and layout − style sheets',
    },
  ];
}

/** @param {import('./rendering.mjs').Rendering} rendering @returns {readonly string[]} */
export function breakdownReport({ results }) {
  return [...results].flatMap(([{ title, breakdown: element }, samples]) => {
    if (!element) return [];
    const summary = new Summary(samples);
    const floor = summary.net('floor-same', firstRender);
    const parts = breakdown(summary, element);
    const row = (/** @type {Part} */ { part, cost, how }) => [part, number(cost), number(cost / floor), how];
    const total = { part: `**${element}**`, cost: summary.net(element, firstRender), how: 'measured' };
    const comments = summary.net('floor-same-comments', firstRender) - floor;
    return [
      `### ${title}`,
      table(['first render', 'CPU ms', '× floor-same', 'how'], [...parts.map(row), row(total)], [0, 3]),
      `With the template engine’s marker comments left in, floor-same takes ${number(comments)} ms more.`,
    ];
  });
}

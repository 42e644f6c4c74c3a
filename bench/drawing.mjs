// What drawing costs: first render, re-order, hover, heap, elements.
import { openBrowser } from './browser.mjs';

/**
 * @typedef {object} Case
 * @property {string} title
 * @property {string} aims what the project wants to reach; reported, never asserted
 * @property {'matrix' | 'report'} kind
 * @property {number} rows
 * @property {number} columns
 * @property {readonly string[]} subjects the blank page, the floor, and what is measured against them
 */

const matrices = ['blank', 'floor-table', 'floor-table-shapes', 'stance-matrix', 'stance-matrix-read-before'];
const charts = ['blank', 'floor-table', 'source-disagreement', 'source-disagreement-read-before'];

/** @type {readonly Case[]} */
export const cases = [
  {
    title: 'stance-matrix, 12 × 10',
    aims: 'first render ≤ 2, re-order ≤ 1',
    kind: 'matrix',
    rows: 12,
    columns: 10,
    subjects: matrices,
  },
  {
    title: 'stance-matrix, 50 × 40',
    aims: 'first render ≤ 2, re-order ≤ 0.4, heap ≤ 0.5 MB',
    kind: 'matrix',
    rows: 50,
    columns: 40,
    subjects: matrices,
  },
  {
    title: 'stance-matrix, 200 × 100',
    aims: 'first render ≤ 0.5, re-order ≤ 0.1, heap ≤ 0.5 MB, elements ≤ 2,000',
    kind: 'matrix',
    rows: 200,
    columns: 100,
    subjects: matrices,
  },
  {
    title: 'source-disagreement, 12 × 3',
    aims: 'no task of 50 ms',
    kind: 'report',
    rows: 12,
    columns: 3,
    subjects: charts,
  },
  {
    title: 'source-disagreement, 300 × 40',
    aims: 'no task of 200 ms',
    kind: 'report',
    rows: 300,
    columns: 40,
    subjects: charts,
  },
];

/** @typedef {import('./browser.mjs').Cost} Cost */

/**
 * @typedef {object} Sample one visit
 * @property {Cost} draw
 * @property {Cost} reorder without motion
 * @property {Cost} motion a re-order with motion, to the end of it
 * @property {number} hover main-thread CPU a cell, in ms; of a matrix
 * @property {number} longest the longest task of the first render in ms of wall time; 0 where none took 50 ms
 * @property {number} longestReorder
 * @property {number} heap bytes of JavaScript that the drawing added
 * @property {number} elements
 */

/**
 * Round by round, each subject once a round, so that what else the machine does falls on all of them alike.
 * @param {{ runs: number, only: string, tell: (text: string) => void, shapes: string }} options
 */
export async function measureDrawing({ runs, only, tell, shapes }) {
  const browser = await openBrowser(shapes);
  /** @type {Map<Case, Map<string, Sample[]>>} */
  const results = new Map();
  try {
    for (const each of cases.filter(({ title }) => title.includes(only))) {
      const samples = new Map(each.subjects.map((subject) => [subject, /** @type {Sample[]} */ ([])]));
      results.set(each, samples);
      for (let run = 0; run < runs; run++) {
        tell(`${each.title}, run ${run + 1} of ${runs}`);
        for (const [subject, taken] of samples) taken.push(await sample(browser, subject, each));
      }
    }
  } finally {
    await browser.close();
  }
  return { results, chromium: browser.version };
}

/**
 * @param {Awaited<ReturnType<typeof openBrowser>>} browser
 * @param {string} subject
 * @param {Case} of
 * @returns {Promise<Sample>}
 */
async function sample(browser, subject, { kind, rows, columns }) {
  const visit = await browser.visit(subject);
  const { page } = visit;
  const act = async (/** @type {string} */ code) => Number(await page.evaluate(`bench.${code}`));
  let longest = 0;
  let longestReorder = 0;
  try {
    await page.evaluate(`bench.prepare('${kind}', ${rows}, ${columns})`);
    const heapBefore = await visit.heap();
    const draw = await visit.cost(async () => (longest = await act('draw()')));
    const heap = (await visit.heap()) - heapBefore;
    const elements = await act('elements()');
    const hover = kind === 'matrix' ? await hoverCost(visit) : NaN;
    const reorder = await visit.cost(async () => (longestReorder = await act(`reorder('name')`)));
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    const motion = await visit.cost(() => act(`reorder('editor')`));
    return { draw, reorder, motion, hover, longest, longestReorder, heap, elements };
  } finally {
    await visit.close();
  }
}

/** @param {import('./browser.mjs').Visit} visit */
async function hoverCost({ page, cost }) {
  const found = /** @type {[x: number, y: number][]} */ (await page.evaluate('bench.cells()'));
  // On the blank page the pointer goes the same way over nothing.
  const cells = found.length > 0 ? found : Array.from({ length: 12 }, (_, index) => [280 + index * 50, 400]);
  await page.mouse.move(5, 5);
  const { task } = await cost(async () => {
    for (const [x = 0, y = 0] of cells) {
      await page.mouse.move(x, y);
      await page.evaluate('bench.frame()');
    }
  });
  return task / cells.length;
}

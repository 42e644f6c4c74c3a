// What drawing costs: first render, re-order, scrolling, hover, heap, elements.

/**
 * @typedef {object} Case
 * @property {string} title
 * @property {'matrix' | 'report'} kind
 * @property {number} rows
 * @property {number} columns
 * @property {readonly string[]} subjects the blank page, floors and ours
 * @property {'all' | readonly string[]} peers which peers live through it
 * @property {'whole' | 'without peers' | 'not'} quick what of it belongs to a quick run
 */

/** @param {string} name @param {boolean} [isSplitToo] */
const ours = (name, isSplitToo = false) =>
  [name, ...(isSplitToo ? [`${name}-split`] : [])].flatMap((each) => [each, `${each}-read-before`]);

const tables = ['blank', 'floor-table', 'floor-table-shapes'];
const windows = ['blank', 'floor-canvas', 'floor-canvas-roomy', 'floor-pool', ...ours('stance-matrix-split')];

/** @type {readonly Case[]} */
export const cases = [
  {
    title: 'stance-matrix, 12 × 10',
    kind: 'matrix',
    rows: 12,
    columns: 10,
    subjects: [...tables, ...ours('stance-matrix')],
    peers: 'all',
    quick: 'whole',
  },
  {
    title: 'stance-matrix, 50 × 40',
    kind: 'matrix',
    rows: 50,
    columns: 40,
    subjects: [...tables, ...ours('stance-matrix', true)],
    peers: 'all',
    quick: 'whole',
  },
  {
    title: 'stance-matrix, 200 × 100',
    kind: 'matrix',
    rows: 200,
    columns: 100,
    subjects: [...tables, ...ours('stance-matrix', true)],
    peers: 'all',
    quick: 'without peers',
  },
  {
    title: 'stance-matrix, 1,000 × 1,000',
    kind: 'matrix',
    rows: 1000,
    columns: 1000,
    subjects: windows,
    peers: ['ag-grid', 'plotly', 'regular-table'],
    quick: 'whole',
  },
  {
    title: 'stance-matrix, 200 × 6,200',
    kind: 'matrix',
    rows: 200,
    columns: 6200,
    subjects: windows,
    peers: ['ag-grid', 'regular-table'],
    quick: 'not',
  },
  {
    title: 'source-disagreement, 12 × 3',
    kind: 'report',
    rows: 12,
    columns: 3,
    subjects: ['blank', 'floor-table', ...ours('source-disagreement')],
    peers: [],
    quick: 'whole',
  },
  {
    title: 'source-disagreement, 300 × 40',
    kind: 'report',
    rows: 300,
    columns: 40,
    subjects: ['blank', 'floor-table', ...ours('source-disagreement')],
    peers: [],
    quick: 'not',
  },
];

/** @typedef {import('./browser.mjs').Cost} Cost */

/**
 * @typedef {object} Sample one visit
 * @property {Cost} draw
 * @property {Cost} reorder without motion
 * @property {number} motion main-thread CPU in ms of a re-order with motion, to the end of it; of tables
 * @property {number} hover main-thread CPU a cell, in ms; of tables that are all there
 * @property {number} scroll main-thread CPU a step, in ms; of what can be scrolled in itself
 * @property {number} longest the longest task of the first render in ms of wall time; 0 where none took 50 ms
 * @property {number} longestReorder
 * @property {number} longestScroll
 * @property {number} heap bytes of JavaScript that the drawing added
 * @property {number} elements
 */

/**
 * Round by round, each subject once a round, so that what else the machine does falls on all of them alike.
 * @param {import('./browser.mjs').Browser} browser
 * @param {{ runs: number, only: string, isQuick: boolean, tell: (text: string) => void, peers: readonly string[] }} options
 */
export async function measureDrawing(browser, { runs, only, isQuick, tell, peers }) {
  /** @type {Map<Case, Map<string, Sample[]>>} */
  const results = new Map();
  /** @type {string[]} */
  const failures = [];
  for (const each of cases.filter(({ title, quick }) => title.includes(only) && !(isQuick && quick === 'not'))) {
    const isWithPeers = !(isQuick && each.quick === 'without peers');
    const among = peers.filter((peer) => isWithPeers && (each.peers === 'all' || each.peers.includes(peer)));
    const samples = new Map([...each.subjects, ...among].map((subject) => [subject, /** @type {Sample[]} */ ([])]));
    results.set(each, samples);
    for (let run = 1; run <= runs; run++) {
      tell(`${each.title}, run ${run} of ${runs}`);
      for (const [subject, taken] of samples) {
        try {
          taken.push(await sample(browser, subject, each));
        } catch (error) {
          if (!peers.includes(subject)) throw error;
          samples.delete(subject);
          const [reason] = String(error instanceof Error ? error.message : error).split('\n');
          failures.push(`${subject} is left out at ${each.title}: ${reason}`);
          tell(failures.at(-1) ?? '');
        }
      }
    }
  }
  return { results, failures };
}

/** @typedef {Awaited<ReturnType<typeof measureDrawing>>} Drawing */

const steps = 60;

/**
 * @param {import('./browser.mjs').Browser} browser
 * @param {string} subject
 * @param {Case} of
 * @returns {Promise<Sample>}
 */
async function sample(browser, subject, { kind, rows, columns, subjects }) {
  const visit = await browser.visit(subject);
  const { page } = visit;
  const act = async (/** @type {string} */ code) => Number(await page.evaluate(`bench.${code}`));
  let [longest, longestReorder, longestScroll] = [0, 0, 0];
  try {
    await page.evaluate(`bench.prepare('${kind}', ${rows}, ${columns})`);
    const heapBefore = await visit.heap();
    const draw = await visit.cost(async () => (longest = await act('draw()')));
    const heap = (await visit.heap()) - heapBefore;
    const elements = await act('elements()');
    const isWindow = subjects.includes('floor-canvas');
    const isTable = !isWindow && subjects.includes(subject);
    const hover = isTable && kind === 'matrix' ? await hoverCost(visit) : NaN;
    const reorder = await visit.cost(async () => (longestReorder = await act(`reorder('name')`)));
    let motion = NaN;
    if (isTable) {
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      motion = (await visit.cost(() => act(`reorder('editor')`))).task;
    }
    let scroll = NaN;
    // The blank page waits for the same frames.
    if (isWindow && (subject === 'blank' || (await page.evaluate('bench.canScroll()')) === true))
      scroll = (await visit.cost(async () => (longestScroll = await act(`scroll(${steps})`)))).task / steps;
    return { draw, reorder, motion, hover, scroll, longest, longestReorder, longestScroll, heap, elements };
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

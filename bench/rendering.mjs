// What rendering costs: first render, re-order, hover, scrolling, heap, elements.

/**
 * @typedef {object} Case
 * @property {string} title
 * @property {'matrix' | 'report'} kind
 * @property {number} rows
 * @property {number} columns
 * @property {readonly string[]} subjects the blank page, floors and our own
 * @property {'stance-matrix' | 'source-disagreement'} [breakdown] the element whose first render is compared with floor-same, part by part
 * @property {'all' | readonly string[]} peers those that can handle the size
 * @property {'all' | 'without peers' | 'skip'} quick what a quick run measures of it
 */

/** @param {string} name */
const withPreread = (name) => [name, `${name}-preread`];

const windowed = ['blank', 'floor-canvas', 'floor-canvas-roomy', 'floor-pool', ...withPreread('stance-matrix-split')];

/** @type {readonly Case[]} */
export const cases = [
  {
    title: 'stance-matrix, 12 × 10',
    kind: 'matrix',
    rows: 12,
    columns: 10,
    subjects: ['blank', 'floor-table', ...withPreread('stance-matrix')],
    breakdown: 'stance-matrix',
    peers: 'all',
    quick: 'all',
  },
  {
    // The largest matrix that is still a whole table.
    title: 'stance-matrix, 36 × 40',
    kind: 'matrix',
    rows: 36,
    columns: 40,
    subjects: ['blank', 'floor-table', 'stance-matrix'],
    breakdown: 'stance-matrix',
    peers: [],
    quick: 'all',
  },
  {
    title: 'stance-matrix, 50 × 40',
    kind: 'matrix',
    rows: 50,
    columns: 40,
    subjects: ['blank', 'floor-table', ...withPreread('stance-matrix'), ...withPreread('stance-matrix-split')],
    peers: 'all',
    quick: 'all',
  },
  {
    title: 'stance-matrix, 200 × 100',
    kind: 'matrix',
    rows: 200,
    columns: 100,
    subjects: ['blank', 'floor-table', ...withPreread('stance-matrix'), ...withPreread('stance-matrix-split')],
    peers: 'all',
    quick: 'without peers',
  },
  {
    title: 'stance-matrix, 1,000 × 1,000',
    kind: 'matrix',
    rows: 1000,
    columns: 1000,
    subjects: windowed,
    peers: ['ag-grid', 'plotly', 'regular-table'],
    quick: 'all',
  },
  {
    title: 'stance-matrix, 200 × 6,200',
    kind: 'matrix',
    rows: 200,
    columns: 6200,
    subjects: windowed,
    peers: ['ag-grid', 'regular-table'],
    quick: 'skip',
  },
  {
    title: 'source-disagreement, 12 × 3',
    kind: 'report',
    rows: 12,
    columns: 3,
    subjects: ['blank', 'floor-table', ...withPreread('source-disagreement')],
    breakdown: 'source-disagreement',
    peers: [],
    quick: 'all',
  },
  {
    title: 'source-disagreement, 300 × 40',
    kind: 'report',
    rows: 300,
    columns: 40,
    subjects: ['blank', 'floor-table', ...withPreread('source-disagreement')],
    peers: [],
    quick: 'skip',
  },
];

/** Returns the subjects of which only the first render is measured. @param {Case['breakdown']} element */
function breakdownSubjects(element) {
  if (!element) return [];
  const floors = ['floor-same', 'floor-same-comments', 'floor-same-sheets'];
  return [...floors, 'reading', 'analysis-and-layout', `${element}-unrendered`];
}

/** @typedef {import('./browser.mjs').Cost} Cost */

/**
 * One visit. CPU is that of the main thread, in ms; NaN where something was not measured.
 * @typedef {object} Sample
 * @property {Cost} firstRender
 * @property {Cost} reorder without motion
 * @property {number} reorderWithMotion CPU until the animation ends; tables only
 * @property {number} hover CPU per cell; whole tables only
 * @property {number} scroll CPU per step; large tables only
 * @property {number} longestRenderTask wall time in ms; 0 where no task took 50 ms
 * @property {number} longestReorderTask
 * @property {number} longestScrollTask
 * @property {number} heap bytes of JavaScript heap that the first render added
 * @property {number} elements in the document
 */

/**
 * Measures all cases. Rounds visit each subject once, so that whatever else the machine does affects all of them alike.
 * @param {import('./browser.mjs').Browser} browser
 * @param {{ runs: number, only: string, isQuick: boolean, log: (text: string) => void, peers: readonly string[] }} options
 */
export async function measureRendering(browser, { runs, only, isQuick, log, peers }) {
  /** @type {Map<Case, Map<string, Sample[]>>} */
  const results = new Map();
  /** @type {string[]} */
  const failures = [];
  for (const each of cases.filter(({ title, quick }) => title.includes(only) && !(isQuick && quick === 'skip'))) {
    const isWithPeers = !(isQuick && each.quick === 'without peers');
    const casePeers = peers.filter((peer) => isWithPeers && (each.peers === 'all' || each.peers.includes(peer)));
    const subjects = [...each.subjects, ...breakdownSubjects(each.breakdown), ...casePeers];
    const samples = new Map(subjects.map((subject) => [subject, /** @type {Sample[]} */ ([])]));
    results.set(each, samples);
    const snapshot = each.breakdown && (await takeSnapshot(browser, each.breakdown, each));
    for (let run = 1; run <= runs; run++) {
      log(`${each.title}, run ${run} of ${runs}`);
      for (const [subject, subjectSamples] of samples) {
        try {
          subjectSamples.push(await sample(browser, subject, each, snapshot));
        } catch (error) {
          if (!peers.includes(subject)) throw error;
          samples.delete(subject);
          const [reason] = String(error instanceof Error ? error.message : error).split('\n');
          failures.push(`${subject} skipped at ${each.title}: ${reason}`);
          log(failures.at(-1) ?? '');
        }
      }
    }
  }
  return { results, failures };
}

/** @typedef {Awaited<ReturnType<typeof measureRendering>>} Rendering */

/**
 * Renders the element in a page of its own, so that the floor's page meets its markup, texts and styles for the first time too.
 * @param {import('./browser.mjs').Browser} browser
 * @param {string} element
 * @param {Case} of
 * @returns {Promise<import('./page/floor-same.js').Snapshot>}
 */
async function takeSnapshot(browser, element, { kind, rows, columns }) {
  const { page, close } = await browser.visit(element);
  try {
    await page.evaluate(`bench.prepare('${kind}', ${rows}, ${columns})`);
    await page.evaluate('bench.render()');
    return await page.evaluate('bench.snapshot()');
  } finally {
    await close();
  }
}

const scrollSteps = 60;

/**
 * @param {import('./browser.mjs').Browser} browser
 * @param {string} subject
 * @param {Case} of
 * @param {import('./page/floor-same.js').Snapshot} [snapshot]
 * @returns {Promise<Sample>}
 */
async function sample(browser, subject, { kind, rows, columns, subjects, breakdown }, snapshot) {
  const visit = await browser.visit(subject);
  const { page } = visit;
  const run = async (/** @type {string} */ code) => Number(await page.evaluate(`bench.${code}`));
  let [longestRenderTask, longestReorderTask, longestScrollTask] = [0, 0, 0];
  try {
    await page.evaluate(`bench.prepare('${kind}', ${rows}, ${columns}, ${JSON.stringify(snapshot)})`);
    const heapBefore = await visit.heap();
    const firstRender = await visit.cost(async () => (longestRenderTask = await run('render()')));
    const addedHeap = (await visit.heap()) - heapBefore;
    const elements = await run('elements()');
    await page.evaluate('bench.check()');
    let reorder = { task: NaN, styleAndLayout: NaN };
    let [heap, reorderWithMotion, hover, scroll] = [NaN, NaN, NaN, NaN];
    if (!breakdownSubjects(breakdown).includes(subject)) {
      heap = addedHeap;
      const isWindowed = subjects.includes('floor-canvas');
      const isTable = !isWindowed && subjects.includes(subject);
      if (isTable && kind === 'matrix') hover = await hoverCost(visit);
      reorder = await visit.cost(async () => (longestReorderTask = await run(`reorder('name')`)));
      if (isTable) {
        await page.emulateMedia({ reducedMotion: 'no-preference' });
        reorderWithMotion = (await visit.cost(() => run(`reorder('editor')`))).task;
      }
      if (isWindowed && (await page.evaluate('bench.canScroll()')) === true)
        scroll =
          (await visit.cost(async () => (longestScrollTask = await run(`scroll(${scrollSteps})`)))).task / scrollSteps;
    }
    return {
      firstRender,
      reorder,
      reorderWithMotion,
      hover,
      scroll,
      longestRenderTask,
      longestReorderTask,
      longestScrollTask,
      heap,
      elements,
    };
  } finally {
    await visit.close();
  }
}

/** @param {import('./browser.mjs').Visit} visit */
async function hoverCost({ page, cost }) {
  const found = /** @type {[x: number, y: number][]} */ (await page.evaluate('bench.cells()'));
  // On the blank page the pointer takes the same path over nothing.
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

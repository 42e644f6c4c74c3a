/* global document, location, MessageChannel, performance, PerformanceObserver, requestAnimationFrame, setTimeout */
// Runs inside the measured page. The bench calls `bench.…`; every subject is driven in the same way.
import { matrixStory, reportStory, splitStory } from './stories.js';
import { peerSubject, subjects } from './subjects.js';

const root = /** @type {HTMLElement} */ (document.querySelector('#root'));

const name = location.pathname.slice(1);
const { peer } = /** @type {{ peer?: import('./subjects.js').Peer }} */ (globalThis);
const subject = peer ? peerSubject(peer) : /** @type {() => import('./subjects.js').Subject} */ (subjects[name])();

// Floors and peers need the matrix alone, and a split story has it too, without a million statements.
const needsStatements = ['stance-matrix', 'reading', 'analysis-and-layout'].some((each) => name.startsWith(each));

/** @type {Readonly<Record<import('./subjects.js').Kind, typeof matrixStory>>} */
const stories = {
  matrix: needsStatements && !name.includes('split') ? matrixStory : splitStory,
  report: reportStory,
};

/** @type {import('./subjects.js').Input} */
let input;

const frame = () => new Promise(requestAnimationFrame);

/** Waits for the next frame and until it is painted: a message sent in a frame arrives after its paint. */
async function painted() {
  await frame();
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  port1.close();
}

let longestTask = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
}).observe({ entryTypes: ['longtask'] });

/**
 * Runs `action` and waits until the result is painted.
 * @param {() => unknown} action
 * @returns {Promise<number>} the longest task meanwhile, in ms of wall time; 0 where none took 50 ms
 */
async function observed(action) {
  await frame();
  await frame();
  longestTask = 0;
  await action();
  await frame();
  await frame();
  // Long tasks are reported some time after they end.
  await new Promise((resolve) => setTimeout(resolve, 60));
  return longestTask;
}

const bench = {
  /**
   * @param {import('./subjects.js').Kind} kind
   * @param {number} rows
   * @param {number} columns
   * @param {import('./floor-same.js').Snapshot} [snapshot]
   */
  async prepare(kind, rows, columns, snapshot) {
    input = { kind, story: stories[kind](rows, columns), snapshot };
    await subject.prepare?.(input);
  },
  render: () => observed(() => subject.render(input)),
  check: () => void subject.check?.(input),
  snapshot: () => subject.snapshot?.(),
  /** @param {'name' | 'editor'} order */
  reorder: (order) =>
    observed(async () => {
      await subject.reorder?.(order, input);
      await frame();
      await Promise.all(
        subject
          .container()
          .getAnimations()
          .map(({ finished }) => finished),
      );
    }),
  canScroll: () => subject.scrollTo !== undefined,
  /** Scrolls diagonally, one step per frame. @param {number} steps */
  scroll: (steps) =>
    observed(async () => {
      for (let step = 1; step <= steps; step++) {
        subject.scrollTo?.(step * 37, step * 53);
        await frame();
      }
    }),
  /** Wall time in ms from a reader's action to the paint that shows its result. @param {string} action */
  async timeToPaint(action) {
    await painted();
    await painted();
    const start = performance.now();
    await subject.actions?.[action]?.(input);
    await painted();
    return performance.now() - start;
  },
  /** Returns the centres of the visible cells of one row. */
  cells() {
    const [row] = [...subject.container().querySelectorAll('tbody tr')]
      .filter((row) => row.children.length > 2)
      .slice(2);
    const boxes = [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.getBoundingClientRect());
    return boxes
      .filter(({ left, right }) => left > 250 && right < 940)
      .slice(0, 12)
      .map(({ left, top, width, height }) => [left + width / 2, top + height / 2]);
  },
  /** Counts DOM elements, including those in shadow roots. */
  elements() {
    /** @param {ParentNode} parent @returns {number} */
    const count = (parent) => {
      const all = [...parent.querySelectorAll('*')];
      return all.reduce((sum, { shadowRoot }) => sum + (shadowRoot ? count(shadowRoot) : 0), all.length);
    };
    return count(root);
  },
  frame,
};

Object.assign(globalThis, { bench });

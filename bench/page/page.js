/* global document, location, PerformanceObserver, requestAnimationFrame, setTimeout */
// What the bench does inside a page. run.mjs calls `bench.…`; every subject is driven in the same way.
import { FloorCanvas } from './floor-canvas.js';
import { FloorPool } from './floor-pool.js';
import { FloorTable } from './floor-table.js';
import { matrixStory, orderOf, reportStory, splitStory } from './stories.js';

/**
 * @typedef {import('./stories.js').Story} Story
 * @typedef {object} Subject
 * @property {(story: Story) => unknown} [read] what is done beforehand and not measured
 * @property {(story: Story) => unknown} draw
 * @property {(order: 'name' | 'editor') => unknown} reorder
 * @property {() => ShadowRoot | HTMLElement} place where its table is
 * @property {(left: number, top: number) => unknown} [scrollTo]
 */

const root = /** @type {HTMLElement} */ (document.querySelector('#root'));

const frame = () => new Promise(requestAnimationFrame);

/** @type {Subject} */
const blank = { draw() {}, reorder() {}, place: () => root };

/**
 * @param {boolean} hasShapes
 * @returns {Subject}
 */
function floorTable(hasShapes) {
  /** @type {FloorTable} */
  let table;
  const shapes = hasShapes ? (document.querySelector('template')?.content.textContent ?? '') : undefined;
  return {
    draw({ matrix }) {
      table = new FloorTable(root, matrix, shapes);
    },
    reorder: (order) => table.reorder(order),
    place: () => root,
  };
}

/** As the peers have them, and as they are in our own large tables. */
const dense = { line: 20, column: 24, names: 130, head: 110 };
const roomy = { line: 45, column: 84, names: 190, head: 120 };

/**
 * @param {typeof FloorCanvas | typeof FloorPool} Floor
 * @param {typeof dense} sizes
 * @returns {Subject}
 */
function scrolledFloor(Floor, sizes) {
  /** @type {FloorCanvas | FloorPool} */
  let floor;
  return {
    draw({ matrix }) {
      floor = new Floor(root, matrix, sizes);
    },
    reorder: (order) => floor.reorder(order),
    place: () => root,
    scrollTo: (left, top) => floor.scroller.scrollTo(left, top),
  };
}

/**
 * A file of `bench/peers/`, loaded by the page before.
 * @typedef {object} Peer
 * @property {(root: HTMLElement, matrix: import('./stories.js').Matrix) => unknown} draw
 * @property {(order: ReturnType<typeof orderOf>) => unknown} reorder
 * @property {(left: number, top: number) => unknown} [scrollTo]
 * @param {Peer} peer
 * @returns {Subject}
 */
function drawnByPeer({ draw, reorder, scrollTo }) {
  return {
    draw: ({ matrix }) => draw(root, matrix),
    reorder: (order) => reorder(orderOf(story.matrix, order)),
    place: () => root,
    ...(scrollTo && { scrollTo }),
  };
}

/**
 * @typedef {HTMLElement & { data: unknown, order: string, updateComplete: Promise<unknown> }} Widget
 * @param {string} name
 * @param {boolean} isReadBefore whether the dataset was read before, so that only the drawing is measured
 * @returns {Subject}
 */
function widget(name, isReadBefore) {
  /** @type {unknown} */
  let read;
  const create = () => /** @type {Widget} */ (document.createElement(name));
  const element = create();
  const isChart = name === 'source-disagreement';
  // A subject that draws nothing would be the fastest of all.
  element.addEventListener('stance-error', () => {
    throw new Error('The widget could not show its data.');
  });
  const drawn = async () => {
    await element.updateComplete;
    if (!element.shadowRoot?.querySelector('[part="frame"]')) throw new Error('The widget drew nothing.');
  };
  return {
    async read({ json }) {
      if (!isReadBefore) return;
      // A widget that reads and never draws: it hands over what it read, and leaves no drawing code warm.
      const reader = Object.assign(create(), { render: () => '', updated() {}, data: json });
      reader.addEventListener('stance-load', (event) => {
        read = /** @type {CustomEvent<{ dataset: unknown }>} */ (event).detail.dataset;
      });
      root.append(reader);
      await reader.updateComplete;
      reader.remove();
      if (!read) throw new Error('The data could not be read beforehand.');
    },
    draw({ json }) {
      element.data = read ?? json;
      root.append(element);
      return drawn();
    },
    reorder(order) {
      // The chart begins with the order by disagreement.
      element.order = !isChart ? order : order === 'name' ? 'editor' : 'disagreement';
      return drawn();
    },
    place: () => element.shadowRoot ?? root,
    scrollTo: (left, top) => element.shadowRoot?.querySelector('.scroller')?.scrollTo(left, top),
  };
}

/** @type {Readonly<Record<string, () => Subject>>} */
const subjects = {
  blank: () => blank,
  'floor-table': () => floorTable(false),
  'floor-table-shapes': () => floorTable(true),
  'floor-canvas': () => scrolledFloor(FloorCanvas, dense),
  'floor-canvas-roomy': () => scrolledFloor(FloorCanvas, roomy),
  'floor-pool': () => scrolledFloor(FloorPool, dense),
  'stance-matrix': () => widget('stance-matrix', false),
  'stance-matrix-read-before': () => widget('stance-matrix', true),
  'stance-matrix-split': () => widget('stance-matrix', false),
  'stance-matrix-split-read-before': () => widget('stance-matrix', true),
  'source-disagreement': () => widget('source-disagreement', false),
  'source-disagreement-read-before': () => widget('source-disagreement', true),
};

const name = location.pathname.slice(1);
const { peer } = /** @type {{ peer?: Peer }} */ (globalThis);
const subject = peer ? drawnByPeer(peer) : /** @type {() => Subject} */ (subjects[name])();

/** @type {Readonly<Record<'matrix' | 'report', (rows: number, columns: number) => Story>>} */
const stories = {
  // Only a widget that is to read statements needs them.
  matrix: name.startsWith('stance-matrix') && !name.includes('split') ? matrixStory : splitStory,
  report: reportStory,
};

/** @type {Story} */
let story;

let longest = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
}).observe({ entryTypes: ['longtask'] });

/**
 * Does it and waits until it is painted.
 * @param {() => unknown} act
 * @returns {Promise<number>} the longest task on the way, in ms of wall time; 0 where none took 50 ms
 */
async function painted(act) {
  await frame();
  await frame();
  longest = 0;
  await act();
  await frame();
  await frame();
  // The observer hears of a long task after it.
  await new Promise((resolve) => setTimeout(resolve, 60));
  return longest;
}

const bench = {
  /** @param {'matrix' | 'report'} kind @param {number} rows @param {number} columns */
  async prepare(kind, rows, columns) {
    story = stories[kind](rows, columns);
    await subject.read?.(story);
  },
  draw: () => painted(() => subject.draw(story)),
  /** @param {'name' | 'editor'} order */
  reorder: (order) =>
    painted(async () => {
      await subject.reorder(order);
      await frame();
      await Promise.all(
        subject
          .place()
          .getAnimations()
          .map(({ finished }) => finished),
      );
    }),
  canScroll: () => subject.scrollTo !== undefined,
  /** Aslant, a step a frame. @param {number} steps */
  scroll: (steps) =>
    painted(async () => {
      for (let step = 1; step <= steps; step++) {
        subject.scrollTo?.(step * 37, step * 53);
        await frame();
      }
    }),
  /** The middles of the cells of one row that are in the window. */
  cells() {
    const [row] = [...subject.place().querySelectorAll('tbody tr')].filter((row) => row.children.length > 2).slice(2);
    const boxes = [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.getBoundingClientRect());
    return boxes
      .filter(({ left, right }) => left > 250 && right < 940)
      .slice(0, 12)
      .map(({ left, top, width, height }) => [left + width / 2, top + height / 2]);
  },
  /** DOM elements, those in shadow roots too. */
  elements() {
    /** @param {ParentNode} place @returns {number} */
    const count = (place) => {
      const all = [...place.querySelectorAll('*')];
      return all.reduce((sum, { shadowRoot }) => sum + (shadowRoot ? count(shadowRoot) : 0), all.length);
    };
    return count(root);
  },
  frame,
};

Object.assign(globalThis, { bench });

/* global document, location, PerformanceObserver, requestAnimationFrame, setTimeout */
// What the bench does inside a page. run.mjs calls `bench.…`; every subject is driven in the same way.
import { FloorTable } from './floor-table.js';
import { matrixStory, reportStory } from './stories.js';

/**
 * @typedef {import('./stories.js').Story} Story
 * @typedef {object} Subject
 * @property {(story: Story) => unknown} [read] what is done beforehand and not measured
 * @property {(story: Story) => unknown} draw
 * @property {(order: 'name' | 'editor') => unknown} reorder
 * @property {() => ShadowRoot | HTMLElement} place where its table is
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
    draw(story) {
      table = new FloorTable(root, story, shapes);
    },
    reorder: (order) => table.reorder(order),
    place: () => root,
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
  let rows = 0;
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
    // The chart draws its rows in steps.
    while (isChart && (element.shadowRoot?.querySelectorAll('[part~="row"]').length ?? 0) < rows) await frame();
  };
  return {
    async read({ json }) {
      rows = json.claims.length;
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
  };
}

/** @type {Readonly<Record<string, () => Subject>>} */
const subjects = {
  blank: () => blank,
  'floor-table': () => floorTable(false),
  'floor-table-shapes': () => floorTable(true),
  'stance-matrix': () => widget('stance-matrix', false),
  'stance-matrix-read-before': () => widget('stance-matrix', true),
  'source-disagreement': () => widget('source-disagreement', false),
  'source-disagreement-read-before': () => widget('source-disagreement', true),
};

const subject = /** @type {() => Subject} */ (subjects[location.pathname.slice(1)])();

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
    story = kind === 'matrix' ? matrixStory(rows, columns) : reportStory(rows, columns);
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

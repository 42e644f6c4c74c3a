/* global document, Event */
// What is measured: every subject is driven through the same few functions.
import { FloorCanvas } from './floor-canvas.js';
import { FloorPool } from './floor-pool.js';
import { checkSnapshot, showSnapshot, snapshotOf } from './floor-same.js';
import { FloorTable } from './floor-table.js';
import { orderOf } from './stories.js';

/**
 * @typedef {'matrix' | 'report'} Kind
 * @typedef {object} Input
 * @property {Kind} kind
 * @property {import('./stories.js').Story} story
 * @property {import('./floor-same.js').Snapshot | undefined} snapshot
 *
 * @typedef {object} Subject
 * @property {(input: Input) => unknown} [prepare] done beforehand and not measured
 * @property {(input: Input) => unknown} render
 * @property {(input: Input) => unknown} [check] done afterwards and not measured; throws where the render was not what it should be
 * @property {(order: 'name' | 'editor', input: Input) => unknown} [reorder]
 * @property {() => ShadowRoot | HTMLElement} container of its table
 * @property {(left: number, top: number) => unknown} [scrollTo]
 * @property {() => import('./floor-same.js').Snapshot} [snapshot]
 * @property {Readonly<Record<string, (input: Input) => unknown>>} [actions] what a reader can do, by name
 */

const root = /** @type {HTMLElement} */ (document.querySelector('#root'));

/** Waits for the same frames as the others. @type {Subject} */
const blank = { render() {}, reorder() {}, container: () => root, scrollTo() {} };

/** @returns {Subject} */
function floorTable() {
  /** @type {FloorTable} */
  let table;
  return {
    render({ story: { matrix } }) {
      table = new FloorTable(root, matrix);
    },
    reorder: (order) => table.reorder(order),
    container: () => root,
  };
}

/** Cells as small as the peers', and as large as those of our own large tables. */
const compact = { rowHeight: 20, columnWidth: 24, rowHeaderWidth: 130, headerHeight: 110 };
const roomy = { rowHeight: 45, columnWidth: 84, rowHeaderWidth: 190, headerHeight: 120 };

/**
 * @param {typeof FloorCanvas | typeof FloorPool} Floor
 * @param {import('./floor-canvas.js').CellSizes} sizes
 * @returns {Subject}
 */
function scrollingFloor(Floor, sizes) {
  /** @type {FloorCanvas | FloorPool} */
  let floor;
  return {
    render({ story: { matrix } }) {
      floor = new Floor(root, matrix, sizes);
    },
    reorder: (order) => floor.reorder(order),
    container: () => root,
    scrollTo: (left, top) => floor.scroller.scrollTo(left, top),
  };
}

/** @param {import('./floor-same.js').SnapshotPart} part @returns {Subject} */
function floorSame(part) {
  /** @param {Input} input */
  const required = ({ snapshot }) => {
    if (!snapshot) throw new Error('floor-same has no snapshot.');
    return snapshot;
  };
  return {
    render: (input) => showSnapshot(root, required(input), part),
    check: (input) => part !== 'sheets only' && checkSnapshot(root, required(input)),
    container: () => root,
  };
}

/** @returns {typeof import('./model.js')} */
const model = () => /** @type {{ model: typeof import('./model.js') }} */ (/** @type {unknown} */ (globalThis)).model;

/** @type {Subject} */
const reading = { render: ({ story }) => void model().readDataset(story.json), container: () => root };

/** @returns {Subject} */
function analysisAndLayout() {
  /** @type {import('../../src/dataset/dataset.js').Dataset} */
  let dataset;
  return {
    prepare({ story }) {
      dataset = model().readDataset(story.json);
    },
    render: ({ kind }) => void model().analyseAndLayOut(kind, dataset),
    container: () => root,
  };
}

/**
 * A file of `bench/peers/`, loaded by the page before.
 * @typedef {object} Peer
 * @property {(root: HTMLElement, matrix: import('./stories.js').Matrix) => unknown} draw
 * @property {(order: ReturnType<typeof orderOf>) => unknown} reorder
 * @property {(left: number, top: number) => unknown} [scrollTo]
 *
 * @param {Peer} peer
 * @returns {Subject}
 */
export function peerSubject({ draw, reorder, scrollTo }) {
  return {
    render: ({ story }) => draw(root, story.matrix),
    reorder: (order, { story }) => reorder(orderOf(story.matrix, order)),
    container: () => root,
    ...(scrollTo && { scrollTo }),
  };
}

/** @typedef {HTMLElement & { data: unknown, order: string, sources: string, updateComplete: Promise<unknown> }} Widget */

/**
 * Runs the element's lifecycle (data, analysis, layout, controllers) without its template: `update` is Lit's own, which renders nothing.
 * @param {Widget} element
 */
function withoutRendering(element) {
  /** @type {unknown} */
  let update;
  for (let prototype = element; prototype; prototype = Object.getPrototypeOf(prototype))
    if (Object.hasOwn(prototype, 'update')) update = /** @type {{ update?: unknown }} */ (prototype).update;
  return Object.assign(element, { update, firstUpdated() {}, updated() {} });
}

/**
 * @param {'stance-matrix' | 'source-disagreement'} tag
 * @param {'from JSON' | 'from a Dataset' | 'until rendering'} how
 * @returns {Subject}
 */
function widget(tag, how) {
  /** @type {unknown} */
  let dataset;
  const create = () => /** @type {Widget} */ (document.createElement(tag));
  const element = how === 'until rendering' ? withoutRendering(create()) : create();
  // A subject that renders nothing would be the fastest of all.
  element.addEventListener('stance-error', () => {
    throw new Error('The widget could not show its data.');
  });
  let isLoaded = false;
  element.addEventListener('stance-load', () => (isLoaded = true));
  const rendered = async () => {
    await element.updateComplete;
    if (!isLoaded) throw new Error('The widget has no data.');
    if (how !== 'until rendering' && !element.shadowRoot?.querySelector('[part="frame"]'))
      throw new Error('The widget rendered nothing.');
  };
  /** @param {() => Element | null | undefined} find */
  const found = (find) => {
    const target = find();
    if (!target) throw new Error('The widget lacks what the reader would use.');
    return /** @type {HTMLElement} */ (target);
  };
  return {
    async prepare({ story }) {
      if (how !== 'from a Dataset') return;
      // Only the script's own reader produces a Dataset that the script does not read again. Its template code stays cold.
      const reader = Object.assign(withoutRendering(create()), { data: story.json });
      reader.addEventListener('stance-load', (event) => {
        dataset = /** @type {CustomEvent<{ dataset: unknown }>} */ (event).detail.dataset;
      });
      root.append(reader);
      await reader.updateComplete;
      reader.remove();
      if (!dataset) throw new Error('The data could not be read beforehand.');
    },
    render({ story }) {
      element.data = dataset ?? story.json;
      root.append(element);
      return rendered();
    },
    reorder(order) {
      // The chart starts out ordered by disagreement.
      element.order = tag === 'stance-matrix' ? order : order === 'name' ? 'editor' : 'disagreement';
      return rendered();
    },
    container: () => element.shadowRoot ?? root,
    scrollTo: (left, top) => element.shadowRoot?.querySelector('.scroller')?.scrollTo(left, top),
    snapshot: () => snapshotOf(element),
    actions: {
      open() {
        found(() => element.shadowRoot?.querySelector('td button:not([aria-current])')).click();
        return element.updateComplete;
      },
      sort() {
        element.order = 'name';
        return element.updateComplete;
      },
      find({ story }) {
        const field = /** @type {HTMLInputElement} */ (
          found(() => element.shadowRoot?.querySelector('input[type="search"]'))
        );
        field.value = story.json.speakers.at(-1)?.name ?? '';
        field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        return element.updateComplete;
      },
      filter({ story }) {
        element.sources = story.json.sources[0]?.id ?? '';
        return element.updateComplete;
      },
    },
  };
}

/** @type {Readonly<Record<string, () => Subject>>} */
export const subjects = {
  blank: () => blank,
  'floor-table': floorTable,
  'floor-same': () => floorSame('plain'),
  'floor-same-comments': () => floorSame('with comments'),
  'floor-same-sheets': () => floorSame('sheets only'),
  'floor-canvas': () => scrollingFloor(FloorCanvas, compact),
  'floor-canvas-roomy': () => scrollingFloor(FloorCanvas, roomy),
  'floor-pool': () => scrollingFloor(FloorPool, compact),
  reading: () => reading,
  'analysis-and-layout': analysisAndLayout,
  'stance-matrix': () => widget('stance-matrix', 'from JSON'),
  'stance-matrix-preread': () => widget('stance-matrix', 'from a Dataset'),
  'stance-matrix-unrendered': () => widget('stance-matrix', 'until rendering'),
  'stance-matrix-split': () => widget('stance-matrix', 'from JSON'),
  'stance-matrix-split-preread': () => widget('stance-matrix', 'from a Dataset'),
  'source-disagreement': () => widget('source-disagreement', 'from JSON'),
  'source-disagreement-preread': () => widget('source-disagreement', 'from a Dataset'),
  'source-disagreement-unrendered': () => widget('source-disagreement', 'until rendering'),
};

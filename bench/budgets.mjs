// What the project promises itself, and what came out of it.
import { cases } from './drawing.mjs';
import { coldCosts, Measured } from './measured.mjs';
import { kilobytes, number, table } from './table.mjs';

/**
 * @typedef {object} Budget
 * @property {string} what
 * @property {number} most
 * @property {string} unit
 * @property {number} came NaN where it was not measured in this run
 * @property {string} cause what the figures of the run say of it; shown where it is missed
 */

/** @type {import('./measured.mjs').Figure} */
const draw = (sample) => sample.draw.task;
/** @type {import('./measured.mjs').Figure} */
const layout = (sample) => sample.draw.styleAndLayout;
/** @type {import('./measured.mjs').Figure} */
const reorder = (sample) => sample.reorder.task;

/**
 * @param {{ drawing: import('./drawing.mjs').Drawing, cold: ReadonlyMap<string, readonly number[]>, bytes: import('./report.mjs').Bytes }} measured
 * @returns {readonly Budget[]}
 */
function budgets({ drawing, cold, bytes }) {
  const at = (/** @type {string} */ size) => {
    const of = cases.find(({ title }) => title === `stance-matrix, ${size}`);
    return new Measured((of && drawing.results.get(of)) ?? new Map());
  };
  const [small, middle, large, huge] = ['12 × 10', '50 × 40', '200 × 100', '1,000 × 1,000'].map(at);
  if (!small || !middle || !large || !huge) throw new Error('A case has no title.');
  const matrix = 'stance-matrix';
  const split = 'stance-matrix-split';
  const elements = (/** @type {Measured} */ of, /** @type {string} */ subject) =>
    of.plain(subject, (sample) => sample.elements);
  const heap = (/** @type {Measured} */ of, /** @type {string} */ subject) =>
    of.plain(subject, (sample) => sample.heap) / 1e6;
  const costOf = (/** @type {Measured} */ of, /** @type {string} */ subject) =>
    `${number(of.above(subject, draw))} ms, of them ${number(of.above(subject, layout))} style and layout`;

  /** @param {string} size @param {Measured} of @param {number} most @returns {Budget} */
  const firstRender = (size, of, most) => ({
    what: `first render, ${size}, CPU`,
    most,
    unit: '× floor-table',
    came: of.ratio(matrix, draw),
    cause: `${costOf(of, matrix)}, for ${number(elements(of, matrix))} elements; the floor takes ${costOf(of, 'floor-table')}, for ${number(elements(of, 'floor-table'))}. Reading and checking the data takes ${number(of.above(matrix, draw) - of.above(`${matrix}-read-before`, draw))} ms of it. The floor has no buttons, names for screen readers, marks of sources, counts, controls or key.`,
  });
  /** @param {string} size @param {Measured} of @param {number} most @returns {Budget} */
  const order = (size, of, most) => ({
    what: `re-order, ${size}, CPU`,
    most,
    unit: '× floor-table',
    came: of.ratio(matrix, reorder),
    cause: `${number(of.above(matrix, reorder))} ms, of them ${number(of.above(matrix, (sample) => sample.reorder.styleAndLayout))} style and layout; the floor writes its table anew in ${number(of.above('floor-table', reorder))} ms.`,
  });
  /** @param {string} size @param {Measured} of @param {string} subject @returns {Budget} */
  const memory = (size, of, subject) => ({
    what: `heap that drawing adds, ${size}`,
    most: 0.5,
    unit: 'MB',
    came: heap(of, `${subject}-read-before`),
    cause: `The data were read before; with reading it is ${number(heap(of, subject))} MB.`,
  });
  /** @param {string} suffix @param {string} said @returns {Budget} */
  const million = (suffix, said) => ({
    what: `first render, 1,000 × 1,000, ${said}, CPU`,
    most: 1.5,
    unit: '× its 50 × 40',
    came: huge.above(split + suffix, draw) / middle.above(split + suffix, draw),
    cause: `${costOf(huge, split + suffix)}; at 50 × 40 ${costOf(middle, split + suffix)}.`,
  });
  const scroll = (/** @type {string} */ subject) => huge.above(subject, (sample) => sample.scroll);
  const coldBlank = cold.get('blank') ? coldCosts(cold) : [];
  const coldOurs = coldBlank.find(({ subject }) => subject === matrix);
  return [
    {
      what: 'dist/stancekit.js, gzip',
      most: 24,
      unit: 'kB',
      came: bytes.gzip / 1000,
      cause: `Both widgets, their evidence, large tables, reading and checking of data, and English; ${kilobytes(bytes.brotli)} kB with Brotli.`,
    },
    firstRender('12 × 10', small, 2),
    firstRender('50 × 40', middle, 2),
    firstRender('200 × 100', large, 0.5),
    million('-read-before', 'read before'),
    million('', 'with reading'),
    {
      what: 'scrolling, 1,000 × 1,000, CPU a step',
      most: 5,
      unit: '× floor-canvas',
      came: huge.ratio(split, (sample) => sample.scroll),
      cause: `${number(scroll(split))} ms a step; elements of a pool without buttons and names take ${number(scroll('floor-pool'))} ms, a canvas with cells as large as ours ${number(scroll('floor-canvas-roomy'))} ms.`,
    },
    order('12 × 10', small, 1),
    order('50 × 40', middle, 0.4),
    order('200 × 100', large, 0.1),
    memory('50 × 40', middle, matrix),
    memory('1,000 × 1,000', huge, split),
    {
      what: 'elements, 1,000 × 1,000',
      most: 2000,
      unit: '',
      came: elements(huge, split),
      cause: 'This is asserted in test/elements/large-matrix.test.ts.',
    },
    {
      what: 'cold page, 4 × throttle, CPU',
      most: 1.5,
      unit: '× blank page',
      came: coldOurs?.ratio ?? NaN,
      cause: `${number(coldOurs?.cost ?? NaN)} ms at a quarter of the speed, of which a blank page has ${number(coldBlank.find(({ subject }) => subject === 'blank')?.cost ?? NaN)} ms; of the peers the best has ${number(Math.min(...coldBlank.filter(({ subject }) => !['blank', 'floor-table', matrix].includes(subject)).map(({ ratio }) => ratio)))} ×.`,
    },
  ];
}

/** @param {Parameters<typeof budgets>[0]} measured */
export function budgetTable(measured) {
  const rows = budgets(measured).map(({ what, most, unit, came, cause }) => {
    if (!Number.isFinite(came)) return [what, `≤ ${most} ${unit}`, '–', 'not measured in this run', ''];
    const isMet = came <= most;
    return [what, `≤ ${most} ${unit}`, number(came), isMet ? 'met' : '**missed**', isMet ? '' : cause];
  });
  return [
    table(['', 'budget', 'came', '', 'why'], rows, [0, 1, 3, 4]),
    'Asserted in tests instead: no shift of the layout (`test/package/layout-shift.test.ts`), no request but for the script, the data and, of a split dataset, the evidence on the claim that is open (`test/package/requests.test.ts`).',
  ];
}

// Medians and ratios of what was drawn, the blank page subtracted.
import { median, quantile } from './statistics.mjs';

/** @typedef {import('./drawing.mjs').Sample} Sample */
/** @typedef {(sample: Sample) => number} Figure */

/** Of one case: by subject its visits. */
export class Measured {
  /** @param {ReadonlyMap<string, readonly Sample[]>} samples */
  constructor(samples) {
    this.samples = samples;
    /** What the others are measured against. */
    this.floor = samples.has('floor-table') ? 'floor-table' : 'floor-canvas';
    this.subjects = [...samples.keys()].filter((subject) => subject !== 'blank');
  }

  /** NaN where it was not measured. @param {string} subject @param {Figure} of @param {number} [part] the median without it */
  plain(subject, of, part = 0.5) {
    const figures = (this.samples.get(subject) ?? []).map(of);
    return figures.length > 0 ? quantile(figures, part) : NaN;
  }

  /** @param {string} subject @param {Figure} of @param {number} [part] */
  above(subject, of, part = 0.5) {
    return this.plain(subject, of, part) - this.plain('blank', of);
  }

  /** @param {string} subject @param {Figure} of @param {string} [floor] */
  ratio(subject, of, floor = this.floor) {
    return this.above(subject, of) / this.above(floor, of);
  }
}

/** @typedef {{ subject: string, cost: number, low: number, high: number, ratio: number }} ColdCost */

/** To the whole cost of a blank page. @param {ReadonlyMap<string, readonly number[]>} cold @returns {readonly ColdCost[]} */
export function coldCosts(cold) {
  const blank = median(cold.get('blank') ?? []);
  return [...cold].map(([subject, costs]) => ({
    subject,
    cost: median(costs),
    low: quantile(costs, 0.25),
    high: quantile(costs, 0.75),
    ratio: median(costs) / blank,
  }));
}

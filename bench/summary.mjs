// Medians and ratios of one case, net of what a blank page costs.
import { median, quantile } from './statistics.mjs';

/** @typedef {import('./rendering.mjs').Sample} Sample */
/** @typedef {(sample: Sample) => number} Metric */

/** The samples of one case, by subject. Where something was not measured, the result is NaN. */
export class Summary {
  /** @param {ReadonlyMap<string, readonly Sample[]>} samples */
  constructor(samples) {
    this.samples = samples;
    /** The subject that ratios refer to. */
    this.baseline = samples.has('floor-table') ? 'floor-table' : 'floor-canvas';
    this.subjects = [...samples.keys()].filter((subject) => subject !== 'blank');
  }

  /** @param {string} subject @param {Metric} metric @param {number} [fraction] 0.5 for the median */
  quantile(subject, metric, fraction = 0.5) {
    const values = (this.samples.get(subject) ?? []).map(metric);
    return values.length > 0 ? quantile(values, fraction) : NaN;
  }

  /** The quantile less the blank page's median. @param {string} subject @param {Metric} metric @param {number} [fraction] */
  net(subject, metric, fraction = 0.5) {
    return this.quantile(subject, metric, fraction) - this.quantile('blank', metric);
  }

  /** @param {string} subject @param {Metric} metric @param {string} [baseline] */
  ratio(subject, metric, baseline = this.baseline) {
    return this.net(subject, metric) / this.net(baseline, metric);
  }
}

/** @typedef {{ subject: string, median: number, quartiles: readonly [number, number], ratio: number }} ColdSummary */

/** Ratios are to the whole cost of a blank page. @param {ReadonlyMap<string, readonly number[]>} costs @returns {readonly ColdSummary[]} */
export function summariseCold(costs) {
  const blank = median(costs.get('blank') ?? []);
  return [...costs].map(([subject, samples]) => ({
    subject,
    median: median(samples),
    quartiles: [quantile(samples, 0.25), quantile(samples, 0.75)],
    ratio: median(samples) / blank,
  }));
}

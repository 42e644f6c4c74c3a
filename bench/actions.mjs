// What a reader waits for: from an action to the paint that shows its result.

/** Throttled only as far as a phone would show such a matrix. */
const cases = [
  { rows: 12, columns: 10, subject: 'stance-matrix', throttle: 1 },
  { rows: 12, columns: 10, subject: 'stance-matrix', throttle: 4 },
  { rows: 50, columns: 40, subject: 'stance-matrix', throttle: 1 },
  { rows: 50, columns: 40, subject: 'stance-matrix', throttle: 4 },
  { rows: 1000, columns: 1000, subject: 'stance-matrix-split', throttle: 1 },
];

/** In this order, so that each starts from the whole matrix. Only large tables have a field to find a name. */
const actions = /** @type {const} */ (['open', 'sort', 'find', 'filter']);

/**
 * @typedef {object} ActionTimes
 * @property {string} title
 * @property {number} throttle
 * @property {ReadonlyMap<string, readonly number[]>} times wall time in ms by action
 */

/**
 * @param {import('./browser.mjs').Browser} browser
 * @param {{ runs: number, log: (text: string) => void }} options
 * @returns {Promise<readonly ActionTimes[]>}
 */
export async function measureActions(browser, { runs, log }) {
  const results = cases.map(({ rows, columns, throttle }) => ({
    title: `${rows.toLocaleString('en')} × ${columns.toLocaleString('en')}${throttle > 1 ? `, CPU throttled ${throttle} ×` : ''}`,
    throttle,
    times: new Map(actions.map((action) => [/** @type {string} */ (action), /** @type {number[]} */ ([])])),
  }));
  for (let run = 1; run <= runs; run++) {
    log(`actions of a reader, run ${run} of ${runs}`);
    for (const [index, { rows, columns, subject, throttle }] of cases.entries()) {
      const { page, throttle: slowDown, close } = await browser.visit(subject);
      try {
        await page.evaluate(`bench.prepare('matrix', ${rows}, ${columns})`);
        await page.evaluate('bench.render()');
        await slowDown(throttle);
        for (const [action, times] of results[index]?.times ?? [])
          if (action !== 'find' || rows * columns > 1500)
            times.push(Number(await page.evaluate(`bench.timeToPaint('${action}')`)));
      } finally {
        await close();
      }
    }
  }
  return results;
}

// A page opened for the first time on a slow phone: loading, reading and rendering 12 × 10 together.

const throttle = 4;

/**
 * Measures main-thread CPU in ms, with the CPU slowed down four times. Rounds visit each subject once.
 * @param {import('./browser.mjs').Browser} browser
 * @param {{ runs: number, log: (text: string) => void, subjects: readonly string[] }} options
 * @returns {Promise<ReadonlyMap<string, readonly number[]>>} by subject
 */
export async function measureCold(browser, { runs, log, subjects }) {
  const costs = new Map(subjects.map((subject) => [subject, /** @type {number[]} */ ([])]));
  for (let run = 1; run <= runs; run++) {
    log(`cold pages, run ${run} of ${runs}`);
    for (const [subject, samples] of costs) {
      const { page, costSinceOpened, close } = await browser.visit(`cold/${subject}`, { throttle });
      try {
        await page.evaluate('(async () => { await rendered })()');
        const twoFrames = 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))';
        await page.evaluate(twoFrames);
        samples.push((await costSinceOpened()).task);
      } finally {
        await close();
      }
    }
  }
  return costs;
}

// A page that is opened for the first time on a slow phone: what loading, reading and drawing 12 × 10 cost together.

const throttle = 4;

/**
 * @param {import('./browser.mjs').Browser} browser
 * @param {{ runs: number, tell: (text: string) => void, subjects: readonly string[] }} options
 * @returns {Promise<ReadonlyMap<string, readonly number[]>>} main-thread CPU in ms at a quarter of the machine's speed
 */
export async function measureCold(browser, { runs, tell, subjects }) {
  const taken = new Map(subjects.map((subject) => [subject, /** @type {number[]} */ ([])]));
  for (let run = 1; run <= runs; run++) {
    tell(`cold pages, run ${run} of ${runs}`);
    for (const [subject, costs] of taken) {
      const { page, sinceOpened, close } = await browser.visit(`cold/${subject}`, { throttle });
      try {
        await page.evaluate('(async () => { await drawn })()');
        const frame = 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))';
        await page.evaluate(frame);
        costs.push((await sinceOpened()).task);
      } finally {
        await close();
      }
    }
  }
  return taken;
}

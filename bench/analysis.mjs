// What reading and analysis cost in Node, by the number of statements.
import { longStory } from './page/stories.js';
import { median } from './statistics.mjs';

const sizes = [1_000, 5_000, 20_000, 100_000];

/** Two ways in which a story gets longer. */
const growths = [
  {
    title: 'More statements from the same 100 speakers, on 30 claims, in 10 sources',
    sizeOf: () => ({ speakers: 100, claims: 30, sources: 10 }),
  },
  {
    title: 'More of everything: 50 statements per speaker, 100 per claim, 10 sources',
    sizeOf: (/** @type {number} */ statements) => ({
      speakers: statements / 50,
      claims: statements / 100,
      sources: 10,
    }),
  },
];

const steps = /** @type {const} */ (['readDataset', 'disagreements', 'stanceGrid']);

/** @param {() => unknown} action @returns {number} CPU time of the process in ms */
function cpu(action) {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * @param {{ runs: number, log: (text: string) => void }} options
 * @returns {Promise<readonly { title: string, sizes: readonly number[], cpu: Readonly<Record<string, readonly number[]>> }[]>}
 *   medians in ms, one per size
 */
export async function measureAnalysis({ runs, log }) {
  /** @type {unknown} */
  const built = await import(new URL('../dist/dataset/index.js', import.meta.url).href);
  const { readDataset, disagreements, stanceGrid } = /** @type {typeof import('../src/dataset/index.js')} */ (built);
  return growths.map(({ title, sizeOf }) => {
    const stories = sizes.map((size) => longStory(size, sizeOf(size)));
    const samples = steps.map(() => sizes.map(() => /** @type {number[]} */ ([])));
    // The first round only warms up the code.
    for (let run = 0; run <= runs; run++) {
      log(`analysis, ${run === 0 ? 'warming up' : `run ${run} of ${runs}`}`);
      stories.forEach((story, size) => {
        /** @type {import('../src/dataset/index.js').Dataset | undefined} */
        let dataset;
        const costs = [
          cpu(() => (dataset = readDataset(story))),
          cpu(() => dataset && disagreements(dataset)),
          cpu(() => dataset && stanceGrid(dataset)),
        ];
        if (run > 0) costs.forEach((cost, step) => samples[step]?.[size]?.push(cost));
      });
    }
    return {
      title,
      sizes,
      cpu: Object.fromEntries(steps.map((step, index) => [step, (samples[index] ?? []).map(median)])),
    };
  });
}

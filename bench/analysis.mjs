// What reading and analysing costs in Node, by the number of statements.
import { longStory } from './page/stories.js';
import { median } from './statistics.mjs';

const sizes = [1_000, 5_000, 20_000, 100_000];

/** How a story gets longer. */
const growths = [
  {
    title: 'more statements: 100 speakers, 30 claims and 10 sources throughout',
    cast: () => ({ speakers: 100, claims: 30, sources: 10 }),
  },
  {
    title: 'more of everything: a speaker to 50 statements, a claim to 100, 10 sources',
    cast: (/** @type {number} */ statements) => ({ speakers: statements / 50, claims: statements / 100, sources: 10 }),
  },
];

const steps = /** @type {const} */ (['readDataset', 'disagreements', 'stanceGrid']);

/** @param {() => unknown} act @returns {number} CPU of the process in ms */
function cpu(act) {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * @param {{ runs: number, tell: (text: string) => void }} options
 * @returns {Promise<readonly { title: string, sizes: readonly number[], cpu: Readonly<Record<string, readonly number[]>> }[]>}
 *   medians in ms, one a size
 */
export async function measureAnalysis({ runs, tell }) {
  /** @type {unknown} */
  const built = await import(new URL('../dist/dataset/index.js', import.meta.url).href);
  const { readDataset, disagreements, stanceGrid } = /** @type {typeof import('../src/dataset/index.js')} */ (built);
  return growths.map(({ title, cast }) => {
    const stories = sizes.map((size) => longStory(size, cast(size)));
    const taken = steps.map(() => sizes.map(() => /** @type {number[]} */ ([])));
    // The first round only warms up.
    for (let run = 0; run <= runs; run++) {
      tell(`analysis, ${run === 0 ? 'warming up' : `run ${run} of ${runs}`}`);
      stories.forEach((story, size) => {
        /** @type {import('../src/dataset/index.js').Dataset | undefined} */
        let dataset;
        const costs = [
          cpu(() => (dataset = readDataset(story))),
          cpu(() => dataset && disagreements(dataset)),
          cpu(() => dataset && stanceGrid(dataset)),
        ];
        if (run > 0) costs.forEach((cost, step) => taken[step]?.[size]?.push(cost));
      });
    }
    return {
      title,
      sizes,
      cpu: Object.fromEntries(steps.map((step, index) => [step, (taken[index] ?? []).map(median)])),
    };
  });
}

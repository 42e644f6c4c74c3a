import { configDefaults, defineConfig } from 'vitest/config';

/** The plain tests of the folders in which Stryker plants faults: thousands of times, so without the slow one. */
export default defineConfig({
  test: {
    environment: 'node',
    isolate: false,
    include: ['test/{dataset,analysis,layout,wording}/**/*.test.ts', 'test/seeds.test.ts'],
    exclude: [...configDefaults.exclude, 'test/dataset/large-dataset.test.ts'],
    testTimeout: 60_000,
  },
});

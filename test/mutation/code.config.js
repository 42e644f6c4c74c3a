// @ts-check

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export const common = {
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  // A fault in what runs once, when a file is loaded, would need a new process for every test.
  ignoreStatic: true,
  tempDirName: 'mutation-report/sandbox',
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: false },
};

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  ...common,
  mutate: ['src/{dataset,analysis,layout}/**/*.ts'],
  htmlReporter: { fileName: 'mutation-report/code.html' },
  jsonReporter: { fileName: 'mutation-report/code.json' },
};

// @ts-check
import { common } from './code.config.js';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  ...common,
  mutate: ['src/wording/**/*.ts'],
  // The texts themselves are compared with the reviewed ones in `test/wording/languages/`.
  mutator: { excludedMutations: ['StringLiteral'] },
  htmlReporter: { fileName: 'mutation-report/wording.html' },
  jsonReporter: { fileName: 'mutation-report/wording.json' },
};

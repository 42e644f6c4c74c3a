import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { defineProject } from 'vitest/config';
import { inChromium } from '../vite.config.js';

/** Every story is a test: it is rendered, its `play` function runs, and axe checks it. */
export default defineProject({
  plugins: [storybookTest({ configDir: import.meta.dirname })],
  test: { name: 'storybook', testTimeout: 30_000, browser: inChromium },
});

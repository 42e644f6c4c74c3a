import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { defineProject } from 'vitest/config';
import { inChromium } from '../vite.config.js';

/** Every story is a test: it is drawn, played where a reader does something in it, and looked through by axe. */
export default defineProject({
  plugins: [storybookTest({ configDir: import.meta.dirname })],
  test: { name: 'storybook', testTimeout: 30_000, browser: inChromium },
});

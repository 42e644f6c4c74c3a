import { playwright } from '@vitest/browser-playwright';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { litModules } from './build/lit-modules.js';
import { emulateMedia, moveMouseAway, resizeWindow } from './test/browser-commands.js';
import { compareAreas } from './test/compare-pictures.js';
import { findBrowser } from './test/find-browser.mjs';

/** A new object each time: Vitest names the instances after their project. */
const inChromium = () =>
  ({
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: {
        ...findBrowser(),
        // Renders the same pixels on every machine. Root cannot use the sandbox.
        args: [
          '--no-sandbox',
          '--disable-dev-shm-usage',
          '--font-render-hinting=none',
          '--disable-lcd-text',
          '--force-color-profile=srgb',
        ],
      },
      contextOptions: { deviceScaleFactor: 1, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' },
    }),
    viewport: { width: 800, height: 600 },
    instances: [{ browser: 'chromium' as const }],
  }) satisfies BrowserConfigOptions;

const shared = {
  // By default Vitest leaves one core idle, which on two cores halves the speed.
  maxWorkers: '100%',
  setupFiles: 'test/setup-lit.ts',
  testTimeout: 30_000,
} as const;

export default defineConfig({
  test: {
    tags: [{ name: 'release', description: 'Slow and rarely fails: `npm run test:release`, not `npm test`.' }],
    // The report names tests that take longer, in milliseconds.
    slowTestThreshold: 3000,
    projects: [
      {
        test: {
          name: 'plain',
          ...shared,
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/elements/**', 'test/package/**'],
        },
      },
      {
        test: {
          name: 'package',
          ...shared,
          environment: 'node',
          include: ['test/package/**/*.test.ts'],
          globalSetup: 'test/package/global-setup.ts',
          // The files of a worker share the windows of the browser.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        optimizeDeps: { include: [...litModules, 'axe-core', 'storybook/test'] },
        test: {
          name: 'browser',
          ...shared,
          setupFiles: [shared.setupFiles, 'test/elements/setup-page.ts'],
          include: ['test/elements/**/*.test.ts'],
          browser: {
            ...inChromium(),
            commands: { emulateMedia, moveMouseAway, resizeWindow },
            expect: {
              toMatchScreenshot: {
                comparatorName: 'areas',
                comparators: { areas: compareAreas },
                // One set of pictures for all machines: their fonts come with the tests.
                resolveScreenshotPath: ({ root, testFileDirectory, arg, ext }) =>
                  `${root}/${testFileDirectory}/__screenshots__/${arg}${ext}`,
              },
            },
          },
        },
      },
      {
        plugins: [storybookTest({ configDir: join(import.meta.dirname, '.storybook') })],
        test: {
          ...shared,
          name: 'storybook',
          setupFiles: [shared.setupFiles, 'test/stories/story-checks.ts'],
          browser: inChromium(),
        },
      },
    ],
  },
});

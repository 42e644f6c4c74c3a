import { playwright } from '@vitest/browser-playwright';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { emulateMedia, resizeWindow } from './test/browser-commands.js';
import { compareAreas } from './test/compare-pictures.js';
import { findBrowser } from './test/find-browser.mjs';

const inChromium = {
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
} satisfies BrowserConfigOptions;

/** Bundled before the first test: found half-way through, they would reload the page and load Lit twice. */
const optimizeDeps = {
  include: ['lit', 'lit/directive.js', 'lit/static-html.js', '@lit/reactive-element', 'axe-core', 'storybook/test'],
};

export default defineConfig({
  test: {
    // Half of the work is the browser's, so that a worker per core is not too much.
    maxWorkers: '100%',
    tags: [{ name: 'release', description: 'Slow and rarely fails: `npm run test:release`, not `npm test`.' }],
    projects: [
      {
        test: {
          name: 'plain',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/elements/**', 'test/package/**'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'package',
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
        optimizeDeps,
        test: {
          name: 'browser',
          include: ['test/elements/**/*.test.ts'],
          testTimeout: 30_000,
          browser: {
            ...inChromium,
            commands: { emulateMedia, resizeWindow },
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
        test: { name: 'storybook', testTimeout: 30_000, browser: inChromium },
      },
    ],
  },
});

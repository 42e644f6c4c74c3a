import { playwright } from '@vitest/browser-playwright';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import type { Page } from 'playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import type { BrowserCommand } from 'vitest/node';
import { codingShape } from './src/authoring/coding/coding-shape.js';
import { jsonSchemaOf } from './src/dataset/json-schema.js';
import { datasetShape } from './src/dataset/dataset-shape.js';
import packageJson from './package.json' with { type: 'json' };
import { findBrowser } from './test/find-browser.mjs';

/** Publishes the JSON Schemas of the dataset and of the coding, each written from the one definition that its reader uses. */
const schemas: Plugin = {
  name: 'json-schemas',
  generateBundle() {
    for (const [fileName, shape, title] of [
      ['dataset.schema.json', datasetShape, 'Stancekit dataset, version 1'],
      ['coding.schema.json', codingShape, 'Stancekit coding'],
    ] as const) {
      const source = `${JSON.stringify(jsonSchemaOf(shape, title), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName, source });
    }
  },
};

/** White space in templates and style sheets is for us, not for the reader's line. */
const smallTemplates: Plugin = { ...minifyTemplateLiterals({ include: 'src/**' }), enforce: 'pre' };

const shared = { target: 'es2022', sourcemap: true } as const;

/** `--mode package`: the npm package, one ESM file a module, dependencies left as imports. `--mode script`: the one file for a script tag. */
const builds = {
  package: {
    ...shared,
    minify: false,
    lib: {
      entry: {
        index: 'src/index.ts',
        define: 'src/define.ts',
        'dataset/index': 'src/dataset/index.ts',
        'authoring/bin': 'src/authoring/bin.ts',
      },
      formats: ['es' as const],
    },
    rolldownOptions: {
      external: [/^node:/, ...Object.keys(packageJson.dependencies).map((name) => new RegExp(`^${name}($|/)`))],
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  script: {
    ...shared,
    emptyOutDir: false,
    minify: true,
    lib: { entry: 'src/define.ts', name: 'stancekit', formats: ['iife' as const], fileName: () => 'stancekit.js' },
  },
};

/** Lets a browser test see the page on paper or in forced colours, as the reader's system would ask for it. */
const emulateMedia: BrowserCommand<[Parameters<Page['emulateMedia']>[0]]> = ({ page }, media) =>
  page.emulateMedia(media);

export default defineConfig(({ mode }) => ({
  define: { __VERSION__: JSON.stringify(packageJson.version) },
  plugins: mode === 'package' ? [schemas] : mode === 'script' ? [smallTemplates] : [],
  ...(mode === 'package' || mode === 'script' ? { build: builds[mode] } : {}),
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'plain',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/elements/**', 'test/package/**'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: 'package', environment: 'node', include: ['test/package/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        // Listed so that the first run on a fresh checkout does not stop to bundle them half-way.
        optimizeDeps: { include: ['lit', 'lit/decorators.js', 'lit/directives/repeat.js', 'd3-array', 'axe-core'] },
        test: {
          name: 'browser',
          include: ['test/elements/**/*.test.ts'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...findBrowser(),
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
            instances: [{ browser: 'chromium' }],
            commands: { emulateMedia },
            expect: {
              toMatchScreenshot: {
                comparatorName: 'pixelmatch',
                // Another build of the browser rounds edges otherwise; a picture of another size always fails.
                comparatorOptions: { threshold: 0.2, allowedMismatchedPixelRatio: 0.005 },
                // One set of pictures for all machines: their fonts come with the tests.
                resolveScreenshotPath: ({ root, testFileDirectory, arg, ext }) =>
                  `${root}/${testFileDirectory}/__screenshots__/${arg}${ext}`,
              },
            },
          },
        },
      },
    ],
  },
}));

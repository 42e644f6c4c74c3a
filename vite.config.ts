import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import type { Page } from 'playwright';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import type { BrowserCommand, BrowserConfigOptions } from 'vitest/node';
import { cssData, htmlData, webTypes } from './build/editor-data.js';
import { litInScript } from './build/lit-in-script.js';
import { elementsManifest } from './build/elements-manifest.js';
import { codingShape } from './src/authoring/coding/coding-shape.js';
import { jsonSchemaOf } from './build/json-schema.js';
import { datasetShape } from './src/dataset/dataset-shape.js';
import packageJson from './package.json' with { type: 'json' };
import { compareAreas } from './test/compare-pictures.js';
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

/** Publishes what editors, Storybook and the like know of both elements: the manifest, and what VS Code and JetBrains read of it. */
const editorSupport: Plugin = {
  name: 'editor-support',
  async generateBundle() {
    const manifest = await elementsManifest();
    for (const [fileName, content] of [
      ['custom-elements.json', manifest],
      ['stancekit.html-data.json', htmlData(manifest)],
      ['stancekit.css-data.json', cssData(manifest)],
      ['web-types.json', webTypes(manifest, packageJson)],
    ] as const)
      this.emitFile({ type: 'asset', fileName, source: `${JSON.stringify(content, null, 2)}\n` });
  },
};

/** White space in templates and style sheets is for us, not for the reader's line. */
const smallTemplates: Plugin = { ...(minifyTemplateLiterals({ include: 'src/**' }) as Plugin), enforce: 'pre' };

/**
 * Stands before everything else in the script: nothing of it runs where it has nothing to do, or could only do harm. What a page has
 * broken of the language may break the script too: then the fallback stays, and the page hears of it in its console alone.
 */
const guard =
  "if(!globalThis.customElements||customElements.get('stance-matrix')&&customElements.get('source-disagreement'))return;";

/**
 * Nearly all of the script runs at the first drawing: compiled at once, and while it arrives, it costs the page's own thread less than
 * function by function (https://v8.dev/blog/explicit-compile-hints).
 */
const compileHint = '//# allFunctionsCalledOnLoad';

/**
 * Writes the hash beside each script, for the `integrity` attribute. Signs beyond ASCII, which stand in texts only, are written as
 * references first: a page in another encoding would read them as its own.
 */
const integrity: Plugin = {
  name: 'integrity',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const script of Object.values(bundle)) {
        if (script.type !== 'chunk') continue;
        script.code = script.code.replace(
          /[^\0-\x7f]/g,
          (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        const hash = createHash('sha384').update(script.code).digest('base64');
        this.emitFile({ type: 'asset', fileName: `${script.fileName}.integrity`, source: `sha384-${hash}\n` });
      }
    },
  },
};

const shared = { target: 'es2022', sourcemap: true } as const;

/** A language: one file that a page loads as a script and a bundler as a module. */
const languageBuild = (tag: string) => ({
  ...shared,
  emptyOutDir: false,
  minify: true,
  lib: {
    entry: `src/languages/${tag}.ts`,
    name: 'stancekit',
    formats: ['iife' as const],
    fileName: () => `languages/${tag}.js`,
  },
  rolldownOptions: { output: { intro: 'try{', outro: '}catch(e){console.error(e)}' } },
});

/** Writes the languages beside the script; a bundle of this format holds one each. */
const languages: Plugin = {
  name: 'languages',
  async closeBundle() {
    const tags = readdirSync('src/languages').flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? []);
    for (const tag of tags)
      await build({ configFile: false, logLevel: 'warn', plugins: [integrity], build: languageBuild(tag) });
  },
};

/** Those whose templates and types learn of the elements by an entry of their own. */
const frameworks = ['react', 'preact', 'vue', 'svelte'];

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
        'cli/bin': 'src/cli/bin.ts',
        ...Object.fromEntries(frameworks.map((name) => [`frameworks/${name}`, `src/frameworks/${name}.ts`])),
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
    minify: 'terser' as const,
    terserOptions: { ecma: 2020 as const, format: { comments: false } },
    lib: { entry: 'src/define.ts', name: 'stancekit', formats: ['iife' as const], fileName: () => 'stancekit.js' },
    rolldownOptions: {
      output: { banner: 'try{', intro: guard, footer: '}catch(e){console.error(e)}', postBanner: compileHint },
    },
  },
};

/** Lets a browser test see the page on paper or in forced colours, as the reader's system would ask for it. */
const emulateMedia: BrowserCommand<[Parameters<Page['emulateMedia']>[0]]> = ({ page }, media) =>
  page.emulateMedia(media);

/** The window around the page under test; what does not fit is scaled down. */
const resizeWindow: BrowserCommand<[width: number, height: number]> = ({ page }, width, height) =>
  page.setViewportSize({ width, height });

/** Chromium as every test in a browser has it. */
export const inChromium = {
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
  instances: [{ browser: 'chromium' as const }],
} satisfies BrowserConfigOptions;

export default defineConfig(({ mode }) => ({
  plugins:
    {
      package: [schemas, editorSupport],
      script: [smallTemplates, litInScript, integrity, languages],
    }[mode] ?? [],
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
        optimizeDeps: {
          include: [
            'lit',
            'lit/directive.js',
            'lit/static-html.js',
            'lit/decorators.js',
            'lit/directives/guard.js',
            'lit/directives/if-defined.js',
            'lit/directives/repeat.js',
            'd3-array',
            'd3-shape',
            'axe-core',
            'storybook/test',
          ],
        },
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
      './.storybook/vitest.config.ts',
    ],
  },
}));

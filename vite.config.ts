import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { build, defineConfig, type Plugin } from 'vite';
import { integrity } from './build/integrity.js';
import { languageScripts } from './build/language-scripts.js';
import { litInScript } from './build/lit-in-script.js';
import { editorSupport, jsonSchemas } from './build/package-assets.js';
import packageJson from './package.json' with { type: 'json' };

/** White space in templates and style sheets is for us, not for the reader's line. */
const smallTemplates: Plugin = { ...(minifyTemplateLiterals({ include: 'src/**' }) as Plugin), enforce: 'pre' };

const target = 'es2022';

/** The frameworks whose templates and types learn of the elements through an entry of their own. */
const frameworks = ['react', 'preact', 'vue', 'svelte'];

/** The npm package: one ESM file per module, dependencies left as imports. */
const packageBuild = {
  target,
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
};

/** The files for a script tag: what each is built from, and the elements it defines. */
const scripts = {
  stancekit: { entry: 'src/define.ts', elements: ['stance-matrix', 'source-disagreement'] },
  'stance-matrix': { entry: 'src/define/stance-matrix.ts', elements: ['stance-matrix'] },
  'source-disagreement': { entry: 'src/define/source-disagreement.ts', elements: ['source-disagreement'] },
} as const;

/**
 * Runs first in a script: where its elements are defined already, or custom elements are missing, the rest does not run. A page that has
 * broken built-in objects may break the script as well; `try` keeps the error in the console and the fallback visible.
 */
const guard = (elements: readonly string[]) =>
  `if(!globalThis.customElements||${elements.map((name) => `customElements.get('${name}')`).join('&&')})return;`;

/**
 * Nearly all of a script runs for the first render. Compiling it at once, while it arrives, takes less time on the page's main thread
 * than function by function (https://v8.dev/blog/explicit-compile-hints).
 */
const compileHint = '//# allFunctionsCalledOnLoad';

const scriptPlugins = [smallTemplates, litInScript, integrity];

/** One file with everything in it: a classic script, which is also valid as a module. */
const scriptBuild = (name: keyof typeof scripts) => ({
  target,
  sourcemap: true,
  emptyOutDir: false,
  minify: 'terser' as const,
  terserOptions: { ecma: 2020 as const, format: { comments: false } },
  lib: {
    entry: scripts[name].entry,
    name: 'stancekit',
    formats: ['iife' as const],
    fileName: () => `${name}.js`,
  },
  rolldownOptions: {
    output: {
      banner: 'try{',
      intro: guard(scripts[name].elements),
      footer: '}catch(e){console.error(e)}',
      postBanner: compileHint,
    },
  },
});

/** A bundle of this format has one entry, so the scripts of single elements are builds of their own. */
const elementScripts: Plugin = {
  name: 'element-scripts',
  async closeBundle() {
    for (const name of ['stance-matrix', 'source-disagreement'] as const)
      await build({ configFile: false, logLevel: 'warn', plugins: scriptPlugins, build: scriptBuild(name) });
  },
};

/** `--mode package`: the npm package. `--mode script`: the files for a script tag. */
export default defineConfig(({ mode }) => {
  if (mode === 'package') return { plugins: [jsonSchemas, editorSupport], build: packageBuild };
  if (mode === 'script')
    return { plugins: [...scriptPlugins, languageScripts, elementScripts], build: scriptBuild('stancekit') };
  // Storybook reads this file too, in modes of its own.
  return {};
});

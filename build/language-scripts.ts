import { readdirSync } from 'node:fs';
import { build, type Plugin } from 'vite';
import { integrity } from './integrity.js';

/** Builds each language into a file that a page loads as a script and a bundler as a module. */
export const languageScripts: Plugin = {
  name: 'language-scripts',
  // A bundle in the IIFE format has one entry, so each language is a build of its own.
  async closeBundle() {
    const tags = readdirSync('src/languages').flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? []);
    for (const tag of tags)
      await build({
        configFile: false,
        logLevel: 'warn',
        plugins: [integrity],
        build: {
          target: 'es2022',
          sourcemap: true,
          emptyOutDir: false,
          minify: true,
          lib: {
            entry: `src/languages/${tag}.ts`,
            name: 'stancekit',
            formats: ['iife'],
            fileName: () => `languages/${tag}.js`,
          },
          rolldownOptions: { output: { intro: 'try{', outro: '}catch(e){console.error(e)}' } },
        },
      });
  },
};

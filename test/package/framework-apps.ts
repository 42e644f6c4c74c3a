import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, run, type Tarball } from './packed.js';

/** Returns the code blocks of docs/frameworks.md below a heading, by the file name in their first line. */
function filesBelow(heading: string): Record<string, string> {
  const text = readFileSync(join(root, 'docs', 'frameworks.md'), 'utf8');
  const section = text.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  const blocks = section.matchAll(/^```\w+\n(?:\/\/ |<!-- )([\w.-]+)(?: -->)?\n([^]*?)^```$/gm);
  return Object.fromEntries([...blocks].map(([, name, code]) => [name!, code!]));
}

interface Framework {
  /** Its heading in docs/frameworks.md. */
  readonly heading: string;
  /** The packages that a project installs. */
  readonly packages: readonly string[];
  /** A module that exports `start(place, dataset)`, which returns a function that stops it, and, with a server, `hydrate(place, props)`. */
  readonly main: string;
  readonly tsconfig?: Readonly<Record<string, unknown>>;
  /** The files of the framework's project template, which the docs do not show. */
  readonly files?: Readonly<Record<string, string>>;
  /** The type checker of the framework, in `node_modules`. */
  readonly checker: readonly string[];
  /** A module that exports `render(props)`, which returns markup on a server. */
  readonly server?: string;
  /** A file with each of `mistakes`; the types must report every one. */
  readonly wrong?: readonly [name: string, lines: readonly string[]];
}

const tsc = ['typescript/bin/tsc', '--pretty', 'false'];

/** What React and Preact share; `name` is what they call the attribute `hide-footer`. */
const wrongTsx = (framework: string, name: string) =>
  [
    'Wrong.tsx',
    [
      `import 'stancekit/${framework}';`,
      '<stance-matrix order="random" />;',
      '<stance-matrix orders="name" />;',
      `<stance-matrix ${name}="yes" />;`,
      '<source-disagreement view={1} />;',
      '<source-disagreement onstance-select={({ detail }) => detail.nothing} />;',
    ],
  ] as const;

export const frameworks: Readonly<Record<string, Framework>> = {
  react: {
    heading: 'React 19',
    packages: ['react', 'react-dom', '@types/react', '@types/react-dom'],
    main: `
      import { createElement, StrictMode } from 'react';
      import { createRoot, hydrateRoot } from 'react-dom/client';
      import { Story } from './Story';
      import { StoryFromServer } from './StoryFromServer';
      export function start(place, dataset) {
        const app = createRoot(place);
        app.render(createElement(StrictMode, null, createElement(Story, { dataset })));
        return () => app.unmount();
      }
      export const hydrate = (place, props) => hydrateRoot(place, createElement(StoryFromServer, props));`,
    server: `
      import { createElement } from 'react';
      import { renderToString } from 'react-dom/server';
      import { StoryFromServer } from './StoryFromServer';
      export const render = (props) => renderToString(createElement(StoryFromServer, props));`,
    tsconfig: { jsx: 'react-jsx' },
    checker: tsc,
    wrong: wrongTsx('react', 'hide-footer'),
  },
  preact: {
    heading: 'Preact',
    packages: ['preact'],
    main: `
      import { h, render } from 'preact';
      import { Story } from './Story';
      export function start(place, dataset) {
        render(h(Story, { dataset }), place);
        return () => render(null, place);
      }`,
    tsconfig: { jsx: 'react-jsx', jsxImportSource: 'preact' },
    checker: tsc,
    wrong: wrongTsx('preact', 'hideFooter'),
  },
  vue: {
    heading: 'Vue 3',
    packages: ['vue', '@vitejs/plugin-vue'],
    main: `
      import { createApp, createSSRApp } from 'vue';
      import Story from './Story.vue';
      export function start(place, dataset) {
        const app = createApp(Story, { dataset });
        app.mount(place);
        return () => app.unmount();
      }
      export const hydrate = (place, props) => createSSRApp(Story, props).mount(place);`,
    server: `
      import { createSSRApp } from 'vue';
      import { renderToString } from 'vue/server-renderer';
      import Story from './Story.vue';
      export const render = (props) => renderToString(createSSRApp(Story, props));`,
    checker: ['vue-tsc/bin/vue-tsc.js', '--pretty', 'false'],
    wrong: [
      'Wrong.vue',
      [
        `<script setup lang="ts">import 'stancekit/vue';</script>`,
        '<template>',
        '<stance-matrix order="random" />',
        '<stance-matrix hideFooter="yes" />',
        '<source-disagreement :view="1" />',
        '<source-disagreement @stance-select="({ detail }) => detail.nothing" />',
        '</template>',
      ],
    ],
  },
  svelte: {
    heading: 'Svelte 5',
    packages: ['svelte', '@sveltejs/vite-plugin-svelte'],
    main: `
      import { hydrate as hydrateIn, mount, unmount } from 'svelte';
      import Story from './Story.svelte';
      export function start(place, dataset) {
        const app = mount(Story, { target: place, props: { dataset } });
        return () => unmount(app);
      }
      export const hydrate = (target, props) => hydrateIn(Story, { target, props });`,
    server: `
      import { render as renderPage } from 'svelte/server';
      import Story from './Story.svelte';
      export const render = (props) => renderPage(Story, { props }).body;`,
    files: {
      'svelte.config.js': 'export default {};',
      'vite.config.js': `
        import { svelte } from '@sveltejs/vite-plugin-svelte';
        export default { plugins: [svelte()] };`,
    },
    checker: ['svelte-check/bin/svelte-check', '--output', 'machine', '--tsconfig', 'tsconfig.json'],
    wrong: [
      'Wrong.svelte',
      [
        `<script lang="ts">import 'stancekit/svelte';</script>`,
        '<stance-matrix order="random"></stance-matrix>',
        '<stance-matrix orders="name"></stance-matrix>',
        '<stance-matrix hideFooter="yes"></stance-matrix>',
        '<source-disagreement view={1}></source-disagreement>',
        '<source-disagreement onstance-select={({ detail }) => detail.nothing}></source-disagreement>',
      ],
    ],
  },
  lit: {
    heading: 'Lit',
    packages: ['lit', 'lit-html', 'lit-element'],
    main: `
      import { StoryView } from './story-view';
      customElements.define('story-view', StoryView);
      export function start(place, dataset) {
        const view = Object.assign(document.createElement('story-view'), { story: dataset });
        place.append(view);
        return () => view.remove();
      }`,
    checker: tsc,
  },
  plain: {
    heading: 'No framework',
    packages: [],
    main: `
      import { showStory } from './story';
      export function start(place, dataset) {
        showStory(place, dataset);
        return () => place.replaceChildren();
      }`,
    checker: tsc,
  },
};

/** Makes a new project of the framework with the files of docs/frameworks.md. */
export function projectOf(tarball: Tarball, name: string): string {
  const { heading, packages, main, tsconfig, files, wrong, server } = frameworks[name]!;
  const compilerOptions = {
    strict: true,
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
    verbatimModuleSyntax: true,
    noEmit: true,
    ...tsconfig,
  };
  const include = ['*.ts', '*.tsx', '*.vue', '*.svelte'];
  const project = tarball.install(name, {
    'index.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body><main></main><script type="module" src="/page.js"></script></body></html>`,
    'page.js': `import * as app from './main.js'; globalThis.app = app;`,
    'main.js': main,
    'server.js': server ?? '',
    // Frameworks warn in development only.
    '.env.development': 'NODE_ENV=development\n',
    'tsconfig.json': JSON.stringify({ compilerOptions, include }),
    'vite.config.js': 'export default {};',
    ...files,
    ...(wrong && { [wrong[0]]: wrong[1].join('\n') }),
    ...filesBelow(heading),
  });
  for (const each of packages) {
    const link = join(project, 'node_modules', each);
    mkdirSync(dirname(link), { recursive: true });
    // The package depends on `lit` too.
    if (!existsSync(link)) symlinkSync(join(root, 'node_modules', each), link, 'junction');
  }
  return project;
}

/** Runs `vite build` in a project. The error, if any, has its output. */
export function viteBuild(project: string, ...options: string[]): void {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, stdout, stderr } = run(project, process.execPath, vite, 'build', '--mode', 'development', ...options);
  if (code !== 0) throw new Error(stdout + stderr);
}

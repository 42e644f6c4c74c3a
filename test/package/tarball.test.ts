import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { root, Tarball } from './packed.js';

let tarball: Tarball;
let home: string;

beforeAll(() => {
  tarball = new Tarball();
  home = join(tarball.install('reader', {}), 'node_modules', 'stancekit');
});

afterAll(() => tarball.remove());

/** The minified scripts for script tags. */
const scripts = [
  'languages/ar',
  'languages/de',
  'languages/es',
  'languages/fr',
  'source-disagreement',
  'stance-matrix',
  'stancekit',
];

const frameworks = ['react', 'preact', 'vue', 'svelte'].map((name) => `dist/frameworks/${name}`);

/** Returns the modules of the package that a module imports, types or code. */
function imported(path: string): string[] {
  const text = readFileSync(join(home, path), 'utf8');
  const ending = path.endsWith('.d.ts') ? '.d.ts' : '.js';
  return [...text.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)].map(([, specifier]) =>
    posix.join(dirname(path), specifier!).replace(/\.js$/, ending),
  );
}

function reachedFrom(entries: readonly string[]): Set<string> {
  const reached = new Set(entries);
  for (const path of reached) for (const next of imported(path)) reached.add(next);
  return reached;
}

describe('the tarball', () => {
  it('has these entry points and no other', () => {
    expect(packageJson.exports).toEqual({
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './define': { types: './dist/define.d.ts', default: './dist/define.js' },
      './define/stance-matrix': {
        types: './dist/define/stance-matrix.d.ts',
        default: './dist/define/stance-matrix.js',
      },
      './define/source-disagreement': {
        types: './dist/define/source-disagreement.d.ts',
        default: './dist/define/source-disagreement.js',
      },
      './dataset': { types: './dist/dataset/index.d.ts', default: './dist/dataset/index.js' },
      './languages/ar': { types: './dist/languages/ar.d.ts', default: './dist/languages/ar.js' },
      './languages/de': { types: './dist/languages/de.d.ts', default: './dist/languages/de.js' },
      './languages/es': { types: './dist/languages/es.d.ts', default: './dist/languages/es.js' },
      './languages/fr': { types: './dist/languages/fr.d.ts', default: './dist/languages/fr.js' },
      './react': { types: './dist/frameworks/react.d.ts', default: './dist/frameworks/react.js' },
      './preact': { types: './dist/frameworks/preact.d.ts', default: './dist/frameworks/preact.js' },
      './vue': { types: './dist/frameworks/vue.d.ts', default: './dist/frameworks/vue.js' },
      './svelte': { types: './dist/frameworks/svelte.d.ts', default: './dist/frameworks/svelte.js' },
      './dataset.schema.json': './dist/dataset.schema.json',
      './coding.schema.json': './dist/coding.schema.json',
      './custom-elements.json': './dist/custom-elements.json',
      './web-types.json': './dist/web-types.json',
      './stancekit.html-data.json': './dist/stancekit.html-data.json',
      './stancekit.css-data.json': './dist/stancekit.css-data.json',
      './themes/broadsheet.css': './themes/broadsheet.css',
      './themes/public-broadcaster.css': './themes/public-broadcaster.css',
      './themes/tabloid.css': './themes/tabloid.css',
      './package.json': './package.json',
    });
    const { bin, unpkg, jsdelivr, customElements, 'web-types': webTypes } = packageJson;
    expect({ bin, unpkg, jsdelivr, customElements, webTypes }).toEqual({
      bin: { stancekit: 'dist/cli/bin.js' },
      unpkg: 'dist/stancekit.js',
      jsdelivr: 'dist/stancekit.js',
      customElements: 'dist/custom-elements.json',
      webTypes: 'dist/web-types.json',
    });
  });

  it('has its documentation', () => {
    expect(tarball.paths.filter((path) => !path.startsWith('dist/'))).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'docs/accessibility.md',
      'docs/browser-support.md',
      'docs/code-a-story.md',
      'docs/coding-format.md',
      'docs/command-line.md',
      'docs/comparison.md',
      'docs/dataset.md',
      'docs/embedding.md',
      'docs/frameworks.md',
      'docs/glossary.md',
      'docs/languages.md',
      'docs/large-datasets.md',
      'docs/measures.md',
      'docs/security.md',
      'docs/source-disagreement.png',
      'docs/stance-matrix.png',
      'docs/theme-broadsheet.png',
      'docs/theme-public-broadcaster.png',
      'docs/theme-tabloid.png',
      'docs/themes.md',
      'package.json',
      'themes/broadsheet.css',
      'themes/public-broadcaster.css',
      'themes/tabloid.css',
    ]);
  });

  it('has exactly the code that its entry points import', () => {
    const entries = ['dist/index', 'dist/define', 'dist/dataset/index', 'dist/cli/bin', ...frameworks].map(
      (name) => `${name}.js`,
    );
    const code = tarball.paths.filter((path) => path.endsWith('.js'));
    expect(code).toEqual([...reachedFrom(entries), ...scripts.map((name) => `dist/${name}.js`)].sort());
  });

  it('has every type of its entry points, and none of the command line', () => {
    const types = tarball.paths.filter((path) => path.endsWith('.d.ts'));
    const entries = ['dist/index', 'dist/define', 'dist/dataset/index', ...frameworks];
    const reached = reachedFrom(entries.map((name) => `${name}.d.ts`));
    expect([...reached].filter((path) => !types.includes(path))).toEqual([]);
    expect(types.filter((path) => /^dist\/(authoring|cli|publishing|theme-check)\//.test(path))).toEqual([]);
  });

  it('has nothing else but source maps, schemas, the manifest, editor data and SRI hashes', () => {
    expect(tarball.paths.filter((path) => path.startsWith('dist/') && !/\.(js|d\.ts|map)$/.test(path))).toEqual([
      'dist/coding.schema.json',
      'dist/custom-elements.json',
      'dist/dataset.schema.json',
      'dist/languages/ar.js.integrity',
      'dist/languages/de.js.integrity',
      'dist/languages/es.js.integrity',
      'dist/languages/fr.js.integrity',
      'dist/source-disagreement.js.integrity',
      'dist/stance-matrix.js.integrity',
      'dist/stancekit.css-data.json',
      'dist/stancekit.html-data.json',
      'dist/stancekit.js.integrity',
      'dist/web-types.json',
    ]);
  });

  it('has source maps of the minified scripts, and no others', () => {
    const maps = tarball.paths.filter((path) => path.endsWith('.map'));
    expect(maps).toEqual(scripts.map((name) => `dist/${name}.js.map`));
    const code = tarball.paths.filter((path) => path.endsWith('.js'));
    const isMapped = (path: string) => readFileSync(join(home, path), 'utf8').includes('//# sourceMappingURL=');
    expect(code.filter(isMapped)).toEqual(scripts.map((name) => `dist/${name}.js`));
  });

  it('has no path of the machine where it was built', () => {
    const telling = tarball.paths.filter((path) => readFileSync(join(home, path), 'utf8').includes(root));
    expect(telling).toEqual([]);
  });
});

describe('the package, checked by tools', () => {
  it('satisfies publint', async () => {
    const { messages, pkg } = await publint({
      pack: { tarball: new Uint8Array(readFileSync(tarball.file)).buffer },
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  it('has types that are right in every module resolution', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball.file))));
    if (!analysis.types) throw new Error('The package has no types.');
    expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(packageJson.exports));
    // What its profile `esm-only` leaves out: resolution before `exports` was known, and `require`.
    const known = analysis.problems.filter(
      (problem) =>
        !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)) &&
        // Style sheets have no types.
        !('entrypoint' in problem && problem.entrypoint.endsWith('.css')),
    );
    expect(known).toEqual([]);
  });
});

import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestSite, seeds } from './test-site.js';
import { root, run, Tarball } from './packed.js';
import { release } from '../release.js';

let tarball: Tarball;

beforeAll(() => {
  tarball = new Tarball();
});

afterAll(() => tarball.remove());

describe('a project in plain Node, without a DOM', () => {
  let project: string;
  const node = (text: string) => run(project, process.execPath, '--input-type=module', '-e', text);

  beforeAll(() => {
    project = tarball.install('plain-node', { 'dataset.json': seeds.toString() });
  });

  it.each(['stancekit', 'stancekit/dataset'])('reads a dataset with what it imports from %s', (entry) => {
    const { stdout, stderr } = node(`
      import { readFileSync } from 'node:fs';
      import { DatasetError, readDataset, disagreements } from '${entry}';
      const dataset = readDataset(JSON.parse(readFileSync('dataset.json', 'utf8')));
      console.log(disagreements(dataset).length === dataset.claims.length);
      try { readDataset({ version: 1 }); } catch (error) { console.log(error instanceof DatasetError, error.problems.length > 0); }
    `);
    expect({ stdout, stderr }).toEqual({ stdout: 'true\ntrue true\n', stderr: '' });
  });

  it('can import the elements, and their registration without effect', () => {
    const { stdout, stderr } = node(`
      import { StanceMatrix, SourceDisagreement, StanceSelectEvent } from 'stancekit';
      import 'stancekit/define';
      console.log(typeof StanceMatrix, typeof SourceDisagreement, typeof StanceSelectEvent, typeof document);
    `);
    expect({ stdout, stderr }).toEqual({ stdout: 'function function function undefined\n', stderr: '' });
  });

  it('finds the schemas and the manifest of the elements', () => {
    const { stdout, stderr } = node(`
      import { createRequire } from 'node:module';
      const require = createRequire(import.meta.url);
      for (const name of ['dataset.schema.json', 'coding.schema.json']) console.log(require('stancekit/' + name).title);
      console.log(require('stancekit/custom-elements.json').schemaVersion);
    `);
    expect({ stdout, stderr }).toEqual({
      stdout: 'Stancekit dataset, version 1\nStancekit coding\n2.1.0\n',
      stderr: '',
    });
  });

  it('starts a story from texts without the optional dependencies, and says which a web page needs', () => {
    const start = (folder: string, article: string) =>
      run(
        project,
        join(project, 'node_modules/.bin/stancekit'),
        ...['init', folder, '--title', 'T', '--lang', 'en', '--outlet', 'O', '--article', article, '--yes'],
      );
    writeFileSync(join(project, 'a.txt'), 'Text.');
    writeFileSync(join(project, 'a.html'), '<html><p>Text.</p></html>');
    expect(start('text', 'a.txt')).toMatchObject({ code: 0 });
    const { code, stderr } = start('page', 'a.html');
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(
        /^stancekit {2}error {2}stancekit init with a web page needs the package (\S+), .*: npm install \1\n$/u,
      ),
    ]);
    expect(readdirSync(project)).not.toContain('page');
  });

  it('cannot reach into the package past its entries', () => {
    expect(node(`await import('stancekit/dist/index.js');`).stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it('runs the command that npm links', () => {
    const stancekit = (...args: string[]) => run(project, join(project, 'node_modules', '.bin', 'stancekit'), ...args);
    const help = stancekit('--help');
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('stancekit check CODING');
    cpSync(join(root, 'seeds'), join(project, 'seeds'), { recursive: true });
    const check = stancekit('check', 'seeds/coding.yaml');
    expect(check.code).toBe(0);
    expect(check.stderr).toContain('No problems: 3 sources');
    expect(stancekit('build', 'seeds/coding.yaml', '-o', 'built.json').code).toBe(0);
    expect(readFileSync(join(project, 'built.json'), 'utf8')).toBe(seeds.toString());
    expect(stancekit('render', 'built.json', '--widget', 'matrix', '--as', 'html').stdout).toContain('<figure');
  });

  it('gets the problems from the command', () => {
    writeFileSync(join(project, 'wrong.yaml'), 'title: Nothing else\n');
    const { code, stdout, stderr } = run(
      project,
      join(project, 'node_modules', '.bin', 'stancekit'),
      'check',
      'wrong.yaml',
    );
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('wrong.yaml:');
  });
});

describe('a page built with Vite', release, () => {
  const site = new TestSite();

  beforeAll(() => site.open());
  afterAll(() => site.close());

  /** Builds the page as `vite build` does, serves it, and returns which modules of which packages are in it. */
  function build(name: string, body: string, code: string): { html: string; modules: string[] } {
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body>${body}<script type="module" src="/main.js"></script></body></html>`;
    const project = tarball.install(name, { 'index.html': html, 'main.js': code });
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const { code: exit, stderr } = run(project, process.execPath, vite, 'build', '--sourcemap', '--outDir', 'out');
    expect(exit, stderr).toBe(0);
    const assets = join(project, 'out', 'assets');
    const modules: string[] = [];
    for (const file of readdirSync(assets)) {
      const text = readFileSync(join(assets, file), 'utf8');
      site.serve(`/assets/${file}`, text, { 'content-type': 'text/javascript' });
      if (file.endsWith('.map')) modules.push(...(JSON.parse(text) as { sources: string[] }).sources);
    }
    const inPackages = modules.filter((path) => path.includes('node_modules/'));
    return {
      html: readFileSync(join(project, 'out', 'index.html'), 'utf8'),
      modules: inPackages.map((path) => path.replace(/^.*node_modules\//, '')),
    };
  }

  it('renders both widgets after one import', async () => {
    const { html } = build(
      'page-with-widgets',
      '<stance-matrix src="/seeds.json"></stance-matrix><source-disagreement src="/seeds.json"></source-disagreement>',
      `import 'stancekit/define';`,
    );
    const visit = await site.visit(html);
    await visit.rendered('stance-matrix');
    await visit.rendered('source-disagreement');
    expect(await visit.page.getByRole('table').getByRole('button').count()).toBeGreaterThan(20);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('can import the classes alone and register them under other names', async () => {
    const { html } = build(
      'page-with-own-names',
      '<who-says-what src="/seeds.json"></who-says-what>',
      `import { StanceMatrix } from 'stancekit';
       customElements.define('who-says-what', class extends StanceMatrix {});`,
    );
    const visit = await site.visit(html);
    await visit.rendered('who-says-what');
    expect(await visit.page.evaluate(() => customElements.get('stance-matrix') ?? 'not registered')).toBe(
      'not registered',
    );
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('analyses a dataset without loading Lit', async () => {
    const { html, modules } = build(
      'page-with-data',
      '<ul></ul>',
      `import { disagreements, readDataset } from 'stancekit/dataset';
       const dataset = readDataset(await (await fetch('/seeds.json')).json());
       for (const { claim } of disagreements(dataset)) document.querySelector('ul').append(Object.assign(document.createElement('li'), { textContent: claim.text }));`,
    );
    expect(modules).toContain('stancekit/dist/dataset/read-dataset.js');
    expect(modules.filter((path) => !/^(stancekit\/dist\/(dataset|analysis)|d3-array|internmap)\//.test(path))).toEqual(
      [],
    );
    const visit = await site.visit(html);
    await visit.page.getByRole('listitem').first().waitFor();
    const { claims } = JSON.parse(seeds.toString()) as { claims: { text: string }[] };
    expect((await visit.page.getByRole('listitem').allTextContents()).sort()).toEqual(
      claims.map(({ text }) => text).sort(),
    );
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
});

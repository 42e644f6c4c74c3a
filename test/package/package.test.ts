import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { datasetShape } from '../../src/dataset/dataset-shape.js';
import { jsonSchemaOf } from '../../build/json-schema.js';

const root = join(import.meta.dirname, '..', '..');

/** Returns what a program prints in the folder of the project, where Node resolves the package by its own name. */
function node(program: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root, encoding: 'utf8' });
}

describe('the built package', () => {
  it('has every file that its manifest names', () => {
    const targets = Object.values(packageJson.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    for (const target of [...targets, packageJson.bin.stancekit, packageJson.unpkg, packageJson.jsdelivr])
      expect(existsSync(join(root, target)), target).toBe(true);
  });

  it('reads and analyses a dataset in plain Node, without a DOM, from both entries', () => {
    const program = (entry: string) => `
      import { readdirSync, readFileSync } from 'node:fs';
      import { readDataset, disagreements } from '${entry}';
      const dataset = readDataset(JSON.parse(readFileSync('seeds/dataset.json', 'utf8')));
      console.log(disagreements(dataset).length === dataset.claims.length, typeof document);
    `;
    expect(node(program('stancekit'))).toBe('true undefined\n');
    expect(node(program('stancekit/dataset'))).toBe('true undefined\n');
  });

  it('exports the element classes without registering them', () => {
    const program = `
      import { StanceMatrix, SourceDisagreement } from 'stancekit';
      console.log(typeof StanceMatrix, typeof SourceDisagreement, globalThis.customElements?.get('stance-matrix'));
    `;
    expect(node(program)).toBe('function function undefined\n');
  });

  it('publishes the schema of the reader’s shape', () => {
    const published: unknown = JSON.parse(readFileSync(join(root, 'dist/dataset.schema.json'), 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(datasetShape, 'Stancekit dataset, version 1'))));
  });
});

describe('the script for a script tag', () => {
  it.each(['stancekit', 'stance-matrix', 'source-disagreement'])(
    'is one file that imports nothing and needs no eval: %s',
    (name) => {
      const script = readFileSync(join(root, `dist/${name}.js`), 'utf8');
      expect(script).not.toMatch(/\bimport\s*[({'"]|\bfrom\s*["']|\beval\(|new Function\b/);
      expect(script).not.toMatch(/lit\.dev\/msg\/dev-mode|dev-mode/);
    },
  );

  const elementScripts = ['stancekit.js', 'stance-matrix.js', 'source-disagreement.js'];

  it('has the same texts in a page of any encoding, in every language', () => {
    const languages = readdirSync(join(root, 'dist/languages')).filter((file) => file.endsWith('.js'));
    expect(languages).toHaveLength(4);
    for (const file of [...elementScripts, ...languages.map((file) => `languages/${file}`)])
      expect(
        readFileSync(join(root, 'dist', file)).some((byte) => byte > 127),
        file,
      ).toBe(false);
  });

  // More than the budgets of bench/RESULTS.md, which says what for.
  it.each([
    ['stancekit.js', 54_600],
    ['stance-matrix.js', 41_000],
    ['source-disagreement.js', 40_900],
  ])('%s has at most %i bytes', (file, limit) => {
    expect(gzipSync(readFileSync(join(root, 'dist', file)), { level: 9 }).length).toBeLessThanOrEqual(limit);
  });
});

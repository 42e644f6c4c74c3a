import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { datasetShape } from '../../src/dataset/dataset-shape.js';
import { jsonSchemaOf } from '../../build/json-schema.js';

const root = join(import.meta.dirname, '..', '..');

/** What a program prints that a newcomer runs in the folder of the project, which Node resolves by its own name. */
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

  it('publishes the schema that the reader’s shape gives', () => {
    const published: unknown = JSON.parse(readFileSync(join(root, 'dist/dataset.schema.json'), 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(datasetShape, 'Stancekit dataset, version 1'))));
  });
});

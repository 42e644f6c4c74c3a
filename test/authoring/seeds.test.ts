import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';

const root = join(import.meta.dirname, '..', '..');

async function stancekit(...argv: readonly string[]) {
  const said = { stdout: '', stderr: '' };
  const exit = await run(argv, {
    stdout: { write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
    env: {},
    cwd: root,
    interruption: () => new Promise(() => undefined),
  });
  return { exit, ...said };
}

describe('the example story', () => {
  it('is committed as the builder builds it: run `npm run build && npm run seeds` where this fails', async () => {
    const { exit, stdout } = await stancekit('build', 'seeds/coding.yaml', '-o', '-');
    expect(exit).toBe(0);
    expect(stdout === readFileSync(join(root, 'seeds/dataset.json'), 'utf8')).toBe(true);
  });

  it('lists what two reports print of the same utterance, with the words in which they differ', async () => {
    const { stdout } = await stancekit('build', 'seeds/coding.yaml', '-o', '-');
    const dataset = JSON.parse(stdout) as {
      readonly statements: readonly { readonly id: string; readonly quote: { readonly exact: string } }[];
      readonly variants: readonly { readonly statements: readonly string[]; readonly differences?: unknown }[];
    };
    const quote = new Map(dataset.statements.map(({ id, quote }) => [id, quote.exact]));
    const variants = dataset.variants.map(({ statements, differences }) => [
      ...new Set(statements.map((id) => quote.get(id))),
      differences,
    ]);
    expect(variants).toContainEqual(['burrowed inside', 'burrowed deep inside', [['', 'deep']]]);
    const words = variants.flatMap((each) => each.filter((part) => typeof part === 'string'));
    expect(words).not.toContain('the mess that Trump and Pompeo have caused');
  });
});

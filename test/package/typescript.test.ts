import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, run, Tarball } from './packed.js';
import { release } from '../release.js';

let tarball: Tarball;

beforeAll(() => {
  tarball = new Tarball();
});

afterAll(() => tarball.remove());

describe('a strict TypeScript project', () => {
  const sound = `
    import 'stancekit/define';
    import {
      DatasetError, disagreements, readDataset, SourceDisagreement, StanceErrorEvent, StanceMatrix, StanceSelectEvent,
      type Dataset, type Disagreement, type StanceFailure, type StanceSelection,
    } from 'stancekit';
    import { stanceGrid, type Problem, type Statement } from 'stancekit/dataset';
    import schema from 'stancekit/dataset.schema.json' with { type: 'json' };
    import manifest from 'stancekit/custom-elements.json' with { type: 'json' };

    export const titles: string[] = [schema.title, manifest.schemaVersion];
    export function firstStatement(text: string): Statement | undefined {
      const dataset: Dataset = readDataset(JSON.parse(text));
      const [most]: readonly Disagreement[] = disagreements(dataset);
      if (most?.band === 'split') console.log(most.claim.text, stanceGrid(dataset));
      return dataset.statements[0];
    }
    export const problemsOf = (error: unknown): readonly Problem[] => (error instanceof DatasetError ? error.problems : []);

    const matrix: StanceMatrix | null = document.querySelector('stance-matrix');
    if (matrix) {
      matrix.order = 'similar';
      matrix.hideLegend = true;
      matrix.data = { version: 1 };
      matrix.addEventListener('stance-load', ({ detail }) => console.log(detail.dataset.title));
      matrix.addEventListener('stance-select', (event) => {
        const select: StanceSelectEvent = event;
        const { speaker, statements }: StanceSelection = select.detail;
        console.log(speaker?.length, statements.length);
      });
    }
    const chart: SourceDisagreement = document.createElement('source-disagreement');
    chart.view = 'pairs';
    document.body.addEventListener('stance-error', (event: StanceErrorEvent) => {
      const { code, message }: StanceFailure = event.detail;
      console.log(code, message);
    });
    customElements.define('who-says-what', class extends StanceMatrix {});
  `;

  /** Each line is a mistake that the types must catch; with \`any\`, it would pass. */
  const mistakes = `
    document.querySelector('stance-matrix')!.order = 'random';
    document.querySelector('source-disagreement')!.view = 1;
    document.createElement('stance-matrix').hideLegend = 'yes';
    document.createElement('stance-matrix').speaker = 'pompeo';
    document.body.addEventListener('stance-select', ({ detail }) => detail.statements.push('s1'));
    document.body.addEventListener('stance-load', ({ detail }) => detail.story);
    document.body.addEventListener('stance-error', ({ detail }) => detail.code === 'nothing');
    readDataset('{}').statements[0]!.stance = 'support';
    disagreements(readDataset({}))[0]!.band === 'quarrel';
    disagreements({ version: 1 });
  `
    .trim()
    .split('\n')
    .map((line) => line.trim());

  const compiles = (moduleResolution: string, module: string) => {
    const compilerOptions = {
      strict: true,
      skipLibCheck: false,
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: [],
      resolveJsonModule: true,
      noEmit: true,
      module,
      moduleResolution,
    };
    const imports = `import 'stancekit/define'; import { disagreements, readDataset } from 'stancekit';`;
    const project = tarball.install(`typescript-${moduleResolution}`, {
      'sound.ts': sound,
      'mistakes.ts': [imports, ...mistakes].join('\n'),
      'tsconfig.json': JSON.stringify({ compilerOptions, files: ['sound.ts', 'mistakes.ts'] }),
    });
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const { stdout } = run(project, process.execPath, tsc, '--pretty', 'false');
    // The second and further lines of a message are indented.
    const places = [...stdout.matchAll(/^\S.*?(?=,\d+\)|$)/gm)].map(([place]) => place);
    expect(places, stdout).toEqual(mistakes.map((_, index) => `mistakes.ts(${index + 2}`));
  };

  it('compiles, checks our types as well, and reports every mistake, with resolution `bundler`', () => {
    compiles('bundler', 'esnext');
  });

  it('does the same with resolution `nodenext`', release, () => {
    compiles('nodenext', 'nodenext');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Layer {
  /** Folders or single files of src/; `(types)` where only types may come from there. */
  readonly folders: readonly string[];
  /** Packages by the pattern of their name. */
  readonly packages?: RegExp;
}

const none = /^$/;
const node = /^node:/;
const lit = /^lit(\/|$)/;

/** What each folder of src/ may import; its own files always. */
const mayImport: Readonly<Record<string, Layer>> = {
  dataset: { folders: [] },
  analysis: { folders: ['dataset'], packages: /^d3-array$/ },
  wording: { folders: ['dataset (types)', 'analysis (types)'] },
  languages: { folders: ['wording'] },
  theme: { folders: [] },
  layout: { folders: ['dataset', 'analysis', 'theme'], packages: /^d3-(array|scale|shape|time)$/ },
  views: {
    folders: ['dataset (types)', 'analysis (types)', 'layout (types)', 'wording', 'theme'],
    packages: lit,
  },
  elements: { folders: ['dataset', 'analysis', 'layout', 'wording', 'theme', 'views'], packages: lit },
  define: { folders: ['elements'] },
  frameworks: { folders: ['define.js'], packages: /^(react|preact|vue|svelte\/elements|lit)$/ },
  authoring: { folders: ['dataset', 'analysis', 'wording'], packages: /^(node:|d3-array$|yaml$|csv-parse|diff$)/ },
  'theme-check': {
    // A page checks themes too: only these files of authoring, which need no Node.
    folders: ['theme', 'authoring/problem.js', 'authoring/nearest-name.js'],
    packages: /^(@csstools\/|postcss$)/,
  },
  publishing: {
    folders: ['dataset', 'analysis', 'layout', 'wording', 'theme', 'views', 'languages'],
    packages: /^(node:|d3-(array|scale|shape)$|@lit-labs\/ssr|lit(\/|$)|@resvg|bidi-js$)/,
  },
  workbench: { folders: ['dataset', 'authoring'], packages: node },
  // Of wording only the messages of the language that `--lang` names.
  cli: { folders: ['dataset', 'wording/messages-for.js', 'authoring', 'publishing', 'theme-check'], packages: node },
};

const source = join(import.meta.dirname, '..', 'src');

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly specifier: string;
  readonly typesOnly: boolean;
}

const imports: readonly Import[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file.includes(sep))
  .flatMap((file) => {
    const parsed = ts.createSourceFile(file, readFileSync(join(source, file), 'utf8'), ts.ScriptTarget.Latest);
    return parsed.statements.flatMap((statement): Import[] => {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
      if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
      const typesOnly = ts.isImportDeclaration(statement)
        ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
        : statement.isTypeOnly;
      return [{ file, folder: file.split(sep)[0]!, specifier: statement.moduleSpecifier.text, typesOnly }];
    });
  });

function isAllowed({ file, folder, specifier, typesOnly }: Import): boolean {
  const { folders, packages = none } = mayImport[folder] ?? { folders: [] };
  if (!specifier.startsWith('.')) return packages.test(specifier);
  const path = relative(source, join(source, dirname(file), specifier)).split(sep);
  const target = path[0]!;
  return (
    target === folder ||
    folders.includes(target) ||
    folders.includes(path.join('/')) ||
    (typesOnly && folders.includes(`${target} (types)`))
  );
}

type Graph = ReadonlyMap<string, readonly string[]>;

/** What each file of src/ imports from src/, type imports included. */
function importGraph(): Graph {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(join(source, file), 'utf8'));
      const relatives = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
      return [file, relatives.map((name) => join(dirname(file), name).replace(/\.js$/, '.ts'))];
    }),
  );
}

/** Returns the files on import cycles, by removing those that import no other of the rest, or that none of the rest imports. */
function filesOnCycles(graph: Graph): readonly string[] {
  const imported = new Set([...graph.values()].flat());
  const rest = new Map(
    [...graph].filter(([file, targets]) => imported.has(file) && targets.some((to) => graph.has(to))),
  );
  return rest.size === graph.size ? [...rest.keys()] : filesOnCycles(rest);
}

/** The public entry `stancekit/dataset` lists exports of two layers. */
const isEntry = ({ file }: Import) => file === join('dataset', 'index.ts');

describe('the layers', () => {
  it('are all there, and import something', () => {
    expect([...new Set(imports.map(({ folder }) => folder))].sort()).toEqual(Object.keys(mayImport).sort());
  });

  it('import only from the layers below them', () => {
    const wrong = imports
      .filter((each) => !isEntry(each) && !isAllowed(each))
      .map(({ file, specifier }) => `${file} imports ${specifier}`);
    expect(wrong).toEqual([]);
  });

  it('have no import cycles, types included', () => {
    expect(filesOnCycles(importGraph())).toEqual([]);
  });

  it('would be seen in a cycle', () => {
    const graph: Graph = new Map([
      ['entry.ts', ['a.ts', 'leaf.ts']],
      ['a.ts', ['b.ts']],
      ['b.ts', ['leaf.ts', 'a.ts']],
      ['leaf.ts', []],
    ]);
    expect(filesOnCycles(graph)).toEqual(['a.ts', 'b.ts']);
    expect(importGraph().get(join('dataset', 'read-dataset.ts'))).toContain(join('dataset', 'dataset.ts'));
  });

  it('would be seen crossing', () => {
    const crossing = (folder: string, specifier: string, typesOnly = false) =>
      isAllowed({ file: join(folder, 'some.ts'), folder, specifier, typesOnly });
    expect(crossing('dataset', 'lit')).toBe(false);
    expect(crossing('dataset', '../analysis/disagreements.js', true)).toBe(false);
    expect(crossing('layout', 'node:fs')).toBe(false);
    expect(crossing('layout', 'd3')).toBe(false);
    expect(crossing('layout', 'd3-scale')).toBe(true);
    expect(crossing('elements', 'd3-array')).toBe(false);
    expect(crossing('views', 'd3-scale')).toBe(false);
    expect(crossing('views', '../layout/matrix/matrix-layout.js')).toBe(false);
    expect(crossing('views', '../layout/matrix/matrix-layout.js', true)).toBe(true);
    expect(crossing('wording', '../dataset/dataset.js')).toBe(false);
    expect(crossing('wording', '../dataset/dataset.js', true)).toBe(true);
    expect(crossing('publishing', '../elements/stance-matrix.js')).toBe(false);
    expect(crossing('authoring', 'd3')).toBe(false);
    expect(crossing('authoring', '../cli/io.js', true)).toBe(false);
    expect(crossing('theme-check', '../authoring/problem.js')).toBe(true);
    expect(crossing('theme-check', '../authoring/files/read-file.js')).toBe(false);
    expect(crossing('cli', '../wording/messages-for.js')).toBe(true);
    expect(crossing('cli', '../wording/messages.js')).toBe(false);
    expect(crossing('cli', '../layout/matrix/matrix-layout.js', true)).toBe(false);
    expect(crossing('authoring', 'node:fs')).toBe(true);
  });
});

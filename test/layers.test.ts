import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** What each folder of src/ may import: folders of src/, and packages by the pattern of their name. */
const mayImport: Readonly<Record<string, { readonly folders: readonly string[]; readonly packages: RegExp }>> = {
  dataset: { folders: ['dataset'], packages: /^$/ },
  wording: { folders: ['wording', 'dataset (types)'], packages: /^$/ },
  languages: { folders: ['wording'], packages: /^$/ },
  layout: { folders: ['layout', 'dataset'], packages: /^$/ },
  elements: { folders: ['elements', 'layout', 'wording', 'dataset'], packages: /^@lit\/reactive-element$/ },
  frameworks: {
    folders: ['frameworks', 'define.js'],
    packages: /^(react|preact|vue|svelte\/elements|@lit\/reactive-element)$/,
  },
  authoring: { folders: ['authoring', 'elements', 'layout', 'wording', 'dataset'], packages: /^(?!d3$)/ },
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
  const { folders, packages } = mayImport[folder] ?? { folders: [], packages: /^$/ };
  if (!specifier.startsWith('.')) return packages.test(specifier);
  const target = relative(source, join(source, dirname(file), specifier)).split(sep)[0]!;
  return folders.includes(target) || (typesOnly && folders.includes(`${target} (types)`));
}

describe('the layers', () => {
  it('are all there, and import something', () => {
    expect([...new Set(imports.map(({ folder }) => folder))].sort()).toEqual(Object.keys(mayImport).sort());
  });

  it('import only what stands below them', () => {
    const wrong = imports
      .filter((each) => !isAllowed(each))
      .map(({ file, specifier }) => `${file} imports ${specifier}`);
    expect(wrong).toEqual([]);
  });

  it('would be seen crossing', () => {
    const crossing = (folder: string, specifier: string, typesOnly = false) =>
      isAllowed({ file: join(folder, 'some.ts'), folder, specifier, typesOnly });
    expect(crossing('dataset', 'lit')).toBe(false);
    expect(crossing('layout', 'node:fs')).toBe(false);
    expect(crossing('elements', 'd3-array')).toBe(false);
    expect(crossing('wording', '../dataset/dataset.js')).toBe(false);
    expect(crossing('wording', '../dataset/dataset.js', true)).toBe(true);
    expect(crossing('dataset', '../layout/matrix-layout.js')).toBe(false);
    expect(crossing('authoring', 'd3')).toBe(false);
    expect(crossing('authoring', 'node:fs')).toBe(true);
  });
});

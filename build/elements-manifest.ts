import { readdirSync, readFileSync } from 'node:fs';
import type { CustomElementDeclaration, Module, Package } from 'custom-elements-manifest';

/** What `export type Name = 'one' | 'other'` in this folder stands for, for readers of the manifest who know no TypeScript. */
function namedChoices(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const texts = files.map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  return new Map(
    texts.flatMap((text) =>
      [...text.matchAll(/^export type (\w+) =\s+(?:\|\s+)?('[^;]+');/gm)].map(([, name, choices]) => [
        name!,
        choices!.replaceAll(/\s+/g, ' '),
      ]),
    ),
  );
}

/**
 * What pages may use of a class, as its own and without the base class, which is no part of the package: nothing private, no attribute of
 * inner state, no event that the class comment does not name.
 */
function publicFace(element: CustomElementDeclaration, choices: ReadonlyMap<string, string>): CustomElementDeclaration {
  const { members = [], attributes = [], events = [] } = element;
  const fields = members.filter((each) => !each.static && (each.privacy ?? 'public') === 'public');
  const names = new Set(fields.map(({ name }) => name));
  const face = {
    ...element,
    attributes: attributes.filter(({ fieldName }) => fieldName === undefined || names.has(fieldName)),
    members: fields,
    events: events.filter(({ description }) => description),
  };
  return JSON.parse(JSON.stringify(face), (key, value: unknown) => {
    if (key === 'inheritedFrom' || key === 'superclass') return undefined;
    // A comment's lines end where our own lines do.
    if (key === 'description') return (value as string).replaceAll('\n', ' ');
    return key === 'text' ? (choices.get(value as string) ?? value) : value;
  }) as CustomElementDeclaration;
}

/** The custom-elements manifest, from the doc comments: what editors, Storybook and the like show of both elements. */
export async function elementsManifest(): Promise<Package> {
  // @ts-expect-error: the analyzer has types for its plugins only.
  const { cli } = (await import('@custom-elements-manifest/analyzer/cli.js')) as {
    cli: (call: { argv: string[]; noWrite: true }) => Promise<Package>;
  };
  const folder = 'src/elements';
  const argv = ['analyze', '--litelement', '--quiet', '--outdir', 'dist', '--globs', `${folder}/*.ts`];
  const { modules } = await cli({ argv, noWrite: true });
  const choices = namedChoices('src/layout');
  const inOrder = modules.sort((one, other) => (one.path < other.path ? -1 : 1));
  const classes = inOrder.flatMap(({ path, declarations = [] }) =>
    declarations
      .filter((each): each is CustomElementDeclaration => 'tagName' in each)
      .map((each) => ({ path: path.replace(/^src\/(.+)\.ts$/, 'dist/$1.js'), element: publicFace(each, choices) })),
  );
  const reference = ({ path, element }: (typeof classes)[number]) => ({ name: element.name, module: path });
  const definition = (each: (typeof classes)[number]) => ({
    kind: 'custom-element-definition' as const,
    name: each.element.tagName!,
    declaration: reference(each),
  });
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      ...classes.map((each): Module => ({
        kind: 'javascript-module',
        path: each.path,
        declarations: [each.element],
        exports: [{ kind: 'js', name: each.element.name, declaration: reference(each) }],
      })),
      {
        kind: 'javascript-module',
        path: 'dist/index.js',
        exports: classes.map((each) => ({ kind: 'js', name: each.element.name, declaration: reference(each) })),
      },
      { kind: 'javascript-module', path: 'dist/define.js', exports: classes.map(definition) },
      ...classes.map((each): Module => ({
        kind: 'javascript-module',
        path: `dist/define/${each.element.tagName!}.js`,
        exports: [definition(each)],
      })),
    ],
  };
}

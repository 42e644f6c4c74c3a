import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CustomElementDeclaration, Package } from 'custom-elements-manifest';
import ts from 'typescript';
import { getCSSLanguageService, newCSSDataProvider, type CSSDataV1 } from 'vscode-css-languageservice';
import { getLanguageService, newHTMLDataProvider, TextDocument, type HTMLDataV1 } from 'vscode-html-languageservice';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { projectOf } from './framework-apps.js';
import { root, Tarball } from './packed.js';
import { release } from '../release.js';

// What editors propose: tested with VS Code's own language services, TypeScript, and the file for JetBrains.

const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

const elements = (JSON.parse(textOf('dist/custom-elements.json')) as Package).modules.flatMap(
  ({ declarations = [] }) => declarations as CustomElementDeclaration[],
);
const tags = elements.map(({ tagName }) => tagName!);

const element = (tag: string) => elements.find(({ tagName }) => tagName === tag)!;

let tarball: Tarball;

beforeAll(() => {
  tarball = new Tarball();
});

afterAll(() => tarball.remove());

const namesIn = (list: readonly { readonly name: string }[] = []) => list.map(({ name }) => name);

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

/** Returns the text without its `|`, and the position of that. */
function cursorIn(text: string, language: string): [TextDocument, { line: number; character: number }] {
  const document = TextDocument.create('file:///page', language, 0, text.replace('|', ''));
  return [document, document.positionAt(text.indexOf('|'))];
}

describe('VS Code, in HTML', () => {
  const data = JSON.parse(textOf('dist/stancekit.html-data.json')) as HTMLDataV1;
  const service = getLanguageService({
    useDefaultDataProvider: false,
    customDataProviders: [newHTMLDataProvider('stancekit', data)],
  });

  function proposed(text: string) {
    const [document, position] = cursorIn(text, 'html');
    return service.doComplete(document, position, service.parseHTMLDocument(document)).items;
  }

  const labels = (text: string) => sorted(proposed(text).map(({ label }) => label));

  it('proposes both elements, and describes each with its events on hover', () => {
    expect(labels('<|')).toEqual(expect.arrayContaining(tags));
    for (const tag of tags) {
      const [document, position] = cursorIn(`<${tag.slice(0, 3)}|${tag.slice(3)}>`, 'html');
      const { contents } = service.doHover(document, position, service.parseHTMLDocument(document))!;
      for (const text of [element(tag).description!, ...namesIn(element(tag).events)])
        expect(JSON.stringify(contents)).toContain(JSON.stringify(text).slice(1, -1));
    }
  });

  it.each(tags)('proposes the attributes of %s, and their values where they are an enumeration', (tag) => {
    const { attributes = [] } = element(tag);
    expect(labels(`<${tag} |`)).toEqual(sorted([...namesIn(attributes), 'data-']));
    for (const { name, type, description } of attributes) {
      const proposal = proposed(`<${tag} |`).find(({ label }) => label === name)!;
      expect(proposal.documentation).toHaveProperty('value', description);
      // A boolean attribute has no value.
      expect(proposal.textEdit!.newText === name, name).toBe(type!.text === 'boolean');
      const choices = type!.text.includes("'") ? type!.text.replaceAll("'", '').split(' | ') : [];
      expect(labels(`<${tag} ${name}="|"`)).toEqual(sorted(choices));
    }
  });

  it('knows the values of every enumeration', () => {
    expect(labels('<stance-matrix order="|"')).toEqual(['disputed', 'editor', 'name', 'similar']);
    expect(labels('<source-disagreement view="|"')).toEqual(['counts', 'pairs', 'positions']);
  });
});

describe('VS Code, in its settings', () => {
  it('is given files that the package has', () => {
    const [, settings] = /```json\n([^]*?)```/.exec(textOf('docs/frameworks.md'))!;
    const named = Object.entries(JSON.parse(settings!) as Record<string, string[]>);
    expect(named.map(([setting]) => setting)).toEqual(['html.customData', 'css.customData']);
    const paths = named.flatMap(([, files]) => files.map((file) => file.replace('./node_modules/stancekit/', '')));
    expect(tarball.paths).toEqual(expect.arrayContaining(paths));
  });
});

describe('VS Code, in style sheets', () => {
  const data = JSON.parse(textOf('dist/stancekit.css-data.json')) as CSSDataV1;
  const service = getCSSLanguageService({
    useDefaultDataProvider: false,
    customDataProviders: [newCSSDataProvider(data)],
  });

  function proposed(text: string): string[] {
    const [document, position] = cursorIn(text, 'css');
    return service.doComplete(document, position, service.parseStylesheet(document)).items.map(({ label }) => label);
  }

  const ofAll = (names: (element: CustomElementDeclaration) => readonly string[]) => sorted(elements.flatMap(names));

  it('proposes the custom properties, the parts and the states', () => {
    const properties = ofAll(({ cssProperties }) => namesIn(cssProperties));
    expect(sorted(proposed('stance-matrix { | }'))).toEqual(expect.arrayContaining(properties));
    const parts = ofAll(({ cssParts }) => namesIn(cssParts).map((name) => `::part(${name})`));
    expect(sorted(proposed('stance-matrix::|'))).toEqual(expect.arrayContaining(parts));
    const states = ofAll(({ cssStates }) => namesIn(cssStates).map((name) => `:state(${name})`));
    expect(sorted(proposed('stance-matrix:|'))).toEqual(expect.arrayContaining(states));
  });

  it('names the element where the two differ', () => {
    const { description } = data.pseudoElements!.find(({ name }) => name === '::part(support)')!;
    for (const tag of tags)
      expect(description).toHaveProperty('value', expect.stringMatching(new RegExp(`\`<${tag}>\`: .*supports`)));
  });
});

describe('JetBrains', () => {
  type Named = readonly { readonly name: string; readonly description: string }[];
  interface WebTypes {
    readonly name: string;
    readonly version: string;
    readonly contributions: {
      readonly html: {
        readonly elements: readonly {
          readonly name: string;
          readonly attributes: readonly { name: string; value: { type: string } }[];
          readonly slots: Named;
          readonly js: { readonly properties: Named; readonly events: Named };
          readonly css: { readonly parts: Named };
        }[];
      };
      readonly css: { readonly properties: Named; readonly 'pseudo-classes': Named };
    };
  }
  const { name, version, contributions } = JSON.parse(textOf(packageJson['web-types'])) as WebTypes;

  it('finds the file through the package, with its version', () => {
    expect({ name, version }).toEqual({ name: packageJson.name, version: packageJson.version });
  });

  it.each(tags)('has everything of %s', (tag) => {
    const { attributes, slots, js, css } = contributions.html.elements.find((each) => each.name === tag)!;
    const known = element(tag);
    expect(attributes.map(({ name, value }) => [name, value.type])).toEqual(
      known.attributes!.map(({ name, type }) => [name, type!.text]),
    );
    for (const [list, all] of [
      [slots, known.slots],
      [js.properties, known.members],
      [js.events, known.events],
      [css.parts, known.cssParts],
    ] as const)
      expect(list.map(({ name, description }) => [name, description])).toEqual(
        all!.map(({ name, description }) => [name, description]),
      );
    expect(namesIn(contributions.css.properties)).toEqual(expect.arrayContaining(namesIn(known.cssProperties)));
    expect(namesIn(contributions.css['pseudo-classes'])).toEqual(known.cssStates!.map(({ name }) => `state(${name})`));
  });
});

describe('the types of a framework', release, () => {
  /** Returns the property names of a type, as a project sees it. */
  function members(project: string, imports: string, type: string): string[] {
    const file = join(project, 'queried.ts');
    writeFileSync(file, `${imports}\nexport type Asked = ${type};`);
    const program = ts.createProgram([file], {
      strict: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: [],
    });
    const checker = program.getTypeChecker();
    const [queried] = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!);
    return checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(queried!)).map(({ name }) => name);
  }

  const byProperties = (tag: string) => namesIn(element(tag).members);
  // `lang` is an attribute of every element.
  const byAttributes = (tag: string) => ['data', ...namesIn(element(tag).attributes)].filter((name) => name !== 'lang');
  const listeners = (tag: string) => namesIn(element(tag).events).map((name) => `on${name}`);
  const vueListeners = (tag: string) =>
    listeners(tag).map((name) => name.replaceAll(/(?:^on|-)(\w)/g, (_, letter: string) => letter.toUpperCase()));

  it('have all elements, their attributes, properties and events, and nothing else', () => {
    const project = projectOf(tarball, 'plain');
    const namesOf = (type: string) =>
      sorted(
        members(
          project,
          `import type * as types from './node_modules/stancekit/dist/frameworks/element-properties.js';`,
          `types.${type}`,
        ),
      );
    expect(namesOf('Elements')).toEqual(sorted(tags));
    for (const tag of tags) {
      expect(namesOf(`Properties<'${tag}'>`)).toEqual(sorted(byProperties(tag)));
      expect(namesOf(`Attributes<'${tag}'>`)).toEqual(sorted(byAttributes(tag)));
      expect(namesOf('Listeners')).toEqual(sorted(listeners(tag)));
    }
  }, 120_000);

  it.each([
    ['react', `import type { JSX } from 'react'`, 'JSX.IntrinsicElements[TAG]', byAttributes, listeners],
    ['preact', `import type { JSX } from 'preact'`, 'JSX.IntrinsicElements[TAG]', byProperties, listeners],
    [
      'vue',
      `import type { GlobalComponents } from 'vue'`,
      `InstanceType<GlobalComponents[TAG]>['$props']`,
      byProperties,
      (tag: string) => vueListeners(tag).map((name) => `on${name}`),
    ],
    [
      'svelte',
      `import type { SvelteHTMLElements } from 'svelte/elements'`,
      'SvelteHTMLElements[TAG]',
      byProperties,
      listeners,
    ],
  ] as const)(
    'have them for %s',
    (name, imports, type, settable, heard) => {
      const project = projectOf(tarball, name);
      for (const tag of tags) {
        const known = members(
          project,
          `import type {} from 'stancekit/${name}'; ${imports};`,
          type.replace('TAG', `'${tag}'`),
        );
        expect(known).toEqual(expect.arrayContaining([...settable(tag), ...heard(tag), 'lang', 'id']));
      }
    },
    120_000,
  );
});

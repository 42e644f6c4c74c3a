import type { Attribute, ClassField, CustomElementDeclaration, Package } from 'custom-elements-manifest';
import type { HTMLDataV1 } from 'vscode-html-languageservice';
import type { CSSDataV1 } from 'vscode-css-languageservice';

interface Described {
  readonly name: string;
  readonly description?: string | undefined;
}

type Element = CustomElementDeclaration & { readonly tagName: string };

function elementsOf({ modules }: Package): readonly Element[] {
  return modules.flatMap(({ declarations = [] }) => declarations.filter((each): each is Element => 'tagName' in each));
}

/** The allowed values of `'one' | 'other'`; none where any text is allowed. */
function choicesOf({ type }: Attribute): readonly string[] {
  return [...(type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, choice]) => choice!);
}

const isSwitch = ({ type }: Attribute): boolean => type?.text === 'boolean';

/** What both elements have, once each; where they describe a name differently, each with its element. */
function merged(
  manifest: Package,
  list: (element: CustomElementDeclaration) => readonly Described[] | undefined,
): readonly { readonly name: string; readonly description: string }[] {
  const byName = new Map<string, Map<string, string[]>>();
  for (const element of elementsOf(manifest))
    for (const { name, description = '' } of list(element) ?? []) {
      const texts = byName.get(name) ?? new Map<string, string[]>();
      texts.set(description, [...(texts.get(description) ?? []), element.tagName]);
      byName.set(name, texts);
    }
  return [...byName].map(([name, texts]) => ({
    name,
    description:
      texts.size === 1
        ? [...texts.keys()][0]!
        : [...texts].map(([text, tags]) => `\`<${tags.join('>`, `<')}>\`: ${text}`).join('\n\n'),
  }));
}

const named = (manifest: Package) => ({
  properties: merged(manifest, (element) => element.cssProperties),
  parts: merged(manifest, (element) => element.cssParts),
  states: merged(manifest, (element) => element.cssStates).map(({ name, description }) => ({
    name: `state(${name})`,
    description,
  })),
});

/** What VS Code proposes and explains in HTML, for its setting `html.customData`. */
export function htmlData(manifest: Package): HTMLDataV1 {
  return {
    version: 1.1,
    tags: elementsOf(manifest).map(({ tagName, description, attributes = [], events = [] }) => ({
      name: tagName,
      description: {
        kind: 'markdown',
        value: [description, '', ...events.map((event) => `- \`${event.name}\`: ${event.description}`)].join('\n'),
      },
      attributes: attributes.map((attribute) => ({
        name: attribute.name,
        ...(attribute.description && { description: attribute.description }),
        ...(isSwitch(attribute) && { valueSet: 'v' }),
        ...(choicesOf(attribute).length > 0 && { values: choicesOf(attribute).map((name) => ({ name })) }),
      })),
    })),
  };
}

/** What VS Code proposes and explains in style sheets, for its setting `css.customData`. */
export function cssData(manifest: Package): CSSDataV1 {
  const { properties, parts, states } = named(manifest);
  const inMarkdown = (prefix: string, suffix: string, all: typeof parts) =>
    all.map(({ name, description }) => ({
      name: `${prefix}${name}${suffix}`,
      description: { kind: 'markdown' as const, value: description },
    }));
  return {
    version: 1.1,
    properties: inMarkdown('', '', properties),
    pseudoClasses: inMarkdown(':', '', states),
    pseudoElements: inMarkdown('::part(', ')', parts),
  };
}

/** What JetBrains' editors propose and explain, in HTML, style sheets, and templates of frameworks (`web-types`). */
export function webTypes(manifest: Package, { name, version }: { name: string; version: string }): object {
  const { properties, states } = named(manifest);
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elementsOf(manifest).map((element) => ({
          name: element.tagName,
          description: element.description,
          source: { symbol: element.name },
          attributes: (element.attributes ?? []).map((attribute) => ({
            name: attribute.name,
            description: attribute.description,
            default: attribute.default,
            value: isSwitch(attribute) ? { kind: 'no-value', type: 'boolean' } : { type: attribute.type?.text },
          })),
          slots: (element.slots ?? []).map(({ name, description }) => ({ name, description })),
          js: {
            properties: ((element.members ?? []) as ClassField[]).map(({ name, description, type }) => ({
              name,
              description,
              type: type?.text,
            })),
            events: (element.events ?? []).map((event) => ({
              name: event.name,
              description: event.description,
              type: event.type.text,
            })),
          },
          css: { parts: (element.cssParts ?? []).map(({ name, description }) => ({ name, description })) },
        })),
      },
      css: { properties, 'pseudo-classes': states },
    },
  };
}

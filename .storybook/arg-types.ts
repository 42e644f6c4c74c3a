import type { ClassField, CustomElementDeclaration, Package } from 'custom-elements-manifest';
import type { InputType, SBType } from 'storybook/internal/types';

/**
 * Returns Storybook's table rows for an element, from the custom-elements manifest: a control per property; events, slots, states, custom
 * properties and parts for reading only.
 */
export function argTypesOf(tag: string, { modules }: Package): Record<string, InputType> {
  const element = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find((each): each is CustomElementDeclaration => 'tagName' in each && each.tagName === tag);
  if (!element) return {};
  const { members = [], attributes = [], events = [], slots = [], cssParts = [], cssProperties = [] } = element;
  const properties = members.filter((each): each is ClassField => each.kind === 'field');
  const ownAttributes = attributes.filter(({ fieldName }) => fieldName === undefined);
  return Object.fromEntries([
    ...[...properties, ...ownAttributes].map((each) => [each.name, property(each)]),
    ...rows('events', events),
    ...rows(
      'slots',
      slots.map((slot) => ({ ...slot, name: slot.name || '(default)' })),
    ),
    ...rows(
      'states',
      (element.cssStates ?? []).map((state) => ({ ...state, name: `:state(${state.name})` })),
    ),
    ...rows('custom properties', cssProperties),
    ...rows('parts', cssParts),
  ]) as Record<string, InputType>;
}

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

function property(field: Described & { readonly default?: string; readonly attribute?: string }): InputType {
  const { name, description = '', type, attribute } = field;
  const attributeNote = attribute && attribute !== name ? ` Attribute \`${attribute}\`.` : '';
  return {
    name,
    description: description + attributeNote,
    type: typeOf(type?.text ?? ''),
    table: {
      category: 'properties',
      ...(type && { type: { summary: type.text } }),
      ...(field.default && { defaultValue: { summary: field.default } }),
    },
  };
}

/** Keys contain the category, since parts, properties and events may share a name. */
function rows(category: string, described: readonly Described[]): readonly (readonly [string, InputType])[] {
  return described.map(({ name, description = '', type }) => [
    `${category} ${name}`,
    { name, description, control: false, table: { category, ...(type && { type: { summary: type.text } }) } },
  ]);
}

function typeOf(text: string): SBType {
  if (text === 'boolean') return { name: 'boolean' };
  if (text === 'unknown') return { name: 'object', value: {} };
  const choices = [...text.matchAll(/'(.+?)'/g)].map(([, choice]) => choice!);
  return choices.length > 0 ? { name: 'enum', value: choices } : { name: 'string' };
}

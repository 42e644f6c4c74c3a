import {
  isFunctionNode,
  isTokenNode,
  parseListOfComponentValues,
  type ComponentValue,
  type FunctionNode,
} from '@csstools/css-parser-algorithms';
import { tokenize, TokenType } from '@csstools/css-tokenizer';

/** The context in which a value is computed. */
export interface Lookup {
  readonly scheme: 'light' | 'dark';
  /** Returns the value of a custom property, or undefined if it has none. */
  readonly property: (name: string) => string | undefined;
}

/** Replaces every `var()` and `light-dark()` in a value. Returns undefined if one of them has no value, which makes the declaration invalid. */
export function computedValue(value: string, lookup: Lookup): string | undefined {
  const parts = parseListOfComponentValues(tokenize({ css: value })).map((node) => computed(node, lookup));
  return parts.includes(undefined) ? undefined : parts.join('').trim();
}

function computed(node: ComponentValue, lookup: Lookup): string | undefined {
  if (!isFunctionNode(node)) return node.toString();
  const name = node.getName().toLowerCase();
  const [first, rest] = splitAtComma(node);
  if (name === 'var') {
    const found = lookup.property(textOf(first).trim());
    return found ?? (rest === undefined ? undefined : computedValue(textOf(rest), lookup));
  }
  if (name === 'light-dark') {
    const chosen = lookup.scheme === 'light' ? first : rest;
    return chosen && computedValue(textOf(chosen), lookup)?.trim();
  }
  const inner = computedValue(textOf(node.value), lookup);
  return inner === undefined ? undefined : `${node.getName()}(${inner})`;
}

/** Splits the arguments at the first comma. */
function splitAtComma(node: FunctionNode): readonly [ComponentValue[], ComponentValue[] | undefined] {
  const comma = node.value.findIndex((each) => isTokenNode(each) && each.value[0] === TokenType.Comma);
  return comma < 0 ? [node.value, undefined] : [node.value.slice(0, comma), node.value.slice(comma + 1)];
}

function textOf(nodes: readonly ComponentValue[]): string {
  return nodes.map(String).join('');
}

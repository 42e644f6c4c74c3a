import { isFunctionNode, parseListOfComponentValues, type ComponentValue } from '@csstools/css-parser-algorithms';
import { tokenize } from '@csstools/css-tokenizer';
import { properties } from '../../src/theme-check/check-theme.js';
import { colourTokens, type ColourToken } from '../../src/theme/tokens.js';
import { StanceMatrix } from '../../src/elements/stance-matrix.js';
import matrixSource from '../../src/elements/stance-matrix.ts?raw';

/** A custom property as the theme page shows it. */
export interface DocumentedProperty {
  /** Such as `--stance-ink`. */
  readonly name: string;
  /** What it sets, from the doc comment of the element. */
  readonly description: string;
  /** The fallback in the widgets’ style sheets. */
  readonly defaultValue: string;
  readonly kind: 'colour' | 'font' | 'radius' | 'size';
}

/** Every property that a theme may set: names from the theme check, descriptions and defaults from the elements. */
export const documentedProperties: readonly DocumentedProperty[] = properties.map((name) => {
  const [, comment = ''] = new RegExp(`@cssprop ${name} - (.+)\\.$`, 'm').exec(matrixSource) ?? [];
  const description = comment.replace(/^Colour of (?:the )?/, '');
  const kind = tokenOf(name) ? 'colour' : name.endsWith('font') ? 'font' : name.endsWith('radius') ? 'radius' : 'size';
  return {
    name,
    description: description.charAt(0).toUpperCase() + description.slice(1),
    defaultValue: defaultOf(name),
    kind,
  };
});

/** Returns the theme check’s name of the colour that a property sets; undefined for fonts and sizes. */
export function tokenOf(name: string): ColourToken | undefined {
  return colourTokens.find((token) => name === `--stance-${token}`);
}

/** Finds the fallback in the widgets’ style sheets, as in `var(--stance-radius, 4px)`. */
function defaultOf(name: string): string {
  for (const { cssText } of StanceMatrix.styles) {
    const start = cssText.indexOf(`var(${name},`);
    const reference = start < 0 ? undefined : parseListOfComponentValues(tokenize({ css: cssText.slice(start) }))[0];
    if (reference && isFunctionNode(reference))
      return textOf(reference.value)
        .slice(name.length + 1)
        .trim();
  }
  return '';
}

function textOf(nodes: readonly ComponentValue[]): string {
  return nodes.map(String).join('');
}

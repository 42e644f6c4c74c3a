import { isFunctionNode, parseListOfComponentValues, type ComponentValue } from '@csstools/css-parser-algorithms';
import { tokenize } from '@csstools/css-tokenizer';
import { properties } from '../../src/theme-check/check-theme.js';
import { colourTokens, type ColourToken } from '../../src/theme/tokens.js';
import { StanceMatrix } from '../../src/elements/stance-matrix.js';
import matrixSource from '../../src/elements/stance-matrix.ts?raw';

/** A property as the theme page shows it. */
export interface DocumentedProperty {
  /** `--stance-ink`. */
  readonly name: string;
  /** What it colours or sets, in the words of the element’s own documentation. */
  readonly what: string;
  /** What it is where a theme is silent. */
  readonly byDefault: string;
  readonly kind: 'colour' | 'font' | 'radius' | 'size';
}

/** Every property that a theme may set: the names as the check knows them, the words and defaults as the elements have them. */
export const documentedProperties: readonly DocumentedProperty[] = properties.map((name) => {
  const [, said = ''] = new RegExp(`@cssprop ${name} - (.+)\\.$`, 'm').exec(matrixSource) ?? [];
  const what = said.replace(/^Colour of (?:the )?/, '');
  const kind = tokenOf(name) ? 'colour' : name.endsWith('font') ? 'font' : name.endsWith('radius') ? 'radius' : 'size';
  return { name, what: what.charAt(0).toUpperCase() + what.slice(1), byDefault: defaultOf(name), kind };
});

/** The colour that a property sets, as the check names it; undefined for fonts and sizes. */
export function tokenOf(name: string): ColourToken | undefined {
  return colourTokens.find((token) => name === `--stance-${token}`);
}

/** What the widgets’ style sheets say where they read the property: `var(--stance-radius, 4px)`. */
function defaultOf(name: string): string {
  for (const { cssText } of StanceMatrix.styles) {
    const start = cssText.indexOf(`var(${name},`);
    const read = start < 0 ? undefined : parseListOfComponentValues(tokenize({ css: cssText.slice(start) }))[0];
    if (read && isFunctionNode(read))
      return textOf(read.value)
        .slice(name.length + 1)
        .trim();
  }
  return '';
}

function textOf(nodes: readonly ComponentValue[]): string {
  return nodes.map(String).join('');
}

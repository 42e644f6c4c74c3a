import { drawnColour, isOneValue, lightAndDark, valueIn, withValue, written, type Halves } from './theme-text.js';
import type { Scheme } from '../../src/theme-check/rendered-colours.js';
import { hexOf } from '../../src/theme-check/colour.js';
import { tokenOf, type DocumentedProperty } from './documented-properties.js';

/** What a field asks for: the theme with it, or why not. */
export type Turned = { readonly css: string } | { readonly fault: string };

/** The theme with another colour in one scheme. Nothing gives the default back; a whole `light-dark()` goes to both schemes. */
export function withColour(css: string, { name }: DocumentedProperty, scheme: Scheme, text: string): Turned {
  const asked = text.trim();
  const silent = withValue(css, name, undefined);
  const byDefault = coloursIn(silent, name);
  const before = valueIn(css, name) ?? byDefault;
  if (asked === '') {
    const after = { ...before, [scheme]: byDefault[scheme] };
    const isDefault = after.light === byDefault.light && after.dark === byDefault.dark;
    return { css: isDefault ? silent : withValue(css, name, written(after)) };
  }
  const both = isOneValue(asked) ? lightAndDark(asked) : undefined;
  const after: Halves = both ?? { ...before, [scheme]: asked };
  const isColour =
    isOneValue(asked) && (both ? isDrawn(css, name, both, 'light', 'dark') : isDrawn(css, name, after, scheme));
  if (isColour) return { css: withValue(css, name, written(after)) };
  return {
    fault: `“${asked}” is no colour. Write one such as #1b6ca8 or oklch(0.5 0.12 245); until then ${before[scheme]} stays.`,
  };
}

function isDrawn(css: string, name: string, halves: Halves, ...schemes: readonly Scheme[]): boolean {
  return schemes.every((scheme) => {
    const { colour, system, from } = drawnColour(withValue(css, name, halves[scheme]), tokenOf(name)!, scheme);
    return from !== undefined && (colour ?? system) !== undefined;
  });
}

/** The colours that a property comes to. */
export function coloursIn(css: string, name: string): Halves {
  const [light, dark] = (['light', 'dark'] as const).map((scheme) => {
    const { colour, system } = drawnColour(css, tokenOf(name)!, scheme);
    return colour ? hexOf(colour) : (system ?? '');
  });
  return { light: light!, dark: dark! };
}

const styles: Readonly<Record<DocumentedProperty['kind'], string>> = {
  colour: 'color',
  font: 'font-family',
  radius: 'border-radius',
  size: 'max-block-size',
};

const examples: Readonly<Record<DocumentedProperty['kind'], string>> = {
  colour: '#1b6ca8',
  font: 'Georgia, serif',
  radius: '4px',
  size: '30em',
};

/** The theme with another font or size. */
export function withSize(css: string, { name, kind, byDefault }: DocumentedProperty, text: string): Turned {
  const asked = text.trim();
  if (asked === '') return { css: withValue(css, name, undefined) };
  if (isOneValue(asked) && CSS.supports(styles[kind], asked)) return { css: withValue(css, name, asked) };
  const before = valueIn(css, name)?.light ?? byDefault;
  const noun = kind === 'font' ? 'list of fonts' : 'size';
  return { fault: `“${asked}” is no ${noun}. Write one such as ${examples[kind]}; until then ${before} stays.` };
}

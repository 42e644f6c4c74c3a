import {
  computedColour,
  isOneValue,
  lightDarkOf,
  valueIn,
  withValue,
  lightDarkText,
  type LightDark,
} from './theme-text.js';
import type { Scheme } from '../../src/theme-check/rendered-colours.js';
import { hexOf } from '../../src/theme-check/colour.js';
import { tokenOf, type DocumentedProperty } from './documented-properties.js';

/** The theme with a field's new value, or why the value is invalid. */
export type Edit = { readonly css: string } | { readonly error: string };

/** Sets a colour in one scheme. An empty text restores the default; `light-dark()` sets both schemes. */
export function withColour(css: string, { name }: DocumentedProperty, scheme: Scheme, text: string): Edit {
  const value = text.trim();
  const withoutProperty = withValue(css, name, undefined);
  const defaults = computedColours(withoutProperty, name);
  const before = valueIn(css, name) ?? defaults;
  if (value === '') {
    const after = { ...before, [scheme]: defaults[scheme] };
    const isDefault = after.light === defaults.light && after.dark === defaults.dark;
    return { css: isDefault ? withoutProperty : withValue(css, name, lightDarkText(after)) };
  }
  const both = isOneValue(value) ? lightDarkOf(value) : undefined;
  const after: LightDark = both ?? { ...before, [scheme]: value };
  const isColour =
    isOneValue(value) && (both ? isUsed(css, name, both, 'light', 'dark') : isUsed(css, name, after, scheme));
  if (isColour) return { css: withValue(css, name, lightDarkText(after)) };
  return {
    error: `“${value}” is not a colour. Use one such as #1b6ca8 or oklch(0.5 0.12 245); until then, ${before[scheme]} stays.`,
  };
}

/** Whether the widgets use the value as a colour in these schemes. */
function isUsed(css: string, name: string, values: LightDark, ...schemes: readonly Scheme[]): boolean {
  return schemes.every((scheme) => {
    const { colour, system, from } = computedColour(withValue(css, name, values[scheme]), tokenOf(name)!, scheme);
    return from !== undefined && (colour ?? system) !== undefined;
  });
}

/** Returns the colours that result for a property, as hexadecimal or system colours; empty where there is none. */
export function computedColours(css: string, name: string): LightDark {
  const [light, dark] = (['light', 'dark'] as const).map((scheme) => {
    const { colour, system } = computedColour(css, tokenOf(name)!, scheme);
    return colour ? hexOf(colour) : (system ?? '');
  });
  return { light: light!, dark: dark! };
}

/** A CSS property that accepts the same values. */
const cssProperties: Readonly<Record<DocumentedProperty['kind'], string>> = {
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

/** Sets a font or a size. An empty text restores the default. */
export function withSize(css: string, { name, kind, defaultValue }: DocumentedProperty, text: string): Edit {
  const value = text.trim();
  if (value === '') return { css: withValue(css, name, undefined) };
  if (isOneValue(value) && CSS.supports(cssProperties[kind], value)) return { css: withValue(css, name, value) };
  const before = valueIn(css, name)?.light ?? defaultValue;
  const noun = kind === 'font' ? 'list of fonts' : 'size';
  return { error: `“${value}” is not a ${noun}. Use one such as ${examples[kind]}; until then, ${before} stays.` };
}

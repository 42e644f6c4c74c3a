import { unsafeCSS } from 'lit';
import { colourDefault, colourTokens, palette, type ColourToken } from '../theme/tokens.js';

const declarations = (valueOf: (token: ColourToken) => string) =>
  colourTokens.map((token) => `--_${token}:${valueOf(token)}`).join(';');

/** The publisher’s colours with their defaults, and the system’s in forced-colors mode. */
export const colourStyles = unsafeCSS(
  `:host{${declarations((token) => `var(--stance-${token}, ${colourDefault(token)})`)}}` +
    `@media (forced-colors:active){:host{${declarations((token) => palette[token].forced)}}}`,
);

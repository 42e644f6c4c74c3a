import { parse, type Declaration } from 'postcss';
import { describe, expect, it } from 'vitest';
import { readColour } from '../../src/theme-check/colour.js';
import { colourDefault, colourTokens, palette } from '../../src/theme/tokens.js';
import { colourStyles } from '../../src/views/colours.styles.js';

/** What `:host` declares, in every mode or in forced colours, by property. */
function hostDeclarations(isForced: boolean): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  parse(colourStyles.cssText).walkDecls((declaration: Declaration) => {
    const rule = declaration.parent;
    const around = rule?.parent;
    const params = around?.type === 'atrule' && 'params' in around ? around.params : '';
    if (rule?.type !== 'rule' || !('selector' in rule) || rule.selector !== ':host') return;
    if (params.includes('forced-colors') === isForced && (isForced || !params))
      found.set(declaration.prop, declaration.value);
  });
  return found;
}

/** Colours in one spelling: `#fff` and `#ffffff` are the same. */
const normalised = (css: string) => css.replaceAll(/#[\da-f]+/gi, (colour) => JSON.stringify(readColour(colour)));

describe.each(colourTokens)('the colour %s', (token) => {
  it('has in the elements’ style sheet the default that the tokens give', () => {
    const declared = hostDeclarations(false).get(`--_${token}`)!;
    expect(normalised(declared)).toBe(normalised(`var(--stance-${token}, ${colourDefault(token)})`));
  });

  it('has in forced colours the system colour that the tokens give', () => {
    expect(hostDeclarations(true).get(`--_${token}`)).toBe(palette[token].forced);
  });
});

import { describe, expect, it } from 'vitest';
import { allTexts, names } from './calls.js';
import { pseudo } from './pseudo.js';

describe('the pseudo-language', () => {
  const messages = pseudo();

  it('is English in brackets, accented and longer, with data unchanged', () => {
    expect(messages.close).toBe('[Çļöšé ··]');
    expect(messages.sources(['The Gazette', 'Radio Nord'])).toBe('[Šöûŕçéš꞉ The Gazette åñđ Radio Nord ····]');
    expect(messages.comma).toBe('⹁ ');
    expect(messages.number(1234)).toBe('1,234');
    expect(messages.differsMost(['A claim'], 0, true)).toBe('[Çöṽéŕåĝé đîƒƒéŕš ɱöšţ öñ “A claim”. ·······]');
  });

  it('is complete', () => {
    const said = allTexts(messages);
    expect(said.length).toBeGreaterThan(200);
    for (const { call, text } of said) {
      expect(text, call).not.toMatch(/undefined|NaN|[\ue000\ue001]/);
      const own = names.reduce((rest, name) => rest.replaceAll(name, ''), text.replace(/“.*”/gs, ''));
      if (/\p{L}/u.test(own)) expect(own, call).toMatch(/^\[.*\]$|^[^\p{Script=Latin}]*$/su);
    }
  });
});

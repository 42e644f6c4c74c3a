import { describe, expect, it } from 'vitest';
import { isolateBidi, withIsolatedNames } from '../../src/wording/bidi.js';
import { english } from '../../src/wording/english.js';

const isolate = (text: string) => `\u2068${text}\u2069`;

describe('a text', () => {
  it.each([
    ['of one direction', 'The Gazette'],
    ['of right-to-left letters, which closes nothing', 'صحيفة الشرق'],
    ['with an isolate that it closes', 'a \u2067b\u2069 c'],
    ['with an embedding that it closes', 'a \u202bb\u202c c'],
    ['with an embedding that its isolate closes', '\u2067a \u202bb\u2069 c'],
    ['with one in the other', '\u202ba \u2067b\u2069\u202c'],
    ['with a pop that has nothing to pop', 'a\u202c'],
  ])('%s is as it is', (_, text) => {
    expect(isolateBidi(text)).toBe(text);
  });

  it.each([
    ['an override that it leaves open', '\u202egnp.exe'],
    ['an embedding that it leaves open', 'a \u202a b'],
    ['an embedding that another closes', 'a \u202b\u202b b\u202c'],
  ])('with %s is isolated', (_, text) => {
    expect(isolateBidi(text)).toBe(isolate(text));
  });

  it('cannot leave an isolate open, or close the one around it', () => {
    expect(isolateBidi('a\u2067b')).toBe(isolate('a\u2067b\u2069'));
    expect(isolateBidi('a\u2067b\u2066c')).toBe(isolate('a\u2067b\u2066c\u2069\u2069'));
    // An isolate of its own takes the pop that would close the one around the text.
    expect(isolateBidi('a\u2069b')).toBe(isolate('\u2066a\u2069b'));
    expect(isolateBidi('\u2069\u2069b')).toBe(isolate('\u2066\u2066\u2069\u2069b'));
    expect(isolateBidi('\u2067a\u2069\u2069\u2067b')).toBe(isolate('\u2066\u2067a\u2069\u2069\u2067b\u2069'));
  });
});

describe('a message', () => {
  const messages = () => withIsolatedNames(english('en'));

  it('isolates a name that could reorder it, also one in a list or an object, and no other', () => {
    expect(messages().readInArticle('The Gazette')).toBe('Read in The Gazette');
    expect(messages().readInArticle('الشرق')).toBe(`Read in ${isolate('الشرق')}`);
    expect(messages().sources(['The Gazette', '\u202eabc'])).toBe(`Sources: The Gazette and ${isolate('\u202eabc')}`);
    const mark = { isPlural: false, isOutlet: false, side: 'support', statements: 2, contested: false } as const;
    expect(messages().mark({ ...mark, voice: 'Ann', claim: 'A claim', outlets: 'الشرق' })).toBe(
      `Ann supports “A claim”; 2 statements; quoted in ${isolate('الشرق')}`,
    );
    const outlets = { kind: 'onlySupporters', count: 1, names: ['الشرق'], isAll: false } as const;
    expect(messages().quoting([outlets], false)).toBe(`${isolate('الشرق')} quotes only supporters.`);
  });

  it('has what it was given besides names', () => {
    expect(messages().contestedBy('الشرق', undefined)).toBe(`Contested by ${isolate('الشرق')}`);
    expect(messages().bandWithout('الشرق', 'agree')).toBe(english('en').bandWithout(isolate('الشرق'), 'agree'));
    expect(messages().scoreWithout('الشرق', 0.5)).toContain('0.50');
  });

  it('that is no function stays as it is', () => {
    const { close, side, lang } = messages();
    expect([close, side, lang]).toEqual([english('en').close, english('en').side, 'en']);
  });
});

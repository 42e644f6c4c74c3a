import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { english } from '../../src/wording/english.js';
import { addedLanguages, addLanguage } from '../../src/wording/language-registry.js';
import { messagesFor } from '../../src/wording/messages-for.js';

const registry = Symbol.for('stancekit.languages');
const close = (text: string) => (lang: string) => ({ ...english(lang), lang, close: text });

let before: unknown;
beforeEach(() => {
  before = Reflect.get(globalThis, registry);
  Reflect.deleteProperty(globalThis, registry);
});
afterEach(() => {
  Reflect.set(globalThis, registry, before);
  vi.unstubAllGlobals();
});

it('a page without added languages has no registry, and English', () => {
  expect(addedLanguages()).toBeUndefined();
  expect(messagesFor('tlh').close).toBe(english('en').close);
});

it('an added language is used for its tag and those below it; one for a country comes first', () => {
  addLanguage('tlh', close('SoQmoH'));
  addLanguage('tlh-AT', close('Servus'));
  expect(messagesFor('tlh').close).toBe('SoQmoH');
  expect(messagesFor('tlh-CH')).toMatchObject({ close: 'SoQmoH', lang: 'tlh-CH' });
  expect(messagesFor('tlh-AT').close).toBe('Servus');
  expect(messagesFor('TLH').lang).toBe('tlh');
  expect([...addedLanguages()!.keys()]).toEqual(['tlh', 'tlh-AT']);
});

it('the first of two for one tag is kept', () => {
  addLanguage('tlh', close('first'));
  addLanguage('tlh', close('second'));
  expect(messagesFor('tlh-001').close).toBe('first');
});

it('messages that an older language lacks are in English', () => {
  addLanguage('tlh', () => ({ close: 'SoQmoH' }) as ReturnType<typeof english>);
  expect(messagesFor('tlh-150')).toMatchObject({ close: 'SoQmoH', next: english('en').next });
});

it('widgets on the page hear of a language once', () => {
  const heard = vi.fn();
  vi.stubGlobal('dispatchEvent', heard);
  addLanguage('tlh', english);
  expect(heard, 'in Node').not.toHaveBeenCalled();
  vi.stubGlobal('document', {});
  addLanguage('tlh', english);
  addLanguage('sux', english);
  expect(heard.mock.calls.map(([event]) => (event as Event).type)).toEqual(['stancekit.languages']);
});

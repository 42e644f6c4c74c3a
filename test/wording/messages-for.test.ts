import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../src/wording/formats.js';
import { messagesFor } from '../../src/wording/messages-for.js';

describe('the messages', () => {
  it('are in the requested language, else in English, for any tag', () => {
    expect(messagesFor('en-GB').date('2021-01-12')).toBe('12 January 2021');
    expect(messagesFor('en-US').date('2021-01-12')).toBe('January 12, 2021');
    for (const tag of ['', 'xx', 'not a tag', 'tlh', '\u0000', '__proto__'])
      expect(messagesFor(tag).lang, tag).toBe('en');
  });

  it('are the same object for the same tag', () => {
    expect(messagesFor('en')).toBe(messagesFor('en'));
  });

  it('use singular and plural', () => {
    const messages = messagesFor('en');
    expect([0, 1, 2, 1234].map(messages.statementCount)).toEqual([
      '0 statements',
      '1 statement',
      '2 statements',
      '1,234 statements',
    ]);
    expect(messages.balance(1, 0, 2)).toBe('1 for, 0 against, 2 on neither side');
  });

  it('format small counts as the browser does', () => {
    for (const tag of ['en', 'en-IN', 'de-CH', 'fr', 'es-419', 'ar-EG', 'en-u-nu-arab']) {
      const { number } = formatsFor(tag);
      const browsers = new Intl.NumberFormat(tag);
      for (const count of [0, 7, 42, 999, 1000, 12345]) expect(number(count), tag).toBe(browsers.format(count));
    }
  });

  it('drop the full stop of a claim that they quote and never end a sentence twice, in any script', () => {
    const mark = {
      voice: 'Ann',
      side: 'support',
      isPlural: false,
      isOutlet: false,
      statements: 1,
      outlets: 'The Daily',
      contested: false,
    } as const;
    for (const claim of ['The tax is fair.', 'الضريبة عادلة.']) {
      const messages = messagesFor('en');
      expect(messages.differsMost([claim], 0, true)).not.toMatch(/\.\W*”/);
      expect(messages.mark({ ...mark, claim })).not.toMatch(/\.\W*”/);
    }
  });

  it('do not treat a dollar sign in a name as a pattern', () => {
    expect(messagesFor('en').sources(['$& Press', '$1'])).toBe('Sources: $& Press and $1');
  });

  it('show the same date in every time zone', () => {
    expect(messagesFor('en-GB').date('1999-12-31')).toBe('31 December 1999');
  });
});

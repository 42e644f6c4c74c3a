import { describe, expect, it } from 'vitest';
import { englishFormats } from '../../src/wording/english-formats.js';
import { messagesFor } from '../../src/wording/messages-for.js';

const tags = ['en', 'en-US', 'en-PH', 'en-CA', 'en-GB', 'en-AU', 'en-IE', 'en-NZ', 'en-SG', 'en-001'];
const oneDay = 86_400_000;

/** Returns the first of these that the two write differently, with both texts; undefined if there is none. */
function firstDifference<T>(all: Iterable<T>, ours: (each: T) => string, theirs: (each: T) => string) {
  for (const each of all) if (ours(each) !== theirs(each)) return [each, ours(each), theirs(each)];
  return undefined;
}

function* daysOf(...years: readonly number[]): Generator<string> {
  for (const year of years) {
    const first = new Date(0);
    first.setUTCFullYear(year, 0, 1);
    for (let day = first; day.getUTCFullYear() === year; day = new Date(day.getTime() + oneDay))
      yield day.toISOString().slice(0, 10);
  }
}

/** All up to 10,000, then every 997th up to ten million, and those next to each power of ten. */
function* counts(): Generator<number> {
  for (let count = 0; count <= 10_000; count++) yield count;
  for (let count = 10_000; count <= 10_000_000; count += 997) yield count;
  for (const power of [1e3, 1e4, 1e5, 1e6, 1e7]) yield* [power - 1, power, power + 1];
}

/** Every fraction with a denominator up to 200, also with thousands before the point, of both signs. */
function* fractions(): Generator<number> {
  for (let below = 1; below <= 200; below++)
    for (let above = 0; above <= below; above++)
      for (const whole of [0, 1234]) yield* [whole + above / below, -whole - above / below];
}

describe.each(tags)('%s, formatted without Intl, is the same as with Intl:', (tag) => {
  const ours = englishFormats(tag);

  it('every day of leap years, common years and years far away', () => {
    const theirs = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
    const years = [1, 99, 1582, 1900, 2000, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 9999];
    const days = [...daysOf(...years)];
    expect(days.length).toBeGreaterThan(14 * 365);
    expect(firstDifference(days, ours.date, (day) => theirs.format(new Date(`${day}T00:00:00Z`)))).toBeUndefined();
  });

  it('lists of up to twelve names', () => {
    const theirs = new Intl.ListFormat(tag, { type: 'conjunction' });
    const lists = Array.from({ length: 13 }, (_, length) => Array.from({ length }, (_, index) => `Name ${index}`));
    expect(firstDifference(lists, ours.list, (names) => theirs.format(names))).toBeUndefined();
  });

  it('whole numbers to ten million', () => {
    const theirs = new Intl.NumberFormat(tag);
    expect(firstDifference(counts(), ours.number, (count) => theirs.format(count))).toBeUndefined();
  });

  it('numbers with two decimals, rounded as by hand', () => {
    const theirs = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const write = (value: number) => ours.number(value, 2);
    // Intl writes a minus sign before zero.
    const expected = (value: number) => theirs.format(value === 0 ? 0 : value);
    expect(firstDifference(fractions(), write, expected)).toBeUndefined();
  });

  it('signed numbers, with a true minus and none before zero', () => {
    const theirs = new Intl.NumberFormat(tag, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      signDisplay: 'exceptZero',
    });
    const expected = (value: number) => theirs.format(value).replace('-', '\u2212');
    expect(firstDifference(fractions(), ours.signed, expected)).toBeUndefined();
    expect([0.5, -0.5, 0, -0.001].map(ours.signed)).toEqual(['+0.50', '\u22120.50', '0.00', '0.00']);
  });
});

describe('the messages in English', () => {
  it('use singular and plural as the plural rules of the language do', () => {
    const rules = new Intl.PluralRules('en');
    const messages = messagesFor('en');
    for (const count of [0, 1, 2, 3, 5, 10, 11, 21, 100, 101, 999, 1000, 1001]) {
      const [one, several] = [` statement`, ` statements`];
      expect(messages.statementCount(count).endsWith(rules.select(count) === 'one' ? one : several), `${count}`).toBe(
        true,
      );
    }
  });

  it('do not use Intl, except for validating the tag', () => {
    const kept = { ...Object.getOwnPropertyDescriptors(Intl) };
    for (const name of ['DateTimeFormat', 'ListFormat', 'NumberFormat', 'PluralRules'] as const)
      Object.defineProperty(Intl, name, {
        configurable: true,
        get: () => {
          throw new Error(`${name} is used.`);
        },
      });
    try {
      const messages = messagesFor('en-NZ');
      expect(messages.analysedOn('2021-01-12')).toBe('analysed 12 January 2021');
      expect(messages.sources(['One', 'Two', 'Three'])).toBe('Sources: One, Two and Three');
      expect(messages.claimsShown(5, 1234)).toBe('Showing 5 of 1,234 claims.');
      expect(messages.calculated([-1 / 3, 0, 0.5], 2 / 3)).toBe('Here \u22120.33, 0.00, +0.50 give D = 0.67.');
      expect(messages.dependsOn(2)).toBe('Without any one of 2 statements, marked below, the category would change.');
    } finally {
      Object.defineProperties(Intl, kept);
    }
  });
});

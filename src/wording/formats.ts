/** What `Intl` knows of a language: numbers, dates, lists, plurals. Shared by all catalogues. */
export interface Formats {
  readonly number: (value: number, digits?: number) => string;
  /** A signed number with a true minus sign: “+0.50”. */
  readonly signed: (value: number) => string;
  /** `2021-01-12` → “12 January 2021”. */
  readonly date: (isoDate: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** The form for a count; `other` must be there. */
  readonly plural: (
    count: number,
    forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>,
  ) => string;
}

export function formatsFor(lang: string): Formats {
  const rules = new Intl.PluralRules(lang);
  const dates = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(lang, { type: 'conjunction' });
  const numbers = (digits: number, sign: 'auto' | 'exceptZero' = 'auto') =>
    new Intl.NumberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: sign });
  const formats: Formats = {
    number: (value, digits = 0) => numbers(digits).format(value),
    signed: (value) => numbers(2, 'exceptZero').format(value).replace('-', '\u2212'),
    date: (isoDate) => dates.format(new Date(`${isoDate}T00:00:00Z`)),
    list: (items) => lists.format(items),
    plural: (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', () => formats.number(count)),
  };
  return formats;
}

/** How a language writes numbers, dates, lists and plurals; `Category` are its plural categories besides `other`. */
export interface Formats<Category extends Intl.LDMLPluralRule = never> {
  readonly number: (value: number, digits?: number) => string;
  /** A signed number with a true minus sign: “+0.50”. */
  readonly signed: (value: number) => string;
  /** `2021-01-12` → “12 January 2021”. */
  readonly date: (isoDate: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** The form for a count, with the number in place of its `#`. A form left out does not compile. */
  readonly plural: (count: number, forms: PluralForms<Category>) => string;
}

export type PluralForms<Category extends Intl.LDMLPluralRule> = Readonly<Record<Category | 'other', string>>;

/**
 * What `Intl` knows of a language, for catalogues that do not write their own (English does: `english-formats.ts`).
 * Each part of `Intl` is made when it is first needed, and once: making one costs more than a hundred uses.
 */
export function formatsFor<Category extends Intl.LDMLPluralRule = never>(lang: string): Formats<Category> {
  let rules: Intl.PluralRules | undefined;
  let dates: Intl.DateTimeFormat | undefined;
  let lists: Intl.ListFormat | undefined;
  const numbers = new Map<string, Intl.NumberFormat>();
  const numberFormat = (digits: number, signDisplay: 'auto' | 'exceptZero') => {
    const key = `${digits} ${signDisplay}`;
    const known = numbers.get(key);
    if (known) return known;
    const made = new Intl.NumberFormat(lang, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay,
    });
    numbers.set(key, made);
    return made;
  };
  // A page's first number format takes the browser longer than the whole drawing, and small counts do not need it.
  const isPlain = /^(en|de|fr|es)(-(?!u-)|$)/.test(lang);
  const number = (value: number, digits = 0) =>
    isPlain && digits === 0 && value >= 0 && value < 1000 && Number.isInteger(value)
      ? String(value)
      : numberFormat(digits, 'auto').format(value);
  return {
    number,
    signed: (value) => numberFormat(2, 'exceptZero').format(value).replace('-', '\u2212'),
    date: (isoDate) =>
      (dates ??= new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' })).format(
        new Date(`${isoDate}T00:00:00Z`),
      ),
    list: (items) =>
      items.length === 1 ? items[0]! : (lists ??= new Intl.ListFormat(lang, { type: 'conjunction' })).format(items),
    plural(count, forms) {
      // A browser may know a category that was none when the language was written.
      const known: Readonly<Record<string, string | undefined>> = forms;
      const form = known[(rules ??= new Intl.PluralRules(lang)).select(count)] ?? forms.other;
      return form.replace('#', () => number(count));
    },
  };
}

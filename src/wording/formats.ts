/** How a language writes numbers, dates, lists and plurals. `Category` is its plural categories besides `other`. */
export interface Formats<Category extends Intl.LDMLPluralRule = never> {
  readonly number: (value: number, digits?: number) => string;
  /** A signed number with a true minus sign: “+0.50”. */
  readonly signed: (value: number) => string;
  /** `2021-01-12` → “12 January 2021”. */
  readonly date: (isoDate: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** Returns the form for a count, with `#` replaced by the number. A missing form does not compile. */
  readonly plural: (count: number, forms: PluralForms<Category>) => string;
}

export type PluralForms<Category extends Intl.LDMLPluralRule> = Readonly<Record<Category | 'other', string>>;

/**
 * Returns the formats of `Intl` for a language; English has its own (`english-formats.ts`). Each `Intl` object is created when it is first
 * needed and then kept, because creating one takes longer than a hundred uses.
 */
export function formatsFor<Category extends Intl.LDMLPluralRule = never>(lang: string): Formats<Category> {
  let rules: Intl.PluralRules | undefined;
  let dates: Intl.DateTimeFormat | undefined;
  let lists: Intl.ListFormat | undefined;
  const numbers = new Map<string, Intl.NumberFormat>();
  const numberFormat = (digits: number, signDisplay: 'auto' | 'exceptZero') => {
    const key = `${digits} ${signDisplay}`;
    let format = numbers.get(key);
    if (!format) {
      format = new Intl.NumberFormat(lang, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay,
      });
      numbers.set(key, format);
    }
    return format;
  };
  // Small counts skip `Intl`: the first number format on a page takes the browser longer than rendering the widget.
  const hasPlainDigits = /^(en|de|fr|es)(-(?!u-)|$)/.test(lang);
  const number = (value: number, digits = 0) =>
    hasPlainDigits && digits === 0 && value >= 0 && value < 1000 && Number.isInteger(value)
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
      // A newer browser may select a category that the language did not have when it was added.
      const formOf: Readonly<Record<string, string | undefined>> = forms;
      const form = formOf[(rules ??= new Intl.PluralRules(lang)).select(count)] ?? forms.other;
      return form.replace('#', () => number(count));
    },
  };
}

import type { Formats } from './formats.js';

const months = 'January February March April May June July August September October November December'.split(' ');

/**
 * Returns how English writes numbers, dates and lists, as `Intl` does but without it: its first use takes a browser longer than all other
 * rendering. The month comes first for the United States, Canada, the Philippines and tags without a country, elsewhere the day. Not
 * supported: countries that group digits differently, use a decimal comma, or write days below ten with a leading zero.
 */
export function englishFormats(lang: string): Omit<Formats, 'plural'> {
  const isMonthFirst = ['', 'US', 'CA', 'PH'].includes(lang.slice(3, 5));
  const lastComma = isMonthFirst && !lang.startsWith('en-CA') ? ',' : '';
  // Adds a tiny amount, because a decimal half such as 0.015 may be slightly less as a binary fraction.
  const unsigned = (value: number, digits = 0) => {
    const digitsOnly = (Math.abs(value) + 1e-9).toFixed(digits);
    return Math.abs(value) < 999 ? digitsOnly : digitsOnly.replace(/\B(?=(\d{3})+(\.|$))/g, ',');
  };
  return {
    number: (value, digits) => (value < 0 ? '-' : '') + unsigned(value, digits),
    signed(value) {
      const rounded = unsigned(value, 2);
      return (rounded === '0.00' ? '' : value < 0 ? '\u2212' : '+') + rounded;
    },
    date(isoDate) {
      const [year, month, day] = isoDate.split('-').map(Number) as [number, number, number];
      const name = months[month - 1]!;
      return isMonthFirst ? `${name} ${day}, ${year}` : `${day} ${name} ${year}`;
    },
    list: (items) =>
      items.length > 2 ? `${items.slice(0, -1).join(', ')}${lastComma} and ${items.at(-1)!}` : items.join(' and '),
  };
}

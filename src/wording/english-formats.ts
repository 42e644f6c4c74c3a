import type { Formats } from './formats.js';

const months = 'January February March April May June July August September October November December'.split(' ');

/**
 * Numbers, dates and lists as `Intl` has them in English, but without it: its first use takes a browser longer than drawing all
 * the rest. The month comes first in the United States, Canada and the Philippines and where no country is named, the day
 * elsewhere. Some countries also group large numbers
 * otherwise, have a decimal comma, or write days below ten with a nought: that is not followed.
 */
export function englishFormats(lang: string): Omit<Formats, 'plural'> {
  const isMonthFirst = ['', 'US', 'CA', 'PH'].includes(lang.slice(3, 5));
  const lastComma = isMonthFirst && !lang.startsWith('en-CA') ? ',' : '';
  // A hair more than the number: what is half in decimal digits (0.015) may be a little less in binary ones.
  const unsigned = (value: number, digits = 0) => {
    const written = (Math.abs(value) + 1e-9).toFixed(digits);
    return Math.abs(value) < 999 ? written : written.replace(/\B(?=(\d{3})+(\.|$))/g, ',');
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

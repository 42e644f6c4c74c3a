// Markdown tables and the numbers in them.

/**
 * @param {readonly string[]} header
 * @param {readonly (readonly string[])[]} rows
 * @param {readonly number[]} textColumns all others are numbers, aligned to the right
 */
export function table(header, rows, textColumns = [0]) {
  const rule = header.map((_, index) => (textColumns.includes(index) ? '---' : '--:'));
  return [header, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Formats with three significant digits; a dash where nothing was measured. @param {number} value */
export function number(value) {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** @param {number} bytes */
export function kilobytes(bytes) {
  return (bytes / 1000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

// Markdown tables and the figures in them.

/** The first column is text, the others figures, where nothing else is said. @param {readonly string[]} head @param {readonly (readonly string[])[]} rows @param {readonly number[]} texts */
export function table(head, rows, texts = [0]) {
  const rule = head.map((_, index) => (texts.includes(index) ? '---' : '--:'));
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Three digits that count; a dash for what was not measured. @param {number} value */
export function number(value) {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** @param {number} bytes */
export function kilobytes(bytes) {
  return (bytes / 1000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

import { Document, Scalar } from 'yaml';

/** Words of an article are always in quotation marks, as in a coding written by hand. */
const quoted = new Set(['quote', 'before', 'after']);
const options = { lineWidth: 0, singleQuote: true, doubleQuotedMinMultiLineLength: Infinity } as const;

/** Returns `name: value` on a single line; `inBraces` as it stands between braces. */
export function fieldText(name: string, value: string, inBraces: boolean): string {
  const document = new Document({ [name]: scalarOf(name, value) });
  const map = document.contents as unknown as { flow: boolean };
  map.flow = inBraces;
  const text = document.toString(options).trimEnd();
  return inBraces ? text.slice(2, -2) : text;
}

function scalarOf(name: string, value: string): unknown {
  if (name === 'plural' && /^(?:true|false)$/u.test(value)) return value === 'true';
  const scalar = new Scalar(value);
  // Only double quotation marks can hold line breaks and control characters as escapes.
  if (/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/u.test(value)) scalar.type = 'QUOTE_DOUBLE';
  else if (quoted.has(name)) scalar.type = 'QUOTE_SINGLE';
  return scalar;
}

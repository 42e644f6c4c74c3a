/** More sources than this do not fit as dots under a mark; their number is in its name and in the panel. */
const mostPips = 6;

/** Whether so many sources are shown as dots; of one there is nothing to tell. */
export function hasPips(sources: number): boolean {
  return sources > 1 && sources <= mostPips;
}

const pitch = 6;
const sheets = new Map<number, CSSStyleSheet>();

/**
 * The class of a row of dots, one a source, `on` for those that carry a mark; undefined where dots would say nothing. A dot that is on
 * differs by size as well as by colour.
 */
export function pipsClass(on: readonly boolean[]): string | undefined {
  return hasPips(on.length) ? `pips on-${on.map(Number).join('')}` : undefined;
}

/**
 * The rules of all rows of that many dots. One background an element costs a tenth of an element a dot, and rules made here
 * need no style attribute, which a strict content security policy forbids.
 */
export function pipsSheet(count: number): CSSStyleSheet {
  const known = sheets.get(count);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  const patterns = Array.from({ length: 2 ** count }, (_, number) => number.toString(2).padStart(count, '0'));
  const dot = (on: string, index: number) =>
    `radial-gradient(circle at ${index * pitch + 2}px 50%, ${on === '1' ? 'var(--_muted) 1.7px, transparent 2.3px' : 'var(--_pip) 1.2px, transparent 1.8px'})`;
  sheet.replaceSync(
    `.pips{display:block;inline-size:${count * pitch - 2}px;block-size:5px}` +
      patterns.map((pattern) => `.on-${pattern}{background:${Array.from(pattern, dot).join()}}`).join(''),
  );
  sheets.set(count, sheet);
  return sheet;
}

/** More sources than this do not fit as dots under a mark; their number is in its name and in the panel. */
const mostPips = 6;

/** Whether so many sources are shown as dots; of one there is nothing to tell. */
export function hasPips(sources: number): boolean {
  return sources > 1 && sources <= mostPips;
}

/**
 * The class of what has a row of dots below it, one a source, `on` for those that carry a mark; undefined where dots would say
 * nothing. A dot that is on differs by size as well as by colour.
 */
export function pipsClass(on: readonly boolean[]): string | undefined {
  return hasPips(on.length) ? `pips on-${on.map(Number).join('')}` : undefined;
}

const pitch = 6;

/**
 * The rules of all rows of that many dots. One background costs a tenth of an element a dot, and rules made here need no style
 * attribute, which a strict content security policy forbids.
 */
export function pipsRules(count: number): string {
  const patterns = Array.from({ length: 2 ** count }, (_, number) => number.toString(2).padStart(count, '0'));
  const dot = (on: string, index: number) =>
    `radial-gradient(circle at ${index * pitch + 2}px 50%, ${on === '1' ? 'var(--_muted) 1.7px, transparent 2.3px' : 'var(--_pip) 1.2px, transparent 1.8px'})`;
  return (
    `.pips{--_pip:var(--_line)}.pips::after{content:"";display:block;inline-size:${count * pitch - 2}px;block-size:5px;margin-inline:auto;print-color-adjust:exact}` +
    `[dir=rtl] .pips::after{transform:scaleX(-1)}` +
    `@media(forced-colors:active){.pips{--_pip:GrayText}.pips::after{forced-color-adjust:none}}` +
    patterns.map((pattern) => `.on-${pattern}::after{background:${Array.from(pattern, dot).join()}}`).join('')
  );
}

const sheets = new Map<number, CSSStyleSheet>();

/** These rules as one style sheet for all widgets of a page. */
export function pipsSheet(count: number): CSSStyleSheet {
  const known = sheets.get(count) ?? new CSSStyleSheet();
  if (!sheets.has(count)) known.replaceSync(pipsRules(count));
  sheets.set(count, known);
  return known;
}

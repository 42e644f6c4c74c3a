/** More sources than this do not fit as dots under a mark; their number is in its name and in the panel. */
const mostPips = 6;

/** Whether so many sources are shown as dots; of one there is nothing to tell. */
export function hasPips(sources: number): boolean {
  return sources > 1 && sources <= mostPips;
}

/**
 * The class of what has a row of dots, one a source, `on` for those that carry a mark, from left to right; undefined where dots would
 * say nothing. A dot that is on differs by size as well as by colour.
 */
export function pipsClass(on: readonly boolean[], isMirrored: boolean): string | undefined {
  return hasPips(on.length) ? `pips on-${(isMirrored ? [...on].reverse() : on).map(Number).join('')}` : undefined;
}

const pitch = 6;

/**
 * The rules of all rows of that many dots. Backgrounds of what is there anyway cost a fraction of an element a dot, and rules made
 * here need no style attribute, which a strict content security policy forbids.
 */
export function pipsRules(count: number): string {
  const patterns = Array.from({ length: 2 ** count }, (_, number) => number.toString(2).padStart(count, '0'));
  const dot = (on: string, index: number) => {
    const [colour, half] = on === '1' ? ['var(--_muted)', 2] : ['var(--_line)', 1];
    const middle = (index + 0.5) * pitch;
    return `#0000 0 ${middle - half}px,${colour} 0 ${middle + half}px`;
  };
  return (
    `.pips{print-color-adjust:exact;forced-color-adjust:none}i.pips{min-inline-size:${count * pitch}px;min-block-size:5px}` +
    patterns
      .map(
        (pattern) =>
          `.on-${pattern}{background:linear-gradient(90deg,${Array.from(pattern, dot).join()},#0000 0)50% var(--_y,50%)/${count * pitch}px 3px no-repeat}`,
      )
      .join('')
  );
}

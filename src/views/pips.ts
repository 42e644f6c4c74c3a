import { unsafeCSS, type CSSResult } from 'lit';
import { matrixTokens } from '../theme/tokens.js';

/** Returns whether that many sources are shown as pips; a single one needs none, and the others of many are named in the mark’s name and panel. */
export function hasPips(sources: number): boolean {
  return sources > 1 && sources <= matrixTokens.maxPips;
}

/**
 * Returns the class of an element with a row of pips: one per source, `on` for those that report the mark, from left to right; undefined
 * without pips. A pip that is on differs in size as well as in colour.
 */
export function pipsClass(on: readonly boolean[], isMirrored: boolean): string | undefined {
  return hasPips(on.length) ? `pips on-${(isMirrored ? [...on].reverse() : on).map(Number).join('')}` : undefined;
}

const stylesByCount = new Map<number, CSSResult>();

/**
 * Returns the rules of all rows of that many pips. As backgrounds of the buttons they cost a fraction of an element each, and rules need
 * no style attribute, which a strict content security policy forbids.
 */
export function pipsStyles(count: number): CSSResult {
  const styles = stylesByCount.get(count) ?? unsafeCSS(pipsRules(count));
  stylesByCount.set(count, styles);
  return styles;
}

function pipsRules(count: number): string {
  const { pipPitch } = matrixTokens;
  const patterns = Array.from({ length: 2 ** count }, (_, number) => number.toString(2).padStart(count, '0'));
  const pip = (on: string, index: number) => {
    const [colour, radius] = on === '1' ? ['var(--_muted)', 2] : ['var(--_line)', 1];
    const middle = (index + 0.5) * pipPitch;
    return `#0000 0 ${middle - radius}px,${colour} 0 ${middle + radius}px`;
  };
  const width = count * pipPitch;
  const rules = patterns.map((pattern) => {
    const pips = Array.from(pattern, pip).join();
    return `.on-${pattern}{background:linear-gradient(90deg,${pips},#0000 0)50% var(--_y,50%)/${width}px 3px no-repeat}`;
  });
  return `.pips{print-color-adjust:exact;forced-color-adjust:none}i.pips{min-inline-size:${width}px;min-block-size:5px}${rules.join('')}`;
}

import { range } from 'd3-array';
import { scalePoint } from 'd3-scale';
import type { Side } from '../../dataset/dataset.js';
import { lightPalette, markSize } from '../../theme/static-tokens.js';
import { matrixTokens } from '../../theme/tokens.js';
import { attributes, joined, markup, type Markup } from '../markup.js';
import { roundCoordinate } from './svg-text.js';

const { support, oppose, neutral, surface, ink, line, muted } = lightPalette;

/** Marks of 18 × 18 pixels. They are repeated for each mark, since `<use>` needs ids, which could clash with those of a page. */
const shapes: Readonly<Record<Side, Markup>> = {
  support: markup`<circle cx="9" cy="9" r="8.5" fill="${support}" />${renderSign('M5 9.4l2.8 2.8L13 6.6')}`,
  oppose: markup`<rect x="1" y="1" width="16" height="16" rx="3" fill="${oppose}" />${renderSign('M5.8 5.8l6.4 6.4M12.2 5.8l-6.4 6.4')}`,
  both: markup`<path d="M8.2 .6a8.5 8.5 0 0 0 0 16.8z" fill="${support}" /><path d="M9.8 1h5.2a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H9.8z" fill="${oppose}" />`,
  neutral: markup`<circle cx="9" cy="9" r="7.5" fill="none" stroke="${neutral}" stroke-width="1.6" /><path d="M5.8 9h6.4" stroke="${neutral}" stroke-width="1.8" stroke-linecap="round" />`,
};

function renderSign(d: string): Markup {
  return markup`<path d="${d}" fill="none" stroke="${surface}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />`;
}

/** Renders the mark of a side around a point; a title is shown on hover. */
export function renderSideMark(side: Side, x: number, y: number, title?: string): Markup {
  const [left, top] = [x, y].map((middle) => roundCoordinate(middle - markSize / 2));
  return markup`<g transform="translate(${left} ${top})">${title ? markup`<title>${title}</title>` : undefined}${shapes[side]}</g>`;
}

/** Whether a matrix of so many sources has pips; with one source they would say nothing. */
export function hasPips(sourceCount: number): boolean {
  return sourceCount > 1 && sourceCount <= matrixTokens.maxPips;
}

/** Renders one pip per source around a point, longer and darker for a source that reports the position. */
export function renderPips(reported: readonly boolean[], x: number, y: number, isMirrored: boolean): Markup {
  const half = ((reported.length - 1) * matrixTokens.pipPitch) / 2;
  const middle = scalePoint(range(reported.length), [x - half, x + half]);
  const pips = (isMirrored ? [...reported].reverse() : reported).map((isReported, index) => {
    const width = isReported ? 4 : 2;
    const left = roundCoordinate(middle(index)! - width / 2);
    return markup`<rect${attributes({ x: left, y: roundCoordinate(y - 1.5), width, height: 3, fill: isReported ? muted : line })} />`;
  });
  return joined(pips, '');
}

/** Renders how many voices support and oppose as a bar in two parts with its middle at `x`; empty without voices. */
export function renderBalance(
  { support: supporting, oppose: opposing }: { readonly support: number; readonly oppose: number },
  x: number,
  y: number,
  width: number,
  isMirrored: boolean,
): Markup {
  const total = supporting + opposing;
  if (total === 0) return joined([], '');
  const gap = supporting && opposing ? 2 : 0;
  const split = ((width - gap) * supporting) / total;
  const left = x - width / 2;
  const bar = (from: number, length: number, fill: string) =>
    markup`<rect${attributes({ x: roundCoordinate(left + (isMirrored ? width - from - length : from)), y: roundCoordinate(y), width: roundCoordinate(length), height: 4, fill })} />`;
  return joined([bar(0, split, support), bar(split + gap, width - gap - split, oppose)], '');
}

/** Renders the sign of a contested statement: an exclamation mark. */
export function renderContestedSign(x: number, y: number): Markup {
  return markup`<rect${attributes({ x: roundCoordinate(x - 4.5), y: roundCoordinate(y - 6.5), width: 9, height: 13, rx: 3, fill: ink })} /><path${attributes({ d: `M${roundCoordinate(x)} ${roundCoordinate(y - 4)}v4.4M${roundCoordinate(x)} ${roundCoordinate(y + 3)}v.6`, stroke: surface, 'stroke-width': 2, 'stroke-linecap': 'round' })} />`;
}

const ownShapes: Readonly<Record<Side, Markup>> = {
  support: markup`<path d="M9 .6l8.4 8.4L9 17.4.6 9z" fill="${support}" /><path d="M5.9 9.2l2.2 2.2 4-4.4" fill="none" stroke="${surface}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />`,
  oppose: markup`<path d="M9 .6l8.4 8.4L9 17.4.6 9z" fill="${oppose}" /><path d="M6.6 6.6l4.8 4.8M11.4 6.6l-4.8 4.8" fill="none" stroke="${surface}" stroke-width="1.8" stroke-linecap="round" />`,
  both: markup`<path d="M8.2 1.4v15.2L.6 9z" fill="${support}" /><path d="M9.8 1.4L17.4 9l-7.6 7.6z" fill="${oppose}" />`,
  neutral: markup`<path d="M9 1.6l7.4 7.4L9 16.4 1.6 9z" fill="none" stroke="${neutral}" stroke-width="1.6" /><path d="M6.4 9h5.2" stroke="${neutral}" stroke-width="1.8" stroke-linecap="round" />`,
};

/** Renders the diamond of what an outlet says in its own words around a point. */
export function renderOwnMark(side: Side, x: number, y: number): Markup {
  const [left, top] = [x, y].map((middle) => roundCoordinate(middle - markSize / 2));
  return markup`<g transform="translate(${left} ${top})">${ownShapes[side]}</g>`;
}

const pipShapes: Readonly<Record<Side, Markup>> = {
  support: markup`<circle cx="4" cy="4" r="4" fill="${support}" />`,
  oppose: markup`<rect x=".4" y=".4" width="7.2" height="7.2" rx="1" fill="${oppose}" />`,
  both: markup`<path d="M3.6 0a4 4 0 0 0 0 8z" fill="${support}" /><path d="M4.4 .4h3.2v7.2h-3.2z" fill="${oppose}" />`,
  neutral: markup`<circle cx="4" cy="4" r="3.2" fill="none" stroke="${neutral}" stroke-width="1.4" />`,
};

/** Renders one person whom an outlet quotes, 8 × 8 pixels around a point. */
export function renderPip(side: Side, x: number, y: number): Markup {
  const [left, top] = [x, y].map((middle) => roundCoordinate(middle - 4));
  return markup`<g transform="translate(${left} ${top})">${pipShapes[side]}</g>`;
}

/** Renders the dot of a cell in which nobody is quoted. */
export function renderAbsentDot(x: number, y: number): Markup {
  return markup`<circle${attributes({ cx: roundCoordinate(x), cy: roundCoordinate(y), r: 1, fill: neutral, opacity: 0.6 })} />`;
}

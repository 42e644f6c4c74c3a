import type { Side } from '../../dataset/dataset.js';
import { palette } from '../html/channel-styles.js';
import { attributes, joined, markup, type Markup } from '../markup.js';
import { rounded } from './svg-text.js';

const { support, oppose, neutral, surface, ink, line, muted } = palette;

/** The shapes of the widgets’ marks, on 18 × 18; written out at each place, for a picture pasted into a page must bring no ids. */
const shapes: Readonly<Record<Side, Markup>> = {
  support: markup`<circle cx="9" cy="9" r="8.5" fill="${support}" />${sign('M5 9.4l2.8 2.8L13 6.6')}`,
  oppose: markup`<rect x="1" y="1" width="16" height="16" rx="3" fill="${oppose}" />${sign('M5.8 5.8l6.4 6.4M12.2 5.8l-6.4 6.4')}`,
  both: markup`<path d="M8.2 .6a8.5 8.5 0 0 0 0 16.8z" fill="${support}" /><path d="M9.8 1h5.2a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H9.8z" fill="${oppose}" />`,
  neutral: markup`<circle cx="9" cy="9" r="7.5" fill="none" stroke="${neutral}" stroke-width="1.6" /><path d="M5.8 9h6.4" stroke="${neutral}" stroke-width="1.8" stroke-linecap="round" />`,
};

function sign(d: string): Markup {
  return markup`<path d="${d}" fill="none" stroke="${surface}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />`;
}

/** The mark of a side around this point; with a sentence it says on hovering what it means. */
export function sideMark(side: Side, x: number, y: number, says?: string): Markup {
  return markup`<g transform="translate(${rounded(x - 9)} ${rounded(y - 9)})">${says ? markup`<title>${says}</title>` : undefined}${shapes[side]}</g>`;
}

/** One pip a source, long and dark where it carries the mark. */
export function pips(carried: readonly boolean[], x: number, y: number, mirrored: boolean): Markup {
  const first = x - ((carried.length - 1) * 6) / 2;
  const drawn = (mirrored ? [...carried].reverse() : carried).map((isCarried, index) => {
    const half = isCarried ? 2 : 1;
    const x = rounded(first + index * 6 - half);
    return markup`<rect${attributes({ x, y: rounded(y - 1.5), width: 2 * half, height: 3, fill: isCarried ? muted : line })} />`;
  });
  return joined(drawn, '');
}

/** Voices for and against as one bar of two lengths. */
export function balanceBar(
  for_: number,
  against: number,
  x: number,
  y: number,
  width: number,
  mirrored: boolean,
): Markup {
  const all = for_ + against;
  if (all === 0) return joined([], '');
  const gap = for_ && against ? 2 : 0;
  const first = ((width - gap) * for_) / all;
  const left = x - width / 2;
  const bar = (at: number, length: number, fill: string) =>
    markup`<rect${attributes({ x: rounded(left + (mirrored ? width - at - length : at)), y: rounded(y), width: rounded(length), height: 4, fill })} />`;
  return joined([bar(0, first, support), bar(first + gap, width - gap - first, oppose)], '');
}

/** Somebody contests that the words are rendered or attributed rightly. */
export function contestedSign(x: number, y: number): Markup {
  return markup`<rect${attributes({ x: rounded(x - 4.5), y: rounded(y - 6.5), width: 9, height: 13, rx: 3, fill: ink })} /><path${attributes({ d: `M${rounded(x)} ${rounded(y - 4)}v4.4M${rounded(x)} ${rounded(y + 3)}v.6`, stroke: surface, 'stroke-width': 2, 'stroke-linecap': 'round' })} />`;
}

/** What an outlet says in its own words. */
export function diamond(x: number, y: number): Markup {
  return markup`<path${attributes({ d: `M${rounded(x)} ${rounded(y - 6)}l6 6-6 6-6-6z`, fill: ink })} />`;
}

/** Where nobody is quoted. */
export function absentDot(x: number, y: number): Markup {
  return markup`<circle${attributes({ cx: rounded(x), cy: rounded(y), r: 1, fill: neutral, opacity: 0.6 })} />`;
}

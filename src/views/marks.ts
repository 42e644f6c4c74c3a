import { css } from 'lit';
import type { Side } from '../dataset/dataset.js';
import { html, type Content } from './template.js';

/** In the order of the legend. */
export const sides: readonly Side[] = ['support', 'oppose', 'both', 'neutral'];

/** Renders the mark of a side; its name must be next to it or in an accessible name. */
export function renderMark(side: Side): Content {
  return html`<i class="mark ${side}"></i>`;
}

/**
 * The shapes of the four sides, which differ in form as well as in colour: a tick in a circle, a cross in a square, half of each, a dash
 * in a ring. They are clipped out of a coloured square: one box costs a fifth of an SVG with its symbol, and an image would need an
 * exception in the page’s content security policy.
 */
export const markStyles = css`
  .mark,
  .cell::before {
    content: '';
    flex: none;
    display: block;
    inline-size: 18px;
    block-size: 18px;
    border-radius: var(--_round);
    background: var(--_fill);
    clip-path: var(--_shape);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .support {
    --_fill: var(--_support);
    --_round: 9px;
    --_shape: path(evenodd, 'M0 0h18v18h-18zM4.2 9.4l3.6 3.6 6-6.2-1.4-1.4-4.6 4.8-2.2-2.2z');
  }
  .oppose {
    --_fill: var(--_oppose);
    --_round: 4px;
    --_shape: path(
      evenodd,
      'M0 0h18v18h-18zM9 7.6l2.9-2.9 1.4 1.4-2.9 2.9 2.9 2.9-1.4 1.4-2.9-2.9-2.9 2.9-1.4-1.4 2.9-2.9-2.9-2.9 1.4-1.4z'
    );
  }
  .both {
    --_fill: linear-gradient(90deg, var(--_support) 50%, var(--_oppose) 0);
    --_round: 9px 4px 4px 9px;
    --_shape: path('M0 0h8v18h-8zM10 0h8v18h-8z');
  }
  .neutral {
    --_fill: var(--_neutral);
    --_round: 9px;
    --_shape: path(evenodd, 'M0 0h18v18h-18zM9 1.6a7.4 7.4 0 0 1 0 14.8a7.4 7.4 0 0 1 0-14.8zM5 8h8v2h-8z');
  }
`;

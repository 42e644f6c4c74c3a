import { css } from '@lit/reactive-element';
import type { Side } from '../dataset/dataset.js';
import { html, type Markup } from './html.js';

/** The mark of a side; its word must stand beside it or in an accessible name. */
export function renderMark(side: Side): Markup {
  return html`<i class="mark is-${side}"></i>`;
}

/**
 * The shapes of the four sides, told apart by form as well as by colour: a tick in a circle, a cross in a square, half of each, a dash
 * in a ring. Clipped out of a coloured square: one box costs a fifth of an SVG with its symbol, and an image would need leave from the
 * page's content security policy.
 */
export const markStyles = css`
  .mark,
  .cell::before {
    content: '';
    flex: none;
    display: block;
    inline-size: 18px;
    block-size: 18px;
    background: var(--_fill);
    clip-path: var(--_shape);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .is-support {
    --_fill: var(--_support);
    --_shape: path(
      evenodd,
      'M9 .5a8.5 8.5 0 0 1 0 17a8.5 8.5 0 0 1 0-17zM4.3 10.1L7.8 13.6L13.7 7.3A1 1 0 0 0 12.3 5.9L7.8 10.8L5.7 8.7A1 1 0 0 0 4.3 10.1z'
    );
  }
  .is-oppose {
    --_fill: var(--_oppose);
    --_shape: path(
      evenodd,
      'M4 1h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3h-10a3 3 0 0 1-3-3v-10a3 3 0 0 1 3-3zM9 7.6L11.5 5.1A1 1 0 0 1 12.9 6.5L10.4 9L12.9 11.5A1 1 0 0 1 11.5 12.9L9 10.4L6.5 12.9A1 1 0 0 1 5.1 11.5L7.6 9L5.1 6.5A1 1 0 0 1 6.5 5.1z'
    );
  }
  .is-both {
    --_fill: linear-gradient(90deg, var(--_support) 50%, var(--_oppose) 0);
    --_shape: path('M8.2 .6a8.5 8.5 0 0 0 0 16.8zM9.8 1h5.2a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-5.2z');
  }
  .is-neutral {
    --_fill: var(--_neutral);
    --_shape: path(
      evenodd,
      'M9 .7a8.3 8.3 0 0 1 0 16.6a8.3 8.3 0 0 1 0-16.6zM9 2.3a6.7 6.7 0 0 1 0 13.4a6.7 6.7 0 0 1 0-13.4zM5.8 8.1h6.4a.9.9 0 0 1 0 1.8h-6.4a.9.9 0 0 1 0-1.8z'
    );
  }
`;

import { html, type TemplateResult } from 'lit';
import type { Side } from '../dataset/dataset.js';

/**
 * The shapes of the four sides, told apart by form as well as by colour: a tick in a circle, a cross in a square, half of each, a dash
 * in a ring. Placed once in a shadow root; `renderMark` refers to them.
 */
export const markDefinitions: TemplateResult = html`
  <svg class="definitions" aria-hidden="true" width="0" height="0">
    <symbol id="support" viewBox="0 0 18 18">
      <circle cx="9" cy="9" r="8.5" fill="var(--_support)" />
      <path d="M5 9.4l2.8 2.8L13 6.6" class="sign" />
    </symbol>
    <symbol id="oppose" viewBox="0 0 18 18">
      <rect x="1" y="1" width="16" height="16" rx="3" fill="var(--_oppose)" />
      <path d="M5.8 5.8l6.4 6.4M12.2 5.8l-6.4 6.4" class="sign" />
    </symbol>
    <symbol id="both" viewBox="0 0 18 18">
      <path d="M8.2 .6a8.5 8.5 0 0 0 0 16.8z" fill="var(--_support)" />
      <path d="M9.8 1h5.2a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H9.8z" fill="var(--_oppose)" />
    </symbol>
    <symbol id="neutral" viewBox="0 0 18 18">
      <circle cx="9" cy="9" r="7.5" fill="none" stroke="var(--_neutral)" stroke-width="1.6" />
      <path d="M5.8 9h6.4" stroke="var(--_neutral)" stroke-width="1.8" stroke-linecap="round" />
    </symbol>
  </svg>
`;

// Without an expression in them, they are cloned and nothing more.
const marks: Readonly<Record<Side, TemplateResult>> = {
  support: html`<svg class="mark" aria-hidden="true"><use href="#support" /></svg>`,
  oppose: html`<svg class="mark" aria-hidden="true"><use href="#oppose" /></svg>`,
  both: html`<svg class="mark" aria-hidden="true"><use href="#both" /></svg>`,
  neutral: html`<svg class="mark" aria-hidden="true"><use href="#neutral" /></svg>`,
};

/** The mark of a side; its word must stand beside it or in an accessible name. */
export function renderMark(side: Side): TemplateResult {
  return marks[side];
}

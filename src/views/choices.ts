import { css } from '@lit/reactive-element';
import { html, type Markup } from './html.js';

/** A property of the element and the value that it gets. */
export type Choice = readonly [label: string, value: string, pressed: boolean];

/** A labelled row of buttons, each pressed or not; a press sets the property. */
export function renderChoices(label: string, property: string, choices: readonly Choice[]): Markup {
  return html`<div class="choices" role="group" aria-label="${label}">
    <span aria-hidden="true">${label}</span>
    ${choices.map(
      ([name, value, pressed]) =>
        html`<button
          class="pill"
          part="control"
          data-set="${property}"
          data-value="${value}"
          aria-pressed="${String(pressed)}"
        >
          <bdi>${name}</bdi>
        </button>`,
    )}
  </div>`;
}

export const choiceStyles = css`
  .choices {
    gap: 0.4em;
  }
  .pill {
    border: 1px solid var(--_line);
    border-radius: 99px;
    padding: 0.1em 0.8em;
    color: var(--_ink);
  }
  .pill[aria-pressed='true'] {
    border-color: var(--_ink);
    background: var(--_ink);
    color: var(--_surface);
    forced-color-adjust: none;
  }
`;

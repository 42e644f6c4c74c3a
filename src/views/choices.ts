import { css } from 'lit';
import { html, type Content } from './template.js';

/** One button: its label, the value that a press gives the property, and whether it is pressed. */
export type Choice = readonly [label: string, value: string, isPressed: boolean];

export interface ChoiceActions {
  /** Sets a property of the element to what the reader chose. */
  readonly choose: (property: string, value: string) => void;
}

/** Renders a labelled row of buttons that set one property of the element. */
export function renderChoices(
  label: string,
  property: string,
  choices: readonly Choice[],
  { choose }: ChoiceActions,
): Content {
  return html`<div class="choices" role="group" aria-label="${label}">
    <span aria-hidden="true">${label}</span>
    ${choices.map(
      ([name, value, isPressed]) =>
        html`<button
          class="pill"
          part="control"
          aria-pressed="${String(isPressed)}"
          @click=${() => choose(property, value)}
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

import { css, html, type TemplateResult } from 'lit';

export type Choice = readonly [label: string, pressed: boolean, choose: () => void];

/** A labelled row of buttons, each pressed or not. */
export function renderChoices(label: string, choices: readonly Choice[]): TemplateResult {
  return html`<div class="choices" role="group" aria-label=${label}>
    <span aria-hidden="true">${label}</span>
    ${choices.map(
      ([name, pressed, choose]) =>
        html`<button class="pill" part="control" aria-pressed=${pressed} @click=${choose}><bdi>${name}</bdi></button>`,
    )}
  </div>`;
}

export const choiceStyles = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1.6em;
    margin-block-end: 0.8em;
    font-size: 0.84em;
    color: var(--_muted);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    align-items: center;
  }
  .pill {
    border: 1px solid var(--_line);
    border-radius: 99px;
    padding: 0.1em 0.8em;
    min-block-size: 24px;
    font-weight: 600;
    color: var(--_ink);
  }
  .pill[aria-pressed='true'] {
    background: var(--_ink);
    border-color: var(--_ink);
    color: var(--_surface);
  }
  @media (forced-colors: active) {
    .pill[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .controls {
      display: none;
    }
  }
`;

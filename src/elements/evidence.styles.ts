import { css } from '@lit/reactive-element';

export const evidenceStyles = css`
  .evidence {
    margin: 0;
    padding-inline-start: 0.85em;
    border-inline-start: 3px solid var(--_neutral);
  }
  .evidence.support {
    border-color: var(--_support);
  }
  .evidence.oppose {
    border-color: var(--_oppose);
  }
  blockquote {
    margin: 0;
    font: 1em / 1.45 var(--_quote-font);
    font-family: var(--_quote-font);
  }
  blockquote mark {
    background: none;
    color: var(--_ink);
  }
  .context,
  .joint {
    color: var(--_muted);
  }
  .translation {
    font-style: italic;
    margin-block-start: 0.25em;
  }
  .translation small {
    font-style: normal;
    color: var(--_muted);
  }
  figcaption,
  .note {
    color: var(--_muted);
    font-size: 0.84em;
    margin-block-start: 0.2em;
  }
  cite {
    font-style: normal;
  }
  .note b {
    font-weight: 600;
  }
`;

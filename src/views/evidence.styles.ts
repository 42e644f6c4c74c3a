import { css } from 'lit';

export const evidenceStyles = css`
  .evidence {
    border-inline-start: 3px solid var(--_fill);
    padding-inline-start: 0.9em;
  }
  * + .evidence {
    margin-top: 0.6em;
  }
  blockquote,
  q,
  .preview {
    font-family: var(--stance-quote-font, Georgia, 'Times New Roman', serif);
  }
  blockquote {
    color: var(--_muted);
  }
  mark {
    unicode-bidi: isolate;
    background: none;
    color: var(--_ink);
  }
  .translation {
    font-style: italic;
  }
  .translation,
  figcaption,
  .note {
    margin-top: 0.2em;
  }
`;

import { css } from 'lit';

/**
 * What both elements share: the frame, texts, rows, tables and buttons.
 *
 * Sizes of text: a heading of 1.27 em, the text itself, and 0.87 em for secondary text, applied twice for what is small within that.
 * Distances: 0.2, 0.4, 0.6, 0.9 and 1.2 em. The block axis runs from top to bottom everywhere; along a line, sides are those of the reader's
 * direction.
 */
export const frameStyles = css`
  :host {
    --_radius: var(--stance-radius, 4px);
    /* Inherited by accident: no page means these for us. */
    columns: auto !important;
    writing-mode: horizontal-tb !important;
    min-inline-size: 0;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  /* The page’s text styles end here, but for the font, the language, the colour scheme, and what hides the element on purpose. */
  .frame {
    all: initial;
    -webkit-locale: inherit;
    color-scheme: inherit;
    visibility: inherit;
    box-sizing: border-box;
    inline-size: 100%;
    contain: inline-size;
    font-family: var(--stance-font, inherit);
    /* In px and em only: the page decides what rem means. */
    font-size: clamp(13px, 0.94em, 24px);
    line-height: 1.45;
    color: var(--_ink);
    background: var(--_surface);
    border-radius: var(--_radius);
    padding: 1.2em 1.4em 0.9em;
    text-align: start;
    text-underline-offset: 0.15em;
    overflow-wrap: anywhere;
  }
  :host,
  .frame {
    display: flow-root;
  }
  /*
   * Flex rows, floats and centred grids ask how wide we would be: a good width, but as little as there is. Without a limit for the element
   * itself, negative margins and 100vw can make it wider than its column.
   */
  :host::before {
    content: '';
    display: grid;
    grid: none / minmax(0, min(720px, 85vw));
    flex-shrink: 999;
  }
  :host([hidden]) {
    display: none;
  }

  h2 {
    font-family: var(--stance-heading-font, inherit);
    font-size: 1.27em;
    margin-bottom: 0.2em;
  }
  h2,
  .hint,
  .summary {
    text-wrap: balance;
  }
  h3,
  h4,
  h5 {
    font-size: 1em;
  }
  h2,
  h3,
  th,
  small,
  .claim p,
  .preview {
    line-height: 1.3;
  }
  h3,
  h4,
  h5 bdi,
  b,
  th,
  .pill,
  .decisive,
  q em {
    font-weight: 600;
  }
  small,
  figcaption,
  footer,
  .hint,
  .legend,
  .controls,
  .note,
  .about p,
  .account summary,
  .left-out,
  .failure ul,
  .claim p,
  .facts,
  .head,
  .why,
  .decisive {
    color: var(--_muted);
    font-size: 0.87em;
  }
  small {
    font-weight: 400;
  }
  small,
  cite,
  i,
  q em {
    font-style: normal;
  }
  .hint,
  .summary,
  .what-if,
  .left-out {
    max-inline-size: 76ch;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: inherit;
  }
  button,
  summary {
    min-block-size: 24px;
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    text-align: inherit;
    cursor: pointer;
  }
  .plain,
  .why,
  button:hover > bdi {
    text-decoration: underline;
  }
  :focus-visible,
  .cell[aria-current] {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: var(--_radius);
  }
  table:not(.windowed) {
    inline-size: 100%;
  }
  table {
    border-spacing: 0;
    font-size: 0.87em;
    /* A word is broken only where there is no other way. */
    overflow-wrap: break-word;
  }

  .legend,
  .controls,
  .choices,
  .acts,
  .voices,
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1.2em;
    align-items: center;
  }
  .legend,
  .controls {
    margin: 0.9em 0;
  }
  .legend li,
  .voice,
  .said {
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
  }
  .quotes h4,
  h5 {
    display: flex;
    gap: 0.4em;
  }
  .panel,
  .notes,
  .account .quotes {
    border-top: 2px solid var(--_accent);
    margin-top: 0.9em;
    padding-top: 0.6em;
  }
  .preview,
  .utterances {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.4em 0.6em;
  }
  footer {
    border-top: 1px solid var(--_line);
    margin-top: 0.9em;
    padding-top: 0.6em;
  }
  .failure {
    border: 1px solid var(--_line);
    border-inline-start: 3px solid var(--_oppose);
  }
  .failure ul {
    margin-top: 0.6em;
  }
  .failure code {
    font: inherit;
    font-weight: 600;
  }
  .skeleton i {
    display: block;
    block-size: 1.4em;
    margin: 1.05em 0;
    background: var(--_raised);
  }
  span + i {
    inline-size: 50%;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    white-space: nowrap;
    clip-path: inset(50%);
  }
  [dir='rtl'] .distance,
  [dir='rtl'] .balance,
  [dir='rtl'] canvas {
    transform: scaleX(-1);
  }

  @media print {
    :host {
      color-scheme: light;
    }
    .controls,
    .overview,
    .acts,
    .plain,
    .cue,
    .why {
      display: none;
    }
    li {
      break-inside: avoid;
    }
    .scroller {
      overflow: visible !important;
      max-block-size: none !important;
    }
    .cell[aria-current] {
      outline: 0;
    }
    thead bdi {
      -webkit-line-clamp: none;
    }
  }
  @media (forced-colors: active) {
    svg,
    .pips {
      --_line: GrayText;
    }
    svg {
      --_neutral: GrayText;
    }
  }
`;

/** Where the messages are English for want of a right-to-left language, each text keeps its own direction. */
export const foreignStyles = css`
  :where(.foreign *) {
    unicode-bidi: plaintext;
    text-align: right;
  }
  .line > span,
  .ends b {
    unicode-bidi: normal;
  }
`;

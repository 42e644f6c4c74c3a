import { css } from '@lit/reactive-element';

/** What both widgets share: the publisher's properties with their defaults, the frame, marks, links and buttons. */
export const frameStyles = css`
  :host {
    --_support: var(--stance-support, light-dark(#1b6ca8, #6db3e8));
    --_oppose: var(--stance-oppose, light-dark(#c8501e, #f39a66));
    --_neutral: var(--stance-neutral, light-dark(#676c73, #a2a8b0));
    --_ink: var(--stance-ink, light-dark(#1c2024, #eceef0));
    --_muted: var(--stance-muted, light-dark(#5d646c, #a9b0b8));
    --_line: var(--stance-line, light-dark(#dfe2e6, #3a3f45));
    --_surface: var(--stance-surface, light-dark(#fff, #191b1e));
    --_raised: var(--stance-raised, light-dark(#f6f7f9, #23262a));
    --_accent: var(--stance-accent, var(--_ink));
    --_font: var(--stance-font, inherit);
    --_heading-font: var(--stance-heading-font, var(--_font));
    --_quote-font: var(--stance-quote-font, Georgia, 'Times New Roman', serif);
    --_radius: var(--stance-radius, 4px);
    display: flow-root;
    /* No page can have meant these for us. */
    columns: auto !important;
    writing-mode: horizontal-tb !important;
  }
  :host([hidden]) {
    display: none;
  }
  /*
   * Flex rows, floats and centred grids ask how wide we would be: a good width, never more than there is. The frame too, for a page can
   * make a table or a line of the element itself.
   */
  :host {
    contain: inline-size;
    contain-intrinsic-inline-size: min(720px, 85vw);
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  /* What a page sets for its own texts ends here, all but the font, the language, the colour scheme, and what hides the widget on purpose. */
  .frame {
    all: initial;
    -webkit-locale: inherit;
    color-scheme: inherit;
    pointer-events: inherit;
    visibility: inherit;
    display: block;
    box-sizing: border-box;
    contain: inline-size;
    contain-intrinsic-inline-size: min(720px, 85vw);
    max-inline-size: 100%;
    inline-size: 100%;
    font-family: var(--_font);
    /* In px and em alone: what rem means is the page's. */
    font-size: clamp(13px, 0.94em, 24px);
    line-height: 1.45;
    color: var(--_ink);
    background: var(--_surface);
    border-radius: var(--_radius);
    padding: 1.25em 1.4em 0.9em;
    text-align: start;
    overflow-wrap: anywhere;
  }
  /* In a table a word is broken only where there is no other way. */
  table {
    overflow-wrap: break-word;
  }
  /* Where English stands in for a language that runs from right to left, each text keeps its own order. */
  :where([lang^='en'][dir='rtl'] *) {
    unicode-bidi: plaintext;
    text-align: right;
  }
  h2 {
    font-size: 1.27em;
    font-weight: 700;
    line-height: 1.25;
    font-family: var(--_heading-font);
    margin: 0 0 0.2em;
    text-wrap: balance;
  }
  h3 {
    font-size: 1em;
    font-weight: 600;
    margin: 0;
  }
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  .hint,
  .summary {
    color: var(--_muted);
    font-size: 0.9em;
    max-inline-size: 62ch;
    text-wrap: pretty;
  }
  .mark {
    inline-size: 18px;
    block-size: 18px;
    flex: none;
    display: block;
  }
  .sign {
    fill: none;
    stroke: var(--_surface);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  a {
    color: inherit;
    text-underline-offset: 0.15em;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    margin: 0;
    text-align: inherit;
    cursor: pointer;
  }
  .plain {
    text-decoration: underline;
    text-underline-offset: 0.15em;
    min-block-size: 24px;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 3px;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1.1em;
    font-size: 0.84em;
    color: var(--_muted);
    margin: 0.9em 0 0.7em;
  }
  .legend > * {
    display: inline-flex;
    gap: 0.45em;
    align-items: center;
  }
  footer {
    border-block-start: 1px solid var(--_line);
    margin-block-start: 1.1em;
    padding-block-start: 0.6em;
    font-size: 0.8em;
    color: var(--_muted);
    display: grid;
    gap: 0.25em;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 0.9em;
    align-items: center;
  }
  .skeleton {
    display: grid;
    gap: 1.1em;
    align-content: start;
    min-block-size: 22em;
  }
  .skeleton i {
    block-size: 1.6em;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .skeleton i:nth-of-type(1) {
    inline-size: 55%;
    block-size: 2em;
  }
  .failure {
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_oppose);
  }
  .failure ul {
    font-size: 0.87em;
    margin-block: 0.5em;
    color: var(--_muted);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    :host {
      color-scheme: light;
    }
    .acts,
    button.plain {
      display: none;
    }
  }
  @media (forced-colors: active) {
    :host {
      --_support: CanvasText;
      --_oppose: CanvasText;
      --_neutral: CanvasText;
      --_ink: CanvasText;
      --_muted: CanvasText;
      --_line: CanvasText;
      --_surface: Canvas;
      --_raised: Canvas;
      --_accent: Highlight;
    }
  }
`;

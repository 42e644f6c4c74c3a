import { css } from '@lit/reactive-element';

export const matrixStyles = css`
  .scroller {
    position: relative;
    overflow: auto;
    /* Not the whole screen: the words that a mark opens stand right below. */
    max-block-size: var(--stance-table-size, max(24em, 75vb));
    /* A shadow that tells of more beyond; it scrolls away at the end. */
    --_to: left;
    --_at: 100%;
    background:
      linear-gradient(to var(--_to), var(--_surface) 30%, transparent) var(--_at) 0 / 2em 100% no-repeat local,
      linear-gradient(to var(--_to), var(--_line), transparent) var(--_at) 0 / 0.6em 100% no-repeat scroll;
  }
  [dir='rtl'] .scroller {
    --_to: right;
    --_at: 0;
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    inline-size: 100%;
    font-size: 0.87em;
  }
  /* Few claims stay close to the names. */
  table:not(:has(colgroup:nth-child(4))) {
    inline-size: auto;
  }
  colgroup.hot {
    background: var(--_raised);
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_surface);
    font-weight: 600;
    line-height: 1.22;
    vertical-align: bottom;
    text-align: center;
    padding: 0.3em 0.3em 0.5em;
    min-inline-size: 5em;
    max-inline-size: 11em;
    border-block-end: 1px solid var(--_line);
  }
  thead button {
    inline-size: 100%;
    min-block-size: 24px;
    vertical-align: bottom;
    text-align: center;
    font-weight: 600;
  }
  thead button:hover,
  tbody th button:hover bdi,
  h3 button:hover {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  thead .corner {
    text-align: inherit;
    padding-inline-start: 0;
    font-weight: 400;
    color: var(--_muted);
    z-index: 3;
  }
  .balance {
    display: block;
    margin: 0.5em auto 0;
  }
  [dir='rtl'] .balance {
    transform: scaleX(-1);
  }
  tbody th,
  .corner {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: var(--_surface);
    text-align: inherit;
  }
  tbody th {
    font-weight: 600;
    padding: 0.35em 0;
    padding-inline-end: 0.7em;
    min-inline-size: 12.5em;
    max-inline-size: 16em;
    line-height: 1.3;
  }
  tbody th button {
    min-block-size: 24px;
    font-weight: 600;
    inline-size: 100%;
  }
  small {
    font-size: 0.88em;
    font-weight: 400;
    color: var(--_muted);
  }
  tbody th small {
    display: block;
  }
  .section th {
    font-size: 0.84em;
    line-height: 1;
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--_muted);
    padding: 1.2em 0 0.5em;
    max-inline-size: none;
    background: none;
    border-block-end: 1px solid var(--_line);
  }
  .section bdi {
    position: sticky;
    inset-inline-start: 0;
    display: inline-block;
  }
  tr:not(.section) + tr > * {
    border-block-start: 1px solid color-mix(in srgb, var(--_line) 55%, transparent);
  }
  tbody tr:not(.section):is(:hover, :focus-within, .open) > * {
    background: var(--_raised);
  }
  td {
    padding: 0;
    text-align: center;
    block-size: 40px;
  }
  .absent::before {
    content: '·' / '';
    color: color-mix(in srgb, var(--_neutral) 60%, transparent);
  }
  /* Words for a screen reader, as cheap as can be: most cells of a story are empty. */
  .absent span {
    display: block;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    white-space: nowrap;
    text-indent: 2px;
  }
  .cell {
    position: relative;
    display: block;
    inline-size: 100%;
    min-inline-size: 44px;
    min-block-size: 42px;
    padding-block: 8px;
    --_y: 29px;
  }
  .cell::before {
    margin: 0 auto 8px;
  }
  .bare .cell::before {
    margin-block: 4px;
  }
  .cell:focus-visible,
  .cell[aria-expanded='true'] {
    outline: 2px solid var(--_accent);
    outline-offset: -3px;
    border-radius: 5px;
  }
  .cell[data-count]::after {
    content: attr(data-count) / '';
    position: absolute;
    inset-block-start: 4px;
    inset-inline-start: calc(50% + 11px);
    font-size: 0.8em;
    font-weight: 600;
    line-height: 1;
    color: var(--_muted);
  }
  i.contested {
    font-size: 0.8em;
    font-style: normal;
    font-weight: 700;
    line-height: 1;
    print-color-adjust: exact;
    color: var(--_surface);
    background: var(--_ink);
    border-radius: 3px;
    padding: 1px 4px;
  }
  .cell .contested {
    position: absolute;
    inset-block-start: 17px;
    inset-inline-end: calc(50% + 10px);
  }
  .preview {
    position: absolute;
    z-index: 4;
    inline-size: max-content;
    max-inline-size: min(24em, 80%);
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    font: 0.92em/1.35 var(--_quote-font);
    font-family: var(--_quote-font);
    color: var(--_ink);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 2px 10px rgb(0 0 0 / 0.16);
    padding: 0.4em 0.7em;
    pointer-events: none;
  }
  .preview[hidden] {
    display: none;
  }

  .panel {
    border-block-start: 2px solid var(--_accent);
    margin-block-start: 1em;
    padding-block-start: 0.8em;
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1.5em;
  }
  .panel h3:focus {
    outline: none;
  }
  .panel h3:focus-visible {
    outline: 2px solid var(--_accent);
  }
  .about {
    flex: 0 1 14em;
  }
  .about p {
    font-size: 0.84em;
    color: var(--_muted);
    margin-block-start: 0.2em;
  }
  .steps {
    display: flex;
    gap: 1em;
    flex-wrap: wrap;
  }
  .quotes {
    display: grid;
    gap: 0.9em;
    align-content: start;
    flex: 1 20em;
  }
  h4 {
    display: flex;
    gap: 0.5em;
    font-size: 0.94em;
    font-weight: 600;
    margin: 0.6em 0 -0.4em;
  }
  h4:first-child {
    margin-block-start: 0;
  }

  .claim {
    border-block-start: 1px solid var(--_line);
    padding-block: 0.8em;
  }
  .claim h3 {
    margin-block-end: 0.4em;
  }
  .claim h3 button {
    font-weight: 600;
  }
  .line {
    display: grid;
    grid-template-columns: 2.5em 1fr;
    inline-size: 100%;
    padding-block: 0.3em;
    min-block-size: 32px;
    align-items: start;
  }
  .line > span {
    unicode-bidi: normal;
  }
  .line .glyph {
    position: relative;
    padding-block-start: 0.1em;
  }
  .glyph[data-count]::after {
    content: attr(data-count);
    position: absolute;
    inset-block-start: -3px;
    inset-inline-start: 19px;
    font-size: 0.7em;
    line-height: 1;
    color: var(--_muted);
  }
  .line[aria-expanded='true'] bdi {
    font-weight: 600;
  }
  .list .panel {
    display: grid;
    background: var(--_raised);
    border: 0;
    margin: 0.3em -0.9em 0.6em;
    padding: 0.7em 0.9em;
  }
  .list .about .claim-text {
    display: none;
  }
  .more {
    margin-block-start: 0.6em;
  }

  @media (prefers-reduced-motion: no-preference) {
    .cell::before,
    .pill {
      transition:
        transform 0.12s,
        background 0.12s;
    }
    .cell:hover::before {
      transform: scale(1.15);
    }
  }
  @media (forced-colors: active) {
    .cell[aria-expanded='true'] {
      outline-color: Highlight;
    }
    .contested {
      forced-color-adjust: none;
    }
  }
  .notes {
    margin-block-start: 1em;
    border-block-start: 2px solid var(--_accent);
    padding-block-start: 0.6em;
  }
  .notes ol {
    list-style: decimal;
    padding-inline-start: 2em;
  }
  .notes p {
    margin-block-start: 0.9em;
  }
  .notes li {
    break-inside: avoid;
    margin-block: 0.6em;
  }
  @media print {
    .scroller {
      overflow: visible;
      max-block-size: none;
    }
    .cell[aria-expanded] {
      block-size: auto;
      padding-block: 5px;
      outline: 0;
    }
  }
`;

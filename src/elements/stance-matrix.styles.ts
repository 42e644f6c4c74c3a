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
  /* Of a large table no higher than what may be drawn at once; its overview tells of more, and a shadow would cost as much as the marks. */
  .overview + .scroller {
    max-block-size: min(var(--stance-table-size, max(24em, 75vb)), var(--_most, 40em));
    background: none;
  }
  [dir='rtl'] .scroller {
    --_to: right;
    --_at: 0;
  }
  /* Few claims stay close to the names. */
  table:not(:has(colgroup:nth-child(4))) {
    inline-size: auto;
  }
  .hot {
    background: var(--_raised);
  }
  th {
    position: sticky;
    z-index: 2;
    background: var(--_surface);
    text-align: inherit;
  }
  thead th {
    inset-block-start: 0;
    border-bottom: 1px solid var(--_line);
    padding: 0.4em 0.2em 0.6em;
    min-inline-size: 5em;
    max-inline-size: 11em;
    text-align: center;
    vertical-align: bottom;
  }
  th button {
    inline-size: 100%;
  }
  .corner,
  tbody th,
  .section bdi {
    inset-inline-start: 0;
    z-index: 1;
    padding-inline-start: 0;
    text-align: inherit;
  }
  .corner {
    z-index: 3;
    color: var(--_muted);
    font-weight: 400;
  }
  .balance {
    display: block;
    margin: 0.4em auto 0;
  }
  tbody th {
    padding: 0.4em 0;
    padding-inline-end: 0.6em;
    min-inline-size: 12.5em;
    max-inline-size: 16em;
  }
  th small {
    display: block;
  }
  .section th {
    border-bottom: 1px solid var(--_line);
    padding: 0.9em 0 0.4em;
    background: none;
    color: var(--_muted);
    font-size: 0.87em;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  .section bdi {
    position: sticky;
    /* On both sides, for the name may run the other way. */
    inset-inline: 0;
    display: inline-block;
  }
  tr:not(.section) + tr > * {
    border-top: 1px solid color-mix(in srgb, var(--_line) 55%, transparent);
  }
  tbody tr:not(.section):is(:hover, :focus-within, .open) > * {
    background: var(--_raised);
  }
  td {
    block-size: 42px;
    text-align: center;
  }
  .absent::before {
    content: '·' / '';
    color: var(--_neutral);
  }
  /* Words for a screen reader, as cheap as can be: most cells of a story are empty. */
  .absent span {
    display: block;
    text-indent: 2px;
  }
  .cell {
    --_y: 29px;
    position: relative;
    display: block;
    inline-size: 100%;
    min-block-size: 42px;
    padding: 8px 0;
    outline-offset: -3px !important;
  }
  .cell::before {
    margin: 0 auto 8px;
  }
  .bare .cell::before {
    margin: 4px auto;
  }
  [data-count]::after {
    content: attr(data-count);
    position: absolute;
    top: 4px;
    inset-inline-start: calc(50% + 11px);
    color: var(--_muted);
    white-space: nowrap;
  }
  [data-count]::after,
  i {
    font-size: 0.87em;
    font-weight: 600;
    line-height: 1;
  }
  i.contested {
    border-radius: 3px;
    padding: 1px 4px;
    background: var(--_ink);
    color: var(--_surface);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .cell .contested {
    position: absolute;
    top: 17px;
    inset-inline-end: calc(50% + 10px);
  }
  .preview {
    position: absolute;
    z-index: 4;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    inline-size: max-content;
    max-inline-size: min(24em, 80%);
    box-shadow: 0 2px 8px var(--_line);
    font-size: 0.87em;
    pointer-events: none;
  }

  /* A large table: all lines as high, all columns as wide as each other, so that what is not drawn can be reckoned. */
  .windowed {
    table-layout: fixed;
  }
  .windowed col:not([width], .names) {
    inline-size: 6.5em;
  }
  .windowed .names {
    inline-size: 13em;
  }
  .windowed thead th {
    block-size: 8em;
  }
  .windowed thead bdi {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
  }
  .windowed [aria-rowindex] {
    block-size: 3.6em;
  }
  .windowed tbody :is(th, td) {
    block-size: auto;
    padding-block: 0;
  }
  .windowed tbody :is(bdi, small) {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .windowed .section bdi {
    inline-size: fit-content;
  }

  /* On paper nothing stands for what is not drawn. */
  @media print {
    .windowed {
      inline-size: auto !important;
    }
    .windowed :is(col[width], tbody[aria-hidden], td[aria-hidden]) {
      display: none;
    }
  }

  .panel {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1.2em;
  }
  .about {
    flex: 0 1 14em;
  }
  .quotes {
    flex: 1 20em;
  }
  * + h4 {
    margin-top: 0.9em;
  }

  .claim {
    border-top: 1px solid var(--_line);
    padding: 0.6em 0;
  }
  .claim h3 {
    margin-bottom: 0.2em;
  }
  .line {
    display: flex;
    gap: 1.5em;
    padding: 0.2em 0;
    inline-size: 100%;
    min-block-size: 32px;
  }
  .glyph {
    position: relative;
  }
  .glyph::after {
    top: -3px;
    inset-inline-start: 19px;
  }
  .line[aria-expanded='true'] bdi {
    font-weight: 600;
  }
  .list .panel {
    display: grid;
    border: 0;
    margin: 0.2em -0.9em 0.6em;
    padding: 0.6em 0.9em;
    background: var(--_raised);
  }
  .list .claim-text {
    display: none;
  }

  .notes ol {
    padding-inline-start: 2em;
    list-style: decimal;
  }
  .notes :is(p, li) {
    margin-top: 0.6em;
  }
`;

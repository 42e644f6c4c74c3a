import { css } from 'lit';

export const matrixStyles = css`
  .scroller {
    position: relative;
    overflow: auto;
    /* Less than the screen: the quotes that a mark opens are right below. */
    max-block-size: var(--stance-table-size, max(24em, 75vb));
    /* A shadow shows that there is more to scroll; it disappears at the end. */
    --_to: left;
    --_at: 100%;
    --_cover: var(--_surface) 30%, transparent;
    --_shadow: var(--_line), transparent;
    background:
      linear-gradient(to var(--_to), var(--_cover)) var(--_at) 0 / 2em 100% no-repeat local,
      linear-gradient(to top, var(--_cover)) 0 100% / 100% 2em no-repeat local,
      linear-gradient(to var(--_to), var(--_shadow)) var(--_at) 0 / 0.6em 100% no-repeat,
      linear-gradient(to top, var(--_shadow)) 0 100% / 100% 0.6em no-repeat;
  }
  /* In the gap below the table, so that nothing moves when it appears. */
  .cue {
    block-size: 0;
    max-inline-size: none;
    line-height: 0.8;
    text-align: end;
  }
  [dir='rtl'] .scroller {
    --_to: right;
    --_at: 0;
  }
  /* Few claims stay close to the names. */
  table.few {
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
    padding: 0.4em 0.2em 0.6em;
    min-inline-size: 5em;
    text-align: center;
    vertical-align: bottom;
    /* Where the browser has no hyphens for the language, the column is as wide as the longest word. */
    hyphens: auto;
    overflow-wrap: normal;
  }
  thead bdi {
    max-inline-size: 20em;
    margin: auto;
  }
  thead bdi,
  .preview {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
  }
  .few thead bdi {
    max-inline-size: 11em;
    min-inline-size: min-content;
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
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .balance rect {
    fill: var(--_fill);
    shape-rendering: crispedges;
  }
  tbody th {
    border-top: 1px solid var(--_line);
    padding: 0.4em 0;
    padding-inline-end: 0.6em;
    min-inline-size: 12.5em;
    max-inline-size: 16em;
  }
  th small {
    display: block;
  }
  .section th {
    border: 0;
    padding: 0.9em 0 0.4em;
    background: none;
    color: var(--_muted);
    font-size: 0.87em;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  .section bdi {
    position: sticky;
    /* On both sides, because the name may run in the other direction. */
    inset-inline: 0;
    display: inline-block;
  }
  td {
    border-top: 1px solid var(--_line);
    block-size: 42px;
    text-align: center;
  }
  tr.speaker:is(:hover, :focus-within, .open),
  tr.speaker:is(:hover, :focus-within, .open) th {
    background: var(--_raised);
  }
  .absent::before {
    content: '·' / '';
    color: var(--_neutral);
  }
  /* The mark in the middle, its number next to it: text of the button itself, because positioned or generated content costs far more. */
  .cell {
    --_y: 29px;
    display: flex;
    gap: 2px;
    /* The column headers determine the widths, so the cells need not be measured. */
    contain: inline-size;
    inline-size: 100%;
    block-size: 42px;
    padding-block-start: 4px;
    padding-inline-start: calc(50% - 9px);
    outline-offset: -3px !important;
    color: var(--_muted);
    font-size: 0.87em;
    line-height: 1;
    white-space: nowrap;
  }
  .cell::before {
    margin-top: 4px;
  }
  .bare .cell::before {
    margin-top: 8px;
  }
  /* On paper the numbers of the notes are below the mark, across the cell. */
  .numbered .cell {
    flex-wrap: wrap;
    block-size: auto;
  }
  .cell .numbers {
    margin: 6px 0 4px calc(18px - 100%);
    inline-size: calc(200% - 18px);
    font-size: 1em;
    text-align: center;
  }
  i.contested {
    font-size: 0.87em;
    font-weight: 600;
    line-height: 1;
    border-radius: 3px;
    padding: 1px 4px;
    background: var(--_ink);
    color: var(--_surface);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .flagged {
    position: relative;
  }
  .cell .contested {
    position: absolute;
    top: 17px;
    font-size: 1em;
    inset-inline-end: calc(50% + 10px);
  }
  .preview {
    position: absolute;
    z-index: 4;
    inline-size: max-content;
    max-inline-size: min(24em, 80%);
    box-shadow: 0 2px 8px var(--_line);
    font-size: 0.87em;
    pointer-events: none;
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
  /* As large as the names in the table. */
  .panel h3,
  .panel h4 {
    font-size: 0.87em;
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
    content: attr(data-count);
    position: absolute;
    top: -3px;
    inset-inline-start: 20px;
    color: var(--_muted);
    font-size: 0.76em;
    line-height: 1;
    white-space: nowrap;
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
  .notes p,
  .notes li {
    margin-top: 0.6em;
  }
`;

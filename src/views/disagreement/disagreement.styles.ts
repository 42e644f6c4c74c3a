import { css } from 'lit';

export const disagreementStyles = css`
  .summary {
    margin-bottom: 0.2em;
  }
  .chart {
    container-type: inline-size;
  }
  .row {
    position: relative;
    display: grid;
    grid: auto / minmax(14em, 30%) minmax(0, 1fr);
    gap: 0.4em 1.6em;
    align-items: center;
  }
  ol > li {
    border-top: 1px solid var(--_line);
    margin: 0 -0.6em;
    padding: 0.6em;
  }
  ol > li:is(:hover, .open) {
    background: var(--_raised);
  }
  .section {
    margin-bottom: 0.9em;
    color: var(--_muted);
    font-size: 0.87em;
  }
  /* The space for rows that are not rendered gives way to them without scrolling. */
  .rest {
    overflow-anchor: none;
  }
  .claim p:first-of-type {
    color: var(--_ink);
    font-size: 0.94em;
    margin-top: 0.2em;
  }
  .facts {
    margin-top: 0.2em;
  }
  /* The whole row opens the account; the button is its claim. */
  h3 button::after {
    content: '';
    position: absolute;
    inset: -0.6em 0;
  }
  .lanes details,
  details.facts,
  .dots {
    position: relative;
    z-index: 1;
  }
  .why {
    white-space: nowrap;
  }
  .open .why {
    visibility: hidden;
  }

  .lanes {
    display: grid;
    grid: auto / 3.4em minmax(0, 1fr);
    gap: 0.6em;
    align-items: center;
  }
  .lane-name,
  .ends {
    color: var(--_muted);
    font-size: 0.8em;
    line-height: 1.2;
  }
  /* The widths of the columns: columnShares.wide. */
  .columns {
    display: grid;
    grid: auto / 1.5fr 0.95fr 0.95fr 0.95fr 1.5fr;
    min-block-size: 2.4em;
  }
  .lanes .columns {
    background: linear-gradient(var(--_line), var(--_line)) 0 50% / 100% 1px no-repeat;
  }
  .columns > div {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-content: center;
    align-items: center;
    justify-content: center;
    padding: 6px 3px;
  }
  .head .columns {
    grid-column: 2;
    padding-inline-start: 4.6em;
    min-block-size: 0;
    align-items: end;
    text-align: center;
  }
  /* Large text must not make the columns wider than the chart. */
  .head b {
    font-size: min(0.92em, 1.7cqi);
    font-weight: 400;
    text-wrap: balance;
    overflow-wrap: normal;
    hyphens: auto;
  }
  .lanes div.column-0 {
    justify-content: flex-start;
    border-inline-start: 2px solid var(--_oppose);
  }
  .lanes div.column-4 {
    justify-content: flex-end;
    border-inline-end: 2px solid var(--_support);
  }
  .column-0.filled {
    background: color-mix(in srgb, var(--_oppose) 12%, var(--_surface));
  }
  .column-4.filled {
    background: color-mix(in srgb, var(--_support) 12%, var(--_surface));
  }
  .head .column-0 {
    color: var(--_oppose);
    font-weight: 600;
    text-align: start;
  }
  .head .column-4 {
    color: var(--_support);
    font-weight: 600;
    text-align: end;
  }
  .lanes .column-2::before {
    content: '';
    position: absolute;
    inset-block: 0;
    border-inline-start: 1px dashed var(--_line);
  }
  .bar {
    position: absolute;
    inset-inline: 0;
    block-size: 3px;
    background: var(--_muted);
    opacity: 0.55;
  }
  .first {
    inset-inline-start: 50%;
  }
  .last {
    inset-inline-end: 50%;
  }
  .source {
    position: relative;
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 5px;
    align-items: center;
    justify-content: center;
    max-inline-size: 100%;
    border: 1.5px solid var(--_neutral);
    border-radius: var(--_radius);
    padding: 1px 6px;
    color: var(--_ink);
    background: var(--_surface);
    font-size: 0.8em;
    font-weight: 600;
  }
  .source bdi {
    overflow-wrap: break-word;
  }
  .source::after {
    content: none;
  }
  .sides {
    display: inline-flex;
    gap: 2px;
    padding: 2px 0;
  }
  .pip {
    inline-size: 8px;
    block-size: 8px;
    border: 0 solid;
    border-radius: 1px;
    background: var(--_fill);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .pip.support,
  .pip.neutral,
  .dot {
    border-radius: 50%;
  }
  .pip.neutral {
    border: 1.5px solid var(--_fill);
    background: none;
  }
  .dots {
    display: flex;
    flex-wrap: wrap;
    gap: 3px;
    max-inline-size: 92px;
  }
  .dot {
    border: 2px solid var(--_neutral);
    background: var(--_surface);
  }
  .at-0,
  .at-1 {
    border-color: var(--_oppose);
  }
  .at-3,
  .at-4 {
    border-color: var(--_support);
  }
  .dot.at-0 {
    background: var(--_oppose);
  }
  .dot.at-0,
  .dot.at-1 {
    border-radius: 1px;
  }
  .dot.at-4 {
    background: var(--_support);
  }
  .zones {
    display: grid;
    grid: auto / 2.45fr 0.95fr 2.45fr;
  }
  .zones > div {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 0.8em;
    justify-content: center;
  }
  .zones > :first-child {
    justify-content: flex-start;
  }
  .zones > :last-child {
    justify-content: flex-end;
  }
  .said {
    gap: 4px;
    font-size: 0.8em;
    font-weight: 600;
  }
  /* The marks of people, cut to a diamond. */
  .own {
    flex: none;
    clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%);
  }
  .own .neutral {
    --_shape: path(evenodd, 'M0 0h18v18h-18zM9 2.2l6.8 6.8-6.8 6.8-6.8-6.8zM6 8h6v2h-6z');
    --_round: 0;
  }

  svg {
    display: block;
    overflow: visible;
    inline-size: 100%;
  }
  .key {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
  }
  line {
    stroke: var(--_line);
  }
  text {
    font-size: 10px;
    font-weight: 600;
    text-anchor: middle;
    fill: var(--_surface);
  }
  text.neutral {
    fill: var(--_ink);
  }
  rect {
    fill: var(--_fill);
  }
  rect.both {
    fill: var(--_neutral);
  }
  rect.neutral {
    fill: var(--_surface);
    stroke: var(--_neutral);
  }
  .label {
    font-size: 0.87em;
  }

  .counts li {
    display: grid;
    grid: auto / 7em 1fr 18px;
    gap: 0.4em;
    align-items: center;
    margin-top: 3px;
  }
  tbody > tr > * {
    border-top: 1px solid var(--_line);
  }
  th,
  td {
    padding: 0.4em 0;
    padding-inline-end: 0.9em;
    text-align: inherit;
    vertical-align: top;
  }
  td small {
    display: block;
  }
  .distance {
    overflow: hidden;
    inline-size: min(100%, 9em);
    block-size: 8px;
    margin: 0.4em 0;
    border-radius: 99px;
  }
  .distance rect {
    fill: var(--_muted);
  }
  .distance .whole {
    fill: var(--_line);
  }

  @container (max-width: 515px) {
    .row,
    .lanes {
      grid: auto / minmax(0, 1fr);
    }
    .head,
    .lane-name:first-child {
      display: none;
    }
    .ends {
      display: flex;
      justify-content: space-between;
      grid-row: 1;
    }
    /* columnShares.narrow */
    .columns {
      grid: auto / 1.12fr 0.92fr 0.92fr 0.92fr 1.12fr;
    }
    .columns > div {
      padding: 5px 1px;
    }
    .source {
      flex-direction: column;
      padding: 1px 4px;
      text-align: center;
    }
    .column-0 > .source,
    .column-4 > .source,
    .column-0 > details,
    .column-4 > details {
      inline-size: 100%;
    }
    .zones {
      grid: auto / 1fr auto 1fr;
    }
    .standings thead {
      display: none;
    }
    .standings :is(tr, th, td) {
      display: block;
      border: 0;
      padding: 0;
      text-align: inherit;
    }
    .standings th {
      padding-top: 0.6em;
    }
    .standings [data-label]::before {
      content: attr(data-label);
      color: var(--_muted);
    }
  }

  @container (max-width: 200px) {
    .columns > div {
      min-inline-size: 0;
    }
    .source bdi {
      overflow-wrap: anywhere;
    }
    .sides {
      flex-wrap: wrap;
    }
  }
`;

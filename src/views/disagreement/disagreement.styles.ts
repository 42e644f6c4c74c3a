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
    grid: auto / minmax(0, 1fr) 42% 8em;
    gap: 0.2em 1.2em;
    align-items: center;
  }
  ol > li {
    border-top: 1px solid var(--_line);
    margin: 0 -0.6em;
    padding: 0.4em 0.6em;
  }
  ol > li:is(:hover, .open) {
    background: var(--_raised);
  }
  /* The space for rows that are not rendered gives way to them without scrolling. */
  .rest {
    overflow-anchor: none;
  }
  .head {
    padding-bottom: 0.2em;
  }
  /* The whole row opens the account; the button is its claim. */
  h3 button::after {
    content: '';
    position: absolute;
    inset: -0.4em 0;
  }
  .axis {
    padding: 0 14px;
  }
  .verdict > * {
    display: block;
  }
  .verdict b {
    color: var(--_ink);
  }
  .open .why {
    visibility: hidden;
  }
  .ends {
    grid-column: 2;
    display: flex;
    justify-content: space-between;
    gap: 0.9em;
  }
  .ends b {
    color: var(--_fill);
  }
  .ends .support {
    text-align: end;
  }

  svg {
    display: block;
    overflow: visible;
    inline-size: 100%;
    fill: var(--_ink);
  }
  .plot {
    direction: ltr;
  }
  .key {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
  }
  line {
    stroke: var(--_line);
  }
  .middle {
    stroke-dasharray: 2 3;
  }
  .stem,
  .bar {
    stroke: var(--_muted);
  }
  .bar {
    stroke-width: 3;
    stroke-linecap: round;
  }
  text {
    font-size: 10px;
    font-weight: 600;
    text-anchor: middle;
  }
  rect {
    fill: var(--_fill);
  }
  rect.both {
    fill: var(--_neutral);
  }
  .source rect,
  rect.neutral {
    fill: var(--_surface);
    stroke: var(--_neutral);
  }
  .source rect {
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  .own text {
    fill: var(--_muted);
    stroke: var(--_surface);
    stroke-width: 3;
    paint-order: stroke;
  }
  .own .left {
    text-anchor: end;
  }
  .own .right {
    text-anchor: start;
  }
  .letters {
    color: var(--_ink);
    font-size: 0.87em;
    white-space: nowrap;
  }
  .legend .letters {
    border: 1.5px solid;
    border-radius: 99px;
    padding: 0 0.4em;
  }

  .counts li {
    display: grid;
    grid: auto / 2.4em 1fr 38px;
    gap: 0.4em;
    align-items: center;
    margin-top: 3px;
  }
  .counts text {
    fill: var(--_surface);
  }
  .counts text.neutral {
    fill: var(--_ink);
  }
  .sign-own {
    inline-size: 12px;
    block-size: 12px;
  }
  .sign-own path {
    transform: translate(6px, 6px);
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
    .row {
      grid: auto / minmax(0, 1fr) auto;
    }
    .axis,
    .ends {
      grid-column: 1 / -1;
      order: 1;
    }
    .verdict {
      align-self: start;
      max-inline-size: 8em;
      text-align: end;
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
`;

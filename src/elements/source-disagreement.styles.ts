import { css } from '@lit/reactive-element';

export const disagreementStyles = css`
  .summary {
    font-size: 1em;
    color: var(--_ink);
    max-inline-size: 76ch;
    margin-block-end: 0.3em;
  }
  .hint {
    margin-block-end: 0.8em;
  }
  .chart {
    position: relative;
    container-type: inline-size;
  }
  .row {
    display: grid;
    grid-template: 'claim axis verdict' / minmax(0, 1fr) 42% 8em;
    gap: 0.2em 1.2em;
    align-items: center;
    position: relative;
  }
  ol > li {
    border-block-start: 1px solid var(--_line);
    margin-inline: -0.7em;
    padding: 0.5em 0.7em;
  }
  /* In a long chart, what is far below costs nothing until it is near. */
  ol > li:nth-child(n + 20) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 5em;
  }
  ol > li:hover,
  li.open {
    background: var(--_raised);
  }
  .claim {
    grid-area: claim;
  }
  .claim p,
  small {
    font-size: 0.84em;
    color: var(--_muted);
    line-height: 1.35;
  }
  h3 {
    line-height: 1.3;
  }
  h3 button {
    font-weight: 600;
    min-block-size: 24px;
  }
  /* The whole row opens the account; the button is its claim. */
  h3 button::after {
    content: '';
    position: absolute;
    inset: -0.5em 0;
  }
  h3 button:focus-visible {
    outline: none;
  }
  h3 button:focus-visible::after {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
    border-radius: 3px;
  }
  .axis {
    grid-area: axis;
    padding-inline: 14px;
  }
  .verdict {
    grid-area: verdict;
    font-size: 0.9em;
    line-height: 1.35;
  }
  .verdict > * {
    display: block;
  }
  .verdict b {
    font-weight: 600;
  }
  .why {
    font-size: 0.84em;
    color: var(--_muted);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .open .why {
    visibility: hidden;
  }
  .head {
    font-size: 0.84em;
    padding-block-end: 0.3em;
  }
  .ends {
    grid-area: axis;
    display: flex;
    justify-content: space-between;
    gap: 1em;
  }
  .ends b {
    font-weight: 600;
    unicode-bidi: normal;
  }
  .ends .oppose {
    color: var(--_oppose);
  }
  .ends .support {
    color: var(--_support);
    text-align: end;
  }

  .plot {
    display: block;
    inline-size: 100%;
    direction: ltr;
  }
  .plot,
  .plot svg {
    overflow: visible;
  }
  .key {
    inline-size: 18px;
    block-size: 18px;
    flex: none;
  }
  .track,
  .middle,
  .stem {
    stroke: var(--_line);
  }
  .middle {
    stroke-dasharray: 2 3;
  }
  .stem {
    stroke: var(--_muted);
  }
  .bar {
    stroke: var(--_muted);
    stroke-width: 3;
    stroke-linecap: round;
  }
  .source rect {
    fill: var(--_surface);
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  .plot text {
    font-size: 10px;
    font-weight: 700;
    fill: var(--_ink);
    text-anchor: middle;
  }
  .flat rect {
    stroke-width: 1;
  }
  .flat text {
    font-size: 9px;
  }
  .own path,
  .sign-own path {
    fill: var(--_ink);
  }
  .own .left {
    text-anchor: end;
  }
  .own .right {
    text-anchor: start;
  }
  .own text {
    font-weight: 600;
    fill: var(--_muted);
    stroke: var(--_surface);
    stroke-width: 3;
    paint-order: stroke;
  }
  .letters {
    font-size: 0.78em;
    font-weight: 700;
    white-space: nowrap;
    color: var(--_ink);
  }
  .legend .letters {
    border: 1.5px solid currentColor;
    border-radius: 99px;
    padding: 0 0.45em;
    line-height: 1.6;
    font-size: 0.85em;
  }

  .counts {
    display: grid;
    gap: 3px;
  }
  .counts li {
    display: grid;
    grid-template-columns: 2.4em 1fr 38px;
    gap: 0.4em;
    align-items: center;
  }
  .counts li > svg {
    inline-size: 100%;
    overflow: visible;
  }
  .counts text {
    font-size: 10px;
    font-weight: 700;
    text-anchor: middle;
    fill: var(--_surface);
  }
  .counts text.neutral {
    fill: var(--_ink);
  }
  rect.support {
    fill: var(--_support);
  }
  rect.oppose {
    fill: var(--_oppose);
  }
  rect.both {
    fill: var(--_neutral);
  }
  rect.neutral {
    fill: var(--_surface);
    stroke: var(--_neutral);
  }
  .said {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .sign-own {
    inline-size: 12px;
    block-size: 12px;
    overflow: visible;
  }
  .sign-own path {
    transform: translate(6px, 6px);
  }

  .pair-grid,
  .pair-lines {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 0.9em;
  }
  .pair-grid th,
  .pair-grid td,
  .pair-lines th,
  .pair-lines td {
    border-block-start: 1px solid var(--_line);
    padding: 0.6em 0;
    padding-inline-end: 0.8em;
    text-align: inherit;
    vertical-align: top;
    font-weight: 600;
  }
  .pair-grid small,
  .pair-lines small {
    display: block;
    font-weight: 400;
  }
  .distance {
    display: block;
    inline-size: min(100%, 9em);
    block-size: 8px;
    margin-block: 0.35em;
    overflow: hidden;
    border-radius: 99px;
  }
  .distance rect {
    fill: var(--_muted);
  }
  .distance .whole {
    fill: var(--_line);
  }
  [dir='rtl'] .distance {
    transform: scaleX(-1);
  }

  @container (max-width: 515px) {
    .row {
      grid-template: 'claim verdict' 'axis axis' / minmax(0, 1fr) minmax(0, max-content);
    }
    .verdict {
      align-self: start;
      text-align: end;
      max-inline-size: 7.5em;
    }
    .head {
      grid-template: 'axis' / 1fr;
    }
  }
  @media (forced-colors: active) {
    .track,
    .middle {
      stroke: GrayText;
    }
    .distance .whole {
      fill: Canvas;
      stroke: CanvasText;
    }
    rect.both,
    rect.neutral {
      fill: Canvas;
      stroke: CanvasText;
    }
    .counts text.both {
      fill: CanvasText;
    }
  }
  @media print {
    .why {
      display: none;
    }
    li {
      break-inside: avoid;
    }
  }
`;

import { css } from '@lit/reactive-element';

export const accountStyles = css`
  .account {
    padding: 0.4em 0 0.6em;
  }
  .account > * + * {
    margin-block-start: 0.9em;
  }
  .account h4 {
    font-size: 0.94em;
    font-weight: 600;
    margin-block: 0.9em 0;
  }
  .account h4 + * {
    margin-block-start: 0.2em;
  }
  .account small {
    font-weight: 400;
  }
  .what-if {
    max-inline-size: 62ch;
    font-size: 0.94em;
  }
  .standings {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 0.9em;
  }
  .standings th,
  .standings td {
    border-block-start: 1px solid var(--_line);
    padding: 0.5em 0;
    padding-inline-end: 1.2em;
    text-align: inherit;
    font-weight: 400;
  }
  .standings thead th {
    border: 0;
    font-size: 0.94em;
    color: var(--_muted);
  }
  .standings [scope='row'] {
    min-inline-size: 9em;
    overflow-wrap: anywhere;
    font-weight: 600;
  }
  .standings .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .standings :is(th, td):nth-child(4) {
    padding-inline-start: 0.6em;
  }
  .silent td {
    color: var(--_muted);
  }
  .voices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 0.9em;
  }
  .voice {
    vertical-align: middle;
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
    position: relative;
  }
  .pairs {
    display: grid;
    gap: 0.1em;
    font-size: 0.9em;
  }
  .pairs li {
    display: grid;
    grid-template-columns: minmax(8em, 15em) 9em 1fr;
    gap: 1em;
    align-items: center;
  }
  .quotes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: 1.2em 1.6em;
    border-block-start: 2px solid var(--_accent);
    padding-block-start: 0.3em;
  }
  .carried {
    min-inline-size: 0;
  }
  .said-by {
    margin-block-start: 0.7em;
    display: grid;
    gap: 0.6em;
  }
  h5 {
    display: flex;
    gap: 0.5em;
    font-size: 0.9em;
    font-weight: 400;
    margin: 0;
  }
  h5 bdi {
    font-weight: 600;
  }
  .decisive {
    font-size: 0.84em;
    font-weight: 600;
    margin-block-start: -0.3em;
    padding-inline-start: calc(0.85em + 3px);
  }
  summary {
    font-size: 0.84em;
    cursor: pointer;
    color: var(--_muted);
    min-block-size: 24px;
  }
  details[open] > summary {
    margin-block-end: 0.5em;
  }
  details > .evidence + .evidence {
    margin-block-start: 0.6em;
  }
  .utterances {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.6em 0.9em 0.7em;
  }
  .utterances li + li {
    margin-block-start: 0.6em;
  }
  .utterances h4 {
    margin-block-start: 0;
  }
  q {
    font-family: var(--_quote-font);
  }
  q em {
    font-style: normal;
    font-weight: 700;
    text-decoration: underline 2px var(--_oppose);
    text-underline-offset: 0.2em;
  }
  .left-out,
  .calculation p {
    font-size: 0.84em;
    color: var(--_muted);
    max-inline-size: 70ch;
  }
  .controls summary {
    font-size: 1em;
  }
  .account > .plain {
    font-size: 0.9em;
  }

  @container (max-width: 515px) {
    .standings thead {
      position: absolute;
      clip-path: inset(50%);
    }
    .standings :is(tr, th, td, td:nth-child(4)) {
      display: block;
      padding: 0;
      border: 0;
    }
    .standings tr:not(:first-child) {
      margin-block-start: 0.8em;
    }
    .standings .number {
      text-align: inherit;
    }
    .standings td[data-label]::before {
      content: attr(data-label) ': ';
      color: var(--_muted);
    }
    .standings {
      overflow-wrap: anywhere;
    }
    .pairs li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.6em;
    }
    .pairs .distance {
      inline-size: 4em;
    }
    .pairs span:first-child {
      flex: 1 9em;
    }
    .pairs span:last-child {
      min-inline-size: 6em;
    }
  }
`;

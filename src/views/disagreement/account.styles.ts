import { css } from 'lit';

export const accountStyles = css`
  .account {
    padding: 0.4em 0;
  }
  .account > *,
  * + .said-by {
    margin-top: 0.9em;
  }
  .account > h4 + * {
    margin-top: 0.2em;
  }
  .standings [scope='row'],
  .voices {
    overflow-wrap: anywhere;
  }
  .standings [scope='row'] {
    min-inline-size: 9em;
  }
  .number {
    text-align: end;
    padding-inline-end: 1.2em;
  }
  .silent td {
    color: var(--_muted);
  }
  .pairs {
    font-size: 0.87em;
  }
  .pairs li {
    display: grid;
    grid: auto / 2fr 1fr 2fr;
    gap: 0.9em;
    align-items: center;
  }
  .quotes {
    display: grid;
    grid: auto / repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: 1.2em;
  }
  h5 {
    margin: 0.6em 0;
    font-size: 0.87em;
    font-weight: 400;
  }
  .decisive {
    padding-inline-start: 1.2em;
  }
  q em {
    text-decoration: underline 2px var(--_oppose);
  }
`;

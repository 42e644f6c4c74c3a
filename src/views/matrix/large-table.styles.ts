import { css } from 'lit';

/** All lines of a large table are equally high and all columns equally wide, so that the size of what is not rendered is known. */
export const largeTableStyles = css`
  /* No higher than what may be rendered at once. The overview shows that there is more; a shadow would cost as much as the marks. */
  .overview + .scroller {
    max-block-size: min(var(--stance-table-size, max(24em, 75vb)), var(--_max-height, 40em));
    background: none;
  }
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
  .windowed [aria-rowindex] {
    block-size: 3.6em;
  }
  .windowed tbody th,
  .windowed td {
    block-size: auto;
    padding-block: 0;
  }
  .windowed tbody bdi,
  .windowed small {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .windowed .section bdi {
    inline-size: fit-content;
  }

  /* On paper what is not rendered takes no space. */
  @media print {
    .windowed {
      inline-size: auto !important;
    }
    .windowed :is(col[width], tbody[aria-hidden], td[aria-hidden]) {
      display: none;
    }
  }
`;

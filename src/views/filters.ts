import { css } from 'lit';
import type { PlacedFilters } from '../layout/filters.js';
import type { Messages } from '../wording/messages.js';
import { shortName } from '../wording/short-name.js';
import { renderChoices, type ChoiceActions } from './choices.js';
import { html, nothing, type Content } from './template.js';

export interface FilterActions extends ChoiceActions {
  readonly showAll: () => void;
}

/** Renders the filters, folded until one is set, with how many claims are left and the way back to all. */
export function renderFilters(filters: PlacedFilters, messages: Messages, actions: FilterActions): Content {
  const { sources, groups, topics, isFiltered, claimsShown, claimCount } = filters;
  const rows: readonly Content[] = [
    sources.length > 0
      ? renderChoices(
          messages.sourcesLabel,
          'sources',
          sources.map(({ of, value, isPressed }) => [shortName(of), value, isPressed]),
          actions,
        )
      : [],
    groups.length > 0
      ? renderChoices(
          messages.groupLabel,
          'speakers',
          groups.map(({ of, value, isPressed }) => [of.name, value, isPressed]),
          actions,
        )
      : [],
    topics.length > 0
      ? renderChoices(
          messages.topicLabel,
          'topic',
          topics.map(({ of, value, isPressed }) => [of, value, isPressed]),
          actions,
        )
      : [],
  ];
  const hasRows = sources.length + groups.length + topics.length > 0;
  return [
    hasRows
      ? html`<details class="filters" open=${isFiltered ? '' : nothing}>
          <summary class="pill">${messages.filter}</summary>
          ${rows}
        </details>`
      : nothing,
    isFiltered
      ? html`<p>
          ${messages.claimsShown(claimsShown, claimCount)}
          <button class="plain" @click=${actions.showAll}>${messages.showAll}</button>
        </p>`
      : nothing,
  ];
}

export const filterStyles = css`
  .filters .choices {
    margin-top: 0.4em;
  }
  .filters span {
    min-inline-size: 4.2em;
  }
  summary {
    display: inline-block;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: ' ▾' / '';
  }
  [open] > summary::after {
    content: ' ▴' / '';
  }
`;

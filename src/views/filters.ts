import { css } from 'lit';
import type { PlacedFilters } from '../layout/filters.js';
import type { Messages } from '../wording/messages.js';
import { renderButton } from './button.js';
import { renderChoices, type ChoiceActions } from './choices.js';
import { html, nothing, type Content } from './template.js';

export interface FilterActions extends ChoiceActions {
  readonly showAll: () => void;
}

/** Renders the filters, folded until one is set, with how many claims are left and the way back to all. */
export function renderFilters(filters: PlacedFilters, messages: Messages, actions: FilterActions): Content {
  const { rows, isFiltered, claimsShown, claimCount } = filters;
  return [
    rows.length > 0
      ? html`<details class="filters" open=${isFiltered ? '' : nothing}>
          <summary class="pill">${messages.filter}</summary>
          ${rows.map(({ property, toggles }) => renderChoices(messages.filterLabel[property], property, toggles, actions))}
        </details>`
      : nothing,
    isFiltered
      ? html`<p>${messages.claimsShown(claimsShown, claimCount)} ${renderButton(messages.showAll, actions.showAll)}</p>`
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

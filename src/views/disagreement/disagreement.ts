import type { DisagreementModel } from '../../layout/disagreement/disagreement-model.js';
import type { Messages } from '../../wording/messages.js';
import { leadOf } from '../../wording/sentences.js';
import { renderChoices } from '../choices.js';
import { renderFilters, type FilterActions } from '../filters.js';
import { renderFinder, type FinderActions, type FinderModel } from '../finder.js';
import { html, nothing, type Content } from '../template.js';
import { renderDisagreementLegend } from './legend.js';
import { renderRows, type RowActions } from './rows.js';
import { renderNumbers, renderPairs } from './tables.js';

/** The drawing of a chart: what it shows, and what belongs to the page it is on. */
export interface DisagreementDrawing {
  readonly model: DisagreementModel;
  /** The search for a claim in a large chart. */
  readonly finder: FinderModel | undefined;
  readonly hasLegend: boolean;
}

export interface DisagreementActions extends FilterActions, FinderActions, RowActions {}

/** Renders where coverage differs: one row per claim, or how far apart each pair of sources is. */
export function renderDisagreement(
  drawing: DisagreementDrawing,
  messages: Messages,
  actions: DisagreementActions,
): Content {
  const { model } = drawing;
  const { placed, view } = model;
  const controls = renderControls(drawing, messages, actions);
  if (placed.rows.length === 0) return [controls, html`<p class="hint">${messages.empty}</p>`];
  const hints = { positions: messages.disagreementHint, counts: messages.countsHint, pairs: messages.pairsHint };
  return [
    html`<p class="summary" part="summary">${leadOf(placed, messages)}</p>
      <p class="hint">${hints[view]}</p>`,
    controls,
    html`<div class="chart">
      ${view === 'pairs' ? renderPairsView(model, messages) : renderChart(drawing, messages, actions)}
    </div>`,
  ];
}

/** What cannot change anything is left out. */
function renderControls(
  { model, finder }: DisagreementDrawing,
  messages: Messages,
  actions: DisagreementActions,
): Content {
  const { views, view, orders, order, filters } = model;
  return html`<div class="controls" part="controls">
    ${renderChoices(
      messages.viewLabel,
      'view',
      views.map((each) => [messages.views[each], each, each === view]),
      actions,
    )}
    ${
      orders.length > 0
        ? renderChoices(
            messages.sortLabel,
            'order',
            orders.map((each) => [messages.order[each], each, each === order]),
            actions,
          )
        : nothing
    }
    ${finder ? renderFinder(finder, messages, actions) : nothing} ${renderFilters(filters, messages, actions)}
  </div>`;
}

function renderPairsView({ placed, pairs = [], isNarrow }: DisagreementModel, messages: Messages): Content {
  return renderPairs(
    placed.sources.map(({ source }) => source),
    pairs,
    isNarrow,
    messages,
  );
}

function renderChart(
  { model, hasLegend }: DisagreementDrawing,
  messages: Messages,
  actions: DisagreementActions,
): Content {
  const { isPrinting, window, scores } = model;
  return [
    hasLegend ? renderDisagreementLegend(model, messages) : nothing,
    renderRows(model, messages, actions),
    isPrinting && window ? html`<p>${messages.printedInPart}</p>` : nothing,
    scores
      ? html`<p class="hint">${scores === 'none' ? messages.categoriesNotScores : messages.scoresExplained}</p>`
      : nothing,
    renderNumbers(model, messages),
  ];
}

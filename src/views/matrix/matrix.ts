import { guard } from 'lit/directives/guard.js';
import type { MatrixModel } from '../../layout/matrix/matrix-model.js';
import type { PartInView } from '../../layout/matrix/table-viewport.js';
import type { Messages } from '../../wording/messages.js';
import { renderChoices } from '../choices.js';
import { renderFilters, type FilterActions } from '../filters.js';
import { renderFinder, type FinderActions, type FinderModel } from '../finder.js';
import { html, nothing, type Content } from '../template.js';
import { renderMatrixLegend } from './legend.js';
import { renderMatrixList, type ListActions } from './list.js';
import { renderMatrixNotes } from './notes.js';
import { renderOverview, type OverviewActions } from './overview.js';
import { renderMatrixPanel } from './panel.js';
import { renderMatrixTable, type TableState } from './table.js';

/** The drawing of a matrix: what it shows, and what belongs to the page it is on. */
export interface MatrixDrawing {
  readonly model: MatrixModel;
  readonly table: TableState;
  /** The search for a name in a large matrix. */
  readonly finder: FinderModel | undefined;
  /** Of a large table. */
  readonly partInView: PartInView | undefined;
  readonly hasLegend: boolean;
}

export interface MatrixActions extends FilterActions, FinderActions, ListActions, OverviewActions {
  /** One listener for all marks, claims and speakers: there may be hundreds. */
  readonly onClick: (event: MouseEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  /** The pointer or the focus moves in the drawing, or leaves it. */
  readonly onPoint: (event: Event) => void;
}

/** Renders who says what: speakers × claims, with the quotes behind what is open. */
export function renderMatrix(drawing: MatrixDrawing, messages: Messages, actions: MatrixActions): Content {
  const { model, hasLegend } = drawing;
  const { placed, isPrinting, notes } = model;
  const controls = renderControls(drawing, messages, actions);
  if (placed.voices.length === 0) return [controls, html`<p class="hint">${messages.empty}</p>`];
  return [
    renderSummary(model, messages),
    hasLegend ? guard([placed, messages], () => renderMatrixLegend(model, messages)) : nothing,
    controls,
    // eslint-disable-next-line lit-a11y/click-events-have-key-events -- The shadow root listens for keys: Escape works everywhere.
    html`<div
      @click=${actions.onClick}
      @focusin=${actions.onFocus}
      @focusout=${actions.onPoint}
      @pointerover=${actions.onPoint}
      @pointerleave=${actions.onPoint}
    >
      ${model.list ? renderMatrixList(model, messages, actions) : renderTableWithPanel(drawing, messages, actions)}
    </div>`,
    isPrinting && placed.isLarge ? html`<p>${messages.printedInPart}</p>` : nothing,
    notes ? renderMatrixNotes(notes, messages) : nothing,
  ];
}

function renderSummary({ dataset, placed, disputedClaims, isPrinting }: MatrixModel, messages: Messages): Content {
  return html`<p class="hint" part="summary">
    ${dataset.description ? html`<bdi>${dataset.description}</bdi>` : nothing}
    ${messages.matrixSummary({
      claims: placed.columns.length,
      disputed: disputedClaims,
      speakers: placed.speakerCount,
      outlets: messages.outletCount(placed.quotingSources),
    })}
    ${isPrinting ? nothing : messages.matrixHint}
  </p>`;
}

function renderControls({ model, finder }: MatrixDrawing, messages: Messages, actions: MatrixActions): Content {
  return html`<div class="controls" part="controls">
    ${renderChoices(
      messages.sortLabel,
      'order',
      model.orders.map((order) => [messages.order[order], order, order === model.order]),
      actions,
    )}
    ${finder ? renderFinder(finder, messages, actions) : nothing} ${renderFilters(model.filters, messages, actions)}
  </div>`;
}

function renderTableWithPanel(
  { model, table, partInView }: MatrixDrawing,
  messages: Messages,
  actions: MatrixActions,
): Content {
  const { panel } = model;
  return [
    partInView ? renderOverview(partInView, actions) : nothing,
    renderMatrixTable(model, table, messages),
    // Scrolling a large table renders often, and the panel may hold hundreds of quotes.
    panel ? guard([panel, messages], () => renderMatrixPanel(panel, messages, actions)) : nothing,
  ];
}

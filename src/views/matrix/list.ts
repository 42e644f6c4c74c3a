import { ifDefined } from 'lit/directives/if-defined.js';
import type { ListedClaim, ListedMark } from '../../layout/matrix/matrix-list.js';
import type { MatrixModel } from '../../layout/matrix/matrix-model.js';
import type { Range } from '../../layout/matrix/table-viewport.js';
import type { Messages } from '../../wording/messages.js';
import { joinPresent } from '../../wording/quotation.js';
import { markName, quotingOutlets } from '../../wording/sentences.js';
import { renderButton } from '../button.js';
import { renderMark } from '../marks.js';
import { html, nothing, repeat, type Content } from '../template.js';
import { renderNoteNumbers } from './notes.js';
import { renderMatrixPanel, type PanelActions } from './panel.js';

export interface ListActions extends PanelActions {
  readonly listClaims: (range: Range) => void;
}

/** Renders the matrix for narrow places: a list by claim; the quotes open where the reader tapped. */
export function renderMatrixList(model: MatrixModel, messages: Messages, actions: ListActions): Content {
  const { claims, before, after, more } = model.list!;
  const { selection } = model;
  const list = (range: Range | undefined, label: string) =>
    range ? renderButton(label, () => actions.listClaims(range)) : nothing;
  return html`${selection && !selection.column ? renderPanel(model, messages, actions) : nothing}
    ${list(before, messages.previous)}
    <div class="list" part="list">
      ${repeat(
        claims,
        ({ column }) => column.key,
        (claim) => renderClaim(claim, model, messages, actions),
      )}
    </div>
    ${list(after, messages.showMoreClaims(more))}`;
}

function renderPanel({ panel }: MatrixModel, messages: Messages, actions: ListActions): Content {
  return panel ? renderMatrixPanel(panel, messages, actions) : nothing;
}

function renderClaim(claim: ListedClaim, model: MatrixModel, messages: Messages, actions: ListActions): Content {
  const { column, isOpen, isFolded, marks, previous, more } = claim;
  return html`<section class="claim">
    <h3>
      <button part="claim" data-select="${column.key}" aria-expanded="${String(isOpen)}">
        <bdi lang="${model.dataset.lang}">${column.claim.text}</bdi>
      </button>
    </h3>
    ${isFolded ? html`<p>${messages.balance(column.support, column.oppose, column.neutral)}</p>` : nothing}
    ${isOpen ? renderPanel(model, messages, actions) : nothing}
    ${previous === undefined ? nothing : renderButton(messages.previous, () => actions.open(previous))}
    <ul>
      ${repeat(
        marks,
        ({ key }) => key,
        (mark) => renderListedMark(mark, model, messages, actions),
      )}
    </ul>
    ${more > 0 ? renderButton(messages.more(more), actions.showMoreMarks) : nothing}
  </section>`;
}

function renderListedMark(
  { voice, mark, key, isOpen }: ListedMark,
  model: MatrixModel,
  messages: Messages,
  actions: ListActions,
): Content {
  const { side, count, contested } = mark;
  const { dataset } = model;
  const note = model.notes?.get(key);
  return html`<li>
    <button class="line" part="mark ${side}" data-select="${key}" aria-expanded="${String(isOpen)}">
      <span class="glyph" aria-hidden="true" data-count="${ifDefined(count > 1 ? messages.number(count) : undefined)}"
        >${renderMark(side)}</span
      >
      <span
        ><bdi>${voice.name}</bdi>
        <span class="hidden">${markName(voice, mark, dataset, messages)}</span
        >${note ? renderNoteNumbers(note) : nothing}
        <small aria-hidden="true"
          >${joinPresent(
            ' · ',
            voice.isOutlet ? messages.voice.outlet : quotingOutlets(voice, mark, dataset, messages),
            contested && messages.contested,
          )}</small
        ></span
      >
    </button>
    ${isOpen ? renderPanel(model, messages, actions) : nothing}
  </li>`;
}

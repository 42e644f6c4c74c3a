import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlacedClaim } from '../layout/matrix-layout.js';
import { keyOf, voicesOf } from '../layout/matrix-selection.js';
import { renderMark } from './marks.js';
import { renderNumbersOf } from './matrix-notes.js';
import { renderCount, type MatrixContext } from './matrix-table.js';

/** So many claims stand open on a phone; the others are one tap away. */
const claimsAtFirst = 5;

interface ListOptions {
  readonly panel: () => unknown;
  readonly showAll: boolean;
  readonly onShowAll: () => void;
}

/** The matrix for narrow places: a list by claim; the evidence opens where the reader tapped. */
export function renderMatrixList(context: MatrixContext, { panel, showAll, onShowAll }: ListOptions): TemplateResult {
  const { placed, selection, words } = context;
  const selectedAt = selection?.column ? placed.columns.indexOf(selection.column) + 1 : 0;
  const shown = showAll ? placed.columns : placed.columns.slice(0, Math.max(claimsAtFirst, selectedAt));
  const more = placed.columns.length - shown.length;
  return html`
    ${selection && !selection.column ? panel() : nothing}
    <div class="list" part="list">
      ${repeat(
        shown,
        ({ claim }) => claim.id,
        (column) => renderClaim(column, context, panel),
      )}
    </div>
    ${more > 0 ? html`<button class="plain more" @click=${onShowAll}>${words.showMoreClaims(more)}</button>` : nothing}
  `;
}

function renderClaim(column: PlacedClaim, context: MatrixContext, panel: () => unknown): TemplateResult {
  const { placed, selection, words, numbers, onSelect, dataset } = context;
  const index = placed.columns.indexOf(column);
  const claimKey = keyOf(undefined, column);
  const opened = selection?.key === claimKey;
  return html`<section class="claim">
    <h3>
      <button part="claim" aria-expanded=${opened} @click=${(event: Event) => onSelect(event, claimKey)}>
        <bdi>${column.claim.text}</bdi>
      </button>
    </h3>
    ${opened ? panel() : nothing}
    <ul>
      ${voicesOf(placed).map((voice) => {
        const position = voice.positions[index];
        if (!position) return nothing;
        const key = keyOf(voice, column);
        const carriers =
          voice.isOutlet || dataset.sources.length < 2
            ? voice.isOutlet && words.ownVoice
            : position.sources.length === dataset.sources.length
              ? words.reportCount(position.sources.length)
              : words.list(position.sources.map((source) => source.short ?? source.name));
        const contested = position.statements.some(({ contested }) => contested);
        return html`<li>
          <button
            class="line"
            part="mark ${position.side}"
            aria-expanded=${selection?.key === key}
            @click=${(event: Event) => onSelect(event, key)}
          >
            <span class="glyph">${renderMark(position.side)}${renderCount(position)}</span>
            <span
              ><bdi>${voice.name}</bdi> <span class="hidden">${words.sideVerb[position.side]}</span>
              ${renderNumbersOf(position, numbers)}
              <small>${carriers || nothing}${contested ? html` · ${words.contested}` : nothing}</small></span
            >
          </button>
          ${selection?.key === key ? panel() : nothing}
        </li>`;
      })}
    </ul>
  </section>`;
}

import type { PlacedClaim } from '../layout/matrix-layout.js';
import { keyOf, voicesOf } from '../layout/matrix-selection.js';
import { html, type Content, type Markup } from './html.js';
import { renderMark } from './marks.js';
import { renderNumbersOf } from './matrix-notes.js';
import { countAttribute, type MatrixContext } from './matrix-table.js';
import { shortName } from './short-name.js';

/** So many claims stand open on a phone; the others are one tap away. */
const claimsAtFirst = 5;

interface ListOptions {
  readonly panel: () => Content;
  readonly showAll: boolean;
}

/** The matrix for narrow places: a list by claim; the evidence opens where the reader tapped. */
export function renderMatrixList(context: MatrixContext, { panel, showAll }: ListOptions): Markup {
  const { placed, selection, words } = context;
  const selectedAt = selection?.column ? placed.columns.indexOf(selection.column) + 1 : 0;
  const shown = showAll ? placed.columns : placed.columns.slice(0, Math.max(claimsAtFirst, selectedAt));
  const more = placed.columns.length - shown.length;
  return html`${selection && !selection.column && panel()}
    <div class="list" part="list">${shown.map((column) => renderClaim(column, context, panel))}</div>
    ${more > 0 && html`<button class="plain more" data-act="showAllClaims">${words.showMoreClaims(more)}</button>`}`;
}

function renderClaim(column: PlacedClaim, context: MatrixContext, panel: () => Content): Markup {
  const { placed, selection, words, numbers, dataset } = context;
  const index = placed.columns.indexOf(column);
  const claimKey = keyOf(undefined, column);
  const opened = selection?.key === claimKey;
  return html`<section class="claim" data-key="claim/${column.claim.id}">
    <h3>
      <button part="claim" data-select="${claimKey}" aria-expanded="${String(opened)}">
        <bdi>${column.claim.text}</bdi>
      </button>
    </h3>
    ${opened && panel()}
    <ul>
      ${voicesOf(placed).map((voice) => {
        const position = voice.at(index);
        if (!position) return undefined;
        const key = keyOf(voice, column);
        const isOpen = selection?.key === key;
        const carriers =
          voice.isOutlet || dataset.sources.length < 2
            ? voice.isOutlet && words.ownVoice
            : position.sources.length === dataset.sources.length
              ? words.reportCount(position.sources.length)
              : words.list(position.sources.map(shortName));
        return html`<li>
          <button class="line" part="mark ${position.side}" data-select="${key}" aria-expanded="${String(isOpen)}">
            <span class="glyph" ${countAttribute(position)}>${renderMark(position.side)}</span>
            <span
              ><bdi>${voice.name}</bdi> <span class="hidden">${words.sideVerb[position.side]}</span>
              ${numbers && renderNumbersOf(key, numbers)}
              <small>${carriers}${position.contested && ` · ${words.contested}`}</small></span
            >
          </button>
          ${isOpen && panel()}
        </li>`;
      })}
    </ul>
  </section>`;
}

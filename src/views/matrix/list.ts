import type { PlacedClaim } from '../../layout/matrix-layout.js';
import { selectionKey, voicesOf } from '../../layout/matrix-selection.js';
import type { Range } from '../../layout/table-window.js';
import { attribute, html, type Content, type Markup } from '../html.js';
import { renderMark } from '../marks.js';
import { renderNumbersOf } from './notes.js';
import type { MatrixContext } from './table.js';
import { shortName } from '../../wording/short-name.js';

/** So many claims stand open on a phone; the others are one tap away. */
const claimsAtFirst = 5;

/** So many claims of a large table are listed at a time. */
const claimsAtOnce = 20;

interface ListOptions {
  readonly panel: () => Content;
  /** Of a large table: who says what on a claim is shown when it is opened, so many at once. */
  readonly most: number | undefined;
  /** The claims to list, from the first to before the last; left out, some. */
  readonly listed: Range | undefined;
}

/** The matrix for narrow places: a list by claim; the evidence opens where the reader tapped. */
export function renderMatrixList(context: MatrixContext, { panel, most, listed }: ListOptions): Markup {
  const { placed, selection, messages: messages } = context;
  const { length } = placed.columns;
  const folded = most !== undefined;
  const selectedAt = selection?.column ? placed.columns.indexOf(selection.column) : 0;
  const start = selectedAt - (selectedAt % claimsAtOnce);
  const some: Range = folded ? [start, start + claimsAtOnce] : [0, Math.max(claimsAtFirst, selectedAt + 1)];
  const [from, to] = listed ?? some;
  const more = length - to;
  const list = (from: number, to: number, label: string) =>
    html`<button class="plain more" data-act="list" data-value="${from} ${to}">${label}</button>`;
  return html`${selection && !selection.column && panel()}
    ${from > 0 && list(Math.max(0, from - claimsAtOnce), to, messages.previous)}
    <div class="list" part="list">
      ${placed.columns
        .slice(from, to)
        .map((column) => renderClaim(column, context, panel, folded && column !== selection?.column ? 0 : most))}
    </div>
    ${more > 0 && list(from, folded ? to + claimsAtOnce : length, messages.showMoreClaims(folded ? Math.min(more, claimsAtOnce) : more))}`;
}

function renderClaim(
  column: PlacedClaim,
  context: MatrixContext,
  panel: () => Content,
  most: number | undefined = Infinity,
): Markup {
  const { placed, selection, messages: messages, numbers, dataset } = context;
  const index = placed.columns.indexOf(column);
  const claimKey = selectionKey(undefined, column);
  const opened = selection?.key === claimKey;
  const voices = most > 0 ? voicesOf(placed).filter((voice) => voice.sideOf(index)) : [];
  const selectedAt = Math.max(0, selection?.voice ? voices.indexOf(selection.voice) : 0);
  const start = selectedAt < most ? 0 : selectedAt - (selectedAt % most);
  return html`<section class="claim" data-key="claim/${column.claim.id}">
    <h3>
      <button part="claim" data-select="${claimKey}" aria-expanded="${String(opened)}">
        <bdi>${column.claim.text}</bdi>
      </button>
    </h3>
    ${most === 0 && html`<p>${messages.balance(column.support, column.oppose, column.neutral)}</p>`}
    ${opened && panel()}
    ${start > 0 && html`<button class="plain more" data-select="${selectionKey(voices[start - 1], column)}">${messages.previous}</button>`}
    <ul>
      ${voices.slice(start, start + most).map((voice) => {
        const position = voice.markOf(index)!;
        const key = selectionKey(voice, column);
        const isOpen = selection?.key === key;
        const carriers =
          voice.isOutlet || dataset.sources.length < 2
            ? voice.isOutlet && messages.ownVoice
            : position.sources.length === dataset.sources.length
              ? messages.reportCount(position.sources.length)
              : messages.list(position.sources.map(shortName));
        return html`<li>
          <button class="line" part="mark ${position.side}" data-select="${key}" aria-expanded="${String(isOpen)}">
            <span
              class="glyph"
              ${attribute('data-count', position.count > 1 ? messages.number(position.count) : undefined)}
              >${renderMark(position.side)}</span
            >
            <span
              ><bdi>${voice.name}</bdi> <span class="hidden">${messages.sideVerb[position.side]}</span>
              ${numbers && renderNumbersOf(key, numbers)}
              <small>${carriers}${position.contested && ` · ${messages.contested}`}</small></span
            >
          </button>
          ${isOpen && panel()}
        </li>`;
      })}
    </ul>
    ${
      most > 0 &&
      voices.length > start + most &&
      html`<button class="plain more" data-act="moreMarks">${messages.more(voices.length - start - most)}</button>`
    }
  </section>`;
}

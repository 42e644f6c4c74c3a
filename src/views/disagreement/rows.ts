import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { PlacedCounts } from '../../layout/disagreement/counts-layout.js';
import type {
  DisagreementLayout,
  MarkSize,
  PlacedDisagreement,
} from '../../layout/disagreement/disagreement-layout.js';
import type { ChartRow, DisagreementModel } from '../../layout/disagreement/disagreement-model.js';
import type { Messages } from '../../wording/messages.js';
import { factsOf, positionsOf, verdictOf } from '../../wording/sentences.js';
import { renderMark } from '../marks.js';
import { html, nothing, repeat, svg, type Content } from '../template.js';
import { renderAccount, type AccountActions } from './account.js';

export interface RowActions extends AccountActions {
  /** One listener for all claims: there may be thousands. */
  readonly onClick: (event: MouseEvent) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
}

/** Renders one row per claim: its text as a button, the positions of the sources, and the verdict. */
export function renderRows(model: DisagreementModel, messages: Messages, actions: RowActions): Content {
  const { rows, placed, hasCounts, isMirrored, window } = model;
  return html`<div class="row head" aria-hidden="true">
      <span class="ends">
        <b class="oppose">${isMirrored ? '→' : '←'} ${hasCounts ? messages.side.oppose : messages.allOppose}</b>
        <b class="support">${hasCounts ? messages.side.support : messages.allSupport} ${isMirrored ? '←' : '→'}</b>
      </span>
    </div>
    ${window ? renderSkippedRows(window.above) : nothing}
    <ol @click=${actions.onClick} @keydown=${actions.onKeydown}>
      ${repeat(
        rows,
        ({ row }) => row.claim.id,
        ({ row, counts, account }, index) => {
          const place = window && { count: placed.rows.length, index: window.range[0] + index };
          // Nearly all of a chart is its rows: one is rendered again only where it is another.
          return guard([row, counts, account, placed.sources, messages, place?.count, place?.index], () =>
            renderRow({ row, counts, account }, placed, place, messages, actions),
          );
        },
      )}
    </ol>
    ${window ? renderSkippedRows(window.below) : nothing}`;
}

/** As long as the rows that are not rendered. */
function renderSkippedRows(length: number): Content {
  return html`<svg class="rest" aria-hidden="true" height="${Math.round(length)}"></svg>`;
}

/** Where a row is among all rows of which only a part is rendered. */
interface RowPlace {
  readonly count: number;
  readonly index: number;
}

function renderRow(
  { row, counts, account }: ChartRow,
  placed: DisagreementLayout,
  place: RowPlace | undefined,
  messages: Messages,
  actions: AccountActions,
): Content {
  const { claim } = row;
  const { sources, isFlat, markSize } = placed;
  return html`<li
    class="${account ? 'open' : ''}"
    part="row"
    aria-setsize="${ifDefined(place?.count)}"
    aria-posinset="${ifDefined(place && place.index + 1)}"
  >
    <div class="row">
      <div class="claim">
        <h3>
          <button
            part="claim"
            data-select="${claim.id}"
            aria-expanded="${String(account !== undefined)}"
            aria-controls="${ifDefined(account && `account-${claim.id}`)}"
          >
            <bdi>${claim.text}</bdi>
          </button>
        </h3>
        <p>${factsOf(row, placed, messages, isFlat)}</p>
      </div>
      <div class="axis">${counts ? renderCounts(counts, messages) : renderPlot(row, markSize, messages)}</div>
      <div class="verdict" part="verdict ${row.answer.band ?? ''}">
        ${renderVerdict(row, sources.length, messages)}
        <span class="why" aria-hidden="true">${messages.selectClaim}</span>
      </div>
    </div>
    ${account ? renderAccount(row, account, messages, actions) : nothing}
  </li>`;
}

/** Renders a verdict in type of two sizes. */
export function renderVerdict(row: PlacedDisagreement, sourceCount: number, messages: Messages): Content {
  const { band, details } = verdictOf(row, sourceCount, messages);
  return html`${band ? html`<b>${band}</b> ` : nothing}${details.map((detail) => html`<small>${detail}</small>`)}`;
}

function renderPlot(row: PlacedDisagreement, size: MarkSize, messages: Messages): Content {
  const { axis, height, bar, marks, ownVoices } = row;
  // One stem per position, to the highest of the marks stacked there.
  const stems = new Map(marks.filter(({ y }) => y < axis).map(({ x, y }) => [x, y]));
  return html`<svg class="plot" part="axis" role="img" aria-label="${positionsOf(row, messages)}" height="${height}">
    <line class="track" x1="0" x2="100%" y1="${axis}" y2="${axis}"></line>
    <line class="middle" x1="50%" x2="50%" y1="2" y2="${height - 2}"></line>
    ${bar ? svg`<line class="bar" part="bar" x1="${percent(bar[0])}" x2="${percent(bar[1])}" y1="${axis}" y2="${axis}"></line>` : nothing}
    ${[...stems].map(([x, y]) => svg`<line class="stem" x1="${percent(x)}" x2="${percent(x)}" y1="${y}" y2="${axis}"></line>`)}
    ${marks.map(({ x, y, letters }) => renderSource(x, y, letters, size))}
    ${ownVoices.map(
      ({ x, y, letters, lettersAt }) =>
        svg`<svg class="own" part="mark own" x="${percent(x)}" y="${y}">
          ${diamond()}
          <text class="${lettersAt}" x="${lettersAt === 'left' ? -9 : 9}" dy=".36em">${letters}</text>
        </svg>`,
    )}
  </svg>`;
}

/** A pill as wide as high is a circle. */
export function renderSource(x: number, y: number, letters: string, { width, height }: MarkSize): Content {
  return svg`<svg class="${height < width ? 'source flat' : 'source'}" part="mark source" x="${percent(x)}" y="${y}">
    <rect x="${-width / 2}" y="${-height / 2}" width="${width}" height="${height}" rx="${height / 2}"></rect>
    <text dy=".36em">${letters}</text>
  </svg>`;
}

export function diamond(): Content {
  return svg`<path d="M0-6l6 6-6 6-6-6z"></path>`;
}

function percent(x: number): string {
  return `${Math.round(x * 100) / 100}%`;
}

function renderCounts(counts: readonly PlacedCounts[], messages: Messages): Content {
  return html`<ul class="counts">
    ${counts.map((each) => renderCountsOf(each, messages))}
  </ul>`;
}

function renderCountsOf({ source, letters, bars, own }: PlacedCounts, messages: Messages): Content {
  const texts = bars.map(({ side, count }) => messages.side[side] + messages.colon + messages.number(count));
  const name = source.name + messages.colon + (texts.join(messages.comma) || messages.noVoices);
  return html`<li>
    <span class="letters" aria-hidden="true">${letters}</span>
    <svg role="img" aria-label="${name}" height="16">
      <line class="track" x1="50%" x2="50%" y1="-2" y2="18"></line>
      ${bars.map(({ side, x, width }) => svg`<rect class="${side}" x="${percent(x)}" width="${percent(width)}" y="1" height="14"></rect>`)}
      ${bars.map(
        ({ side, x, width, count }) =>
          svg`<text class="${side}" x="${percent(x + width / 2)}" y="8" dy=".36em">${messages.number(count)}</text>`,
      )}
    </svg>
    <span class="said">
      ${
        own
          ? html`<svg
                class="sign-own"
                role="img"
                aria-label="${messages.inItsOwnWords + messages.colon + messages.side[own]}"
              >
                ${diamond()}</svg
              >${renderMark(own)}`
          : nothing
      }
    </span>
  </li>`;
}

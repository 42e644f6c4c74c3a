import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { PlacedCounts } from '../../layout/disagreement/counts-layout.js';
import type { PlacedDisagreement } from '../../layout/disagreement/disagreement-layout.js';
import type { ChartRow, DisagreementModel } from '../../layout/disagreement/disagreement-model.js';
import { chartTokens } from '../../theme/tokens.js';
import { sentence } from '../../wording/quotation.js';
import type { Messages } from '../../wording/messages.js';
import { coverageTitle, notCoveredBy, qualificationsOf, verdictOf } from '../../wording/sentences.js';
import { html, nothing, repeat, svg, type Content } from '../template.js';
import { renderAccount, type AccountActions } from './account.js';
import { renderLanes, renderOwnMark } from './lanes.js';

export interface RowActions extends AccountActions {
  /** One listener for all claims: there may be thousands. */
  readonly onClick: (event: MouseEvent) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
}

/** Renders one row per claim: its text as a button, the verdict, and whom the outlets quote, in sections where there are any. */
export function renderRows(model: DisagreementModel, messages: Messages, actions: RowActions): Content {
  const { rows, placed, hasCounts, window, isNarrow, isMirrored } = model;
  const [toStart, toEnd] = isMirrored ? ['→ ', ' ←'] : ['← ', ' →'];
  const names = hasCounts ? [messages.side.oppose, '', '', '', messages.side.support] : messages.columns;
  return html`<div class="row head" aria-hidden="true">
      <span class="columns"
        >${names.map(
          (name, column) =>
            html`<b class="column-${column}">${column === 0 ? toStart : ''}${name}${column === 4 ? toEnd : ''}</b>`,
        )}</span
      >
    </div>
    ${window ? renderSkippedRows(window.above) : nothing}
    <ol @click=${actions.onClick} @keydown=${actions.onKeydown}>
      ${repeat(
        rows,
        ({ row }) => row.claim.id,
        (chartRow, index) => {
          const { row, section, counts, account } = chartRow;
          const place = window && { count: placed.rows.length, index: window.range[0] + index };
          // Nearly all of a chart is its rows: one is rendered again only where it is another.
          return guard(
            [
              row,
              section,
              counts,
              account,
              placed.sources,
              placed.hasSections,
              isNarrow,
              messages,
              place?.count,
              place?.index,
            ],
            () => renderRow(chartRow, model, place, messages, actions),
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
  { row, section, counts, account }: ChartRow,
  { placed, isNarrow }: DisagreementModel,
  place: RowPlace | undefined,
  messages: Messages,
  actions: AccountActions,
): Content {
  const { claim, answer } = row;
  return html`<li
    class="${account ? 'open' : ''}"
    part="row"
    aria-setsize="${ifDefined(place?.count)}"
    aria-posinset="${ifDefined(place && place.index + 1)}"
  >
    ${section ? html`<h3 class="section">${coverageTitle(section, placed, messages)}</h3>` : nothing}
    <div class="row">
      <div class="claim">
        <h3 aria-level="${placed.hasSections ? 4 : 3}">
          <button
            part="claim"
            data-select="${claim.id}"
            aria-expanded="${String(account !== undefined)}"
            aria-controls="${ifDefined(account && `account-${claim.id}`)}"
          >
            <bdi>${messages.quotedClaim(claim.text)}</bdi>
          </button>
        </h3>
        <p part="verdict ${answer.band ?? ''}">${renderVerdict(row, placed.sources.length, messages)}</p>
        ${renderFacts(row, messages)}
      </div>
      ${counts ? renderCounts(counts, messages) : renderLanes(row, placed.hasDots, isNarrow, messages)}
    </div>
    ${account ? renderAccount(row, account, messages, actions) : nothing}
  </li>`;
}

/** Renders whom the outlets quote, and in bold what they say themselves. */
function renderVerdict(row: PlacedDisagreement, sourceCount: number, messages: Messages): Content {
  return verdictOf(row, sourceCount, messages).map(({ text, isOwnWords }, index) => [
    index > 0 ? ' ' : '',
    isOwnWords ? html`<b>${text}</b>` : text,
  ]);
}

/** Renders what qualifies the verdict, and which outlets do not cover the claim: a few by name, the others one step away. */
function renderFacts(row: PlacedDisagreement, messages: Messages): Content {
  const { maxNotCovering } = chartTokens;
  const missing = notCoveredBy(row, messages, maxNotCovering);
  const isLong = row.answer.silent.length > maxNotCovering;
  return html`<p class="facts">
      ${qualificationsOf(row, messages).join(' ')} ${missing && !isLong ? sentence(missing) : ''}
      <span class="why" aria-hidden="true">${messages.selectClaim}</span>
    </p>
    ${
      isLong
        ? html`<details class="facts">
            <summary>${missing}</summary>
            <p>${sentence(notCoveredBy(row, messages))}</p>
          </details>`
        : nothing
    }`;
}

function renderCounts(counts: readonly PlacedCounts[], messages: Messages): Content {
  return html`<ul class="counts">
    ${counts.map((each) => renderCountsOf(each, messages))}
  </ul>`;
}

function renderCountsOf({ source, label, bars, own }: PlacedCounts, messages: Messages): Content {
  const texts = bars.map(({ side, count }) => messages.side[side] + messages.colon + messages.number(count));
  const name = source.name + messages.colon + (texts.join(messages.comma) || messages.nobody);
  return html`<li>
    <span class="label" aria-hidden="true">${label}</span>
    <svg role="img" aria-label="${name}" height="16">
      <line x1="50%" x2="50%" y1="-2" y2="18"></line>
      ${bars.map(({ side, x, width }) => svg`<rect class="${side}" x="${percent(x)}" width="${percent(width)}" y="1" height="14"></rect>`)}
      ${bars.map(
        ({ side, x, width, count }) =>
          svg`<text class="${side}" x="${percent(x + width / 2)}" y="8" dy=".36em">${messages.number(count)}</text>`,
      )}
    </svg>
    ${own ? renderOwnMark(own, messages.inItsOwnWords + messages.colon + messages.side[own]) : nothing}
  </li>`;
}

function percent(x: number): string {
  return `${Math.round(x * 100) / 100}%`;
}

import type { PlacedCounts } from '../../layout/counts-layout.js';
import type { DisagreementLayout, MarkSize, PlacedDisagreement } from '../../layout/disagreement-layout.js';
import type { Messages } from '../../wording/messages.js';
import type { EvidenceState } from '../../elements/controllers/evidence-store.js';
import { attribute, html, svg, type Markup } from '../html.js';
import { renderMark, sides } from '../marks.js';
import { factsOf, isFlat, placesOf, verdictOf } from '../../wording/sentences.js';
import type { Surface } from '../../elements/surface.js';

interface RowsContext {
  readonly placed: DisagreementLayout;
  /** One entry a row where voices are counted; undefined where positions are shown. */
  readonly counts: readonly (readonly PlacedCounts[])[] | undefined;
  readonly messages: Messages;
  /** Whether support lies on the left, as where one reads from right to left. */
  readonly mirrored: boolean;
  /** Whether the account of a claim is open, by its id. */
  readonly isOpen: (claim: string) => boolean;
  readonly renderAccount: (row: PlacedDisagreement) => Markup;
  /** Whether the words behind an open account are there. */
  readonly evidence: EvidenceState;
  readonly keep: Surface['keep'];
  /** Where not all rows are drawn: how many there are, which of them is the first one drawn, and how long is what is not drawn. */
  readonly part: PartOfRows | undefined;
}

export interface PartOfRows {
  readonly count: number;
  readonly first: number;
  /** CSS pixels. */
  readonly above: number;
  readonly below: number;
}

/** One row a claim: its text as a button, where the sources stand, and what that comes to. */
export function renderRows(context: RowsContext): Markup {
  const { placed, counts, messages: messages, mirrored, part } = context;
  return html`
    <div class="row head" aria-hidden="true">
      <span class="ends">
        <b class="oppose">${mirrored ? '→' : '←'} ${counts ? messages.side.oppose : messages.allOppose}</b>
        <b class="support">${counts ? messages.side.support : messages.allSupport} ${mirrored ? '←' : '→'}</b>
      </span>
    </div>
    ${part && renderRest(part.above)}
    <ol>
      ${placed.rows.map((row, index) => {
        const isOpen = context.isOpen(row.claim.id);
        const from = [row, isOpen && context.evidence, counts?.[index], placed.sources, messages, part?.count];
        return context.keep(`claim/${row.claim.id}`, from, () => renderRow(context, row, index, isOpen));
      })}
    </ol>
    ${part && renderRest(part.below)}
  `;
}

/** As long as the rows that are not drawn. */
function renderRest(length: number): Markup {
  return html`<svg class="rest" aria-hidden="true" height="${Math.round(length)}"></svg>`;
}

function renderRow(
  { placed, counts, messages: messages, renderAccount, part }: RowsContext,
  row: PlacedDisagreement,
  index: number,
  isOpen: boolean,
): Markup {
  return html`<li
    class="${isOpen ? 'open' : ''}"
    part="row"
    ${attribute('aria-setsize', part && String(part.count))}
    ${attribute('aria-posinset', part && String(part.first + index + 1))}
  >
    <div class="row">
      <div class="claim">
        <h3>
          <button
            part="claim"
            data-select="${row.claim.id}"
            aria-expanded="${String(isOpen)}"
            ${attribute('aria-controls', isOpen ? `account-${row.claim.id}` : undefined)}
          >
            <bdi>${row.claim.text}</bdi>
          </button>
        </h3>
        <p>${factsOf(row, placed, messages, isFlat(placed.markSize))}</p>
      </div>
      <div class="axis">
        ${counts ? renderCounts(counts[index]!, messages) : renderPlot(row, placed.markSize, messages)}
      </div>
      <div class="verdict" part="verdict ${row.answer.band ?? ''}">
        ${renderVerdict(row, placed.sources.length, messages)}
        <span class="why" aria-hidden="true">${messages.selectClaim}</span>
      </div>
    </div>
    ${isOpen && renderAccount(row)}
  </li>`;
}

/** A verdict in type of two sizes. */
export function renderVerdict(row: PlacedDisagreement, of: number, messages: Messages): Markup {
  const { band, details } = verdictOf(row, of, messages);
  return html`${band && html`<b>${band}</b> `}${details.map((said) => html`<small>${said}</small>`)}`;
}

function renderPlot(row: PlacedDisagreement, size: MarkSize, messages: Messages): Markup {
  const { axis, height, bar, marks, ownVoices } = row;
  // The later marks at a place stand higher.
  const stems = new Map(marks.filter(({ y }) => y < axis).map(({ x, y }) => [x, y]));
  return html`<svg class="plot" part="axis" role="img" aria-label="${placesOf(row, messages)}" height="${height}">
    <line class="track" x1="0" x2="100%" y1="${axis}" y2="${axis}"></line>
    <line class="middle" x1="50%" x2="50%" y1="2" y2="${height - 2}"></line>
    ${bar && svg`<line class="bar" part="bar" x1="${percent(bar[0])}" x2="${percent(bar[1])}" y1="${axis}" y2="${axis}"></line>`}
    ${[...stems].map(([x, y]) => svg`<line class="stem" x1="${percent(x)}" x2="${percent(x)}" y1="${y}" y2="${axis}"></line>`)}
    ${marks.map(({ x, y, letters }) => renderSource(x, y, letters, size))}
    ${ownVoices.map(
      ({ x, y, letters, lettersAt }) =>
        svg`<svg class="own" part="mark own" x="${percent(x)}" y="${y}">
          ${diamond}
          <text class="${lettersAt}" x="${lettersAt === 'left' ? -9 : 9}" dy=".36em">${letters}</text>
        </svg>`,
    )}
  </svg>`;
}

/** A pill as wide as high is a circle. */
function renderSource(x: number, y: number, letters: string, size: MarkSize): Markup {
  const { width, height } = size;
  return svg`<svg class="${isFlat(size) ? 'source flat' : 'source'}" part="mark source" x="${percent(x)}" y="${y}">
    <rect x="${-width / 2}" y="${-height / 2}" width="${width}" height="${height}" rx="${height / 2}"></rect>
    <text dy=".36em">${letters}</text>
  </svg>`;
}

const diamond = svg`<path d="M0-6l6 6-6 6-6-6z"></path>`;

function percent(x: number): string {
  return `${Math.round(x * 100) / 100}%`;
}

function renderCounts(counts: readonly PlacedCounts[], messages: Messages): Markup {
  return html`<ul class="counts">
    ${counts.map(({ source, letters, bars, own }) => {
      const said = bars.map(({ side, count }) => messages.side[side] + messages.colon + messages.number(count));
      return html`<li>
        <span class="letters" aria-hidden="true">${letters}</span>
        <svg
          role="img"
          aria-label="${source.name + messages.colon + (said.join(messages.comma) || messages.noVoices)}"
          height="16"
        >
          <line class="track" x1="50%" x2="50%" y1="-2" y2="18"></line>
          ${bars.map(({ side, x, width }) => svg`<rect class="${side}" x="${percent(x)}" width="${percent(width)}" y="1" height="14"></rect>`)}
          ${bars.map(
            ({ side, x, width, count }) =>
              svg`<text class="${side}" x="${percent(x + width / 2)}" y="8" dy=".36em">${messages.number(count)}</text>`,
          )}
        </svg>
        <span class="said">
          ${own && html`<svg class="sign-own" role="img" aria-label="${messages.inItsOwnWords + messages.colon + messages.side[own]}">${diamond}</svg>${renderMark(own)}`}
        </span>
      </li>`;
    })}
  </ul>`;
}

/** What the marks mean, and which letters are which source; only what is to be seen is explained. */
export function renderDisagreementLegend(
  { rows, sources }: DisagreementLayout,
  counts: RowsContext['counts'],
  messages: Messages,
): Markup {
  const bars = new Set(counts?.flatMap((row) => row.flatMap(({ bars }) => bars.map(({ side }) => side))));
  const hasOwn = rows.some(({ answer }) => answer.sources.some(({ own }) => own));
  const key = (drawn: Markup) => html`<svg class="plot key" aria-hidden="true">${drawn}</svg>`;
  return html`<ul class="legend" part="legend" aria-label="${messages.legend}">
    ${
      counts
        ? sides
            .filter((side) => bars.has(side))
            .map(
              (side) =>
                html`<li>
                  ${key(svg`<rect class="${side}" x="1" y="2" width="16" height="14"></rect>`)}${messages.side[side]}
                </li>`,
            )
        : html`<li>${key(renderSource(50, 9, '', { width: 16, height: 16 }))}${messages.quotedBalance}</li>`
    }
    ${hasOwn && html`<li>${key(svg`<svg class="own" x="9" y="9">${diamond}</svg>`)}${messages.ownVoices}</li>`}
    ${sources.map(({ source, letters }) => html`<li><b class="letters">${letters}</b><bdi>${source.name}</bdi></li>`)}
  </ul>`;
}

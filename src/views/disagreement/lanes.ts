import type { Side } from '../../dataset/dataset.js';
import type { PlacedDisagreement, PlacedOutlet } from '../../layout/disagreement/disagreement-layout.js';
import { chartTokens } from '../../theme/tokens.js';
import type { Messages } from '../../wording/messages.js';
import { renderMark } from '../marks.js';
import { html, nothing, type Content } from '../template.js';

const columns = [0, 1, 2, 3, 4] as const;

/** The zones of the lane of own words: against the claim, on neither side, for it. */
const zones: readonly (readonly Side[])[] = [['oppose'], ['both', 'neutral'], ['support']];

/**
 * Renders the marks of a row: each outlet in the column of whom it quotes, and below what it says in its own words. Hidden from screen
 * readers, who get the same from the verdict, the table and the account.
 */
export function renderLanes(
  { outlets, span, speaking }: PlacedDisagreement,
  hasDots: boolean,
  isNarrow: boolean,
  messages: Messages,
): Content {
  return html`<div class="lanes" aria-hidden="true">
    <span class="lane-name">${messages.quotedLane}</span>
    <div class="columns" part="axis">
      ${columns.map((column) => {
        const inColumn = outlets.filter((outlet) => outlet.column === column);
        return html`<div class="column-${column}${inColumn.length > 0 ? ' filled' : ''}">
          ${hasDots ? nothing : renderBar(column, span)}
          ${hasDots ? renderDots(inColumn, column, messages) : renderMarks(inColumn, isNarrow)}
        </div>`;
      })}
    </div>
    ${isNarrow ? html`<div class="ends"><b>${messages.columns[0]}</b>${messages.mix}<b>${messages.columns[4]}</b></div>` : nothing}
    ${speaking.length > 0 ? renderOwnWords(outlets, hasDots, messages) : nothing}
  </div>`;
}

/** The line between the first and the last mark. */
function renderBar(column: number, span: PlacedDisagreement['span']): Content {
  if (!span || span[0] === span[1] || column < span[0] || column > span[1]) return nothing;
  return html`<i part="bar" class="bar${column === span[0] ? ' first' : column === span[1] ? ' last' : ''}"></i>`;
}

function renderMarks(outlets: readonly PlacedOutlet[], isNarrow: boolean): Content {
  const most = isNarrow && outlets.length > chartTokens.maxMarksOnPhone + 1 ? chartTokens.maxMarksOnPhone : Infinity;
  const more = outlets.slice(most);
  return [
    outlets.slice(0, most).map(renderSource),
    more.length > 0
      ? html`<details>
          <summary class="source" tabindex="-1">+${more.length}</summary>
          ${more.map(renderSource)}
        </details>`
      : nothing,
  ];
}

/** Renders the mark of an outlet: its name, and one pip for each person it quotes. */
export function renderSource({ label, column, sides }: PlacedOutlet): Content {
  const { maxPips } = chartTokens;
  const more = sides.length - maxPips;
  return html`<span class="source at-${column}" part="mark source"
    ><bdi>${label}</bdi
    ><span class="sides">${sides.slice(0, maxPips).map(renderPip)}${more > 0 ? `+${more}` : nothing}</span></span
  >`;
}

export function renderPip(side: Side): Content {
  return html`<i class="pip ${side}"></i>`;
}

/** Renders one dot per outlet, with their number. */
function renderDots(outlets: readonly PlacedOutlet[], column: number, messages: Messages): Content {
  if (outlets.length === 0) return nothing;
  return html`<span class="dots"
      >${outlets.map(({ label }) => html`<i class="pip dot at-${column}" part="mark source" title="${label}"></i>`)}</span
    ><b>${messages.number(outlets.length)}</b>`;
}

function renderOwnWords(outlets: readonly PlacedOutlet[], hasDots: boolean, messages: Messages): Content {
  return html`<span class="lane-name">${messages.ownWordsLane}</span>
    <div class="zones">
      ${zones.map(
        (sides) =>
          html`<div>
            ${outlets.map(({ own, label }) =>
              own && sides.includes(own)
                ? html`<span class="said" part="mark own" title="${hasDots ? label : nothing}">
                    ${renderOwnMark(own)}${hasDots ? nothing : html`<bdi>${label}</bdi>`}
                  </span>`
                : nothing,
            )}
          </div>`,
      )}
    </div>`;
}

/** Renders the diamond of what an outlet says in its own words. */
export function renderOwnMark(side: Side, name?: string): Content {
  return name
    ? html`<span class="own" role="img" aria-label="${name}">${renderMark(side)}</span>`
    : html`<span class="own">${renderMark(side)}</span>`;
}

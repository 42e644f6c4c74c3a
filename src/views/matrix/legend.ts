import type { Dataset } from '../../dataset/dataset.js';
import type { MatrixLayout } from '../../layout/matrix-layout.js';
import type { Messages } from '../../wording/messages.js';
import { html, type Markup } from '../html.js';
import { renderMark, sides } from '../marks.js';
import { pipsClass } from '../pips.js';
import { shortName } from '../../wording/short-name.js';

/** What the marks mean; only what is to be seen is explained. */
export function renderMatrixLegend({ sources }: Dataset, placed: MatrixLayout, messages: Messages): Markup {
  const pips = pipsClass(
    sources.map(() => true),
    false,
  );
  return html`<ul class="legend" part="legend" aria-label="${messages.legend}">
    ${sides.filter((side) => placed.sides.has(side)).map((side) => html`<li>${renderMark(side)}${messages.side[side]}</li>`)}
    <li class="absent">${messages.notQuoted}</li>
    ${placed.hasContested && html`<li><i class="contested">!</i>${messages.contested}</li>`}
    ${pips && html`<li><i class="${pips}"></i>${messages.reportedBy(sources.map(shortName))}</li>`}
  </ul>`;
}

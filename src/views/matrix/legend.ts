import type { MatrixModel } from '../../layout/matrix/matrix-model.js';
import type { Messages } from '../../wording/messages.js';
import { shortName } from '../../wording/short-name.js';
import { renderMark, sides } from '../marks.js';
import { pipsClass } from '../pips.js';
import { html, nothing, type Content } from '../template.js';

/** Renders what the marks mean; only marks that are shown are explained. */
export function renderMatrixLegend({ dataset: { sources }, placed }: MatrixModel, messages: Messages): Content {
  const pips = pipsClass(
    sources.map(() => true),
    false,
  );
  return html`<ul class="legend" part="legend" aria-label="${messages.legend}">
    ${sides
      .filter((side) => placed.sides.has(side))
      .map((side) => html`<li>${renderMark(side)}${messages.side[side]}</li>`)}
    <li class="absent">${messages.notQuoted}</li>
    ${placed.hasContested ? html`<li><i class="contested" aria-hidden="true">!</i>${messages.contested}</li>` : nothing}
    ${pips ? html`<li><i class="${pips}"></i>${messages.reportedBy(sources.map(shortName))}</li>` : nothing}
  </ul>`;
}

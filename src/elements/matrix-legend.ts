import type { Dataset } from '../dataset/dataset.js';
import type { MatrixLayout } from '../layout/matrix-layout.js';
import type { Wording } from '../wording/wording.js';
import { html, type Markup } from './html.js';
import { renderMark, sides } from './marks.js';
import { pipsClass } from './pips.js';
import { shortName } from './short-name.js';

/** What the marks mean; only what is to be seen is explained. */
export function renderMatrixLegend({ sources }: Dataset, placed: MatrixLayout, words: Wording): Markup {
  const pips = pipsClass(
    sources.map(() => true),
    false,
  );
  return html`<ul class="legend" part="legend" aria-label="${words.legend}">
    ${sides.filter((side) => placed.sides.has(side)).map((side) => html`<li>${renderMark(side)}${words.side[side]}</li>`)}
    <li class="absent">${words.notQuoted}</li>
    ${placed.hasContested && html`<li><i class="contested">!</i>${words.contested}</li>`}
    ${pips && html`<li><i class="${pips}"></i>${words.carriedBy(sources.map(shortName))}</li>`}
  </ul>`;
}

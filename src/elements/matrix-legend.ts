import { html, nothing, type TemplateResult } from 'lit';
import type { Dataset, Side } from '../dataset/dataset.js';
import type { MatrixLayout } from '../layout/matrix-layout.js';
import { voicesOf } from '../layout/matrix-selection.js';
import type { Wording } from '../wording/wording.js';
import { renderMark } from './marks.js';
import { renderPips } from './matrix-table.js';
import { hasPips } from './pips.js';

const sides: readonly Side[] = ['support', 'oppose', 'both', 'neutral'];

/** What the marks mean; only what is to be seen is explained. */
export function renderMatrixLegend(dataset: Dataset, placed: MatrixLayout, words: Wording): TemplateResult {
  const positions = voicesOf(placed).flatMap(({ positions }) => positions.filter((position) => position !== undefined));
  const present = new Set(positions.map(({ side }) => side));
  const { sources } = dataset;
  const names = sources.map(({ name, short }) => short ?? name);
  return html`<ul class="legend" part="legend" aria-label=${words.legend}>
    ${sides.filter((side) => present.has(side)).map((side) => html`<li>${renderMark(side)}${words.side[side]}</li>`)}
    <li class="absent"><span class="dot" aria-hidden="true"></span>${words.notQuoted}</li>
    ${
      positions.some(({ statements }) => statements.some(({ contested }) => contested))
        ? html`<li><i class="contested">!</i>${words.contested}</li>`
        : nothing
    }
    ${
      hasPips(sources.length)
        ? html`<li class="carriers">${renderPips(sources, { sources })}${words.carriedBy(names)}</li>`
        : nothing
    }
  </ul>`;
}

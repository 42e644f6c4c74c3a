import type { DisagreementModel } from '../../layout/disagreement/disagreement-model.js';
import type { Messages } from '../../wording/messages.js';
import { sides } from '../marks.js';
import { html, nothing, svg, type Content } from '../template.js';
import { diamond, renderSource } from './rows.js';

/** Renders what the marks mean and which letters are which source; only what is shown is explained. */
export function renderDisagreementLegend({ placed, rows, hasCounts }: DisagreementModel, messages: Messages): Content {
  const shownSides = new Set(
    rows.flatMap(({ counts }) => counts?.flatMap(({ bars }) => bars) ?? []).map(({ side }) => side),
  );
  const hasOwn = placed.rows.some(({ answer }) => answer.sources.some(({ own }) => own));
  const key = (mark: Content) => html`<svg class="plot key" aria-hidden="true">${mark}</svg>`;
  return html`<ul class="legend" part="legend" aria-label="${messages.legend}">
    ${
      hasCounts
        ? sides
            .filter((side) => shownSides.has(side))
            .map(
              (side) =>
                html`<li>
                  ${key(svg`<rect class="${side}" x="1" y="2" width="16" height="14"></rect>`)}${messages.side[side]}
                </li>`,
            )
        : html`<li>${key(renderSource(50, 9, '', { width: 16, height: 16 }))}${messages.quotedBalance}</li>`
    }
    ${hasOwn ? html`<li>${key(svg`<svg class="own" x="9" y="9">${diamond()}</svg>`)}${messages.ownVoices}</li>` : nothing}
    ${placed.sources.map(({ source, letters }) => html`<li><b class="letters">${letters}</b><bdi>${source.name}</bdi></li>`)}
  </ul>`;
}

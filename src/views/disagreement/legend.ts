import type { DisagreementModel } from '../../layout/disagreement/disagreement-model.js';
import type { Messages } from '../../wording/messages.js';
import { sides } from '../marks.js';
import { html, nothing, svg, type Content } from '../template.js';
import { renderOwnMark, renderPip } from './lanes.js';

/** Renders what the marks mean; only what is shown is explained, and a label only where it is not part of the name. */
export function renderDisagreementLegend(
  { placed, rows, hasCounts, hasOwnWords }: DisagreementModel,
  messages: Messages,
): Content {
  return html`<ul class="legend" part="legend" aria-label="${messages.legend}">
    ${hasCounts ? renderCountsLegend(rows, messages) : renderMarksLegend(placed.hasDots, messages)}
    ${hasOwnWords ? html`<li>${(['oppose', 'neutral', 'support'] as const).map((side) => renderOwnMark(side))}${messages.ownWordsMark}</li>` : nothing}
    ${placed.sources.map(({ source, label }) =>
      placed.hasDots || source.name.includes(label)
        ? nothing
        : html`<li>
            <b><bdi>${label}</bdi></b
            ><bdi>${source.name}</bdi>
          </li>`,
    )}
  </ul>`;
}

function renderMarksLegend(hasDots: boolean, messages: Messages): Content {
  return html`<li>
    ${
      hasDots
        ? html`<i class="pip dot"></i>${messages.dotMark}`
        : html`<span class="source" aria-hidden="true"
              >${messages.outlet}<span class="sides">${sides.map(renderPip)}</span></span
            >${messages.outletMark}`
    }
  </li>`;
}

function renderCountsLegend(rows: DisagreementModel['rows'], messages: Messages): Content {
  const shown = new Set(
    rows.flatMap(({ counts }) => counts?.flatMap(({ bars }) => bars) ?? []).map(({ side }) => side),
  );
  return sides
    .filter((side) => shown.has(side))
    .map(
      (side) =>
        html`<li>
          <svg class="key" aria-hidden="true">
            ${svg`<rect class="${side}" x="1" y="2" width="16" height="14"></rect>`}</svg
          >${messages.side[side]}
        </li>`,
    );
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Dataset } from '../dataset/dataset.js';
import type { MatrixLayout } from '../layout/matrix-layout.js';
import { markAt, voicesOf, type MatrixSelection } from '../layout/matrix-selection.js';
import type { Wording } from '../wording/wording.js';
import { renderEvidence, type EvidenceGroup } from './evidence.js';
import { renderMark } from './marks.js';

interface PanelContext {
  readonly dataset: Dataset;
  readonly placed: MatrixLayout;
  readonly selection: MatrixSelection;
  readonly words: Wording;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

/** All the words behind what is open. */
export function renderMatrixPanel({ placed, selection, words, onStep, onClose }: PanelContext): TemplateResult {
  const { voice, column, statements } = selection;
  const reports = new Set(statements.map(({ article }) => article)).size;
  const groups = evidenceGroups(placed, selection);
  const [only] = groups;
  const title =
    voice && column && only?.side
      ? html`<bdi>${voice.name}</bdi> ${words.sideVerb[only.side]}`
      : html`<bdi>${voice?.name ?? column?.claim.text}</bdi>`;
  return html`
    <section class="panel" part="panel" aria-labelledby="panel-title">
      <div class="about">
        <h3 id="panel-title" tabindex="-1">${title}</h3>
        ${voice?.role && !column ? html`<p><bdi>${voice.role}</bdi></p>` : nothing}
        ${voice && column ? html`<p class="claim-text"><bdi>${column.claim.text}</bdi></p>` : nothing}
        <p>${words.statementCount(statements.length)}, ${words.reportCount(reports)}</p>
        <p class="steps">
          ${
            markAt(placed, selection, -1)
              ? html`<button class="plain" @click=${() => onStep(-1)}>${words.previous}</button>`
              : nothing
          }
          ${
            markAt(placed, selection, 1)
              ? html`<button class="plain" @click=${() => onStep(1)}>${words.next}</button>`
              : nothing
          }
          <button class="plain" @click=${onClose}>${words.close}</button>
        </p>
      </div>
      <div class="quotes">
        ${groups.map(
          ({ title, side, statements }) => html`
            ${
              groups.length > 1
                ? html`<h4>
                    ${side ? renderMark(side) : nothing}<span
                      ><bdi>${title}</bdi> <small>${side ? words.sideVerb[side] : nothing}</small></span
                    >
                  </h4>`
                : nothing
            }
            ${statements.map((statement) => renderEvidence(statement, words))}
          `,
        )}
      </div>
    </section>
  `;
}

/** One group for a mark; for a claim one a voice, for a voice one a claim. */
function evidenceGroups(placed: MatrixLayout, { voice, column }: MatrixSelection): readonly EvidenceGroup[] {
  const voices = voice ? [voice] : voicesOf(placed);
  return voices.flatMap((of) =>
    placed.columns.flatMap((on, index): EvidenceGroup[] => {
      const position = of.positions[index];
      if (!position || (column && on !== column)) return [];
      return [{ title: voice ? on.claim.text : of.name, side: position.side, statements: position.statements }];
    }),
  );
}

import type { MatrixLayout } from '../layout/matrix-layout.js';
import { markAt, type MatrixSelection } from '../layout/matrix-selection.js';
import type { Wording } from '../wording/wording.js';
import { renderEvidence, type EvidenceGroup } from './evidence.js';
import { html, type Markup } from './html.js';
import { renderMark } from './marks.js';

/** All the words behind what is open. */
export function renderMatrixPanel(placed: MatrixLayout, selection: MatrixSelection, words: Wording): Markup {
  const { voice, column, statements } = selection;
  const reports = new Set(statements.map(({ article }) => article)).size;
  const groups = evidenceGroups(selection);
  const [only] = groups;
  const verb = voice && column && only?.side && words.sideVerb[only.side];
  const step = (by: 1 | -1, word: string) =>
    markAt(placed, selection, by) && html`<button class="plain" data-act="step" data-value="${by}">${word}</button>`;
  return html`<section class="panel" part="panel" aria-labelledby="panel-title">
    <div class="about">
      <h3 id="panel-title" tabindex="-1"><bdi>${voice?.name ?? column?.claim.text}</bdi> ${verb}</h3>
      ${voice?.role && !column && html`<p><bdi>${voice.role}</bdi></p>`}
      ${voice && column && html`<p class="claim-text"><bdi>${column.claim.text}</bdi></p>`}
      <p>${words.statementCount(statements.length)}, ${words.reportCount(reports)}</p>
      <p class="steps">
        ${step(-1, words.previous)} ${step(1, words.next)}
        <button class="plain" data-act="close">${words.close}</button>
      </p>
    </div>
    <div class="quotes">
      ${groups.map(({ title, side, statements }) => [
        groups.length > 1 &&
          html`<h4>
            ${side && renderMark(side)}<span><bdi>${title}</bdi> <small>${side && words.sideVerb[side]}</small></span>
          </h4>`,
        statements.map((statement) => renderEvidence(statement, words)),
      ])}
    </div>
  </section>`;
}

/** One group for a mark; for a claim one a voice, for a voice one a claim. */
function evidenceGroups({ voice, marks }: MatrixSelection): readonly EvidenceGroup[] {
  return marks.map(({ voice: of, column, position: { side, statements } }) => ({
    title: voice ? column.claim.text : of.name,
    side,
    statements,
  }));
}

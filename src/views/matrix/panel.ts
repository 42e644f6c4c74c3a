import type { MatrixLayout } from '../../layout/matrix-layout.js';
import { selectionKey, adjacentKey, type MatrixSelection, type PlacedMark } from '../../layout/matrix-selection.js';
import type { Messages } from '../../wording/messages.js';
import { renderEvidence, renderMissing } from '../evidence.js';
import type { EvidenceState } from '../../elements/controllers/evidence-store.js';
import { html, type Content, type Markup } from '../html.js';
import { renderMark } from '../marks.js';

interface PanelOptions {
  /** So many marks are opened up; the others are one press away. */
  readonly most: number;
  readonly evidence: EvidenceState;
}

/** All the words behind what is open. */
export function renderMatrixPanel(
  placed: MatrixLayout,
  selection: MatrixSelection,
  messages: Messages,
  { most, evidence }: PanelOptions,
): Markup {
  const { voice, column, count, marks, statements, position } = selection;
  const reports = new Set(statements.map(({ article }) => article)).size;
  const verb = position && messages.sideVerb[position.side];
  const step = (by: 1 | -1, word: string) =>
    adjacentKey(placed, selection, by) &&
    html`<button class="plain" data-act="step" data-value="${by}">${word}</button>`;
  return html`<section class="panel" part="panel" aria-labelledby="panel-title">
    <div class="about">
      <h3 id="panel-title" tabindex="-1"><bdi>${voice?.name ?? column?.claim.text}</bdi> ${verb}</h3>
      ${voice?.role && !column && html`<p><bdi>${voice.role}</bdi></p>`}
      ${voice && column && html`<p class="claim-text"><bdi>${column.claim.text}</bdi></p>`}
      <p>${messages.statementCount(count)}${reports > 0 && messages.comma + messages.reportCount(reports)}</p>
      <p class="steps">
        ${step(-1, messages.previous)} ${step(1, messages.next)}
        <button class="plain" data-act="close">${messages.close}</button>
      </p>
    </div>
    <div class="quotes">
      ${
        evidence === 'there'
          ? marks
              .slice(0, most)
              .map((mark) => [marks.length > 1 && renderTitle(mark, selection, messages), quotes(mark, messages)])
          : renderMissing(evidence, messages)
      }
      ${
        evidence === 'there' &&
        marks.length > most &&
        html`<button class="plain" data-act="moreMarks">${messages.more(marks.length - most)}</button>`
      }
    </div>
  </section>`;
}

/** For a claim one a voice, for a voice one a claim. Where the words stand apart, the title opens them. */
function renderTitle(
  { voice, column, position }: PlacedMark,
  { column: open }: MatrixSelection,
  messages: Messages,
): Markup {
  const { side, statements } = position;
  const name = html`<bdi>${open ? voice.name : column.claim.text}</bdi>`;
  const title =
    statements.length > 0
      ? name
      : html`<button class="plain" data-select="${selectionKey(voice, column)}">${name}</button>`;
  return html`<h4>
    ${renderMark(side)}<span>${title} <small>${messages.sideVerb[side]}</small></span>
  </h4>`;
}

function quotes({ position }: PlacedMark, messages: Messages): Content {
  return position.statements.map((statement) => renderEvidence(statement, messages));
}

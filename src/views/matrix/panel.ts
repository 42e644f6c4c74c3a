import type { Side } from '../../dataset/dataset.js';
import type { PlacedVoice } from '../../layout/matrix/matrix-layout.js';
import type { MatrixPanel, PanelMark } from '../../layout/matrix/matrix-panel.js';
import type { Messages } from '../../wording/messages.js';
import { verbOf } from '../../wording/sentences.js';
import { renderButton } from '../button.js';
import { renderEvidence, renderMissingEvidence } from '../evidence.js';
import { renderMark } from '../marks.js';
import { html, nothing, type Content } from '../template.js';

export interface PanelActions {
  readonly close: () => void;
  /** Opens the neighbour with that key. */
  readonly step: (key: string) => void;
  readonly open: (key: string) => void;
  readonly showMoreMarks: () => void;
  readonly loadEvidence: () => void;
}

/** Renders the quotes behind what is open. */
export function renderMatrixPanel(panel: MatrixPanel, messages: Messages, actions: PanelActions): Content {
  const { selection, reports, previous, next, evidence, marks, more } = panel;
  const { voice, column, count, position } = selection;
  const step = (key: string | undefined, label: string) =>
    key === undefined ? nothing : renderButton(label, () => actions.step(key));
  return html`<section class="panel" part="panel" aria-labelledby="panel-title">
    <div class="about">
      <h3 id="panel-title" tabindex="-1">
        <bdi>${voice?.name ?? column?.claim.text}</bdi
        >${position && voice ? messages.beforeSide + takesSide(position.side, voice, messages) : nothing}
      </h3>
      ${voice?.role && !column ? html`<p><bdi>${voice.role}</bdi></p>` : nothing}
      ${voice && column ? html`<p class="claim-text"><bdi>${column.claim.text}</bdi></p>` : nothing}
      <p>${messages.statementCount(count)}${reports > 0 ? messages.comma + messages.reportCount(reports) : nothing}</p>
      <p class="steps">
        ${step(previous, messages.previous)} ${step(next, messages.next)} ${renderButton(messages.close, actions.close)}
      </p>
    </div>
    <div class="quotes">
      ${
        evidence === 'there'
          ? marks.map((mark) => renderPanelMark(mark, selection.marks.length > 1, messages, actions))
          : renderMissingEvidence(evidence, messages, actions)
      }
      ${more > 0 ? renderButton(messages.more(more), actions.showMoreMarks) : nothing}
    </div>
  </section>`;
}

function renderPanelMark(mark: PanelMark, isTitled: boolean, messages: Messages, actions: PanelActions): Content {
  return [
    isTitled ? renderTitle(mark, messages, actions) : nothing,
    ...mark.evidence.map((each) => renderEvidence(each, messages)),
  ];
}

/** “opposes”, or of an outlet “opposes, in its own words”. */
function takesSide(side: Side, { speaker, isOutlet }: PlacedVoice, messages: Messages): string {
  return verbOf(side, speaker, messages) + (isOutlet ? messages.comma + messages.voice.outlet : '');
}

function renderTitle({ side, voice, column, key }: PanelMark, messages: Messages, { open }: PanelActions): Content {
  const title = html`<bdi>${voice?.name ?? column.claim.text}</bdi>`;
  return html`<h4>
    ${renderMark(side)}<span
      >${key === undefined ? title : renderButton(title, () => open(key))}${voice ? messages.beforeSide : ' '}<small
        >${voice ? takesSide(side, voice, messages) : messages.side[side]}</small
      ></span
    >
  </h4>`;
}

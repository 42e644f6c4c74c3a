import type { MatrixNote, MatrixNotes } from '../../layout/matrix/matrix-notes.js';
import type { Messages } from '../../wording/messages.js';
import { verbOf } from '../../wording/sentences.js';
import { renderEvidence } from '../evidence.js';
import { html, type Content } from '../template.js';

/** Renders the numbers of a mark’s notes on paper: `3` or `3–5`. */
export function renderNoteNumbers({ first, last }: MatrixNote): Content {
  return html`<sup class="numbers">${first === last ? first : `${first}–${last}`}</sup>`;
}

/** Renders all evidence as numbered notes, for paper, where nothing can be opened. */
export function renderMatrixNotes(notes: MatrixNotes, messages: Messages): Content {
  return html`<section class="notes">
    <h3>${messages.notes}</h3>
    ${[...notes.values()].map(
      ({ voice, column, side, first, evidence }) =>
        html`<p>
            <b><bdi>${voice.name}</bdi>${messages.beforeSide}${verbOf(side, voice.speaker, messages)}</b>
            <bdi>${column.claim.text}</bdi>
          </p>
          <ol start="${first}">
            ${evidence.map((each) => html`<li>${renderEvidence(each, messages)}</li>`)}
          </ol>`,
    )}
  </section>`;
}

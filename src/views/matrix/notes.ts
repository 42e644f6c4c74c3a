import type { MatrixLayout } from '../../layout/matrix-layout.js';
import { selectionKey, voicesOf } from '../../layout/matrix-selection.js';
import type { Messages } from '../../wording/messages.js';
import { renderEvidence } from '../evidence.js';
import { html, type Markup } from '../html.js';

/** By the key of a mark. */
export type NoteNumbers = ReadonlyMap<string, readonly [number, number]>;

/** The numbers of a mark's notes on paper: `3` or `3–5`. */
export function renderNumbersOf(mark: string, numbers: NoteNumbers): Markup {
  const [first, last] = numbers.get(mark)!;
  return html`<sup class="numbers">${first === last ? first : `${first}–${last}`}</sup>`;
}

/** All evidence as numbered notes, for paper, where nothing can be opened. */
export function renderMatrixNotes(placed: MatrixLayout, numbers: NoteNumbers, messages: Messages): Markup {
  return html`<section class="notes">
    <h3>${messages.notes}</h3>
    ${voicesOf(placed).map((voice) =>
      placed.columns.map((column, index) => {
        const position = voice.positionOf(index);
        return (
          position &&
          html`<p>
              <b><bdi>${voice.name}</bdi> ${messages.sideVerb[position.side]}</b> <bdi>${column.claim.text}</bdi>
            </p>
            <ol start="${numbers.get(selectionKey(voice, column))![0]}">
              ${position.statements.map((statement) => html`<li>${renderEvidence(statement, messages)}</li>`)}
            </ol>`
        );
      }),
    )}
  </section>`;
}

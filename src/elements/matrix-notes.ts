import type { MatrixLayout } from '../layout/matrix-layout.js';
import { keyOf, voicesOf } from '../layout/matrix-selection.js';
import type { Wording } from '../wording/wording.js';
import { renderEvidence } from './evidence.js';
import { html, type Markup } from './html.js';

/** By the key of a mark. */
export type NoteNumbers = ReadonlyMap<string, readonly [number, number]>;

/** The numbers of a mark's notes on paper: `3` or `3–5`. */
export function renderNumbersOf(mark: string, numbers: NoteNumbers): Markup {
  const [first, last] = numbers.get(mark)!;
  return html`<sup class="numbers">${first === last ? first : `${first}–${last}`}</sup>`;
}

/** All evidence as numbered notes, for paper, where nothing can be opened. */
export function renderMatrixNotes(placed: MatrixLayout, numbers: NoteNumbers, words: Wording): Markup {
  return html`<section class="notes">
    <h3>${words.notes}</h3>
    ${voicesOf(placed).map((voice) =>
      placed.columns.map((column, index) => {
        const position = voice.at(index);
        return (
          position &&
          html`<p>
              <b><bdi>${voice.name}</bdi> ${words.sideVerb[position.side]}</b> <bdi>${column.claim.text}</bdi>
            </p>
            <ol start="${numbers.get(keyOf(voice, column))![0]}">
              ${position.statements.map((statement) => html`<li>${renderEvidence(statement, words)}</li>`)}
            </ol>`
        );
      }),
    )}
  </section>`;
}

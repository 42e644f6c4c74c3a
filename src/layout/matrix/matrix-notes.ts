import type { Side } from '../../dataset/dataset.js';
import type { Evidence } from '../../dataset/split-evidence.js';
import { placeEvidence, type PlacedEvidence } from '../evidence.js';
import type { MatrixLayout, PlacedClaim, PlacedVoice } from './matrix-layout.js';
import { selectionKey } from './matrix-selection.js';

/** The statements of one mark, numbered through the whole table. */
export interface MatrixNote {
  readonly voice: PlacedVoice;
  readonly column: PlacedClaim;
  readonly side: Side;
  readonly first: number;
  readonly last: number;
  readonly evidence: readonly PlacedEvidence[];
}

/** By the key of a mark; row by row. */
export type MatrixNotes = ReadonlyMap<string, MatrixNote>;

/** Returns all evidence as numbered notes, for paper, where nothing can be opened. */
export function layoutNotes({ voices, columns }: MatrixLayout, loaded: Evidence): MatrixNotes {
  let next = 1;
  return new Map(
    voices.flatMap((voice) =>
      columns.flatMap((column, index) => {
        const position = voice.positionOf(index, loaded);
        if (!position) return [];
        const first = next;
        next += position.count;
        const evidence = position.statements.map(placeEvidence);
        const note = { voice, column, side: position.side, first, last: next - 1, evidence };
        return [[selectionKey(voice, column), note] as const];
      }),
    ),
  );
}

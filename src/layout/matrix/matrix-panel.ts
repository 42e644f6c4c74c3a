import type { Side } from '../../dataset/dataset.js';
import { matrixTokens } from '../../theme/tokens.js';
import { placeEvidence, type EvidenceState, type PlacedEvidence } from '../evidence.js';
import type { MatrixLayout } from './matrix-layout.js';
import { adjacentKey, selectionKey, type MatrixSelection, type PlacedMark } from './matrix-selection.js';

/** The quotes behind one mark of what is open. */
export interface PanelMark {
  readonly side: Side;
  /** For an open claim the voice, for an open voice the claim. */
  readonly name: string;
  /** What opens the mark alone; undefined where its quotes are here already. */
  readonly key: string | undefined;
  readonly evidence: readonly PlacedEvidence[];
}

/** What is open: its title, its quotes, and the way to its neighbours. */
export interface MatrixPanel {
  readonly selection: MatrixSelection;
  /** Reports that the statements are from; 0 while the evidence is not there. */
  readonly reports: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly evidence: EvidenceState;
  readonly marks: readonly PanelMark[];
  /** How many marks are not listed. */
  readonly more: number;
}

/** Returns the panel of a selection with its first `maxMarks` marks. */
export function layoutPanel(
  placed: MatrixLayout,
  selection: MatrixSelection,
  evidence: EvidenceState,
  maxMarks: number = matrixTokens.marksPerPage,
): MatrixPanel {
  const { marks, statements } = selection;
  return {
    selection,
    reports: new Set(statements.map(({ article }) => article)).size,
    previous: adjacentKey(placed, selection, -1),
    next: adjacentKey(placed, selection, 1),
    evidence,
    marks: evidence === 'there' ? marks.slice(0, maxMarks).map((mark) => placePanelMark(mark, selection)) : [],
    more: evidence === 'there' ? Math.max(0, marks.length - maxMarks) : 0,
  };
}

function placePanelMark({ voice, column, position }: PlacedMark, { column: open }: MatrixSelection): PanelMark {
  return {
    side: position.side,
    name: open ? voice.name : column.claim.text,
    key: position.statements.length > 0 ? undefined : selectionKey(voice, column),
    evidence: position.statements.map(placeEvidence),
  };
}

import type { Side } from '../../dataset/dataset.js';
import { matrixTokens } from '../../theme/tokens.js';
import { placeEvidence, type EvidenceState, type PlacedEvidence } from '../evidence.js';
import type { MatrixLayout, PlacedClaim, PlacedVoice } from './matrix-layout.js';
import { adjacentKey, selectionKey, type MatrixSelection, type PlacedMark } from './matrix-selection.js';

/** The quotes behind one mark of what is open. */
export interface PanelMark {
  readonly side: Side;
  readonly column: PlacedClaim;
  /** Of an open claim; undefined for an open voice, whose marks are named by their claims. */
  readonly voice: PlacedVoice | undefined;
  /** What opens the mark alone; undefined where its quotes are here already. */
  readonly key: string | undefined;
  readonly evidence: readonly PlacedEvidence[];
}

/** What is open: its title, its quotes, and the way to its neighbours. */
export interface MatrixPanel {
  readonly selection: MatrixSelection;
  /** Articles that the statements are from; 0 while the evidence is not there. */
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
    column,
    voice: open && voice,
    key: position.statements.length > 0 ? undefined : selectionKey(voice, column),
    evidence: position.statements.map(placeEvidence),
  };
}

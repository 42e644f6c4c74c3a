import type { PositionMark } from '../../analysis/position-table.js';
import { matrixTokens } from '../../theme/tokens.js';
import type { MatrixLayout, PlacedClaim, PlacedVoice } from './matrix-layout.js';
import { selectionKey, type MatrixSelection } from './matrix-selection.js';
import type { Range } from './table-viewport.js';

/** What one voice says on the claim it is listed under. */
export interface ListedMark {
  readonly voice: PlacedVoice;
  readonly mark: PositionMark;
  readonly key: string;
  readonly isOpen: boolean;
}

export interface ListedClaim {
  readonly column: PlacedClaim;
  readonly isOpen: boolean;
  /** The claim is folded: only its balance is shown. */
  readonly isFolded: boolean;
  readonly marks: readonly ListedMark[];
  /** What opens the last mark before those listed; undefined where none is. */
  readonly previous: string | undefined;
  /** How many marks follow. */
  readonly more: number;
}

/** The matrix for narrow places: a list by claim. */
export interface MatrixList {
  readonly claims: readonly ListedClaim[];
  /** The ranges that the buttons before and after the list ask for; undefined where there is no button. */
  readonly before: Range | undefined;
  readonly after: Range | undefined;
  /** How many claims `after` adds. */
  readonly more: number;
}

export interface MatrixListOptions {
  /** The claims to list, from the first to before the last; undefined for those a reader sees first. */
  readonly range: Range | undefined;
  /** Marks listed under a claim; only in the list of a large matrix, which folds the other claims. */
  readonly maxMarks: number | undefined;
}

export function layoutList(
  placed: MatrixLayout,
  selection: MatrixSelection | undefined,
  { range, maxMarks }: MatrixListOptions,
): MatrixList {
  const { columns } = placed;
  const isFolding = maxMarks !== undefined;
  const [from, to] = range ?? firstRange(placed, selection, isFolding);
  const { claimsPerPage } = matrixTokens;
  const rest = Math.max(0, columns.length - to);
  return {
    claims: columns
      .slice(from, to)
      .map((column, index) =>
        isFolding && column !== selection?.column
          ? foldedClaim(column, selection)
          : listedClaim(placed, from + index, selection, maxMarks ?? Infinity),
      ),
    before: from > 0 ? [Math.max(0, from - claimsPerPage), to] : undefined,
    after: rest > 0 ? [from, isFolding ? to + claimsPerPage : columns.length] : undefined,
    more: isFolding ? Math.min(rest, claimsPerPage) : rest,
  };
}

/** The first claims and as many as it takes to reach the open one; of a large matrix the page with the open one. */
function firstRange({ columns }: MatrixLayout, selection: MatrixSelection | undefined, isFolding: boolean): Range {
  const selectedAt = selection?.column ? columns.indexOf(selection.column) : 0;
  const { claimsPerPage, firstClaims } = matrixTokens;
  if (!isFolding) return [0, Math.max(firstClaims, selectedAt + 1)];
  const from = selectedAt - (selectedAt % claimsPerPage);
  return [from, from + claimsPerPage];
}

function foldedClaim(column: PlacedClaim, selection: MatrixSelection | undefined): ListedClaim {
  return { column, isOpen: selection?.key === column.key, isFolded: true, marks: [], previous: undefined, more: 0 };
}

function listedClaim(
  { voices, columns }: MatrixLayout,
  index: number,
  selection: MatrixSelection | undefined,
  maxMarks: number,
): ListedClaim {
  const column = columns[index]!;
  const quoted = voices.filter((voice) => voice.sideOf(index));
  const selectedAt = Math.max(0, selection?.voice ? quoted.indexOf(selection.voice) : 0);
  const from = selectedAt < maxMarks ? 0 : selectedAt - (selectedAt % maxMarks);
  return {
    column,
    isOpen: selection?.key === column.key,
    isFolded: false,
    marks: quoted.slice(from, from + maxMarks).map((voice) => {
      const key = selectionKey(voice, column);
      return { voice, mark: voice.markOf(index)!, key, isOpen: selection?.key === key };
    }),
    previous: from > 0 ? selectionKey(quoted[from - 1], column) : undefined,
    more: Math.max(0, quoted.length - from - maxMarks),
  };
}

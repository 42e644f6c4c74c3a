import type { MatrixLayout } from './matrix-layout.js';

/** A button of the table. Row −1 holds the claims, column −1 the names. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Buttons that Page Up and Page Down skip. */
const page = 8;

/** The direction of a key and how many buttons far it goes; left and right as in left-to-right languages. */
const ways: Readonly<Record<string, readonly [down: number, across: number, by: number]>> = {
  ArrowUp: [-1, 0, 1],
  ArrowDown: [1, 0, 1],
  PageUp: [-1, 0, page],
  PageDown: [1, 0, page],
  ArrowLeft: [0, -1, 1],
  ArrowRight: [0, 1, 1],
  Home: [0, -1, Infinity],
  End: [0, 1, Infinity],
};

/**
 * Returns where a key leads from a button of the table, rendered or not. Left and right follow the reading direction; up, down and the
 * page keys stay in the column; all pass over cells without a button, and a long way stops at the last. Home and End go along the row,
 * with Ctrl to the ends of the table. Undefined where the key leads nowhere.
 */
export function cellForArrow(
  placed: MatrixLayout,
  from: Cell,
  key: string,
  { ctrl, isMirrored }: { readonly ctrl: boolean; readonly isMirrored: boolean },
): Cell | undefined {
  const voices = placed.voices;
  const { length } = placed.columns;
  const way = ways[key];
  if (!way) return undefined;
  const [down, across, by] = way;
  const isEnd = by === Infinity;
  if (isEnd && ctrl && across < 0) return { row: -1, column: 0 };
  const has = ({ row, column }: Cell) => (row < 0 || column < 0 ? row !== column : voices[row]!.sideOf(column));
  const turn = isMirrored && !isEnd ? -across : across;
  let found = isEnd && ctrl ? { row: voices.length - 1, column: -1 } : undefined;
  let { row, column } = found ?? from;
  for (let left = by; left > 0;) {
    row += down;
    column += turn;
    if (row < -1 || column < -1 || row >= voices.length || column >= length) return found;
    if (!has({ row, column })) continue;
    found = { row, column };
    left--;
  }
  return found;
}

/** Returns the position of the button of a key (`ann/tax`, `ann`, `/tax`); undefined where it is not shown. */
export function cellOfKey(placed: MatrixLayout, key: string): Cell | undefined {
  const [voiceKey = '', claimId] = key.split('/');
  const row = placed.voices.findIndex((voice) => voice.key === voiceKey);
  const column = placed.columns.findIndex(({ claim }) => claim.id === claimId);
  return (voiceKey && row < 0) || (claimId && column < 0) || row + column < -1 ? undefined : { row, column };
}

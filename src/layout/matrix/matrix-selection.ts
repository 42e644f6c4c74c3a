import type { Evidence } from '../../dataset/split-evidence.js';
import type { Side, Statement } from '../../dataset/dataset.js';
import type { Position } from '../../analysis/position-table.js';
import { cellOfKey } from './matrix-keys.js';
import { byDispute, type MatrixLayout, type PlacedClaim, type PlacedVoice } from './matrix-layout.js';

/** A mark: what one voice says on one claim. */
export interface PlacedMark {
  readonly voice: PlacedVoice;
  readonly column: PlacedClaim;
  readonly position: Position;
}

/** What is open: a mark (voice and claim), all that a voice says, or all that is said on a claim. */
export interface MatrixSelection {
  /** `ann/tax`, `ann` or `/tax`. */
  readonly key: string;
  readonly voice: PlacedVoice | undefined;
  readonly column: PlacedClaim | undefined;
  /** Of a mark. */
  readonly position: Position | undefined;
  /** Row by row; never empty. */
  readonly marks: readonly PlacedMark[];
  /** Of statements. */
  readonly count: number;
  /** Fewer than `count` while the evidence of a split dataset is not loaded. */
  readonly statements: readonly Statement[];
}

export function selectionKey(voice: PlacedVoice | undefined, column: PlacedClaim | undefined): string {
  return (voice?.key ?? '') + (column?.key ?? '');
}

/** Returns what a key opens in this layout; without a key the default mark; undefined for `none` and for what is not shown. */
export function selectionOf(placed: MatrixLayout, selected?: string, evidence?: Evidence): MatrixSelection | undefined {
  const cell = cellOfKey(placed, selected ?? defaultMark(placed, evidence) ?? '');
  if (!cell) return undefined;
  const voice = placed.voices[cell.row];
  const column = placed.columns[cell.column];
  const columns = column ? [column] : placed.columns;
  const marks = (voice ? [voice] : placed.voices).flatMap((voice) =>
    columns.flatMap((on, index) => {
      const position = voice.positionOf(column ? cell.column : index, evidence);
      return position ? [{ voice, column: on, position }] : [];
    }),
  );
  if (marks.length === 0) return undefined;
  return {
    key: selectionKey(voice, column),
    voice,
    column,
    position: voice && column && marks[0]!.position,
    marks,
    count: marks.reduce((sum, { position }) => sum + position.count, 0),
    statements: marks.flatMap(({ position }) => position.statements),
  };
}

/**
 * Returns the key of the mark that is open by default. A mark whose quotes have links comes before others, then the most disputed claim,
 * then a speaker before an outlet, a voice on both sides, the weaker side, the most statements. Of a split dataset links are known only where the evidence is
 * loaded, so it is always the most disputed claim.
 */
function defaultMark(placed: MatrixLayout, evidence: Evidence | undefined): string | undefined {
  const columns = placed.columns
    .map((column, index) => ({ column, index }))
    .sort((a, b) => byDispute(a.column, b.column));
  let best: string | undefined;
  for (const { column, index } of columns) {
    const weaker: Side = column.support < column.oppose ? 'support' : 'oppose';
    const weights = placed.voices.map((voice) => {
      const position = voice.positionOf(index, evidence);
      if (!position) return 0;
      const { side, count, statements } = position;
      const isLinked = statements.length > 0 && statements.every(({ article }) => article.url ?? article.archive);
      const sideWeight = side === 'both' ? 2e9 : side === weaker ? 1e9 : 0;
      return (isLinked ? 8e9 : 0) + (voice.isOutlet ? 0 : 4e9) + sideWeight + count;
    });
    const most = weights.reduce((most, weight) => Math.max(most, weight), 0);
    const key = selectionKey(placed.voices[weights.indexOf(most)], column);
    if (most >= 8e9 || !placed.hasLinks) return key;
    best ??= key;
  }
  return best;
}

/** Returns the key of the next or previous mark (row by row), voice or claim, whichever is open; undefined at the ends. */
export function adjacentKey(placed: MatrixLayout, { voice, column }: MatrixSelection, by: 1 | -1): string | undefined {
  const voices: readonly (PlacedVoice | undefined)[] = voice ? placed.voices : [undefined];
  const columns: readonly (PlacedClaim | undefined)[] = column ? placed.columns : [undefined];
  const { length } = columns;
  for (let at = voices.indexOf(voice) * length + columns.indexOf(column) + by; ; at += by) {
    const [next, on] = [voices[Math.floor(at / length)], at % length];
    if (at < 0 || at >= voices.length * length) return undefined;
    if (!next || !column || next.sideOf(on)) return selectionKey(next, columns[on]);
  }
}

import type { Side, Statement } from '../dataset/dataset.js';
import type { Position } from '../dataset/stance-grid.js';
import { byDispute, type MatrixLayout, type PlacedClaim, type PlacedVoice } from './matrix-layout.js';

/** What is open: a mark (voice and claim), all that a voice says, or all that is said on a claim. */
export interface MatrixSelection {
  /** `ann/tax`, `ann` or `/tax`. */
  readonly key: string;
  readonly voice: PlacedVoice | undefined;
  readonly column: PlacedClaim | undefined;
  /** Of a mark. */
  readonly position: Position | undefined;
  readonly statements: readonly Statement[];
}

export function keyOf(voice: PlacedVoice | undefined, column: PlacedClaim | undefined): string {
  return (voice?.key ?? '') + (column ? `/${column.claim.id}` : '');
}

/** What a key opens in this layout. Left out, the most disputed mark; undefined for `none` and for what is not shown. */
export function selectionOf(placed: MatrixLayout, selected?: string): MatrixSelection | undefined {
  const [voiceKey = '', claimId] = (selected ?? mostDisputedMark(placed) ?? '').split('/');
  const voice = voicesOf(placed).find(({ key }) => key === voiceKey);
  const column = placed.columns.find(({ claim }) => claim.id === claimId);
  if ((voiceKey && !voice) || (claimId && !column) || !(voice || column)) return undefined;
  const found = selection(placed, voice, column);
  return found.statements.length > 0 ? found : undefined;
}

/**
 * The key of the mark to open for a reader who presses nothing: on the most disputed claim, who said both, else the best-evidenced
 * voice of the weaker side. Where nothing is disputed it is the mark with most statements on the first claim.
 */
function mostDisputedMark(placed: MatrixLayout): string | undefined {
  const [column] = [...placed.columns].sort(byDispute);
  if (!column) return undefined;
  const index = placed.columns.indexOf(column);
  const weaker: Side = column.support < column.oppose ? 'support' : 'oppose';
  const weight = ({ positions }: PlacedVoice) => {
    const { side, statements } = positions[index] ?? { side: undefined, statements: [] };
    return (side === 'both' ? 2e9 : side === weaker ? 1e9 : 0) + statements.length;
  };
  const [voice] = [...voicesOf(placed)].sort((a, b) => weight(b) - weight(a));
  return keyOf(voice, column);
}

function selection(
  placed: MatrixLayout,
  voice: PlacedVoice | undefined,
  column: PlacedClaim | undefined,
): MatrixSelection {
  const index = column && placed.columns.indexOf(column);
  const statements = (voice ? [voice] : voicesOf(placed))
    .flatMap(({ positions }) => (index === undefined ? positions : [positions[index]]))
    .flatMap((position) => position?.statements ?? []);
  const position = voice && index !== undefined ? voice.positions[index] : undefined;
  return { key: keyOf(voice, column), voice, column, position, statements };
}

export function voicesOf({ sections }: MatrixLayout): readonly PlacedVoice[] {
  return sections.flatMap(({ rows }) => rows);
}

/** The key of the next or previous thing of the same kind: mark by rows, voice, or claim. Undefined at the ends. */
export function markAt(placed: MatrixLayout, { key, voice, column }: MatrixSelection, by: 1 | -1): string | undefined {
  const voices = voice ? voicesOf(placed) : [undefined];
  const columns = column ? placed.columns : [undefined];
  const keys = voices.flatMap((voice) =>
    columns.flatMap((column, index) => (voice && column && !voice.positions[index] ? [] : [keyOf(voice, column)])),
  );
  return keys[keys.indexOf(key) + by];
}

/** For print: each position's first and last number when all statements are numbered, row by row. */
export function noteNumbers(placed: MatrixLayout): ReadonlyMap<Position, readonly [number, number]> {
  let next = 1;
  const positions = voicesOf(placed).flatMap((voice) => voice.positions.filter((position) => position !== undefined));
  return new Map(
    positions.map((position) => {
      const first = next;
      next += position.statements.length;
      return [position, [first, next - 1]];
    }),
  );
}

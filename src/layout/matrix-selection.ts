import type { Statement } from '../dataset/dataset.js';
import type { Position } from '../dataset/stance-grid.js';
import { mostDisputedMark, type MatrixLayout, type PlacedClaim, type PlacedVoice } from './matrix-layout.js';

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
export function selectionOf(placed: MatrixLayout, selected: string | undefined): MatrixSelection | undefined {
  if (selected === undefined) {
    const mark = mostDisputedMark(placed);
    return mark && selection(placed, mark.voice, mark.column);
  }
  const [voiceKey = '', claimId] = selected.split('/');
  const voice = voicesOf(placed).find(({ key }) => key === voiceKey);
  const column = placed.columns.find(({ claim }) => claim.id === claimId);
  if ((voiceKey && !voice) || (claimId && !column) || !(voice || column)) return undefined;
  const found = selection(placed, voice, column);
  return found.statements.length > 0 ? found : undefined;
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
  const voices = voicesOf(placed);
  const { columns } = placed;
  const marks = () =>
    voices.flatMap((voice) =>
      columns.flatMap((column, index) => (voice.positions[index] ? [keyOf(voice, column)] : [])),
    );
  const keys = !voice
    ? columns.map((column) => keyOf(undefined, column))
    : !column
      ? voices.map((voice) => keyOf(voice, undefined))
      : marks();
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

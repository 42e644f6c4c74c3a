import type { PlacedClaim } from '../../layout/matrix-layout.js';
import { blockHeight, textWidth, wrapped, type Setting } from './svg-text.js';

/** How the heads of the columns are set. */
export const head: Setting = { size: 11, bold: true };

/** A column that is narrower has its head aslant; one that is narrower still does not hold a mark. */
const [leastUpright, leastColumn] = [62, 27];

export const degrees = 60;
const [along, up] = [Math.cos, Math.sin].map((of) => of((degrees * Math.PI) / 180)) as [number, number];

/** A head aslant begins so far beside the middle of its column. */
export const besideMiddle = 3;
/** Between the lines of a head aslant, and more between two heads. */
export const slantLine = head.size * 1.15;
const between = 6;
/** The lengths that lines aslant may have: the shortest with which the heads fit. A longer one nobody reads. */
const lengths = [100, 130, 160, 190, 220, 250];
/** White on both sides of a head that is upright. */
const beside = 4;

/** The heads of a table, each whole. */
export interface Heads {
  readonly isUpright: boolean;
  /** Its lines, column by column. */
  readonly told: readonly (readonly string[])[];
  readonly column: number;
  /** Of all columns, with what the heads reach beyond them. */
  readonly width: number;
  readonly height: number;
}

/** The heads in so much room; undefined where they do not fit, or their columns hold no mark. */
export function headsIn(columns: readonly PlacedClaim[], room: number): Heads | undefined {
  const column = room / columns.length;
  const isUpright = column >= leastUpright;
  if (isUpright && columns.every((each) => hasWholeWords(each, column))) return upright(columns, column);
  for (const length of lengths) {
    const told = linesAslant(columns, length);
    // Each must end where the room does, and it is not always the last that reaches farthest.
    const widest = told.map((block, index) => (room - besideMiddle - slantLength(block) * along) / (index + 0.5));
    const fitting = Math.min(column, ...widest);
    if (fitting >= narrowest(told)) return aslant(told, fitting);
  }
  return isUpright ? upright(columns, column) : undefined;
}

/** The heads in as much room as they take. */
export function headsInTheirRoom(columns: readonly PlacedClaim[]): Heads {
  const told = linesAslant(columns, lengths.at(-1)!);
  const column = narrowest(told);
  return column < leastUpright ? aslant(told, column) : upright(columns, column);
}

/** Whether no word has to be broken for a head that is upright. */
function hasWholeWords(each: PlacedClaim, column: number): boolean {
  return textOf(each)
    .split(/\s/u)
    .every((word) => textWidth(word, head) <= column - 2 * beside);
}

function upright(columns: readonly PlacedClaim[], column: number): Heads {
  const told = columns.map((each) => wrapped(textOf(each), column - 2 * beside, head));
  const height = Math.max(...told.map((block) => blockHeight(block.length, head)));
  return { isUpright: true, told, column, width: column * told.length, height };
}

function aslant(told: readonly (readonly string[])[], column: number): Heads {
  const ends = told.map((block, index) => (index + 0.5) * column + besideMiddle + slantLength(block) * along);
  const tops = told.map((block) => slantLength(block) * up + (block.length - 1) * slantLine * along + 8);
  const width = Math.max(column * told.length, ...ends);
  return { isUpright: false, told, column, width, height: Math.max(...tops) };
}

function linesAslant(columns: readonly PlacedClaim[], length: number): readonly (readonly string[])[] {
  return columns.map((each) => wrapped(textOf(each), length, head));
}

function textOf({ claim }: PlacedClaim): string {
  return claim.short ?? claim.text;
}

/** The column in which heads of so many lines stand apart from their neighbours. */
function narrowest(told: readonly (readonly string[])[]): number {
  const lines = Math.max(...told.map((block) => block.length));
  return Math.max(leastColumn, (lines * slantLine + between) / up);
}

function slantLength(block: readonly string[]): number {
  return Math.max(...block.map((line) => textWidth(line, head))) + head.size / 2;
}

import type { Claim, Dataset, Source, Speaker } from '../dataset/dataset.js';
import type { Filter } from './narrowing.js';
import { PositionTable, type Position } from './position-table.js';

export type { Position };

/** One voice: a speaker, or an outlet speaking in its own words. `positions[i]` is on `grid.claims[i]`; undefined: not quoted on it. */
export type StanceRow = { readonly positions: readonly (Position | undefined)[] } & (
  { readonly speaker: Speaker; readonly outlet?: undefined } | { readonly outlet: Source; readonly speaker?: undefined }
);

export interface StanceGrid {
  readonly claims: readonly Claim[];
  /** All speakers, then all outlets, in the dataset's order, also those with no position at all. */
  readonly rows: readonly StanceRow[];
}

/**
 * Who says what: speaker × claim positions with their statements, the outlets' own voices last. One supporting and one
 * opposing statement make `both`; `neutral` never outweighs a side; a voice with no statement on a claim has no position.
 */
export function stanceGrid(dataset: Dataset, narrowing?: Filter): StanceGrid {
  const table = new PositionTable(dataset, narrowing);
  const { claims, voices, speakers } = table;
  return {
    claims,
    rows: voices.map((voice, index) => {
      const positions = claims.map((_, claim) => table.positionOf(index, claim));
      return index < speakers ? { speaker: voice, positions } : { outlet: voice, positions };
    }),
  };
}

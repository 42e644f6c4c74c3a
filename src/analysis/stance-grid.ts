import type { Claim, Dataset, Source, Speaker } from '../dataset/dataset.js';
import type { Evidence } from '../dataset/split-evidence.js';
import type { Filter } from './filter.js';
import { PositionTable, type Position } from './position-table.js';

export type { Position };

/** One voice: a speaker, or an outlet in its own words. `positions[i]` is on `grid.claims[i]`; undefined if not quoted on it. */
export type StanceRow = { readonly positions: readonly (Position | undefined)[] } & (
  { readonly speaker: Speaker; readonly outlet?: undefined } | { readonly outlet: Source; readonly speaker?: undefined }
);

export interface StanceGrid {
  readonly claims: readonly Claim[];
  /** All speakers, then all outlets, in the dataset's order, including those without any position. */
  readonly rows: readonly StanceRow[];
}

/**
 * Returns who says what: the positions of speakers × claims with their statements, then those of the outlets in their own words. At least
 * one supporting and one opposing statement make `both`; `neutral` never outweighs a side; without a statement there is no position.
 * Statements of a split dataset come from `evidence`.
 */
export function stanceGrid(dataset: Dataset, filter?: Filter, evidence?: Evidence): StanceGrid {
  const table = new PositionTable(dataset, filter);
  const { claims, voices, speakerCount } = table;
  return {
    claims,
    rows: voices.map((voice, index) => {
      const positions = claims.map((_, claim) => table.positionOf(index, claim, evidence));
      return index < speakerCount ? { speaker: voice, positions } : { outlet: voice, positions };
    }),
  };
}

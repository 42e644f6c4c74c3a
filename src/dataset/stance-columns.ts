/** Bit flags for what one voice says on one claim, so that a million positions take a million bytes. */
export const stanceBits = { support: 1, oppose: 2, neutral: 4, contested: 8 } as const;

/** Returns the flags of the stances with a count above 0. */
export function bitsOfCounts(support: number, oppose: number, neutral: number): number {
  return (support && stanceBits.support) | (oppose && stanceBits.oppose) | (neutral && stanceBits.neutral);
}

/**
 * What was said, as a table of typed arrays of equal length. A row is one statement; in a split dataset, all statements of one voice in
 * one source on one claim. Voices are numbered: first all speakers, then all sources as outlets that speak in their own words.
 */
export interface StanceColumns {
  /** Claim index × number of voices + voice index. */
  readonly cells: Uint32Array;
  /** Flags of `stanceBits`. */
  readonly stances: Uint8Array;
  /** Numbers of statements. */
  readonly counts: Uint32Array;
  /** Indices into the list of sources. */
  readonly sources: Uint32Array;
}

/** Returns columns of that many rows, filled with zeros. */
export function allocateColumns(length: number): StanceColumns {
  const [cells, counts, sources] = [new Uint32Array(length), new Uint32Array(length), new Uint32Array(length)];
  return { cells, stances: new Uint8Array(length), counts, sources };
}

/** Returns the first rows, in the same memory. */
export function firstRows({ cells, stances, counts, sources }: StanceColumns, length: number): StanceColumns {
  return {
    cells: cells.subarray(0, length),
    stances: stances.subarray(0, length),
    counts: counts.subarray(0, length),
    sources: sources.subarray(0, length),
  };
}

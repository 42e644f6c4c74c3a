/**
 * What was said, as columns: an entry a statement; of a split dataset one for all that a source carries of a voice on a claim. The
 * voices are all speakers, then all sources as outlets that speak themselves.
 */
export interface Entries {
  /** Claim × number of voices + voice. */
  readonly cells: Uint32Array;
  /** See `bits`. */
  readonly said: Uint8Array;
  /** Numbers of statements. */
  readonly counts: Uint32Array;
  /** Places in the list of sources. */
  readonly sources: Uint32Array;
}

/** Room for so many. */
export function allocateEntries(length: number): Entries {
  const [cells, counts, sources] = [new Uint32Array(length), new Uint32Array(length), new Uint32Array(length)];
  return { cells, said: new Uint8Array(length), counts, sources };
}

/** The first of them, in the same memory. */
export function firstEntries({ cells, said, counts, sources }: Entries, length: number): Entries {
  return {
    cells: cells.subarray(0, length),
    said: said.subarray(0, length),
    counts: counts.subarray(0, length),
    sources: sources.subarray(0, length),
  };
}

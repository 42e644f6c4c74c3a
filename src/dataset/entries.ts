import type { Claim, Dataset, Source, Speaker, Statement } from './dataset.js';
import type { Narrowed } from './narrowing.js';
import { bits } from './side.js';
import { readCodes } from './split-codes.js';

/**
 * What was said, as columns: an entry a statement; of a split dataset one for all that a source carries of a voice on a claim. The
 * voices are all speakers, then all sources as outlets that speak themselves.
 */
export interface Entries {
  /** Claim × number of voices + voice: as they come in a split dataset, which is quickest. */
  readonly cells: Uint32Array;
  /** See `bits`. */
  readonly said: Uint8Array;
  /** Numbers of statements. */
  readonly counts: Uint32Array;
  /** Places in the list of sources. */
  readonly sources: Uint32Array;
}

/** The entries of what is left of a dataset after narrowing. */
export function entriesOf(dataset: Dataset, narrowed: Narrowed): Entries {
  return dataset.split ? entriesOfSplit(dataset, narrowed) : entriesOfWhole(narrowed);
}

function entriesOfWhole({ sources, speakers, claims, statements }: Narrowed): Entries {
  const places = <T>(list: readonly T[]) => new Map(list.map((each, index) => [each, index]));
  const voiceAt = places<Speaker | Source>([...speakers, ...sources]);
  const claimAt = places<Claim>(claims);
  const cellOf = ({ speaker, article, claim }: Statement) =>
    claimAt.get(claim)! * voiceAt.size + voiceAt.get(speaker ?? article.source)!;
  return {
    cells: Uint32Array.from(statements, cellOf),
    said: Uint8Array.from(statements, ({ stance, contested }) => bits[stance] | (contested ? bits.contested : 0)),
    counts: new Uint32Array(statements.length).fill(1),
    sources: Uint32Array.from(statements, ({ article }) => voiceAt.get(article.source)! - speakers.length),
  };
}

function entriesOfSplit(dataset: Dataset, { sources, speakers, claims }: Narrowed): Entries {
  const { positions } = dataset.split!;
  const codes = claims.map(({ id }) => sources.map((source) => positions[id]?.[source.id] ?? ''));
  const most = codes.flat().reduce((sum, { length }) => sum + length, 0);
  const [cells, counts, from] = [new Uint32Array(most), new Uint32Array(most), new Uint32Array(most)];
  const said = new Uint8Array(most);
  const row = new Map(speakers.map((speaker, index) => [speaker, index]));
  const rows = dataset.speakers.map((speaker) => row.get(speaker) ?? -1);
  let entry = 0;
  codes.forEach((bySource, claim) =>
    bySource.forEach((codes, source) =>
      readCodes(codes, (speaker, support, oppose, neutral, contested) => {
        const voice = speaker < 0 ? speakers.length + source : rows[speaker]!;
        if (voice < 0) return;
        cells[entry] = claim * (speakers.length + sources.length) + voice;
        said[entry] =
          (support && bits.support) |
          (oppose && bits.oppose) |
          (neutral && bits.neutral) |
          (contested ? bits.contested : 0);
        counts[entry] = support + oppose + neutral;
        from[entry++] = source;
      }),
    ),
  );
  return {
    cells: cells.subarray(0, entry),
    said: said.subarray(0, entry),
    counts: counts.subarray(0, entry),
    sources: from.subarray(0, entry),
  };
}

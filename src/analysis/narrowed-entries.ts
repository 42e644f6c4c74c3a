import type { Claim, Dataset, Source, Speaker } from '../dataset/dataset.js';
import { firstEntries, allocateEntries, type Entries } from './entries.js';
import type { FilteredDataset } from './narrowing.js';
import { bits } from './side.js';
import { splitEntries } from './split-entries.js';

/** The entries of what is left of a dataset after narrowing. */
export function filteredEntries(dataset: Dataset, narrowed: FilteredDataset): Entries {
  return dataset.split ? entriesOfSplit(dataset, narrowed) : entriesOfWhole(narrowed);
}

function entriesOfWhole({ sources, speakers, claims, statements }: FilteredDataset): Entries {
  const places = <T>(list: readonly T[]) => new Map(list.map((each, index) => [each, index]));
  const voiceAt = places<Speaker | Source>([...speakers, ...sources]);
  const claimAt = places<Claim>(claims);
  const entries = allocateEntries(statements.length);
  statements.forEach(({ speaker, article, claim, stance, contested }, entry) => {
    const source = voiceAt.get(article.source)!;
    entries.cells[entry] = claimAt.get(claim)! * voiceAt.size + (speaker ? voiceAt.get(speaker)! : source);
    entries.said[entry] = bits[stance] | (contested ? bits.contested : 0);
    entries.counts[entry] = 1;
    entries.sources[entry] = source - speakers.length;
  });
  return entries;
}

function entriesOfSplit(dataset: Dataset, { sources, speakers, claims }: FilteredDataset): Entries {
  const entries = splitEntries(dataset.split!);
  const allVoices = [...dataset.speakers, ...dataset.sources];
  const voices = [...speakers, ...sources];
  if (voices.length === allVoices.length && claims.length === dataset.claims.length) return entries;
  const claimAt = placesOf(dataset.claims, claims);
  const voiceAt = placesOf<Speaker | Source>(allVoices, voices);
  const sourceAt = placesOf(dataset.sources, sources);
  const { length } = entries.cells;
  const room = allocateEntries(length);
  const { cells, said, counts, sources: from } = room;
  let kept = 0;
  for (let entry = 0; entry < length; entry++) {
    const cell = entries.cells[entry]!;
    const claim = claimAt[Math.floor(cell / allVoices.length)]!;
    const voice = voiceAt[cell % allVoices.length]!;
    const source = sourceAt[entries.sources[entry]!]!;
    if (claim < 0 || voice < 0 || source < 0) continue;
    cells[kept] = claim * voices.length + voice;
    said[kept] = entries.said[entry]!;
    counts[kept] = entries.counts[entry]!;
    from[kept++] = source;
  }
  return firstEntries(room, kept);
}

/** Where each of all stands among those that are left; −1 for the others. */
function placesOf<T>(all: readonly T[], left: readonly T[]): Int32Array {
  const places = new Map(left.map((each, index) => [each, index]));
  return Int32Array.from(all, (each) => places.get(each) ?? -1);
}

import type { Claim, Dataset, Source, Speaker } from '../dataset/dataset.js';
import { splitColumns } from '../dataset/split-positions.js';
import { allocateColumns, firstRows, stanceBits, type StanceColumns } from '../dataset/stance-columns.js';
import type { FilteredDataset } from './filter.js';

/** Returns the part of a dataset that matched a filter as columns; their indices are those of the filtered lists. */
export function filteredColumns(dataset: Dataset, filtered: FilteredDataset): StanceColumns {
  return dataset.split ? columnsOfSplit(dataset, filtered) : columnsOfStatements(filtered);
}

function columnsOfStatements({ sources, speakers, claims, statements }: FilteredDataset): StanceColumns {
  const voiceIndices = indicesOf<Speaker | Source>([...speakers, ...sources]);
  const claimIndices = indicesOf<Claim>(claims);
  const columns = allocateColumns(statements.length);
  statements.forEach(({ speaker, article, claim, stance, contested }, row) => {
    const outlet = voiceIndices.get(article.source)!;
    const voice = speaker ? voiceIndices.get(speaker)! : outlet;
    columns.cells[row] = claimIndices.get(claim)! * voiceIndices.size + voice;
    columns.stances[row] = stanceBits[stance] | (contested ? stanceBits.contested : 0);
    columns.counts[row] = 1;
    columns.sources[row] = outlet - speakers.length;
  });
  return columns;
}

function columnsOfSplit(dataset: Dataset, { sources, speakers, claims }: FilteredDataset): StanceColumns {
  const all = splitColumns(dataset.split!);
  const allVoices = [...dataset.speakers, ...dataset.sources];
  const voices = [...speakers, ...sources];
  if (voices.length === allVoices.length && claims.length === dataset.claims.length) return all;
  const newClaims = newIndices(dataset.claims, claims);
  const newVoices = newIndices<Speaker | Source>(allVoices, voices);
  const newSources = newIndices(dataset.sources, sources);
  const { length } = all.cells;
  const filtered = allocateColumns(length);
  let rows = 0;
  for (let row = 0; row < length; row++) {
    const cell = all.cells[row]!;
    const claim = newClaims[Math.floor(cell / allVoices.length)]!;
    const voice = newVoices[cell % allVoices.length]!;
    const source = newSources[all.sources[row]!]!;
    if (claim < 0 || voice < 0 || source < 0) continue;
    filtered.cells[rows] = claim * voices.length + voice;
    filtered.stances[rows] = all.stances[row]!;
    filtered.counts[rows] = all.counts[row]!;
    filtered.sources[rows++] = source;
  }
  return firstRows(filtered, rows);
}

/** Returns for each of `all` its index in `kept`; −1 for those that are not in it. */
function newIndices<T>(all: readonly T[], kept: readonly T[]): Int32Array {
  const indices = indicesOf(kept);
  return Int32Array.from(all, (each) => indices.get(each) ?? -1);
}

function indicesOf<T>(list: readonly T[]): ReadonlyMap<T, number> {
  return new Map(list.map((each, index) => [each, index]));
}

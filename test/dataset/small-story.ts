import type { DatasetJson, StatementJson, Stance } from '../../src/dataset/dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';

/** A statement as a tuple: `['daily', 'ann', 'tax', 'support']`; with `''` as the speaker, in the outlet's own words. */
export type Said = readonly [source: string, speaker: string, claim: string, stance: Stance];

/** Returns the JSON of a small story with these statements; each source has one article. */
export function storyJson(said: readonly Said[], more: Partial<DatasetJson> = {}): DatasetJson {
  const ids = (column: 0 | 1 | 2) => [...new Set(said.map((row) => row[column]).filter(Boolean))];
  return {
    version: 1,
    title: 'A story',
    lang: 'en',
    sources: ids(0).map((id) => ({ id, name: `The ${id}` })),
    articles: ids(0).map((id) => ({ id: `${id}-1`, source: id, published: '2021-01-12' })),
    speakers: ids(1).map((id) => ({ id, name: id })),
    claims: ids(2).map((id) => ({ id, text: `The claim ${id}.` })),
    statements: said.map(([source, speaker, claim, stance], index): StatementJson => {
      const words = { id: `s${index + 1}`, article: `${source}-1`, claim, stance, quote: { exact: `words ${index}` } };
      return speaker ? { ...words, voice: 'quoted', speaker } : { ...words, voice: 'outlet' };
    }),
    ...more,
  };
}

export function story(said: readonly Said[], more: Partial<DatasetJson> = {}) {
  return readDataset(storyJson(said, more));
}

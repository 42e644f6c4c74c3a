import { describe, expect, it } from 'vitest';
import { inReadingOrder, PositionTable } from '../../src/analysis/position-table.js';
import type { DatasetJson } from '../../src/dataset/dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { readClaimEvidence } from '../../src/dataset/split-evidence.js';
import { story, storyJson, type Said } from '../dataset/small-story.js';
import { splitOf } from '../dataset/split-story.js';

const said: readonly Said[] = [
  ['daily', 'ann', 'tax', 'support'],
  ['herald', 'ann', 'tax', 'support'],
  ['herald', 'ann', 'tax', 'neutral'],
  ['daily', 'bob', 'tax', 'oppose'],
  ['daily', 'cem', 'tax', 'support'],
  ['daily', 'cem', 'tax', 'oppose'],
  ['herald', '', 'tax', 'neutral'],
  ['daily', 'bob', 'war', 'neutral'],
  ['echo', '', 'war', 'oppose'],
];

function contesting(id: string, json: DatasetJson): DatasetJson {
  const contested = { by: 'The office of Ann', date: '2021-02-01' };
  return { ...json, statements: json.statements.map((each) => (each.id === id ? { ...each, contested } : each)) };
}

describe('who says what', () => {
  it('has the number of voices on each side of a claim; who said both is on neither', () => {
    const table = new PositionTable(story(said));
    expect([0, 1].map((claim) => table.voicesOn(claim))).toEqual([
      { support: 1, oppose: 1, both: 1, neutral: 1 },
      { support: 0, oppose: 1, both: 0, neutral: 1 },
    ]);
  });

  it('has the sides that occur', () => {
    expect([...new PositionTable(story(said)).sides].sort()).toEqual(['both', 'neutral', 'oppose', 'support']);
    expect([...new PositionTable(story(said), { claims: ['war'] }).sides].sort()).toEqual(['neutral', 'oppose']);
    expect(new PositionTable(story([])).sides.size).toBe(0);
  });

  it('has the number of sources that quote a speaker: an outlet in its own words quotes nobody', () => {
    const quoting = (filter?: ConstructorParameters<typeof PositionTable>[1]) =>
      new PositionTable(story(said), filter).quotingSources;
    expect(quoting()).toBe(2);
    expect(quoting({ claims: ['war'] })).toBe(1);
    expect(quoting({ sources: ['echo'] })).toBe(0);
  });

  it('says whether anything shown is contested, and which mark', () => {
    const dataset = readDataset(contesting('s3', storyJson(said)));
    const contested = (filter?: ConstructorParameters<typeof PositionTable>[1]) =>
      new PositionTable(dataset, filter).hasContested;
    expect(contested()).toBe(true);
    expect(contested({ sources: ['daily'] })).toBe(false);
    expect(contested({ claims: ['war'] })).toBe(false);
    const table = new PositionTable(dataset);
    expect(table.markOf(0, 0)).toMatchObject({ side: 'support', count: 3, contested: true });
    expect(table.markOf(1, 0)).toMatchObject({ side: 'oppose', count: 1, contested: false });
    expect(table.markOf(0, 1)).toBeUndefined();
    expect(table.markOf(0, 0)!.sources.map(({ id }) => id)).toEqual(['daily', 'herald']);
  });

  it('of a split dataset has the statements of the loaded evidence, of speakers and of outlets, from the sources shown', () => {
    const { overview, evidence } = splitOf(storyJson(said));
    const split = readDataset(overview);
    const loaded = new Map([['tax', readClaimEvidence(split, split.claims[0]!, evidence.get('tax'))]]);
    const ids = (voice: number, claim: number, filter?: ConstructorParameters<typeof PositionTable>[1]) =>
      new PositionTable(split, filter).positionOf(voice, claim, loaded)?.statements.map(({ id }) => id);
    expect(ids(0, 0)).toEqual(['s1', 's2', 's3']);
    expect(ids(0, 0, { sources: ['herald'] })).toEqual(['s2', 's3']);
    // The herald in its own words, after three speakers and one outlet.
    expect(ids(4, 0)).toEqual(['s7']);
    expect(ids(1, 1)).toEqual([]);
    expect(ids(0, 1)).toBeUndefined();
  });
});

describe('the reading order', () => {
  it('keeps together what is from one article, also where two articles have one date or none', () => {
    const articles = ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      source: 'daily',
      ...(id < 'c' && { published: '2021-01-12' }),
    }));
    const data = story(said.slice(0, 1), {
      articles: [...articles, { id: 'daily-1', source: 'daily', published: '2020-01-01' }],
      statements: ['d', 'b', 'a', 'b', 'd', 'c', 'daily-1'].map((article, index) => ({
        id: `s${index}`,
        article,
        claim: 'tax',
        stance: 'support',
        voice: 'quoted',
        speaker: 'ann',
        quote: { exact: 'abc', ...(index !== 3 && { start: 9 - index, end: 12 - index }) },
      })),
    });
    // A quote without a position is at the start of its article.
    expect(inReadingOrder(data.statements).map(({ id, article }) => `${article.id} ${id}`)).toEqual([
      'daily-1 s6',
      'b s3',
      'b s1',
      'a s2',
      'd s4',
      'd s0',
      'c s5',
    ]);
  });
});

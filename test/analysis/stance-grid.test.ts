import { expect, describe, it } from 'vitest';
import { stanceGrid } from '../../src/analysis/stance-grid.js';
import { story, type Said } from '../dataset/small-story.js';

const said: Said[] = [
  ['daily', 'ann', 'tax', 'support'],
  ['herald', 'ann', 'tax', 'oppose'],
  ['daily', 'ann', 'war', 'neutral'],
  ['daily', 'ann', 'war', 'support'],
  ['daily', 'bob', 'war', 'neutral'],
  ['herald', '', 'tax', 'oppose'],
];

const sides = (filter?: Parameters<typeof stanceGrid>[1]) =>
  stanceGrid(story(said), filter).rows.map(({ speaker, outlet, positions }) => [
    (speaker ?? outlet).id,
    ...positions.map((position) => position?.side),
  ]);

describe('who says what', () => {
  it('a speaker quoted on both sides counts as both, neutral never outweighs a side, and absent is not neutral', () => {
    expect(sides()).toEqual([
      ['ann', 'both', 'support'],
      ['bob', undefined, 'neutral'],
      ['daily', undefined, undefined],
      ['herald', 'oppose', undefined],
    ]);
  });

  it('has speakers first, then outlets in their own words', () => {
    expect(stanceGrid(story(said)).rows.map(({ speaker, outlet }) => [speaker?.id, outlet?.id])).toEqual([
      ['ann', undefined],
      ['bob', undefined],
      [undefined, 'daily'],
      [undefined, 'herald'],
    ]);
  });

  it('can be filtered by source, speaker and claim, and an unknown id matches nothing', () => {
    expect(sides({ sources: ['herald'], claims: ['tax'] })).toEqual([
      ['ann', 'oppose'],
      ['bob', undefined],
      ['herald', 'oppose'],
    ]);
    expect(sides({ speakers: ['bob'], sources: ['daily'] })).toEqual([
      ['bob', undefined, 'neutral'],
      ['daily', undefined, undefined],
    ]);
    expect(sides({ claims: ['nothing'] })).toEqual([['ann'], ['bob'], ['daily'], ['herald']]);
  });

  it('can be filtered by topic, and by topic and ids at once', () => {
    const claims = [
      { id: 'tax', text: 'Tax.', topic: 'Money' },
      { id: 'war', text: 'War.' },
    ];
    const left = (filter: Parameters<typeof stanceGrid>[1]) =>
      stanceGrid(story(said, { claims }), filter).claims.map(({ id }) => id);
    expect(left({ topic: 'Money' })).toEqual(['tax']);
    expect(left({ topic: '' })).toEqual(['tax', 'war']);
    expect(left({ topic: 'Money', claims: ['war'] })).toEqual([]);
  });

  it('has the statements of a position in reading order, and the sources that carry it', () => {
    const dataset = story([], {
      sources: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
      articles: [
        { id: 'undated', source: 'b' },
        { id: 'late', source: 'b', published: '2021-02-01' },
        { id: 'early', source: 'a', published: '2021-01-01' },
      ],
      speakers: [{ id: 'ann', name: 'Ann' }],
      claims: [{ id: 'tax', text: 'Tax.' }],
      statements: (
        [
          ['s1', 'undated', 5],
          ['s2', 'late', 9],
          ['s3', 'early', 7],
          ['s4', 'late', 2],
        ] as const
      ).map(([id, article, start]) => ({
        id,
        article,
        claim: 'tax',
        stance: 'support',
        voice: 'quoted',
        speaker: 'ann',
        quote: { exact: 'abc', start, end: start + 3 },
      })),
    });
    const [position] = stanceGrid(dataset).rows[0]!.positions;
    expect(position!.statements.map(({ id }) => id)).toEqual(['s3', 's4', 's2', 's1']);
    expect(position!.sources.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

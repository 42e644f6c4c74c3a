import { describe, expect, it } from 'vitest';
import { idsIn, placeFilters, type FilterChoice } from '../../src/layout/filters.js';
import { story } from '../dataset/small-story.js';

const dataset = story(
  [
    ['daily', 'ann', 'tax', 'support'],
    ['herald', 'bob', 'war', 'oppose'],
    ['echo', 'cem', 'sea', 'oppose'],
  ],
  {
    sources: [
      { id: 'daily', name: 'The Daily' },
      { id: 'herald', name: 'The Herald', short: 'Herald' },
      { id: 'echo', name: 'Echo' },
    ],
    groups: [
      { id: 'gov', name: 'Government' },
      { id: 'opp', name: 'Opposition' },
    ],
    speakers: [
      { id: 'ann', name: 'Ann', group: 'gov' },
      { id: 'bob', name: 'Bob', group: 'gov' },
      { id: 'cem', name: 'Cem', group: 'opp' },
    ],
    claims: [
      { id: 'tax', text: 'Tax.', topic: 'Money' },
      { id: 'war', text: 'War.', topic: 'Peace' },
      { id: 'sea', text: 'Sea.', topic: 'Money' },
    ],
  },
);

const all: FilterChoice = { sources: '', speakers: '', claims: '', topic: '' };
const place = (chosen: Partial<FilterChoice> = {}, data = dataset) => placeFilters(data, { ...all, ...chosen }, 2);
const toggles = (chosen?: Partial<FilterChoice>) =>
  Object.fromEntries(place(chosen).rows.map(({ property, toggles }) => [property, toggles]));

describe('the ids in an attribute', () => {
  it('are separated by white space; without any, all are meant', () => {
    expect(idsIn(' daily\n herald ')).toEqual(['daily', 'herald']);
    expect(idsIn(' ')).toBeUndefined();
  });
});

describe('the filters', () => {
  it('are buttons for sources, groups and topics, each topic once', () => {
    expect(toggles()).toEqual({
      sources: [
        ['The Daily', 'daily', false],
        ['Herald', 'herald', false],
        ['Echo', 'echo', false],
      ],
      speakers: [
        ['Government', 'ann bob', false],
        ['Opposition', 'cem', false],
      ],
      topic: [
        ['Money', 'Money', false],
        ['Peace', 'Peace', false],
      ],
    });
  });

  it('add and remove a source, and all sources are the same as none chosen', () => {
    expect(toggles({ sources: 'daily herald' }).sources).toEqual([
      ['The Daily', 'herald', true],
      ['Herald', 'daily', true],
      ['Echo', '', false],
    ]);
    expect(toggles({ sources: 'daily' }).sources).toEqual([
      ['The Daily', '', true],
      ['Herald', 'daily herald', false],
      ['Echo', 'daily echo', false],
    ]);
  });

  it('choose one group or topic at a time, and the chosen one again undoes it', () => {
    const { speakers, topic } = toggles({ speakers: 'ann bob', topic: 'Peace' });
    expect(speakers).toEqual([
      ['Government', '', true],
      ['Opposition', 'cem', false],
    ]);
    expect(topic).toEqual([
      ['Money', 'Money', false],
      ['Peace', '', true],
    ]);
  });

  it('are left out where there is only one to choose, and groups where no speakers are shown', () => {
    expect(place({}, story([['daily', 'ann', 'tax', 'support']])).rows).toEqual([]);
    const { rows } = placeFilters(dataset, { sources: '', claims: '', topic: '' }, 3);
    expect(rows.map(({ property }) => property)).toEqual(['sources', 'topic']);
  });

  it('say whether anything is filtered, also by claims, and how much is shown', () => {
    expect(place()).toMatchObject({ isFiltered: false, claimsShown: 2, claimCount: 3 });
    for (const name of ['sources', 'speakers', 'claims', 'topic'])
      expect(place({ [name]: 'x' }).isFiltered, name).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import {
  categoryOf,
  columnOf,
  coverageOf,
  isDecidedByOwnWords,
  quotedMajority,
  quotedSides,
  soleVoices,
} from '../../src/analysis/coverage.js';
import { disagreements } from '../../src/analysis/disagreements.js';
import type { DatasetJson, Stance } from '../../src/dataset/dataset.js';
import { story, type Said } from '../dataset/small-story.js';

const first = (said: readonly Said[], more?: Partial<DatasetJson>) => disagreements(story(said, more))[0]!;

const own = (source: string, stance: Said[3]): Said => [source, '', 'tax', stance];
const quoted = (source: string, stance: Said[3]): Said => [source, `speaker-${source}`, 'tax', stance];

describe('the five columns', () => {
  const columnWith = (said: readonly Said[]) => columnOf(quotedMajority(first(said).sources[0]!)!);
  const people = (...stances: readonly Stance[]) =>
    stances.map((stance, at): Said => ['post', `p${at}`, 'tax', stance]);

  it.each([
    [0, people('oppose', 'oppose')],
    [1, people('oppose', 'oppose', 'support')],
    [1, people('oppose', 'neutral')],
    [2, people('oppose', 'support', 'neutral')],
    [2, people('neutral')],
    [3, people('support', 'support', 'oppose')],
    [3, people('support', 'neutral')],
    [4, people('support', 'support')],
  ])('are literally true: column %i', (column, said) => {
    expect(columnWith(said)).toBe(column);
  });

  it('count people, not statements', () => {
    // The balance is below 0, but two people support it and one opposes it.
    const hedged = ['p0', 'p1'].flatMap((id): Said[] => [
      ['post', id, 'tax', 'support'],
      ...Array.from({ length: 3 }, (): Said => ['post', id, 'tax', 'neutral']),
    ]);
    const said: Said[] = [...hedged, ['post', 'p2', 'tax', 'oppose']];
    expect(first(said).sources[0]!.position).toBeLessThan(0);
    expect(columnWith(said)).toBe(3);
    expect(columnWith(hedged)).toBe(4);
  });

  it('count who says both on both sides', () => {
    const both: Said[] = [
      ['post', 'ann', 'tax', 'support'],
      ['post', 'ann', 'tax', 'oppose'],
    ];
    expect(columnWith(both)).toBe(2);
    expect(columnWith([...both, ['post', 'bob', 'tax', 'oppose']])).toBe(1);
  });
});

describe('whom a source quotes', () => {
  it.each([
    ['onlySupporters', [['post', 'ann', 'tax', 'support']]],
    ['onlyOpponents', [['post', 'ann', 'tax', 'oppose']]],
    [
      'bothSides',
      [
        ['post', 'ann', 'tax', 'support'],
        ['post', 'bob', 'tax', 'oppose'],
      ],
    ],
    [
      'bothSides',
      [
        ['post', 'ann', 'tax', 'support'],
        ['post', 'ann', 'tax', 'oppose'],
        ['post', 'ann', 'tax', 'support'],
      ],
    ],
    [
      'noOpponents',
      [
        ['post', 'ann', 'tax', 'support'],
        ['post', 'bob', 'tax', 'neutral'],
      ],
    ],
    [
      'noSupporters',
      [
        ['post', 'ann', 'tax', 'oppose'],
        ['post', 'bob', 'tax', 'neutral'],
      ],
    ],
    ['noSide', [['post', 'ann', 'tax', 'neutral']]],
    [undefined, [['post', '', 'tax', 'support']]],
  ] satisfies [unknown, Said[]][])('%s', (sides, said) => {
    expect(quotedSides(first(said).sources[0]!)).toBe(sides);
  });
});

describe('what coverage amounts to', () => {
  const coverage = (...said: Said[]) => coverageOf(first(said), 5);

  it('differs where three outlets quote different sides', () => {
    expect(coverage(quoted('a', 'support'), quoted('b', 'support'), quoted('c', 'oppose'))).toBe('differs');
  });

  it('differs where the outlets themselves disagree, whomever they quote', () => {
    expect(
      coverage(
        ...['a', 'b', 'c'].map((source) => quoted(source, 'support')),
        own('a', 'support'),
        own('b', 'oppose'),
        own('c', 'oppose'),
      ),
    ).toBe('differs');
  });

  it('differs where all outlets dispute what all the people they quote support', () => {
    const sources = ['a', 'b', 'c'];
    const answer = first([
      ...sources.map((source) => quoted(source, 'support')),
      ...sources.map((source) => own(source, 'oppose')),
    ]);
    expect([answer.score, answer.ownScore, answer.gap]).toEqual([0, 0, 1]);
    expect(coverageOf(answer, 3)).toBe('differs');
  });

  it.each<[Said[3], Said[3]]>([
    ['support', 'oppose'],
    ['oppose', 'support'],
  ])('differs where all quote people who %s, and one outlet is of the other side', (side, otherSide) => {
    const three = ['a', 'b', 'c'].map((source) => quoted(source, side));
    expect(coverage(...three, own('c', otherSide))).toBe('differs');
    expect(coverage(...three, own('d', otherSide))).toBe('differs');
    expect(coverage(...three, own('c', side))).toBe('same');
    expect(coverage(...three, own('c', 'neutral'))).toBe('same');
    expect(coverageOf(first([quoted('a', side), quoted('b', side), own('b', otherSide)]), 2)).toBe('differs');
  });

  it('is too little to compare where no outlet covers the claim', () => {
    const [answer] = disagreements(story([quoted('a', 'support'), ['b', 'ann', 'war', 'support']]), {
      sources: ['b'],
      claims: ['tax'],
    });
    expect(answer!.sources).toEqual([]);
    expect(coverageOf(answer!, 5)).toBe('unclear');
  });

  it('is much the same where three outlets quote the same side', () => {
    expect(coverage(...['a', 'b', 'c'].map((source) => quoted(source, 'oppose')))).toBe('same');
  });

  it('is much the same where three outlets say the same themselves, and few quote anybody', () => {
    const three = ['a', 'b', 'c'].map((source) => own(source, 'oppose'));
    expect(coverage(...three)).toBe('same');
    expect(coverage(...three, quoted('a', 'oppose'))).toBe('same');
  });

  it('is unclear where one outlet quotes a supporter and two dispute the claim themselves', () => {
    expect(coverage(quoted('a', 'support'), own('b', 'oppose'), own('c', 'oppose'))).toBe('unclear');
  });

  it('is that of few where two of five cover the claim, also where these two differ', () => {
    expect(coverage(quoted('a', 'support'), quoted('b', 'oppose'))).toBe('few');
  });

  it('compares both of two outlets', () => {
    const said = [quoted('a', 'support'), quoted('b', 'oppose')];
    expect(coverageOf(first(said), 2)).toBe('differs');
    expect(coverageOf(first(said.slice(0, 1)), 2)).toBe('few');
  });
});

describe('what makes the larger difference', () => {
  const sources = ['a', 'b', 'c'];
  const all = (side: Said[3]) => sources.map((source) => quoted(source, side));

  it.each<readonly [boolean, string, readonly Said[]]>([
    [
      false,
      'whom the outlets quote, where they say nothing themselves',
      [...all('support').slice(1), quoted('a', 'oppose')],
    ],
    [false, 'neither, where all say and quote the same', [...all('support'), ...sources.map((s) => own(s, 'support'))]],
    [
      true,
      'their own words, which differ',
      [...all('support'), own('a', 'support'), own('b', 'oppose'), own('c', 'oppose')],
    ],
    [
      true,
      'their own words, all against whom they quote',
      [...all('support'), ...sources.map((s) => own(s, 'oppose'))],
    ],
    [true, 'the words of one of them, against whom all quote', [...all('support'), own('a', 'oppose')]],
    [
      false,
      'whom they quote, where their own words differ less',
      [
        quoted('a', 'support'),
        quoted('b', 'oppose'),
        quoted('c', 'oppose'),
        own('a', 'support'),
        own('b', 'support'),
        own('c', 'neutral'),
      ],
    ],
  ])('own words: %s: %s', (expected, _, said) => {
    expect(isDecidedByOwnWords(first(said))).toBe(expected);
  });

  it('is at least somewhat different where one outlet contradicts all that is quoted', () => {
    expect(categoryOf(first([...all('support'), own('a', 'oppose')]))).toBe('mixed');
    expect(categoryOf(first([...all('support'), own('a', 'neutral')]))).toBe('agree');
    expect(categoryOf(first([...all('support').slice(1), quoted('a', 'oppose'), own('a', 'oppose')]))).toBe('split');
  });
});

describe('whose voices they are', () => {
  it('names the only supporter, and the only opponent', () => {
    const answer = first([
      ['post', 'ann', 'tax', 'support'],
      ['mail', 'ann', 'tax', 'support'],
      ['mail', 'bob', 'tax', 'oppose'],
    ]);
    expect(soleVoices(answer).map(({ side, voice }) => [side, voice.id])).toEqual([
      ['support', 'ann'],
      ['oppose', 'bob'],
    ]);
  });

  it('names the group to which all supporters belong, and none where one belongs to no group', () => {
    const said: Said[] = [
      ['post', 'ann', 'tax', 'support'],
      ['mail', 'bob', 'tax', 'support'],
    ];
    const grouped = (ids: readonly string[]): Partial<DatasetJson> => ({
      groups: [{ id: 'gov', name: 'Government' }],
      speakers: ['ann', 'bob'].map((id) => ({ id, name: id, ...(ids.includes(id) && { group: 'gov' }) })),
    });
    expect(soleVoices(first(said, grouped(['ann', 'bob']))).map(({ voice, isGroup }) => [voice.id, isGroup])).toEqual([
      ['gov', true],
    ]);
    expect(soleVoices(first(said, grouped(['ann'])))).toEqual([]);
  });

  it('counts a speaker who said both on both sides', () => {
    const answer = first([
      ['post', 'ann', 'tax', 'support'],
      ['post', 'bob', 'tax', 'support'],
      ['post', 'bob', 'tax', 'oppose'],
    ]);
    expect(soleVoices(answer).map(({ side, voice }) => [side, voice.id])).toEqual([['oppose', 'bob']]);
  });
});

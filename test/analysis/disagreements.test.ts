import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stance } from '../../src/dataset/dataset.js';
import { disagreements } from '../../src/analysis/disagreements.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { stanceGrid } from '../../src/analysis/stance-grid.js';
import { story, storyJson, type Said } from '../dataset/small-story.js';

const only = (said: readonly Said[]) => disagreements(story(said))[0]!;

/** What can be compared between datasets, by claim. */
const figures = (said: readonly Said[]) =>
  disagreements(story(said))
    .map(({ claim, score, band, range, restsOnOneStatement, sources }) => ({
      claim: claim.id,
      score,
      band,
      range,
      restsOnOneStatement,
      positions: Object.fromEntries(sources.map(({ source, position, own }) => [source.id, [position, own?.mean]])),
    }))
    .sort((a, b) => (a.claim < b.claim ? -1 : 1));

const anySaid = fc.array(
  fc.tuple(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    fc.constantFrom('', 'ann', 'bob', 'cem'),
    fc.constantFrom('x', 'y'),
    fc.constantFrom<Stance>('support', 'oppose', 'neutral'),
  ),
  { minLength: 1, maxLength: 40 },
);

describe('a source’s position', () => {
  it('counts a speaker quoted three times once', () => {
    const { sources } = only([
      ['daily', 'ann', 'tax', 'support'],
      ['daily', 'ann', 'tax', 'support'],
      ['daily', 'ann', 'tax', 'support'],
      ['daily', 'bob', 'tax', 'oppose'],
    ]);
    expect(sources[0]!.position).toBe(0);
    expect(sources[0]!.speakers.map(({ speaker, mean }) => [speaker?.id, mean])).toEqual([
      ['ann', 1],
      ['bob', -1],
    ]);
  });

  it('has its speakers in the order of the dataset, whoever is quoted first', () => {
    const data = story(
      [
        ['daily', 'bob', 'tax', 'support'],
        ['daily', 'ann', 'tax', 'oppose'],
      ],
      {
        speakers: [
          { id: 'ann', name: 'Ann' },
          { id: 'bob', name: 'Bob' },
        ],
      },
    );
    expect(disagreements(data)[0]!.sources[0]!.speakers.map(({ speaker }) => speaker!.id)).toEqual(['ann', 'bob']);
  });

  it('does not count the outlet’s own words, and an outlet with nothing else has none', () => {
    const { sources, score, silent } = only([
      ['daily', 'ann', 'tax', 'support'],
      ['daily', '', 'tax', 'oppose'],
      ['herald', 'ann', 'tax', 'support'],
      ['tribune', '', 'tax', 'oppose'],
    ]);
    expect(sources.map(({ position, own }) => [position, own?.mean])).toEqual([
      [1, -1],
      [1, undefined],
      [undefined, -1],
    ]);
    expect(score).toBe(0);
    expect(silent).toEqual([]);
  });
});

describe('the disagreement on a claim', () => {
  it('has no band for fewer than three sources', () => {
    const one = only([['a', 'ann', 'x', 'support']]);
    expect(one).toMatchObject({ score: undefined, band: undefined, range: undefined, pairs: [] });
    const two = only([
      ['a', 'ann', 'x', 'support'],
      ['b', 'ann', 'x', 'oppose'],
    ]);
    expect(two).toMatchObject({ score: 1, band: undefined, range: undefined, restsOnOneStatement: false });
  });

  it('lists the silent sources and does not count them', () => {
    const said: Said[] = [
      ['a', 'ann', 'x', 'support'],
      ['b', 'ann', 'x', 'oppose'],
      ['c', 'ann', 'x', 'neutral'],
      ['d', 'ann', 'y', 'support'],
    ];
    const [x] = disagreements(story(said));
    expect(x!.silent.map(({ id }) => id)).toEqual(['d']);
    expect(x!.score).toBe(1);
  });

  it('is the sum of the parts of its pairs', () => {
    const { score, pairs } = only([
      ['a', 'ann', 'x', 'support'],
      ['b', 'ann', 'x', 'oppose'],
      ['c', 'ann', 'x', 'neutral'],
      ['d', 'bob', 'x', 'support'],
    ]);
    expect(pairs.map(({ sources: [one, other], distance }) => `${one.id}${other.id} ${distance}`)).toEqual([
      'ab 1',
      'bd 1',
      'ac 0.5',
      'bc 0.5',
      'cd 0.5',
      'ad 0',
    ]);
    expect(pairs.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(score!, 12);
  });

  it('has the range of the scores without each source', () => {
    const { range, without } = only([
      ['a', 'ann', 'x', 'support'],
      ['b', 'ann', 'x', 'support'],
      ['c', 'ann', 'x', 'oppose'],
    ]);
    expect(without.map(({ source, score }) => [source.id, score])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 0],
    ]);
    expect(range).toEqual([0, 1]);
  });

  it('rests on one statement if dropping it changes the band, and names it', () => {
    const lone = only([
      ['a', 'ann', 'x', 'support'],
      ['b', 'ann', 'x', 'support'],
      ['c', 'bob', 'x', 'oppose'],
    ]);
    expect(lone.restsOnOneStatement).toBe(true);
    expect(lone.decisive.map(({ id }) => id)).toEqual(['s3']);
    // Of a voice only those of the stance that decides.
    const mixed = only([
      ['a', 'ann', 'x', 'support'],
      ['b', 'ann', 'x', 'support'],
      ['c', 'bob', 'x', 'neutral'],
      ['c', 'bob', 'x', 'oppose'],
    ]);
    expect(mixed.band).toBe('split');
    expect(mixed.decisive.map(({ id }) => id)).toEqual(['s4']);
    const doubled = only([
      ['a', 'ann', 'x', 'support'],
      ['b', 'ann', 'x', 'support'],
      ['c', 'bob', 'x', 'oppose'],
      ['c', 'bob', 'x', 'oppose'],
    ]);
    expect(doubled).toMatchObject({ band: 'split', restsOnOneStatement: false, decisive: [] });
  });

  it('can be filtered by source, speaker and claim', () => {
    const dataset = story([
      ['a', 'ann', 'x', 'support'],
      ['b', 'bob', 'x', 'oppose'],
      ['b', 'ann', 'y', 'oppose'],
    ]);
    const [x, ...rest] = disagreements(dataset, { sources: ['b'], claims: ['x'] });
    expect(rest).toEqual([]);
    expect(x!.sources.map(({ source, position }) => [source.id, position])).toEqual([['b', -1]]);
    expect(disagreements(dataset, { speakers: ['ann'] })[0]!.silent.map(({ id }) => id)).toEqual(['b']);
  });

  it('does not call methods that the data define', () => {
    const json = storyJson([
      ['a', 'ann', 'x', 'support'],
      ['a', 'bob', 'x', 'oppose'],
      ['b', 'ann', 'x', 'oppose'],
    ]);
    const withValueOf = <T extends object>(list: readonly T[]) => list.map((each) => ({ ...each, valueOf: 'x' }));
    const { sources, articles, speakers, claims } = json;
    const dataset = readDataset({
      ...json,
      sources: withValueOf(sources),
      articles: withValueOf(articles),
      speakers: withValueOf(speakers),
      claims: withValueOf(claims),
    });
    const [x] = disagreements(dataset);
    expect(x!.score).toBe(0.5);
    expect(x!.sources[0]!.speakers.flatMap(({ statements }) => statements.map(({ id }) => id))).toEqual(['s1', 's2']);
    expect(stanceGrid(dataset).rows[0]!.positions[0]!.statements.map(({ id }) => id)).toEqual(['s1', 's3']);
  });

  it('does not depend on the order of the lists', () => {
    fc.assert(
      fc.property(anySaid, fc.infiniteStream(fc.nat()), (said, random) => {
        const shuffled = said.map((row) => [random.next().value as number, row] as const);
        shuffled.sort((a, b) => a[0] - b[0]);
        expect(figures(shuffled.map(([, row]) => row))).toEqual(figures(said));
      }),
    );
  });

  it('does not change with another source that is silent on the claim', () => {
    fc.assert(
      fc.property(anySaid, (said) => {
        const joined: Said[] = [...said, ['newcomer', 'ann', 'z', 'support']];
        expect(figures(joined).filter(({ claim }) => claim !== 'z')).toEqual(figures(said));
      }),
    );
  });

  it('does not change when two sources are swapped', () => {
    const swap: Readonly<Record<string, string>> = { a: 'b', b: 'a' };
    const scores = (said: readonly Said[]) =>
      figures(said).map(({ claim, score, band, range }) => ({ claim, score, band, range }));
    fc.assert(
      fc.property(anySaid, (said) => {
        const swapped = said.map(([source, ...rest]): Said => [swap[source] ?? source, ...rest]);
        expect(scores(swapped)).toEqual(scores(said));
      }),
    );
  });

  it('is in range and the sum of its pairs, for any statements', () => {
    fc.assert(
      fc.property(anySaid, (said) => {
        for (const { score, pairs, sources, band } of disagreements(story(said))) {
          const placed = sources.filter(({ position }) => position !== undefined).length;
          expect(score === undefined).toBe(placed < 2);
          expect(band === undefined).toBe(placed < 3);
          expect(pairs).toHaveLength(Math.max(0, placed * (placed - 1)) / 2);
          if (score !== undefined) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
            expect(pairs.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(score, 9);
          }
        }
      }),
    );
  });
});

describe('what the outlets say in their own words', () => {
  const own = (...stances: readonly Stance[]) => stances.map((stance, i): Said => [`p${i}`, '', 'tax', stance]);
  const quoted = (...stances: readonly Stance[]) => stances.map((stance, i): Said => [`p${i}`, `s${i}`, 'tax', stance]);
  const of = (...said: readonly Said[]) => disagreements(story(said))[0]!;

  it('has a D of its own, over the outlets that say something', () => {
    const answer = of(...quoted('support', 'support', 'support', 'oppose'), ...own('support', 'support', 'oppose'));
    expect([answer.ownScore, answer.ownBand]).toEqual([1, 'split']);
    expect(answer.score).toBe(0.75);
  });

  it('has no D for one outlet, and no band below three', () => {
    expect(of(...own('support')).ownScore).toBeUndefined();
    const two = of(...own('support', 'oppose'));
    expect([two.ownScore, two.ownBand]).toEqual([1, undefined]);
  });

  it('may be far from whom they quote, which is known from three outlets on', () => {
    expect(of(...quoted('support', 'support', 'support'), ...own('oppose', 'oppose', 'oppose')).gap).toBe(1);
    expect(of(...quoted('support', 'support'), ...own('oppose', 'neutral', 'oppose')).gap).toBeCloseTo(5 / 6);
    expect(of(...quoted('support', 'support', 'support'), ...own('oppose', 'oppose')).gap).toBeUndefined();
    expect(of(...own('oppose', 'oppose', 'oppose')).gap).toBeUndefined();
  });
});

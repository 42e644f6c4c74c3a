import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stance } from '../../src/dataset/dataset.js';
import { maxCompared, similarOrder } from '../../src/analysis/similar-order.js';
import { shrunkDistance, sourcePairs } from '../../src/analysis/source-pairs.js';
import { story, type Said } from '../dataset/small-story.js';

const order = (said: readonly Said[]) => {
  const { speakers, claims, ...rest } = similarOrder(story(said));
  return { speakers: speakers.map(({ id }) => id), claims: claims.map(({ id }) => id), ...rest };
};

describe('with very many claims the order', () => {
  it('is not computed and not reliable', () => {
    const said = Array.from({ length: maxCompared + 1 }, (_, claim): Said => ['daily', 'ann', `c${claim}`, 'support']);
    const { speakers, reliable, empty } = similarOrder(story(said));
    expect([speakers.length, reliable, empty]).toEqual([1, false, 0]);
  });
});

describe('the distance of two voices', () => {
  it('is shrunk towards ½ where little is shared', () => {
    expect(shrunkDistance(0, 0)).toBe(0.5);
    expect(shrunkDistance(0, 1)).toBe(0.25);
    expect(shrunkDistance(1, 1)).toBe(0.75);
    expect(shrunkDistance(3, 3)).toBe(0.875);
  });

  it('of two sources is undefined for fewer than two shared claims, which are always listed', () => {
    const pairs = sourcePairs(
      story([
        ['a', 'ann', 'x', 'support'],
        ['b', 'ann', 'x', 'oppose'],
        ['a', 'ann', 'y', 'support'],
        ['b', 'bob', 'y', 'support'],
        ['c', 'bob', 'y', 'support'],
        ['c', '', 'x', 'support'],
      ]),
    );
    expect(
      pairs.map(({ sources, distance, shared }) => [sources.map(({ id }) => id).join(''), distance, shared.length]),
    ).toEqual([
      ['ab', (1 + 0 + 0.5) / 3, 2],
      ['ac', undefined, 1],
      ['bc', undefined, 1],
    ]);
    // Opposed on both claims, and on the same side of both to a different degree.
    const apart = (one: readonly Stance[], other: readonly Stance[]) =>
      sourcePairs(
        story(
          ['x', 'y'].flatMap((claim) => [
            ...one.map((stance, i): Said => ['a', `p${i}`, claim, stance]),
            ...other.map((stance, i): Said => ['b', `p${i}`, claim, stance]),
          ]),
        ),
      )[0]!.distance;
    expect(apart(['support'], ['oppose'])).toBeCloseTo(2.5 / 3);
    expect(apart(['support'], ['support', 'neutral'])).toBeCloseTo(1 / 3);
  });
});

describe('the order of similar views', () => {
  it('recovers a scale of views, whatever its speakers and claims are called', () => {
    const namings = fc.integer({ min: 3, max: 9 }).chain((count) => {
      const ids = Array.from({ length: count }, (_, i) => `${i}`);
      const shuffled = (names: readonly string[]) =>
        fc.shuffledSubarray([...names], { minLength: names.length, maxLength: names.length });
      return fc.tuple(shuffled(ids), shuffled(ids.slice(1)));
    });
    /** From the end at which the order begins; the smallest id is in the first half. */
    const expectScale = (found: readonly string[], scale: readonly string[]) => {
      expect(found).toEqual(found[0] === scale[0] ? scale : [...scale].reverse());
      expect(found.indexOf([...found].sort()[0]!)).toBeLessThan(found.length / 2);
    };
    fc.assert(
      fc.property(namings, ([speakers, claims]) => {
        // Each speaker supports one claim more than the one before: neighbours on the scale agree most.
        const said = speakers.flatMap((speaker, i) =>
          claims.map((claim, j): Said => ['daily', speaker, claim, i > j ? 'support' : 'oppose']),
        );
        const found = order(said);
        expect(found).toMatchObject({ empty: 0, reliable: true });
        expectScale(found.speakers, speakers);
        expectScale(found.claims, claims);
      }),
    );
  });

  it('has two speakers by id, and a neutral one between the sides', () => {
    expect(
      order([
        ['daily', 'b', 'x', 'support'],
        ['daily', 'a', 'x', 'oppose'],
      ]).speakers,
    ).toEqual(['a', 'b']);
    const claims = ['x', 'y', 'z'];
    const said = (speaker: string, stance: Stance) => claims.map((claim): Said => ['daily', speaker, claim, stance]);
    expect(order([...said('a', 'support'), ...said('b', 'oppose'), ...said('c', 'neutral')]).speakers).toEqual([
      'a',
      'c',
      'b',
    ]);
  });

  it('has parts that share nothing as separate runs, the largest first', () => {
    const said: Said[] = [
      ['daily', 'a', 'x', 'support'],
      ['daily', 'c', 'y', 'support'],
      ['daily', 'd', 'y', 'oppose'],
      ['daily', 'b', 'x', 'oppose'],
      ['daily', 'e', 'y', 'support'],
    ];
    const { speakers, claims } = order(said);
    expect(speakers.slice(0, 3).sort()).toEqual(['c', 'd', 'e']);
    expect(speakers.slice(3)).toEqual(['a', 'b']);
    expect(claims).toEqual(['x', 'y']);
  });

  it('puts the smallest id into the first half', () => {
    const stance = fc.constantFrom<Stance | undefined>('support', 'oppose', 'neutral', undefined);
    fc.assert(
      fc.property(
        fc.array(fc.array(stance, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 8 }),
        (rows) => {
          const said = rows.flatMap((row, i) =>
            ['w', 'x', 'y', 'z'].map((claim, j): Said => ['daily', `p${i}`, claim, row[j] ?? 'neutral']),
          );
          const { speakers } = order(said);
          expect(speakers.indexOf('p0')).toBeLessThan(speakers.length / 2);
        },
      ),
    );
  });

  it('has speakers with the same views by id, whichever end of the scale comes first', () => {
    const stance = fc.constantFrom<Stance>('support', 'oppose', 'neutral');
    const views = fc.uniqueArray(fc.array(stance, { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 4,
      selector: (row) => row.join(),
    });
    fc.assert(
      fc.property(views, (rows) => {
        const said = [...rows, ...rows].flatMap((row, i) =>
          row.map((stance, j): Said => ['daily', `p${i}`, `c${j}`, stance]),
        );
        const { speakers } = order(said);
        for (const i of rows.keys())
          expect(speakers.indexOf(`p${i}`)).toBeLessThan(speakers.indexOf(`p${i + rows.length}`));
      }),
    );
  });

  it('does not depend on the order of the lists', () => {
    const anySaid = fc.array(
      fc.tuple(
        fc.constantFrom('a', 'b'),
        fc.constantFrom('ann', 'bob', 'cem', 'dan', 'eve'),
        fc.constantFrom('v', 'w', 'x', 'y'),
        fc.constantFrom<Stance>('support', 'oppose', 'neutral'),
      ),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(anySaid, fc.infiniteStream(fc.nat()), (said, random) => {
        const shuffled = said.map((row) => [random.next().value as number, row] as const);
        shuffled.sort((a, b) => a[0] - b[0]);
        expect(order(shuffled.map(([, row]) => row))).toEqual(order(said));
      }),
    );
  });

  it('is not reliable with more than 60 % empty cells', () => {
    const diagonal: Said[] = [
      ['daily', 'a', 'x', 'support'],
      ['daily', 'b', 'y', 'support'],
      ['daily', 'c', 'z', 'support'],
    ];
    expect(order(diagonal)).toEqual({
      speakers: ['a', 'b', 'c'],
      claims: ['x', 'y', 'z'],
      empty: 1 - 3 / 9,
      reliable: false,
    });
    expect(order([...diagonal, ['daily', 'a', 'y', 'oppose']])).toMatchObject({ empty: 1 - 4 / 9, reliable: true });
    // Four of ten cells: not more than 60 %.
    const four = (['ann', 'bob', 'cem', 'dan'] as const).map((id): Said => [
      'daily',
      id,
      id < 'c' ? 'x' : 'y',
      'support',
    ]);
    const { empty, reliable } = similarOrder(
      story(four, { speakers: ['ann', 'bob', 'cem', 'dan', 'eve'].map((id) => ({ id, name: id })) }),
    );
    expect([empty, reliable]).toEqual([0.6, true]);
  });

  it('is empty for an empty story', () => {
    expect(order([])).toEqual({ speakers: [], claims: [], empty: 1, reliable: false });
  });
});

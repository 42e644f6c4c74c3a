import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCodes } from '../../src/dataset/split-codes.js';
import { codesOf, type Tally } from './split-story.js';

type TallyArguments = readonly [speaker: number, support: number, oppose: number, neutral: number, contested: boolean];

const read = (codes: string) => {
  const tallies: TallyArguments[] = [];
  return { ...readCodes(codes, (...tally) => tallies.push(tally)), tallies };
};

describe('the codes of a source on a claim', () => {
  it('are one character per speaker: one supporting, opposing or neutral statement, or none', () => {
    expect(read('so.n')).toEqual({
      speakers: 4,
      rest: '',
      tallies: [
        [0, 1, 0, 0, false],
        [1, 0, 1, 0, false],
        [3, 0, 0, 1, false],
      ],
    });
  });

  it('have counts for several statements, and mark contested ones', () => {
    expect(read('(4,1,0)!s!(12,0,345)').tallies).toEqual([
      [0, 4, 1, 0, true],
      [1, 1, 0, 0, true],
      [2, 12, 0, 345, false],
    ]);
  });

  it('count runs of speakers without statements', () => {
    expect(read('12.o3..n')).toEqual({
      speakers: 18,
      rest: '',
      tallies: [
        [12, 0, 1, 0, false],
        [17, 0, 0, 1, false],
      ],
    });
  });

  it('start with the outlet’s own voice, which does not count as a speaker', () => {
    expect(read('=n!s')).toEqual({
      speakers: 1,
      rest: '',
      tallies: [
        [-1, 0, 0, 1, true],
        [0, 1, 0, 0, false],
      ],
    });
    expect(read('=(2,1,0)')).toEqual({ speakers: 0, rest: '', tallies: [[-1, 2, 1, 0, false]] });
  });

  it('may be empty', () => {
    expect(read('')).toEqual({ speakers: 0, rest: '', tallies: [] });
  });

  it.each([
    ['x', 'x'],
    ['sx', 'x'],
    ['S', 'S'],
    ['s=o', '=o'],
    ['=', '='],
    ['=.s', '=.s'],
    ['=3.s', '=3.s'],
    ['==s', '==s'],
    ['!', '!'],
    ['s!!', '!'],
    ['.!', '!'],
    ['12', '12'],
    ['s12', '12'],
    ['0.s', '0.s'],
    ['-1.', '-1.'],
    ['1e3.', '1e3.'],
    ['1 .', '1 .'],
    ['(1,2)', '(1,2)'],
    ['(1,2,3', '(1,2,3'],
    ['(1,2,3,4)', '(1,2,3,4)'],
    ['(,1,2)', '(,1,2)'],
    ['(-1,2,3)', '(-1,2,3)'],
    ['(0,0,0)', '(0,0,0)'],
    ['s(0,0,0)', '(0,0,0)'],
    ['1:.', '1:.'],
    ['1000000000.', '1000000000.'],
    ['s(1,1,1)(', '('],
    ['(9999999999,0,0)', '(9999999999,0,0)'],
    ['9999999999.', '9999999999.'],
    ['s\ud800', '\ud800'],
    ['sо', 'о'],
    ['s s', ' s'],
    [`${'1'.repeat(100)}.`, `${'1'.repeat(100)}.`],
  ])('end at an invalid code: %j', (codes, rest) => {
    expect(read(codes).rest).toBe(rest);
  });

  it('are decoded as they were encoded, for any number of speakers', () => {
    const number = fc.nat({ max: 300 });
    const tally = fc
      .record({ support: number, oppose: number, neutral: number, contested: fc.boolean() })
      .filter(({ support, oppose, neutral }) => support + oppose + neutral > 0);
    const one = fc.constantFrom<Tally>(
      { support: 1, oppose: 0, neutral: 0, contested: false },
      { support: 0, oppose: 1, neutral: 0, contested: true },
      { support: 0, oppose: 0, neutral: 1, contested: false },
    );
    const voice = fc.option(fc.oneof(tally, one), { nil: undefined });
    fc.assert(
      fc.property(voice, fc.array(voice, { maxLength: 60 }), (own, speakers) => {
        const decoded = read(codesOf(own, speakers));
        const expected = [own, ...speakers].flatMap((each, index) =>
          each ? [[index - 1, each.support, each.oppose, each.neutral, each.contested]] : [],
        );
        expect(decoded.rest).toBe('');
        expect(decoded.tallies).toEqual(expected);
        expect(decoded.speakers).toBe(speakers.findLastIndex((each) => each !== undefined) + 1);
      }),
    );
  });

  it('are read without an exception or endless loop whatever they are, and the rest is the end of the text', () => {
    const signs = fc.string({ unit: fc.constantFrom(...Array.from('son.=!(),0123456789x')) });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string()), (codes) => {
        expect(codes.endsWith(read(codes).rest)).toBe(true);
      }),
    );
  });
});

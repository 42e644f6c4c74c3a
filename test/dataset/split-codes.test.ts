import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCodes } from '../../src/dataset/split-codes.js';
import { codesOf, type Tally } from './split-story.js';

type Taken = readonly [speaker: number, support: number, oppose: number, neutral: number, contested: boolean];

const read = (codes: string) => {
  const taken: Taken[] = [];
  return { ...readCodes(codes, (...tally) => taken.push(tally)), taken };
};

describe('the codes of a source on a claim', () => {
  it('are one sign a speaker: one supporting, opposing or neutral statement, or nothing', () => {
    expect(read('so.n')).toEqual({
      speakers: 4,
      rest: '',
      taken: [
        [0, 1, 0, 0, false],
        [1, 0, 1, 0, false],
        [3, 0, 0, 1, false],
      ],
    });
  });

  it('number what is more, and say what is contested', () => {
    expect(read('(4,1,0)!s!(12,0,345)').taken).toEqual([
      [0, 4, 1, 0, true],
      [1, 1, 0, 0, true],
      [2, 12, 0, 345, false],
    ]);
  });

  it('count a run of silent speakers', () => {
    expect(read('12.o3..n')).toEqual({
      speakers: 18,
      rest: '',
      taken: [
        [12, 0, 1, 0, false],
        [17, 0, 0, 1, false],
      ],
    });
  });

  it('begin with the outlet’s own voice, which is no speaker', () => {
    expect(read('=n!s')).toEqual({
      speakers: 1,
      rest: '',
      taken: [
        [-1, 0, 0, 1, true],
        [0, 1, 0, 0, false],
      ],
    });
    expect(read('=(2,1,0)')).toEqual({ speakers: 0, rest: '', taken: [[-1, 2, 1, 0, false]] });
  });

  it('may be none at all', () => {
    expect(read('')).toEqual({ speakers: 0, rest: '', taken: [] });
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
    ['s(1,1,1)(', '('],
    ['(9999999999,0,0)', '(9999999999,0,0)'],
    ['9999999999.', '9999999999.'],
    ['s\ud800', '\ud800'],
    ['sо', 'о'],
    ['s s', ' s'],
    [`${'1'.repeat(100)}.`, `${'1'.repeat(100)}.`],
  ])('stop at what is no code: %j', (codes, rest) => {
    expect(read(codes).rest).toBe(rest);
  });

  it('say what was written, however many speakers', () => {
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
        const found = read(codesOf(own, speakers));
        const tellAll = [own, ...speakers].flatMap((each, index) =>
          each ? [[index - 1, each.support, each.oppose, each.neutral, each.contested]] : [],
        );
        expect(found.rest).toBe('');
        expect(found.taken).toEqual(tellAll);
        expect(found.speakers).toBe(speakers.findLastIndex((each) => each !== undefined) + 1);
      }),
    );
  });

  it('never fail, never loop, and leave the end of what they were given, whatever that is', () => {
    const signs = fc.string({ unit: fc.constantFrom(...Array.from('son.=!(),0123456789x')) });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string()), (codes) => {
        expect(codes.endsWith(read(codes).rest)).toBe(true);
      }),
    );
  });
});

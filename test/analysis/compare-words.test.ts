import { describe, expect, it } from 'vitest';
import { compareWords } from '../../src/analysis/compare-words.js';

const marked = (first: string, second: string, differences: readonly (readonly [string, string])[]) =>
  compareWords(first, second, differences).map((words) =>
    words.map(({ text, differs }) => (differs ? `[${text.trim()}]` : text.trim())).join(' '),
  );

describe('differing words', () => {
  it('are marked in both quotes', () => {
    expect(marked('burrowed inside', 'burrowed deep inside', [['', 'deep']])).toEqual([
      'burrowed inside',
      'burrowed [deep] inside',
    ]);
  });

  it('are marked where their neighbours are the same, not at the first occurrence', () => {
    expect(marked('the cat and a dog', 'the cat and the dog', [['a', 'the']])).toEqual([
      'the cat and [a] dog',
      'the cat and [the] dog',
    ]);
  });

  it('are marked at the first of several places that fit equally well', () => {
    expect(marked('red or red', 'blue or blue', [['red', 'blue']])).toEqual(['[red] or red', '[blue] or blue']);
  });

  it('are marked one after the other, each behind the one before', () => {
    expect(
      marked('the old man and the old sea', 'the young man and the wide sea', [
        ['old', 'young'],
        ['old', 'wide'],
      ]),
    ).toEqual(['the [old] man and the [old] sea', 'the [young] man and the [wide] sea']);
    // The second difference alone would fit better at the start.
    expect(
      marked('we go home and we go', 'we come home and we run', [
        ['home and', 'home and'],
        ['go', 'run'],
      ]),
    ).toEqual(['we go [home] [and] we [go]', 'we come [home] [and] we [run]']);
  });

  it('may be several words in a row, on either side', () => {
    expect(
      marked('he will never ever leave', 'he will perhaps one day leave', [['never ever', 'perhaps one day']]),
    ).toEqual(['he will [never] [ever] leave', 'he will [perhaps] [one] [day] leave']);
    expect(marked('so it goes', 'so it really always goes', [['', 'really always']])).toEqual([
      'so it goes',
      'so it [really] [always] goes',
    ]);
    // The first word alone occurs earlier.
    expect(marked('not now but not ever', 'not now but only then', [['not ever', 'only then']])).toEqual([
      'not now but [not] [ever]',
      'not now but [only] [then]',
    ]);
  });

  it('are marked between equal neighbours on both sides rather than on one', () => {
    expect(marked('a red cat, a red dog', 'a red cat, a blue dog', [['red', 'blue']])).toEqual([
      'a red cat, a [red] dog',
      'a red cat, a [blue] dog',
    ]);
    expect(marked('one is big, two is big', 'one is big, two is small', [['big', 'small']])).toEqual([
      'one is big, two is [big]',
      'one is big, two is [small]',
    ]);
    expect(marked('big is one, big is two', 'small is one, big is two', [['big', 'small']])).toEqual([
      '[big] is one, big is two',
      '[small] is one, big is two',
    ]);
  });

  it('are found without case and punctuation, and a dash alone is a word', () => {
    expect(marked('“Never,” he said', '“not ever” he said', [['never', 'Not ever!']])).toEqual([
      '[“Never,”] he said',
      '[“not] [ever”] he said',
    ]);
    expect(marked('yes – no', 'yes … no', [['–', '…']])).toEqual(['yes [–] no', 'yes […] no']);
    expect(marked('yes – no', 'yes … no', [['…', '–']])).toEqual(['yes – no', 'yes … no']);
  });

  it('keep the white space of the quotes', () => {
    const [words] = compareWords('one  two\nthree', 'one two', [['three', '']]);
    expect(words.map(({ text }) => text)).toEqual(['one  ', 'two\n', 'three']);
  });

  it('are not marked in quotes of more than 400 words', () => {
    const differing = (length: number, otherLength: number) =>
      compareWords(`a ${'x '.repeat(length - 1)}`, `b ${'x '.repeat(otherLength - 1)}`, [['a', 'b']])
        .flat()
        .filter(({ differs }) => differs).length;
    expect(differing(400, 400)).toBe(2);
    expect([differing(401, 400), differing(400, 401)]).toEqual([0, 0]);
  });

  it('are ignored if they do not occur, and no word is lost', () => {
    expect(marked('one two', 'one three', [['four', 'five']])).toEqual(['one two', 'one three']);
  });
});

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

  it('are ignored if they do not occur, and no word is lost', () => {
    expect(marked('one two', 'one three', [['four', 'five']])).toEqual(['one two', 'one three']);
  });
});

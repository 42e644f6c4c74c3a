import { describe, expect, test } from 'vitest';
import { createProgressBar } from '../../src/cli/progress-bar.js';

/** What a terminal shows in its line after each of these moments. */
function shownAt(moments: readonly (readonly [ms: number, step: string, done?: number, of?: number])[], env = {}) {
  let now = 0;
  let [line, column] = ['', 0];
  let written = '';
  const stderr = {
    isTTY: true,
    write: (text: string): void => {
      written += text;
      for (const character of text)
        if (character === '\r') column = 0;
        else line = line.slice(0, column) + character + line.slice(++column);
    },
  };
  const bar = createProgressBar({ stderr, env }, () => now);
  const lines = moments.map(([ms, step, done, of]) => {
    now = ms;
    bar.report(step, done, of, 'articles');
    return line.trimEnd();
  });
  bar.clear();
  return { lines, left: line.trim(), written };
}

describe('the progress of a build', () => {
  test('shows after half a second what is done, and how much of it; at the end nothing is left', () => {
    const { lines, left } = shownAt([
      [0, 'Reading statements', 1],
      [499, 'Reading statements', 1000],
      [500, 'Reading statements', 1200],
      [550, 'Finding quotes', 1, 10_000],
      [560, 'Finding quotes', 2, 10_000],
      [700, 'Finding quotes', 5000, 10_000],
      [710, 'Writing'],
    ]);
    expect(lines).toEqual([
      '',
      '',
      'Reading statements … 1,200',
      `Finding quotes  ${'░'.repeat(24)}  1 of 10,000 articles`,
      `Finding quotes  ${'░'.repeat(24)}  1 of 10,000 articles`,
      `Finding quotes  ${'█'.repeat(12)}${'░'.repeat(12)}  5,000 of 10,000 articles`,
      'Writing …',
    ]);
    expect(left).toBe('');
  });

  test('has no colours, and is nothing where the terminal cannot draw over a line or there is none', () => {
    const { written } = shownAt([[600, 'Writing']]);
    expect(written).toContain('Writing');
    expect(written).not.toContain('\u001b');
    expect(shownAt([[600, 'Writing']], { TERM: 'dumb' }).written).toBe('');
    const stderr = { write: (text: string) => expect.unreachable(text) };
    let now = 0;
    const bar = createProgressBar({ stderr, env: {} }, () => (now += 1000));
    bar.report('Writing');
    bar.clear();
  });
});

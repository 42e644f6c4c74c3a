import { describe, expect, it } from 'vitest';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { problemsOf } from './problems-of.js';
import { storyJson, type Said } from './small-story.js';

describe('a large dataset', () => {
  it('of 100,000 statements is read without running out of stack or memory, and so are its 100,000 problems', () => {
    const said = Array.from({ length: 100_000 }, (_, i): Said => [
      `s${i % 40}`,
      `p${i % 900}`,
      `c${i % 2000}`,
      'support',
    ]);
    const json = storyJson(said);
    expect(readDataset(json).statements).toHaveLength(100_000);
    const wrong = json.statements.map((statement) => ({ ...statement, stance: 'yes' }));
    expect(problemsOf({ ...json, statements: wrong })).toHaveLength(100_000);
  });
});

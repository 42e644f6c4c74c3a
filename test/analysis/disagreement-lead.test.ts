import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../src/analysis/coverage.js';
import { disagreementLead } from '../../src/analysis/disagreement-lead.js';
import { disagreements } from '../../src/analysis/disagreements.js';
import type { Stance } from '../../src/dataset/dataset.js';
import { story, type Said } from '../dataset/small-story.js';

function lead(said: readonly Said[]) {
  const dataset = story(said);
  return disagreementLead(
    disagreements(dataset).map((answer) => ({ answer, coverage: coverageOf(answer, dataset.sources.length) })),
  );
}

describe('the lead of the chart', () => {
  it('has the claim on which coverage differs most, and counts the others', () => {
    const { mostDifferent, claimCount, same, few } = lead([
      ['post', 'ann', 'tax', 'support'],
      ['echo', 'ann', 'tax', 'support'],
      ['mail', 'bob', 'tax', 'oppose'],
      ['post', 'ann', 'war', 'support'],
      ['echo', 'ann', 'war', 'support'],
      ['mail', 'ann', 'war', 'support'],
      ['post', 'bob', 'sea', 'oppose'],
    ]);
    expect(mostDifferent.map(({ answer }) => answer.claim.id)).toEqual(['tax']);
    expect([claimCount, same, few]).toEqual([3, 1, 1]);
  });

  it('has at most two claims on which coverage differs alike, and the number of the others', () => {
    const both = (claim: string): Said[] => [
      ['post', 'ann', claim, 'support'],
      ['mail', 'bob', claim, 'oppose'],
    ];
    const { mostDifferent, moreDifferent } = lead(['a', 'b', 'c', 'd', 'e'].flatMap(both));
    expect([mostDifferent.length, moreDifferent]).toEqual([2, 3]);
    expect(lead(['a', 'b'].flatMap(both)).moreDifferent).toBe(0);
  });

  it('has only the claim with the greatest difference where others differ less', () => {
    const said = (claim: string, ...stances: readonly Stance[]) =>
      stances.map((stance, i): Said => [`p${i}`, `s${i}`, claim, stance]);
    const { mostDifferent, moreDifferent } = lead([
      ...said('some', 'support', 'support', 'neutral'),
      ...said('most', 'support', 'support', 'oppose'),
      ...said('more', 'support', 'neutral', 'neutral', 'oppose'),
    ]);
    expect(mostDifferent.map(({ answer }) => answer.claim.id)).toEqual(['most']);
    expect(moreDifferent).toBe(0);
  });

  it('says whether outlets contradict those they quote, in what it names and in any claim', () => {
    const quoting = (claim: string, ...stances: readonly Stance[]) =>
      stances.map((stance, i): Said => [`p${i}`, `s${i}`, claim, stance]);
    const speaking = (claim: string, ...stances: readonly Stance[]) =>
      stances.map((stance, i): Said => [`p${i}`, '', claim, stance]);
    const all = ['support', 'support', 'support'] as const;
    const against = ['oppose', 'oppose', 'oppose'] as const;
    const contradiction = (claim: string) => [...quoting(claim, ...all), ...speaking(claim, ...against)];
    const split = (claim: string) => quoting(claim, 'support', 'support', 'oppose');
    const said = (rows: readonly Said[]) => {
      const { isContradiction, hasContradictions, isMost } = lead(rows);
      return { isContradiction, hasContradictions, isMost };
    };
    expect(said(contradiction('tax'))).toEqual({ isContradiction: true, hasContradictions: true, isMost: false });
    expect(said([...contradiction('tax'), ...split('war')])).toEqual({
      isContradiction: false,
      hasContradictions: true,
      isMost: false,
    });
    expect(said([...split('war'), ...quoting('sea', ...all)])).toEqual({
      isContradiction: false,
      hasContradictions: false,
      isMost: true,
    });
    expect(said(quoting('sea', ...all)).isContradiction).toBe(false);
  });

  it('has none where coverage differs on no claim', () => {
    expect(lead([['post', 'ann', 'tax', 'support']]).mostDifferent).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { disagreementLead } from '../../src/analysis/disagreement-lead.js';
import { disagreements } from '../../src/analysis/disagreements.js';
import { story, type Said } from '../dataset/small-story.js';

const lead = (said: readonly Said[]) => disagreementLead(disagreements(story(said)));

describe('the lead of the chart', () => {
  it('names the claim with the most disagreement and its outlier, an agreed claim, and one that a single source covers', () => {
    const { mostDisputed, agreed, singleSource } = lead([
      ['post', 'ann', 'tax', 'support'],
      ['echo', 'ann', 'tax', 'support'],
      ['mail', 'bob', 'tax', 'oppose'],
      ['post', 'ann', 'war', 'support'],
      ['echo', 'ann', 'war', 'support'],
      ['mail', 'ann', 'war', 'support'],
      ['post', 'bob', 'sea', 'oppose'],
    ]);
    expect(mostDisputed.map(({ claim, outlier }) => [claim.id, outlier?.id])).toEqual([['tax', 'mail']]);
    expect(agreed.map(({ id }) => id)).toEqual(['war']);
    expect([singleSource?.claim.id, singleSource?.source.id]).toEqual(['sea', 'post']);
  });

  it('names no outlier if there would be agreement without either of two sources', () => {
    const { mostDisputed } = lead([
      ['post', 'ann', 'tax', 'support'],
      ['mail', 'bob', 'tax', 'oppose'],
    ]);
    expect(mostDisputed.map(({ outlier }) => outlier)).toEqual([undefined]);
  });

  it('is empty for one source', () => {
    expect(lead([['post', 'ann', 'tax', 'support']])).toEqual({
      mostDisputed: [],
      agreed: [],
      singleSource: undefined,
    });
  });
});

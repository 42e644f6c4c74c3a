import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { noEvidence, readClaimEvidence } from '../../src/dataset/split-evidence.js';
import { layoutDisagreements, orderRows } from '../../src/layout/disagreement/disagreement-layout.js';
import {
  answerWithEvidence,
  disagreementModel,
  isLargeChart,
  placeAccount,
  type DisagreementModelOptions,
  type PlacedAccount,
} from '../../src/layout/disagreement/disagreement-model.js';
import { story, storyJson, type Said } from '../dataset/small-story.js';
import { splitOf } from '../dataset/split-story.js';

const taxes: readonly Said[] = [
  ['post', 'ann', 'tax', 'support'],
  ['echo', 'ann', 'tax', 'support'],
  ['mail', 'bob', 'tax', 'oppose'],
  ['post', 'ann', 'war', 'support'],
  ['echo', 'ann', 'war', 'support'],
  ['mail', 'ann', 'war', 'support'],
  ['post', 'bob', 'sea', 'oppose'],
];
const dataset = story(taxes);

/** So many sources, each with a speaker of its own. */
const sourcesOf = (count: number, claim = 'tax') =>
  Array.from({ length: count }, (_, i): Said => [`p${i}`, `s${i}`, claim, 'support']);

const options: DisagreementModelOptions = {
  view: 'positions',
  order: 'disagreement',
  chosen: { sources: '', claims: '', topic: '' },
  isNarrow: false,
  isMirrored: false,
  isPrinting: false,
  selected: undefined,
  accountOf: ({ claim }) => ({ account: claim.id }) as unknown as PlacedAccount,
  counts: undefined,
  window: undefined,
  maxRows: 100,
};

function model(more: Partial<DisagreementModelOptions> = {}, data: Dataset = dataset) {
  const sources = more.chosen?.sources ? more.chosen.sources.split(' ') : undefined;
  const placed = orderRows(layoutDisagreements(data, { sources }), more.order ?? 'disagreement');
  return disagreementModel(data, placed, { ...options, ...more });
}

describe('the chart', () => {
  it('has a section at the first row of each kind of coverage, and none in the editor’s order', () => {
    const sections = (more?: Partial<DisagreementModelOptions>) =>
      model(more).rows.map(({ row, section }) => [row.claim.id, section]);
    expect(sections()).toEqual([
      ['tax', 'differs'],
      ['war', 'same'],
      ['sea', 'few'],
    ]);
    expect(sections({ order: 'editor' }).map(([, section]) => section)).toEqual([undefined, undefined, undefined]);
    const twice = model(
      {},
      story([...taxes, ...taxes.slice(0, 3).map((said): Said => [said[0], said[1], 'law', said[3]])]),
    );
    expect(twice.rows.map(({ section }) => section)).toEqual(['differs', undefined, 'same', 'few']);
  });

  it('renders its first rows, or those in the window, or on paper all', () => {
    const claims = (more: Partial<DisagreementModelOptions>) => model(more).rows.map(({ row }) => row.claim.id);
    expect(claims({ maxRows: 2 })).toEqual(['tax', 'war']);
    expect(claims({ maxRows: 2, isPrinting: true })).toEqual(['tax', 'war', 'sea']);
    const window = { range: [1, 2], above: 80, below: 80 } as const;
    expect(claims({ window })).toEqual(['war']);
    // The row before the window is in another section.
    expect(model({ window }).rows[0]!.section).toBe('same');
    expect(
      model({ window: { range: [2, 3], above: 0, below: 0 }, counts: [[], [], [{} as never]] }).rows[0]!.counts,
    ).toHaveLength(1);
  });

  it('opens the account of the selected claim, on paper of all claims, but not in a large chart', () => {
    const open = (more: Partial<DisagreementModelOptions>) =>
      model(more).rows.flatMap(({ account }) => (account ? [account.account] : []));
    const window = { range: [0, 3], above: 0, below: 0 } as const;
    expect(open({})).toEqual([]);
    expect(open({ selected: 'war' })).toEqual(['war']);
    expect(open({ isPrinting: true })).toEqual(['tax', 'war', 'sea']);
    expect(open({ isPrinting: true, window })).toEqual([]);
  });

  it('compares outlets only where there are two to compare', () => {
    const one = { chosen: { ...options.chosen, sources: 'post' } };
    expect(model()).toMatchObject({ views: ['positions', 'counts', 'pairs'], view: 'positions', pairs: undefined });
    expect(model(one)).toMatchObject({ views: ['positions', 'counts'], orders: [] });
    expect(model({ ...one, view: 'pairs' })).toMatchObject({ view: 'positions', pairs: undefined });
    expect(model({ ...one, view: 'counts' }).view).toBe('counts');
    const alone = story([['post', 'ann', 'tax', 'support']]);
    expect(model({}, alone)).toMatchObject({ views: ['positions', 'counts'], orders: [] });
  });

  it('compares each pair of the chosen outlets on the claims shown', () => {
    const pairs = (more: Partial<DisagreementModelOptions>) =>
      model({ view: 'pairs', ...more }).pairs!.map(({ sources, shared }) => [
        sources.map(({ id }) => id).join(' '),
        shared.map(({ id }) => id).join(' '),
      ]);
    expect(pairs({})).toEqual([
      ['post echo', 'tax war'],
      ['post mail', 'tax war'],
      ['echo mail', 'tax war'],
    ]);
    expect(pairs({ chosen: { ...options.chosen, sources: 'post mail' } })).toEqual([['post mail', 'tax war']]);
  });

  it('can be sorted, by own words only where there are some, and not where pairs are shown', () => {
    expect(model()).toMatchObject({ orders: ['disagreement', 'editor'], hasOwnWords: false });
    const own = story([...taxes, ['post', '', 'tax', 'oppose']]);
    expect(model({}, own)).toMatchObject({
      orders: ['disagreement', 'quoted', 'own', 'editor'],
      hasOwnWords: true,
    });
    expect(model({ view: 'pairs' }).orders).toEqual([]);
  });

  it('has scores from six sources on, categories from three, and below neither', () => {
    const scores = (count: number) => model({}, story(sourcesOf(count))).scores;
    expect([2, 3, 5, 6].map(scores)).toEqual([undefined, 'none', 'none', 'some']);
  });

  it('has the filters of sources and topics, and counts where they were made', () => {
    expect(model().filters).toMatchObject({ isFiltered: false, claimsShown: 3, claimCount: 3 });
    expect(model().hasCounts).toBe(false);
    expect(model({ counts: [] }).hasCounts).toBe(true);
  });

  it('is large from more than 1,500 places on', () => {
    const placed = (claims: number, sources: number) =>
      layoutDisagreements(story(Array.from({ length: claims }, (_, i) => sourcesOf(sources, `c${i}`)).flat()), {});
    expect(isLargeChart(placed(30, 50))).toBe(false);
    expect(isLargeChart(placed(31, 50))).toBe(true);
  });
});

describe('an opened claim', () => {
  const account = (data: Dataset, more: Partial<Parameters<typeof placeAccount>[2]> = {}) =>
    placeAccount(data, layoutDisagreements(data, {}).rows[0]!, {
      state: 'there',
      evidence: noEvidence,
      filter: {},
      ...more,
    });

  it('has two quotes of each voice, those that decide first, and the others one step away', () => {
    const data = story([
      ['post', 'ann', 'tax', 'support'],
      ['echo', 'ann', 'tax', 'support'],
      ['mail', 'bob', 'tax', 'neutral'],
      ['mail', 'bob', 'tax', 'neutral'],
      ['mail', 'bob', 'tax', 'oppose'],
      ['mail', '', 'tax', 'support'],
    ]);
    const { sources, evidence } = account(data);
    expect(evidence).toBe('there');
    expect(sources.map(({ source, voices }) => [source.id, voices.length])).toEqual([
      ['post', 1],
      ['echo', 1],
      ['mail', 2],
    ]);
    const [bob, mail] = sources[2]!.voices;
    expect([bob!.voice.speaker?.id, mail!.voice.speaker?.id]).toEqual(['bob', undefined]);
    expect(bob!.shown).toHaveLength(2);
    expect(bob!.folded).toHaveLength(1);
    expect([mail!.shown.length, mail!.folded.length]).toEqual([1, 0]);
  });

  it('marks the quotes on which the category depends, and puts them first', () => {
    const data = story([
      ['post', 'ann', 'tax', 'support'],
      ['echo', 'ann', 'tax', 'support'],
      ['mail', 'bob', 'tax', 'neutral'],
      ['mail', 'bob', 'tax', 'neutral'],
      ['mail', 'bob', 'tax', 'oppose'],
    ]);
    const decisive = account(data).account.decisive.map(({ id }) => id);
    expect(decisive).toContain('s5');
    const quotes = account(data).sources.flatMap(({ voices }) =>
      voices.flatMap(({ shown, folded }) => [...shown, ...folded]),
    );
    expect(
      quotes.map(({ isDecisive, evidence }) => isDecisive === decisive.includes(evidence.statement.id)),
    ).not.toContain(false);
    expect(account(data).sources[2]!.voices[0]!.shown[0]).toMatchObject({
      isDecisive: true,
      evidence: { statement: { id: 's5' } },
    });
  });

  it('has no quotes while they are loading, and those of the loaded file after', () => {
    const json = storyJson(taxes);
    const { overview, evidence } = splitOf(json);
    const split = readDataset(overview);
    expect(account(split, { state: 'loading' })).toMatchObject({ evidence: 'loading', sources: [] });
    const [row] = layoutDisagreements(split, {}).rows;
    expect(answerWithEvidence(split, row!, {}, noEvidence)).toBe(row!.answer);
    const loaded = new Map([['tax', readClaimEvidence(split, row!.claim, evidence.get('tax'))]]);
    const { sources } = account(split, { evidence: loaded, filter: { sources: ['post', 'mail'] } });
    expect(
      sources.map(({ source, voices }) => [
        source.id,
        ...voices.flatMap(({ shown }) => shown.map(({ evidence }) => evidence.statement.id)),
      ]),
    ).toEqual([
      ['post', 's1'],
      ['mail', 's3'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.js';
import { noEvidence } from '../../src/dataset/split-evidence.js';
import { layoutList } from '../../src/layout/matrix/matrix-list.js';
import { layoutMatrix } from '../../src/layout/matrix/matrix-layout.js';
import type { EvidenceState } from '../../src/layout/evidence.js';
import { matrixModel, type MatrixModelOptions } from '../../src/layout/matrix/matrix-model.js';
import { layoutNotes } from '../../src/layout/matrix/matrix-notes.js';
import { layoutPanel } from '../../src/layout/matrix/matrix-panel.js';
import { selectionOf } from '../../src/layout/matrix/matrix-selection.js';
import { story, storyJson, type Said } from '../dataset/small-story.js';
import { splitOf } from '../dataset/split-story.js';
import { readDataset } from '../../src/dataset/read-dataset.js';

const said: readonly Said[] = [
  ['daily', 'ann', 'tax', 'support'],
  ['herald', 'ann', 'tax', 'support'],
  ['daily', 'bob', 'tax', 'oppose'],
  ['daily', 'bob', 'war', 'oppose'],
  ['daily', 'bob', 'war', 'neutral'],
  ['herald', 'cem', 'war', 'oppose'],
];
const dataset = story(said);

const layoutOf = (data: Dataset) => layoutMatrix(data, { order: 'editor', lang: 'en' });

describe('the panel', () => {
  const panel = (key: string, maxMarks?: number, evidence: EvidenceState = 'there') => {
    const placed = layoutOf(dataset);
    return layoutPanel(placed, selectionOf(placed, key)!, evidence, maxMarks);
  };

  it('has the quotes of a mark, how many reports they are from, and the way to its neighbours', () => {
    const { marks, reports, previous, next, more } = panel('ann/tax');
    expect(
      marks.map(({ side, column, voice, key, evidence }) => [side, column.key, voice?.key, key, evidence.length]),
    ).toEqual([['support', '/tax', 'ann', undefined, 2]]);
    expect([reports, previous, next, more]).toEqual([2, undefined, 'bob/tax', 0]);
    // Both statements are in one article.
    expect(panel('bob/war').reports).toBe(1);
  });

  it('names the voices of an open claim, but not that of an open voice', () => {
    expect(panel('/war').marks.map(({ voice }) => voice?.key)).toEqual(['bob', 'cem']);
    expect(panel('bob').marks.map(({ voice, column }) => [voice, column.key])).toEqual([
      [undefined, '/tax'],
      [undefined, '/war'],
    ]);
  });

  it('lists so many marks, and says how many more there are', () => {
    expect(panel('/tax', 1)).toMatchObject({ marks: [{ voice: { key: 'ann' } }], more: 1 });
    expect(panel('/tax', 2).more).toBe(0);
  });

  it('lists none while the quotes are not there', () => {
    expect(panel('/tax', 1, 'loading')).toMatchObject({
      marks: [],
      more: 0,
      evidence: 'loading',
    });
  });

  it('opens a mark alone where its quotes are not loaded', () => {
    const split = readDataset(splitOf(storyJson(said)).overview);
    const layout = layoutOf(split);
    const { marks, reports } = layoutPanel(layout, selectionOf(layout, 'bob')!, 'there');
    expect(marks.map(({ key, evidence }) => [key, evidence])).toEqual([
      ['bob/tax', []],
      ['bob/war', []],
    ]);
    expect(reports).toBe(0);
  });
});

describe('the notes on paper', () => {
  it('number every statement, row by row', () => {
    const notes = [...layoutNotes(layoutOf(dataset), noEvidence)];
    expect(notes.map(([key, { side, first, last, evidence }]) => [key, side, first, last, evidence.length])).toEqual([
      ['ann/tax', 'support', 1, 2, 2],
      ['bob/tax', 'oppose', 3, 3, 1],
      ['bob/war', 'oppose', 4, 5, 2],
      ['cem/war', 'oppose', 6, 6, 1],
    ]);
    expect(notes[0]![1]).toMatchObject({ voice: { key: 'ann' }, column: { key: '/tax' } });
  });
});

/** A story of so many claims on each of which ann and bob speak. */
const longStory = (claims: number) =>
  story(
    Array.from({ length: claims }, (_, i): readonly Said[] => [
      ['daily', 'ann', `c${i}`, 'support'],
      ['daily', 'bob', `c${i}`, 'oppose'],
    ]).flat(),
  );

describe('the list', () => {
  const list = (key: string | undefined, options: Partial<Parameters<typeof layoutList>[2]> = {}) => {
    const long = layoutOf(longStory(50));
    return layoutList(long, key ? selectionOf(long, key) : undefined, {
      range: undefined,
      maxMarks: undefined,
      ...options,
    });
  };
  const keys = (key: string | undefined, options?: Parameters<typeof list>[1]) =>
    list(key, options).claims.map(({ column }) => column.key);

  it('has five claims first, or as many as it takes to reach the open one, and the others on request', () => {
    expect(keys(undefined)).toEqual(['/c0', '/c1', '/c2', '/c3', '/c4']);
    expect(keys('ann/c6')).toHaveLength(7);
    expect(keys('ann')).toHaveLength(5);
    expect(list('ann/c6')).toMatchObject({ before: undefined, after: [0, 50], more: 43 });
    expect(list('ann/c6', { range: [0, 50] })).toMatchObject({ before: undefined, after: undefined, more: 0 });
  });

  it('has the voices of each claim with what is open', () => {
    const { claims } = list('bob/c1');
    expect(claims[1]).toMatchObject({
      isOpen: false,
      isFolded: false,
      previous: undefined,
      more: 0,
      marks: [
        { key: 'ann/c1', isOpen: false, mark: { side: 'support', count: 1 } },
        { key: 'bob/c1', isOpen: true, mark: { side: 'oppose', count: 1 } },
      ],
    });
    expect(list('/c1').claims.map(({ isOpen }) => isOpen)).toEqual([false, true, false, false, false]);
    const uneven = layoutOf(story(said));
    expect(
      layoutList(uneven, undefined, { range: undefined, maxMarks: undefined }).claims.map(({ marks }) =>
        marks.map(({ key }) => key),
      ),
    ).toEqual([
      ['ann/tax', 'bob/tax'],
      ['bob/war', 'cem/war'],
    ]);
  });

  it('of a large matrix has a page of twenty claims with the open one, and folds the others', () => {
    const page = list('ann/c25', { maxMarks: 1 });
    expect(page.claims.map(({ column }) => column.key)).toEqual(Array.from({ length: 20 }, (_, i) => `/c${20 + i}`));
    expect(page.claims.filter(({ isFolded }) => !isFolded).map(({ column }) => column.key)).toEqual(['/c25']);
    expect(page.claims[0]).toMatchObject({ marks: [], previous: undefined, more: 0, isOpen: false });
    expect(page).toMatchObject({ before: [0, 40], after: [20, 60], more: 10 });
    expect(list('ann/c45', { maxMarks: 1 })).toMatchObject({ before: [20, 60], after: undefined, more: 0 });
    expect(list('ann/c5', { maxMarks: 1 })).toMatchObject({ before: undefined, after: [0, 40], more: 20 });
    expect(list(undefined, { maxMarks: 1, range: [10, 30] }).before).toEqual([0, 30]);
  });

  it('of a large matrix has a page of marks with the open one, the way back and how many follow', () => {
    const crowd = layoutOf(story(Array.from({ length: 7 }, (_, i): Said => ['daily', `p${i}`, 'tax', 'support'])));
    const marksOf = (key: string, maxMarks: number) => {
      const { claims } = layoutList(crowd, selectionOf(crowd, key), { range: undefined, maxMarks });
      const { marks, previous, more } = claims[0]!;
      return [marks.map(({ key }) => key).join(' '), previous, more];
    };
    expect(marksOf('p0/tax', 3)).toEqual(['p0/tax p1/tax p2/tax', undefined, 4]);
    expect(marksOf('p3/tax', 3)).toEqual(['p3/tax p4/tax p5/tax', 'p2/tax', 1]);
    expect(marksOf('p5/tax', 3)).toEqual(['p3/tax p4/tax p5/tax', 'p2/tax', 1]);
    expect(marksOf('p6/tax', 3)).toEqual(['p6/tax', 'p5/tax', 0]);
    expect(marksOf('/tax', 3)).toEqual(['p0/tax p1/tax p2/tax', undefined, 4]);
  });
});

describe('the matrix', () => {
  const window = { lines: [0, 1], columns: [0, 1], above: 0, below: 0, before: 0, after: 0, width: 0 } as const;
  const model = (more: Partial<MatrixModelOptions> = {}, data = dataset) => {
    const placed = layoutOf(data);
    const selection = selectionOf(placed);
    return matrixModel(data, placed, {
      selection,
      panel: layoutPanel(placed, selection!, 'there'),
      layout: 'auto',
      isNarrow: false,
      isPrinting: false,
      isMirrored: false,
      order: 'editor',
      chosen: { sources: '', speakers: '', claims: '', topic: '' },
      evidence: noEvidence,
      listed: undefined,
      windowOf: () => window,
      ...more,
    });
  };
  const isList = (more: Partial<MatrixModelOptions>, data?: Dataset) => {
    const { list, window } = model(more, data);
    expect(list === undefined).toBe(window !== undefined);
    return list !== undefined;
  };

  it('is a list in a narrow place, on paper with more than eight claims, and where the page says so', () => {
    expect(isList({})).toBe(false);
    expect(isList({ isNarrow: true })).toBe(true);
    expect(isList({ isNarrow: true, layout: 'table' })).toBe(false);
    expect(isList({ layout: 'list' })).toBe(true);
    expect(isList({ isPrinting: true }, longStory(8))).toBe(false);
    expect(isList({ isPrinting: true }, longStory(9))).toBe(true);
    expect(isList({}, longStory(9))).toBe(false);
  });

  it('has every claim and notes in place of a panel on paper, where it is not large', () => {
    expect(model()).toMatchObject({ panel: { selection: { key: 'bob/tax' } }, notes: undefined });
    const onPaper = model({ isPrinting: true, listed: [0, 1] }, longStory(9));
    expect(onPaper.panel).toBeUndefined();
    expect(onPaper.notes!.size).toBe(18);
    expect(onPaper.list!.claims).toHaveLength(9);
    const large = model({ isPrinting: true }, longStory(751));
    expect(large.notes).toBeUndefined();
    expect(large.panel).toBeDefined();
    expect(large.list!.claims).toHaveLength(20);
  });

  it('lists what the reader wants listed', () => {
    expect(model({ layout: 'list', listed: [1, 2] }).list!.claims.map(({ column }) => column.key)).toEqual(['/war']);
  });

  it('folds claims only where it is large, and names so many voices', () => {
    const folded = (more: Partial<MatrixModelOptions>, data: Dataset) =>
      model({ layout: 'list', ...more }, data).list!.claims.map(({ isFolded }) => isFolded);
    expect(folded({}, longStory(3))).toEqual([false, false, false]);
    expect(folded({}, longStory(751))).toEqual(Array.from({ length: 20 }, (_, index) => index > 0));
    const crowd = story([
      ...Array.from({ length: 40 }, (_, i): Said => ['daily', `p${i}`, 'tax', 'support']),
      ...Array.from({ length: 60 }, (_, i): Said => ['daily', 'p0', `c${i}`, 'support']),
    ]);
    const named = (maxMarks?: number) =>
      model({ layout: 'list', ...(maxMarks && { maxMarks }) }, crowd).list!.claims[0]!.marks.length;
    expect([named(), named(7)]).toEqual([30, 7]);
  });

  it('can be sorted by similar views only where the dataset has that order', () => {
    expect(model().orders).toEqual(['editor', 'disputed', 'name']);
    expect(model({}, story(said, { order: { speakers: ['ann', 'bob', 'cem'] } })).orders).toEqual([
      'editor',
      'disputed',
      'similar',
      'name',
    ]);
  });

  it('counts disputed claims, and has the filters', () => {
    expect(model().disputedClaims).toBe(1);
    expect(model().filters).toMatchObject({ isFiltered: false, claimsShown: 2, claimCount: 2 });
  });
});

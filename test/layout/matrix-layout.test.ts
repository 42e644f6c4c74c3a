import { describe, expect, it } from 'vitest';
import { layoutMatrix, type MatrixLayoutOptions } from '../../src/layout/matrix/matrix-layout.js';
import { adjacentKey, selectionOf } from '../../src/layout/matrix/matrix-selection.js';
import { story, type Said } from '../dataset/small-story.js';

const said: Said[] = [
  ['daily', 'zoe', 'war', 'support'],
  ['daily', 'zoe', 'tax', 'support'],
  ['herald', 'ann', 'tax', 'oppose'],
  ['herald', 'ann', 'tax', 'oppose'],
  ['daily', 'bob', 'tax', 'support'],
  ['herald', '', 'war', 'neutral'],
];

const dataset = story(said, {
  groups: [
    { id: 'gov', name: 'Government' },
    { id: 'idle', name: 'Idle' },
  ],
  speakers: [
    { id: 'zoe', name: 'Zoe' },
    { id: 'ann', name: 'ann', group: 'gov' },
    { id: 'bob', name: 'Bob', group: 'gov' },
    { id: 'mute', name: 'Mute', group: 'idle' },
  ],
  claims: [
    { id: 'war', text: 'War.', topic: 'Peace' },
    { id: 'tax', text: 'Tax.', topic: 'Money' },
    { id: 'untold', text: 'Untold.' },
  ],
  order: { speakers: ['bob', 'zoe', 'ann', 'mute'], claims: ['tax', 'untold', 'war'] },
});

const layout = (view: Partial<MatrixLayoutOptions> = {}) =>
  layoutMatrix(dataset, { order: 'editor', lang: 'en', ...view });

const shape = (view?: Partial<MatrixLayoutOptions>) => {
  const { columns, sections } = layout(view);
  return {
    columns: columns.map(({ claim }) => claim.id),
    sections: sections.map(({ kind, title, rows }) => [kind, title, ...rows.map(({ key }) => key)]),
  };
};

describe('the layout of the matrix', () => {
  it('has the editor’s order, groups as sections, the ungrouped after them, outlets last, and leaves out who is silent', () => {
    expect(shape()).toEqual({
      columns: ['war', 'tax'],
      sections: [
        ['group', 'Government', 'ann', 'bob'],
        ['others', undefined, 'zoe'],
        ['outlets', undefined, 'outlet:herald'],
      ],
    });
  });

  it('counts the voices on each side, who said both on both', () => {
    const both = story([...said, ['daily', 'zoe', 'tax', 'oppose']]);
    const { columns } = layoutMatrix(both, { order: 'editor', lang: 'en' });
    expect(
      columns.map(({ claim, support, oppose, neutral, disputed }) => [claim.id, support, oppose, neutral, disputed]),
    ).toEqual([
      ['war', 1, 0, 1, false],
      ['tax', 2, 2, 0, true],
    ]);
  });

  it('orders by dispute, by the frozen order, and by name', () => {
    expect(shape({ order: 'disputed' }).columns).toEqual(['tax', 'war']);
    expect(shape({ order: 'similar' })).toEqual({
      columns: ['tax', 'war'],
      sections: [
        ['all', undefined, 'bob', 'zoe', 'ann'],
        ['outlets', undefined, 'outlet:herald'],
      ],
    });
    expect(shape({ order: 'name' }).sections[0]).toEqual(['all', undefined, 'ann', 'bob', 'zoe']);
  });

  it('keeps the editor’s order where there is no frozen one', () => {
    const { columns, sections } = layoutMatrix(story(said), { order: 'similar', lang: 'en' });
    expect(columns.map(({ claim }) => claim.id)).toEqual(['war', 'tax']);
    expect(sections[0]!.rows.map(({ key }) => key)).toEqual(['zoe', 'ann', 'bob']);
  });

  it('puts last what the frozen order does not name', () => {
    const { columns } = layoutMatrix(story(said, { order: { claims: ['tax'] } }), { order: 'similar', lang: 'en' });
    expect(columns.map(({ claim }) => claim.id)).toEqual(['tax', 'war']);
  });

  it('narrows by topic and source, but keeps a claim that the page names itself', () => {
    expect(shape({ topic: 'Peace' }).columns).toEqual(['war']);
    expect(shape({ sources: ['herald'] })).toEqual({
      columns: ['war', 'tax'],
      sections: [
        ['group', 'Government', 'ann'],
        ['outlets', undefined, 'outlet:herald'],
      ],
    });
    expect(shape({ claims: ['untold', 'tax'] }).columns).toEqual(['tax', 'untold']);
  });
});

describe('what is open', () => {
  it('is at first the best-evidenced voice of the weaker side on the most disputed claim', () => {
    expect(selectionOf(layout(), undefined)).toMatchObject({
      key: 'ann/tax',
      statements: [{ id: 's3' }, { id: 's4' }],
    });
  });

  it('is at first who said both, before the weaker side, before the best evidenced', () => {
    const openIn = (more: readonly Said[]) =>
      selectionOf(layoutMatrix(story([...said, ...more]), { order: 'editor', lang: 'en' }), undefined)?.key;
    // The voice with most statements is on the stronger side.
    expect(openIn(Array.from({ length: 5 }, () => ['daily', 'bob', 'tax', 'support'] as const))).toBe('ann/tax');
    expect(openIn([['daily', 'zoe', 'tax', 'oppose']])).toBe('zoe/tax');
  });

  it('is at first an opponent where both sides are equally strong', () => {
    const even: readonly Said[] = [
      ['daily', 'ann', 'tax', 'support'],
      ['daily', 'bob', 'tax', 'oppose'],
    ];
    for (const said of [even, [...even].reverse()])
      expect(selectionOf(layoutMatrix(story(said), { order: 'editor', lang: 'en' }))?.key).toBe('bob/tax');
  });

  it('is at first one whose quotes have links, wherever one is', () => {
    const openWith = (linked: readonly string[], more: readonly Said[] = []) =>
      selectionOf(
        layoutMatrix(
          story([...said, ...more], {
            articles: [...new Set([...said, ...more].map(([source]) => source))].map((id) => ({
              id: `${id}-1`,
              source: id,
              ...(linked.includes(id) && { url: `https://${id}.example/` }),
            })),
          }),
          { order: 'editor', lang: 'en' },
        ),
        undefined,
      )?.key;
    expect(openWith([])).toBe('ann/tax');
    expect(openWith(['herald'])).toBe('ann/tax');
    // All quotes of the weaker side are without a link.
    expect(openWith(['daily'])).toBe('zoe/tax');
    // On the most disputed claim none has a link.
    expect(openWith(['post'], [['post', 'bob', 'war', 'neutral']])).toBe('bob/war');
  });

  it('is at first a speaker and not an outlet in its own words', () => {
    const own: Said[] = Array.from({ length: 3 }, () => ['herald', '', 'tax', 'oppose'] as const);
    expect(selectionOf(layoutMatrix(story([...said, ...own]), { order: 'editor', lang: 'en' }), undefined)?.key).toBe(
      'ann/tax',
    );
  });

  it('is what a key says, and nothing where the key says none or something that is not shown', () => {
    expect(selectionOf(layout(), 'zoe')!.statements.map(({ id }) => id)).toEqual(['s1', 's2']);
    expect(selectionOf(layout(), '/war')!.statements.map(({ id }) => id)).toEqual(['s1', 's6']);
    expect(selectionOf(layout(), 'outlet:herald/war')!.statements.map(({ id }) => id)).toEqual(['s6']);
    for (const key of ['none', '', '/', 'ann/war', 'nobody', 'ann/nothing', 'constructor/tax'])
      expect(selectionOf(layout(), key), key).toBeUndefined();
  });

  it('steps through the marks by rows, and ends at the ends', () => {
    const placed = layout();
    const walk = ['ann/tax'];
    for (
      let key = adjacentKey(placed, selectionOf(placed, 'ann/tax')!, 1);
      key;
      key = adjacentKey(placed, selectionOf(placed, key)!, 1)
    )
      walk.push(key);
    expect(walk).toEqual(['ann/tax', 'bob/tax', 'zoe/war', 'zoe/tax', 'outlet:herald/war']);
    expect(adjacentKey(placed, selectionOf(placed, 'ann/tax')!, -1)).toBeUndefined();
    expect(adjacentKey(placed, selectionOf(placed, '/war')!, 1)).toBe('/tax');
    expect(adjacentKey(placed, selectionOf(placed, 'bob')!, -1)).toBe('ann');
  });
});

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

it('who takes both sides does not make a claim disputed; a second voice does', () => {
  const both: Said[] = [
    ['daily', 'ann', 'tax', 'support'],
    ['herald', 'ann', 'tax', 'oppose'],
  ];
  const isDisputed = (said: readonly Said[]) =>
    layoutMatrix(story(said), { order: 'editor', lang: 'en' }).columns[0]!.disputed;
  expect(isDisputed(both)).toBe(false);
  expect(isDisputed([...both, ['daily', 'bob', 'tax', 'neutral']])).toBe(false);
  expect(isDisputed([...both, ['daily', 'bob', 'tax', 'support']])).toBe(true);
});

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

  it('is disputed only where two voices contradict each other, and counts speakers, lines and sides', () => {
    const placed = layoutMatrix(
      story([
        ['daily', 'ann', 'tax', 'support'],
        ['daily', 'ann', 'tax', 'oppose'],
        ['daily', 'ann', 'war', 'support'],
        ['herald', 'bob', 'war', 'oppose'],
        ['herald', 'bob', 'sea', 'oppose'],
        ['herald', 'ann', 'sea', 'neutral'],
        ['herald', '', 'sea', 'oppose'],
      ]),
      { order: 'editor', lang: 'en' },
    );
    expect(placed.columns.map(({ claim, disputed }) => [claim.id, disputed])).toEqual([
      ['tax', false],
      ['war', true],
      ['sea', false],
    ]);
    expect(placed).toMatchObject({ speakerCount: 2, quotingSources: 2, lineCount: 4, hasContested: false });
    expect([...placed.sides].sort()).toEqual(['both', 'neutral', 'oppose', 'support']);
  });

  it('is large from more than 1,500 cells on', () => {
    const sized = (voices: number, claims: number) =>
      layoutMatrix(
        story(
          Array.from({ length: Math.max(voices, claims) }, (_, i): Said => [
            'daily',
            `p${i % voices}`,
            `c${i % claims}`,
            'support',
          ]),
        ),
        { order: 'editor', lang: 'en' },
      ).isLarge;
    expect([sized(50, 30), sized(51, 30), sized(30, 51)]).toEqual([false, true, true]);
  });

  it('has links where an article has an address, now or in an archive', () => {
    const hasLinks = (more: object) =>
      layoutMatrix(story(said.slice(0, 1), { articles: [{ id: 'daily-1', source: 'daily', ...more }] }), {
        order: 'editor',
        lang: 'en',
      }).hasLinks;
    expect(hasLinks({})).toBe(false);
    expect(hasLinks({ url: 'https://daily.example/' })).toBe(true);
    expect(hasLinks({ archive: 'https://archive.example/' })).toBe(true);
  });

  it('orders by dispute: the weaker side first, then the number of voices; claims by their text', () => {
    const claims = ['two', 'one', 'lone', 'crowd'].map((id, index) => ({ id, text: `${'DCBA'[index]!} claim.` }));
    const voices = (claim: string, support: number, oppose: number) => [
      ...Array.from({ length: support }, (_, i): Said => ['daily', `s${i}`, claim, 'support']),
      ...Array.from({ length: oppose }, (_, i): Said => ['daily', `o${i}`, claim, 'oppose']),
    ];
    const data = story(
      [...voices('lone', 1, 0), ...voices('crowd', 0, 4), ...voices('one', 4, 1), ...voices('two', 2, 2)].reverse(),
      { claims: claims.reverse() },
    );
    const columns = (order: MatrixLayoutOptions['order']) =>
      layoutMatrix(data, { order, lang: 'en' }).columns.map(({ claim }) => claim.id);
    expect(columns('disputed')).toEqual(['two', 'one', 'crowd', 'lone']);
    expect(columns('name')).toEqual(['crowd', 'lone', 'one', 'two']);
    expect(columns('misspelt' as 'name')).toEqual(['crowd', 'lone', 'one', 'two']);
    const reversed = story(voices('b', 1, 0).concat(voices('a', 1, 0)), {
      claims: [
        { id: 'b', text: 'A claim.' },
        { id: 'a', text: 'B claim.' },
        { id: 'c', text: 'Äpfel.' },
      ].reverse(),
    });
    const named = (order: MatrixLayoutOptions['order']) =>
      layoutMatrix(reversed, { order, lang: 'en' }).columns.map(({ claim }) => claim.id);
    expect(named('name')).toEqual(['b', 'a']);
    expect(named('misspelt' as 'name')).toEqual(['a', 'b']);
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

  it('is at first the mark with most statements, of those that are alike the first', () => {
    const openIn = (said: readonly Said[]) =>
      selectionOf(layoutMatrix(story(said), { order: 'editor', lang: 'en' }))?.key;
    const three: readonly Said[] = ['ann', 'bob', 'cem'].map((speaker) => ['daily', speaker, 'tax', 'oppose']);
    expect(openIn(three)).toBe('ann/tax');
    expect(openIn([...three, ['daily', 'bob', 'tax', 'oppose']])).toBe('bob/tax');
    expect(openIn([])).toBeUndefined();
    // More supporters than opponents, and the other way round.
    expect(openIn([...three, ['daily', 'dan', 'tax', 'support']])).toBe('dan/tax');
    const supporters = three.map(([source, speaker, claim]): Said => [source, `${speaker}a`, claim, 'support']);
    expect(openIn([...supporters, ['daily', 'dan', 'tax', 'oppose']])).toBe('dan/tax');
  });

  it('is at first a mark of which every quote has a link', () => {
    const articles = [
      { id: 'daily-1', source: 'daily', url: 'https://daily.example/' },
      { id: 'herald-1', source: 'herald' },
    ];
    const said: readonly Said[] = [
      ['daily', 'ann', 'tax', 'oppose'],
      ['herald', 'ann', 'tax', 'oppose'],
      ['daily', 'bob', 'tax', 'support'],
      ['daily', 'cem', 'tax', 'support'],
    ];
    const placed = layoutMatrix(story(said, { articles }), { order: 'editor', lang: 'en' });
    expect(selectionOf(placed)?.key).toBe('bob/tax');
  });

  it('has a position only where it is a mark, and counts all its statements', () => {
    const open = (key: string) => {
      const { position, count, marks } = selectionOf(layout(), key)!;
      return [position?.side, count, marks.length];
    };
    expect(open('ann/tax')).toEqual(['oppose', 2, 1]);
    expect(open('zoe')).toEqual([undefined, 2, 2]);
    expect(open('/tax')).toEqual([undefined, 4, 3]);
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

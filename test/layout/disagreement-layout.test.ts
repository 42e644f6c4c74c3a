import { describe, expect, it } from 'vitest';
import { layoutCounts } from '../../src/layout/disagreement/counts-layout.js';
import {
  layoutDisagreements,
  orderRows,
  type PlacedDisagreement,
} from '../../src/layout/disagreement/disagreement-layout.js';
import { sourceLabels } from '../../src/layout/disagreement/source-labels.js';
import type { Stance } from '../../src/dataset/dataset.js';
import { story, type Said } from '../dataset/small-story.js';

const taxes: readonly Said[] = [
  ['post', 'ann', 'tax', 'support'],
  ['echo', 'ann', 'tax', 'support'],
  ['mail', 'bob', 'tax', 'oppose'],
  ['post', 'ann', 'war', 'support'],
  ['echo', 'ann', 'war', 'support'],
  ['mail', 'ann', 'war', 'support'],
  ['post', 'bob', 'sea', 'oppose'],
];

function place(said: readonly Said[], filter: Parameters<typeof layoutDisagreements>[1] = {}) {
  return layoutDisagreements(story(said), filter);
}

const claimsOf = (rows: readonly PlacedDisagreement[]) => rows.map(({ claim }) => claim.id);

/** So many sources, each carrying one voice of the stance that comes next in the list. */
function manySources(count: number, stances: readonly Stance[]): readonly Said[] {
  return Array.from({ length: count }, (_, i) => [`p${i}`, `s${i}`, 'tax', stances[i % stances.length]!] as const);
}

describe('the rows of the chart', () => {
  it('come in the editor’s order, or in sections: where coverage differs, much the same, one or two outlets', () => {
    const placed = place(taxes);
    expect(claimsOf(orderRows(placed, 'editor').rows)).toEqual(['tax', 'war', 'sea']);
    expect(claimsOf(orderRows({ ...placed, rows: [...placed.rows].reverse() }, 'disagreement').rows)).toEqual([
      'tax',
      'war',
      'sea',
    ]);
  });

  it('have the larger difference first, be it between those quoted, the outlets, or the two', () => {
    const sources = ['a', 'b', 'c'];
    const said: Said[] = [
      ...sources.map((source, i): Said => [source, 'ann', 'half', i === 2 ? 'neutral' : 'support']),
      ...sources.map((source): Said => [source, 'ann', 'gap', 'support']),
      ...sources.map((source): Said => [source, '', 'gap', 'oppose']),
      ...sources.map((source): Said => [source, 'ann', 'same', 'support']),
    ];
    expect(claimsOf(orderRows(place(said), 'disagreement').rows)).toEqual(['gap', 'half', 'same']);
    expect(claimsOf(orderRows(place(said), 'quoted').rows)).toEqual(['half', 'gap', 'same']);
    expect(claimsOf(orderRows(place(said), 'own').rows)).toEqual(['gap', 'half', 'same']);
    expect(orderRows(place(said), 'disagreement').hasSections).toBe(true);
    expect(orderRows(place(said), 'quoted').hasSections).toBe(false);
  });

  it('have claims on which an outlet speaks itself before others, by own words, although it alone is not compared', () => {
    const placed = place([
      ['post', 'ann', 'none', 'support'],
      ['echo', 'ann', 'none', 'oppose'],
      ['post', 'ann', 'one', 'support'],
      ['echo', '', 'one', 'support'],
    ]);
    expect(claimsOf(orderRows(placed, 'own').rows)).toEqual(['one', 'none']);
    expect(claimsOf(orderRows(placed, 'quoted').rows)).toEqual(['none', 'one']);
  });

  it('are in sections only where there are outlets to compare, and by disagreement where the order is misspelt', () => {
    expect(orderRows(place(taxes), 'editor').hasSections).toBe(false);
    expect(orderRows(place(taxes, { sources: ['post'] }), 'disagreement').hasSections).toBe(false);
    expect(orderRows(place(taxes), 'misspelt' as 'own').hasSections).toBe(true);
  });

  it('keep the editor’s order where disagreement is even', () => {
    const placed = place([
      ['post', 'ann', 'b', 'support'],
      ['echo', 'bob', 'b', 'support'],
      ['post', 'ann', 'a', 'oppose'],
      ['echo', 'bob', 'a', 'oppose'],
    ]);
    expect(claimsOf(orderRows(placed, 'disagreement').rows)).toEqual(['b', 'a']);
  });

  it('are left out where nobody left speaks to the claim, unless the page names it', () => {
    expect(claimsOf(place(taxes, { sources: ['echo'] }).rows)).toEqual(['tax', 'war']);
    expect(claimsOf(place(taxes, { sources: ['echo'], claims: ['sea'] }).rows)).toEqual(['sea']);
  });
});

describe('the marks of a row', () => {
  it('are in the column of whom the source quotes, with one pip for each person', () => {
    const [row] = place([...taxes, ['mail', 'ann', 'tax', 'support']]).rows;
    expect(row!.outlets.map(({ source, column, sides }) => [source.id, column, sides])).toEqual([
      ['post', 4, ['support']],
      ['echo', 4, ['support']],
      ['mail', 2, ['support', 'oppose']],
    ]);
    expect(row!.span).toEqual([2, 4]);
  });

  it('have their pips by side: support, both, opposition, neutral', () => {
    const [row] = place([
      ['post', 'ann', 'tax', 'neutral'],
      ['post', 'bob', 'tax', 'oppose'],
      ['post', 'cem', 'tax', 'support'],
      ['post', 'cem', 'tax', 'oppose'],
      ['post', 'dan', 'tax', 'support'],
    ]).rows;
    expect(row!.outlets[0]!.sides).toEqual(['support', 'both', 'oppose', 'neutral']);
  });

  it('have a score from six sources on that quote someone', () => {
    const isScored = (said: readonly Said[]) => place(said).rows[0]!.isScored;
    expect(isScored(manySources(5, ['support', 'oppose']))).toBe(false);
    expect(isScored([...manySources(5, ['support', 'oppose']), ['sun', '', 'tax', 'support']])).toBe(false);
    expect(isScored(manySources(6, ['support', 'oppose']))).toBe(true);
  });

  it('are dots from twelve sources on', () => {
    expect(place(manySources(11, ['support'])).hasDots).toBe(false);
    expect(place(manySources(12, ['support'])).hasDots).toBe(true);
  });

  it('keep what an outlet says itself apart from whom it quotes', () => {
    const [row] = place([...taxes, ['post', '', 'tax', 'oppose'], ['sun', '', 'tax', 'oppose']]).rows;
    expect(row!.outlets.map(({ source, column, own }) => [source.id, column, own])).toEqual([
      ['post', 4, 'oppose'],
      ['echo', 4, undefined],
      ['mail', 0, undefined],
      ['sun', undefined, 'oppose'],
    ]);
    expect(row!.speaking.map(({ kind, sources }) => [kind, sources.length])).toEqual([['oppose', 2]]);
  });

  it('have no line between them where there is one', () => {
    const [row] = place([
      ['post', 'ann', 'tax', 'support'],
      ['echo', '', 'tax', 'oppose'],
    ]).rows;
    expect(row!.span).toBeUndefined();
  });
});

describe('the labels of sources', () => {
  const labels = (...named: readonly (readonly [name: string, short?: string])[]) => [
    ...sourceLabels(named.map(([name, short], index) => ({ id: `p${index}`, name, ...(short && { short }) }))).values(),
  ];

  it('are the editor’s short name whole, else the name', () => {
    expect(
      labels(['Deutsche Welle', 'DW'], ['2013'], ['2017'], ['The Evening Echo', 'Evening Echo of Harbour']),
    ).toEqual(['DW', '2013', '2017', 'Evening Echo of Harbour']);
  });

  it('shorten a long name by whole words, and never to the name of another source', () => {
    expect(labels(['The Christian Science Monitor'], ['Frankfurter Allgemeine Zeitung'])).toEqual([
      'The Christian…',
      'Frankfurter…',
    ]);
    const twins = labels(['Public Broadcaster North'], ['Public Broadcaster South'], ['Other', 'Public…']);
    expect(new Set(twins).size).toBe(3);
  });

  it('keep a name of eighteen characters, and cut one of nineteen, at its last whole word or else in it', () => {
    expect(labels(['The Evening Herald'])).toEqual(['The Evening Herald']);
    expect(labels(['The Evening Heralds'])).toEqual(['The Evening…']);
    expect(labels(['Generalanzeigerzeitung'])).toEqual(['Generalanzeigerzei…']);
    expect(labels([' Generalanzeigerzeitung'])).toEqual([' Generalanzeigerze…']);
  });

  it('have the number of the source where a name occurs twice', () => {
    expect(labels(['Mail'], ['Post'], ['Mail'])).toEqual(['Mail 1', 'Post', 'Mail 3']);
  });

  it('do not shorten a name because of invisible characters in it', () => {
    const name = `The ${'\u202e'.repeat(20)}Post`;
    expect(labels([name])).toEqual([name]);
  });

  it('are never the same twice', () => {
    const many = Array.from({ length: 60 }, () => ['Daily Mail'] as const);
    expect(new Set(labels(...many)).size).toBe(60);
  });

  it('stay the same when the reader filters', () => {
    const said = manySources(3, ['support']);
    const of = (sources?: readonly string[]) =>
      place(said, { sources }).sources.find(({ source }) => source.id === 'p2');
    expect(of(['p2'])).toEqual(of());
  });
});

describe('the counts of voices', () => {
  const counts = (said: readonly Said[], mirrored?: boolean) => layoutCounts(place(said), mirrored);

  it('lie on both sides of the middle, those on neither side across it', () => {
    const [[post]] = counts([
      ['post', 'ann', 'tax', 'support'],
      ['post', 'bob', 'tax', 'oppose'],
      ['post', 'cyd', 'tax', 'oppose'],
      ['post', 'dan', 'tax', 'neutral'],
    ]) as [[ReturnType<typeof layoutCounts>[0][0]]];
    const [oppose, neutral, support] = post.bars;
    expect(post.bars.map(({ side, count }) => [side, count])).toEqual([
      ['oppose', 2],
      ['neutral', 1],
      ['support', 1],
    ]);
    expect(neutral!.x + neutral!.width / 2).toBeCloseTo(50);
    expect(oppose!.x + oppose!.width).toBeCloseTo(neutral!.x);
    expect(support!.x).toBeCloseTo(neutral!.x + neutral!.width);
    expect(oppose!.x).toBeGreaterThanOrEqual(0);
  });

  it('have the label of the outlet, what it says itself, and no bar for a side that nobody takes', () => {
    const [row] = layoutCounts(
      layoutDisagreements(
        story(
          [
            ['post', 'ann', 'tax', 'support'],
            ['post', '', 'tax', 'oppose'],
            ['mail', '', 'tax', 'neutral'],
          ],
          {
            sources: [
              { id: 'post', name: 'The Morning Post', short: 'Post' },
              { id: 'mail', name: 'Mail' },
            ],
          },
        ),
        {},
      ),
    );
    expect(row!.map(({ label, own, bars }) => [label, own, bars.map(({ side, count }) => [side, count])])).toEqual([
      ['Post', 'oppose', [['support', 1]]],
      ['Mail', 'neutral', []],
    ]);
  });

  it('have the longest bar 44 % of the drawing, in every row by the same scale', () => {
    const said: Said[] = ['a', 'b', 'c', 'd'].map((speaker): Said => ['post', speaker, 'tax', 'oppose']);
    said.push(['post', 'a', 'war', 'support'], ['post', 'b', 'war', 'neutral'], ['post', 'c', 'war', 'oppose']);
    said.push(['post', 'c', 'sea', 'oppose'], ['post', 'c', 'sea', 'support']);
    const bars = (mirrored?: boolean) =>
      layoutCounts(layoutDisagreements(story(said), {}), mirrored).map(([post]) =>
        post!.bars.map(({ side, x, width }) => [side, x, width]),
      );
    expect(bars()).toEqual([
      [['oppose', 6, 44]],
      [
        ['oppose', 33.5, 11],
        ['neutral', 44.5, 11],
        ['support', 55.5, 11],
      ],
      [['both', 44.5, 11]],
    ]);
    expect(bars(true)).toEqual([
      [['oppose', 50, 44]],
      [
        ['oppose', 55.5, 11],
        ['neutral', 44.5, 11],
        ['support', 33.5, 11],
      ],
      [['both', 44.5, 11]],
    ]);
  });
});

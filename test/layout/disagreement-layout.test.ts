import { describe, expect, it } from 'vitest';
import { layoutCounts } from '../../src/layout/disagreement/counts-layout.js';
import {
  layoutDisagreements,
  orderRows,
  type PlacedDisagreement,
} from '../../src/layout/disagreement/disagreement-layout.js';
import { sourceLetters } from '../../src/layout/disagreement/source-letters.js';
import type { Stance } from '../../src/dataset/dataset.js';
import { story, type Said } from '../dataset/small-story.js';

const width = 300;

const taxes: readonly Said[] = [
  ['post', 'ann', 'tax', 'support'],
  ['echo', 'ann', 'tax', 'support'],
  ['mail', 'bob', 'tax', 'oppose'],
  ['post', 'ann', 'war', 'support'],
  ['echo', 'ann', 'war', 'support'],
  ['mail', 'ann', 'war', 'support'],
  ['post', 'bob', 'sea', 'oppose'],
];

function place(said: readonly Said[], view: Partial<Parameters<typeof layoutDisagreements>[1]> = {}) {
  return layoutDisagreements(story(said), { width, ...view });
}

const claimsOf = (rows: readonly PlacedDisagreement[]) => rows.map(({ claim }) => claim.id);

/** So many sources, each carrying one voice of the stance that comes next in the list. */
function manySources(count: number, stances: readonly Stance[]): readonly Said[] {
  return Array.from({ length: count }, (_, i) => [`p${i}`, `s${i}`, 'tax', stances[i % stances.length]!] as const);
}

describe('the rows of the chart', () => {
  it('come in the editor’s order, or the greatest disagreement first and what cannot be compared last', () => {
    const placed = place(taxes);
    expect(claimsOf(orderRows(placed, 'editor').rows)).toEqual(['tax', 'war', 'sea']);
    expect(claimsOf(orderRows({ ...placed, rows: [...placed.rows].reverse() }, 'disagreement').rows)).toEqual([
      'tax',
      'war',
      'sea',
    ]);
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
  it('stand at their true place between all oppose and all support', () => {
    const [row] = place([...taxes, ['mail', 'ann', 'tax', 'support']]).rows;
    expect(row!.marks.map(({ source, x }) => [source.id, x])).toEqual([
      ['post', 100],
      ['echo', 100],
      ['mail', 50],
    ]);
    expect(row!.bar).toEqual([50, 100]);
  });

  it('mirror for languages written from right to left', () => {
    const [row] = place(taxes, { mirrored: true }).rows;
    expect(row!.marks.map(({ x }) => x)).toEqual([0, 0, 100]);
  });

  it.each([3, 8, 9, 40])('never overlap, with %i sources', (count) => {
    const { rows, markSize } = place(manySources(count, ['support', 'oppose', 'neutral']));
    const marks = rows[0]!.marks;
    expect(marks).toHaveLength(count);
    marks.forEach((a, index) =>
      marks.slice(index + 1).forEach((b) => {
        const apart = Math.max(
          (Math.abs(a.x - b.x) / 100) * width - markSize.width,
          Math.abs(a.y - b.y) - markSize.height,
        );
        expect(apart).toBeGreaterThanOrEqual(0);
      }),
    );
    const reach = markSize.height / 2;
    expect(Math.min(...marks.map(({ y }) => y)) - reach).toBeGreaterThanOrEqual(0);
    expect(Math.max(...marks.map(({ y }) => y)) + reach).toBeLessThanOrEqual(rows[0]!.height);
  });

  it('become flat labels beyond eight sources', () => {
    const size = (count: number) => place(manySources(count, ['support'])).markSize;
    expect(size(8).height).toBe(size(8).width);
    expect(size(9).height).toBeLessThan(size(9).width);
  });

  it('hang the outlet’s own voice below the axis, with no part in its balance', () => {
    const [row] = place([...taxes, ['post', '', 'tax', 'oppose'], ['echo', '', 'tax', 'oppose']]).rows;
    expect(row!.marks.map(({ x }) => x)).toEqual([100, 100, 0]);
    expect(row!.ownVoices.map(({ source, x }) => [source.id, x])).toEqual([
      ['post', 0],
      ['echo', 0],
    ]);
    const [first, second] = row!.ownVoices.map(({ y }) => y);
    expect(first).toBeGreaterThan(row!.axis);
    expect(second).toBeGreaterThan(first!);
  });

  it('say that the outlets oppose each other only where one supports and one opposes', () => {
    const own = (...stances: Stance[]) =>
      place(stances.map((stance, index) => [`p${index}`, '', 'tax', stance] as const)).rows[0]!.outletsDisagree;
    expect(own('support', 'oppose')).toBe(true);
    expect(own('support', 'neutral')).toBe(false);
    expect(own('oppose', 'oppose')).toBe(false);
  });

  it('give no bar to one mark, and no mark to a source that only speaks itself', () => {
    const [row] = place([
      ['post', 'ann', 'tax', 'support'],
      ['echo', '', 'tax', 'oppose'],
    ]).rows;
    expect(row!.marks).toHaveLength(1);
    expect(row!.bar).toBeUndefined();
    expect(row!.leaning).toEqual({ support: 1, oppose: 0, between: 0 });
  });
});

describe('the letters of sources', () => {
  const letters = (...named: readonly (readonly [name: string, short?: string])[]) => [
    ...sourceLetters(
      named.map(([name, short], index) => ({ id: `p${index}`, name, ...(short && { short }) })),
    ).values(),
  ];

  it('are the short name, its capitals, or the initials', () => {
    expect(
      letters(['Deutsche Welle', 'DW'], ['The American Conservative', 'AmCon'], ['Washington Examiner', 'Examiner']),
    ).toEqual(['DW', 'AC', 'WE']);
  });

  it('are never the same twice', () => {
    const many = Array.from({ length: 60 }, () => ['Daily Mail'] as const);
    expect(new Set(letters(...many)).size).toBe(60);
  });

  it('read any script', () => {
    expect(letters(['Новая газета'], ['朝日新聞'], ['हिन्दी'], ['Émile', 'É'])).toEqual(['НГ', '朝日', 'हिन्दी', 'É']);
  });

  it('may have digits, and have no other signs', () => {
    expect(letters(['France 24', '24'], ['Channel 4'], ['a_b'], ['!!!'])).toEqual(['24', 'C4', 'AB', '4']);
  });

  it('stay the same when the reader narrows', () => {
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

  it('share one scale over all rows, and mirror', () => {
    const [tax, war] = counts(taxes, true);
    expect(tax![0]!.bars[0]!.width).toBe(war![0]!.bars[0]!.width);
    expect(tax![0]!.bars[0]!.x + tax![0]!.bars[0]!.width).toBeCloseTo(50);
  });
});

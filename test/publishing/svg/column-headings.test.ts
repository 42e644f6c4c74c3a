import { describe, expect, test } from 'vitest';
import { textWidth } from '../../../src/publishing/svg/svg-text.js';
import { story, type Said } from '../../dataset/small-story.js';
import { drawn, xmlElements } from '../drawing.js';

const words = 'Parliament should raise the budget of national broadcasting by several percent next year'.split(' ');

/** The text of a claim, about as long as that; no two begin alike. */
function claimText(index: number, length: number): string {
  const said = [`Claim ${index + 1}:`];
  for (let next = index; said.join(' ').length < length; next++) said.push(words[next % words.length]!);
  return said.join(' ');
}

function storyOf(lengths: readonly number[]) {
  const said = lengths.map((_, index): Said => ['daily', 'ann', `c${index}`, index % 2 ? 'support' : 'oppose']);
  const claims = lengths.map((length, index) => ({ id: `c${index}`, text: claimText(index, length) }));
  return { claims, dataset: story(said, { claims }) };
}

const [along, up] = [Math.cos(Math.PI / 3), Math.sin(Math.PI / 3)] as const;
/** Of the letters above and below a baseline, in sizes. */
const [ascent, descent] = [0.74, 0.24];

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

interface Head {
  readonly text: string;
  /** Across the lines: where the first begins and the last ends. */
  readonly across: readonly [number, number];
  readonly right: number;
  readonly top: number;
}

/** The picture: how wide it is, the lines that stand upright, and the heads that do not. */
async function pictureOf(dataset: ReturnType<typeof story>, layout: 'auto' | 'table', width: number) {
  const elements = xmlElements(await drawn(dataset, 'svg', 'matrix', { layout, width }));
  const heads: Head[] = [];
  const upright: Line[] = [];
  let left: Line[] = [];
  let at: readonly number[] = [];
  const close = () => {
    if (left.length > 0) heads.push(headOf(left, at as [number, number]));
    [left, at] = [[], []];
  };
  for (const { name, attributes, text } of elements) {
    if (name === 'g' && attributes['transform']?.includes('rotate(-60)')) {
      close();
      at = [...attributes['transform'].matchAll(/-?[\d.]+/g)].map(Number);
    } else if (name === 'text') {
      const line = {
        text,
        x: Number(attributes['x']),
        y: Number(attributes['y']),
        size: Number(attributes['font-size']),
      };
      if (at.length > 0 && line.x === 0) left.push(line);
      else {
        close();
        upright.push(line);
      }
    }
  }
  close();
  return { width: Number(elements[0]!.attributes['width']), heads, upright };
}

function headOf(lines: readonly Line[], [x, y]: readonly [number, number]): Head {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const across = (line: Line) => x * up + y * along + line.y;
  const end = (line: Line) => textWidth(line.text, { size: line.size, isBold: true });
  return {
    text: lines.map(({ text }) => text).join(' '),
    across: [across(first) - first.size * ascent, across(last) + last.size * descent],
    right: Math.max(...lines.map((line) => x + end(line) * along + line.y * up + line.size * descent)),
    top: Math.min(...lines.map((line) => y - end(line) * up + line.y * along - line.size * ascent * along)),
  };
}

describe('heads aslant are whole, apart, and in the picture', () => {
  const same = (count: number, length: number) => Array.from({ length: count }, () => length);
  test.each<[string, readonly number[], 'auto' | 'table', number]>([
    ['twenty of 80 characters in 1200 pixels', same(20, 80), 'auto', 1200],
    ['twenty of 80 characters in a table that is asked for', same(20, 80), 'table', 800],
    ['fourteen of 70 characters', same(14, 70), 'auto', 800],
    ['ten of 80 characters', same(10, 80), 'auto', 800],
    ['twenty short ones', same(20, 12), 'auto', 800],
    ['forty of 60 characters in a table that is asked for', same(40, 60), 'table', 600],
    ['a long one before a short last one', [...same(11, 12), 70, 12], 'auto', 800],
    ['a long one before the last of a table that is asked for', [...same(28, 12), 90, 12], 'table', 800],
  ])('%s', async (_, lengths, layout, asked) => {
    const { claims, dataset } = storyOf(lengths);
    const { width, heads, upright } = await pictureOf(dataset, layout, asked);
    expect(heads.map(({ text }) => text)).toEqual(claims.map(({ text }) => text));
    const legend = upright.find(({ text }) => text === 'Not quoted on this')!;
    heads.forEach(({ across, right, top }, index) => {
      const next = heads[index + 1];
      if (next) expect(next.across[0] - across[1]).toBeGreaterThan(3);
      expect(right).toBeLessThanOrEqual(width);
      expect(top).toBeGreaterThan(legend.y);
    });
    if (layout === 'auto') expect(width).toBe(asked);
  });
});

test('where they do not fit, the list tells the claims in full', async () => {
  const { claims, dataset } = storyOf(Array.from({ length: 20 }, () => 80));
  const { width, heads, upright } = await pictureOf(dataset, 'auto', 800);
  expect([width, heads]).toEqual([800, []]);
  const told = upright.map(({ text }) => text).join(' ');
  for (const { text } of claims) expect(told).toContain(text);
});

test('upright heads break no word', async () => {
  const { dataset } = storyOf([30, 30, 30, 30, 30]);
  const { heads, upright } = await pictureOf(dataset, 'auto', 800);
  expect(heads).toEqual([]);
  const known = new Set(dataset.claims.flatMap(({ text }) => text.split(' ')));
  const inHeads = upright.filter(({ size }) => size === 11).flatMap(({ text }) => text.split(' '));
  for (const word of known) expect(inHeads).toContain(word);
});

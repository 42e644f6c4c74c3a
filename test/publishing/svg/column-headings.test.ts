import { describe, expect, test } from 'vitest';
import { textWidth } from '../../../src/publishing/svg/svg-text.js';
import { story, type Said } from '../../dataset/small-story.js';
import { rendered, xmlElements } from '../rendering.js';

const words = 'Parliament should raise the budget of national broadcasting by several percent next year'.split(' ');

/** A claim of about this length; no two begin alike. */
function claimText(index: number, length: number): string {
  const text = [`Claim ${index + 1}:`];
  for (let next = index; text.join(' ').length < length; next++) text.push(words[next % words.length]!);
  return text.join(' ');
}

function storyOf(lengths: readonly number[]) {
  const said = lengths.map((_, index): Said => ['daily', 'ann', `c${index}`, index % 2 ? 'support' : 'oppose']);
  const claims = lengths.map((length, index) => ({ id: `c${index}`, text: claimText(index, length) }));
  return { claims, dataset: story(said, { claims }) };
}

const [cos, sin] = [Math.cos(Math.PI / 3), Math.sin(Math.PI / 3)] as const;
/** Extent of letters above and below the baseline, in font sizes. */
const [ascent, descent] = [0.74, 0.24];

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

interface Heading {
  readonly text: string;
  /** Extent perpendicular to the lines: top of the first and bottom of the last. */
  readonly extent: readonly [number, number];
  readonly right: number;
  readonly top: number;
}

/** Width of the SVG, its horizontal lines of text, and its slanted headings. */
async function pictureOf(dataset: ReturnType<typeof story>, layout: 'auto' | 'table', width: number) {
  const elements = xmlElements(await rendered(dataset, 'svg', 'matrix', { layout, width }));
  const headings: Heading[] = [];
  const horizontal: Line[] = [];
  let lines: Line[] = [];
  let origin: readonly number[] = [];
  const close = () => {
    if (lines.length > 0) headings.push(headingOf(lines, origin as [number, number]));
    [lines, origin] = [[], []];
  };
  for (const { name, attributes, text } of elements) {
    if (name === 'g' && attributes['transform']?.includes('rotate(-60)')) {
      close();
      origin = [...attributes['transform'].matchAll(/-?[\d.]+/g)].map(Number);
    } else if (name === 'text') {
      const line = {
        text,
        x: Number(attributes['x']),
        y: Number(attributes['y']),
        size: Number(attributes['font-size']),
      };
      if (origin.length > 0 && line.x === 0) lines.push(line);
      else {
        close();
        horizontal.push(line);
      }
    }
  }
  close();
  return { width: Number(elements[0]!.attributes['width']), headings, horizontal };
}

function headingOf(lines: readonly Line[], [x, y]: readonly [number, number]): Heading {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const perpendicular = (line: Line) => x * sin + y * cos + line.y;
  const length = (line: Line) => textWidth(line.text, { size: line.size, isBold: true });
  return {
    text: lines.map(({ text }) => text).join(' '),
    extent: [perpendicular(first) - first.size * ascent, perpendicular(last) + last.size * descent],
    right: Math.max(...lines.map((line) => x + length(line) * cos + line.y * sin + line.size * descent)),
    top: Math.min(...lines.map((line) => y - length(line) * sin + line.y * cos - line.size * ascent * cos)),
  };
}

describe('slanted headings are whole, do not touch, and are inside the picture', () => {
  const same = (count: number, length: number) => Array.from({ length: count }, () => length);
  test.each<[string, readonly number[], 'auto' | 'table', number]>([
    ['twenty of 80 characters in 1200 pixels', same(20, 80), 'auto', 1200],
    ['twenty of 80 characters in a requested table', same(20, 80), 'table', 800],
    ['fourteen of 70 characters', same(14, 70), 'auto', 800],
    ['ten of 80 characters', same(10, 80), 'auto', 800],
    ['twenty short ones', same(20, 12), 'auto', 800],
    ['forty of 60 characters in a requested table', same(40, 60), 'table', 600],
    ['a long one before a short last one', [...same(11, 12), 70, 12], 'auto', 800],
    ['a long one before the last of a requested table', [...same(28, 12), 90, 12], 'table', 800],
  ])('%s', async (_, lengths, layout, requestedWidth) => {
    const { claims, dataset } = storyOf(lengths);
    const { width, headings, horizontal } = await pictureOf(dataset, layout, requestedWidth);
    expect(headings.map(({ text }) => text)).toEqual(claims.map(({ text }) => text));
    const legend = horizontal.find(({ text }) => text === 'Not quoted')!;
    headings.forEach(({ extent, right, top }, index) => {
      const next = headings[index + 1];
      if (next) expect(next.extent[0] - extent[1]).toBeGreaterThan(3);
      expect(right).toBeLessThanOrEqual(width);
      expect(top).toBeGreaterThan(legend.y);
    });
    if (layout === 'auto') expect(width).toBe(requestedWidth);
  });
});

test('if headings do not fit, the list has the claims in full', async () => {
  const { claims, dataset } = storyOf(Array.from({ length: 20 }, () => 80));
  const { width, headings, horizontal } = await pictureOf(dataset, 'auto', 800);
  expect([width, headings]).toEqual([800, []]);
  const shown = horizontal.map(({ text }) => text).join(' ');
  for (const { text } of claims) expect(shown).toContain(text);
});

test('upright headings break no words', async () => {
  const { dataset } = storyOf([30, 30, 30, 30, 30]);
  const { headings, horizontal } = await pictureOf(dataset, 'auto', 800);
  expect(headings).toEqual([]);
  const known = new Set(dataset.claims.flatMap(({ text }) => text.split(' ')));
  const inHeadings = horizontal.filter(({ size }) => size === 11).flatMap(({ text }) => text.split(' '));
  for (const word of known) expect(inHeadings).toContain(word);
});

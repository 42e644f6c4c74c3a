import { afterEach, expect, it } from 'vitest';
import { checkTheme } from '../../src/theme-check/check-theme.js';
import { colourTokens, type ColourToken } from '../../src/theme/tokens.js';
import { pairs, partTexts } from '../../src/theme-check/pairs.js';
import type { StanceElement } from '../../src/elements/stance-element.js';
import { showStory, stories } from './story-page.js';

/** Each token in a colour of its own, so that a computed colour tells which token it is. */
const colours = Object.fromEntries(
  colourTokens.map((token, index) => [token, `rgb(${10 + index}, ${100 + index}, 200)`]),
);

const tokenOf = new Map(Object.entries(colours).map(([token, colour]) => [colour, token as ColourToken]));

const sheet = document.createElement('style');
sheet.textContent = `stance-matrix, source-disagreement {
  ${Object.entries(colours)
    .map(([token, colour]) => `--stance-${token}: ${colour};`)
    .join('\n')}
}`;

afterEach(() => sheet.remove());

/** `text ink on surface`. */
type Seen = string;

function tokensIn(value: string): readonly ColourToken[] {
  return [...value.matchAll(/rgba?\([^)]*\)/g)].flatMap(([colour]) => tokenOf.get(colour) ?? []);
}

/** The ground that an element stands on: its own, or that of the nearest around it. */
function groundOf(element: Element): ColourToken | undefined {
  for (let around: Element | null = element; around; around = around.parentElement) {
    const ground = tokenOf.get(getComputedStyle(around).backgroundColor);
    if (ground) return ground;
  }
  return undefined;
}

/** The ground of a text or shape in a drawing: the last filled shape before it that it lies on. */
function groundInDrawing(front: SVGElement): ColourToken | undefined {
  const { x, y, width, height } = front.getBoundingClientRect();
  const [middle, half] = [x + width / 2, y + height / 2];
  const shapes = [...front.ownerSVGElement!.querySelectorAll('rect, path, circle')].filter((shape) => {
    const box = shape.getBoundingClientRect();
    const isBefore = shape.compareDocumentPosition(front) & Node.DOCUMENT_POSITION_FOLLOWING;
    return isBefore && box.left < middle && middle < box.right && box.top < half && half < box.bottom;
  });
  return shapes.map((shape) => tokenOf.get(getComputedStyle(shape).fill)).findLast((fill) => fill !== undefined);
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
}

/** Every colour that is drawn, with the ground it is drawn on. */
function drawnPairs(widget: StanceElement): Set<Seen> {
  const seen = new Set<Seen>();
  const add = (use: 'text' | 'mark', front: ColourToken | undefined, ground: ColourToken | undefined) => {
    if (front && ground && front !== ground) seen.add(`${use} ${front} on ${ground}`);
  };
  for (const element of widget.shadowRoot!.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    // What only a screen reader is told is one pixel large.
    if (box.width <= 1 && box.height <= 1) continue;
    const style = getComputedStyle(element);
    if (style.visibility === 'hidden' || style.display === 'none') continue;
    const around = element.parentElement;
    const below = around && groundOf(around);
    if (element instanceof SVGElement) {
      const ground = groundOf(element);
      if (element.localName === 'text') {
        if (element.textContent) add('text', tokenOf.get(style.fill), groundInDrawing(element) ?? ground);
      } else if (['rect', 'path', 'line'].includes(element.localName)) {
        if (element.localName !== 'line') add('mark', tokenOf.get(style.fill), groundInDrawing(element) ?? ground);
        if (style.stroke !== 'none') add('mark', tokenOf.get(style.stroke), ground);
      }
      continue;
    }
    if (hasOwnText(element)) add('text', tokenOf.get(style.color), groundOf(element));
    add('mark', tokenOf.get(style.backgroundColor), below ?? undefined);
    for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const)
      if (style[`border${side}Width`] !== '0px')
        add('mark', tokenOf.get(style[`border${side}Color`]), groundOf(element));
    if (style.outlineStyle !== 'none') add('mark', tokenOf.get(style.outlineColor), below ?? undefined);
    if (style.textDecorationLine !== 'none') add('mark', tokenOf.get(style.textDecorationColor), groundOf(element));
    for (const token of tokensIn(style.backgroundImage)) add('mark', token, groundOf(element));
    for (const pseudo of ['::before', '::after'] as const) {
      const own = getComputedStyle(element, pseudo);
      if (own.content === 'none' || own.display === 'none') continue;
      // A sign is a mark; letters and numbers are text.
      const use = /[\p{L}\p{N}]/u.test(own.content) ? 'text' : 'mark';
      if (own.content !== '""') add(use, tokenOf.get(own.color), groundOf(element));
      add('mark', tokenOf.get(own.backgroundColor), groundOf(element));
      for (const token of tokensIn(own.backgroundImage)) add('mark', token, groundOf(element));
    }
  }
  return seen;
}

/** Draws a story in colours that can be told apart, and says which stand on which. */
async function pairsOf(name: string, width: number): Promise<Set<Seen>> {
  document.head.append(sheet);
  return drawnPairs(
    await showStory(
      stories.find((story) => story.name === name)!,
      width,
    ),
  );
}

const drawings: readonly (readonly [story: string, width: number])[] = [
  ['stance-matrix Seeds', 800],
  ['stance-matrix Seeds', 360],
  ['stance-matrix ClaimOpened', 800],
  ['stance-matrix Contested', 800],
  ['stance-matrix Contested', 360],
  ['stance-matrix NotADataset', 800],
  ['source-disagreement Seeds', 800],
  ['source-disagreement Seeds', 360],
  ['source-disagreement Contested', 800],
  ['source-disagreement Voices', 800],
  ['source-disagreement Voices', 360],
  ['source-disagreement Pairs', 800],
  ['source-disagreement NineSources', 800],
];

/** Texts need the contrast of text, all else may be a mark, a focus or decoration. */
function isListed(seen: Seen): boolean {
  return pairs.some(({ front, ground, use }) =>
    use === 'text' ? seen === `text ${front} on ${ground}` : seen === `mark ${front} on ${ground}`,
  );
}

it.each(drawings)('every colour in %s at %d px stands on a ground it is measured on', async (name, width) => {
  const seen = await pairsOf(name, width);
  expect(seen.size).toBeGreaterThan(3);
  expect([...seen].filter((each) => !isListed(each))).toEqual([]);
});

it('every pair that is measured is drawn somewhere', async () => {
  const seen = new Set<Seen>();
  for (const [name, width] of drawings) for (const each of await pairsOf(name, width)) seen.add(each);
  const missing = pairs
    .map(({ front, ground, use }) => `${use === 'text' ? 'text' : 'mark'} ${front} on ${ground}`)
    .filter((each) => !seen.has(each));
  expect([...new Set(missing)]).toEqual([]);
});

it('the text of each part has the colour that a theme’s ground is measured with', async () => {
  document.head.append(sheet);
  const wrong: string[] = [];
  for (const [name, width] of drawings) {
    const widget = await showStory(
      stories.find((story) => story.name === name)!,
      width,
    );
    for (const element of widget.shadowRoot!.querySelectorAll('[part]'))
      for (const part of element.part) {
        const usual = partTexts[part];
        const drawn = tokenOf.get(getComputedStyle(element).color);
        // Where there are two, the weaker is measured; a choice that is pressed has a ground of its own.
        const isStronger = usual?.text === 'muted' && drawn === 'ink';
        const isPressed = part === 'control' && drawn === 'surface';
        if (usual && drawn !== usual.text && !isStronger && !isPressed)
          wrong.push(`${name}: ${part} is in ${drawn ?? 'no token'}, not ${usual.text}`);
      }
  }
  expect([...new Set(wrong)]).toEqual([]);
});

it('a theme is checked in a browser too', () => {
  const { problems } = checkTheme('stance-matrix { --stance-ink: light-dark(#777, #fff) }', 'theme.css');
  expect(problems.map(({ message }) => message)).toContainEqual(expect.stringContaining('4.47'));
});

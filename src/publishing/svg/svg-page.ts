import { palette } from '../html/channel-styles.js';
import { attributes, lines, markup, type Markup } from '../markup.js';
import { footnotes, isBanded, type StaticView } from '../static-view.js';
import { blockHeight, rounded, textBlock, textWidth, wrapped, type Setting, type Speller } from './svg-text.js';

/** A piece of the drawing: how high it is, and what it draws with its top at `y`. */
export interface Block {
  readonly height: number;
  readonly draw: (y: number) => readonly Markup[];
}

/** The sheet that everything is drawn on. */
export interface Sheet {
  readonly width: number;
  /** Left and right of the drawing. */
  readonly margin: number;
  readonly mirrored: boolean;
  readonly spell: Speller;
}

const plain: Speller = (line) => line;

/** A sheet as wide as asked for; narrow ones have narrow margins. Mirrored where one reads from right to left. */
export function sheetFor({ wanted, messages: messages }: StaticView, spell: Speller = plain): Sheet {
  const { width } = wanted;
  return { width, margin: width < 560 ? 14 : 22, mirrored: messages.direction === 'rtl', spell };
}

/** The place of something that lies `x` from where a line begins: from the left, or mirrored from the right. */
export function across({ width, mirrored }: Sheet, x: number): number {
  return mirrored ? width - x : x;
}

/** Text set from where lines begin, `x` pixels in; `toward` the end it ends there. */
export function setText(sheet: Sheet, text: readonly string[], x: number, y: number, setting: Setting) {
  const { anchor = 'start' } = setting;
  const turned = { start: 'end', end: 'start', middle: 'middle' } as const;
  const placed = { ...setting, anchor: sheet.mirrored ? turned[anchor] : anchor };
  return textBlock(text, across(sheet, x), y, placed, sheet.spell);
}

/** A paragraph over the width of the sheet, with space below it. */
export function paragraph(sheet: Sheet, text: string, setting: Setting, below: number): Block {
  const room = Math.min(sheet.width - 2 * sheet.margin, setting.size * 46);
  const block = wrapped(text, room, setting);
  return {
    height: blockHeight(block.length, setting) + below,
    draw: (y) => setText(sheet, block, sheet.margin, y, setting),
  };
}

/** Signs with their words, one after the other, as many in a line as fit. */
export interface Key {
  readonly width: number;
  /** Draws the sign around this point. */
  readonly draw: (x: number, y: number) => Markup;
  readonly text: string;
}

export function legend(sheet: Sheet, keys: readonly Key[]): Block {
  const setting: Setting = { size: 11, color: palette.muted };
  const [gap, line, room] = [16, 22, sheet.width - 2 * sheet.margin];
  let [x, row] = [0, 0];
  const placed = keys.map((key) => {
    const width = key.width + 6 + textWidth(key.text, setting);
    if (x > 0 && x + width > room) [x, row] = [0, row + 1];
    const at = { key, x, row };
    x += width + gap;
    return at;
  });
  return {
    height: keys.length > 0 ? (row + 1) * line + 8 : 0,
    draw: (y) =>
      placed.flatMap(({ key, x, row }) => {
        const left = sheet.margin + x;
        const middle = y + row * line + line / 2;
        return [
          key.draw(across(sheet, left + key.width / 2), middle),
          ...setText(sheet, [key.text], left + key.width + 6, middle - 7.5, setting),
        ];
      }),
  };
}

/** The finished drawing: heading, lead, what is given, and the facts below, on the colour of paper. */
export function svgPage(view: StaticView, sheet: Sheet, blocks: readonly Block[], description: string): Markup {
  const { width, margin } = sheet;
  const small: Setting = { size: 11, color: palette.muted };
  const { facts, method, corrections } = footnotes(view);
  const isCompared = view.widget === 'disagreement' && isBanded(view.placed);
  const stacked: readonly Block[] = [
    gap(margin - 4),
    paragraph(sheet, view.heading, { size: 19, bold: true }, 6),
    ...view.lead.map((sentence) => paragraph(sheet, sentence, { size: 13.5 }, 4)),
    ...(view.hint ? [paragraph(sheet, view.hint, { size: 12, color: palette.muted }, 2)] : []),
    gap(8),
    ...blocks,
    gap(10),
    rule(sheet),
    gap(8),
    ...(isCompared ? [paragraph(sheet, view.messages.bandsNotScores, small, 2)] : []),
    // No line begins with a separator.
    paragraph(sheet, facts.replaceAll(' · ', '\u00a0· '), small, 2),
    ...(method ? [paragraph(sheet, 'text' in method ? method.text : method.address, small, 2)] : []),
    ...corrections.map((correction) => paragraph(sheet, correction, small, 2)),
    gap(margin - 8),
  ];
  const height = Math.ceil(stacked.reduce((sum, block) => sum + block.height, 0));
  let y = 0;
  const drawn = stacked.flatMap((block) => {
    const top = y;
    y += block.height;
    return block.draw(top);
  });
  const named = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xml:lang': view.messages.lang,
    lang: view.messages.lang,
    role: 'img',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': "'Noto Sans', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  };
  return lines([
    markup`<svg${attributes(named)}>`,
    markup`<title>${view.heading}</title>`,
    markup`<desc>${description}</desc>`,
    markup`<rect${attributes({ width, height, fill: palette.surface })} />`,
    ...drawn,
    markup`</svg>`,
  ]);
}

export function gap(height: number): Block {
  return { height, draw: () => [] };
}

/** A thin line over the width. */
export function rule(
  sheet: Sheet,
  { x = sheet.margin, color = palette.line }: { readonly x?: number; readonly color?: string } = {},
): Block {
  return {
    height: 1,
    draw: (y) => [line(across(sheet, x), y, across(sheet, sheet.width - sheet.margin), y, { stroke: color })],
  };
}

export function line(x1: number, y1: number, x2: number, y2: number, look: Readonly<Record<string, string | number>>) {
  return markup`<line${attributes({ x1: rounded(x1), y1: rounded(y1), x2: rounded(x2), y2: rounded(y2), ...look })} />`;
}

import { cumsum } from 'd3-array';
import { lightPalette } from '../../theme/static-tokens.js';
import { attributes, lines, markup, type Markup } from '../markup.js';
import { footerContent, scoresHint, type StaticView } from '../static-view.js';
import { gap, paragraph, rule, type Block, type Sheet } from './blocks.js';
import type { TextStyle } from './svg-text.js';

/** A block at its place. */
export interface PlacedBlock extends Block {
  /** CSS pixels from the top of the drawing. */
  readonly top: number;
}

/** A drawing in which everything is placed but nothing rendered. */
export interface SvgLayout {
  /** Whole CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly PlacedBlock[];
  readonly lang: string;
  readonly title: string;
  /** The content of the drawing as text, for screen readers and search engines. */
  readonly description: string;
}

/** Places the blocks of a widget between heading and lead above and the footer below. */
export function layoutPage(view: StaticView, sheet: Sheet, blocks: readonly Block[], description: string): SvgLayout {
  const { width, margin } = sheet;
  const small: TextStyle = { size: 11, color: lightPalette.muted };
  const { facts, method, corrections } = footerContent(view);
  const scores = view.widget === 'disagreement' ? scoresHint(view) : undefined;
  const stacked: readonly Block[] = [
    gap(margin - 4),
    paragraph(sheet, view.heading, { size: 19, isBold: true }, 6),
    ...view.lead.map((sentence) => paragraph(sheet, sentence, { size: 13.5 }, 4)),
    ...(view.hint ? [paragraph(sheet, view.hint, { size: 12, color: lightPalette.muted }, 2)] : []),
    gap(8),
    ...blocks,
    gap(10),
    rule(sheet),
    gap(8),
    ...(scores ? [paragraph(sheet, scores, small, 2)] : []),
    // No-break spaces, so that no line begins with a separator.
    paragraph(sheet, facts.replaceAll(' · ', '\u00a0· '), small, 2),
    ...(method ? [paragraph(sheet, 'text' in method ? method.text : method.address, small, 2)] : []),
    ...corrections.map((correction) => paragraph(sheet, correction, small, 2)),
    gap(margin - 8),
  ];
  const bottoms = cumsum(stacked, ({ height }) => height);
  return {
    width,
    height: Math.ceil(bottoms.at(-1)!),
    blocks: stacked.map((block, index) => ({ ...block, top: bottoms[index - 1] ?? 0 })),
    lang: view.messages.lang,
    title: view.heading,
    description,
  };
}

/** Renders a drawing on white. */
export function renderSvg({ width, height, blocks, lang, title, description }: SvgLayout): Markup {
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xml:lang': lang,
    lang,
    role: 'img',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': "'Noto Sans', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  };
  return lines([
    markup`<svg${attributes(root)}>`,
    markup`<title>${title}</title>`,
    markup`<desc>${description}</desc>`,
    markup`<rect${attributes({ width, height, fill: lightPalette.surface })} />`,
    ...blocks.flatMap(({ top, render }) => render(top)),
    markup`</svg>`,
  ]);
}

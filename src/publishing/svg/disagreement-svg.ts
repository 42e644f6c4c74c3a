import { cumsum } from 'd3-array';
import type { Side } from '../../dataset/dataset.js';
import type { PlacedDisagreement, PlacedOutlet } from '../../layout/disagreement/disagreement-layout.js';
import { sectionAt } from '../../layout/disagreement/disagreement-model.js';
import { columnShares, lightPalette } from '../../theme/static-tokens.js';
import { breakpoints, chartTokens } from '../../theme/tokens.js';
import { joinPresent, sentence } from '../../wording/quotation.js';
import { coverageTitle, notCoveredBy, qualificationsOf, verdictOf } from '../../wording/sentences.js';
import { attributes, joined, markup, type Markup } from '../markup.js';
import type { DisagreementView } from '../static-view.js';
import {
  contentWidth,
  gap,
  legend,
  paragraph,
  physicalX,
  renderStroke,
  renderText,
  rule,
  sheetFor,
  type Block,
  type LegendEntry,
  type Sheet,
} from './blocks.js';
import { renderOwnMark, renderPip } from './svg-marks.js';
import { layoutPage, renderSvg, type SvgLayout } from './svg-page.js';
import {
  layoutText,
  roundCoordinate,
  textBlock,
  textWidth,
  type TextBlock,
  type TextShaper,
  type TextStyle,
} from './svg-text.js';

const { ink, muted, line, surface, support, oppose, neutral } = lightPalette;
const claimStyle: TextStyle = { size: 13.5, isBold: true };
const verdictStyle: TextStyle = { size: 12.5 };
const ownWordsStyle: TextStyle = { size: 12.5, isBold: true };
const factsStyle: TextStyle = { size: 11, color: muted };
const columnStyle: TextStyle = { size: 10.5, color: muted, anchor: 'middle' };
const labelStyle: TextStyle = { size: 11, isBold: true };

/** Space above and below a row, in CSS pixels. */
const rowPadding = 10;

/** Sizes of marks, in CSS pixels. */
const mark = { height: 20, stackedHeight: 32, padding: 6, pip: 8, pipGap: 2, gap: 4, lineGap: 4 };
const dot = { size: 8, pitch: 11, perLine: 8 };

/** Where the parts of a row are, in CSS pixels from the side where lines start. */
interface RowGeometry {
  /** Whether the columns are below the claim instead of beside it. */
  readonly isNarrow: boolean;
  readonly claimWidth: number;
  /** The five columns: each begins where the one before it ends. */
  readonly edges: readonly number[];
}

/** Something to draw in a column or a lane, as wide as it needs. */
interface Item {
  readonly width: number;
  /** Left out, that of a line. */
  readonly height?: number;
  /** Renders the item with its start at `x` and its middle at `y`. */
  readonly render: (x: number, y: number) => readonly Markup[];
}

/** Renders the chart as SVG: per claim its text, the verdict, and the outlets in five columns. */
export function disagreementSvg(view: DisagreementView, shapeText?: TextShaper): Markup {
  return renderSvg(layoutDisagreementSvg(view, shapeText));
}

/** Places the chart for the requested width. */
export function layoutDisagreementSvg(view: DisagreementView, shapeText?: TextShaper): SvgLayout {
  const sheet = sheetFor(view, shapeText);
  const geometry = rowGeometry(sheet, view.options.layout === 'list');
  const { placed, messages } = view;
  const { rows } = placed;
  const blocks =
    rows.length === 0
      ? []
      : [
          legend(sheet, legendEntries(view, sheet)),
          columnHeads(view, sheet, geometry),
          ...rows.flatMap((row, index) => {
            const section = sectionAt(placed, index);
            return [
              ...(section
                ? [
                    gap(10),
                    paragraph(sheet, coverageTitle(section, placed, messages), { ...labelStyle, color: muted }, 6),
                  ]
                : []),
              rule(sheet),
              claimRow(view, row, sheet, geometry),
            ];
          }),
        ];
  const sentences = rows.map((row) =>
    joinPresent(
      ' ',
      messages.quotedClaim(row.claim.text) + messages.colon + verdictText(view, row),
      factsOf(view, row),
    ),
  );
  return layoutPage(view, sheet, blocks, [...view.lead, ...sentences].join(' '));
}

function rowGeometry(sheet: Sheet, isList: boolean): RowGeometry {
  const { width, margin } = sheet;
  const isNarrow = isList || width < breakpoints.narrow;
  const available = contentWidth(sheet);
  const claimWidth = isNarrow ? available : Math.max(200, available * 0.34);
  const start = isNarrow ? margin : margin + claimWidth + 20;
  const ends = cumsum(isNarrow ? columnShares.narrow : columnShares.wide);
  const unit = (width - margin - start) / ends.at(-1)!;
  return { isNarrow, claimWidth, edges: [0, ...ends].map((end) => start + end * unit) };
}

/** Returns what the marks mean. */
function legendEntries({ placed, messages }: DisagreementView, sheet: Sheet): readonly LegendEntry[] {
  const entry = (item: Item, text: string): LegendEntry => ({
    width: item.width,
    text,
    render: (x, y) => joined(item.render(logicalX(sheet, x) - item.width / 2, y), ''),
  });
  const example: PlacedOutlet = {
    source: placed.sources[0]!.source,
    label: messages.outlet,
    column: 2,
    quotes: undefined,
    sides: ['support', 'oppose', 'both', 'neutral'],
    own: undefined,
  };
  const hasOwnWords = placed.rows.some(({ speaking }) => speaking.length > 0);
  const ownMarks: readonly Side[] = ['oppose', 'neutral', 'support'];
  return [
    placed.hasDots
      ? entry(dots([example], sheet), messages.dotMark)
      : entry(outletMark(example, sheet), messages.outletMark),
    ...(hasOwnWords
      ? [
          entry(
            {
              width: ownMarks.length * 20,
              render: (x, y) =>
                ownMarks.map((side, index) => renderOwnMark(side, physicalX(sheet, x + index * 20 + 10), y)),
            },
            messages.ownWordsMark,
          ),
        ]
      : []),
    ...placed.sources
      .filter(({ source, label }) => !placed.hasDots && !source.name.includes(label))
      .map(({ source, label }) => entry(textItem(label, labelStyle, sheet), source.name)),
  ];
}

/** A mirrored sheet is its own inverse. */
const logicalX = physicalX;

function textItem(text: string, style: TextStyle, sheet: Sheet): Item {
  return {
    width: textWidth(text, style),
    render: (x, y) => renderText(sheet, textBlock([text], style), x, y - style.size * 0.69),
  };
}

/** Returns the row that says what the columns are. */
function columnHeads({ messages }: DisagreementView, sheet: Sheet, { edges, isNarrow }: RowGeometry): Block {
  const names: readonly string[] = isNarrow
    ? [messages.columns[0], '', messages.mix, '', messages.columns[4]]
    : messages.columns;
  const heads = names.map((name, column): { readonly text: TextBlock; readonly x: number } => {
    const [from, to] = [edges[column]!, edges[column + 1]!];
    const style: TextStyle =
      column === 0
        ? { ...columnStyle, isBold: true, color: oppose, anchor: 'start' }
        : column === 4
          ? { ...columnStyle, isBold: true, color: support, anchor: 'end' }
          : columnStyle;
    const x = column === 0 ? from : column === 4 ? to : (from + to) / 2;
    return { text: layoutText(name, to - from - 4, style), x };
  });
  const height = Math.max(...heads.map(({ text }) => text.height));
  return {
    height: height + 6,
    render: (y) => heads.flatMap(({ text, x }) => renderText(sheet, text, x, y + height - text.height)),
  };
}

function verdictText({ placed, messages }: DisagreementView, row: PlacedDisagreement): string {
  return verdictOf(row, placed.sources.length, messages)
    .map(({ text }) => text)
    .join(' ');
}

function factsOf({ messages }: DisagreementView, row: PlacedDisagreement): string {
  const missing = notCoveredBy(row, messages, chartTokens.maxNotCovering);
  return joinPresent(' ', ...qualificationsOf(row, messages), missing && sentence(missing));
}

function claimRow(view: DisagreementView, row: PlacedDisagreement, sheet: Sheet, geometry: RowGeometry): Block {
  const { placed, messages } = view;
  const { isNarrow, claimWidth } = geometry;
  const texts = [
    layoutText(messages.quotedClaim(row.claim.text), claimWidth, claimStyle),
    ...verdictOf(row, placed.sources.length, messages).map(({ text, isOwnWords }) =>
      layoutText(text, claimWidth, isOwnWords ? ownWordsStyle : verdictStyle),
    ),
    layoutText(factsOf(view, row), claimWidth, factsStyle),
  ];
  const bottoms = cumsum(texts, ({ height }) => height + 2);
  const textHeight = bottoms.at(-1)!;
  const lanes = lanesOf(row, placed.hasDots, sheet, geometry);
  const lanesTop = isNarrow ? textHeight + 6 : 0;
  const innerHeight = isNarrow ? lanesTop + lanes.height : Math.max(textHeight, lanes.height);
  const centred = (height: number) => (isNarrow ? 0 : (innerHeight - height) / 2);
  return {
    height: innerHeight + 2 * rowPadding,
    render: (y) => {
      const top = y + rowPadding;
      const textTop = top + centred(textHeight);
      return [
        ...texts.flatMap((text, index) => renderText(sheet, text, sheet.margin, textTop + (bottoms[index - 1] ?? 0))),
        ...lanes.render(top + (isNarrow ? lanesTop : centred(lanes.height))),
      ];
    },
  };
}

/** Returns the columns with the outlets, and below them what the outlets say in their own words. */
function lanesOf(row: PlacedDisagreement, hasDots: boolean, sheet: Sheet, { edges }: RowGeometry): Block {
  const { outlets, span, speaking } = row;
  const columns = [0, 1, 2, 3, 4].map((column) => {
    const inColumn = outlets.filter((outlet) => outlet.column === column);
    const width = edges[column + 1]! - edges[column]!;
    const items =
      inColumn.length === 0
        ? []
        : hasDots
          ? [dots(inColumn, sheet), textItem(String(inColumn.length), labelStyle, sheet)]
          : inColumn.map((outlet) => outletMark(outlet, sheet, width - 6));
    const placed = wrapItems(
      items,
      edges[column]! + 3,
      width - 6,
      column === 0 ? 'start' : column === 4 ? 'end' : 'middle',
    );
    return { column, isFilled: inColumn.length > 0, placed };
  });
  const quotedHeight = Math.max(mark.height, ...columns.map(({ placed }) => placed.height)) + 12;
  const own = speaking.length > 0 ? ownWords(outlets, hasDots, sheet, edges) : gap(0);
  return {
    height: quotedHeight + own.height,
    render: (y) => {
      const middle = y + quotedHeight / 2;
      const x = (value: number) => physicalX(sheet, value);
      const centre = (column: number) => (edges[column]! + edges[column + 1]!) / 2;
      return [
        ...columns
          .filter(({ isFilled }) => isFilled)
          .flatMap(({ column }) => wash(column, y, quotedHeight, sheet, edges)),
        renderStroke(x(edges[0]!), middle, x(edges[5]!), middle, { stroke: line }),
        renderStroke(x(centre(2)), y, x(centre(2)), y + quotedHeight, { stroke: line, 'stroke-dasharray': '2 3' }),
        renderStroke(x(edges[0]!), y, x(edges[0]!), y + quotedHeight, { stroke: oppose, 'stroke-width': 2 }),
        renderStroke(x(edges[5]!), y, x(edges[5]!), y + quotedHeight, { stroke: support, 'stroke-width': 2 }),
        ...(span && span[0] !== span[1]
          ? [renderStroke(x(centre(span[0])), middle, x(centre(span[1])), middle, { stroke: muted, 'stroke-width': 3 })]
          : []),
        ...columns.flatMap(({ placed }) => placed.render(middle - placed.height / 2)),
        ...own.render(y + quotedHeight),
      ];
    },
  };
}

/** Renders the tint of an end column in which a mark is. */
function wash(column: number, y: number, height: number, sheet: Sheet, edges: readonly number[]): readonly Markup[] {
  const fill = column === 0 ? oppose : column === 4 ? support : undefined;
  if (!fill) return [];
  const [a, b] = [physicalX(sheet, edges[column]!), physicalX(sheet, edges[column + 1]!)];
  return [
    markup`<rect${attributes({ x: roundCoordinate(Math.min(a, b)), y: roundCoordinate(y), width: roundCoordinate(Math.abs(b - a)), height: roundCoordinate(height), fill, 'fill-opacity': 0.12 })} />`,
  ];
}

/** Returns the lane below the columns: against the claim, on neither side, for it. */
function ownWords(outlets: readonly PlacedOutlet[], hasDots: boolean, sheet: Sheet, edges: readonly number[]): Block {
  const zones = [
    { sides: ['oppose'], from: edges[0]!, to: edges[2]!, anchor: 'start' },
    { sides: ['both', 'neutral'], from: edges[2]!, to: edges[3]!, anchor: 'middle' },
    { sides: ['support'], from: edges[3]!, to: edges[5]!, anchor: 'end' },
  ] as const;
  const placed = zones.map(({ sides, from, to, anchor }) => {
    const items = outlets.flatMap(({ own, label }): readonly Item[] => {
      if (!own || !(sides as readonly Side[]).includes(own)) return [];
      const text = textItem(label, labelStyle, sheet);
      return [
        {
          width: hasDots ? 20 : 24 + text.width,
          render: (x, y) => [
            renderOwnMark(own, physicalX(sheet, x + 10), y),
            ...(hasDots ? [] : text.render(x + 22, y)),
          ],
        },
      ];
    });
    return wrapItems(items, from, to - from, anchor);
  });
  const height = Math.max(...placed.map((zone) => zone.height));
  return {
    height: height + 6,
    render: (y) => placed.flatMap((zone) => zone.render(y + 6)),
  };
}

/** Returns items in as many lines as they need. */
function wrapItems(items: readonly Item[], from: number, width: number, anchor: 'start' | 'middle' | 'end'): Block {
  const itemLines: Item[][] = [];
  let used = Infinity;
  for (const item of items) {
    if (used + mark.gap + item.width > width) {
      itemLines.push([]);
      used = -mark.gap;
    }
    itemLines.at(-1)!.push(item);
    used += mark.gap + item.width;
  }
  const height = Math.max(mark.height, ...items.map((item) => item.height ?? 0));
  const pitch = height + mark.lineGap;
  return {
    height: itemLines.length > 0 ? itemLines.length * pitch - mark.lineGap : 0,
    render: (y) =>
      itemLines.flatMap((inLine, index) => {
        const total = inLine.reduce((sum, item) => sum + item.width + mark.gap, -mark.gap);
        const rest = Math.max(0, width - total);
        let x = from + (anchor === 'start' ? 0 : anchor === 'end' ? rest : rest / 2);
        return inLine.flatMap((item) => {
          const rendered = item.render(x, y + index * pitch + height / 2);
          x += item.width + mark.gap;
          return rendered;
        });
      }),
  };
}

/** Returns the mark of an outlet: its label, and one pip for each person it quotes; the pips below the label where both do not fit. */
function outletMark({ label, column, sides }: PlacedOutlet, sheet: Sheet, maxWidth = Infinity): Item {
  const shown = sides.slice(0, chartTokens.maxPips);
  const more = sides.length > shown.length ? `+${sides.length - shown.length}` : '';
  const pitch = mark.pip + mark.pipGap;
  const pipsWidth = shown.length * pitch - mark.pipGap + (more ? textWidth(more, labelStyle) + mark.pipGap : 0);
  const lineWidth = textWidth(label, labelStyle) + 5 + pipsWidth;
  const isStacked = lineWidth > maxWidth - 2 * mark.padding;
  const padding = isStacked ? mark.padding / 2 : mark.padding;
  const text = cutText(label, maxWidth - 2 * padding);
  const labelWidth = textWidth(text, labelStyle);
  const innerWidth = isStacked ? Math.max(labelWidth, pipsWidth) : lineWidth;
  const width = innerWidth + 2 * padding;
  const height = isStacked ? mark.stackedHeight : mark.height;
  const stroke = column === 2 ? neutral : column! > 2 ? support : oppose;
  return {
    width,
    height,
    render: (x, y) => {
      const left = Math.min(physicalX(sheet, x), physicalX(sheet, x + width));
      const start = x + padding;
      const [labelX, labelY] = isStacked ? [start + (innerWidth - labelWidth) / 2, y - 6] : [start, y];
      const [pipsX, pipsY] = isStacked ? [start + (innerWidth - pipsWidth) / 2, y + 8] : [start + labelWidth + 5, y];
      return [
        markup`<rect${attributes({ x: roundCoordinate(left), y: roundCoordinate(y - height / 2), width: roundCoordinate(width), height, rx: 4, fill: surface, stroke, 'stroke-width': 1.5 })} />`,
        ...textItem(text, labelStyle, sheet).render(labelX, labelY),
        ...shown.map((side, index) => renderPip(side, physicalX(sheet, pipsX + index * pitch + mark.pip / 2), pipsY)),
        ...(more
          ? textItem(more, { ...labelStyle, color: ink }, sheet).render(pipsX + shown.length * pitch, pipsY)
          : []),
      ];
    },
  };
}

/** Returns a label that fits; an SVG cannot wrap it. */
function cutText(label: string, width: number): string {
  if (textWidth(label, labelStyle) <= width) return label;
  const characters = Array.from(label);
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, labelStyle) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Returns one dot per outlet. */
function dots(outlets: readonly PlacedOutlet[], sheet: Sheet): Item {
  const perLine = Math.min(outlets.length, dot.perLine);
  const lineCount = Math.ceil(outlets.length / dot.perLine);
  return {
    width: perLine * dot.pitch,
    render: (x, y) =>
      outlets.map(({ column = 2 }, index) => {
        const cx = physicalX(sheet, x + (index % dot.perLine) * dot.pitch + dot.pitch / 2);
        const cy = y + (Math.floor(index / dot.perLine) - (lineCount - 1) / 2) * dot.pitch;
        const stroke = column === 2 ? neutral : column > 2 ? support : oppose;
        const isEnd = column === 0 || column === 4;
        return column < 2
          ? markup`<rect${attributes({ x: roundCoordinate(cx - 3.5), y: roundCoordinate(cy - 3.5), width: 7, height: 7, fill: isEnd ? stroke : surface, stroke, 'stroke-width': 1.5 })} />`
          : markup`<circle${attributes({ cx: roundCoordinate(cx), cy: roundCoordinate(cy), r: 3.5, fill: isEnd ? stroke : surface, stroke, 'stroke-width': 1.5 })} />`;
      }),
  };
}

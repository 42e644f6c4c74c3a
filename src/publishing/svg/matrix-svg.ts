import type { Position } from '../../analysis/stance-grid.js';
import { type PlacedVoice } from '../../layout/matrix/matrix-layout.js';
import { lightPalette, markSize } from '../../theme/static-tokens.js';
import { breakpoints, matrixTokens } from '../../theme/tokens.js';
import { sentence } from '../../wording/quotation.js';
import { markName, sectionTitle } from '../../wording/sentences.js';
import { shortName } from '../../wording/short-name.js';
import { joined, markup, type Markup } from '../markup.js';
import { sides, type MatrixView } from '../static-view.js';
import {
  contentWidth,
  gap,
  legend,
  physicalX,
  renderStroke,
  renderText,
  rule,
  sheetFor,
  type Block,
  type LegendEntry,
  type Sheet,
} from './blocks.js';
import {
  fitHeadings,
  headingStyle,
  naturalHeadings,
  slantDegrees,
  slantLineHeight,
  slantOffset,
  type ColumnHeadings,
} from './column-headings.js';
import { listBlocks } from './matrix-list-svg.js';
import {
  hasPips,
  renderAbsentDot,
  renderBalance,
  renderContestedSign,
  renderPips,
  renderSideMark,
} from './svg-marks.js';
import { layoutPage, renderSvg, type SvgLayout } from './svg-page.js';
import {
  layoutText,
  renderLine,
  roundCoordinate,
  textBlock,
  textWidth,
  type TextBlock,
  type TextShaper,
  type TextStyle,
} from './svg-text.js';

const nameStyle: TextStyle = { size: 12.5, isBold: true };
const roleStyle: TextStyle = { size: 11, color: lightPalette.muted };
const titleStyle: TextStyle = { size: 11, isBold: true, color: lightPalette.muted };
const countStyle: TextStyle = { size: 9.5, isBold: true, color: lightPalette.muted };
/** Lighter than other lines, so that rows do not compete with the marks. */
const rowLine = '#eff0f2';

/** Renders the matrix as SVG. */
export function matrixSvg(view: MatrixView, shapeText?: TextShaper): Markup {
  return renderSvg(layoutMatrixSvg(view, shapeText));
}

/**
 * Places the matrix as a table or, where that does not fit or the options ask for it, as a list. A table that the options ask for may
 * be wider than the requested width.
 */
export function layoutMatrixSvg(view: MatrixView, shapeText?: TextShaper): SvgLayout {
  const { placed } = view;
  const requested = sheetFor(view, shapeText);
  const usedWidth = 2 * requested.margin + namesWidth(view);
  const headings = placed.columns.length > 0 ? headingsFor(view, requested.width - usedWidth) : undefined;
  const sheet = headings
    ? { ...requested, width: Math.max(requested.width, Math.ceil(usedWidth + headings.width)) }
    : requested;
  const blocks =
    placed.columns.length === 0
      ? []
      : [
          legend(sheet, legendEntries(view, sheet, headings !== undefined)),
          ...(headings ? tableBlocks(view, sheet, headings) : listBlocks(view, sheet)),
        ];
  return layoutPage(view, sheet, blocks, describe(view));
}

/** Returns the lead and a sentence for each mark. */
function describe({ placed, lead, messages, dataset }: MatrixView): string {
  const sentences = placed.voices.flatMap((voice) =>
    placed.columns.flatMap((column, index) => {
      const position = voice.positionOf(index);
      return position ? [sentence(markName(voice, position, dataset, messages, column.claim))] : [];
    }),
  );
  return [...lead, ...sentences].join(' ');
}

/** Returns what the marks mean; only marks that occur are explained. */
function legendEntries({ placed, messages, dataset }: MatrixView, sheet: Sheet, isTable: boolean): LegendEntry[] {
  const { sources } = dataset;
  const { pipPitch } = matrixTokens;
  const sideEntries = sides
    .filter((side) => placed.sides.has(side))
    .map((side): LegendEntry => ({
      width: markSize,
      text: messages.side[side],
      render: (x, y) => renderSideMark(side, x, y),
    }));
  const absent: LegendEntry = { width: 6, text: messages.notQuoted, render: renderAbsentDot };
  const contested: LegendEntry = { width: 9, text: messages.contested, render: renderContestedSign };
  const pips: LegendEntry = {
    width: sources.length * pipPitch,
    text: messages.reportedBy(sources.map(shortName)),
    render: (x, y) =>
      renderPips(
        sources.map(() => true),
        x,
        y,
        sheet.isMirrored,
      ),
  };
  return [
    ...sideEntries,
    ...(isTable ? [absent] : []),
    ...(placed.hasContested ? [contested] : []),
    ...(isTable && hasPips(sources.length) ? [pips] : []),
  ];
}

/** Returns the width of the column of names, in CSS pixels. */
function namesWidth({ placed, options, messages }: MatrixView): number {
  const widest = Math.max(
    ...placed.voices.map((voice) => textWidth(voice.name, nameStyle)),
    textWidth(messages.speaker, roleStyle),
  );
  return Math.min(widest + 14, options.width * 0.28, 210);
}

/** Returns the headings of the table; undefined where a list is drawn instead. */
function headingsFor({ placed, options }: MatrixView, width: number): ColumnHeadings | undefined {
  const isNarrow = options.width < breakpoints.narrow;
  if (options.layout === 'list' || (options.layout === 'auto' && isNarrow)) return undefined;
  return (
    fitHeadings(placed.columns, width) ?? (options.layout === 'table' ? naturalHeadings(placed.columns) : undefined)
  );
}

/** Returns the x of the middle of a column, from the side where lines start. */
type ColumnScale = (column: number) => number;

function tableBlocks(view: MatrixView, sheet: Sheet, headings: ColumnHeadings): readonly Block[] {
  const { placed, messages } = view;
  const names = namesWidth(view);
  const start = sheet.margin + names;
  const middleOf: ColumnScale = (column) => start + headings.columnWidth * (column + 0.5);
  return [
    headingRow(view, sheet, headings, middleOf),
    ...placed.sections.flatMap((section) => {
      const title = sectionTitle(section, messages);
      return [
        title ? sectionHeading(title, sheet) : gap(6),
        ...section.rows.flatMap((voice, index) => [
          ...(index > 0 ? [rule(sheet, rowLine)] : []),
          voiceRow(view, voice, sheet, names, middleOf),
        ]),
      ];
    }),
  ];
}

function headingRow(
  { placed, messages }: MatrixView,
  sheet: Sheet,
  { isUpright, blocks, columnWidth, height: headingHeight }: ColumnHeadings,
  middleOf: ColumnScale,
): Block {
  const barWidth = Math.min(44, columnWidth - 6);
  const height = headingHeight + 18;
  return {
    height,
    render: (y) => {
      const bottom = y + headingHeight;
      const columns = placed.columns.flatMap((column, index) => {
        const [block, middle] = [blocks[index]!, middleOf(index)];
        const x = physicalX(sheet, middle);
        return [
          ...(isUpright
            ? renderText(sheet, block, middle, bottom - block.height)
            : [slantedHeading(block, x, bottom, sheet, column.claim.text)]),
          renderBalance(column, x, bottom + 6, barWidth, sheet.isMirrored),
        ];
      });
      return [
        ...renderText(sheet, textBlock([messages.speaker], roleStyle), sheet.margin, y + height - 28),
        ...columns,
        fullWidthLine(sheet, y + height - 0.5),
      ];
    },
  };
}

/** Renders a heading that rises from the middle of its column, with the whole claim as its title. */
function slantedHeading({ lines }: TextBlock, x: number, y: number, sheet: Sheet, title: string): Markup {
  const { isMirrored, shapeText } = sheet;
  const style: TextStyle = { ...headingStyle, anchor: isMirrored ? 'end' : 'start' };
  const rendered = lines.map((line, index) =>
    renderLine(line, 0, -(lines.length - 1 - index) * slantLineHeight, style, shapeText),
  );
  const left = roundCoordinate(x + (isMirrored ? -slantOffset : slantOffset));
  const degrees = isMirrored ? slantDegrees : -slantDegrees;
  return markup`<g transform="translate(${left} ${roundCoordinate(y)}) rotate(${degrees})"><title>${title}</title>${rendered}</g>`;
}

function sectionHeading(title: string, sheet: Sheet): Block {
  const block = layoutText(title, contentWidth(sheet), titleStyle);
  return {
    height: 18 + block.height,
    render: (y) => [...renderText(sheet, block, sheet.margin, y + 13), fullWidthLine(sheet, y + 17 + block.height)],
  };
}

function fullWidthLine({ width, margin }: Sheet, y: number): Markup {
  return renderStroke(margin, y, width - margin, y, { stroke: lightPalette.line });
}

function voiceRow(view: MatrixView, voice: PlacedVoice, sheet: Sheet, names: number, middleOf: ColumnScale): Block {
  const name = layoutText(voice.name, names - 8, nameStyle);
  const role = layoutText(voice.role ?? '', names - 8, roleStyle);
  const textHeight = name.height + role.height;
  const height = Math.max(textHeight + 10, 38);
  return {
    height,
    render: (y) => {
      const top = y + (height - textHeight) / 2;
      return [
        ...renderText(sheet, name, sheet.margin, top),
        ...renderText(sheet, role, sheet.margin, top + name.height),
        ...view.placed.columns.map((_, index) =>
          renderCell(view, voice, index, sheet, middleOf(index), y + height / 2),
        ),
      ];
    },
  };
}

/** Renders the mark of a voice on a claim, with the number of statements, the sign of contested ones and the pips. */
function renderCell(
  { placed, dataset, messages }: MatrixView,
  voice: PlacedVoice,
  index: number,
  sheet: Sheet,
  x: number,
  y: number,
): Markup {
  const position = voice.positionOf(index);
  const middle = physicalX(sheet, x);
  if (!position) return renderAbsentDot(middle, y);
  const { sources } = dataset;
  const markY = hasPips(sources.length) ? y - 4 : y;
  return joined(
    [
      renderSideMark(
        position.side,
        middle,
        markY,
        markName(voice, position, dataset, messages, placed.columns[index]!.claim),
      ),
      position.count > 1
        ? renderText(sheet, textBlock([messages.number(position.count)], countStyle), x + 11, markY - 13)
        : undefined,
      position.contested ? renderContestedSign(physicalX(sheet, x + 14), markY + 5) : undefined,
      hasPips(sources.length) ? renderPips(reportedBy(position, dataset), middle, y + 11, sheet.isMirrored) : undefined,
    ],
    '',
  );
}

function reportedBy({ sources }: Position, dataset: MatrixView['dataset']): readonly boolean[] {
  return dataset.sources.map((source) => sources.includes(source));
}

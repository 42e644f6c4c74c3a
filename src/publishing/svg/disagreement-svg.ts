import { scaleLinear } from 'd3-scale';
import type { MarkSize, PlacedDisagreement } from '../../layout/disagreement/disagreement-layout.js';
import { breakpoints, chartTokens, lightPalette } from '../../theme/tokens.js';
import { factsOf, positionsOf, verdictOf } from '../../wording/sentences.js';
import { attributes, joined, markup, type Markup } from '../markup.js';
import { disagreementView, type DisagreementView } from '../static-view.js';
import {
  contentWidth,
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
import { renderDiamond } from './svg-marks.js';
import { layoutPage, renderSvg, type SvgLayout } from './svg-page.js';
import {
  layoutText,
  renderLine,
  roundCoordinate,
  textBlock,
  wrapText,
  type TextBlock,
  type TextShaper,
  type TextStyle,
} from './svg-text.js';

const { ink, muted, line, surface, support, oppose } = lightPalette;
const claimStyle: TextStyle = { size: 13.5, isBold: true };
const smallStyle: TextStyle = { size: 11, color: muted };
const bandStyle: TextStyle = { size: 12.5, isBold: true };
const endStyle: TextStyle = { size: 11, isBold: true };
const lettersStyle: TextStyle = { size: 10, isBold: true, anchor: 'middle' };
const ownLettersStyle: TextStyle = { size: 10, isBold: true, color: muted, hasHalo: true };

/** Space above and below a row, in CSS pixels. */
const rowPadding = 9;

/** Where the parts of a row are, in CSS pixels from the side where lines start. */
interface RowGeometry {
  /** Whether the axis is below the claim instead of beside it. */
  readonly isNarrow: boolean;
  readonly claimWidth: number;
  readonly axis: { readonly from: number; readonly to: number };
  readonly verdict: { readonly x: number; readonly width: number };
}

/** Renders the chart as SVG: per claim its text, the sources between opposing and supporting, and the verdict. */
export function disagreementSvg(view: DisagreementView, shapeText?: TextShaper): Markup {
  return renderSvg(layoutDisagreementSvg(view, shapeText));
}

/** Places the chart for the requested width. */
export function layoutDisagreementSvg(view: DisagreementView, shapeText?: TextShaper): SvgLayout {
  const sheet = sheetFor(view, shapeText);
  const geometry = rowGeometry(sheet, view.options.layout === 'list');
  const { from, to } = geometry.axis;
  const fitted = disagreementView(view.dataset, view.options, to - from);
  const { rows } = fitted.placed;
  const blocks =
    rows.length === 0
      ? []
      : [
          legend(sheet, legendEntries(fitted, sheet)),
          axisEnds(fitted, sheet, geometry),
          ...rows.flatMap((row) => [rule(sheet), claimRow(fitted, row, sheet, geometry)]),
        ];
  const sentences = rows.map((row) => `${row.claim.text} ${positionsOf(row, view.messages)}.`);
  return layoutPage(fitted, sheet, blocks, [...view.lead, ...sentences].join(' '));
}

function rowGeometry(sheet: Sheet, isList: boolean): RowGeometry {
  const { width, margin } = sheet;
  const { axisPadding, axisShare } = chartTokens;
  const available = contentWidth(sheet);
  if (isList || width < breakpoints.narrow) {
    const verdictWidth = Math.min(120, available * 0.34);
    return {
      isNarrow: true,
      claimWidth: available - verdictWidth - 12,
      axis: { from: margin + axisPadding, to: width - margin - axisPadding },
      verdict: { x: width - margin - verdictWidth, width: verdictWidth },
    };
  }
  const [verdictWidth, columnGap] = [118, 18];
  const axisWidth = available * axisShare;
  const claimWidth = available - axisWidth - verdictWidth - 2 * columnGap;
  const axisStart = margin + claimWidth + columnGap;
  return {
    isNarrow: false,
    claimWidth,
    axis: { from: axisStart + axisPadding, to: axisStart + axisWidth - axisPadding },
    verdict: { x: axisStart + axisWidth + columnGap, width: verdictWidth },
  };
}

/** Returns what the marks and letters mean. */
function legendEntries({ placed, messages }: DisagreementView, sheet: Sheet): readonly LegendEntry[] {
  const hasOwnVoices = placed.rows.some(({ ownVoices }) => ownVoices.length > 0);
  const circle: MarkSize = { width: 16, height: 16 };
  const label: MarkSize = { width: 26, height: 16 };
  return [
    { width: circle.width, text: messages.quotedBalance, render: (x, y) => renderPill(x, y, circle) },
    ...(hasOwnVoices ? [{ width: 12, text: messages.ownVoices, render: renderDiamond }] : []),
    ...placed.sources.map(({ source, letters }): LegendEntry => ({
      width: label.width,
      text: source.name,
      render: (x, y) => renderSource(x, y, label, letters, sheet),
    })),
  ];
}

/** Returns the row that says what the two ends of the axis mean. */
function axisEnds({ messages }: DisagreementView, sheet: Sheet, { axis }: RowGeometry): Block {
  const [start, end] = [axis.from - chartTokens.axisPadding, axis.to + chartTokens.axisPadding];
  const width = (axis.to - axis.from) / 2 - 8;
  const opposing = layoutText(messages.allOppose, width, { ...endStyle, color: oppose });
  const supporting = layoutText(messages.allSupport, width, { ...endStyle, color: support, anchor: 'end' });
  return {
    height: Math.max(opposing.height, supporting.height) + 6,
    render: (y) => [
      renderArrow(sheet, start + 10, y + 7, -1, oppose),
      ...renderText(sheet, opposing, start + 16, y),
      renderArrow(sheet, end - 10, y + 7, 1, support),
      ...renderText(sheet, supporting, end - 16, y),
    ],
  };
}

/** Renders an arrow towards the start (−1) or the end (1) of the line. */
function renderArrow(sheet: Sheet, x: number, y: number, direction: 1 | -1, stroke: string): Markup {
  const tail = physicalX(sheet, x);
  const tip = physicalX(sheet, x + direction * 9);
  const barb = roundCoordinate(tip + Math.sign(tail - tip) * 4);
  const d = `M${roundCoordinate(tail)} ${y}H${roundCoordinate(tip)}M${barb} ${y - 3.5}L${roundCoordinate(tip)} ${y}L${barb} ${y + 3.5}`;
  return markup`<path${attributes({ d, fill: 'none', stroke, 'stroke-width': 1.5 })} />`;
}

function claimRow(view: DisagreementView, row: PlacedDisagreement, sheet: Sheet, geometry: RowGeometry): Block {
  const { placed, messages } = view;
  const { isNarrow, claimWidth, axis } = geometry;
  const claim = layoutText(row.claim.text, claimWidth, claimStyle);
  const facts = layoutText(factsOf(row, placed, messages, placed.isFlat), claimWidth, smallStyle);
  const verdict = verdictBlocks(view, row, geometry);
  const textHeight = claim.height + facts.height;
  const verdictHeight = verdict.band.height + verdict.details.height;
  const axisTop = isNarrow ? Math.max(textHeight, verdictHeight) + 4 : 0;
  const innerHeight = isNarrow ? axisTop + row.height : Math.max(textHeight, verdictHeight, row.height);
  const centred = (height: number) => (isNarrow ? 0 : (innerHeight - height) / 2);
  return {
    height: innerHeight + 2 * rowPadding,
    render: (y) => {
      const top = y + rowPadding;
      const textTop = top + centred(textHeight);
      const verdictTop = top + centred(verdictHeight);
      const verdictX = isNarrow ? geometry.verdict.x + geometry.verdict.width : geometry.verdict.x;
      return [
        ...renderText(sheet, claim, sheet.margin, textTop),
        ...renderText(sheet, facts, sheet.margin, textTop + claim.height),
        renderPlot(row, placed.markSize, sheet, axis, isNarrow ? top + axisTop : top + centred(row.height)),
        ...renderText(sheet, verdict.band, verdictX, verdictTop),
        ...renderText(sheet, verdict.details, verdictX, verdictTop + verdict.band.height),
      ];
    },
  };
}

function verdictBlocks(
  { placed, messages }: DisagreementView,
  row: PlacedDisagreement,
  { isNarrow, verdict: { width } }: RowGeometry,
): { readonly band: TextBlock; readonly details: TextBlock } {
  const { band, details } = verdictOf(row, placed.sources.length, messages);
  const anchor = isNarrow ? 'end' : 'start';
  return {
    band: textBlock(band ? [band] : [], { ...bandStyle, anchor }),
    details: textBlock(
      details.flatMap((detail) => wrapText(detail, width, smallStyle)),
      { ...smallStyle, anchor },
    ),
  };
}

/** Renders the axis of a row with its marks. Their positions are mirrored by the layout already. */
function renderPlot(
  { axis, height, bar, marks, ownVoices }: PlacedDisagreement,
  size: MarkSize,
  sheet: Sheet,
  { from, to }: RowGeometry['axis'],
  top: number,
): Markup {
  const left = sheet.isMirrored ? sheet.width - to : from;
  const x = scaleLinear([0, 100], [left, left + (to - from)]);
  const axisY = top + axis;
  // Marks at one position are stacked; the stem leads from the axis to the highest.
  const stems = new Map(marks.filter(({ y }) => y < axis).map((mark) => [mark.x, mark.y]));
  return joined(
    [
      renderStroke(x(0), axisY, x(100), axisY, { stroke: line }),
      renderStroke(x(50), top + 2, x(50), top + height - 2, { stroke: line, 'stroke-dasharray': '2 3' }),
      bar &&
        renderStroke(x(bar[0]), axisY, x(bar[1]), axisY, {
          stroke: muted,
          'stroke-width': 3,
          'stroke-linecap': 'round',
        }),
      ...[...stems].map(([percent, y]) => renderStroke(x(percent), top + y, x(percent), axisY, { stroke: muted })),
      ...marks.map((mark) => renderSource(x(mark.x), top + mark.y, size, mark.letters, sheet)),
      ...ownVoices.flatMap((mark) => {
        const [markX, markY, isLeft] = [x(mark.x), top + mark.y, mark.lettersAt === 'left'];
        const style: TextStyle = { ...ownLettersStyle, anchor: isLeft ? 'end' : 'start' };
        return [
          renderDiamond(markX, markY),
          renderLine(mark.letters, markX + (isLeft ? -9 : 9), markY + 3.6, style, sheet.shapeText),
        ];
      }),
    ],
    '',
  );
}

/** Renders the outline of a source’s mark: a circle, or a pill where it is wider than high. */
function renderPill(x: number, y: number, { width, height }: MarkSize): Markup {
  return markup`<rect${attributes({
    x: roundCoordinate(x - width / 2),
    y: roundCoordinate(y - height / 2),
    width,
    height,
    rx: height / 2,
    fill: surface,
    stroke: ink,
    'stroke-width': width === height ? 1.5 : 1.2,
  })} />`;
}

/** Renders the mark of a source with its letters. */
function renderSource(x: number, y: number, size: MarkSize, letters: string, { shapeText }: Sheet): Markup {
  const style = size.height < 16 ? { ...lettersStyle, size: 9 } : lettersStyle;
  return joined([renderPill(x, y, size), renderLine(letters, x, y + style.size * 0.36, style, shapeText)], '');
}

import { min, sum } from 'd3-array';
import type { Statement } from '../../dataset/dataset.js';
import { quoteText } from '../../dataset/quote-parts.js';
import { selectionOf } from '../../layout/matrix/matrix-selection.js';
import { breakpoints, matrixTokens } from '../../theme/tokens.js';
import type { DisagreementView, MatrixView, StaticView } from '../static-view.js';
import { layoutDisagreementSvg } from '../svg/disagreement-svg.js';
import { wrapText } from '../svg/svg-text.js';

// Lengths are CSS pixels.

/** Container widths for which the height is estimated. */
const commonWidths = [360, 600, 800];

/** Height of the element’s chart relative to the SVG: its text is larger, and it has buttons. */
const chartToSvg = 1.1;

/** Heights of the matrix’s parts in common fonts. */
const matrixHeights = {
  frame: 90,
  legend: 60,
  listControls: 90,
  tableControls: 45,
  tableHead: 90,
  sectionHeading: 42,
  tableRow: 52,
  /** The table scrolls inside itself above three quarters of a common screen. */
  maxTable: 640,
  listMargins: 40,
  listClaim: 40,
  listVoice: 56,
  panel: 40,
  /** What the panel of a list has more: it is a card. */
  listPanel: 80,
  statementFacts: 38,
  headline: 19,
  noteMargin: 8,
  footer: 70,
};

/** Line heights of the matrix’s texts in common fonts. */
const lineHeights = { lead: 20, claim: 22, quote: 22, note: 19, footer: 17 };

/**
 * Estimates the height of the element in a container of this width, within about a sixth in common fonts. Only a browser knows it
 * exactly.
 */
export function estimatedHeight(view: StaticView, width: number): number {
  return Math.round(view.widget === 'matrix' ? matrixHeight(view, width) : chartHeight(view, width));
}

/** Returns the height to reserve where the width is unknown: the least of the heights at common widths, which leaves no empty space. */
export function reservedHeight(view: StaticView): number {
  return min(commonWidths, (width) => estimatedHeight(view, width))!;
}

function chartHeight(view: DisagreementView, width: number): number {
  return layoutDisagreementSvg({ ...view, options: { ...view.options, width } }).height * chartToSvg;
}

function matrixHeight(view: MatrixView, width: number): number {
  const { placed, options } = view;
  const isList = options.layout === 'list' || (options.layout === 'auto' && width < breakpoints.narrow);
  const heights = matrixHeights;
  const textWidth = width - 44;
  const statements = selectionOf(placed, undefined, options.evidence)?.statements ?? [];
  const quoteWidth = isList ? width - 60 : width - 300;
  return sum([
    heights.frame,
    textHeight(view.lead.join(' '), Math.min(textWidth, 480), lineHeights.lead),
    heights.legend,
    isList ? heights.listControls : heights.tableControls,
    isList ? listHeight(view, textWidth) : tableHeight(view),
    heights.panel + (isList ? heights.listPanel : 0),
    evidenceHeight(statements, quoteWidth),
    textHeight(footerText(view), textWidth, lineHeights.footer),
    heights.footer,
  ]);
}

function tableHeight({ placed }: MatrixView): number {
  const { tableHead, sectionHeading, tableRow, maxTable } = matrixHeights;
  const sections = sum(placed.sections, ({ rows }) => sectionHeading + rows.length * tableRow);
  return Math.min(tableHead + sections, maxTable);
}

/** Returns the height of the claims that the list shows at first, up to at least the one whose quotes are open. */
function listHeight({ placed }: MatrixView, textWidth: number): number {
  const { listMargins, listClaim, listVoice } = matrixHeights;
  const selected = selectionOf(placed, undefined)?.column;
  const claimCount = Math.max(matrixTokens.firstClaims, selected ? placed.columns.indexOf(selected) + 1 : 0);
  const claims = placed.columns.slice(0, claimCount).map(({ claim }, index) => {
    const voiceCount = placed.voices.filter((voice) => voice.sideOf(index)).length;
    return listClaim + textHeight(claim.text, textWidth, lineHeights.claim) + voiceCount * listVoice;
  });
  return listMargins + sum(claims);
}

function evidenceHeight(statements: readonly Statement[], width: number): number {
  const { statementFacts, headline, noteMargin } = matrixHeights;
  return sum(statements, ({ quote, article, note }) => {
    const text = `…${quote.prefix ?? ''}${quoteText(quote)}${quote.suffix ?? ''}…`;
    return sum([
      textHeight(text, width, lineHeights.quote),
      statementFacts,
      article.headline ? headline : 0,
      note ? textHeight(note, width, lineHeights.note) + noteMargin : 0,
    ]);
  });
}

function footerText({ dataset }: StaticView): string {
  return `${dataset.sources.map(({ name }) => name).join(', ')} ${dataset.coded?.method ?? ''}`;
}

/** Returns the height of a text; line height to font size is about 1 : 0.64 in the element. */
function textHeight(text: string, width: number, lineHeight: number): number {
  return wrapText(text, Math.max(width, 120), { size: lineHeight * 0.64 }).length * lineHeight;
}

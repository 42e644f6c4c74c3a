import type { Statement } from '../../dataset/dataset.js';
import { quoteText } from '../../dataset/quote-parts.js';
import { voicesOf, selectionOf } from '../../layout/matrix-selection.js';
import { disagreementSvg } from '../svg/disagreement-svg.js';
import type { MatrixView, StaticView } from '../static-view.js';
import { wrapped } from '../svg/svg-text.js';

/** Below this width of its container the element shows the list. */
const narrow = 560;

/** The element sets its text larger than the picture, and has buttons. */
const elementToPicture = 1.1;

/**
 * About how high the element’s drawing is in a container of that width, in CSS pixels, with common fonts: within a sixth. Only a browser
 * knows it exactly.
 */
export function drawnHeight(view: StaticView, width: number): number {
  return Math.round(view.widget === 'matrix' ? matrixHeight(view, width) : disagreementHeight(view, width));
}

/** What may be kept free whatever the width: the least of the heights at common widths, so that nothing stays empty. */
export function reservedHeight(view: StaticView): number {
  return Math.min(...[360, 600, 800].map((width) => drawnHeight(view, width)));
}

function disagreementHeight(view: StaticView, width: number): number {
  const picture = disagreementSvg({ ...view, wanted: { ...view.wanted, width } } as Parameters<
    typeof disagreementSvg
  >[0]);
  const [, height = '0'] = /height="(\d+)"/.exec(picture.markup) ?? [];
  return Number(height) * elementToPicture;
}

function matrixHeight(view: MatrixView, width: number): number {
  const { placed, wanted } = view;
  const isList = wanted.layout === 'list' || (wanted.layout === 'auto' && width < narrow);
  const lead = textHeight(view.lead.join(' '), Math.min(width - 44, 480), 20);
  const [frame, legend, controls, footer] = [
    90,
    60,
    isList ? 90 : 45,
    textHeight(footerText(view), width - 44, 17) + 70,
  ];
  const statements = selectionOf(placed, undefined)?.statements ?? [];
  const panel = 40 + evidenceHeight(statements, isList ? width - 60 : width - 300) + (isList ? 80 : 0);
  return frame + lead + legend + controls + (isList ? listHeight(view, width) : tableHeight(view)) + panel + footer;
}

/** Rows of the table, which scrolls inside itself from three quarters of a common screen on. */
function tableHeight({ placed }: MatrixView): number {
  const rows = placed.sections.reduce((sum, { rows }) => sum + 42 + rows.length * 52, 90);
  return Math.min(rows, 640);
}

/** The claims that stand open at first: five, or as many as it takes to reach the opened one. */
function listHeight({ placed }: MatrixView, width: number): number {
  const selected = selectionOf(placed, undefined)?.column;
  const open = Math.max(5, selected ? placed.columns.indexOf(selected) + 1 : 0);
  return placed.columns.slice(0, open).reduce((sum, { claim }, index) => {
    const voices = voicesOf(placed).filter((voice) => voice.sideOf(index)).length;
    return sum + 40 + textHeight(claim.text, width - 44, 22) + voices * 56;
  }, 40);
}

function evidenceHeight(statements: readonly Statement[], width: number): number {
  return statements.reduce((sum, { quote, article, note }) => {
    const text = `…${quote.prefix ?? ''}${quoteText(quote)}${quote.suffix ?? ''}…`;
    const [headline, remark] = [article.headline ? 19 : 0, note ? textHeight(note, width, 19) + 8 : 0];
    return sum + textHeight(text, width, 22) + 38 + headline + remark;
  }, 0);
}

function footerText({ dataset }: StaticView): string {
  return `${dataset.sources.map(({ name }) => name).join(', ')} ${dataset.coded?.method ?? ''}`;
}

function textHeight(text: string, width: number, line: number): number {
  return wrapped(text, Math.max(width, 120), { size: line * 0.64 }).length * line;
}

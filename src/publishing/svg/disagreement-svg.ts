import { factsOf, isFlat, placesOf, verdictOf } from '../../wording/sentences.js';
import type { MarkSize, PlacedDisagreement } from '../../layout/disagreement-layout.js';
import { palette } from '../html/channel-styles.js';
import { attributes, joined, markup, type Markup } from '../markup.js';
import { staticView, type DisagreementView } from '../static-view.js';
import { diamond } from './svg-marks.js';
import {
  across,
  legend,
  line,
  rule,
  setText,
  sheetFor,
  svgPage,
  type Block,
  type Key,
  type Sheet,
} from './svg-page.js';
import { blockHeight, rounded, textLine, wrapped, type Setting, type Speller } from './svg-text.js';

const claim: Setting = { size: 13.5, bold: true };
const small: Setting = { size: 11, color: palette.muted };
const verdict: Setting = { size: 12.5, bold: true };
const letters: Setting = { size: 10, bold: true, anchor: 'middle' };

/** Below this width the axis stands under its claim, as in the element. */
const narrow = 560;
/** Half a mark may hang over each end of the axis. */
const overhang = 14;

/** Where the parts of a row lie, in pixels from where a line begins. */
interface Columns {
  readonly isNarrow: boolean;
  readonly claim: number;
  readonly axis: readonly [number, number];
  readonly verdict: readonly [number, number];
}

/** One row a claim: its text, where the sources stand between opposing and supporting, and what that comes to. */
export function disagreementSvg(view: DisagreementView, spell?: Speller): Markup {
  const sheet = sheetFor(view, spell);
  const columns = columnsOf(sheet, view.wanted.layout === 'list');
  const [from, to] = columns.axis;
  // Laid out once more: which marks would touch depends on how long the axis is.
  const placedView = staticView(view.dataset, view.wanted, to - from) as DisagreementView;
  const { placed, messages: messages } = placedView;
  const sentences = placed.rows.map((row) => `${row.claim.text} ${placesOf(row, messages)}.`);
  const blocks =
    placed.rows.length === 0
      ? []
      : [
          legend(sheet, keys(placedView, sheet)),
          ends(placedView, sheet, columns),
          ...placed.rows.flatMap((row) => [rule(sheet), drawRow(placedView, row, sheet, columns)]),
        ];
  return svgPage(placedView, sheet, blocks, [...view.lead, ...sentences].join(' '));
}

function columnsOf({ width, margin }: Sheet, isList: boolean): Columns {
  const inner = width - 2 * margin;
  if (isList || width < narrow) {
    const right = Math.min(120, inner * 0.34);
    return {
      isNarrow: true,
      claim: inner - right - 12,
      axis: [margin + overhang, width - margin - overhang],
      verdict: [width - margin - right, right],
    };
  }
  const [right, between] = [118, 18];
  const axis = inner * 0.42;
  const left = inner - axis - right - 2 * between;
  const start = margin + left + between;
  return {
    isNarrow: false,
    claim: left,
    axis: [start + overhang, start + axis - overhang],
    verdict: [start + axis + between, right],
  };
}

function keys({ placed, messages: messages, dataset }: DisagreementView, sheet: Sheet): readonly Key[] {
  const hasOwn = placed.rows.some(({ ownVoices }) => ownVoices.length > 0);
  const used = new Set(placed.sources.map(({ source }) => source));
  return [
    { width: 16, text: messages.quotedBalance, draw: (x, y) => pill(x, y, { width: 16, height: 16 }) },
    ...(hasOwn ? [{ width: 12, text: messages.ownVoices, draw: diamond }] : []),
    ...dataset.sources.flatMap((source): readonly Key[] => {
      const found = placed.sources.find((each) => each.source === source);
      if (!used.has(source) || !found) return [];
      return [
        {
          width: 26,
          text: source.name,
          draw: (x, y) => labelled(x, y, { width: 26, height: 16 }, found.letters, sheet),
        },
      ];
    }),
  ];
}

/** What the two ends of the axis mean. */
function ends({ messages: messages }: DisagreementView, sheet: Sheet, { axis: [from, to] }: Columns): Block {
  const setting: Setting = { size: 11, bold: true };
  const arrow = (x: number, y: number, by: 1 | -1, color: string) => {
    const tip = across(sheet, x + by * 9);
    const tail = across(sheet, x);
    const back = tip + Math.sign(tail - tip) * 4;
    return markup`<path${attributes({ d: `M${rounded(tail)} ${y}H${rounded(tip)}M${rounded(back)} ${y - 3.5}L${rounded(tip)} ${y}L${rounded(back)} ${y + 3.5}`, fill: 'none', stroke: color, 'stroke-width': 1.5 })} />`;
  };
  const [start, end] = [from - overhang, to + overhang];
  const room = (to - from) / 2 - 8;
  const opposing = wrapped(messages.allOppose, room, setting);
  const supporting = wrapped(messages.allSupport, room, setting);
  const height = blockHeight(Math.max(opposing.length, supporting.length), setting) + 6;
  return {
    height,
    draw: (y) => [
      arrow(start + 10, y + 7, -1, palette.oppose),
      ...setText(sheet, opposing, start + 16, y, { ...setting, color: palette.oppose }),
      arrow(end - 10, y + 7, 1, palette.support),
      ...setText(sheet, supporting, end - 16, y, { ...setting, color: palette.support, anchor: 'end' }),
    ],
  };
}

function drawRow(view: DisagreementView, row: PlacedDisagreement, sheet: Sheet, columns: Columns): Block {
  const { placed, messages: messages } = view;
  const [verdictAt, verdictWidth] = columns.verdict;
  const title = wrapped(row.claim.text, columns.claim, claim);
  const facts = wrapped(factsOf(row, placed, messages, isFlat(placed.markSize)), columns.claim, small);
  const { band, details } = verdictOf(row, placed.sources.length, messages);
  const told = details.flatMap((detail) => wrapped(detail, verdictWidth, small));
  const textHeight = blockHeight(title.length, claim) + blockHeight(facts.length, small);
  const verdictHeight = (band ? blockHeight(1, verdict) : 0) + blockHeight(told.length, small);
  const padding = 9;
  const upper = columns.isNarrow ? Math.max(textHeight, verdictHeight) + 4 : 0;
  const inner = columns.isNarrow ? upper + row.height : Math.max(textHeight, verdictHeight, row.height);
  const centred = (height: number) => (columns.isNarrow ? 0 : (inner - height) / 2);
  return {
    height: inner + 2 * padding,
    draw: (y) => {
      const top = y + padding;
      const [text, judged] = [top + centred(textHeight), top + centred(verdictHeight)];
      const end = columns.isNarrow ? verdictAt + verdictWidth : verdictAt;
      const anchor = columns.isNarrow ? 'end' : 'start';
      return [
        ...setText(sheet, title, sheet.margin, text, claim),
        ...setText(sheet, facts, sheet.margin, text + blockHeight(title.length, claim), small),
        plot(row, placed.markSize, sheet, columns.axis, columns.isNarrow ? top + upper : top + centred(row.height)),
        ...(band ? setText(sheet, [band], end, judged, { ...verdict, anchor }) : []),
        ...setText(sheet, told, end, judged + (band ? blockHeight(1, verdict) : 0), { ...small, anchor }),
      ];
    },
  };
}

/** The axis of a row with its marks; the layout has mirrored them already where one reads from right to left. */
function plot(
  { axis, height, bar, marks, ownVoices }: PlacedDisagreement,
  size: MarkSize,
  sheet: Sheet,
  [from, to]: readonly [number, number],
  top: number,
): Markup {
  const left = sheet.mirrored ? sheet.width - to : from;
  const x = (percent: number) => left + ((to - from) * percent) / 100;
  const stems = new Map(marks.filter(({ y }) => y < axis).map(({ x, y }) => [x, y]));
  const own: Setting = { size: 10, bold: true, color: palette.muted, ringed: true };
  return joined(
    [
      line(x(0), top + axis, x(100), top + axis, { stroke: palette.line }),
      line(x(50), top + 2, x(50), top + height - 2, { stroke: palette.line, 'stroke-dasharray': '2 3' }),
      bar &&
        line(x(bar[0]), top + axis, x(bar[1]), top + axis, {
          stroke: palette.muted,
          'stroke-width': 3,
          'stroke-linecap': 'round',
        }),
      ...[...stems].map(([at, y]) => line(x(at), top + y, x(at), top + axis, { stroke: palette.muted })),
      ...marks.map(({ x: at, y, letters }) => labelled(x(at), top + y, size, letters, sheet)),
      ...ownVoices.flatMap(({ x: at, y, letters, lettersAt }) => [
        diamond(x(at), top + y),
        textLine(
          letters,
          x(at) + (lettersAt === 'left' ? -9 : 9),
          top + y + 3.6,
          { ...own, anchor: lettersAt === 'left' ? 'end' : 'start' },
          sheet.spell,
        ),
      ]),
    ],
    '',
  );
}

function pill(x: number, y: number, { width, height }: MarkSize): Markup {
  return markup`<rect${attributes({
    x: rounded(x - width / 2),
    y: rounded(y - height / 2),
    width,
    height,
    rx: height / 2,
    fill: palette.surface,
    stroke: palette.ink,
    'stroke-width': width === height ? 1.5 : 1.2,
  })} />`;
}

function labelled(x: number, y: number, size: MarkSize, text: string, { spell }: Sheet): Markup {
  const setting = size.height < 16 ? { ...letters, size: 9 } : letters;
  return joined([pill(x, y, size), textLine(text, x, y + setting.size * 0.36, setting, spell)], '');
}

import type { Position } from '../../analysis/stance-grid.js';
import { markName } from '../../wording/sentences.js';
import { shortName } from '../../wording/short-name.js';
import { voicesOf } from '../../layout/matrix-selection.js';
import { sectionTitle, type PlacedVoice } from '../../layout/matrix-layout.js';
import { palette } from '../html/channel-styles.js';
import { joined, markup, type Markup } from '../markup.js';
import { besideMiddle, degrees, head, headsIn, headsInTheirRoom, slantLine, type Heads } from './column-headings.js';
import { matrixList } from './matrix-list-svg.js';
import { sides, type MatrixView } from '../static-view.js';
import { absentDot, balanceBar, contestedSign, pips, sideMark } from './svg-marks.js';
import {
  across,
  gap,
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
import { blockHeight, rounded, textLine, textWidth, wrapped, type Setting, type Speller } from './svg-text.js';

const name: Setting = { size: 12.5, bold: true };
const role: Setting = { size: 11, color: palette.muted };

/** Below this width the element shows the list, and so does the picture. */
const narrow = 560;
/** More sources than this do not fit as dots under a mark. */
const mostPips = 6;

/** The table or, where it does not fit or is not wanted, the list by claim. A table that is asked for gets the width that it takes. */
export function matrixSvg(view: MatrixView, spell?: Speller): Markup {
  const { placed, messages: messages } = view;
  const asked = sheetFor(view, spell);
  const taken = 2 * asked.margin + namesWidth(view);
  const heads = placed.columns.length > 0 ? headsFor(view, asked.width - taken) : undefined;
  const isList = heads === undefined;
  const sheet = isList ? asked : { ...asked, width: Math.max(asked.width, Math.ceil(taken + heads.width)) };
  const drawn = placed.columns.length === 0 ? [] : isList ? matrixList(view, sheet) : table(view, sheet, heads);
  const sentences = voicesOf(placed).flatMap((voice) =>
    placed.columns.flatMap((column, index) => {
      const position = voice.positionOf(index);
      return position ? [markName(voice, column, position, messages)] : [];
    }),
  );
  return svgPage(view, sheet, [keys(view, sheet), ...drawn], [...view.lead, ...sentences].join(' '));

  function keys({ dataset }: MatrixView, sheet: Sheet): Block {
    const { sources } = dataset;
    const all = sources.map(() => true);
    const shown: readonly Key[] = [
      ...sides
        .filter((side) => placed.sides.has(side))
        .map((side): Key => ({ width: 18, text: messages.side[side], draw: (x, y) => sideMark(side, x, y) })),
      ...(isList ? [] : [{ width: 6, text: messages.notQuoted, draw: absentDot }]),
      ...(placed.hasContested ? [{ width: 9, text: messages.contested, draw: contestedSign }] : []),
      ...(sources.length > 1 && sources.length <= mostPips && !isList
        ? [
            {
              width: sources.length * 6,
              text: messages.reportedBy(sources.map(shortName)),
              draw: (x: number, y: number) => pips(all, x, y, sheet.mirrored),
            },
          ]
        : []),
    ];
    return view.placed.columns.length > 0 ? legend(sheet, shown) : gap(0);
  }
}

function namesWidth({ placed, wanted, messages: messages }: MatrixView): number {
  const widest = Math.max(
    ...voicesOf(placed).map((voice) => textWidth(voice.name, name)),
    textWidth(messages.speaker, role),
  );
  return Math.min(widest + 14, wanted.width * 0.28, 210);
}

function headsFor({ placed, wanted }: MatrixView, room: number): Heads | undefined {
  if (wanted.layout === 'list' || (wanted.layout === 'auto' && wanted.width < narrow)) return undefined;
  return headsIn(placed.columns, room) ?? (wanted.layout === 'table' ? headsInTheirRoom(placed.columns) : undefined);
}

function table(view: MatrixView, sheet: Sheet, heads: Heads): readonly Block[] {
  const { placed, messages: messages } = view;
  const names = namesWidth(view);
  const middle = (index: number) => sheet.margin + names + heads.column * (index + 0.5);
  return [
    headRow(view, sheet, heads, middle),
    ...placed.sections.flatMap((section) => {
      const title = sectionTitle(section, messages.section);
      return [
        ...(title ? [drawHeading(title, sheet)] : [gap(6)]),
        ...section.rows.flatMap((voice, index) => [
          ...(index > 0 ? [rule(sheet, { color: '#eff0f2' })] : []),
          voiceRow(view, voice, sheet, { names, middle }),
        ]),
      ];
    }),
  ];
}

function headRow(
  { placed, messages: messages }: MatrixView,
  sheet: Sheet,
  { isUpright, told, column, height: tallest }: Heads,
  middle: (index: number) => number,
): Block {
  const bar = Math.min(44, column - 6);
  const height = tallest + 18;
  return {
    height,
    draw: (y) => [
      ...setText(sheet, [messages.speaker], sheet.margin, y + height - 28, role),
      ...placed.columns.flatMap((each, index) => {
        const x = across(sheet, middle(index));
        const block = told[index]!;
        const top = y + tallest - blockHeight(block.length, head);
        return [
          ...(isUpright
            ? setText(sheet, block, middle(index), top, { ...head, anchor: 'middle' })
            : [slantedHead(block, x, y + tallest, sheet, each.claim.text)]),
          balanceBar(each.support, each.oppose, x, y + tallest + 6, bar, sheet.mirrored),
        ];
      }),
      line(sheet.margin, y + height - 0.5, sheet.width - sheet.margin, y + height - 0.5, { stroke: palette.line }),
    ],
  };
}

/** A head that rises from the middle of its column; two lines stand beside each other. */
function slantedHead(block: readonly string[], x: number, y: number, { mirrored, spell }: Sheet, full: string): Markup {
  const turned = block.map((each, index) => {
    const at = (block.length - 1 - index) * slantLine;
    return textLine(each, 0, -at, { ...head, anchor: mirrored ? 'end' : 'start' }, spell);
  });
  return markup`<g transform="translate(${rounded(x + (mirrored ? -besideMiddle : besideMiddle))} ${rounded(y)}) rotate(${mirrored ? degrees : -degrees})"><title>${full}</title>${joined(turned, '')}</g>`;
}

function drawHeading(title: string, sheet: Sheet): Block {
  const setting: Setting = { size: 11, bold: true, color: palette.muted };
  const block = wrapped(title, sheet.width - 2 * sheet.margin, setting);
  return {
    height: 18 + blockHeight(block.length, setting),
    draw: (y) => [
      ...setText(sheet, block, sheet.margin, y + 13, setting),
      line(
        sheet.margin,
        y + 17 + blockHeight(block.length, setting),
        sheet.width - sheet.margin,
        y + 17 + blockHeight(block.length, setting),
        { stroke: palette.line },
      ),
    ],
  };
}

function voiceRow(
  view: MatrixView,
  voice: PlacedVoice,
  sheet: Sheet,
  { names, middle }: { readonly names: number; readonly middle: (index: number) => number },
): Block {
  const title = wrapped(voice.name, names - 8, name);
  const below = voice.role ? wrapped(voice.role, names - 8, role) : [];
  const text = blockHeight(title.length, name) + blockHeight(below.length, role);
  const height = Math.max(text + 10, 38);
  return {
    height,
    draw: (y) => {
      const top = y + (height - text) / 2;
      return [
        ...setText(sheet, title, sheet.margin, top, name),
        ...setText(sheet, below, sheet.margin, top + blockHeight(title.length, name), role),
        ...view.placed.columns.map((_, index) =>
          cell(view, voice, index, voice.positionOf(index), sheet, middle(index), y + height / 2),
        ),
      ];
    },
  };
}

function cell(
  view: MatrixView,
  voice: PlacedVoice,
  index: number,
  position: Position | undefined,
  sheet: Sheet,
  x: number,
  y: number,
): Markup {
  const at = across(sheet, x);
  if (!position) return absentDot(at, y);
  const { sources } = view.dataset;
  const hasPips = sources.length > 1 && sources.length <= mostPips;
  const middle = hasPips ? y - 4 : y;
  const count: Setting = { size: 9.5, bold: true, color: palette.muted };
  return joined(
    [
      sideMark(position.side, at, middle, markName(voice, view.placed.columns[index]!, position, view.messages)),
      position.count > 1
        ? joined(setText(sheet, [view.messages.number(position.count)], x + 11, middle - 13, count), '')
        : undefined,
      position.contested ? contestedSign(across(sheet, x + 14), middle + 5) : undefined,
      hasPips
        ? pips(
            sources.map((source) => position.sources.includes(source)),
            at,
            y + 11,
            sheet.mirrored,
          )
        : undefined,
    ],
    '',
  );
}

import { markName } from '../../wording/sentences.js';
import { shortName } from '../../wording/short-name.js';
import type { PlacedClaim, PlacedVoice } from '../../layout/matrix-layout.js';
import { voicesOf } from '../../layout/matrix-selection.js';
import type { Position } from '../../analysis/stance-grid.js';
import { palette } from '../html/channel-styles.js';
import { sides, type MatrixView } from '../static-view.js';
import { contestedSign, sideMark } from './svg-marks.js';
import { across, gap, rule, setText, type Block, type Sheet } from './svg-page.js';
import { blockHeight, wrapped, type Setting } from './svg-text.js';

const claim: Setting = { size: 14, bold: true };
const name: Setting = { size: 12.5 };
const carriers: Setting = { size: 11, color: palette.muted };

/** A voice needs so much of the width; where there is more, they stand in two or three columns. */
const leastColumn = 240;

/** The matrix for narrow places: claim by claim, who supports it, who opposes it. */
export function matrixList(view: MatrixView, sheet: Sheet): readonly Block[] {
  return view.placed.columns.flatMap((column, index) => [
    rule(sheet),
    gap(10),
    claimTitle(view, column, sheet),
    ...voiceLines(view, index, sheet),
    gap(8),
  ]);
}

function claimTitle({ messages: messages }: MatrixView, column: PlacedClaim, sheet: Sheet): Block {
  const room = sheet.width - 2 * sheet.margin;
  const title = wrapped(column.claim.text, room, claim);
  const balance = wrapped(messages.balance(column.support, column.oppose, column.neutral), room, carriers);
  return {
    height: blockHeight(title.length, claim) + blockHeight(balance.length, carriers) + 6,
    draw: (y) => [
      ...setText(sheet, title, sheet.margin, y, claim),
      ...setText(sheet, balance, sheet.margin, y + blockHeight(title.length, claim), carriers),
    ],
  };
}

interface Line {
  readonly voice: PlacedVoice;
  readonly position: Position;
}

/** By side, so that what is for and what is against stands together; row by row, each row as high as its highest. */
function voiceLines(view: MatrixView, index: number, sheet: Sheet): readonly Block[] {
  const room = sheet.width - 2 * sheet.margin;
  const columns = Math.max(1, Math.floor(room / leastColumn));
  const found = voicesOf(view.placed).flatMap((voice): readonly Line[] => {
    const position = voice.positionOf(index);
    return position ? [{ voice, position }] : [];
  });
  const sorted = sides.flatMap((side) => found.filter(({ position }) => position.side === side));
  const rows = Array.from({ length: Math.ceil(sorted.length / columns) }, (_, row) =>
    sorted.slice(row * columns, (row + 1) * columns),
  );
  return rows.map((row) => {
    const drawn = row.map((each, at) =>
      voiceLine(view, each, index, sheet, sheet.margin + (at * room) / columns, room / columns),
    );
    return {
      height: Math.max(...drawn.map(({ height }) => height)),
      draw: (y) => drawn.flatMap((block) => block.draw(y)),
    };
  });
}

function voiceLine(
  view: MatrixView,
  { voice, position }: Line,
  index: number,
  sheet: Sheet,
  x: number,
  width: number,
): Block {
  const { messages: messages, dataset, placed } = view;
  const { side, sources } = position;
  const count = position.count > 1 ? messages.number(position.count) : '';
  const title = wrapped(voice.name, width - 44, name);
  const carried = voice.isOutlet
    ? messages.ownVoice
    : dataset.sources.length < 2
      ? ''
      : sources.length === dataset.sources.length
        ? messages.reportCount(sources.length)
        : messages.list(sources.map(shortName));
  const below = wrapped(
    [carried, ...(position.contested ? [messages.contested] : [])].filter(Boolean).join(' · '),
    width - 44,
    carriers,
  );
  const sentence = markName(voice, placed.columns[index]!, position, messages);
  return {
    height: blockHeight(title.length, name) + blockHeight(below.length, carriers) + 7,
    draw: (y) => [
      sideMark(side, across(sheet, x + 9), y + 10, sentence),
      ...(count ? setText(sheet, [count], x + 19, y - 3, { size: 9, bold: true, color: palette.muted }) : []),
      ...(position.contested ? [contestedSign(across(sheet, x + 23), y + 17)] : []),
      ...setText(sheet, title, x + 36, y, name),
      ...setText(sheet, below, x + 36, y + blockHeight(title.length, name), carriers),
    ],
  };
}

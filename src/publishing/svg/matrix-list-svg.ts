import { max, range } from 'd3-array';
import { scaleBand } from 'd3-scale';
import type { Position } from '../../analysis/stance-grid.js';
import type { PlacedClaim, PlacedVoice } from '../../layout/matrix/matrix-layout.js';
import { lightPalette } from '../../theme/static-tokens.js';
import { markName, quotingOutlets } from '../../wording/sentences.js';
import { sides, type MatrixView } from '../static-view.js';
import { contentWidth, gap, physicalX, renderText, rule, type Block, type Sheet } from './blocks.js';
import { renderContestedSign, renderSideMark } from './svg-marks.js';
import { layoutText, textBlock, type TextStyle } from './svg-text.js';

const claimStyle: TextStyle = { size: 14, isBold: true };
const nameStyle: TextStyle = { size: 12.5 };
const smallStyle: TextStyle = { size: 11, color: lightPalette.muted };
const countStyle: TextStyle = { size: 9, isBold: true, color: lightPalette.muted };

/** Least width of a column of voices, in CSS pixels; a wide list has several columns. */
const minColumnWidth = 240;

/** Returns the matrix as a list by claim: who supports it, who opposes it. */
export function listBlocks(view: MatrixView, sheet: Sheet): readonly Block[] {
  return view.placed.columns.flatMap((column, index) => [
    rule(sheet),
    gap(10),
    claimHeading(view, column, sheet),
    ...voiceRows(view, index, sheet),
    gap(8),
  ]);
}

function claimHeading({ messages }: MatrixView, column: PlacedClaim, sheet: Sheet): Block {
  const width = contentWidth(sheet);
  const claim = layoutText(column.claim.text, width, claimStyle);
  const balance = layoutText(messages.balance(column.support, column.oppose, column.neutral), width, smallStyle);
  return {
    height: claim.height + balance.height + 6,
    render: (y) => [
      ...renderText(sheet, claim, sheet.margin, y),
      ...renderText(sheet, balance, sheet.margin, y + claim.height),
    ],
  };
}

interface VoicePosition {
  readonly voice: PlacedVoice;
  readonly position: Position;
}

/** Returns the voices on a claim, sorted by side and placed row by row; a row is as high as its highest voice. */
function voiceRows(view: MatrixView, index: number, sheet: Sheet): readonly Block[] {
  const width = contentWidth(sheet);
  const columnCount = Math.max(1, Math.floor(width / minColumnWidth));
  const columns = scaleBand(range(columnCount), [sheet.margin, sheet.margin + width]);
  const onClaim = view.placed.voices.flatMap((voice): readonly VoicePosition[] => {
    const position = voice.positionOf(index);
    return position ? [{ voice, position }] : [];
  });
  const sorted = sides.flatMap((side) => onClaim.filter(({ position }) => position.side === side));
  return range(0, sorted.length, columnCount).map((first): Block => {
    const voices = sorted
      .slice(first, first + columnCount)
      .map((each, column) => voiceBlock(view, each, index, sheet, columns(column)!, columns.bandwidth()));
    return {
      height: max(voices, ({ height }) => height)!,
      render: (y) => voices.flatMap((block) => block.render(y)),
    };
  });
}

function voiceBlock(
  { messages, dataset, placed }: MatrixView,
  { voice, position }: VoicePosition,
  index: number,
  sheet: Sheet,
  x: number,
  width: number,
): Block {
  const [textX, textWidth] = [x + 36, width - 44];
  const name = layoutText(voice.name, textWidth, nameStyle);
  const outlets = voice.isOutlet ? messages.voice.outlet : quotingOutlets(voice, position, dataset, messages);
  const notes = [outlets, ...(position.contested ? [messages.contested] : [])].filter(Boolean).join(' · ');
  const below = layoutText(notes, textWidth, smallStyle);
  const count = textBlock(position.count > 1 ? [messages.number(position.count)] : [], countStyle);
  const title = markName(voice, position, dataset, messages, placed.columns[index]!.claim);
  return {
    height: name.height + below.height + 7,
    render: (y) => [
      renderSideMark(position.side, physicalX(sheet, x + 9), y + 10, title),
      ...renderText(sheet, count, x + 19, y - 3),
      ...(position.contested ? [renderContestedSign(physicalX(sheet, x + 23), y + 17)] : []),
      ...renderText(sheet, name, textX, y),
      ...renderText(sheet, below, textX, y + name.height),
    ],
  };
}

import { sectionTitle } from '../../wording/sentences.js';
import type { Position } from '../../analysis/stance-grid.js';
import { type PlacedClaim, type PlacedSection, type PlacedVoice } from '../../layout/matrix/matrix-layout.js';
import { collapsibleTable } from './collapsible-table.js';
import { evidenceMarkup, isolateBidi, sideMarkup, type MarkupContext } from './evidence-markup.js';
import { attributes, joined, lines, markup, type Content, type Markup } from '../markup.js';
import { sides, voiceName, type MatrixView } from '../static-view.js';

/** Widths that the columns of the table need in unstyled text, in CSS pixels. */
const columnWidths = { name: 160, claim: 84 };

/** Whether the table with all claims fits the requested width. */
export function matrixTableFits({ placed, options }: MatrixView): boolean {
  return columnWidths.name + placed.columns.length * columnWidths.claim <= options.width;
}

/** Returns the table of speakers × claims. A cell has a sign, its word and, above one, the number of statements. */
export function matrixTable({ placed, messages }: MatrixView, context: MarkupContext): Markup {
  const { styleOf } = context;
  const headings = placed.columns.map(
    ({ claim }) => markup`<th scope="col"${styleOf('columnHeading')}>${isolateBidi(claim.short ?? claim.text)}</th>`,
  );
  return lines([
    markup`<table${styleOf('table')}>`,
    markup`<thead><tr><th scope="col"${styleOf('columnHeading')}>${messages.speaker}</th>${headings}</tr></thead>`,
    ...placed.sections.map((section) => tableSection(section, placed.columns, context)),
    markup`</table>`,
  ]);
}

function tableSection(section: PlacedSection, columns: readonly PlacedClaim[], context: MarkupContext): Markup {
  const { messages, styleOf } = context;
  const title = sectionTitle(section, messages);
  return lines([
    markup`<tbody>`,
    title &&
      markup`<tr><th scope="rowgroup"${attributes({ colspan: columns.length + 1 })}${styleOf('columnHeading')}>${isolateBidi(title)}</th></tr>`,
    ...section.rows.map((voice) => {
      const cells = columns.map(
        (_, index) => markup`<td${styleOf('cell')}>${cellMarkup(voice.positionOf(index), context)}</td>`,
      );
      return markup`<tr><th scope="row"${styleOf('rowHeading')}>${voiceMarkup(voice, context)}</th>${cells}</tr>`;
    }),
    markup`</tbody>`,
  ]);
}

/** A cell where nobody is quoted has a dot, so that it does not look like a neutral position. */
function cellMarkup(position: Position | undefined, context: MarkupContext): Markup {
  const { messages } = context;
  if (!position) return markup`<span title="${messages.notQuoted}">·</span>`;
  const { side, count } = position;
  return markup`${sideMarkup(side, messages.side[side], context)}${count > 1 ? markup` (${messages.number(count)})` : undefined}`;
}

/** Returns one section per claim: everyone with a position on it, and their quotes. */
export function matrixClaims(view: MatrixView, context: MarkupContext): Markup {
  return lines(view.placed.columns.map((column, index) => claimSection(view, column, index, context)));
}

function claimSection(view: MatrixView, column: PlacedClaim, index: number, context: MarkupContext): Markup {
  const { messages, styleOf } = context;
  const positions = positionsOnClaim(view, index);
  const heading = markup`<h3${styleOf('claim')}>${isolateBidi(column.claim.text)}</h3>`;
  if (positions.length === 0) return lines([heading, markup`<p${styleOf('balance')}>${messages.empty}</p>`]);
  return lines([
    heading,
    markup`<p${styleOf('balance')}>${messages.balance(column.support, column.oppose, column.neutral)}</p>`,
    markup`<table${styleOf('table')}>`,
    markup`<thead><tr><th scope="col"${styleOf('columnHeading')}>${messages.speaker}</th><th scope="col"${styleOf('columnHeading')}>${messages.notes}</th></tr></thead>`,
    markup`<tbody>`,
    ...positions.flatMap(({ voice, position }) => [
      markup`<tr><th scope="row"${styleOf('rowHeading')}>${voiceMarkup(voice, context)}</th>`,
      markup`<td${styleOf('cell')}><p${styleOf('position')}>${positionMarkup(position, context)}</p>`,
      ...position.statements.map((statement) => evidenceMarkup(statement, context)),
      markup`</td></tr>`,
    ]),
    markup`</tbody>`,
    markup`</table>`,
  ]);
}

/** Returns the same as one table whose quotes are collapsed. */
export function collapsibleMatrix(view: MatrixView, context: MarkupContext): Markup {
  const rows = view.placed.columns.map(({ claim }, index) => {
    const positions = positionsOnClaim(view, index);
    return {
      claim: claim.text,
      summary: voicesBySide(positions, context),
      details: positions.flatMap(({ voice, position }) => [
        markup`<p><b>${voiceMarkup(voice, context)}</b><br />${positionMarkup(position, context)}</p>`,
        ...position.statements.map((statement) => evidenceMarkup(statement, context)),
      ]),
    };
  });
  return collapsibleTable(rows, context);
}

interface VoicePosition {
  readonly voice: PlacedVoice;
  readonly position: Position;
}

function positionsOnClaim({ placed }: MatrixView, index: number): readonly VoicePosition[] {
  return placed.voices.flatMap((voice) => {
    const position = voice.positionOf(index);
    return position ? [{ voice, position }] : [];
  });
}

/** Returns “✓ Supports: Pompeo · Pence”, a line for each side. */
function voicesBySide(positions: readonly VoicePosition[], context: MarkupContext): Content {
  const { messages } = context;
  if (positions.length === 0) return messages.empty;
  const groups = sides.flatMap((side) => {
    const names = positions
      .filter(({ position }) => position.side === side)
      .map(({ voice }) => isolateBidi(voiceName(voice, messages)));
    return names.length > 0
      ? [markup`${sideMarkup(side, messages.side[side], context)}${messages.colon}${joined(names, ' · ')}`]
      : [];
  });
  return joined(groups, markup`<br />`);
}

/** Returns “✓ Supports · 14 statements · 3 outlets”; of a single statement no counts. */
function positionMarkup({ side, count, sources }: Position, context: MarkupContext): Markup {
  const { messages } = context;
  const counts = [messages.statementCount(count), messages.outletCount(sources.length)];
  return joined([sideMarkup(side, messages.side[side], context), ...(count > 1 ? counts : [])], ' · ');
}

function voiceMarkup({ name, role, isOutlet }: PlacedVoice, { messages, styleOf }: MarkupContext): Markup {
  const secondLine = isOutlet ? messages.voice.outlet : role;
  return markup`${isolateBidi(name)}${secondLine && markup`<br /><small${styleOf('role')}>${isolateBidi(secondLine)}</small>`}`;
}

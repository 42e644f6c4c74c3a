import type { Position } from '../../analysis/stance-grid.js';
import { voicesOf } from '../../layout/matrix-selection.js';
import { sectionTitle, type PlacedClaim, type PlacedSection, type PlacedVoice } from '../../layout/matrix-layout.js';
import { foldedTable } from './collapsible-table.js';
import { evidenceMarkup, isolated, sideMarkup, type Told } from './evidence-markup.js';
import { attributes, joined, lines, markup, type Content, type Markup } from '../markup.js';
import { sides, voiceName, type MatrixView } from '../static-view.js';

/** Pixels that a column of the whole table needs in plain type. */
const [firstColumn, otherColumn] = [160, 84];

/** Whether all claims fit beside each other as columns of plain text. */
export function matrixFits({ placed, wanted }: MatrixView): boolean {
  return firstColumn + placed.columns.length * otherColumn <= wanted.width;
}

/** Speakers × claims: each mark as a sign and its word, with the number of statements behind it. */
export function matrixTable({ placed, messages: messages }: MatrixView, told: Told): Markup {
  const { dress } = told;
  const heads = placed.columns.map(
    ({ claim }) => markup`<th scope="col"${dress('head')}>${isolated(claim.short ?? claim.text)}</th>`,
  );
  return lines([
    markup`<table${dress('table')}>`,
    markup`<thead><tr><th scope="col"${dress('head')}>${messages.speaker}</th>${heads}</tr></thead>`,
    ...placed.sections.map((section) => tableSection(section, placed.columns, told)),
    markup`</table>`,
  ]);
}

function tableSection(section: PlacedSection, columns: readonly PlacedClaim[], told: Told): Markup {
  const { messages: messages, dress } = told;
  const title = sectionTitle(section, messages.section);
  return lines([
    markup`<tbody>`,
    title &&
      markup`<tr><th scope="rowgroup"${attributes({ colspan: columns.length + 1 })}${dress('head')}>${isolated(title)}</th></tr>`,
    ...section.rows.map((voice) => {
      const cells = columns.map(
        (_, index) => markup`<td${dress('cell')}>${markOf(voice.positionOf(index), told)}</td>`,
      );
      return markup`<tr><th scope="row"${dress('name')}>${nameOf(voice, told)}</th>${cells}</tr>`;
    }),
    markup`</tbody>`,
  ]);
}

/** Where nobody is quoted the cell says so in a sign that is not that of neutral. */
function markOf(position: Position | undefined, told: Told): Markup {
  const { messages: messages } = told;
  if (!position) return markup`<span title="${messages.notQuoted}">·</span>`;
  const { side, count } = position;
  return markup`${sideMarkup(side, messages.side[side], told)}${count > 1 ? markup` (${messages.number(count)})` : undefined}`;
}

/** One section a claim: who takes which side, and in which words. */
export function matrixClaims(view: MatrixView, told: Told): Markup {
  return lines(view.placed.columns.map((column, index) => claimSection(view, column, index, told)));
}

function claimSection(view: MatrixView, column: PlacedClaim, index: number, told: Told): Markup {
  const { messages: messages, dress } = told;
  const said = saidOn(view, index);
  const heading = markup`<h3${dress('claim')}>${isolated(column.claim.text)}</h3>`;
  if (said.length === 0) return lines([heading, markup`<p${dress('balance')}>${messages.empty}</p>`]);
  return lines([
    heading,
    markup`<p${dress('balance')}>${messages.balance(column.support, column.oppose, column.neutral)}</p>`,
    markup`<table${dress('table')}>`,
    markup`<thead><tr><th scope="col"${dress('head')}>${messages.speaker}</th><th scope="col"${dress('head')}>${messages.notes}</th></tr></thead>`,
    markup`<tbody>`,
    ...said.flatMap(({ voice, position }) => [
      markup`<tr><th scope="row"${dress('name')}>${nameOf(voice, told)}</th>`,
      markup`<td${dress('cell')}><p${dress('said')}>${sayingOf(position, told)}</p>`,
      ...position.statements.map((statement) => evidenceMarkup(statement, told)),
      markup`</td></tr>`,
    ]),
    markup`</tbody>`,
    markup`</table>`,
  ]);
}

/** The same in one table, the words folded behind the names. */
export function matrixFolded(view: MatrixView, told: Told): Markup {
  const rows = view.placed.columns.map(({ claim }, index) => {
    const said = saidOn(view, index);
    return {
      claim: claim.text,
      summary: whoTakesWhichSide(said, told),
      inside: said.flatMap(({ voice, position }) => [
        markup`<p><b>${nameOf(voice, told)}</b><br />${sayingOf(position, told)}</p>`,
        ...position.statements.map((statement) => evidenceMarkup(statement, told)),
      ]),
    };
  });
  return foldedTable(rows, told);
}

interface Said {
  readonly voice: PlacedVoice;
  readonly position: Position;
}

function saidOn({ placed }: MatrixView, index: number): readonly Said[] {
  return voicesOf(placed).flatMap((voice) => {
    const position = voice.positionOf(index);
    return position ? [{ voice, position }] : [];
  });
}

function whoTakesWhichSide(said: readonly Said[], told: Told): Content {
  const { messages: messages } = told;
  if (said.length === 0) return messages.empty;
  const groups = sides.flatMap((side) => {
    const names = said
      .filter(({ position }) => position.side === side)
      .map(({ voice }) => isolated(voiceName(voice, messages)));
    return names.length > 0
      ? [markup`${sideMarkup(side, messages.side[side], told)}${messages.colon}${joined(names, ' · ')}`]
      : [];
  });
  return joined(groups, markup`<br />`);
}

/** “✓ Supports · 14 statements · 3 reports” */
function sayingOf({ side, count, sources }: Position, told: Told): Markup {
  const { messages: messages } = told;
  const counts = [messages.statementCount(count), messages.reportCount(sources.length)];
  return joined([sideMarkup(side, messages.side[side], told), ...(count > 1 ? counts : [])], ' · ');
}

function nameOf({ name, role, isOutlet }: PlacedVoice, { messages: messages, dress }: Told): Markup {
  const below = isOutlet ? messages.ownVoice : role;
  return markup`${isolated(name)}${below && markup`<br /><small${dress('role')}>${isolated(below)}</small>`}`;
}

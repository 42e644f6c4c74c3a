import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { PlacedClaim, PlacedSection, PlacedVoice } from '../../layout/matrix/matrix-layout.js';
import type { MatrixModel } from '../../layout/matrix/matrix-model.js';
import type { Cell } from '../../layout/matrix/matrix-keys.js';
import type { Messages } from '../../wording/messages.js';
import { joinPresent } from '../../wording/quotation.js';
import { markName, sectionTitle } from '../../wording/sentences.js';
import { hasPips, pipsClass } from '../pips.js';
import { html, nothing, repeat, svg, type Content } from '../template.js';
import { renderNoteNumbers } from './notes.js';

/** A table of fewer columns is not stretched. */
const minStretchedColumns = 3;

/** What a reader points at or has focused in the table. */
export interface TableState {
  /** The one button in the tab order; undefined before there is one. */
  readonly tabStop: Cell | undefined;
  /** The column under the pointer or the focus. */
  readonly raisedColumn: number | undefined;
  readonly preview: Preview | undefined;
  /** How many rows and columns are out of view; undefined where none is. */
  readonly outOfView: readonly [rows: number, columns: number] | undefined;
}

/** The first quote behind a mark, and where it is shown: CSS declarations. */
export interface Preview {
  readonly text: string;
  readonly position: string;
}

interface TableContext {
  readonly model: MatrixModel;
  readonly state: TableState;
  readonly messages: Messages;
  /** The columns to render, with their indices. */
  readonly columns: readonly (readonly [PlacedClaim, number])[];
}

/**
 * Renders the matrix as a real table: column headers are claims, row headers are voices, each filled cell is a button. Of a large one
 * only the part in view is rendered, between lines and columns as long as the rest.
 */
export function renderMatrixTable(model: MatrixModel, state: TableState, messages: Messages): Content {
  const { dataset, placed, window, notes } = model;
  const [from, to] = window?.columns ?? [0, placed.columns.length];
  const columns = placed.columns.slice(from, to).map((column, index) => [column, from + index] as const);
  const context = { model, state, messages, columns };
  const classes = joinPresent(
    ' ',
    !hasPips(dataset.sources.length) && 'bare',
    placed.columns.length < minStretchedColumns && 'few',
    window && 'windowed',
    notes && 'numbered',
  );
  const ifLarge = (count: number) => ifDefined(window && count);
  return html`<div class="scroller" tabindex="-1">
      <table
        part="table"
        class="${ifDefined(classes || undefined)}"
        width="${ifDefined(window?.width)}"
        aria-rowcount="${ifLarge(placed.lineCount + 1)}"
        aria-colcount="${ifLarge(placed.columns.length + 1)}"
      >
        <colgroup>
          <col class="names" />
        </colgroup>
        ${window ? renderSkippedColumns(window.before) : nothing}
        ${columns.map(([, index]) => renderColumn(index === state.raisedColumn, window !== undefined))}
        ${window ? renderSkippedColumns(window.after) : nothing}
        <thead>
          <tr aria-rowindex="${ifLarge(1)}">
            <th scope="col" class="corner" aria-colindex="${ifLarge(1)}">${messages.speaker}</th>
            ${renderCells(context, (column, index) => renderHead(column, index, context))}
          </tr>
        </thead>
        ${window ? renderSkippedLines(window.above) : nothing}
        ${placed.sections.map((section) => renderSection(section, context))}
        ${window ? renderSkippedLines(window.below) : nothing}
      </table>
      ${state.preview ? renderPreview(state.preview) : nothing}
    </div>
    ${state.outOfView ? html`<p class="hint cue pill" aria-hidden="true">${messages.outOfView(...state.outOfView)}</p>` : nothing}`;
}

function renderColumn(isRaised: boolean, isInWindow: boolean): Content {
  return html`<colgroup class="${ifDefined(isRaised ? 'hot' : undefined)}">
    ${isInWindow ? html`<col />` : nothing}
  </colgroup>`;
}

function renderSkippedLines(height: number): Content {
  return html`<tbody aria-hidden="true">
    <tr height="${height}"></tr>
  </tbody>`;
}

/** Firefox takes the width of columns from `<col>` alone. */
function renderSkippedColumns(width: number): Content {
  return html`<colgroup>
    <col width="${width}" />
  </colgroup>`;
}

/** The inline style goes through the CSSOM, which a strict content security policy allows. */
function renderPreview({ text, position }: Preview): Content {
  return html`<div class="preview" part="preview" aria-hidden="true" dir="auto" .style=${position}>${text}</div>`;
}

/** Renders the cells of a row; in a window they keep to their claims, and one empty cell on each side represents the columns outside. */
function renderCells(
  { columns, model: { window } }: TableContext,
  renderCell: (column: PlacedClaim, index: number) => Content,
): Content {
  if (!window) return columns.map(([column, index]) => renderCell(column, index));
  return html`<td aria-hidden="true"></td>
    ${repeat(
      columns,
      ([column]) => column.key,
      ([column, index]) => renderCell(column, index),
    )}
    <td aria-hidden="true"></td>`;
}

function columnIndex(index: number, { model }: TableContext): number | typeof nothing {
  return model.window ? index + 2 : nothing;
}

function tabIndex(row: number, column: number, { state: { tabStop } }: TableContext): number {
  return tabStop?.row === row && tabStop.column === column ? 0 : -1;
}

/**
 * The open mark is the current one of the table. `aria-expanded` would be read at every other mark as well, and makes Orca leave its
 * browse mode, in which a table is read by cells.
 */
function current(isOpen: boolean): 'true' | typeof nothing {
  return isOpen ? 'true' : nothing;
}

function renderHead(column: PlacedClaim, index: number, context: TableContext): Content {
  const { model, messages } = context;
  const { claim, key, support, oppose, neutral } = column;
  return html`<th scope="col" aria-colindex="${columnIndex(index, context)}">
    <button
      part="claim"
      data-select="${key}"
      tabindex="${tabIndex(-1, index, context)}"
      aria-current="${current(model.selection?.key === key)}"
    >
      <bdi lang="${model.dataset.lang}" title="${claim.text}">${claim.short ?? claim.text}</bdi>
    </button>
    ${renderBalance(column, messages.balance(support, oppose, neutral))}
  </th>`;
}

/** In CSS pixels: both bars together, and the gap between them. */
const [balanceLength, balanceGap, balanceHeight] = [42, 2, 4];

/** Renders the voices for and against a claim as two bars. */
function renderBalance({ support, oppose }: PlacedClaim, name: string): Content {
  const voice = balanceLength / (support + oppose);
  const gap = support > 0 && oppose > 0 ? balanceGap : 0;
  const bar = (side: 'support' | 'oppose', x: number, voices: number) =>
    voices > 0
      ? svg`<rect class="${side}" x="${x.toFixed(1)}" width="${(voice * voices).toFixed(1)}" height="${balanceHeight}"></rect>`
      : nothing;
  return html`<svg
    class="balance"
    role="img"
    aria-label="${name}"
    width="${support + oppose > 0 ? balanceLength + gap : 0}"
    height="${balanceHeight}"
  >
    ${bar('support', 0, support)}${bar('oppose', voice * support + gap, oppose)}
  </svg>`;
}

function renderSection(section: PlacedSection, context: TableContext): Content {
  const { model, state, messages, columns } = context;
  const { placed, selection, notes, window, isMirrored } = model;
  const { firstLine, isTitled } = section;
  const [from, to] = window?.lines ?? [0, Infinity];
  const firstRow = firstLine + Number(isTitled);
  const skipped = Math.max(0, from - firstRow);
  const rows = section.rows.slice(skipped, Math.max(0, to - firstRow));
  const hasTitle = isTitled && firstLine >= from && firstLine < to;
  if (!hasTitle && rows.length === 0) return nothing;
  const { tabStop } = state;
  const firstIndex = placed.voices.indexOf(section.rows[0]!) + skipped;
  return html`<tbody>
    ${
      hasTitle
        ? html`<tr class="section" aria-rowindex="${ifDefined(window && firstLine + 2)}">
            <th scope="rowgroup" colspan="${columns.length + (window ? 3 : 1)}">
              <bdi>${sectionTitle(section, messages)}</bdi>
            </th>
          </tr>`
        : nothing
    }
    ${repeat(
      rows,
      ({ key }) => key,
      (voice, index) => {
        const row = firstIndex + index;
        const openKey = selection && (selection.voice === voice || selection.key === voice.key) ? selection.key : '';
        const stop = tabStop?.row === row ? tabStop.column : undefined;
        // A row costs most of a table: it is rendered again only where it is another.
        return guard([placed, row, openKey, stop, notes, messages, isMirrored, window?.columns.join()], () =>
          renderRow(voice, row, firstRow + skipped + index, context),
        );
      },
    )}
  </tbody>`;
}

function renderRow(voice: PlacedVoice, row: number, line: number, context: TableContext): Content {
  const { model, messages } = context;
  const { selection, window } = model;
  const { key, name, role } = voice;
  const positions = model.placed.columns.filter((_, index) => voice.sideOf(index)).length;
  return html`<tr
    class="${selection?.voice === voice ? 'speaker open' : 'speaker'}"
    aria-rowindex="${ifDefined(window && line + 2)}"
  >
    <th scope="row" aria-colindex="${columnIndex(-1, context)}">
      <button
        part="speaker"
        data-select="${key}"
        tabindex="${tabIndex(row, -1, context)}"
        aria-current="${current(selection?.key === key)}"
        title="${window ? joinPresent(messages.comma, name, role) : nothing}"
      >
        <bdi>${name}</bdi> ${role ? html`<small><bdi>${role}</bdi></small>` : nothing}
      </button>
      <span class="hidden">${messages.positionCount(positions)}</span>
    </th>
    ${renderCells(context, (column, index) => renderCell(voice, row, column, index, context))}
  </tr>`;
}

function renderCell(
  voice: PlacedVoice,
  row: number,
  column: PlacedClaim,
  index: number,
  context: TableContext,
): Content {
  const { model, messages } = context;
  const { dataset, selection, notes, isMirrored } = model;
  const mark = voice.markOf(index);
  const colindex = columnIndex(index, context);
  if (!mark) return html`<td class="absent" aria-colindex="${colindex}"></td>`;
  const { side, sources, count, contested } = mark;
  const key = voice.key + column.key;
  const note = notes?.get(key);
  const pips = pipsClass(
    dataset.sources.map((source) => sources.includes(source)),
    isMirrored,
  );
  return html`<td aria-colindex="${colindex}">
    <button
      part="mark ${side}"
      class="${joinPresent(' ', 'cell', side, pips, contested && 'flagged')}"
      data-select="${key}"
      tabindex="${tabIndex(row, index, context)}"
      aria-label="${markName(voice, mark, dataset, messages)}"
      aria-current="${current(selection?.key === key)}"
    >
      ${count > 1 ? messages.number(count) : nothing}${contested ? html`<i class="contested">!</i>` : nothing}${note ? renderNoteNumbers(note) : nothing}
    </button>
  </td>`;
}

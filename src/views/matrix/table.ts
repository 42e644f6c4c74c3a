import type { Dataset, Side } from '../../dataset/dataset.js';
import {
  sectionTitle,
  type MatrixLayout,
  type PlacedClaim,
  type PlacedSection,
  type PlacedVoice,
} from '../../layout/matrix-layout.js';
import { selectionKey, type MatrixSelection } from '../../layout/matrix-selection.js';
import { joinPresent } from '../../wording/quotation.js';
import type { Messages } from '../../wording/messages.js';
import { lineCount, linesOf } from '../../layout/table-window.js';
import { attribute, html, type Content, type Markup } from '../html.js';
import type { DrawnWindow } from '../../elements/controllers/matrix-viewport.js';
import { renderNumbersOf, type NoteNumbers } from './notes.js';
import { hasPips, pipsClass } from '../pips.js';
import { markName } from '../../wording/sentences.js';
import type { Surface } from '../../elements/surface.js';

/** A table of fewer columns is not stretched. */
const fewColumns = 3;

export interface MatrixContext {
  readonly dataset: Dataset;
  readonly placed: MatrixLayout;
  readonly selection: MatrixSelection | undefined;
  readonly messages: Messages;
  /** Whether one reads from right to left. */
  readonly isMirrored: boolean;
  /** On paper only. */
  readonly numbers: NoteNumbers | undefined;
  readonly keep: Surface['keep'];
  /** Of a large table. */
  readonly window: DrawnWindow | undefined;
}

/**
 * The matrix as a real table: column heads are claims, row heads are voices, each filled cell one button. Of a large one only what is
 * looked at is drawn, between lines and columns as long as the rest.
 */
export function renderMatrixTable(context: MatrixContext): Markup {
  const { dataset, placed, messages: messages, window, numbers } = context;
  const classes = joinPresent(
    ' ',
    !hasPips(dataset.sources.length) && 'bare',
    placed.columns.length < fewColumns && 'few',
    window && 'windowed',
    numbers && 'numbered',
  );
  const count = (number: number) => window && String(number);
  let line = 0;
  return html`<div class="scroller" tabindex="-1">
    <table
      part="table"
      ${attribute('class', classes || undefined)}
      aria-labelledby="heading"
      ${attribute('width', count(window?.width ?? 0))}
      ${attribute('aria-rowcount', count(lineCount(placed) + 1))}
      ${attribute('aria-colcount', count(placed.columns.length + 1))}
    >
      <colgroup>
        <col class="names" />
      </colgroup>
      ${window && renderRestColumn(window.before)}
      ${drawnColumns(context).map(() =>
        window
          ? html`<colgroup>
              <col />
            </colgroup>`
          : html`<colgroup></colgroup>`,
      )}
      ${window && renderRestColumn(window.after)}
      <thead>
        <tr ${attribute('aria-rowindex', count(1))}>
          <th scope="col" class="corner" ${attribute('aria-colindex', count(1))}>${messages.speaker}</th>
          ${between(
            drawnColumns(context).map(([column, index]) => renderHead(column, index, context)),
            context,
          )}
        </tr>
      </thead>
      ${window && renderRest(window.above)}
      ${placed.sections.map((section) => {
        const first = line;
        line += linesOf(section);
        return renderSection(section, first, context);
      })}
      ${window && renderRest(window.below)}
    </table>
  </div>`;
}

/** What stands for the lines that are not drawn. */
function renderRest(height: number): Markup {
  return html`<tbody aria-hidden="true">
    <tr height="${height}"></tr>
  </tbody>`;
}

/** As wide as the columns that are not drawn. Firefox has no ear for the width of a `<colgroup>`. */
function renderRestColumn(width: number): Markup {
  return html`<colgroup>
    <col width="${width}" />
  </colgroup>`;
}

/** What stands in their place in a row. */
function between(cells: readonly Markup[], { window }: MatrixContext): readonly Markup[] {
  const rest = html`<td aria-hidden="true"></td>`;
  return window ? [rest, ...cells, rest] : cells;
}

function drawnColumns({ placed, window }: MatrixContext): readonly (readonly [PlacedClaim, number])[] {
  const [from, to] = window?.columns ?? [0, placed.columns.length];
  return placed.columns.slice(from, to).map((column, index) => [column, from + index] as const);
}

/** For screen readers, of a large table: its place among all columns. */
function columnIndex(index: number, { window }: MatrixContext): Content {
  return window && attribute('aria-colindex', String(index + 2));
}

/** The same, and the claim that a cell stays with while other columns come into view. */
function inColumn({ claim }: PlacedClaim, index: number, context: MatrixContext): Content {
  return context.window && [columnIndex(index, context), attribute('data-key', claim.id)];
}

function renderHead(column: PlacedClaim, index: number, context: MatrixContext): Markup {
  const { selection, messages: messages, window } = context;
  const { claim, support, oppose, neutral } = column;
  const key = selectionKey(undefined, column);
  return html`<th scope="col" ${inColumn(column, index, context)}>
    <button
      part="claim"
      data-select="${key}"
      tabindex="-1"
      aria-expanded="${String(selection?.key === key)}"
      ${attribute('title', claim.short || window ? claim.text : undefined)}
    >
      <bdi>${claim.short ?? claim.text}</bdi>
    </button>
    ${renderBalance(column, messages.balance(support, oppose, neutral))}
  </th>`;
}

/** Voices for and against as two bars. A rule is the one element whose length needs neither a style nor an image. */
function renderBalance({ support, oppose }: PlacedClaim, name: string): Markup {
  const length = 42 / (support + oppose);
  const bar = (side: Side, voices: number) =>
    voices > 0 && html`<hr class="${side}" width="${(length * voices).toFixed(1)}" />`;
  return html`<span class="balance" role="img" aria-label="${name}"
    >${bar('support', support)}${bar('oppose', oppose)}</span
  >`;
}

function renderSection(section: PlacedSection, first: number, context: MatrixContext): Content {
  const { placed, messages: messages, selection, numbers, window } = context;
  const [from, to] = window?.lines ?? [0, Infinity];
  const title = sectionTitle(section, messages.section);
  const firstRow = first + linesOf(section) - section.rows.length;
  const rows = section.rows.slice(Math.max(0, from - firstRow), Math.max(0, to - firstRow));
  const isTitled = title && first >= from && first < to;
  if (!isTitled && rows.length === 0) return undefined;
  const rowIndex = (line: number) => window && String(line + 2);
  return html`<tbody>
    ${
      isTitled &&
      html`<tr class="section" ${attribute('aria-rowindex', rowIndex(first))}>
        <th scope="rowgroup" colspan="${drawnColumns(context).length + (window ? 3 : 1)}"><bdi>${title}</bdi></th>
      </tr>`
    }
    ${rows.map((voice, index) => {
      const opened = selection && (selection.voice === voice || selection.key === voice.key) ? selection.key : '';
      const line = rowIndex(Math.max(firstRow, from) + index);
      return context.keep(`row/${voice.key}`, [placed, opened, numbers, messages, window?.columns.join()], () =>
        renderRow(voice, line, context),
      );
    })}
  </tbody>`;
}

function renderRow(voice: PlacedVoice, rowIndex: string | undefined, context: MatrixContext): Markup {
  const { selection, window, messages: messages } = context;
  const { name, role } = voice;
  const whole = window && joinPresent(messages.comma, name, role);
  return html`<tr
    ${attribute('class', selection?.voice === voice ? 'open' : undefined)}
    ${attribute('aria-rowindex', rowIndex)}
  >
    <th scope="row" ${columnIndex(-1, context)}>
      <button
        part="speaker"
        data-select="${voice.key}"
        tabindex="-1"
        aria-expanded="${String(selection?.key === voice.key)}"
        ${attribute('title', whole)}
      >
        <bdi>${name}</bdi>${role && html`<small><bdi>${role}</bdi></small>`}
      </button>
    </th>
    ${between(
      drawnColumns(context).map(([column, index]) => renderCell(voice, column, index, context)),
      context,
    )}
  </tr>`;
}

function renderCell(voice: PlacedVoice, column: PlacedClaim, index: number, context: MatrixContext): Markup {
  const { dataset, selection, messages: messages, numbers, isMirrored } = context;
  const mark = voice.markOf(index);
  const at = inColumn(column, index, context);
  if (!mark) return html`<td class="absent" ${at}><span>${messages.notQuoted}</span></td>`;
  const { side, sources } = mark;
  const key = selectionKey(voice, column);
  const pips = pipsClass(
    dataset.sources.map((source) => sources.includes(source)),
    isMirrored,
  );
  return html`<td ${at}>
    <button
      part="mark ${side}"
      class="${joinPresent(' ', 'cell', side, pips, mark.contested && 'flagged')}"
      data-select="${key}"
      tabindex="-1"
      aria-label="${markName(voice, column, mark, messages)}"
      aria-expanded="${String(selection?.key === key)}"
    >
      ${mark.count > 1 && messages.number(mark.count)}${mark.contested && html`<i class="contested">!</i>`}${numbers && renderNumbersOf(key, numbers)}
    </button>
  </td>`;
}

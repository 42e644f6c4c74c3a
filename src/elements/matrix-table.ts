import type { Dataset } from '../dataset/dataset.js';
import type { Position } from '../dataset/position-table.js';
import {
  sectionTitle,
  type MatrixLayout,
  type PlacedClaim,
  type PlacedSection,
  type PlacedVoice,
} from '../layout/matrix-layout.js';
import { keyOf, type MatrixSelection } from '../layout/matrix-selection.js';
import type { Wording } from '../wording/wording.js';
import { attribute, html, type Markup } from './html.js';
import { renderNumbersOf, type NoteNumbers } from './matrix-notes.js';
import { hasPips, pipsClass } from './pips.js';
import type { Surface } from './surface.js';

export interface MatrixContext {
  readonly dataset: Dataset;
  readonly placed: MatrixLayout;
  readonly selection: MatrixSelection | undefined;
  readonly words: Wording;
  /** Whether one reads from right to left. */
  readonly isMirrored: boolean;
  /** On paper only. */
  readonly numbers: NoteNumbers | undefined;
  readonly keep: Surface['keep'];
}

/** The matrix as a real table: column heads are claims, row heads are voices, each filled cell one button. */
export function renderMatrixTable(context: MatrixContext): Markup {
  const { dataset, placed, words } = context;
  const bare = hasPips(dataset.sources.length) ? undefined : 'bare';
  return html`<div class="scroller" tabindex="-1">
    <table part="table" ${attribute('class', bare)} aria-labelledby="heading">
      <colgroup class="names"></colgroup>
      ${placed.columns.map(() => html`<colgroup></colgroup>`)}
      <thead>
        <tr>
          <th scope="col" class="corner">${words.speaker}</th>
          ${placed.columns.map((column) => renderHead(column, context))}
        </tr>
      </thead>
      ${placed.sections.map((section) => renderSection(section, context))}
    </table>
  </div>`;
}

function renderHead(column: PlacedClaim, { selection, words }: MatrixContext): Markup {
  const { claim, support, oppose, neutral } = column;
  const key = keyOf(undefined, column);
  return html`<th scope="col">
    <button
      part="claim"
      data-select="${key}"
      tabindex="-1"
      aria-expanded="${String(selection?.key === key)}"
      ${attribute('title', claim.short && claim.text)}
    >
      <bdi>${claim.short ?? claim.text}</bdi>
    </button>
    ${renderBalance(column, words.balance(support, oppose, neutral))}
  </th>`;
}

/** Voices for and against as one bar of two lengths. */
function renderBalance({ support, oppose }: PlacedClaim, name: string): Markup {
  const width = 44;
  const all = support + oppose;
  const gap = support && oppose ? 2 : 0;
  const first = all === 0 ? 0 : ((width - gap) * support) / all;
  return html`<svg class="balance" role="img" aria-label="${name}" width="44" height="4">
    <rect width="${first}" height="4" fill="var(--_support)"></rect>
    <rect x="${first + gap}" width="${all === 0 ? 0 : width - gap - first}" height="4" fill="var(--_oppose)"></rect>
  </svg>`;
}

function renderSection(section: PlacedSection, context: MatrixContext): Markup {
  const { placed, words, selection, numbers } = context;
  const title = sectionTitle(section, words.section);
  return html`<tbody>
    ${
      title &&
      html`<tr class="section">
        <th scope="rowgroup" colspan="${placed.columns.length + 1}"><bdi>${title}</bdi></th>
      </tr>`
    }
    ${section.rows.map((voice) => {
      const opened = selection && (selection.voice === voice || selection.key === voice.key) ? selection.key : '';
      return context.keep(`row/${voice.key}`, [placed, opened, numbers, words], () => renderRow(voice, context));
    })}
  </tbody>`;
}

function renderRow(voice: PlacedVoice, context: MatrixContext): Markup {
  const { placed, selection } = context;
  return html`<tr ${attribute('class', selection?.voice === voice ? 'open' : undefined)}>
    <th scope="row">
      <button
        part="speaker"
        data-select="${voice.key}"
        tabindex="-1"
        aria-expanded="${String(selection?.key === voice.key)}"
      >
        <bdi>${voice.name}</bdi>${voice.role && html`<small><bdi>${voice.role}</bdi></small>`}
      </button>
    </th>
    ${placed.columns.map((column, index) => renderCell(voice, column, voice.at(index), context))}
  </tr>`;
}

function renderCell(
  voice: PlacedVoice,
  column: PlacedClaim,
  position: Position | undefined,
  { dataset, selection, words, numbers, isMirrored }: MatrixContext,
): Markup {
  if (!position) return html`<td class="absent"><span>${words.notQuoted}</span></td>`;
  const { side, sources } = position;
  const key = keyOf(voice, column);
  const pips = pipsClass(
    dataset.sources.map((source) => sources.includes(source)),
    isMirrored,
  );
  return html`<td>
    <button
      part="mark ${side}"
      class="cell ${side} ${pips}"
      data-select="${key}"
      tabindex="-1"
      aria-label="${markName(voice, column, position, words)}"
      aria-expanded="${String(selection?.key === key)}"
      ${countAttribute(position)}
    >
      ${position.contested && html`<i class="contested">!</i>`}${numbers && renderNumbersOf(key, numbers)}
    </button>
  </td>`;
}

/** “Mike Pompeo supports: Iran is al-Qaida’s new home base. 14 statements in 3 reports: …” */
export function markName(voice: PlacedVoice, { claim }: PlacedClaim, position: Position, words: Wording): string {
  return words.mark({
    voice: voice.name,
    claim: claim.text,
    side: position.side,
    statements: position.count,
    sources: position.sources.map(({ name }) => name),
    contested: position.contested,
  });
}

/** The number of statements beside a mark, drawn by the style sheet; of one there is none. */
export function countAttribute({ count }: Position): Markup {
  return attribute('data-count', count > 1 ? String(count) : undefined);
}

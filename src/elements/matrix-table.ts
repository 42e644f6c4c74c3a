import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Dataset, Source } from '../dataset/dataset.js';
import { quoteText } from '../dataset/quote-parts.js';
import type { Position } from '../dataset/stance-grid.js';
import {
  sectionTitle,
  type MatrixLayout,
  type PlacedClaim,
  type PlacedSection,
  type PlacedVoice,
} from '../layout/matrix-layout.js';
import { keyOf, type MatrixSelection } from '../layout/matrix-selection.js';
import type { Wording } from '../wording/wording.js';
import { renderMark } from './marks.js';
import { renderNumbersOf, type NoteNumbers } from './matrix-notes.js';
import { hasPips, pipsClass } from './pips.js';

export interface MatrixContext {
  readonly dataset: Dataset;
  readonly placed: MatrixLayout;
  readonly selection: MatrixSelection | undefined;
  readonly words: Wording;
  /** On paper only. */
  readonly numbers: NoteNumbers | undefined;
  readonly onSelect: (event: Event, key: string) => void;
}

/** The matrix as a real table: column heads are claims, row heads are voices, each filled cell one button. */
export function renderMatrixTable(context: MatrixContext): TemplateResult {
  const { placed, words } = context;
  return html`
    <div
      class="scroller"
      @pointerover=${raiseColumn}
      @focusin=${raiseColumn}
      @pointerleave=${raiseColumn}
      @focusout=${raiseColumn}
    >
      <table part="table" class=${hasPips(context.dataset.sources.length) ? nothing : 'bare'} aria-labelledby="heading">
        <colgroup>
          <col class="names" />
          ${placed.columns.map(() => html`<col />`)}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" class="corner">${words.speaker}</th>
            ${repeat(
              placed.columns,
              ({ claim }) => claim.id,
              (column) => renderHead(column, context),
            )}
          </tr>
        </thead>
        ${repeat(
          placed.sections,
          ({ kind, title }) => `${kind}/${title}`,
          (section) => renderSection(section, context),
        )}
      </table>
      <div class="preview" part="preview" aria-hidden="true" dir="auto" hidden></div>
    </div>
  `;
}

function renderHead(column: PlacedClaim, { selection, words, onSelect }: MatrixContext): TemplateResult {
  const { claim, support, oppose, neutral } = column;
  const key = keyOf(undefined, column);
  return html`<th scope="col">
    <button
      part="claim"
      title=${claim.short ? claim.text : nothing}
      aria-expanded=${selection?.key === key}
      @click=${(event: Event) => onSelect(event, key)}
    >
      <bdi>${claim.short ?? claim.text}</bdi>
    </button>
    ${renderBalance(column)}
    <span class="hidden">${words.balance(support, oppose, neutral)}</span>
  </th>`;
}

/** Voices for and against as one bar of two lengths. */
function renderBalance({ support, oppose }: PlacedClaim): TemplateResult {
  const width = 44;
  const all = support + oppose;
  const gap = support && oppose ? 2 : 0;
  const first = all === 0 ? 0 : ((width - gap) * support) / all;
  return html`<svg class="balance" aria-hidden="true" viewBox="0 0 44 4" width="44" height="4">
    <rect width=${first} height="4" fill="var(--_support)"></rect>
    <rect x=${first + gap} width=${all === 0 ? 0 : width - gap - first} height="4" fill="var(--_oppose)"></rect>
  </svg>`;
}

function renderSection(section: PlacedSection, context: MatrixContext): TemplateResult {
  const { placed, words } = context;
  const title = sectionTitle(section, words.section);
  return html`<tbody>
    ${
      title
        ? html`<tr class="section">
            <th scope="rowgroup" colspan=${placed.columns.length + 1}><bdi>${title}</bdi></th>
          </tr>`
        : nothing
    }
    ${repeat(
      section.rows,
      ({ key }) => key,
      (voice) => {
        const { selection, numbers } = context;
        // A row is drawn again only where something of it has changed.
        const opened = selection && (selection.voice === voice || selection.key === voice.key) ? selection.key : '';
        return guard([voice, opened, numbers, words], () => renderRow(voice, context));
      },
    )}
  </tbody>`;
}

function renderRow(voice: PlacedVoice, context: MatrixContext): TemplateResult {
  const { placed, selection, onSelect } = context;
  return html`<tr class=${selection?.voice === voice ? 'open' : nothing}>
    <th scope="row">
      <button
        part="speaker"
        aria-expanded=${selection?.key === voice.key}
        @click=${(event: Event) => onSelect(event, voice.key)}
      >
        <bdi>${voice.name}</bdi>${voice.role ? html`<small><bdi>${voice.role}</bdi></small>` : nothing}
      </button>
    </th>
    ${repeat(
      placed.columns,
      ({ claim }) => claim.id,
      (column, index) => renderCell(voice, column, voice.positions[index], context),
    )}
  </tr>`;
}

function renderCell(
  voice: PlacedVoice,
  column: PlacedClaim,
  position: Position | undefined,
  { dataset, selection, words, numbers, onSelect }: MatrixContext,
): TemplateResult {
  if (!position) return html`<td class="absent"><span class="hidden">${words.notQuoted}</span></td>`;
  const key = keyOf(voice, column);
  return html`<td>
    <button
      part="mark ${position.side}"
      class="cell"
      data-preview=${quoteText(position.statements[0]!.quote)}
      aria-label=${markName(voice, column, position, words)}
      aria-expanded=${selection?.key === key}
      @click=${(event: Event) => onSelect(event, key)}
    >
      ${renderMark(position.side)}${renderPips(dataset.sources, position)}${renderExtras(position, numbers)}
    </button>
  </td>`;
}

/** What few marks have. */
function renderExtras(position: Position, numbers: NoteNumbers | undefined): TemplateResult | typeof nothing {
  const contested = position.statements.some(({ contested }) => contested);
  if (position.statements.length < 2 && !contested && !numbers) return nothing;
  return html`${renderCount(position)}${contested ? html`<i class="contested">!</i>` : nothing}${renderNumbersOf(position, numbers)}`;
}

/** “Mike Pompeo supports: Iran is al-Qaida’s new home base. 14 statements in 3 reports: …” */
export function markName(voice: PlacedVoice, { claim }: PlacedClaim, position: Position, words: Wording): string {
  return words.mark({
    voice: voice.name,
    claim: claim.text,
    side: position.side,
    statements: position.statements.length,
    sources: position.sources.map(({ name }) => name),
    contested: position.statements.some(({ contested }) => contested),
  });
}

export function renderCount({ statements }: Position): TemplateResult | typeof nothing {
  return statements.length > 1 ? html`<b class="count">${statements.length}</b>` : nothing;
}

/** One dot a source, filled where the source carries the mark. */
export function renderPips(
  sources: readonly Source[],
  position: Pick<Position, 'sources'>,
): TemplateResult | typeof nothing {
  const name = pipsClass(sources.map((source) => position.sources.includes(source)));
  return name === undefined ? nothing : html`<span class=${name} aria-hidden="true"></span>`;
}

/** Raises the column under the pointer or the focus; the row is raised by CSS. */
function raiseColumn(event: Event): void {
  const scroller = event.currentTarget as HTMLElement;
  const leaves = event.type === 'pointerleave' || event.type === 'focusout';
  const cell = leaves ? null : (event.target as Element).closest<HTMLTableCellElement>('td, thead th');
  const index = cell && cell.cellIndex > 0 ? cell.cellIndex : undefined;
  scroller.querySelectorAll('col').forEach((col, at) => col.classList.toggle('hot', at === index));
  showPreview(scroller, leaves ? null : (event.target as Element).closest<HTMLElement>('.cell'));
}

/** The first words behind a mark, below it, for those who see; the mark's name says the rest. All is read before anything is written. */
function showPreview(scroller: HTMLElement, mark: HTMLElement | null): void {
  const preview = scroller.querySelector<HTMLElement>('.preview')!;
  const words = mark?.getAttribute('aria-expanded') === 'false' && mark.dataset.preview;
  if (!mark || !words) {
    preview.hidden = true;
    return;
  }
  const [at, around] = [mark.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const { scrollLeft, scrollTop, clientWidth } = scroller;
  const isInRightHalf = at.left + at.right > around.left + around.right;
  const x = isInRightHalf ? at.right - around.left : at.left - around.left;
  preview.textContent = words;
  preview.hidden = false;
  // Through the CSSOM, which a strict content security policy allows.
  preview.style.left = isInRightHalf ? 'auto' : `${x + scrollLeft}px`;
  preview.style.right = isInRightHalf ? `${clientWidth - x - scrollLeft}px` : 'auto';
  preview.style.top = `${at.bottom - around.top + scrollTop + 2}px`;
}

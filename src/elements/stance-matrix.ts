import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Wording } from '../wording/wording.js';
import { layoutMatrix, type MatrixLayout, type MatrixOrder } from '../layout/matrix-layout.js';
import { markAt, noteNumbers, selectionOf, type MatrixSelection } from '../layout/matrix-selection.js';
import { choiceStyles, renderChoices } from './choices.js';
import { ContainerWidth } from './container-width.js';
import { evidenceStyles } from './evidence.styles.js';
import { StanceSelectEvent } from './events.js';
import { frameStyles } from './frame.styles.js';
import { lastAnswer } from './last-answer.js';
import { renderMatrixLegend } from './matrix-legend.js';
import { renderMatrixList } from './matrix-list.js';
import { renderMatrixPanel } from './matrix-panel.js';
import { renderMatrixNotes } from './matrix-notes.js';
import { markName, renderMatrixTable } from './matrix-table.js';
import { StanceElement } from './stance-element.js';
import { matrixStyles } from './stance-matrix.styles.js';
import { idsIn, narrowingStyles, renderNarrowing } from './narrowing.js';
import { hasPips, pipsSheet } from './pips.js';
import { Reordering } from './reordering.js';
import { moveFocus, setTabStop } from './table-keys.js';

/** More columns than this do not fit on a sheet of paper; there the table becomes the list too. */
const mostColumnsOnPaper = 8;

/** Below this width the table becomes a list by claim. */
const narrow = 560;

/**
 * Who says what: speakers × claims. Each mark opens the verbatim words it rests on.
 *
 * @fires stance-load - A dataset was read.
 * @fires stance-error - The data could not be shown.
 * @fires stance-select - The reader selected a mark, a claim or a speaker.
 * @slot - The fallback: shown until the drawing is there, and beside an error.
 */
export class StanceMatrix extends StanceElement {
  static override styles = [frameStyles, evidenceStyles, choiceStyles, narrowingStyles, matrixStyles];

  /** The order of speakers and claims. */
  @property() order: MatrixOrder = 'editor';

  /** `auto` shows a list by claim where the container is narrow. */
  @property() layout: 'auto' | 'table' | 'list' = 'auto';

  /** Ids of the sources to narrow to, separated by spaces; empty means all. */
  @property() sources = '';

  /** Ids of the speakers to narrow to. */
  @property() speakers = '';

  /** Ids of the claims to narrow to. */
  @property() claims = '';

  /** The topic to narrow to. */
  @property() topic = '';

  /**
   * What is open: `speaker/claim`, `speaker`, `/claim`, `outlet:source/claim`, or `none`. Left out, the most disputed mark
   * is open, for many readers never press anything.
   */
  @property() selected: string | undefined = undefined;

  @state() private showAllClaims = false;

  private readonly width = new ContainerWidth(this, (width) => width < narrow);

  private readonly reordering = new Reordering(this, 'tr:not(.section) > :is(td, th)');

  /** The mark to which the focus returns when the panel closes. */
  private opener: HTMLElement | undefined;

  private placed: MatrixLayout = { columns: [], sections: [] };

  private readonly place = lastAnswer(
    (
      story: Dataset,
      order: MatrixOrder,
      topic: string,
      sources: string,
      speakers: string,
      claims: string,
      lang: string,
    ) =>
      layoutMatrix(story, {
        order,
        topic: topic || undefined,
        sources: idsIn(sources),
        speakers: idsIn(speakers),
        claims: idsIn(claims),
        lang,
      }),
  );

  private selection: MatrixSelection | undefined;

  protected override readonly linked = ['order', 'sources', 'speakers', 'claims', 'topic', 'selected'] as const;

  protected override defaultHeading(dataset: Dataset): string {
    return dataset.title || this.words.matrixHeading;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.story) return;
    if (changed.has('order')) this.reordering.remember();
    const { order, topic, sources, speakers, claims } = this;
    this.placed = this.place(this.story, order, topic, sources, speakers, claims, this.words.lang);
    this.selection = selectionOf(this.placed, this.selected);
  }

  protected override updated(): void {
    super.updated();
    const count = this.story?.sources.length ?? 0;
    const root = this.shadowRoot;
    if (root && hasPips(count) && !root.adoptedStyleSheets.includes(pipsSheet(count)))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, pipsSheet(count)];
    const table = this.renderRoot.querySelector('table');
    if (table) setTabStop(table, table.querySelector('[aria-expanded="true"]'));
  }

  protected override renderDrawing(dataset: Dataset): TemplateResult | undefined {
    const { placed, selection, words } = this;
    const isNarrow = this.width.value > 0 && this.width.value < narrow;
    const isTooWide = this.isPrinting && placed.columns.length > mostColumnsOnPaper;
    const isList = this.layout === 'list' || (this.layout === 'auto' && (isNarrow || isTooWide));
    const voices = placed.sections.reduce((sum, { rows }) => sum + rows.length, 0);
    const numbers = this.isPrinting ? noteNumbers(placed) : undefined;
    const context = { dataset, placed, selection, words, numbers, onSelect: this.onSelect };
    if (voices === 0)
      return html`${this.renderControls(dataset)}
        <p class="hint">${words.empty}</p>`;
    return html`
      <p class="summary" part="summary">
        ${dataset.description ? html`<bdi>${dataset.description}</bdi> ` : nothing}${words.matrixSummary({
          claims: placed.columns.length,
          disputed: placed.columns.filter(({ disputed }) => disputed).length,
          voices,
          sources: idsIn(this.sources)?.length ?? dataset.sources.length,
        })}
        ${words.matrixHint}
      </p>
      ${this.hideLegend ? nothing : renderMatrixLegend(dataset, placed, words)} ${this.renderControls(dataset)}
      <div class="drawing" @keydown=${this.onKeydown} @focusin=${this.onFocus}>
        ${
          isList
            ? renderMatrixList(context, {
                panel: () => this.renderPanel(dataset),
                showAll: this.showAllClaims || this.isPrinting,
                onShowAll: this.onShowAll,
              })
            : html`${renderMatrixTable(context)}${this.renderPanel(dataset)}`
        }
      </div>
      ${numbers ? renderMatrixNotes(placed, numbers, words) : nothing}
    `;
  }

  private renderPanel(dataset: Dataset): TemplateResult | typeof nothing {
    const { placed, selection, words } = this;
    if (!selection || this.isPrinting) return nothing;
    return renderMatrixPanel({ dataset, placed, selection, words, onStep: this.onStep, onClose: this.onClose });
  }

  private renderControls(dataset: Dataset): TemplateResult {
    const { sources, speakers, claims, topic, placed, words } = this;
    const orders: readonly MatrixOrder[] = [
      'editor',
      'disputed',
      ...(dataset.order.speakers ? ['similar' as const] : []),
      'name',
    ];
    return html`<div class="controls" part="controls">
      ${renderChoices(
        words.orderLabel,
        orders.map((each) => [
          words.order[each],
          each === this.order,
          () => this.choose({ order: each }, () => words.ordered(words.order[each])),
        ]),
      )}
      ${renderNarrowing({
        dataset,
        words,
        chosen: { sources, speakers, claims, topic },
        byGroup: true,
        claimsShown: placed.columns.length,
        onChoice: (choice) =>
          this.choose(choice, () => words.claimsShown(this.placed.columns.length, dataset.claims.length)),
      })}
    </div>`;
  }

  private readonly onShowAll = (): void => {
    this.showAllClaims = true;
  };

  private readonly onSelect = (event: Event, key: string): void => {
    const opener = event.currentTarget as HTMLElement;
    this.opener = opener;
    const closes = this.selection?.key === key && opener.getAttribute('aria-expanded') === 'true';
    this.selected = closes ? 'none' : key;
    this.tell();
    // A key or a screen reader pressed it: take the reader there. A pointer's eyes find it by themselves.
    if (!closes) void this.updateComplete.then(() => this.showPanel((event as MouseEvent).detail === 0));
  };

  private readonly onStep = (by: 1 | -1): void => {
    const mark = this.selection && markAt(this.placed, this.selection, by);
    if (!mark) return;
    this.selected = mark;
    this.tell();
    void this.updateComplete.then(() => {
      this.opener = this.renderRoot.querySelector<HTMLElement>('[aria-expanded="true"]') ?? undefined;
    });
  };

  private readonly onClose = (): void => {
    const opener = this.opener ?? this.renderRoot.querySelector<HTMLElement>('[aria-expanded="true"]');
    this.selected = 'none';
    this.tell();
    opener?.focus();
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.selection) this.onClose();
    else moveFocus(event);
  };

  private readonly onFocus = ({ target }: FocusEvent): void => {
    const table = (target as Element).closest('table');
    if (table) setTabStop(table, target as Element);
  };

  private showPanel(withFocus: boolean): void {
    const panel = this.renderRoot.querySelector<HTMLElement>('.panel');
    if (withFocus) panel?.querySelector<HTMLElement>('h3')?.focus();
    else panel?.scrollIntoView({ block: 'nearest' });
  }

  /** Tells the page what the reader selected, and a screen reader that stays where it is. */
  private tell(): void {
    this.remember();
    const selection = selectionOf(this.placed, this.selected);
    const { voice, column, statements = [] } = selection ?? {};
    const who = voice && (voice.isOutlet ? { source: voice.key.replace('outlet:', '') } : { speaker: voice.key });
    if (selection) this.announce(describe(selection, this.words));
    this.dispatchEvent(
      new StanceSelectEvent({
        ...who,
        ...(column && { claim: column.claim.id }),
        statements: statements.map(({ id }) => id),
      }),
    );
  }
}

function describe({ voice, column, position, statements }: MatrixSelection, words: Wording): string {
  if (voice && column && position) return markName(voice, column, position, words);
  return `${voice?.name ?? column?.claim.text}: ${words.statementCount(statements.length)}`;
}

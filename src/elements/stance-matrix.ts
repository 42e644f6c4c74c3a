import type { PropertyDeclarations, PropertyValues } from '@lit/reactive-element';
import type { Dataset } from '../dataset/dataset.js';
import { quoteText } from '../dataset/quote-parts.js';
import type { Messages } from '../wording/messages.js';
import { PositionTable } from '../analysis/position-table.js';
import { namesIn } from '../layout/find-names.js';
import { layoutMatrix, type MatrixLayout, type MatrixOrder } from '../layout/matrix-layout.js';
import { adjacentKey, noteNumbers, selectionOf, voicesOf, type MatrixSelection } from '../layout/matrix-selection.js';
import { isLarge, type Range } from '../layout/table-window.js';
import { choiceStyles, renderChoices } from '../views/choices.js';
import { ContainerWidth } from './controllers/container-width.js';
import { evidenceStyles } from '../views/evidence.styles.js';
import { StanceSelectEvent } from './events.js';
import { EvidenceFiles } from './controllers/evidence-store.js';
import { frameStyles } from '../views/frame.styles.js';
import { html, type Content, type Markup } from '../views/html.js';
import { memoizeLatest } from './memoize-latest.js';
import { markStyles } from '../views/marks.js';
import { renderMatrixLegend } from '../views/matrix/legend.js';
import { renderMatrixList } from '../views/matrix/list.js';
import { overviewStyles, renderOverview } from '../views/matrix/overview.js';
import { finderStyles, nameFinder } from '../views/name-finder.js';
import { renderMatrixPanel } from '../views/matrix/panel.js';
import { windowStyles } from '../views/matrix/large-table.styles.js';
import { renderMatrixNotes } from '../views/matrix/notes.js';
import { raiseColumn, showPreview } from './matrix-hover.js';
import { renderMatrixTable, type MatrixContext } from '../views/matrix/table.js';
import { markName } from '../wording/sentences.js';
import { StanceElement, type Acts } from './stance-element.js';
import { matrixStyles } from '../views/matrix/matrix.styles.js';
import { idsIn, narrowingStyles, renderNarrowing } from '../views/narrowing.js';
import { hasPips, pipsRules } from '../views/pips.js';
import { Reordering } from './controllers/reordering.js';
import { TableNavigation } from './controllers/roving-focus.js';

/** More columns than this do not fit on a sheet of paper; there the table becomes the list too. */
const mostColumnsOnPaper = 8;

/** So many marks of a claim or a speaker are opened up at once. */
const marksAtOnce = 30;

/** All claims of a list. */
const all: Range = [0, Infinity];

/** Below this width the table becomes a list by claim. */
const narrow = 560;

/**
 * Who says what: speakers × claims. Each mark opens the verbatim words it rests on.
 *
 * @tagname stance-matrix
 * @attr {string} lang - The language of words, dates and numbers; else that of the nearest ancestor.
 * @fires {StanceLoadEvent} stance-load - A dataset was read; `detail` is `{ dataset }`.
 * @fires {StanceErrorEvent} stance-error - The data could not be shown; `detail` is `{ code, message, problems }`.
 * @fires {StanceSelectEvent} stance-select - The reader selected a mark, a claim or a speaker; `detail` is `{ speaker?, claim?, source?, statements }`.
 * @slot - The fallback: shown until the drawing is there, and beside an error.
 * @cssstate loading - Data are on their way.
 * @cssstate error - The data could not be shown.
 * @cssstate empty - The dataset holds no statement.
 * @csspart frame - All of the widget.
 * @csspart heading - The heading.
 * @csspart summary - The sentence above the drawing.
 * @csspart legend - What the marks mean.
 * @csspart controls - Order and narrowing.
 * @csspart control - One choice among them.
 * @csspart table - The table.
 * @csspart overview - The small picture of the whole above a large table.
 * @csspart list - The list by claim, which stands for the table where there is little room.
 * @csspart claim - A claim, to be opened.
 * @csspart speaker - A speaker or an outlet, to be opened.
 * @csspart mark - What one speaker says on one claim; with the side, a part too.
 * @csspart support - A mark or statement that supports the claim.
 * @csspart oppose - A mark or statement that opposes it.
 * @csspart both - A mark of who does both.
 * @csspart neutral - A mark or statement that takes no side.
 * @csspart preview - The words beside a mark under the pointer.
 * @csspart panel - What was opened, with its evidence.
 * @csspart evidence - One statement: its quote, its outlet, its link.
 * @csspart quote - The verbatim words.
 * @csspart link - The link to these words in the article.
 * @csspart footer - Sources, date, method, the data to take away.
 * @csspart error - The message in place of a drawing.
 * @cssprop --stance-support - Colour of support.
 * @cssprop --stance-oppose - Colour of opposition.
 * @cssprop --stance-neutral - Colour of who takes no side.
 * @cssprop --stance-ink - Colour of the text.
 * @cssprop --stance-muted - Colour of what stands back: labels, hints, the words around a quote.
 * @cssprop --stance-line - Colour of rules and borders.
 * @cssprop --stance-surface - Colour of the ground.
 * @cssprop --stance-raised - Colour of the ground of what is opened or pointed at.
 * @cssprop --stance-accent - Colour of what is chosen or focused; else the ink.
 * @cssprop --stance-font - Font of everything; else the article's.
 * @cssprop --stance-heading-font - Font of the heading; else that of the rest.
 * @cssprop --stance-quote-font - Font of quotes.
 * @cssprop --stance-radius - Rounding of corners.
 * @cssprop --stance-table-size - The most height of the table before it scrolls.
 */
export class StanceMatrix extends StanceElement {
  static override styles = [frameStyles, markStyles, evidenceStyles, choiceStyles, narrowingStyles, matrixStyles];

  static override properties: PropertyDeclarations = {
    selected: {},
    order: {},
    layout: {},
    speakers: {},
    listed: { state: true },
    opened: { state: true },
  };

  /** The order of speakers and claims. */
  order: MatrixOrder = 'editor';

  /** `auto` shows a list by claim where the container is narrow. */
  layout: 'auto' | 'table' | 'list' = 'auto';

  /** Ids of the speakers to narrow to. */
  speakers = '';

  /**
   * What is open: `speaker/claim`, `speaker`, `/claim`, `outlet:source/claim`, or `none`. Left out, the most disputed mark
   * is open, for many readers never press anything.
   */
  selected: string | undefined = undefined;

  /** The claims that the list shows; undefined until the reader asks for more. */
  private listed: Range | undefined;

  /** So many marks of a claim or a speaker are opened up, and voices of a claim listed. */
  private opened = marksAtOnce;

  /** What was selected anew, and is to come into view. */
  private toShow: string | undefined;

  private readonly files = new EvidenceFiles(this);

  private readonly navigation = new TableNavigation(() => this.renderRoot as ShadowRoot, this.surface);

  private readonly finder = nameFinder(this, this.surface, () => {
    const { placed, messages: messages } = this;
    return { names: () => namesIn(placed), label: messages.find, messages: messages };
  });

  private readonly width = new ContainerWidth(this, (width) => width > 0 && width < narrow);

  private readonly reordering = new Reordering(this, () => this.movable());

  /** The mark to which the focus returns when the panel closes. */
  private opener: HTMLElement | undefined;

  private placed: MatrixLayout = { columns: [], sections: [], sides: new Set(), hasContested: false };

  private readonly narrowed = memoizeLatest(
    (story: Dataset, topic: string, sources: string, speakers: string, claims: string) => {
      const narrowing = {
        topic: topic || undefined,
        sources: idsIn(sources),
        speakers: idsIn(speakers),
        claims: idsIn(claims),
      };
      return { story, narrowing, table: new PositionTable(story, narrowing) };
    },
  );

  private readonly place = memoizeLatest(
    ({ story, narrowing, table }: ReturnType<StanceMatrix['narrowed']>, order: MatrixOrder, lang: string) =>
      layoutMatrix(story, { ...narrowing, order, lang }, table),
  );

  /** Asked again when more evidence is there. */
  private readonly opens = memoizeLatest(
    (...[placed, selected]: [placed: MatrixLayout, selected: string | undefined, taken: number]) =>
      selectionOf(placed, selected),
  );

  private selection: MatrixSelection | undefined;

  /** What the table was last drawn from; undefined where it is a list. */
  private context: MatrixContext | undefined;

  /** The cell under the pointer or the focus. */
  private raised: Element | null = null;

  protected override readonly linked = ['order', 'sources', 'speakers', 'claims', 'topic', 'selected'] as const;

  protected override readonly narrowing = ['sources', 'speakers', 'claims', 'topic'] as const;

  protected override defaultHeading(dataset: Dataset): string {
    return dataset.title || this.messages.matrixHeading;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.story) return;
    if (this.hasUpdated && changed.has('order')) this.reordering.remember();
    this.placed = this.placeStory(this.story);
    const before = this.selection;
    this.selection = this.opens(this.placed, this.selected, this.files.taken);
    const { key } = this.selection ?? {};
    this.toShow = this.selected !== undefined && key !== before?.key ? key : undefined;
    if (this.selection?.column?.claim !== before?.column?.claim) this.opened = marksAtOnce;
    this.askEvidence();
  }

  private placeStory(story: Dataset): MatrixLayout {
    const { order, topic, sources, speakers, claims, messages: messages } = this;
    return this.place(this.narrowed(story, topic, sources, speakers, claims), order, messages.lang);
  }

  protected override prepare(story: Dataset): void {
    this.placeStory(story);
  }

  /** Asks for the words behind what is open where they stand apart; `again` after a failure too. */
  private askEvidence(again?: boolean): void {
    this.files.ask(this.story!, this.selection?.column?.claim, this.address, again);
  }

  protected override updated(): void {
    super.updated();
    this.navigation.drawn(this.context);
    if (this.toShow) this.navigation.show(this.toShow);
  }

  protected override get furtherRules(): readonly string[] {
    const { length } = this.story!.sources;
    const large = [windowStyles, overviewStyles, finderStyles].map(({ cssText }) => cssText);
    return [
      ...super.furtherRules,
      ...(hasPips(length) ? [pipsRules(length)] : []),
      ...(isLarge(this.placed) ? large : []),
    ];
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = super.createRenderRoot();
    this.navigation.listen(root);
    for (const type of ['pointerover', 'focusin', 'focusout']) root.addEventListener(type, this.onRaise);
    this.addEventListener('pointerleave', this.onRaise);
    return root;
  }

  protected override renderDrawing(dataset: Dataset): Content {
    const { placed, selection, messages: messages, surface } = this;
    const isNarrow = this.width.value > 0 && this.width.value < narrow;
    const isTooWide = this.isPrinting && placed.columns.length > mostColumnsOnPaper;
    const isList = this.layout === 'list' || (this.layout === 'auto' && (isNarrow || isTooWide));
    const voices = placed.sections.reduce((sum, { rows }) => sum + rows.length, 0);
    const large = isLarge(placed);
    const numbers = this.isPrinting && !large ? noteNumbers(placed) : undefined;
    const window = isList ? undefined : this.navigation.windowOf(placed);
    const isMirrored = this.direction === 'rtl';
    const context = { dataset, placed, selection, messages: messages, isMirrored, numbers, window, keep: surface.keep };
    this.context = isList ? undefined : context;
    const controls = this.renderControls(dataset);
    if (voices === 0) return [controls, html`<p class="hint">${messages.empty}</p>`];
    const evidence = this.files.stateOf(dataset, selection?.column?.claim);
    const { opened: most } = this;
    const panel = () =>
      selection && (large || !this.isPrinting) && renderMatrixPanel(placed, selection, messages, { most, evidence });
    return [
      html`<p class="hint" part="summary">
        ${dataset.description && html`<bdi>${dataset.description}</bdi>`}
        ${messages.matrixSummary({
          claims: placed.columns.length,
          disputed: placed.columns.filter(({ disputed }) => disputed).length,
          voices,
          sources: idsIn(this.sources)?.length ?? dataset.sources.length,
        })}
        ${messages.matrixHint}
      </p>`,
      !this.hideLegend && renderMatrixLegend(dataset, placed, messages),
      controls,
      html`<div class="drawing">
        ${
          isList
            ? renderMatrixList(context, {
                panel,
                most: large ? most : undefined,
                listed: this.isPrinting && !large ? all : this.listed,
              })
            : [window && renderOverview(surface.keep), renderMatrixTable(context), panel()]
        }
      </div>`,
      this.isPrinting && large && html`<p>${messages.printedInPart}</p>`,
      numbers && renderMatrixNotes(placed, numbers, messages),
    ];
  }

  private renderControls(dataset: Dataset): Markup {
    const { sources, speakers, claims, topic, placed, messages: messages } = this;
    const orders: readonly MatrixOrder[] = [
      'editor',
      'disputed',
      ...(dataset.order.speakers ? ['similar' as const] : []),
      'name',
    ];
    return html`<div class="controls" part="controls">
      ${renderChoices(
        messages.sortLabel,
        'order',
        orders.map((each) => [messages.order[each], each, each === this.order]),
      )}
      ${isLarge(placed) && this.finder.render()}
      ${renderNarrowing(dataset, { sources, speakers, claims, topic }, placed.columns.length, messages)}
    </div>`;
  }

  protected override describeChoice(property: string): string {
    const { messages: messages } = this;
    return property === 'order'
      ? messages.sortedBy(messages.order[this.order])
      : messages.claimsShown(this.placed.columns.length, this.story?.claims.length ?? 0);
  }

  protected override readonly acts: Acts = {
    ...this.acts,
    list: (range: string) => {
      const [from = 0, to = 0] = range.split(' ').map(Number);
      this.listed = [from, to];
    },
    moreMarks: () => {
      this.opened += marksAtOnce;
    },
    askEvidence: () => {
      this.askEvidence(true);
      this.requestUpdate();
    },
    jump: (key: string) => this.jump(key),
    step: (by: string) => this.step(Number(by) as 1 | -1),
    close: () => this.close(),
  };

  protected override select(key: string, opener: HTMLElement, { detail }: MouseEvent): void {
    this.opener = opener;
    const closes = this.selection?.key === key && opener.getAttribute('aria-expanded') === 'true';
    this.selected = closes ? 'none' : key;
    this.tell();
    // A key or a screen reader pressed it: take the reader there. A pointer's eyes find it by themselves.
    if (!closes) void this.updateComplete.then(() => this.showPanel(detail === 0));
  }

  /** To a name that was found: its row or column comes into view, and of a list it is opened. */
  private jump(key: string): void {
    this.finder.clear();
    if (this.navigation.focusKey(key)) return;
    this.selected = key;
    this.listed = undefined;
    this.tell();
    void this.updateComplete.then(() => this.showPanel(true));
  }

  private step(by: 1 | -1): void {
    const mark = this.selection && adjacentKey(this.placed, this.selection, by);
    if (!mark) return;
    this.selected = mark;
    this.tell();
    void this.updateComplete.then(() => {
      this.opener = this.expanded;
    });
  }

  private close(): void {
    const opener = this.opener ?? this.expanded;
    const { key = '' } = this.selection ?? {};
    this.selected = 'none';
    this.tell();
    if (opener?.isConnected) opener.focus();
    else this.navigation.focusKey(key);
  }

  private get expanded(): HTMLElement | undefined {
    return this.renderRoot.querySelector<HTMLElement>('[aria-expanded="true"]') ?? undefined;
  }

  protected override onKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.selection) this.close();
    else if (this.navigation.follow(event)) event.preventDefault();
  }

  /** Raises the column under the pointer or the focus and shows the first words behind a mark; the row is raised by CSS. */
  private readonly onRaise = ({ type, target }: Event): void => {
    const leaves = type === 'pointerleave' || type === 'focusout';
    const cell = leaves ? null : (target as Element).closest<HTMLTableCellElement>('td, th');
    if (cell === this.raised) return;
    this.raised = cell;
    raiseColumn(this.renderRoot, cell);
    const mark = cell?.querySelector<HTMLElement>('.cell[aria-expanded="false"]');
    const [statement] = (mark && selectionOf(this.placed, mark.dataset.select)?.statements) ?? [];
    showPreview(this.renderRoot, mark, statement && quoteText(statement.quote));
  };

  /** The cells by the voice and the claim they belong to. */
  private movable(): ReadonlyMap<string, Element> {
    if (this.context?.window) return new Map();
    const columns = ['', ...this.placed.columns.map(({ claim }) => claim.id)];
    const rows = ['', ...voicesOf(this.placed).map(({ key }) => key)];
    const drawn = [...this.renderRoot.querySelectorAll<HTMLTableRowElement>('tr:not(.section)')];
    return new Map(
      drawn.flatMap(({ cells }, row) => [...cells].map((cell, column) => [`${rows[row]}/${columns[column]}`, cell])),
    );
  }

  private showPanel(withFocus: boolean): void {
    const panel = this.renderRoot.querySelector<HTMLElement>('.panel');
    if (withFocus) panel?.querySelector<HTMLElement>('h3')?.focus();
    else panel?.scrollIntoView({ block: 'nearest' });
  }

  /** Tells the page what the reader selected, and a screen reader that stays where it is. */
  private tell(): void {
    this.remember();
    const selection = this.opens(this.placed, this.selected, this.files.taken);
    const { voice, column, statements = [] } = selection ?? {};
    const who = voice && (voice.isOutlet ? { source: voice.key.replace('outlet:', '') } : { speaker: voice.key });
    if (selection) this.announce(describe(selection, this.messages));
    this.dispatchEvent(
      new StanceSelectEvent({
        ...who,
        ...(column && { claim: column.claim.id }),
        statements: statements.map(({ id }) => id),
      }),
    );
  }
}

function describe({ voice, column, position, count }: MatrixSelection, messages: Messages): string {
  if (voice && column && position) return markName(voice, column, position, messages);
  return (voice?.name ?? column!.claim.text) + messages.colon + messages.statementCount(count);
}

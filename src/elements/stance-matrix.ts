import type { CSSResult, PropertyDeclarations, PropertyValues } from 'lit';
import { PositionTable } from '../analysis/position-table.js';
import type { Dataset } from '../dataset/dataset.js';
import { quoteText } from '../dataset/quote-parts.js';
import { namesIn } from '../layout/find-names.js';
import { idsIn } from '../layout/filters.js';
import { layoutMatrix, type MatrixLayout, type MatrixOrder } from '../layout/matrix/matrix-layout.js';
import { matrixModel } from '../layout/matrix/matrix-model.js';
import { layoutPanel } from '../layout/matrix/matrix-panel.js';
import { selectionOf, type MatrixSelection } from '../layout/matrix/matrix-selection.js';
import type { Range } from '../layout/matrix/table-viewport.js';
import { matrixTokens } from '../theme/tokens.js';
import { renderMatrix, type MatrixActions, type MatrixDrawing } from '../views/matrix/matrix.js';
import { matrixSheets, optionalMatrixSheets } from '../views/matrix/style-sheets.js';
import type { Content } from '../views/template.js';
import type { Messages } from '../wording/messages.js';
import { markName } from '../wording/sentences.js';
import { ContainerWidth } from './controllers/container-width.js';
import { EvidenceStore } from './controllers/evidence-store.js';
import { Finder } from './controllers/finder.js';
import { draggedPoint, OverviewPicture } from './controllers/overview-picture.js';
import { Pointing } from './controllers/pointing.js';
import { Reordering } from './controllers/reordering.js';
import { RovingFocus } from './controllers/roving-focus.js';
import { TableViewport } from './controllers/table-viewport.js';
import { StanceSelectEvent } from './events.js';
import { memoizeLatest } from './memoize-latest.js';
import { StanceElement } from './stance-element.js';

/**
 * Shows who says what: speakers × claims. Each mark opens the quotes behind it.
 *
 * @tagname stance-matrix
 * @attr {string} lang - The language of texts, dates and numbers; else that of the nearest ancestor.
 * @fires {StanceLoadEvent} stance-load - A dataset was read; `detail` is `{ dataset }`.
 * @fires {StanceErrorEvent} stance-error - The data could not be shown; `detail` is `{ code, message, problems }`.
 * @fires {StanceSelectEvent} stance-select - The reader selected a mark, a claim or a speaker; `detail` is `{ speaker?, claim?, source?, statements }`.
 * @slot - The fallback: shown until the drawing is rendered, and next to an error.
 * @cssstate loading - Data are being loaded.
 * @cssstate error - The data could not be shown.
 * @cssstate empty - The dataset has no statements.
 * @csspart frame - The whole widget.
 * @csspart heading - The heading.
 * @csspart summary - The sentence above the drawing.
 * @csspart legend - What the marks mean.
 * @csspart controls - Sorting, filters and view.
 * @csspart control - One of these controls.
 * @csspart table - The table.
 * @csspart overview - The small picture of the whole table, above a large one.
 * @csspart list - The list by claim that replaces the table in narrow places.
 * @csspart claim - The button of a claim.
 * @csspart speaker - The button of a speaker or an outlet.
 * @csspart mark - The position of one speaker on one claim; its side is a part too.
 * @csspart support - A mark or statement that supports the claim.
 * @csspart oppose - A mark or statement that opposes it.
 * @csspart both - A mark of a speaker who takes both sides.
 * @csspart neutral - A mark or statement that takes no side.
 * @csspart preview - The first quote behind the mark under the pointer.
 * @csspart panel - What is open, with its quotes.
 * @csspart evidence - One statement: its quote, its outlet, its link.
 * @csspart quote - The verbatim quote.
 * @csspart link - The link to the quote in the article.
 * @csspart footer - Sources, date, method, and the data to download.
 * @csspart error - The message in place of the drawing.
 * @cssprop --stance-support - Colour of support.
 * @cssprop --stance-oppose - Colour of opposition.
 * @cssprop --stance-neutral - Colour of neutral positions.
 * @cssprop --stance-ink - Colour of the text.
 * @cssprop --stance-muted - Colour of secondary text: labels, hints, the context of a quote.
 * @cssprop --stance-line - Colour of rules and borders.
 * @cssprop --stance-surface - Colour of the background.
 * @cssprop --stance-raised - Colour of the background of what is open or pointed at.
 * @cssprop --stance-accent - Colour of what is selected or focused; by default the ink.
 * @cssprop --stance-font - Font of all text; by default the article's.
 * @cssprop --stance-heading-font - Font of the heading; by default that of the other text.
 * @cssprop --stance-quote-font - Font of quotes.
 * @cssprop --stance-radius - Radius of corners.
 * @cssprop --stance-table-size - Greatest height of the table before it scrolls.
 */
export class StanceMatrix extends StanceElement<MatrixDrawing> {
  static override styles = matrixSheets;

  static override properties: PropertyDeclarations = {
    order: {},
    layout: {},
    speakers: {},
    selected: {},
    listed: { state: true },
    maxMarks: { state: true },
  };

  /** The order of speakers and claims. */
  order: MatrixOrder = 'editor';

  /** `auto` shows a list by claim where the container is narrow. */
  layout: 'auto' | 'table' | 'list' = 'auto';

  /** Ids of the speakers to filter by. */
  speakers = '';

  /**
   * What is open: `speaker/claim`, `speaker`, `/claim`, `outlet:source/claim`, or `none`. Left out, the mark with linked quotes on the
   * most disputed claim is open, because many readers never select anything.
   */
  selected: string | undefined = undefined;

  /** The claims that the list shows; undefined until the reader asks for more. */
  private listed: Range | undefined;

  /** Marks of a claim or a speaker whose quotes are shown, and voices listed under a claim. */
  private maxMarks: number = matrixTokens.marksPerPage;

  protected override readonly linked = ['order', 'sources', 'speakers', 'claims', 'topic', 'selected'];
  protected override readonly filters = ['sources', 'speakers', 'claims', 'topic'];

  private readonly width = new ContainerWidth(this);
  private readonly store = new EvidenceStore(this);
  private readonly finder = new Finder(this);
  private readonly viewport = new TableViewport(this);
  private readonly focusing = new RovingFocus(this, this.viewport);
  private readonly reordering = new Reordering(this, () => this.movableCells());
  private readonly picture = new OverviewPicture(() => this.renderRoot.querySelector<HTMLElement>('.overview'));
  private readonly pointing = new Pointing(
    this,
    (key) => this.firstQuoteOf(key),
    () => this.skippedColumns,
  );

  private placed: MatrixLayout | undefined;
  private selection: MatrixSelection | undefined;

  /** What was selected last and is to come into view. */
  private keyToShow: string | undefined;

  private readonly filtered = memoizeLatest(
    (dataset: Dataset, topic: string, sources: string, speakers: string, claims: string) => {
      const filter = {
        topic: topic || undefined,
        sources: idsIn(sources),
        speakers: idsIn(speakers),
        claims: idsIn(claims),
      };
      return { dataset, filter, table: new PositionTable(dataset, filter) };
    },
  );

  private readonly place = memoizeLatest(
    ({ dataset, filter, table }: ReturnType<StanceMatrix['filtered']>, order: MatrixOrder, lang: string) =>
      layoutMatrix(dataset, { ...filter, order, lang }, table),
  );

  private readonly select = memoizeLatest(selectionOf);

  private readonly panel = memoizeLatest(layoutPanel);

  private readonly namesOf = memoizeLatest((placed: MatrixLayout) => () => namesIn(placed));

  private readonly actions: MatrixActions = {
    ...this.choices.actions,
    find: this.finder.find,
    jump: (key) => this.jump(key),
    listClaims: (range) => void (this.listed = range),
    showMoreMarks: () => void (this.maxMarks += matrixTokens.marksPerPage),
    loadEvidence: () => this.store.retry(),
    open: (key) => this.open(key),
    step: (key) => this.setSelected(key),
    close: () => this.close(),
    onClick: (event) => this.onClick(event),
    onFocus: (event) => this.onFocus(event),
    onPoint: (event) => this.onPoint(event),
    onColours: this.picture.request,
    moveOverview: (event) => {
      const point = draggedPoint(event);
      if (point) this.viewport.centre(...point);
    },
  };

  protected override createRenderRoot(): ShadowRoot {
    const root = super.createRenderRoot();
    root.addEventListener('keydown', (event) => this.onKeydown(event as KeyboardEvent));
    return root;
  }

  protected override defaultHeading(dataset: Dataset): string {
    return dataset.title || this.language.messages.matrixHeading;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && changed.has('order')) this.reordering.remember();
    super.willUpdate(changed);
  }

  protected override prepare(dataset: Dataset): void {
    this.placeDataset(dataset);
  }

  protected override drawingOf(dataset: Dataset): MatrixDrawing {
    const { sources, speakers, claims, topic, language } = this;
    const placed = (this.placed = this.placeDataset(dataset));
    const selection = this.selectIn(placed);
    const state = this.store.open(dataset, selection?.column?.claim, this.source.address);
    const model = matrixModel(dataset, placed, {
      selection,
      panel: selection && this.panel(placed, selection, state, this.maxMarks),
      layout: this.layout,
      isNarrow: this.width.isNarrow === true,
      isPrinting: this.print.isPrinting,
      isMirrored: language.direction === 'rtl',
      order: this.order,
      chosen: { sources, speakers, claims, topic },
      evidence: this.store.evidence,
      listed: this.listed,
      maxMarks: this.maxMarks,
      windowOf: (table) => this.viewport.windowOf(table),
    });
    if (model.list) this.viewport.clear();
    const { raisedColumn, preview } = this.pointing;
    return {
      model,
      table: { tabStop: this.focusing.tabStopOf(model), raisedColumn, preview, outOfView: this.viewport.outOfView },
      finder: placed.isLarge ? this.finder.model(language.messages.find, this.namesOf(placed)) : undefined,
      partInView: this.viewport.partInView,
      hasLegend: !this.hideLegend,
    };
  }

  protected override renderDrawing(drawing: MatrixDrawing): Content {
    return renderMatrix(drawing, this.language.messages, this.actions);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.placed) return;
    if (this.keyToShow !== undefined) this.focusing.show(this.keyToShow);
    this.viewport.showMark(this.opened, this.keyToShow !== undefined);
    this.picture.update(this.placed);
  }

  protected override get optionalStyles(): readonly CSSResult[] {
    const { placed } = this;
    return [
      ...super.optionalStyles,
      ...(placed ? optionalMatrixSheets(placed, this.source.dataset!.sources.length) : []),
    ];
  }

  protected override describeChoice(property: string): string {
    const { messages } = this.language;
    return property === 'order'
      ? messages.sortedBy(messages.order[this.order])
      : messages.claimsShown(this.placed?.columns.length ?? 0, this.source.dataset?.claims.length ?? 0);
  }

  private placeDataset(dataset: Dataset): MatrixLayout {
    const { order, topic, sources, speakers, claims, language } = this;
    return this.place(this.filtered(dataset, topic, sources, speakers, claims), order, language.messages.lang);
  }

  private selectIn(placed: MatrixLayout): MatrixSelection | undefined {
    const before = this.selection;
    const selection = (this.selection = this.select(placed, this.selected, this.store.evidence));
    if (selection?.column?.claim !== before?.column?.claim) this.maxMarks = matrixTokens.marksPerPage;
    this.keyToShow = this.selected !== undefined && selection?.key !== before?.key ? selection?.key : undefined;
    return selection;
  }

  private onClick({ target, detail }: MouseEvent): void {
    const key = (target as Element).closest<HTMLElement>('[data-select]')?.dataset.select;
    if (key === undefined) return;
    if (this.selection?.key === key) this.setSelected('none');
    // Without a pointer a key or a screen reader pressed it, and takes the reader along.
    else this.open(key, { withFocus: detail === 0 });
  }

  private open(key: string, { withFocus = true } = {}): void {
    this.setSelected(key);
    void this.updateComplete.then(() => this.showPanel(withFocus));
  }

  /** Goes to a name that was found: its row or column comes into view, and in a list it is opened. */
  private jump(key: string): void {
    this.finder.find('');
    if (this.focusing.focusKey(key)) return;
    this.listed = undefined;
    this.open(key);
  }

  /** The focus returns to what was open. */
  private close(): void {
    const { opened, selection } = this;
    this.setSelected('none');
    if (opened) opened.focus({ focusVisible: true });
    else this.focusing.focusKey(selection!.key);
  }

  private onKeydown(event: KeyboardEvent): void {
    const isTyping = Boolean((event.target as HTMLInputElement).value);
    if (event.key === 'Escape' && this.selection && !isTyping) this.close();
    else if (this.focusing.follow(event)) event.preventDefault();
  }

  private onFocus({ target }: FocusEvent): void {
    this.focusing.onFocus(target as Element);
    this.pointing.moveTo(target as Element);
  }

  private onPoint({ type, target }: Event): void {
    this.pointing.moveTo(type === 'pointerover' ? (target as Element) : undefined);
  }

  /** The button of what is open, where it is rendered. */
  private get opened(): HTMLElement | undefined {
    const { key } = this.selection ?? {};
    return this.renderRoot.querySelector<HTMLElement>(`[data-select="${key}"]`) ?? undefined;
  }

  private get skippedColumns(): number {
    // In a window an empty cell represents the columns before the first rendered one.
    return this.viewport.rendered ? this.viewport.rendered.columns[0] - 1 : 0;
  }

  private firstQuoteOf(key: string): string | undefined {
    const [statement] = (this.placed && selectionOf(this.placed, key, this.store.evidence)?.statements) ?? [];
    return statement && quoteText(statement.quote);
  }

  private showPanel(withFocus: boolean): void {
    const panel = this.renderRoot.querySelector<HTMLElement>('.panel');
    if (withFocus) panel?.querySelector<HTMLElement>('h3')?.focus();
    else panel?.scrollIntoView({ block: 'nearest' });
  }

  /** The cells by the voice and the claim they belong to; those of a large table do not move. */
  private movableCells(): ReadonlyMap<string, Element> {
    if (!this.placed || this.placed.isLarge) return new Map();
    const columns = ['', ...this.placed.columns.map(({ key }) => key)];
    const rows = ['', ...this.placed.voices.map(({ key }) => key)];
    const rendered = [...this.renderRoot.querySelectorAll<HTMLTableRowElement>('tr:not(.section)')];
    return new Map(
      rendered.flatMap(({ cells }, row) => [...cells].map((cell, column) => [`${rows[row]}${columns[column]}`, cell])),
    );
  }

  /** Sets what the reader selected; tells the page, and a screen reader that stays where it is. */
  private setSelected(key: string): void {
    this.selected = key;
    this.choices.remember();
    const selection = this.placed && this.select(this.placed, key, this.store.evidence);
    const { voice, column, statements = [] } = selection ?? {};
    const who = voice && (voice.isOutlet ? { source: voice.key.replace('outlet:', '') } : { speaker: voice.key });
    const { messages } = this.language;
    this.choices.announce(
      selection ? describeSelection(selection, this.source.dataset!, messages) : messages.quotesClosed,
    );
    this.dispatchEvent(
      new StanceSelectEvent({
        ...who,
        ...(column && { claim: column.claim.id }),
        statements: statements.map(({ id }) => id),
      }),
    );
  }
}

function describeSelection(
  { voice, column, position, count }: MatrixSelection,
  dataset: Dataset,
  messages: Messages,
): string {
  if (voice && column && position) return markName(voice, position, dataset, messages, column.claim);
  return (voice?.name ?? messages.quotedClaim(column!.claim.text)) + messages.colon + messages.statementCount(count);
}

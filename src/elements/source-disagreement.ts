import type { CSSResult, PropertyDeclarations, PropertyValues } from 'lit';
import type { Filter } from '../analysis/filter.js';
import type { Claim, Dataset } from '../dataset/dataset.js';
import type { Evidence } from '../dataset/split-evidence.js';
import { layoutCounts } from '../layout/counts-layout.js';
import {
  axisWidth,
  layoutDisagreements,
  orderRows,
  type DisagreementLayout,
  type DisagreementOrder,
  type PlacedDisagreement,
} from '../layout/disagreement-layout.js';
import {
  answerWithEvidence,
  disagreementModel,
  isLargeChart,
  placeAccount,
  type DisagreementChartView,
} from '../layout/disagreement-model.js';
import type { EvidenceState } from '../layout/evidence.js';
import { idsIn } from '../layout/filters.js';
import { claimName } from '../layout/find-names.js';
import { breakpoints } from '../theme/tokens.js';
import {
  orderName,
  renderDisagreement,
  type DisagreementActions,
  type DisagreementDrawing,
} from '../views/disagreement/disagreement.js';
import { disagreementSheets, largeChartSheets } from '../views/disagreement/style-sheets.js';
import type { Content } from '../views/template.js';
import type { Messages } from '../wording/messages.js';
import { ContainerWidth } from './controllers/container-width.js';
import { EvidenceStore } from './controllers/evidence-store.js';
import { Finder } from './controllers/finder.js';
import { RowViewport } from './controllers/row-viewport.js';
import { StanceSelectEvent } from './events.js';
import { memoizeLatest } from './memoize-latest.js';
import { StanceElement } from './stance-element.js';

/** Rows rendered in one task; the page never waits for all rows of a long chart. */
const rowsPerTask = 20;

/**
 * Where the reports part ways: one row a claim, each source a mark between “all voices oppose” and “all voices support”. A claim opens
 * the account of its number and the words behind it.
 *
 * @tagname source-disagreement
 * @attr {string} lang - The language of words, dates and numbers; else that of the nearest ancestor.
 * @fires {StanceLoadEvent} stance-load - A dataset was read; `detail` is `{ dataset }`.
 * @fires {StanceErrorEvent} stance-error - The data could not be shown; `detail` is `{ code, message, problems }`.
 * @fires {StanceSelectEvent} stance-select - The reader opened or closed a claim; `detail` is `{ claim?, statements }`.
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
 * @csspart row - One claim.
 * @csspart claim - The claim, to be opened.
 * @csspart verdict - How far the sources agree, in words; with the band, a part too.
 * @csspart agree - A verdict: the sources agree.
 * @csspart mixed - A verdict: between the two.
 * @csspart split - A verdict: the sources are split.
 * @csspart axis - The drawing of one claim, from all voices oppose to all voices support.
 * @csspart bar - The span of the sources' positions.
 * @csspart mark - A position on the axis.
 * @csspart source - A mark: where a source stands by the voices it carries.
 * @csspart own - A mark: what the outlet says in its own words.
 * @csspart account - What was opened: how the verdict comes about, with the evidence.
 * @csspart variants - One utterance, as different outlets print it.
 * @csspart support - A statement that supports the claim.
 * @csspart oppose - A statement that opposes it.
 * @csspart neutral - A statement that takes no side.
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
 */
export class SourceDisagreement extends StanceElement<DisagreementDrawing> {
  static override styles = disagreementSheets;

  static override properties: PropertyDeclarations = {
    order: {},
    view: {},
    selected: {},
    maxRows: { state: true },
  };

  /** The order of the claims: those on which the sources differ most first, or the editor's. */
  order: DisagreementOrder = 'disagreement';

  /** The positions of the sources, how many voices they quote on each side, or how far apart each pair of sources is. */
  view: DisagreementChartView = 'positions';

  /** The id of the claim whose account is open. */
  selected: string | undefined = undefined;

  /** How many rows are rendered so far. */
  private maxRows = rowsPerTask;

  protected override readonly linked = ['order', 'view', 'sources', 'claims', 'topic', 'selected'];
  protected override readonly filters = ['sources', 'claims', 'topic'];

  private readonly width = new ContainerWidth(
    this,
    (width) => `${width < breakpoints.narrow} ${Math.round(width / 50)}`,
  );
  private readonly store = new EvidenceStore(this);
  private readonly finder = new Finder(this);
  private readonly viewport = new RowViewport(this, () =>
    this.placed && isLargeChart(this.placed) ? this.renderRoot.querySelector('.chart > ol') : undefined,
  );

  private placed: DisagreementLayout | undefined;

  private readonly filterOf = memoizeLatest((sources: string, claims: string, topic: string) => ({
    topic,
    sources: idsIn(sources),
    claims: idsIn(claims),
  }));

  /** With other messages the rows are laid out again, because their heights change. */
  private readonly place = memoizeLatest(
    (...[dataset, filter, width, mirrored]: [Dataset, Filter, number, boolean, Messages]) =>
      layoutDisagreements(dataset, { ...filter, width, mirrored }),
  );

  private readonly ordered = memoizeLatest(orderRows);

  private readonly counts = memoizeLatest(layoutCounts);

  private readonly namesOf = memoizeLatest(
    ({ rows }: DisagreementLayout) =>
      () =>
        rows.map(({ claim }, row) => claimName(String(row), claim)),
  );

  private readonly account = memoizeLatest(
    (dataset: Dataset, row: PlacedDisagreement, state: EvidenceState, evidence: Evidence, filter: Filter) =>
      placeAccount(dataset, row, { state, evidence, filter }),
  );

  private readonly actions: DisagreementActions = {
    ...this.choiceActions,
    find: this.finder.find,
    jump: (row) => this.jump(Number(row)),
    loadEvidence: () => this.store.retry(),
    close: () => this.closeAccount(),
    onClick: (event) => this.onClick(event),
    onKeydown: (event) => this.onKeydown(event),
  };

  protected override defaultHeading(): string {
    return this.language.messages.disagreementHeading;
  }

  protected override prepare(dataset: Dataset): void {
    this.placeDataset(dataset);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('order') || changed.has('view')) this.maxRows = rowsPerTask;
    super.willUpdate(changed);
  }

  protected override drawingOf(dataset: Dataset): DisagreementDrawing {
    const { sources, claims, topic, order, view, selected } = this;
    const { value: width } = this.width;
    const before = this.placed;
    const placed = (this.placed = this.ordered(this.placeDataset(dataset), order));
    const isLarge = isLargeChart(placed);
    if (placed !== before) this.viewport.reset(placed.rows.length);
    const state = this.store.open(dataset, this.openClaim, this.source.address);
    const { evidence } = this.store;
    const model = disagreementModel(dataset, placed, {
      view,
      order,
      chosen: { sources, claims, topic },
      isNarrow: width > 0 && width < breakpoints.narrow,
      isMirrored: this.isMirrored,
      isPrinting: this.print.isPrinting,
      selected,
      accountOf: (row) =>
        row.claim.id === selected
          ? this.account(dataset, row, state, evidence, this.filter)
          : placeAccount(dataset, row, { state, evidence, filter: this.filter }),
      counts: view === 'counts' ? this.counts(placed, this.isMirrored) : undefined,
      window: isLarge ? this.viewport.window : undefined,
      maxRows: this.maxRows,
    });
    return {
      model,
      finder:
        isLarge && model.view !== 'pairs'
          ? this.finder.model(this.language.messages.findClaim, this.namesOf(placed))
          : undefined,
      hasLegend: !this.hideLegend,
    };
  }

  protected override renderDrawing(drawing: DisagreementDrawing): Content {
    return renderDisagreement(drawing, this.language.messages, this.actions);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { placed, maxRows } = this;
    if (placed && !isLargeChart(placed) && maxRows < placed.rows.length)
      setTimeout(() => (this.maxRows = maxRows + rowsPerTask));
  }

  protected override get optionalStyles(): readonly CSSResult[] {
    return [...super.optionalStyles, ...(this.placed && isLargeChart(this.placed) ? largeChartSheets : [])];
  }

  protected override describeChoice(property: string): string {
    const { messages } = this.language;
    if (property === 'view') return messages.views[this.view];
    if (property === 'order') return messages.sortedBy(orderName(this.order, messages));
    return messages.claimsShown(this.placed?.rows.length ?? 0, this.source.dataset?.claims.length ?? 0);
  }

  private placeDataset(dataset: Dataset): DisagreementLayout {
    const width = axisWidth(this.width.value || this.clientWidth);
    return this.place(dataset, this.filter, width, this.isMirrored, this.language.messages);
  }

  private get filter(): Filter {
    return this.filterOf(this.sources, this.claims, this.topic);
  }

  private get isMirrored(): boolean {
    return this.language.direction === 'rtl';
  }

  private get openClaim(): Claim | undefined {
    return this.source.dataset?.claims.find(({ id }) => id === this.selected);
  }

  private jump(row: number): void {
    this.finder.find('');
    this.viewport.show(row);
  }

  private onClick({ target }: MouseEvent): void {
    const claim = (target as Element).closest<HTMLElement>('[data-select]')?.dataset.select;
    if (claim === undefined) return;
    this.setSelected(claim === this.selected ? undefined : claim);
  }

  /** Arrows go from claim to claim; so does Tab, so nobody needs them. */
  private onKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.selected) this.closeAccount();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('h3 button')];
    const index = buttons.indexOf(event.target as HTMLElement);
    const next = index < 0 ? undefined : buttons[index + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  private closeAccount(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    this.setSelected(undefined);
  }

  /** Sets what the reader opened, and tells the page. */
  private setSelected(claim: string | undefined): void {
    this.selected = claim;
    this.remember();
    const row = this.placed?.rows.find((each) => each.claim.id === claim);
    const answer = row && answerWithEvidence(this.source.dataset!, row, this.filter, this.store.evidence);
    const voices = answer?.sources.flatMap(({ speakers, own }) => [...speakers, ...(own ? [own] : [])]) ?? [];
    const statements = voices.flatMap((voice) => voice.statements.map(({ id }) => id));
    this.dispatchEvent(new StanceSelectEvent({ ...(claim !== undefined && { claim }), statements }));
  }
}

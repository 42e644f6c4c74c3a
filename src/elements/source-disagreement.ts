import type { CSSResult, PropertyDeclarations, PropertyValues } from 'lit';
import type { Filter } from '../analysis/filter.js';
import type { Claim, Dataset } from '../dataset/dataset.js';
import type { Evidence } from '../dataset/split-evidence.js';
import { layoutCounts } from '../layout/disagreement/counts-layout.js';
import {
  layoutDisagreements,
  orderRows,
  type DisagreementLayout,
  type DisagreementOrder,
  type PlacedDisagreement,
} from '../layout/disagreement/disagreement-layout.js';
import {
  answerWithEvidence,
  disagreementModel,
  isLargeChart,
  placeAccount,
  type DisagreementChartView,
} from '../layout/disagreement/disagreement-model.js';
import type { EvidenceState } from '../layout/evidence.js';
import { idsIn } from '../layout/filters.js';
import { claimName } from '../layout/find-names.js';
import {
  renderDisagreement,
  type DisagreementActions,
  type DisagreementDrawing,
} from '../views/disagreement/disagreement.js';
import { disagreementSheets, largeChartSheets } from '../views/disagreement/style-sheets.js';
import type { Content } from '../views/template.js';
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
 * Shows where coverage differs: one row per claim, with a verdict in sentences and a mark per outlet in one of five columns, from “only
 * opponents” to “only supporters” quoted; what outlets say in their own words is shown separately. A claim opens “Why this?”: how the
 * verdict comes about, and the quotes.
 *
 * @tagname source-disagreement
 * @attr {string} lang - The language of texts, dates and numbers; else that of the nearest ancestor.
 * @fires {StanceLoadEvent} stance-load - A dataset was read; `detail` is `{ dataset }`.
 * @fires {StanceErrorEvent} stance-error - The data could not be shown; `detail` is `{ code, message, problems }`.
 * @fires {StanceSelectEvent} stance-select - The reader opened or closed a claim; `detail` is `{ claim?, statements }`.
 * @slot - The fallback: shown until the drawing is rendered, and next to an error.
 * @cssstate loading - Data are being loaded.
 * @cssstate error - The data could not be shown.
 * @cssstate empty - The dataset has no statements.
 * @csspart frame - The whole widget.
 * @csspart heading - The heading.
 * @csspart summary - The sentences above the drawing.
 * @csspart legend - What the marks mean.
 * @csspart controls - Sorting, filters and view.
 * @csspart control - One of these controls.
 * @csspart row - One claim.
 * @csspart claim - The button of the claim.
 * @csspart verdict - Whom the outlets quote, and what they say themselves; with three outlets or more also one of the next three.
 * @csspart agree - A verdict: the outlets quote much the same.
 * @csspart mixed - A verdict: whom the outlets quote differs somewhat.
 * @csspart split - A verdict: whom the outlets quote differs strongly.
 * @csspart axis - The five columns of a row, from “only opponents” to “only supporters”.
 * @csspart bar - The line between the first and the last mark in the columns.
 * @csspart mark - An outlet in a column, or what it says in its own words.
 * @csspart source - A mark: an outlet, with a sign for each person it quotes; a dot from twelve outlets on.
 * @csspart own - A mark: what an outlet says in its own words.
 * @csspart account - What is open: how the verdict comes about, and the quotes.
 * @csspart variants - The same quote in different outlets.
 * @csspart support - A statement that supports the claim.
 * @csspart oppose - A statement that opposes it.
 * @csspart neutral - A statement that takes no side.
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
 */
export class SourceDisagreement extends StanceElement<DisagreementDrawing> {
  static override styles = disagreementSheets;

  static override properties: PropertyDeclarations = {
    order: {},
    view: {},
    selected: {},
    maxRows: { state: true },
  };

  /**
   * The order of the claims: where coverage differs most first, in sections; by how much the people quoted differ; by how much the
   * outlets’ own words differ; or the editor's.
   */
  order: DisagreementOrder = 'disagreement';

  /** The outlets in five columns, how many people they quote on each side, or how far apart each pair of outlets is. */
  view: DisagreementChartView = 'positions';

  /** The id of the claim whose account is open. */
  selected: string | undefined = undefined;

  /** How many rows are rendered so far. */
  private maxRows = rowsPerTask;

  protected override readonly linked = ['order', 'view', 'sources', 'claims', 'topic', 'selected'];
  protected override readonly filters = ['sources', 'claims', 'topic'];

  private readonly width = new ContainerWidth(this);
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

  private readonly place = memoizeLatest(layoutDisagreements);

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
    ...this.choices.actions,
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
      isNarrow: this.width.isNarrow === true,
      isMirrored: this.isMirrored,
      isPrinting: this.print.isPrinting,
      selected,
      accountOf: (row) => this.account(dataset, row, state, evidence, this.filter),
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
    if (property === 'order') return messages.sortedBy(messages.order[this.order]);
    return messages.claimsShown(this.placed?.rows.length ?? 0, this.source.dataset?.claims.length ?? 0);
  }

  private placeDataset(dataset: Dataset): DisagreementLayout {
    return this.place(dataset, this.filter);
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
    if (event.key === 'Escape' && this.selected) {
      this.closeAccount();
      this.choices.announce(this.language.messages.quotesClosed);
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('h3 button')];
    const index = buttons.indexOf(event.target as HTMLElement);
    const next = index < 0 ? undefined : buttons[index + step];
    if (!next) return;
    event.preventDefault();
    next.focus({ focusVisible: true });
  }

  private closeAccount(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    this.setSelected(undefined);
  }

  /** Sets what the reader opened, and tells the page. */
  private setSelected(claim: string | undefined): void {
    this.selected = claim;
    this.choices.remember();
    const row = this.placed?.rows.find((each) => each.claim.id === claim);
    const answer = row && answerWithEvidence(this.source.dataset!, row, this.filter, this.store.evidence);
    const voices = answer?.sources.flatMap(({ speakers, own }) => [...speakers, ...(own ? [own] : [])]) ?? [];
    const statements = voices.flatMap((voice) => voice.statements.map(({ id }) => id));
    this.dispatchEvent(new StanceSelectEvent({ ...(claim !== undefined && { claim }), statements }));
  }
}

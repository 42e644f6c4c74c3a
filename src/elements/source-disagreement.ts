import type { PropertyDeclarations, PropertyValues } from '@lit/reactive-element';
import type { Claim, Dataset } from '../dataset/dataset.js';
import { sourcePairs } from '../analysis/source-pairs.js';
import { layoutCounts, type PlacedCounts } from '../layout/counts-layout.js';
import {
  layoutDisagreements,
  orderRows,
  type DisagreementLayout,
  type DisagreementOrder,
} from '../layout/disagreement-layout.js';
import { minSourcesForScore } from '../analysis/disagreement-account.js';
import { claimName } from '../layout/find-names.js';
import type { Messages } from '../wording/messages.js';
import { choiceStyles } from '../views/choices.js';
import { ContainerWidth } from './controllers/container-width.js';
import { renderAccount } from '../views/disagreement/account.js';
import { orderName, renderDisagreementControls, type DisagreementChartView } from '../views/disagreement/controls.js';
import { renderDisagreementLegend, renderRows, type PartOfRows } from '../views/disagreement/rows.js';
import { renderNumbers, renderPairs } from '../views/disagreement/tables.js';
import { accountStyles } from '../views/disagreement/account.styles.js';
import { EvidenceFiles } from './controllers/evidence-store.js';
import { evidenceStyles } from '../views/evidence.styles.js';
import { StanceSelectEvent } from './events.js';
import { frameStyles } from '../views/frame.styles.js';
import { html, type Content } from '../views/html.js';
import { markStyles } from '../views/marks.js';
import { leadOf } from '../wording/sentences.js';
import { disagreementStyles } from '../views/disagreement/disagreement.styles.js';
import { memoizeLatest } from './memoize-latest.js';
import { finderStyles, nameFinder } from '../views/name-finder.js';
import { idsIn, narrowingStyles } from '../views/narrowing.js';
import { RowWindow } from './controllers/row-viewport.js';
import { StanceElement, type Acts } from './stance-element.js';

/** More places of sources on claims than this are drawn only where they are looked at. */
const mostPlaces = 1500;

/** Rows drawn in one step. */
const chunk = 20;

/** Below this width of the container the axis stands under its claim. */
const narrow = 560;

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
export class SourceDisagreement extends StanceElement {
  static override styles = [
    frameStyles,
    markStyles,
    evidenceStyles,
    choiceStyles,
    narrowingStyles,
    disagreementStyles,
    accountStyles,
  ];

  static override properties: PropertyDeclarations = {
    selected: {},
    order: {},
    view: {},
    reached: { state: true },
  };

  /** The order of the claims: those on which the sources part most first, or as the editor put them. */
  order: DisagreementOrder = 'disagreement';

  /** Where the sources stand, how many voices they carry on each side, or how far apart each two lie. */
  view: DisagreementChartView = 'positions';

  /** The id of the claim whose account is open. */
  selected: string | undefined = undefined;

  protected override readonly linked = ['order', 'view', 'sources', 'claims', 'topic', 'selected'] as const;

  private readonly width = new ContainerWidth(this, (width) => `${width < narrow} ${Math.round(width / 50)}`);

  private readonly rowWindow = new RowWindow(this, () =>
    this.isLarge ? this.renderRoot.querySelector('.chart > ol') : undefined,
  );

  private readonly finder = nameFinder(this, this.surface, () => {
    const { placed, messages: messages } = this;
    const names = () => placed!.rows.map(({ claim }, row) => claimName(String(row), claim));
    return { names, label: messages.findClaim, messages: messages };
  });

  private readonly files = new EvidenceFiles(this);

  private placed: DisagreementLayout | undefined;

  private inEditorsOrder: DisagreementLayout | undefined;

  private counts: readonly (readonly PlacedCounts[])[] | undefined;

  /** So many rows are drawn; long charts are drawn in steps, so that the page never waits for all of them. */
  private reached = chunk;

  /** Whose rows are placed. */
  private placedStory: Dataset | undefined;

  /** What stays the same keeps its rows, which need not be drawn again; in other words they are. */
  private readonly laidOut = memoizeLatest(
    (
      ...[story, sources, claims, topic, width, mirrored]: [Dataset, string, string, string, number, boolean, Messages]
    ) => layoutDisagreements(story, { topic, sources: idsIn(sources), claims: idsIn(claims), width, mirrored }),
  );

  protected override defaultHeading(): string {
    return this.messages.disagreementHeading;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { story, order, view } = this;
    if (!story) return;
    const inEditorsOrder = this.layOut(story);
    const isNew = inEditorsOrder !== this.inEditorsOrder;
    const isOther = story !== this.placedStory || changed.has('order') || changed.has('view');
    this.inEditorsOrder = inEditorsOrder;
    this.placedStory = story;
    if (isOther) this.reached = chunk;
    this.files.ask(story, this.openClaim, this.address);
    if (!isNew && !isOther) return;
    this.rowWindow.reset(inEditorsOrder.rows.length);
    this.placed = { ...inEditorsOrder, rows: orderRows(inEditorsOrder.rows, order) };
    this.counts = view === 'counts' ? layoutCounts(this.placed, this.isMirrored) : undefined;
  }

  private get isMirrored(): boolean {
    return this.direction === 'rtl';
  }

  private layOut(story: Dataset): DisagreementLayout {
    const { sources, claims, topic, messages: messages } = this;
    const width = axisWidth(this.width.value || this.clientWidth);
    return this.laidOut(story, sources, claims, topic, width, this.isMirrored, messages);
  }

  protected override prepare(story: Dataset): void {
    this.layOut(story);
  }

  protected override get furtherRules(): readonly string[] {
    return [...super.furtherRules, ...(this.isLarge ? [finderStyles.cssText] : [])];
  }

  protected override updated(): void {
    super.updated();
    if (this.placed && !this.isLarge && this.reached < this.placed.rows.length)
      setTimeout(() => (this.reached += chunk));
  }

  protected override renderDrawing(dataset: Dataset): Content {
    const { placed, messages: messages, order, sources, claims, topic, shownView: view } = this;
    if (!placed || (placed.rows.length === 0 && !sources && !claims && !topic)) return undefined;
    const claimsShown = placed.rows.length;
    const chosen = { sources, claims, topic };
    const find = this.isLarge && view !== 'pairs' && this.finder.render();
    const controls = renderDisagreementControls({
      dataset,
      messages: messages,
      order,
      view,
      chosen,
      claimsShown,
      find,
    });
    if (claimsShown === 0) return [controls, html`<p class="hint">${messages.empty}</p>`];
    return [
      html`<p class="summary" part="summary">${leadOf(placed, messages)}</p>
        <p class="hint">${this.hint}</p>`,
      controls,
      html`<div class="chart">${this.renderView(dataset, placed)}</div>`,
    ];
  }

  private renderView(dataset: Dataset, placed: DisagreementLayout): Content {
    const { counts, messages: messages, shownView, surface } = this;
    if (shownView === 'pairs') {
      const claims = placed.rows.map(({ claim }) => claim.id);
      const pairs = sourcePairs(dataset, { sources: idsIn(this.sources), claims });
      return renderPairs(
        placed.sources.map(({ source }) => source),
        pairs,
        this.isNarrow,
        messages,
      );
    }
    const { range, ...rest } = this.rowWindow.drawn;
    const part: PartOfRows | undefined = this.isLarge
      ? { count: placed.rows.length, first: range[0], ...rest }
      : undefined;
    const [from, to] = part ? range : [0, this.isPrinting ? Infinity : this.reached];
    const drawn = { ...placed, rows: placed.rows.slice(from, to) };
    const evidence = this.files.stateOf(dataset, this.openClaim);
    const isCompared = placed.sources.length > 2 && placed.sources.length < minSourcesForScore;
    return [
      !this.hideLegend && renderDisagreementLegend(placed, counts, messages),
      renderRows({
        placed: drawn,
        counts: counts?.slice(from, to),
        messages: messages,
        mirrored: this.isMirrored,
        isOpen: (claim) => (this.isPrinting && !part) || claim === this.selected,
        renderAccount: (row) => renderAccount(dataset, row, messages, evidence),
        evidence,
        keep: surface.keep,
        part,
      }),
      this.isPrinting && part && html`<p>${messages.printedInPart}</p>`,
      isCompared && html`<p class="hint">${messages.bandsNotScores}</p>`,
      renderNumbers(drawn, messages, surface.keep),
    ];
  }

  private get isLarge(): boolean {
    const { rows, sources } = this.placed ?? { rows: [], sources: [] };
    return rows.length * sources.length > mostPlaces;
  }

  private get openClaim(): Claim | undefined {
    return this.story?.claims.find(({ id }) => id === this.selected);
  }

  private get isNarrow(): boolean {
    return this.width.value > 0 && this.width.value < narrow;
  }

  private get hint(): string {
    const { messages: messages } = this;
    return { positions: messages.disagreementHint, counts: messages.countsHint, pairs: messages.pairsHint }[
      this.shownView
    ];
  }

  /** Pairs need two sources. */
  private get shownView(): DisagreementChartView {
    const { view, placed } = this;
    if (view === 'pairs' && placed && placed.sources.length > 1) return 'pairs';
    return view === 'counts' ? 'counts' : 'positions';
  }

  protected override describeChoice(property: string): string {
    const { messages: messages } = this;
    if (property === 'view') return messages.views[this.shownView];
    if (property === 'order') return messages.sortedBy(orderName(this.order, messages));
    return messages.claimsShown(this.placed?.rows.length ?? 0, this.story?.claims.length ?? 0);
  }

  protected override readonly acts: Acts = {
    ...this.acts,
    jump: (row: string) => {
      this.finder.clear();
      this.rowWindow.show(Number(row));
    },
    close: () => this.closeAccount(),
    askEvidence: () => this.files.ask(this.story!, this.openClaim, this.address, true),
  };

  protected override select(claim: string): void {
    if (this.selected === claim) {
      this.close();
      return;
    }
    this.selected = claim;
    this.remember();
    const { answer } = this.placed!.rows.find((row) => row.claim.id === claim)!;
    const statements = answer.sources.flatMap(({ speakers, own }) =>
      [...speakers, ...(own ? [own] : [])].flatMap((voice) => voice.statements.map(({ id }) => id)),
    );
    this.dispatchEvent(new StanceSelectEvent({ claim, statements }));
  }

  private closeAccount(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    this.close();
  }

  private close(): void {
    this.selected = undefined;
    this.remember();
    this.dispatchEvent(new StanceSelectEvent({ statements: [] }));
  }

  /** Arrows go from claim to claim; tab does as well, so nobody needs them. */
  protected override onKeydown(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' && this.selected) this.closeAccount();
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const claims = [...this.renderRoot.querySelectorAll<HTMLElement>('h3 button')];
    const next = claims[claims.indexOf(event.target as HTMLElement) + by];
    if (!next || !claims.includes(event.target as HTMLElement)) return;
    event.preventDefault();
    next.focus();
  }
}

/** The least length of the axis in a container of that width, by the columns and paddings of the style sheet. */
function axisWidth(container: number): number {
  const inner = Math.floor((container || 600) / 50) * 50 - 50;
  return Math.max(160, container < narrow ? inner - 32 : inner * 0.42 - 32);
}

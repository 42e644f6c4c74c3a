import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Dataset } from '../dataset/dataset.js';
import { sourcePairs } from '../dataset/source-pairs.js';
import { layoutCounts, type PlacedCounts } from '../layout/counts-layout.js';
import {
  layoutDisagreements,
  orderRows,
  type DisagreementLayout,
  type DisagreementOrder,
  type PlacedDisagreement,
} from '../layout/disagreement-layout.js';
import { fewestForScore } from '../layout/disagreement-account.js';
import { disagreementLead } from '../layout/disagreement-lead.js';
import { choiceStyles } from './choices.js';
import { ContainerWidth } from './container-width.js';
import { renderAccount } from './disagreement-account.js';
import {
  renderDisagreementControls,
  type DisagreementChartView,
  type DisagreementChoices,
} from './disagreement-controls.js';
import { renderDisagreementLegend, renderRows, shortName } from './disagreement-rows.js';
import { renderNumbers, renderPairs } from './disagreement-tables.js';
import { accountStyles } from './disagreement-account.styles.js';
import { evidenceStyles } from './evidence.styles.js';
import { StanceSelectEvent } from './events.js';
import { frameStyles } from './frame.styles.js';
import { disagreementStyles } from './source-disagreement.styles.js';
import { idsIn, narrowingStyles } from './narrowing.js';
import { StanceElement } from './stance-element.js';

/** Rows drawn in one step. */
const chunk = 20;

/** Below this width of the container the axis stands under its claim. */
const narrow = 560;

/**
 * Where the reports part ways: one row a claim, each source a mark between “all voices oppose” and “all voices support”. A claim opens
 * the account of its number and the words behind it.
 *
 * @fires stance-load - A dataset was read.
 * @fires stance-error - The data could not be shown.
 * @fires stance-select - The reader opened a claim.
 * @slot - The fallback: shown until the drawing is there, and beside an error.
 */
export class SourceDisagreement extends StanceElement {
  static override styles = [
    frameStyles,
    evidenceStyles,
    choiceStyles,
    narrowingStyles,
    disagreementStyles,
    accountStyles,
  ];

  /** The order of the claims: those on which the sources part most first, or as the editor put them. */
  @property() order: DisagreementOrder = 'disagreement';

  /** Where the sources stand, how many voices they carry on each side, or how far apart each two lie. */
  @property() view: DisagreementChartView = 'positions';

  /** Ids of the sources to narrow to, separated by spaces; empty means all. */
  @property() sources = '';

  /** Ids of the claims to narrow to. */
  @property() claims = '';

  /** The topic to narrow to. */
  @property() topic = '';

  /** The id of the claim whose account is open. */
  @property() selected: string | undefined = undefined;

  protected override readonly linked = ['order', 'view', 'sources', 'claims', 'topic', 'selected'] as const;

  private readonly width = new ContainerWidth(this, (width) => `${width < narrow} ${Math.round(width / 50)}`);

  private placed: DisagreementLayout | undefined;

  private inEditorsOrder: DisagreementLayout | undefined;

  private counts: readonly (readonly PlacedCounts[])[] | undefined;

  /** So many rows are drawn; long charts are drawn in steps, so that the page never waits for all of them. */
  @state() private reached = chunk;

  /** What the layout was made from; what stays the same keeps its rows, which need not be drawn again. */
  private placedFrom: readonly unknown[] = [];

  protected override defaultHeading(): string {
    return this.words.disagreementHeading;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { story, order, view, sources, claims, topic, words } = this;
    if (!story) return;
    const mirrored = this.direction === 'rtl';
    const width = axisWidth(this.width.value || this.clientWidth);
    const from = [story, sources, claims, topic, words, width];
    const isNew = from.some((each, index) => each !== this.placedFrom[index]);
    const isOther = story !== this.placedFrom[0] || changed.has('order') || changed.has('view');
    if (isNew) {
      this.inEditorsOrder = layoutDisagreements(story, {
        topic,
        sources: idsIn(sources),
        claims: idsIn(claims),
        width,
        mirrored,
      });
      this.placedFrom = from;
    }
    if (isOther) this.reached = chunk;
    if (!isNew && !isOther) return;
    this.placed = { ...this.inEditorsOrder!, rows: orderRows(this.inEditorsOrder!.rows, order) };
    this.counts = view === 'counts' ? layoutCounts(this.placed, mirrored) : undefined;
  }

  protected override updated(): void {
    super.updated();
    if (this.placed && this.reached < this.placed.rows.length) setTimeout(() => (this.reached += chunk));
  }

  protected override renderDrawing(dataset: Dataset): TemplateResult | undefined {
    const { placed, words } = this;
    const isNarrowed = Boolean(this.sources || this.claims || this.topic);
    if (!placed || (placed.rows.length === 0 && !isNarrowed)) return undefined;
    const controls = renderDisagreementControls({
      dataset,
      words,
      order: this.order,
      view: this.shownView,
      chosen: { sources: this.sources, claims: this.claims, topic: this.topic },
      claimsShown: placed.rows.length,
      onChoice: this.onChoice,
    });
    if (placed.rows.length === 0)
      return html`${controls}
        <p class="hint">${words.empty}</p>`;
    return html`
      <p class="summary" part="summary">${this.lead(placed)}</p>
      <p class="hint">${this.hint}</p>
      ${controls}
      <div class="chart" @keydown=${this.onKeydown}>${this.renderView(dataset, placed)}</div>
    `;
  }

  private renderView(dataset: Dataset, placed: DisagreementLayout): TemplateResult {
    const { counts, words, shownView } = this;
    if (shownView === 'pairs') {
      const claims = placed.rows.map(({ claim }) => claim.id);
      const pairs = sourcePairs(dataset, { sources: idsIn(this.sources), claims });
      return renderPairs(
        placed.sources.map(({ source }) => source),
        pairs,
        this.isNarrow,
        words,
      );
    }
    const drawn = { ...placed, rows: this.isPrinting ? placed.rows : placed.rows.slice(0, this.reached) };
    const isCompared = placed.sources.length > 2 && placed.sources.length < fewestForScore;
    return html`
      ${this.hideLegend ? nothing : renderDisagreementLegend(placed, counts, words)}
      ${renderRows({
        placed: drawn,
        counts,
        words,
        mirrored: this.direction === 'rtl',
        isOpen: (claim) => this.isPrinting || claim === this.selected,
        onSelect: this.onSelect,
        renderAccount: (row) => renderAccount(dataset, row, words, this.onClose),
      })}
      ${isCompared ? html`<p class="hint">${words.bandsNotScores}</p>` : nothing} ${renderNumbers(drawn, words)}
    `;
  }

  private get isNarrow(): boolean {
    return this.width.value > 0 && this.width.value < narrow;
  }

  private get hint(): string {
    const { words } = this;
    return { positions: words.disagreementHint, counts: words.countsHint, pairs: words.pairsHint }[this.shownView];
  }

  /** Pairs need two sources. */
  private get shownView(): DisagreementChartView {
    const { view, placed } = this;
    if (view === 'pairs' && placed && placed.sources.length > 1) return 'pairs';
    return view === 'counts' ? 'counts' : 'positions';
  }

  private lead({ rows, sources }: DisagreementLayout): string {
    const { words } = this;
    const [only] = sources;
    if (only && sources.length === 1) return words.nothingToCompare(only.source.name);
    const { most, alike, only: alone } = disagreementLead(rows.map(({ answer }) => answer));
    return words.lead({
      most: most.map(({ claim, apart }) => ({ claim: claim.text, apart: apart?.name })),
      alike: alike.map(({ text }) => text),
      only: alone && { source: shortName(alone.source), claim: alone.claim.text },
    });
  }

  private readonly onChoice = (choice: DisagreementChoices): void => {
    const { words } = this;
    this.choose(choice, () => {
      if (choice.view) return words.views[choice.view];
      if (choice.order) return words.ordered(choice.order === 'editor' ? words.order.editor : words.byDisagreement);
      return words.claimsShown(this.placed?.rows.length ?? 0, this.story?.claims.length ?? 0);
    });
  };

  private readonly onSelect = ({ claim, answer }: PlacedDisagreement): void => {
    if (this.selected === claim.id) {
      this.close();
      return;
    }
    this.selected = claim.id;
    this.remember();
    const statements = answer.sources.flatMap(({ speakers, own }) =>
      [...speakers, ...(own ? [own] : [])].flatMap((voice) => voice.statements.map(({ id }) => id)),
    );
    this.dispatchEvent(new StanceSelectEvent({ claim: claim.id, statements }));
  };

  private readonly onClose = (): void => {
    this.renderRoot.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    this.close();
  };

  private close(): void {
    this.selected = undefined;
    this.remember();
    this.dispatchEvent(new StanceSelectEvent({ statements: [] }));
  }

  /** Arrows go from claim to claim; tab does as well, so nobody needs them. */
  private readonly onKeydown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' && this.selected) this.onClose();
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const claims = [...this.renderRoot.querySelectorAll<HTMLElement>('h3 button')];
    const next = claims[claims.indexOf(event.target as HTMLElement) + by];
    if (!next || !claims.includes(event.target as HTMLElement)) return;
    event.preventDefault();
    next.focus();
  };
}

/** The least length of the axis in a container of that width, by the columns and paddings of the style sheet. */
function axisWidth(container: number): number {
  const inner = Math.floor((container || 600) / 50) * 50 - 50;
  return Math.max(160, container < narrow ? inner - 32 : inner * 0.42 - 32);
}

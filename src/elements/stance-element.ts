import { ReactiveElement, type CSSResult, type PropertyDeclarations, type PropertyValues } from '@lit/reactive-element';
import type { Dataset } from '../dataset/dataset.js';
import { statementCount } from '../dataset/split-evidence.js';
import { messagesFor } from '../wording/messages-for.js';
import type { Failure, Messages } from '../wording/messages.js';
import { StanceErrorEvent, StanceLoadEvent } from './events.js';
import { fetchDataset, LoadError, readData, readText } from './load-dataset.js';
import { datasetCsv, datasetJson } from '../dataset/dataset-text.js';
import { foreignStyles } from '../views/frame.styles.js';
import { problemsOf, renderFailure, renderFooter, renderSkeleton } from '../views/frame.js';
import { html, type Content, type Markup } from '../views/html.js';
import { KeptHeight } from './controllers/kept-height.js';
import { followLanguage, forgetLanguage, languageEvent } from './controllers/language.js';
import { Permalink } from './controllers/permalink.js';
import { sheetIn } from './style-sheets.js';
import { Surface } from './surface.js';

/** More statements than this are read in one task of the page and drawn in the next. */
const largest = 2000;

/** What a button does, with its `data-value`. */
export type Acts = Readonly<Record<string, (value: string) => void>>;

type State = 'waiting' | 'loading' | 'ready' | 'failed';

/**
 * What every widget is: it gets a dataset from `data`, `src` or an inline script, says how that went, and shows a frame of heading,
 * drawing and footer in the reader's language. Its light-DOM children are the fallback until the drawing is there.
 */
export abstract class StanceElement extends ReactiveElement {
  static override properties: PropertyDeclarations = {
    src: {},
    data: { attribute: false },
    heading: {},
    permalink: { type: Boolean },
    hideLegend: { type: Boolean, attribute: 'hide-legend' },
    hideFooter: { type: Boolean, attribute: 'hide-footer' },
    sources: {},
    claims: {},
    topic: {},
    status: { state: true },
    announcement: { state: true },
    isPrinting: { state: true },
  };

  /** The address of a dataset. */
  src = '';

  /** A dataset as an object; goes before `src`. The object is never changed. */
  data: unknown = undefined;

  /** The heading; else the widget's own. */
  heading = '';

  /** Whether the reader's choices are written to the page's address and restored from it. */
  permalink = false;

  /** Leaves the legend out. */
  hideLegend = false;

  /** Leaves the footer out. */
  hideFooter = false;

  /** Ids of the sources to narrow to, separated by spaces; empty means all. */
  sources = '';

  /** Ids of the claims to narrow to. */
  claims = '';

  /** The topic to narrow to. */
  topic = '';

  private status: State = 'waiting';

  /** What a screen reader is told once, politely. */
  private announcement = '';

  /** On paper nothing can be opened: then all evidence is shown. */
  protected isPrinting = false;

  /** The last good dataset; it stays drawn while another loads. */
  protected story: Dataset | undefined;

  /** Known from the first update on. */
  protected messages!: Messages;

  /** What is open on paper only. */
  private unfolded: readonly HTMLDetailsElement[] = [];

  private accepted: Promise<void> | undefined;

  private failure: Failure | undefined;

  private readonly internals = this.attachInternals();

  private readonly link = new Permalink(this);

  /** That of the drawing: of its words or, where they are only a stand-in for the page's language, the page's own. */
  protected direction = '';

  private readonly keptHeight = new KeptHeight(this);

  /** What the page itself set of the linked properties; the address holds only what differs. */
  private set: Readonly<Record<string, string | undefined>> = {};

  /** Counts what was asked for, so that only the answer to the last is taken. */
  private asked = 0;

  /** The properties that a permalink holds; all are strings. */
  protected abstract readonly linked: readonly string[];

  /** The properties that narrow what is shown. */
  protected readonly narrowing: readonly string[] = ['sources', 'claims', 'topic'];

  protected readonly surface = new Surface();

  /** What buttons with these names in `data-act` do. */
  protected readonly acts: Acts = {
    tryAgain: () => this.takeData(),
    json: () => this.download('json', datasetJson(this.story!)),
    csv: () => this.download('csv', `\ufeff${datasetCsv(this.story!)}`),
    copyLink: () => void this.copyLink(),
    showAll: () => this.choose(Object.fromEntries(this.narrowing.map((name) => [name, '']))),
  };

  /** The drawing, or undefined where narrowing leaves nothing of the dataset to draw. */
  protected abstract renderDrawing(dataset: Dataset): Content;

  /** Reckons beforehand what a drawing of very much needs. */
  protected abstract prepare(dataset: Dataset): void;

  /** What is to be seen after a reader set this property. */
  protected abstract describeChoice(property: string): string;

  /** A reader pressed what opens the evidence of this key. */
  protected abstract select(key: string, opener: HTMLElement, event: MouseEvent): void;

  /** A key on something in the drawing. */
  protected abstract onKeydown(event: KeyboardEvent): void;

  protected abstract defaultHeading(dataset: Dataset): string;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'lang') this.requestUpdate(name);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    followLanguage(this);
    // What stood elsewhere may have come to another language.
    this.onLanguage();
    // At first the properties that the page set before are not there yet: `willUpdate` takes the data then.
    if (this.hasUpdated && this.status !== 'ready') this.takeData();
    addEventListener('beforeprint', this.onPrint);
    addEventListener('afterprint', this.onPrint);
    addEventListener(languageEvent, this.onLanguage);
  }

  /** Style sheets belong to one document; the next one needs its own. */
  adoptedCallback(): void {
    if (this.shadowRoot) this.adoptStyles(this.shadowRoot);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.onPrint);
    removeEventListener('afterprint', this.onPrint);
    removeEventListener(languageEvent, this.onLanguage);
    forgetLanguage();
    this.asked++;
    this.keptHeight.release();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated && this.permalink) {
      this.set = this.linkedState();
      Object.assign(this, this.link.read(this.linked));
    }
    if (changed.has('lang')) this.messages = messagesFor(this.language);
    this.direction = this.directionNow();
    if (!this.hasUpdated || changed.has('src') || changed.has('data')) this.takeData();
    if (this.status === 'ready' || this.status === 'failed') this.keptHeight.keep();
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.adoptStyles(root);
    // Whatever is measured before the first drawing is measured with the fallback in its place.
    root.append(document.createElement('slot'));
    root.addEventListener('click', (event) => this.onClick(event as MouseEvent));
    root.addEventListener('keydown', (event) => {
      // Who types needs all keys: Escape empties the field.
      if ((event.target as Element).localName !== 'input') this.onKeydown(event as KeyboardEvent);
    });
    root.addEventListener('slotchange', () => {
      if (this.status === 'waiting' && this.inlineScript) this.takeData();
    });
    return root;
  }

  /** Rules that not every drawing needs: they come with the first that does, and cost the others nothing. */
  protected get furtherRules(): readonly string[] {
    return this.isForeign ? [foreignStyles.cssText] : [];
  }

  private adoptStyles(root: ShadowRoot): void {
    const { elementStyles } = this.constructor as typeof ReactiveElement;
    root.adoptedStyleSheets = elementStyles.map((style) => sheetIn(this.ownerDocument, (style as CSSResult).cssText));
  }

  /** A page that has changed the language under us gets a message or the fallback, never an error. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      console.error(error);
      if (this.status === 'failed') this.shadowRoot?.replaceChildren(document.createElement('slot'));
      else this.fail({ code: 'drawing' });
    }
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    this.surface.draw(this.renderRoot as ShadowRoot, this.render());
  }

  protected render(): Markup {
    const { story, messages: messages, failure } = this;
    if (this.status === 'failed') return html`${renderFailure(failure!, this.src !== '', messages)}<slot></slot>`;
    if (!story) return html`<slot></slot>${this.isWaiting && renderSkeleton(messages)}`;
    const footer = { address: this.address, hasLink: this.permalink };
    const drawing = statementCount(story) > 0 && this.renderDrawing(story);
    return html`<section
      class="frame${this.isForeign ? ' foreign' : ''}"
      part="frame"
      lang="${messages.lang}"
      dir="${this.direction}"
      aria-labelledby="heading"
    >
      <h2 id="heading" part="heading"><bdi>${this.heading || this.defaultHeading(story)}</bdi></h2>
      ${drawing || html`<p class="hint">${messages.empty}</p>`}
      ${!this.hideFooter && renderFooter(story, footer, messages)}
      <p class="hidden" role="status">${this.announcement}</p>
    </section>`;
  }

  protected override updated(): void {
    const root = this.renderRoot as ShadowRoot;
    for (const rules of this.story ? this.furtherRules : []) {
      const sheet = sheetIn(this.ownerDocument, rules);
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
    this.keptHeight.settle();
    const { status, story } = this;
    this.expose('loading', status === 'loading');
    this.expose('error', status === 'failed');
    this.expose('empty', status === 'ready' && statementCount(story!) === 0);
  }

  /** Tells a screen reader what changed. */
  protected announce(text: string): void {
    this.announcement = text;
  }

  /** Takes over what a reader chose of order, view or narrowing, and tells what is to be seen then. */
  private choose(choice: Readonly<Record<string, string>>): void {
    Object.assign(this, choice);
    this.remember();
    const [property = ''] = Object.keys(choice);
    void this.updateComplete.then(() => this.announce(this.describeChoice(property)));
  }

  private onClick(event: MouseEvent): void {
    const button = (event.target as Element).closest<HTMLElement>('button');
    if (!button) return;
    const { act, set, select, value = '' } = button.dataset;
    if (set) this.choose({ [set]: value });
    else if (select !== undefined) this.select(select, button, event);
    else if (act) this.acts[act]?.(value);
  }

  protected get language(): string {
    return languageOf(this);
  }

  private directionNow(): string {
    const [asked] = this.language.split('-');
    return this.messages.lang.split('-')[0] === asked ? this.messages.direction : getComputedStyle(this).direction;
  }

  /** Whether the words are only a stand-in for a language that runs the other way. */
  private get isForeign(): boolean {
    return this.direction !== this.messages.direction;
  }

  /** To be called after a reader selected something: writes it to the page's address where the page wants that. */
  protected remember(): void {
    if (!this.permalink) return;
    const now = Object.entries(this.linkedState());
    this.link.write(
      Object.fromEntries(now.map(([name, value]) => [name, value === this.set[name] ? undefined : value])),
    );
  }

  private linkedState(): Readonly<Record<string, string | undefined>> {
    const properties = this as unknown as Readonly<Record<string, string | undefined>>;
    return Object.fromEntries(this.linked.map((name) => [name, properties[name]]));
  }

  /** `data`, then `src`, then the inline script. */
  private takeData(): void {
    const asked = ++this.asked;
    const settle = (read: () => Dataset) => asked === this.asked && this.settle(read);
    const readInline = () => settle(() => readText(this.inlineScript?.textContent ?? ''));
    if (this.data !== undefined && this.data !== null) settle(() => readData(this.data));
    else if (this.src) {
      this.status = 'loading';
      fetchDataset(this.src).then(
        (dataset) => settle(() => dataset),
        (error: unknown) =>
          settle(() => {
            throw error;
          }),
      );
    } else if (this.inlineScript) {
      // While the page still arrives, so may the script's text.
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', readInline, { once: true });
      else readInline();
    } else {
      this.story = undefined;
      this.status = 'waiting';
    }
  }

  private settle(read: () => Dataset): void {
    try {
      const story = read();
      if (statementCount(story) > largest) this.acceptLater(story);
      else this.accept(story);
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      this.fail(error.failure);
    }
  }

  private fail(failure: Failure): void {
    this.failure = failure;
    this.story = undefined;
    this.status = 'failed';
    this.dispatchEvent(
      new StanceErrorEvent({
        code: failure.code,
        message: this.messages.failure(failure),
        problems: problemsOf(failure),
      }),
    );
  }

  protected accept(story: Dataset): void {
    this.story = story;
    this.status = 'ready';
    this.requestUpdate();
    this.dispatchEvent(new StanceLoadEvent(story));
  }

  /** Reading was long enough: the rest comes later, so that the page can answer its reader in between. */
  protected acceptLater(story: Dataset): void {
    this.status = 'loading';
    this.accepted = this.acceptInTasks(story);
  }

  /** Reckoning and drawing are a task each. What is asked for meanwhile, or taking the element away, ends it. */
  private async acceptInTasks(story: Dataset): Promise<void> {
    const { asked } = this;
    await nextTask();
    if (asked !== this.asked) return;
    try {
      this.prepare(story);
    } catch {
      // Drawing meets the same, and says so.
    }
    await nextTask();
    if (asked === this.asked) this.accept(story);
  }

  /** What was read is drawn then. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.accepted;
    return super.getUpdateComplete();
  }

  private get inlineScript(): HTMLScriptElement | null {
    return this.querySelector(':scope > script[type="application/json"]');
  }

  private get isWaiting(): boolean {
    return this.status === 'loading' && [...this.children].every((child) => child.localName === 'script');
  }

  /** Where the data came from; empty where the page gave them. */
  protected get address(): string {
    return this.data === undefined || this.data === null ? this.src : '';
  }

  private download(ending: 'json' | 'csv', text: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text]));
    link.download = `stances.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  }

  private async copyLink(): Promise<void> {
    this.remember();
    try {
      await navigator.clipboard.writeText(location.href);
      this.renderRoot.querySelector('[data-act=copyLink]')!.textContent = this.messages.linkCopied;
    } catch {
      // Where the clipboard is closed to pages, the address bar still shows the link.
    }
  }

  private readonly onLanguage = () => {
    if (this.messages !== messagesFor(this.language) || this.direction !== this.directionNow())
      this.requestUpdate('lang');
  };

  private readonly onPrint = ({ type }: Event): void => {
    this.isPrinting = type === 'beforeprint';
    // The browser prints what stands there when this returns.
    if (this.isUpdatePending) this.performUpdate();
    if (this.isPrinting)
      this.unfolded = [...this.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of this.unfolded) details.open = this.isPrinting;
  };

  private expose(state: string, on: boolean): void {
    try {
      this.internals.states[on ? 'add' : 'delete'](state);
    } catch {
      // Browsers before 2024 take only names with two hyphens in front; there publishers go without the state.
    }
  }
}

/** The `lang` of the element or of its nearest ancestor, through shadow roots. */
function languageOf(element: Element): string {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    const lang = at instanceof Element ? at.getAttribute('lang') : null;
    if (lang !== null) return lang;
  }
  return 'en';
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

import { html, LitElement, render, type CSSResult, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Dataset } from '../dataset/dataset.js';
import { foreignStyles } from '../views/frame.styles.js';
import { renderFrame, type FrameModel } from '../views/frame.js';
import type { Content } from '../views/template.js';
import { DatasetSource } from './controllers/dataset-source.js';
import { ElementStates } from './controllers/element-states.js';
import { KeptHeight } from './controllers/kept-height.js';
import { LanguageController } from './controllers/language.js';
import { PrintController } from './controllers/print.js';
import { ReaderChoices } from './controllers/reader-choices.js';
import { StyleSheets } from './controllers/style-sheets.js';
import { frameActions, frameModel } from './frame-model.js';

/**
 * What every element is: it shows the drawing of a dataset in a frame of heading and footer, in the reader’s language. Its light-DOM
 * children are the fallback until the drawing is there.
 */
export abstract class StanceElement<Drawing = unknown> extends LitElement {
  // Declared here and not with decorators, which are half a kilobyte of the script.
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
  };

  static {
    // Which rows are in view can only be measured after an update, and may need another one.
    this.disableWarning?.('change-in-update');
  }

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
  /** Ids of the sources to filter by, separated by spaces; empty means all. */
  sources = '';
  /** Ids of the claims to filter by. */
  claims = '';
  /** The topic to filter by. */
  topic = '';

  /** The properties that a permalink holds; all are strings. */
  protected abstract readonly linked: readonly string[];

  /** The properties that filter what is shown. */
  protected abstract readonly filters: readonly string[];

  protected readonly language = new LanguageController(this);
  protected readonly print = new PrintController(this, () => this.performUpdate());
  protected readonly source = new DatasetSource(this, this.language, (dataset) => this.prepare(dataset));
  protected readonly choices = new ReaderChoices(this, () => ({
    linked: this.linked,
    filters: this.filters,
    describe: (property) => this.describeChoice(property),
  }));
  protected readonly keptHeight = new KeptHeight(this, this.source);
  protected readonly states = new ElementStates(this, this.source);
  private readonly styleSheets = new StyleSheets(this);
  private readonly frameActions = frameActions(this.source, this.choices);
  private model: FrameModel<Drawing> = { status: 'waiting' };

  /** Computes beforehand, in a task of its own, what the drawing of a large dataset needs. */
  protected abstract prepare(dataset: Dataset): void;

  protected abstract defaultHeading(dataset: Dataset): string;

  /** Returns the drawing of a dataset with statements. */
  protected abstract drawingOf(dataset: Dataset): Drawing;

  protected abstract renderDrawing(drawing: Drawing): Content;

  /** Returns what a reader sees after setting this property. */
  protected abstract describeChoice(property: string): string;

  /** Style sheets that only some drawings need: what is not there is neither read nor matched. */
  protected get optionalStyles(): readonly CSSResult[] {
    return this.language.isForeign ? [foreignStyles] : [];
  }

  /** Style sheets belong to one document; the next one needs its own. */
  adoptedCallback(): void {
    if (!this.shadowRoot) return;
    this.styleSheets.adopt(this.shadowRoot);
    this.requestUpdate();
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.styleSheets.adopt(root);
    // Until the first update the fallback is there, so that everything is measured with it.
    render(html`<slot></slot>`, root, this.renderOptions);
    root.addEventListener('slotchange', () => this.source.onContent());
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated) this.choices.restore();
    this.language.update();
    // To Lit the update after an error in the first one is the first again.
    const isFirst = !this.hasUpdated && this.source.state.status === 'waiting';
    if (isFirst || changed.has('src') || changed.has('data')) this.source.load();
    this.model = frameModel({
      element: this,
      source: this.source,
      language: this.language,
      choices: this.choices,
      headingOf: (dataset) => this.heading || this.defaultHeading(dataset),
      drawingOf: (dataset) => this.drawingOf(dataset),
    });
    // Before anything is rendered, so that what is measured then is measured with them.
    if (this.model.status === 'ready') this.styleSheets.add(this.renderRoot as ShadowRoot, this.optionalStyles);
  }

  protected override render(): unknown {
    return renderFrame(this.model, this.language.messages, this.frameActions, (drawing) => this.renderDrawing(drawing));
  }

  /** A page that has changed the language under us gets a message or the fallback, never an error. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      console.error(error);
      if (this.source.state.status === 'failed') this.shadowRoot?.replaceChildren(document.createElement('slot'));
      else this.source.fail({ code: 'drawing' });
    }
  }

  /** Resolves when what was read is rendered, and what was measured then as well. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.source.settled;
    while (!(await super.getUpdateComplete()));
    return true;
  }
}

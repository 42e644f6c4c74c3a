import type { CSSResult, PropertyValues } from '@lit/reactive-element';
import type { Dataset } from '../dataset/dataset.js';
import { datasetJson } from '../dataset/dataset-text.js';
import { SourceDisagreement } from '../elements/source-disagreement.js';
import { StanceMatrix } from '../elements/stance-matrix.js';
import type { Markup as DrawnMarkup } from '../views/html.js';
import { lines, markup, trusted, type Markup } from './markup.js';
import type { StaticView } from './static-view.js';

/** Below this width of its container the element draws something else, and so must what stands there before it. */
const narrow = 560;
/** Widths for which the two drawings are laid out, in CSS pixels. */
const laidOut = { narrow: 360, wide: 720 };

/** What the element’s drawing asks of its place in a page. */
interface Place {
  readonly view: StaticView;
  /** The address from which the page loads the dataset; else it holds it. */
  readonly src: string | undefined;
  readonly width: number;
}

export interface Declarative {
  readonly drawing: Markup;
  /** The text of its style element, which a strict content security policy must name. */
  readonly style: string;
}

/**
 * The element’s own drawing, made before any script: a `<div>` with a declarative shadow root that holds it for narrow and for
 * wide places; a container query shows one. Light-DOM content of the element, so the element keeps it until its own drawing is there
 * and then takes its place; nothing is hydrated, and no version of the script has to match. `fallback` is for browsers and
 * readers without declarative shadow DOM.
 */
export function declarativeDrawing(view: StaticView, fallback: Markup, src?: string): Declarative {
  const elements = [laidOut.wide, laidOut.narrow].map((width) => elementFor({ view, src, width }));
  const [wide, narrow] = elements.map((element) => trusted(withoutIndents(element.drawn().markup)));
  const style = stylesOf(elements[0]!) + choosing;
  const drawing = lines([
    markup`<div>`,
    markup`<template shadowrootmode="open">`,
    markup`<style>${trusted(style)}</style>`,
    markup`<div class="drawn wide">${wide}</div>`,
    markup`<div class="drawn narrow">${narrow}</div>`,
    markup`</template>`,
    fallback,
    markup`</div>`,
  ]);
  return { drawing, style };
}

/** Shows one of the two drawings, and no place for the picture of a large table, which only the script can fill. */
const choosing = `[part='overview']{display:none}:host{container-type:inline-size}.drawn.narrow{display:none}@container (max-width:${narrow - 0.02}px){.drawn.narrow{display:block}.drawn.wide{display:none}}`;

/** The templates are indented for us. */
function withoutIndents(text: string): string {
  return text.replaceAll(/> *\n[ \n]*</g, '>\n<');
}

/** To be called when it is drawn. */
function stylesOf(element: DrawnMatrix | DrawnDisagreement): string {
  const { styles } = element.constructor as typeof StanceMatrix | typeof SourceDisagreement;
  const always = (styles as readonly CSSResult[]).map(({ cssText }) => cssText);
  return [...always, ...element.furtherRules].join('').replaceAll(/\s+/g, ' ');
}

/** An element that nobody has connected to a page. */
function elementFor(place: Place): DrawnMatrix | DrawnDisagreement {
  return place.view.widget === 'matrix' ? new DrawnMatrix(place) : new DrawnDisagreement(place);
}

class DrawnMatrix extends StanceMatrix {
  readonly #place: Place;

  constructor(place: Place) {
    super();
    this.#place = place;
    prepare(this, place);
    this.messages = place.view.messages;
    this.order = (place.view.options.order ?? 'editor') as StanceMatrix['order'];
    this.speakers = idList(place.view.options.speakers);
    const { layout } = place.view.options;
    this.layout = layout === 'auto' && place.width < narrow ? 'list' : layout;
  }

  protected override get language(): string {
    return this.#place.view.messages.lang;
  }

  /** Nobody waits for a page here. */
  protected override acceptLater(story: Dataset): void {
    this.accept(story);
  }

  override get furtherRules(): readonly string[] {
    return super.furtherRules;
  }

  drawn(): DrawnMarkup {
    this.willUpdate(new Map() as PropertyValues<this>);
    return this.render();
  }
}

class DrawnDisagreement extends SourceDisagreement {
  readonly #place: Place;

  constructor(place: Place) {
    super();
    this.#place = place;
    prepare(this, place);
    this.messages = place.view.messages;
    this.order = (place.view.options.order ?? 'disagreement') as SourceDisagreement['order'];
  }

  override get clientWidth(): number {
    return this.#place.width;
  }

  protected override get language(): string {
    return this.#place.view.messages.lang;
  }

  /** Nobody waits for a page here. */
  protected override acceptLater(story: Dataset): void {
    this.accept(story);
  }

  override get furtherRules(): readonly string[] {
    return super.furtherRules;
  }

  drawn(): DrawnMarkup {
    this.willUpdate(new Map() as PropertyValues<this>);
    return this.render();
  }
}

function prepare(element: StanceMatrix | SourceDisagreement, { view, src }: Place): void {
  const { options: wanted, dataset } = view;
  element.data = wanted.fullDataset ?? (wanted.omitsTables ? dataset : JSON.parse(datasetJson(dataset)));
  element.src = src ?? '';
  element.heading = wanted.heading ?? '';
  element.sources = idList(wanted.sources);
  element.claims = idList(wanted.claims);
  element.topic = wanted.topic ?? '';
}

function idList(ids: readonly string[] | undefined): string {
  return ids?.join(' ') ?? '';
}

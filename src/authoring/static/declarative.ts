import { html, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import { datasetJson } from '../../dataset/dataset-text.js';
import { hasPips, pipsSheet } from '../../elements/pips.js';
import { SourceDisagreement } from '../../elements/source-disagreement.js';
import { StanceMatrix } from '../../elements/stance-matrix.js';
import { lines, markup, trusted, type Markup } from './markup.js';
import { optionalPackage } from './optional-package.js';
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
export async function declarativeDrawing(view: StaticView, fallback: Markup, src?: string): Promise<Declarative> {
  const { render } = await optionalPackage<typeof import('@lit-labs/ssr')>('@lit-labs/ssr', 'dsd');
  const { collectResult } = await optionalPackage<typeof import('@lit-labs/ssr/lib/render-result.js')>(
    '@lit-labs/ssr/lib/render-result.js',
    'dsd',
  );
  const drawn = async (width: number): Promise<Markup> => {
    const text = await collectResult(render(html`${elementFor({ view, src, width }).drawn()}`));
    return trusted(withoutScaffolding(text));
  };
  const style = stylesOf(view) + choosing;
  const drawing = lines([
    markup`<div>`,
    markup`<template shadowrootmode="open">`,
    markup`<style>${trusted(style)}</style>`,
    markup`<div class="drawn wide">${await drawn(laidOut.wide)}</div>`,
    markup`<div class="drawn narrow">${await drawn(laidOut.narrow)}</div>`,
    markup`</template>`,
    fallback,
    markup`</div>`,
  ]);
  return { drawing, style };
}

/** Shows one of the two drawings. */
const choosing = `:host{container-type:inline-size}.drawn.narrow{display:none}@container (max-width:${narrow - 0.02}px){.drawn.narrow{display:block}.drawn.wide{display:none}}`;

/** Marks for hydrating, which does not happen here, and the indents of the templates. No text can hold a mark: its `<` is escaped. */
function withoutScaffolding(text: string): string {
  return text.replaceAll(/<!--(?:\/?lit-part|lit-node|\?)[^>]*-->/g, '').replaceAll(/> *\n[ \n]*</g, '>\n<');
}

function stylesOf({ widget, dataset }: StaticView): string {
  const { styles } = widget === 'matrix' ? StanceMatrix : SourceDisagreement;
  const sheets: readonly CSSResult[] = styles;
  const count = dataset.sources.length;
  const made = widget === 'matrix' && hasPips(count) ? textOfSheet(() => pipsSheet(count)) : '';
  return (sheets.map(({ cssText }) => cssText).join('') + made).replaceAll(/\s+/g, ' ');
}

/** A style sheet that remembers its text; Node has none. */
class WrittenSheet {
  text = '';

  replaceSync(text: string): void {
    this.text = text;
  }
}

/** The rules that the element makes only when it runs, made here with a sheet that can be read. */
function textOfSheet(make: () => CSSStyleSheet): string {
  const world: { CSSStyleSheet?: unknown } = globalThis;
  const before = world.CSSStyleSheet;
  world.CSSStyleSheet = WrittenSheet;
  try {
    return (make() as unknown as WrittenSheet).text;
  } finally {
    world.CSSStyleSheet = before;
  }
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
    this.words = place.view.words;
    this.order = (place.view.wanted.order ?? 'editor') as StanceMatrix['order'];
    this.speakers = idList(place.view.wanted.speakers);
    const { layout } = place.view.wanted;
    this.layout = layout === 'auto' && place.width < narrow ? 'list' : layout;
  }

  override closest(): null {
    return ancestorIn(this.#place);
  }

  drawn(): TemplateResult {
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
    this.words = place.view.words;
    this.order = (place.view.wanted.order ?? 'disagreement') as SourceDisagreement['order'];
  }

  override get clientWidth(): number {
    return this.#place.width;
  }

  override closest(): null {
    return ancestorIn(this.#place);
  }

  drawn(): TemplateResult {
    this.willUpdate(new Map() as PropertyValues<this>);
    return this.render();
  }
}

function prepare(element: StanceMatrix | SourceDisagreement, { view, src }: Place): void {
  const { wanted, dataset } = view;
  element.data = JSON.parse(datasetJson(dataset));
  element.src = src ?? '';
  element.heading = wanted.heading ?? '';
  element.sources = idList(wanted.sources);
  element.claims = idList(wanted.claims);
  element.topic = wanted.topic ?? '';
}

function idList(ids: readonly string[] | undefined): string {
  return ids?.join(' ') ?? '';
}

/** Where the element asks for the language of the page around it, it finds that of the drawing. */
function ancestorIn({ view }: Place): null {
  return { getAttribute: () => view.words.lang } as unknown as null;
}

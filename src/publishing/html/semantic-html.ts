import { disagreementClaims, disagreementFits, disagreementFolded, disagreementTable } from './disagreement-markup.js';
import { plainDressing, type Dressing } from './channel-styles.js';
import { articleMarkup, type Told } from './evidence-markup.js';
import { attributes, lines, markup, type Markup } from '../markup.js';
import { matrixClaims, matrixFits, matrixFolded, matrixTable } from './matrix-markup.js';
import { footnotes, isBanded, statementsIn, type StaticView } from '../static-view.js';

export interface HtmlOptions {
  readonly dress?: Dressing;
  /** Lets each claim’s words open at a press (`<details>`, no script), so that the whole stays short. */
  readonly isFolded?: boolean;
}

/**
 * The whole drawing as HTML that needs no script and no style: heading, lead, tables with their heads, every quote in full with its
 * source. It is well-formed XML too, for systems that want that, and has no ids, so that it may stand on any page, twice as well.
 */
export function semanticHtml(view: StaticView, { dress, isFolded = false }: HtmlOptions = {}): Markup {
  const { messages: messages, heading, lead } = view;
  const told = { messages: messages, dress: dress ?? plainDressing(messages.direction) };
  const of = [attributes({ lang: messages.lang, dir: messages.direction }), told.dress('figure')];
  return lines([
    // Inside an element it is no figure of its own: a browser would take 80 pixels of a phone for the margins.
    isFolded ? markup`<div${of}>` : markup`<figure${of}>`,
    markup`<h2${told.dress('heading')}><bdi>${heading}</bdi></h2>`,
    ...lead.map((sentence) => markup`<p${told.dress('lead')}><bdi>${sentence}</bdi></p>`),
    ...drawing(view, told, isFolded),
    footer(view, told),
    isFolded ? markup`</div>` : markup`</figure>`,
  ]);
}

function drawing(view: StaticView, told: Told, isFolded: boolean): readonly (Markup | undefined)[] {
  if (view.wanted.isBrief) return [];
  if (view.widget === 'matrix') {
    if (view.placed.columns.length === 0) return [];
    if (isFolded) return [matrixFolded(view, told)];
    const isTable = isWhole(view, matrixFits(view));
    return [isTable ? matrixTable(view, told) : undefined, matrixClaims(view, told)];
  }
  if (view.placed.rows.length === 0) return [];
  if (isFolded) return [disagreementFolded(view, told)];
  const isTable = isWhole(view, disagreementFits(view));
  return [isTable ? disagreementTable(view, told) : undefined, disagreementClaims(view, told)];
}

/** The list says everything; the table above it gives the overview where it fits. */
function isWhole({ wanted }: StaticView, fits: boolean): boolean {
  return wanted.layout === 'table' || (wanted.layout === 'auto' && fits);
}

function footer(view: StaticView, told: Told): Markup {
  const { messages: messages, dress } = told;
  const articles = new Set(view.wanted.isBrief ? [] : statementsIn(view).map(({ article }) => article));
  const { facts, method, corrections } = footnotes(view);
  const paragraphs = [
    ...(view.widget === 'disagreement' && isBanded(view.placed) ? [messages.bandsNotScores] : []),
    facts,
    method &&
      ('text' in method ? method.text : markup`<a href="${method.address}"${dress('link')}>${messages.method}</a>`),
    ...corrections,
  ];
  return lines([
    ...view.dataset.articles.filter((article) => articles.has(article)).map((article) => articleMarkup(article, told)),
    ...paragraphs.map((content) => content && markup`<p${dress('footer')}><small><bdi>${content}</bdi></small></p>`),
  ]);
}

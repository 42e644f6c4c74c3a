import {
  disagreementClaims,
  disagreementTableFits,
  collapsibleDisagreements,
  disagreementTable,
} from './disagreement-markup.js';
import { plainStyles, type ChannelStyles } from './channel-styles.js';
import { articleMarkup, type MarkupContext } from './evidence-markup.js';
import { attributes, lines, markup, type Markup } from '../markup.js';
import { matrixClaims, matrixTableFits, collapsibleMatrix, matrixTable } from './matrix-markup.js';
import { footerContent, scoresHint, shownStatements, type StaticView } from '../static-view.js';

export interface HtmlOptions {
  /** Left out, plain attributes for a page with a style sheet of its own. */
  readonly styles?: ChannelStyles;
  /** Whether the quotes of each claim open on demand (`<details>`), which keeps the table short. */
  readonly isCollapsible?: boolean;
}

/**
 * Returns the whole drawing as HTML that needs no script and no style: heading, lead, tables with headings, every quote in full with
 * its source. It is well-formed XML too, for feeds, and has no ids, so it can be on a page more than once.
 */
export function semanticHtml(view: StaticView, { styles, isCollapsible = false }: HtmlOptions = {}): Markup {
  const { messages, heading, lead } = view;
  const context = { messages, styleOf: styles ?? plainStyles(messages.direction) };
  const common = [attributes({ lang: messages.lang, dir: messages.direction }), context.styleOf('figure')];
  return lines([
    // Inside an element a <div>: browsers give a <figure> margins of 40 pixels on each side.
    isCollapsible ? markup`<div${common}>` : markup`<figure${common}>`,
    markup`<h2${context.styleOf('heading')}><bdi>${heading}</bdi></h2>`,
    ...lead.map((sentence) => markup`<p${context.styleOf('lead')}><bdi>${sentence}</bdi></p>`),
    ...drawing(view, context, isCollapsible),
    footer(view, context),
    isCollapsible ? markup`</div>` : markup`</figure>`,
  ]);
}

function drawing(view: StaticView, context: MarkupContext, isCollapsible: boolean): readonly (Markup | undefined)[] {
  if (view.options.omitsTables) return [];
  if (view.widget === 'matrix') {
    if (view.placed.columns.length === 0) return [];
    if (isCollapsible) return [collapsibleMatrix(view, context)];
    const isTable = isTableShown(view, matrixTableFits(view));
    return [isTable ? matrixTable(view, context) : undefined, matrixClaims(view, context)];
  }
  if (view.placed.rows.length === 0) return [];
  if (isCollapsible) return [collapsibleDisagreements(view, context)];
  const isTable = isTableShown(view, disagreementTableFits(view));
  return [isTable ? disagreementTable(view, context) : undefined, disagreementClaims(view, context)];
}

/** Whether the overview table is above the lists, which alone are complete. */
function isTableShown({ options }: StaticView, fits: boolean): boolean {
  return options.layout === 'table' || (options.layout === 'auto' && fits);
}

function footer(view: StaticView, context: MarkupContext): Markup {
  const { messages, styleOf } = context;
  const articles = new Set(view.options.omitsTables ? [] : shownStatements(view).map(({ article }) => article));
  const { facts, method, corrections } = footerContent(view);
  const paragraphs = [
    view.widget === 'disagreement' ? scoresHint(view) : undefined,
    facts,
    method &&
      ('text' in method ? method.text : markup`<a href="${method.address}"${styleOf('link')}>${messages.method}</a>`),
    ...corrections,
  ];
  return lines([
    ...view.dataset.articles
      .filter((article) => articles.has(article))
      .map((article) => articleMarkup(article, context)),
    ...paragraphs.map((content) => content && markup`<p${styleOf('footer')}><small><bdi>${content}</bdi></small></p>`),
  ]);
}

import { elementMarkup } from './element-markup.js';
import { attributes, lines, markup, type Markup } from '../markup.js';
import { reservedHeight } from './reserved-height.js';
import { scriptTags, type Script } from './script-tag.js';
import { semanticHtml } from '../html/semantic-html.js';
import { asList, type StaticView } from '../static-view.js';

/**
 * Returns what an editor pastes into an article: the script, the element and, as its fallback, the whole story as a table. The quotes
 * of each claim are collapsed (`<details>`), so that the fallback is about as high as the drawing that replaces it.
 *
 * The height is reserved by the `height` attribute of a table cell: strict content security policies block a `style` attribute and many
 * content management systems remove it, while every browser supports this one and nothing removes it. The cell grows if needed.
 */
export function embedSnippet(view: StaticView, script: Script, src: string | undefined): Markup {
  const height = reservedHeight(view);
  const fallback = lines([
    markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tbody><tr><td${attributes({ height, valign: 'top' })}>`,
    semanticHtml(asList(view), { isCollapsible: true }),
    markup`</td></tr></tbody></table>`,
  ]);
  return lines([scriptTags(script), elementMarkup(view, src, fallback)]);
}

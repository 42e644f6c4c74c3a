import { elementMarkup } from './element-markup.js';
import { attributes, lines, markup, type Markup } from '../markup.js';
import { reservedHeight } from './reserved-height.js';
import { scriptTags, type Script } from './script-tag.js';
import { semanticHtml } from '../html/semantic-html.js';
import { listed, type StaticView } from '../static-view.js';

/**
 * What an editor pastes into an article: the script, the element, and in it the whole story as tables for before, without and after the
 * script. The words behind each claim are folded (`<details>`), so that the fallback is about as high as the drawing that follows it.
 *
 * The height is kept free by the `height` of a table cell, not by a style: a style attribute is refused by strict content security
 * policies and cut out by many a CMS, while this attribute is known to every browser and left alone. A cell grows where it must.
 */
export function embedSnippet(view: StaticView, script: Script, src: string | undefined): Markup {
  const height = reservedHeight(view);
  const fallback = lines([
    markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tbody><tr><td${attributes({ height, valign: 'top' })}>`,
    semanticHtml(listed(view), { isFolded: true }),
    markup`</td></tr></tbody></table>`,
  ]);
  return lines([scriptTags(script), elementMarkup(view, src, fallback)]);
}

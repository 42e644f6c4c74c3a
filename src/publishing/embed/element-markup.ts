import type { Dataset } from '../../dataset/dataset.js';
import { datasetJson } from '../../dataset/dataset-text.js';
import { elementNames } from '../formats.js';
import { attributes, lines, markup, scriptData, trusted, type Content, type Markup } from '../markup.js';
import type { StaticView } from '../static-view.js';

/** Returns the element with the options as attributes, its dataset by URL or inline, and its fallback content. */
export function elementMarkup(view: StaticView, src: string | undefined, fallback: Content): Markup {
  const { widget, options, dataset } = view;
  const tag = trusted(elementNames[widget]);
  const { heading, order, layout, sources, speakers, claims, topic } = options;
  const present = {
    src,
    lang: options.lang,
    heading,
    order,
    layout: widget === 'matrix' && layout !== 'auto' ? layout : undefined,
    sources: sources?.join(' '),
    speakers: widget === 'matrix' ? speakers?.join(' ') : undefined,
    claims: claims?.join(' '),
    topic,
  };
  return lines([
    markup`<${tag}${attributes(present)}>`,
    src === undefined ? inlineData(dataset) : undefined,
    fallback,
    markup`</${tag}>`,
  ]);
}

/** Parsed and written again because `datasetJson` is indented for files. */
function inlineData(dataset: Dataset): Markup {
  return markup`<script type="application/json">${scriptData(datasetJson(dataset, 0))}</script>`;
}

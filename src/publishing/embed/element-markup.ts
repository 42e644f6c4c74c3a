import type { Dataset } from '../../dataset/dataset.js';
import { datasetJson } from '../../dataset/dataset-text.js';
import { elementOf } from '../formats.js';
import { attributes, lines, markup, scriptData, type Content, type Markup } from '../markup.js';
import type { StaticView } from '../static-view.js';

/** The element as it stands in a page: what was asked for as attributes, its data by address or inside, and its fallback. */
export function elementMarkup(view: StaticView, src: string | undefined, fallback: Content): Markup {
  const { widget, wanted, dataset } = view;
  const name = { markup: elementOf[widget] };
  const { heading, order, layout, sources, speakers, claims, topic } = wanted;
  const named = {
    src,
    lang: wanted.lang,
    heading,
    order,
    layout: widget === 'matrix' && layout !== 'auto' ? layout : undefined,
    sources: sources?.join(' '),
    speakers: widget === 'matrix' ? speakers?.join(' ') : undefined,
    claims: claims?.join(' '),
    topic,
  };
  return lines([
    markup`<${name}${attributes(named)}>`,
    src === undefined ? inlineData(dataset) : undefined,
    fallback,
    markup`</${name}>`,
  ]);
}

function inlineData(dataset: Dataset): Markup {
  return markup`<script type="application/json">${scriptData(JSON.parse(datasetJson(dataset)))}</script>`;
}

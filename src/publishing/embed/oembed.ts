import { attributes, jsonWithoutTags, markup } from '../markup.js';
import { drawnHeight } from './reserved-height.js';
import type { StaticView } from '../static-view.js';

/** Where the pieces of an oEmbed answer are. */
export interface OembedPlaces {
  /** The address of the page that `--as iframe` made. */
  readonly url: string;
  /** The address of the article; its site is named as the provider. */
  readonly page: string | undefined;
}

/** The answer of an oEmbed endpoint (oembed.com, 1.0), type `rich`: a frame with a title for those who do not see it. */
export function oembed(view: StaticView, { url, page }: OembedPlaces): string {
  const { heading, wanted } = view;
  const { width } = wanted;
  const height = drawnHeight(view, width);
  const named = { src: url, title: heading, width, height, frameborder: 0, loading: 'lazy' };
  const site = page === undefined ? undefined : new URL(page);
  const answer = {
    version: '1.0',
    type: 'rich',
    title: heading,
    provider_name: site?.hostname,
    provider_url: site?.origin,
    author_url: page,
    width,
    height,
    html: markup`<iframe${attributes(named)}></iframe>`.markup,
  };
  return `${jsonWithoutTags(answer, 2)}\n`;
}

import { attributes, jsonWithoutTags, markup } from '../markup.js';
import { estimatedHeight } from './reserved-height.js';
import type { StaticView } from '../static-view.js';

/** URLs in an oEmbed response. */
export interface OembedAddresses {
  /** The page that `--as iframe` made. */
  readonly url: string;
  /** The article; its site is the provider. */
  readonly page: string | undefined;
}

/** Returns the JSON response of an oEmbed endpoint (oembed.com, version 1.0), type `rich`: an iframe with a title for screen readers. */
export function oembed(view: StaticView, { url, page }: OembedAddresses): string {
  const { heading, options } = view;
  const { width } = options;
  const height = estimatedHeight(view, width);
  const frame = { src: url, title: heading, width, height, frameborder: 0, loading: 'lazy' };
  const site = page === undefined ? undefined : new URL(page);
  const response = {
    version: '1.0',
    type: 'rich',
    title: heading,
    provider_name: site?.hostname,
    provider_url: site?.origin,
    author_url: page,
    width,
    height,
    html: markup`<iframe${attributes(frame)}></iframe>`.markup,
  };
  return `${jsonWithoutTags(response, 2)}\n`;
}

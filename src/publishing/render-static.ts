import type { Dataset } from '../dataset/dataset.js';
import { datasetCsv } from '../dataset/dataset-text.js';
import { disagreementSvg } from './svg/disagreement-svg.js';
import { elementMarkup } from './embed/element-markup.js';
import { emailNote, emailPage } from './html/email-page.js';
import type { ChannelNote, Format } from './formats.js';
import { iframePage } from './embed/iframe-page.js';
import { jsonLd } from './json-ld.js';
import { lines, type Markup } from './markup.js';
import { matrixSvg } from './svg/matrix-svg.js';
import { oembed } from './embed/oembed.js';
import { scriptTags, sourceHash, type Script } from './embed/script-tag.js';
import { semanticHtml } from './html/semantic-html.js';
import { asList, shownStatements, staticView, type StaticView, type DrawingOptions } from './static-view.js';

/** Where the parts of a publication are. Each format needs some of these; the command line checks that they are given. */
export interface PageAddresses {
  /** For `iframe` (required) and `dsd`. */
  readonly script?: Script | undefined;
  /** URL from which the page loads the dataset; left out, the dataset is inside the page. */
  readonly src?: string | undefined;
  /** For `oembed` (required): URL of the page that `iframe` made. */
  readonly url?: string | undefined;
  /** For `oembed`: URL of the article. */
  readonly page?: string | undefined;
}

/** The content of one file, with notes for the editor. */
export interface Rendered {
  readonly content: string | Uint8Array;
  readonly notes: readonly ChannelNote[];
}

/**
 * Renders a dataset for one channel. The same input gives the same bytes. Rejects with `MissingPackageError` where `png` lacks its
 * optional packages.
 */
export async function renderStatic(
  dataset: Dataset,
  format: Format,
  options: DrawingOptions,
  addresses: PageAddresses = {},
): Promise<Rendered> {
  const view = staticView(dataset, options);
  switch (format) {
    case 'html':
      return textFile(semanticHtml(view));
    case 'email': {
      const { markup } = emailPage(view);
      const note = emailNote(markup);
      return { content: `${markup}\n`, notes: note ? [note] : [] };
    }
    case 'svg':
      return textFile(view.widget === 'matrix' ? matrixSvg(view) : disagreementSvg(view));
    case 'png':
      return pngFile(view);
    case 'csv':
      // Without a byte order mark, Excel does not read the file as UTF-8.
      return { content: `\ufeff${datasetCsv({ ...dataset, statements: shownStatements(view) })}`, notes: [] };
    case 'json-ld':
      return { content: jsonLd(view), notes: [] };
    case 'iframe':
      return textFile(iframePage(view, required(addresses.script), addresses.src));
    case 'oembed':
      return { content: oembed(view, { url: required(addresses.url), page: addresses.page }), notes: [] };
    case 'dsd':
      return renderDeclarative(view, addresses);
  }
}

async function pngFile(view: StaticView): Promise<Rendered> {
  const { renderPng } = await import('./png/png.js');
  const { bytes, missing } = await renderPng(view);
  const note = {
    message: `The fonts of the picture lack ${missing.join(' ')}: boxes are shown instead.`,
    hint: 'Use --as svg, which uses the reader’s fonts.',
  };
  return { content: bytes, notes: missing.length > 0 ? [note] : [] };
}

/** Imported on demand, because it loads the renderer of Lit too. */
async function renderDeclarative(view: StaticView, { script, src }: PageAddresses): Promise<Rendered> {
  const { declarativeDrawing } = await import('./embed/declarative.js');
  const { drawing, style } = declarativeDrawing(view, semanticHtml(asList(view), { isCollapsible: true }));
  const { content } = textFile(lines([script && scriptTags(script), elementMarkup(view, src, drawing)]));
  const note = {
    message: `Under a strict content security policy the drawing needs style-src ${sourceHash(style)}; without it, it is unstyled until the script runs.`,
  };
  return { content, notes: [note] };
}

function textFile({ markup }: Markup): Rendered {
  return { content: `${markup}\n`, notes: [] };
}

function required<T>(address: T | undefined): T {
  if (address === undefined) throw new TypeError('This format needs an address that was not given.');
  return address;
}

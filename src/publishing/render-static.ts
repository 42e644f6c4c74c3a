import type { Dataset } from '../dataset/dataset.js';
import { datasetCsv } from '../dataset/dataset-text.js';
import { disagreementSvg } from './svg/disagreement-svg.js';
import { elementMarkup } from './embed/element-markup.js';
import { emailNote, emailPage } from './html/email-page.js';
import type { Format } from './formats.js';
import { iframePage } from './embed/iframe-page.js';
import { jsonLd } from './json-ld.js';
import { lines, type Markup } from './markup.js';
import { matrixSvg } from './svg/matrix-svg.js';
import { oembed } from './embed/oembed.js';
import { scriptTags, sourceHash, type Script } from './embed/script-tag.js';
import { semanticHtml } from './html/semantic-html.js';
import { listed, statementsIn, staticView, type StaticView, type Wanted } from './static-view.js';

/** Addresses that a page for a frame, an oEmbed answer or a drawing with a script needs; the call has checked that they are there. */
export interface Places {
  readonly script?: Script | undefined;
  readonly src?: string | undefined;
  readonly url?: string | undefined;
  readonly page?: string | undefined;
}

/** One file, and what its editor should know. */
export interface Rendered {
  readonly content: string | Uint8Array;
  readonly notes: readonly string[];
}

/** Draws a dataset for a channel that runs no script, or runs one of its own. The same input gives the same bytes. */
export async function renderStatic(
  dataset: Dataset,
  format: Format,
  wanted: Wanted,
  places: Places = {},
): Promise<Rendered> {
  const view = staticView(dataset, wanted);
  switch (format) {
    case 'html':
      return file(semanticHtml(view));
    case 'email': {
      const { markup } = emailPage(view);
      const note = emailNote(markup);
      return { content: `${markup}\n`, notes: note ? [note] : [] };
    }
    case 'svg':
      return file(view.widget === 'matrix' ? matrixSvg(view) : disagreementSvg(view));
    case 'png':
      return picture(view);
    case 'csv':
      // Spreadsheets take a file without the mark for another encoding.
      return { content: `\ufeff${datasetCsv({ ...dataset, statements: statementsIn(view) })}`, notes: [] };
    case 'json-ld':
      return { content: jsonLd(view), notes: [] };
    case 'iframe':
      return file(iframePage(view, needed(places.script), places.src));
    case 'oembed':
      return { content: oembed(view, { url: needed(places.url), page: places.page }), notes: [] };
    case 'dsd':
      return declarative(view, places);
  }
}

async function picture(view: StaticView): Promise<Rendered> {
  const { png } = await import('./png/png.js');
  const { bytes, missing } = await png(view);
  const note = `the fonts of the picture lack ${missing.join(' ')}, drawn as boxes; use --as svg, which the reader’s fonts draw.`;
  return { content: bytes, notes: missing.length > 0 ? [note] : [] };
}

/** Loaded only now: it brings the elements with it. */
async function declarative(view: StaticView, { script, src }: Places): Promise<Rendered> {
  const { declarativeDrawing } = await import('./declarative.js');
  const { drawing, style } = declarativeDrawing(view, semanticHtml(listed(view), { isFolded: true }), src);
  const { content } = file(lines([script && scriptTags(script), elementMarkup(view, src, drawing)]));
  const note = `under a strict content security policy the drawing needs style-src ${sourceHash(style)}; without it the bare drawing shows until the script runs.`;
  return { content, notes: [note] };
}

function file({ markup }: Markup): Rendered {
  return { content: `${markup}\n`, notes: [] };
}

function needed<T>(place: T | undefined): T {
  if (place === undefined) throw new TypeError('The call has not given an address that this format needs.');
  return place;
}

import type { Dataset } from '../dataset/dataset.js';
import { selectionOf } from '../layout/matrix-selection.js';
import type { EmbedCall, RenderCall } from './drawing.js';
import type { CommandIo } from './io.js';
import type { DatasetFile, Faulty } from '../authoring/dataset-file.js';
import { Gathered, readEvidence } from '../authoring/split/read-evidence.js';
import { drawingSize, exceededLimit, type DrawingSize, type Channel } from '../publishing/channel-limits.js';
import { staticView, type DrawingOptions } from '../publishing/static-view.js';

/** A dataset with all that the drawing shows of it, or why it cannot be had. */
export interface Prepared {
  readonly dataset: Dataset;
  readonly wanted: DrawingOptions;
  /** The files that were read beside it, from the root. */
  readonly inputs: readonly string[];
  readonly notes: readonly string[];
}

/** The page gets an element that shows more than what stands there at first. */
const elements: readonly Channel[] = ['iframe', 'dsd', 'embed'];
/** Positions are in the overview. */
const pictures: readonly Channel[] = ['svg', 'png'];

/**
 * Reads the evidence that a drawing of an overview needs, and no more: of the claims that are drawn; of a picture none; of what is only
 * measured that on the mark that stands open. Refuses what the channel does not hold, before anything is read.
 */
export async function prepared(
  call: RenderCall | EmbedCall,
  file: DatasetFile,
  wanted: DrawingOptions,
  name: string,
  io: CommandIo,
): Promise<Prepared | Faulty> {
  const { dataset } = file;
  const channel = call.command === 'embed' ? 'embed' : call.format;
  const isElement = elements.includes(channel);
  const drawn = drawingSize(dataset, wanted, wanted.widget);
  // The element’s reader may widen what is drawn to all of these claims.
  const narrowing = isElement && dataset.split ? { claims: drawn.shownClaims.map(({ id }) => id) } : wanted;
  const excess = exceededLimit(drawingSize(dataset, narrowing, wanted.widget), channel, wanted);
  const isBrief = excess !== undefined && call.src !== undefined && isElement;
  if (excess !== undefined && !isBrief)
    return { problems: [{ file: name, path: '', message: `This would draw ${excess}. ${remedy(channel, call)}` }] };
  const notes = isBrief
    ? [`this would draw ${excess}; what stands there before and without the script has no quotes.`]
    : [];
  if (!dataset.split || pictures.includes(channel))
    return { dataset, wanted: { ...wanted, omitsTables: isBrief }, inputs: [], notes };
  if (isBrief || channel === 'oembed') {
    const inputs = await takeOpened(file, wanted, io);
    return 'problems' in inputs ? inputs : { dataset, wanted: { ...wanted, omitsTables: isBrief }, inputs, notes };
  }
  const part = await partOf(file, drawn, wanted, isElement ? {} : wanted, io);
  // What stands inside the page is all that the element knows.
  const whole = isElement && call.src === undefined ? undefined : dataset;
  return 'problems' in part ? part : { ...part, wanted: { ...wanted, fullDataset: whole }, notes };
}

function remedy(channel: Channel, { widget, src }: RenderCall | EmbedCall): string {
  const ways = ['--claims', '--topic', '--sources', ...(widget === 'matrix' ? ['--speakers'] : [])];
  const narrow = `arrow it with ${elements.includes(channel) ? '--claims or --topic' : `${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}`}.`;
  return elements.includes(channel) && src === undefined
    ? `Say with --src where the page loads the dataset, or n${narrow}`
    : `N${narrow}`;
}

/** The drawing of a matrix is as high as the words of the mark that the element opens. */
async function takeOpened(file: DatasetFile, wanted: DrawingOptions, io: CommandIo): Promise<readonly string[] | Faulty> {
  const view = staticView(file.dataset, wanted);
  const claim = view.widget === 'matrix' ? selectionOf(view.placed)?.column?.claim : undefined;
  const read = claim && (await readEvidence(file, claim, io.cwd));
  if (!read) return [];
  return 'problems' in read ? read : [read.path];
}

async function partOf(
  file: DatasetFile,
  { shownClaims: on }: DrawingSize,
  wanted: DrawingOptions,
  { sources, speakers }: Pick<DrawingOptions, 'sources' | 'speakers'>,
  { cwd }: CommandIo,
): Promise<Pick<Prepared, 'dataset' | 'inputs'> | Faulty> {
  const gathered = new Gathered();
  const inputs: string[] = [];
  for (const claim of on) {
    const read = await readEvidence(file, claim, cwd);
    if (!read) continue;
    if ('problems' in read) return read;
    gathered.add(read.json, sources, speakers);
    inputs.push(read.path);
  }
  const ids = new Set([...on.map(({ id }) => id), ...(wanted.claims ?? [])]);
  return { dataset: gathered.dataset(file.json, ids), inputs };
}

import type { Dataset } from '../../dataset/dataset.js';
import { noEvidence, type ClaimEvidence, type Evidence } from '../../dataset/split-evidence.js';
import {
  readDatasetFile,
  type DatasetFile,
  type DatasetProblem,
  type InvalidDataset,
} from '../../authoring/dataset-file.js';
import { EvidenceCollector, readEvidence } from '../../authoring/split/read-evidence.js';
import { drawingSize, exceededLimit, type Channel, type DrawingSize } from '../../publishing/channel-limits.js';
import { openedClaim } from '../../publishing/opened-claim.js';
import type { ChannelNote } from '../../publishing/formats.js';
import { staticView, type DrawingOptions } from '../../publishing/static-view.js';
import type { CommandIo } from '../io.js';
import { drawingOptions, type WidgetOptions } from './widget-options.js';

/** A dataset with everything that a drawing shows. */
export interface PreparedDataset {
  readonly dataset: Dataset;
  readonly options: DrawingOptions;
  /** Absolute paths of the evidence files that were read. */
  readonly inputs: readonly string[];
  readonly notes: readonly ChannelNote[];
}

/** Channels with a custom element, which shows more than the static part. */
const elementChannels: readonly Channel[] = ['iframe', 'dsd', 'embed'];
/** Channels that show positions only, which are in the overview of a split dataset. */
const pictureChannels: readonly Channel[] = ['svg', 'png'];

/**
 * Reads a dataset for a channel. Of a split dataset it reads only the evidence that the drawing shows: that of the filtered claims; none for a
 * picture; for a drawing that only reserves space, that of the opened mark. Reports what exceeds the limits of the channel before reading.
 */
export async function prepareDataset(
  path: string,
  channel: Channel,
  widgetOptions: WidgetOptions,
  io: CommandIo,
): Promise<PreparedDataset | InvalidDataset> {
  const file = await readDatasetFile(path, io.cwd);
  if ('problems' in file) return file;
  const { dataset } = file;
  const { src } = widgetOptions;
  const options = drawingOptions(widgetOptions, dataset, path);
  const isElement = elementChannels.includes(channel);
  const size = drawingSize(dataset, options, options.widget);
  // Readers of an element can show all statements on these claims, even if the drawing is filtered further.
  const filter = isElement && dataset.split ? { claims: size.shownClaims.map(({ id }) => id) } : options;
  const excess = exceededLimit(drawingSize(dataset, filter, options.widget), channel, options);
  const omitsTables = excess !== undefined && src !== undefined && isElement;
  if (excess !== undefined && !omitsTables) return { problems: [limitProblem(path, excess, channel, widgetOptions)] };
  const notes = omitsTables ? [{ message: `The fallback has no quotes, because this would draw ${excess}.` }] : [];
  if (!dataset.split || pictureChannels.includes(channel))
    return { dataset, options: { ...options, omitsTables }, inputs: [], notes };
  if (omitsTables || channel === 'oembed') {
    const opened = await readOpenedEvidence(file, options, io);
    if ('problems' in opened) return opened;
    return { dataset, options: { ...options, omitsTables, evidence: opened.evidence }, inputs: opened.inputs, notes };
  }
  const part = await readPart(file, size, options, isElement ? {} : options, io);
  // With an inline dataset the element knows nothing but this part.
  const fullDataset = isElement && src === undefined ? undefined : dataset;
  if ('problems' in part) return part;
  const { evidence, inputs } = part;
  return { dataset: part.dataset, options: { ...options, fullDataset, evidence }, inputs, notes };
}

function limitProblem(file: string, excess: string, channel: Channel, options: WidgetOptions): DatasetProblem {
  const isElement = elementChannels.includes(channel);
  const filters =
    options.widget === 'matrix' ? '--claims, --topic, --sources or --speakers' : '--claims, --topic or --sources';
  const filter = isElement ? '--claims or --topic' : filters;
  const hint =
    isElement && options.src === undefined
      ? `Use --src to name the URL where the page loads the dataset, or filter by ${filter}.`
      : `Filter by ${filter}.`;
  return { file, path: '', message: `This would draw ${excess}.`, hint };
}

interface EvidenceRead {
  readonly evidence: Evidence;
  readonly inputs: readonly string[];
}

/** Reads the evidence of the mark that a matrix opens by default, since its quotes count for the height. */
async function readOpenedEvidence(
  file: DatasetFile,
  options: DrawingOptions,
  { cwd }: CommandIo,
): Promise<EvidenceRead | InvalidDataset> {
  const claim = openedClaim(staticView(file.dataset, options));
  const read = claim && (await readEvidence(file, claim, cwd));
  if (!read) return { evidence: noEvidence, inputs: [] };
  return 'problems' in read ? read : { evidence: new Map([[claim.id, read.content]]), inputs: [read.path] };
}

async function readPart(
  file: DatasetFile,
  { shownClaims }: DrawingSize,
  { claims: filteredClaims = [] }: DrawingOptions,
  { sources, speakers }: Pick<DrawingOptions, 'sources' | 'speakers'>,
  { cwd }: CommandIo,
): Promise<(EvidenceRead & { readonly dataset: Dataset }) | InvalidDataset> {
  const collector = new EvidenceCollector();
  const evidence = new Map<string, ClaimEvidence>();
  const inputs: string[] = [];
  for (const claim of shownClaims) {
    const read = await readEvidence(file, claim, cwd);
    if (!read) continue;
    if ('problems' in read) return read;
    collector.add(read.json, sources, speakers);
    evidence.set(claim.id, read.content);
    inputs.push(read.path);
  }
  const ids = new Set([...shownClaims.map(({ id }) => id), ...filteredClaims]);
  return { dataset: collector.dataset(file.json, ids), evidence, inputs };
}

import { formats, layouts, orders, widgets, type Format, type Layout, type Widget } from '../publishing/formats.js';
import { oneOf, UsageError, type OptionName } from './options.js';
import { inQuotes } from '../authoring/problem.js';

/** What is drawn, before anybody has seen the dataset. */
export interface DrawingCall {
  readonly widget: Widget;
  readonly layout: Layout;
  readonly width: number;
  /** Else that of the dataset. */
  readonly lang: string | undefined;
  readonly heading: string | undefined;
  readonly order: string | undefined;
  readonly sources: readonly string[] | undefined;
  readonly speakers: readonly string[] | undefined;
  readonly claims: readonly string[] | undefined;
  readonly topic: string | undefined;
  readonly src: string | undefined;
  readonly script: string | undefined;
  /** A file to compute the integrity from. */
  readonly scriptFile: string | undefined;
  readonly integrity: string | undefined;
  readonly languageScript: string | undefined;
  readonly json: boolean;
}

export interface RenderCall extends DrawingCall {
  readonly command: 'render';
  readonly datasets: readonly string[];
  readonly format: Format;
  readonly url: string | undefined;
  readonly page: string | undefined;
  /** A file, or `-` for the standard output; undefined where there is a folder. */
  readonly output: string | undefined;
  readonly outDir: string | undefined;
}

export interface EmbedCall extends DrawingCall {
  readonly command: 'embed';
  readonly datasets: readonly [string];
  readonly output: string;
}

/** The values of the options as they were written. */
export type Written = (name: OptionName) => string | undefined;

const [leastWidth, mostWidth] = [240, 4000];

export function readRenderCall(datasets: readonly string[], written: Written, json: boolean): RenderCall {
  if (datasets.length === 0)
    throw new UsageError(
      'which dataset? Call stancekit render DATASET --widget matrix --as html, for example stancekit render seeds/dataset.json --widget matrix --as html.',
    );
  const drawing = readDrawing(written, json, 'render DATASET --widget matrix --as html');
  const as = written('as');
  if (as === undefined) throw new UsageError(`as what? Name a format after --as: ${formats.join(', ')}.`);
  const format = oneOf(formats, as, 'format');
  const [output, outDir] = [written('output'), written('out-dir')];
  if (output !== undefined && outDir !== undefined)
    throw new UsageError('-o names one file and --out-dir a folder; use one of them.');
  if (outDir === undefined && datasets.length > 1)
    throw new UsageError('where to? Several datasets go to a folder: name it after --out-dir.');
  if (json && outDir === undefined && (output ?? '-') === '-')
    throw new UsageError('--json and the drawing would both go to the standard output; name a file after -o.');
  const url = webAddress(written, 'url', true);
  if (format === 'iframe' && drawing.script === undefined)
    throw new UsageError('--as iframe needs --script, the address of stancekit.js for the page to load.');
  if (format === 'oembed' && url === undefined)
    throw new UsageError('--as oembed needs --url, the address of the page that --as iframe made.');
  const page = webAddress(written, 'page', true);
  return {
    command: 'render',
    datasets,
    ...drawing,
    format,
    url,
    page,
    output: outDir === undefined ? (output ?? '-') : undefined,
    outDir,
  };
}

export function readEmbedCall(datasets: readonly string[], written: Written, json: boolean): EmbedCall {
  const [dataset, another] = datasets;
  const example = 'embed DATASET --widget matrix --src /data/story.json --script /js/stancekit.js';
  if (dataset === undefined) throw new UsageError(`which dataset? Call stancekit ${example}.`);
  if (another !== undefined) throw new UsageError(`one dataset at a time; ${inQuotes(another, 60)} is one too many.`);
  const drawing = readDrawing(written, json, example);
  if (drawing.script === undefined)
    throw new UsageError('embed needs --script, the address of stancekit.js for the page to load.');
  const output = written('output') ?? '-';
  if (json && output === '-')
    throw new UsageError('--json and the snippet would both go to the standard output; name a file after -o.');
  return { command: 'embed', datasets: [dataset], ...drawing, output };
}

function readDrawing(written: Written, json: boolean, example: string): DrawingCall {
  const named = written('widget');
  if (named === undefined)
    throw new UsageError(
      `which widget? Name it after --widget: ${widgets.join(' or ')}. Example: stancekit ${example}.`,
    );
  const widget = oneOf(widgets, named, 'widget');
  const [order, layout, integrity, scriptFile] = [
    written('order'),
    written('layout'),
    written('integrity'),
    written('script-file'),
  ];
  if (widget === 'disagreement' && written('speakers') !== undefined)
    throw new UsageError(
      '--speakers is for the matrix; the disagreement is narrowed by --sources, --claims and --topic.',
    );
  if (integrity !== undefined && scriptFile !== undefined)
    throw new UsageError('--integrity gives the sum and --script-file computes it; use one of them.');
  if (integrity !== undefined && !/^sha(?:256-[\w+/]{43}=|384-[\w+/]{64}|512-[\w+/]{86}==)$/.test(integrity))
    throw new UsageError(
      `${inQuotes(integrity, 60)} is no integrity sum; it looks like sha384- and 64 letters, digits, + or /.`,
    );
  const src = webAddress(written, 'src');
  return {
    widget,
    layout: layout === undefined ? 'auto' : oneOf(layouts, layout, 'layout'),
    width: readWidth(written('width')),
    lang: readLanguage(written('lang')),
    heading: written('heading'),
    order: order === undefined ? undefined : oneOf<string>(orders[widget], order, 'order'),
    sources: idsIn(written('sources')),
    speakers: idsIn(written('speakers')),
    claims: idsIn(written('claims')),
    topic: written('topic'),
    src,
    script: webAddress(written, 'script'),
    scriptFile,
    integrity,
    languageScript: webAddress(written, 'language-script'),
    json,
  };
}

function readWidth(text: string | undefined): number {
  if (text === undefined) return 800;
  const width = Number(text);
  if (/^\d+$/.test(text) && width >= leastWidth && width <= mostWidth) return width;
  throw new UsageError(
    `the width ${inQuotes(text, 20)} should be a whole number of pixels from ${leastWidth} to ${mostWidth}.`,
  );
}

function readLanguage(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    throw new UsageError(`${inQuotes(text, 40)} is no language tag; write it like en or pt-BR.`);
  }
}

/** Ids between spaces or commas. */
function idsIn(text: string | undefined): readonly string[] | undefined {
  const ids = text?.split(/[\s,]+/).filter(Boolean);
  return ids && ids.length > 0 ? ids : undefined;
}

/** An address of the web, or a path on the page’s own site; nothing that runs. */
function webAddress(written: Written, name: OptionName, isWhole = false): string | undefined {
  const address = written(name);
  if (address === undefined) return undefined;
  const parsed = parsedAddress(address, isWhole);
  if (parsed && ['http:', 'https:'].includes(parsed.protocol) && !parsed.username && !parsed.password) return address;
  const wanted = isWhole
    ? 'a whole address that begins with https:// or http://'
    : 'an address of the web, or a path such as /data/story.json';
  throw new UsageError(`--${name} should be ${wanted}, but is ${inQuotes(address, 80)}.`);
}

function parsedAddress(address: string, isWhole: boolean): URL | undefined {
  try {
    return isWhole ? new URL(address) : new URL(address, 'https://page.invalid/');
  } catch {
    return undefined;
  }
}

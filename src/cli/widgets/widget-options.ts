import type { Dataset } from '../../dataset/dataset.js';
import { messagesFor } from '../../wording/messages-for.js';
import { nearestName } from '../../authoring/nearest-name.js';
import { inQuotes } from '../../authoring/problem.js';
import { layouts, orders, widgets, type Layout, type Widget } from '../../publishing/formats.js';
import type { DrawingOptions } from '../../publishing/static-view.js';
import { oneOf, UsageError, type CommandArguments, type OptionName } from '../arguments.js';

/** The options that `render` and `embed` share. Ids and topic are not yet checked against a dataset. */
export interface WidgetOptions {
  readonly widget: Widget;
  readonly layout: Layout;
  /** In CSS pixels. */
  readonly width: number;
  /** Undefined for the language of the dataset. */
  readonly lang: string | undefined;
  readonly heading: string | undefined;
  readonly order: string | undefined;
  readonly sources: readonly string[] | undefined;
  readonly speakers: readonly string[] | undefined;
  readonly claims: readonly string[] | undefined;
  readonly topic: string | undefined;
  /** The URL of the dataset; undefined to inline it. */
  readonly src: string | undefined;
  readonly script: ScriptOptions;
  readonly json: boolean;
}

export interface ScriptOptions {
  readonly url: string | undefined;
  /** A file to compute the SRI hash from. */
  readonly file: string | undefined;
  readonly integrity: string | undefined;
  readonly languageUrl: string | undefined;
}

const [minWidth, maxWidth] = [240, 4000];

/** Reads the shared options. `example` is a complete command for the message that the widget is missing. */
export function readWidgetOptions(args: CommandArguments, example: string): WidgetOptions {
  const widgetName = args.value('widget');
  if (widgetName === undefined)
    throw new UsageError(
      'No widget given.',
      `Add ${widgets.map((name) => `--widget ${name}`).join(' or ')}. Example: ${example}`,
    );
  const widget = oneOf(widgets, widgetName, 'widget');
  if (widget === 'disagreement' && args.value('speakers') !== undefined)
    throw new UsageError('--speakers is for the matrix only.', 'Filter the chart by --sources, --claims or --topic.');
  const [order, layout] = [args.value('order'), args.value('layout')];
  return {
    widget,
    layout: layout === undefined ? 'auto' : oneOf(layouts, layout, 'layout'),
    width: readWidth(args.value('width')),
    lang: readLanguage(args.value('lang')),
    heading: args.value('heading'),
    order: order === undefined ? undefined : oneOf<string>(orders[widget], order, 'order'),
    sources: splitIds(args.value('sources')),
    speakers: splitIds(args.value('speakers')),
    claims: splitIds(args.value('claims')),
    topic: args.value('topic'),
    src: readUrl(args, 'src'),
    script: readScriptOptions(args),
    json: args.isSet('json'),
  };
}

function readScriptOptions(args: CommandArguments): ScriptOptions {
  const [integrity, file] = [args.value('integrity'), args.value('script-file')];
  if (integrity !== undefined && file !== undefined)
    throw new UsageError('--integrity gives the SRI hash, and --script-file computes it.', 'Use one of them.');
  if (integrity !== undefined && !/^sha(?:256-[\w+/]{43}=|384-[\w+/]{64}|512-[\w+/]{86}==)$/.test(integrity))
    throw new UsageError(
      `${inQuotes(integrity, 60)} is not an SRI hash.`,
      'Example: sha384-…, with 64 letters, digits, + or /.',
    );
  return { url: readUrl(args, 'script'), file, integrity, languageUrl: readUrl(args, 'language-script') };
}

function readWidth(text: string | undefined): number {
  if (text === undefined) return 800;
  const width = Number(text);
  if (/^\d+$/.test(text) && width >= minWidth && width <= maxWidth) return width;
  throw new UsageError(`The width ${inQuotes(text, 20)} is not a whole number from ${minWidth} to ${maxWidth}.`);
}

function readLanguage(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    throw new UsageError(`${inQuotes(text, 40)} is not a language tag.`, 'Examples: en, pt-BR.');
  }
}

/** Ids are separated by spaces or commas. */
function splitIds(text: string | undefined): readonly string[] | undefined {
  const ids = text?.split(/[\s,]+/).filter(Boolean);
  return ids && ids.length > 0 ? ids : undefined;
}

/** Reads a URL option. Accepts http and https only, without credentials; relative URLs unless `isAbsolute` is set. */
export function readUrl(args: CommandArguments, name: OptionName, isAbsolute = false): string | undefined {
  const text = args.value(name);
  if (text === undefined) return undefined;
  const url = parseUrl(text, isAbsolute);
  if (url && ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password) return text;
  const expected = isAbsolute
    ? 'an absolute URL that starts with https:// or http://'
    : 'a URL with https:// or http://, or a path such as /data/story.json';
  throw new UsageError(`--${name} should be ${expected}, but is ${inQuotes(text, 80)}.`);
}

function parseUrl(text: string, isAbsolute: boolean): URL | undefined {
  try {
    return isAbsolute ? new URL(text) : new URL(text, 'https://page.invalid/');
  } catch {
    return undefined;
  }
}

/** Completes the options for a dataset. Throws a `UsageError` if it does not have the ids or the topic. */
export function drawingOptions(options: WidgetOptions, dataset: Dataset, path: string): DrawingOptions {
  const { lang = dataset.lang, sources, speakers, claims, topic } = options;
  checkIds('source', sources, dataset.sources, path);
  checkIds('speaker', speakers, dataset.speakers, path);
  checkIds('claim', claims, dataset.claims, path);
  if (topic !== undefined) {
    const topics = [...new Set(dataset.claims.flatMap((claim) => claim.topic ?? []))];
    if (!topics.includes(topic)) throw unknownName('topic', topic, topics, path);
  }
  const { widget, layout, width, heading, order } = options;
  return { widget, layout, width, heading, order, sources, speakers, claims, topic, lang, messages: messagesFor(lang) };
}

function checkIds(
  noun: string,
  ids: readonly string[] | undefined,
  known: readonly { readonly id: string }[],
  path: string,
): void {
  const names = known.map(({ id }) => id);
  for (const id of ids ?? []) if (!names.includes(id)) throw unknownName(noun, id, names, path);
}

function unknownName(noun: string, name: string, known: readonly string[], path: string): UsageError {
  const meant = nearestName(name, known);
  const shown = known
    .slice(0, 12)
    .map((each) => inQuotes(each, 40))
    .join(', ');
  const list = known.length === 0 ? undefined : `It has ${shown}${known.length > 12 ? ' and more' : ''}.`;
  return new UsageError(
    `${path} has no ${noun} ${inQuotes(name, 60)}.`,
    meant ? `Did you mean ${inQuotes(meant, 40)}?` : list,
  );
}

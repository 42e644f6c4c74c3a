import { nearestName } from '../authoring/nearest-name.js';
import { inQuotes } from '../authoring/problem.js';

/** The call is at fault; the message says how to call. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const commandNames = ['check', 'build', 'render', 'embed', 'theme-check'] as const;
export type CommandName = (typeof commandNames)[number];

interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What must stand after it. */
  readonly takes?: string;
  readonly of: readonly CommandName[];
}

const drawing = ['render', 'embed'] as const;

/** Every option, what it takes, and the commands that know it. */
export const options = {
  output: { type: 'string', short: 'o', takes: 'a file name', of: ['check', 'build', ...drawing] },
  json: { type: 'boolean', of: commandNames },
  verbose: { type: 'boolean', of: ['check', 'build'] },
  'follow-links': { type: 'boolean', of: ['check', 'build'] },
  'no-cache': { type: 'boolean', of: ['check', 'build'] },
  split: { type: 'boolean', of: ['build'] },
  widget: { type: 'string', takes: 'a widget, such as matrix', of: drawing },
  as: { type: 'string', takes: 'a format, such as html', of: ['render'] },
  layout: { type: 'string', takes: 'auto, table or list', of: drawing },
  lang: { type: 'string', takes: 'a language, such as en', of: drawing },
  width: { type: 'string', takes: 'a number of pixels, such as 800', of: ['render'] },
  heading: { type: 'string', takes: 'a heading', of: drawing },
  order: { type: 'string', takes: 'an order, such as editor', of: drawing },
  sources: { type: 'string', takes: 'ids, such as dw,examiner', of: drawing },
  speakers: { type: 'string', takes: 'ids, such as pompeo,zarif', of: drawing },
  claims: { type: 'string', takes: 'ids, such as new-home-base', of: drawing },
  topic: { type: 'string', takes: 'a topic', of: drawing },
  src: { type: 'string', takes: 'the address of the dataset', of: drawing },
  script: { type: 'string', takes: 'the address of stancekit.js', of: drawing },
  'script-file': { type: 'string', takes: 'the file of that script', of: drawing },
  integrity: { type: 'string', takes: 'sha384-…', of: drawing },
  'language-script': { type: 'string', takes: 'the address of a language, such as /js/languages/de.js', of: drawing },
  url: { type: 'string', takes: 'the address of the page for the frame', of: ['render'] },
  page: { type: 'string', takes: 'the address of the article', of: ['render'] },
  'out-dir': { type: 'string', takes: 'a folder', of: ['render'] },
  help: { type: 'boolean', short: 'h', of: commandNames },
  version: { type: 'boolean', of: commandNames },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** Refuses an option that nobody knows, that lacks its value, or that has one too many. */
export function checkOption(written: string, name: string, value: string | undefined): void {
  if (!Object.hasOwn(options, name)) {
    const meant = nearestName(name, Object.keys(options));
    throw new UsageError(
      `there is no option ${written}.${meant ? ` Did you mean --${meant}?` : ''} Try stancekit --help.`,
    );
  }
  const option: Option = options[name as OptionName];
  if (option.type === 'string' && !value) throw new UsageError(`${written} needs ${option.takes} after it.`);
  if (option.type === 'boolean' && value !== undefined) throw new UsageError(`${written} takes no value.`);
}

/** Refuses an option of another command. */
export function checkCommandHas(command: CommandName, written: string, name: string): void {
  const { of }: Option = options[name as OptionName];
  if (!of.includes(command))
    throw new UsageError(`stancekit ${command} has no option ${written}. Try stancekit ${command} --help.`);
}

export function commandNamed(name: string): CommandName {
  return oneOf(commandNames, name, 'command', 'Try stancekit --help.');
}

/** The name if it is one of these; else says which there are. */
export function oneOf<T extends string>(known: readonly T[], name: string, kind: string, more = ''): T {
  const found = known.find((each) => each === name);
  if (found) return found;
  const meant = nearestName(name, known);
  const plural = kind === 'command' ? 'Commands' : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}s`;
  const rest = [meant ? `Did you mean ${meant}?` : `${plural}: ${known.join(', ')}.`, more].filter(Boolean).join(' ');
  throw new UsageError(`there is no ${kind} ${inQuotes(name, 60)}. ${rest}`);
}

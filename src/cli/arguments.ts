import { parseArgs } from 'node:util';
import { nearestName } from '../authoring/nearest-name.js';
import { inQuotes } from '../authoring/problem.js';

/** A usage error: the command line is not valid. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    message: string,
    /** How to fix the command line. */
    readonly hint?: string,
  ) {
    super(message);
  }
}

export const commandNames = ['init', 'check', 'build', 'render', 'embed', 'theme-check'] as const;
export type CommandName = (typeof commandNames)[number];

interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What the value is, for the message that it is missing. */
  readonly value?: string;
  readonly commands: readonly CommandName[];
}

const ofWidgets = ['render', 'embed'] as const;

/** Every option, its value, and the commands that have it. */
export const options = {
  // `check` has it only for a message that says which command writes a dataset.
  output: { type: 'string', short: 'o', value: 'a file name', commands: ['check', 'build', ...ofWidgets] },
  json: { type: 'boolean', commands: commandNames },
  verbose: { type: 'boolean', commands: ['check', 'build'] },
  'follow-links': { type: 'boolean', commands: ['check', 'build'] },
  'no-cache': { type: 'boolean', commands: ['check', 'build'] },
  title: { type: 'string', value: 'the title of the story', commands: ['init'] },
  outlet: { type: 'string', value: 'the name of an outlet', commands: ['init'] },
  article: { type: 'string', value: 'a file or an address', commands: ['init'] },
  yes: { type: 'boolean', commands: ['init'] },
  split: { type: 'boolean', commands: ['build'] },
  watch: { type: 'boolean', commands: ['check', 'build'] },
  widget: { type: 'string', value: 'a widget, such as matrix', commands: ofWidgets },
  as: { type: 'string', value: 'a format, such as html', commands: ['render'] },
  layout: { type: 'string', value: 'auto, table or list', commands: ofWidgets },
  lang: { type: 'string', value: 'a language, such as en', commands: ['init', ...ofWidgets] },
  width: { type: 'string', value: 'a number of pixels, such as 800', commands: ['render'] },
  heading: { type: 'string', value: 'a heading', commands: ofWidgets },
  order: { type: 'string', value: 'an order, such as editor', commands: ofWidgets },
  sources: { type: 'string', value: 'ids, such as dw,examiner', commands: ofWidgets },
  speakers: { type: 'string', value: 'ids, such as pompeo,zarif', commands: ofWidgets },
  claims: { type: 'string', value: 'ids, such as new-home-base', commands: ofWidgets },
  topic: { type: 'string', value: 'a topic', commands: ofWidgets },
  src: { type: 'string', value: 'the URL of the dataset', commands: ofWidgets },
  script: { type: 'string', value: 'the URL of stancekit.js', commands: ofWidgets },
  'script-file': { type: 'string', value: 'the path of that script', commands: ofWidgets },
  integrity: { type: 'string', value: 'an SRI hash, such as sha384-…', commands: ofWidgets },
  'language-script': {
    type: 'string',
    value: 'the URL of a language script, such as /js/languages/de.js',
    commands: ofWidgets,
  },
  url: { type: 'string', value: 'the URL of the iframe page', commands: ['render'] },
  page: { type: 'string', value: 'the URL of the article', commands: ['render'] },
  'out-dir': { type: 'string', value: 'a folder', commands: ['render'] },
  help: { type: 'boolean', short: 'h', commands: commandNames },
  version: { type: 'boolean', short: 'v', commands: commandNames },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** The arguments of a command. All options are known and belong to it; their values are not yet checked. */
export interface CommandArguments {
  readonly operands: readonly string[];
  /** Returns the value of a string option, or undefined if it is not given. */
  readonly value: (name: OptionName) => string | undefined;
  readonly isSet: (name: OptionName) => boolean;
  /** All options that have a value, in the order of the command line. */
  readonly inOrder: readonly { readonly name: OptionName; readonly value: string }[];
}

export type ParsedArguments =
  | { readonly kind: 'version' }
  /** Help on a command, or the overview. */
  | { readonly kind: 'help'; readonly command?: CommandName }
  | { readonly kind: 'command'; readonly command: CommandName; readonly args: CommandArguments };

/** Parses the command line without the program's name. Throws a `UsageError` for unknown commands and options. */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  for (const { rawName, name, value } of given) checkOption(rawName, name, value);
  const [name, ...operands] = positionals;
  if (values.version === true) return { kind: 'version' };
  if (name === undefined || name === 'help') {
    const [topic] = operands;
    if (name === 'help' && topic !== undefined) return { kind: 'help', command: commandNamed(topic) };
    if (name === 'help' || values.help === true) return { kind: 'help' };
    throw new UsageError('No command given.', `Commands: ${commandNames.join(', ')}. See stancekit --help.`);
  }
  const command = commandNamed(name);
  if (values.help === true) return { kind: 'help', command };
  for (const { rawName, name } of given) checkOptionOfCommand(command, rawName, name);
  const args: CommandArguments = {
    operands,
    value: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    isSet: (option) => values[option] === true,
    inOrder: given.flatMap(({ name, value }) => (value === undefined ? [] : [{ name: name as OptionName, value }])),
  };
  return { kind: 'command', command, args };
}

/** Rejects an unknown option, a missing value, and a value that the option does not take. */
function checkOption(rawName: string, name: string, value: string | undefined): void {
  if (!Object.hasOwn(options, name)) {
    const meant = nearestName(name, Object.keys(options));
    throw new UsageError(`Unknown option ${rawName}.`, meant ? `Did you mean --${meant}?` : 'See stancekit --help.');
  }
  const option: Option = options[name as OptionName];
  if (option.type === 'string' && !value) throw new UsageError(`The option ${rawName} needs a value: ${option.value}.`);
  if (option.type === 'boolean' && value !== undefined) throw new UsageError(`The option ${rawName} takes no value.`);
}

function checkOptionOfCommand(command: CommandName, rawName: string, name: string): void {
  const { commands }: Option = options[name as OptionName];
  if (!commands.includes(command))
    throw new UsageError(`stancekit ${command} has no option ${rawName}.`, `See stancekit ${command} --help.`);
}

function commandNamed(name: string): CommandName {
  return oneOf(commandNames, name, 'command');
}

/** Returns the single operand of a command. Throws a `UsageError` if there is none, or more than one. `example` is a complete command. */
export function singleOperand({ operands }: CommandArguments, noun: string, example: string): string {
  const [operand, another] = operands;
  if (operand === undefined) throw new UsageError(`No ${noun} given.`, `Example: ${example}`);
  if (another !== undefined)
    throw new UsageError(`Unexpected argument ${inQuotes(another, 60)}.`, `Only one ${noun} at a time.`);
  return operand;
}

/** Returns the name if it is one of the known ones. Throws a `UsageError` that suggests or lists them otherwise. */
export function oneOf<T extends string>(known: readonly T[], name: string, noun: string): T {
  const found = known.find((each) => each === name);
  if (found) return found;
  const meant = nearestName(name, known);
  const list = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}s: ${known.join(', ')}.`;
  throw new UsageError(`Unknown ${noun} ${inQuotes(name, 60)}.`, meant ? `Did you mean ${meant}?` : list);
}

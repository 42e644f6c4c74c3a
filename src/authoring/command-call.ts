import { parseArgs } from 'node:util';
import { nearestName } from './coding/nearest-name.js';
import { quoted } from './problem.js';

/** The call is at fault; the message says how to call. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const commandNames = ['check', 'build'] as const;
export type CommandName = (typeof commandNames)[number];

interface Common {
  readonly coding: string;
  readonly json: boolean;
  readonly verbose: boolean;
  readonly followLinks: boolean;
}

/** What the caller wants. */
export type Call =
  | { readonly command: 'help'; readonly about?: CommandName }
  | { readonly command: 'version' }
  | ({ readonly command: 'check' } & Common)
  | ({ readonly command: 'build'; /** A path, or `-` for the standard output. */ readonly output: string } & Common);

const options = {
  output: { type: 'string', short: 'o' },
  json: { type: 'boolean' },
  verbose: { type: 'boolean' },
  'follow-links': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Reads the words of a call; throws a `UsageError` for what it does not understand. */
export function readCall(argv: readonly string[]): Call {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) if (token.kind === 'option') checkOption(token.rawName, token.name, token.value);
  const [name, ...rest] = positionals;
  if (values.version === true) return { command: 'version' };
  if (name === undefined || name === 'help') {
    const about = rest[0];
    if (name === 'help' && about !== undefined) return { command: 'help', about: commandNamed(about) };
    if (name === 'help' || values.help === true) return { command: 'help' };
    throw new UsageError(`no command given. Commands: ${commandNames.join(', ')}. Try stancekit --help.`);
  }
  const command = commandNamed(name);
  if (values.help === true) return { command: 'help', about: command };

  const [coding, ...others] = rest;
  if (coding === undefined)
    throw new UsageError(
      `which coding? Call stancekit ${command} CODING, for example stancekit ${command} seeds/coding.yaml.`,
    );
  if (others.length > 0) throw new UsageError(`one coding at a time; ${quoted(others[0]!, 60)} is one too many.`);
  const common = {
    coding,
    json: values.json === true,
    verbose: values.verbose === true,
    followLinks: values['follow-links'] === true,
  };
  const output = typeof values.output === 'string' ? values.output : undefined;
  if (command === 'check') {
    if (output !== undefined)
      throw new UsageError('check writes nothing; to write a dataset call stancekit build CODING -o DATASET.');
    return { command, ...common };
  }
  if (output === undefined)
    throw new UsageError('where to? Call stancekit build CODING -o DATASET, or -o - for the standard output.');
  if (output === '-' && common.json)
    throw new UsageError('--json and -o - would both write to the standard output; use one of them.');
  return { command, output, ...common };
}

function checkOption(written: string, name: string, value: string | undefined): void {
  if (!Object.hasOwn(options, name)) {
    const meant = nearestName(name, Object.keys(options));
    throw new UsageError(
      `there is no option ${written}.${meant ? ` Did you mean --${meant}?` : ''} Try stancekit --help.`,
    );
  }
  const takesValue = options[name as keyof typeof options].type === 'string';
  if (takesValue && !value) throw new UsageError(`${written} needs a file name after it.`);
  if (!takesValue && value !== undefined) throw new UsageError(`${written} takes no value.`);
}

function commandNamed(name: string): CommandName {
  const found = commandNames.find((command) => command === name);
  if (found) return found;
  const meant = nearestName(name, commandNames);
  throw new UsageError(
    `there is no command ${quoted(name, 60)}.${meant ? ` Did you mean ${meant}?` : ` Commands: ${commandNames.join(', ')}.`} Try stancekit --help.`,
  );
}

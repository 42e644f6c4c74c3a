import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readEmbedCall, readRenderCall, type EmbedCall, type RenderCall } from './drawing.js';
import {
  checkCommandHas,
  checkOption,
  commandNamed,
  commandNames,
  options,
  UsageError,
  type CommandName,
} from './options.js';
import { readThemeCheckCall, type ThemeCheckCall } from './theme-check.js';
import { inQuotes } from '../authoring/problem.js';

interface Common {
  readonly coding: string;
  readonly json: boolean;
  readonly verbose: boolean;
  readonly followLinks: boolean;
  readonly useCache: boolean;
}

/** What the caller wants. */
export type Call =
  | { readonly command: 'help'; readonly about?: CommandName }
  | { readonly command: 'version' }
  | ({ readonly command: 'check' } & Common)
  | ({
      readonly command: 'build';
      /** A path, or `-` for the standard output. */
      readonly output: string;
      readonly split: boolean;
    } & Common)
  | RenderCall
  | EmbedCall
  | ThemeCheckCall;

/** Reads the words of a call; throws a `UsageError` for what it does not understand. */
export function readCall(argv: readonly string[]): Call {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  for (const { rawName, name, value } of given) checkOption(rawName, name, value);
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
  for (const { rawName, name } of given) checkCommandHas(command, rawName, name);

  const written = (option: keyof typeof options): string | undefined => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  if (command === 'render') return readRenderCall(rest, written, values.json === true);
  if (command === 'embed') return readEmbedCall(rest, written, values.json === true);
  if (command === 'theme-check') return readThemeCheckCall(rest, values.json === true);

  const [coding, ...others] = rest;
  if (coding === undefined)
    throw new UsageError(
      `which coding? Call stancekit ${command} CODING, for example stancekit ${command} seeds/coding.yaml.`,
    );
  if (others.length > 0) throw new UsageError(`one coding at a time; ${inQuotes(others[0]!, 60)} is one too many.`);
  const common = {
    coding,
    json: values.json === true,
    verbose: values.verbose === true,
    followLinks: values['follow-links'] === true,
    useCache: values['no-cache'] !== true,
  };
  const output = written('output');
  if (command === 'check') {
    if (output !== undefined)
      throw new UsageError('check writes no dataset; to write one call stancekit build CODING -o DATASET.');
    return { command, ...common };
  }
  if (output === undefined)
    throw new UsageError('where to? Call stancekit build CODING -o DATASET, or -o - for the standard output.');
  if (output === '-' && common.json)
    throw new UsageError('--json and -o - would both write to the standard output; use one of them.');
  const split = values.split === true;
  if (split) checkSplitOutput(output);
  return { command, output, split, ...common };
}

/** The folder of the evidence is named after the dataset, and its name is part of an address. */
function checkSplitOutput(output: string): void {
  if (output === '-') throw new UsageError('--split writes more than one file; name a file after -o.');
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/u.test(basename(output)))
    throw new UsageError(
      `with --split the name of the dataset is part of an address; ${inQuotes(basename(output), 60)} should have letters, digits, dots, hyphens and underscores only.`,
    );
}

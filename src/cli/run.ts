import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArguments, UsageError, type CommandArguments, type CommandName } from './arguments.js';
import { runBuild, runCheck } from './build.js';
import { runEmbed } from './embed.js';
import { helpFor, overview } from './help.js';
import { runInit } from './init.js';
import { InputEndedError, printFailure, safeOutput, type CommandIo, type ExitCode } from './io.js';
import { runRender } from './render.js';
import { runThemeCheck } from './theme-check.js';
import { WatchError } from '../authoring/files/file-watcher.js';
import { WriteError } from '../authoring/files/write-atomically.js';
import { MissingPackageError } from '../publishing/import-optional.js';

export type { CommandIo, ExitCode, Output } from './io.js';

const commands: Readonly<Record<CommandName, (args: CommandArguments, io: CommandIo) => Promise<ExitCode>>> = {
  init: runInit,
  check: runCheck,
  build: runBuild,
  render: runRender,
  embed: runEmbed,
  'theme-check': runThemeCheck,
};

/** Runs `stancekit` with these arguments, without the program's name, and returns its exit code. */
export async function run(argv: readonly string[], commandIo: CommandIo): Promise<ExitCode> {
  const io = { ...commandIo, stdout: safeOutput(commandIo.stdout) };
  try {
    const parsed = parseArguments(argv);
    if (parsed.kind === 'command') return await commands[parsed.command](parsed.args, io);
    if (parsed.kind === 'version') io.stdout.write(`${await packageVersion()}\n`);
    else io.stdout.write(parsed.command ? helpFor(parsed.command) : overview);
    return 0;
  } catch (error) {
    const isExpected = [UsageError, WriteError, WatchError, MissingPackageError, InputEndedError].some(
      (kind) => error instanceof kind,
    );
    if (!(error instanceof Error && isExpected)) throw error;
    printFailure(error.message, error instanceof UsageError ? error.hint : undefined, io);
    return 2;
  }
}

/** Reads the version from the package that contains this file, wherever the build has put it. */
async function packageVersion(): Promise<string> {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
    const found =
      text === undefined ? {} : (JSON.parse(text) as { readonly name?: unknown; readonly version?: unknown });
    if (found.name === 'stancekit') return String(found.version);
    if (folder === dirname(folder)) return 'unknown';
  }
}

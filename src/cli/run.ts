import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkOrBuild } from './build.js';
import { readCall } from './call.js';
import { runDrawing } from './render.js';
import { helpFor, overview } from './help.js';
import type { CommandIo, ExitCode } from './io.js';
import { UsageError } from './options.js';
import { runThemeCheck } from './theme-check.js';
import { WriteError } from '../authoring/files/write-atomically.js';
import { MissingPackageError } from '../publishing/import-optional.js';

export type { CommandIo, ExitCode, Output } from './io.js';

/** Runs one call of `stancekit`; `argv` without the program's name. */
export async function run(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  try {
    const call = readCall(argv);
    switch (call.command) {
      case 'help':
        io.stdout.write(call.about ? helpFor(call.about) : overview);
        return 0;
      case 'version':
        io.stdout.write(`${await packageVersion()}\n`);
        return 0;
      case 'check':
      case 'build':
        return await checkOrBuild(call, io);
      case 'render':
      case 'embed':
        return await runDrawing(call, io);
      case 'theme-check':
        return await runThemeCheck(call, io);
    }
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof WriteError || error instanceof MissingPackageError)) throw error;
    io.stderr.write(`stancekit: ${error.message}\n`);
    return 2;
  }
}

/** Read from the package that this file lies in, wherever the build has put it. */
async function packageVersion(): Promise<string> {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
    const found =
      text === undefined ? {} : (JSON.parse(text) as { readonly name?: unknown; readonly version?: unknown });
    if (found.name === 'stancekit') return String(found.version);
    if (folder === dirname(folder)) return 'unknown';
  }
}

import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatasetJson } from '../dataset/dataset.js';
import { readCall, type Call } from './command-call.js';
import { runDrawing } from './command-render.js';
import { helpFor, overview } from './command-help.js';
import { painter, refuseInputs, type CommandIo, type ExitCode } from './command-io.js';
import { UsageError } from './command-options.js';
import { runThemeCheck } from './command-theme.js';
import { quoted, type Problem } from './problem.js';
import { buildFromFiles, type BuiltFromFiles } from './build-from-files.js';
import { MissingPackage } from './static/optional-package.js';
import { WriteError, writeAtomically } from './files/write-atomically.js';

export type { CommandIo, ExitCode, Output } from './command-io.js';

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
    if (!(error instanceof UsageError || error instanceof WriteError || error instanceof MissingPackage)) throw error;
    io.stderr.write(`stancekit: ${error.message}\n`);
    return 2;
  }
}

type CheckOrBuild = Extract<Call, { command: 'check' | 'build' }>;

async function checkOrBuild(call: CheckOrBuild, io: CommandIo): Promise<ExitCode> {
  const output = call.command === 'build' ? call.output : undefined;
  const built = await buildFromFiles(call.coding, { cwd: io.cwd, followLinks: call.followLinks });
  if (output !== undefined && output !== '-') await refuseInputs(resolve(io.cwd, output), output, built.inputs, io);
  const { dataset } = built;
  if (dataset && output === '-') io.stdout.write(textOf(dataset));
  else if (dataset && output !== undefined) await writeAtomically(resolve(io.cwd, output), textOf(dataset));

  if (call.json) io.stdout.write(`${JSON.stringify(reportOf(built), null, 2)}\n`);
  else say(built, call, output, io);
  return dataset ? 0 : 1;
}

/** The bytes of the dataset file: two spaces, line feeds, one at the end. */
function textOf(dataset: DatasetJson): string {
  return `${JSON.stringify(dataset, null, 2)}\n`;
}

function reportOf({ dataset, problems, notes }: BuiltFromFiles) {
  return {
    ok: dataset !== undefined,
    problems,
    notes,
    ...(dataset && { counts: countsOf(dataset), variants: dataset.variants ?? [] }),
  };
}

function countsOf({ sources, articles, speakers, claims, statements, variants }: DatasetJson) {
  return {
    sources: sources.length,
    articles: articles.length,
    speakers: speakers.length,
    claims: claims.length,
    statements: statements.length,
    variants: variants?.length ?? 0,
  };
}

function say(
  { dataset, problems, notes }: BuiltFromFiles,
  call: CheckOrBuild,
  output: string | undefined,
  io: CommandIo,
): void {
  const { stderr } = io;
  const paint = painter(io);
  const line = ({ file, line, column, message, mend }: Problem, label: string): string =>
    `${paint(1, `${file}:${line}:${column}`)}  ${label}${message}  ${paint(2, mend)}\n`;
  for (const problem of problems) stderr.write(line(problem, ''));
  for (const note of notes) stderr.write(line(note, paint(33, 'note: ')));
  if (!dataset) {
    const kept = call.command === 'build' ? ' Nothing was written.' : '';
    stderr.write(`${paint(31, problems.length === 1 ? '1 problem.' : `${problems.length} problems.`)}${kept}\n`);
    return;
  }
  if (call.verbose) for (const variant of dataset.variants ?? []) stderr.write(`${variantLine(variant)}\n`);
  const counts = Object.entries(countsOf(dataset)).map(
    ([name, count]) => `${count} ${count === 1 ? name.slice(0, -1) : name}`,
  );
  const done = output === undefined ? 'No problems' : output === '-' ? 'Built' : `Wrote ${output}`;
  stderr.write(`${paint(32, done)}: ${counts.join(', ')}.\n`);
}

function variantLine({ statements, differences = [] }: NonNullable<DatasetJson['variants']>[number]): string {
  const words = (text: string): string => (text ? quoted(text) : 'nothing');
  const said = differences.map(([first, other]) => `${words(first)} / ${words(other)}`);
  return `same utterance: ${statements.join(', ')}${said.length > 0 ? `: ${said.join(', ')}` : ''}`;
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

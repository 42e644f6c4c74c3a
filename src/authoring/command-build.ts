import { resolve } from 'node:path';
import type { DatasetJson } from '../dataset/dataset.js';
import { buildFromFiles, type BuiltFromFiles } from './build-from-files.js';
import type { Call } from './command-call.js';
import { painter, refuseInputs, type CommandIo, type ExitCode } from './command-io.js';
import { datasetPieces } from './files/dataset-pieces.js';
import { writeAtomically } from './files/write-atomically.js';
import { quoted, type Problem } from './problem.js';
import { progressBar } from './progress.js';

type CheckOrBuild = Extract<Call, { command: 'check' | 'build' }>;

/** Reads the coding, says what is wrong with it, and writes the dataset where nothing is and `build` was called. */
export async function checkOrBuild(call: CheckOrBuild, io: CommandIo): Promise<ExitCode> {
  const output = call.command === 'build' ? call.output : undefined;
  const bar = progressBar(io);
  const { followLinks, useCache } = call;
  const built = await buildFromFiles(call.coding, { cwd: io.cwd, followLinks, useCache, progress: bar.tell }).finally(
    bar.clear,
  );
  if (output !== undefined && output !== '-') await refuseInputs(resolve(io.cwd, output), output, built.inputs, io);
  const { dataset } = built;
  if (dataset && output === '-') for (const piece of datasetPieces(dataset)) io.stdout.write(piece);
  else if (dataset && output !== undefined) await writeAtomically(resolve(io.cwd, output), datasetPieces(dataset));

  if (call.json) io.stdout.write(`${JSON.stringify(reportOf(built), null, 2)}\n`);
  else say(built, call, output, io);
  return dataset ? 0 : 1;
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

import { basename, dirname, join, resolve } from 'node:path';
import type { DatasetJson } from '../dataset/dataset.js';
import { mostBytes } from '../elements/load-dataset.js';
import { buildFromFiles, type FileBuildResult } from '../authoring/build-from-files.js';
import type { Call } from './call.js';
import { painter, refuseInputs, sayFindings, type CommandIo, type ExitCode } from './io.js';
import { UsageError } from './options.js';
import { serializeDataset } from '../authoring/files/serialize-dataset.js';
import { writeAtomically } from '../authoring/files/write-atomically.js';
import { problemAt, inQuotes, type Problem } from '../authoring/problem.js';
import { progressBar } from '../authoring/progress.js';
import { evidenceFolder, writeSplit } from '../authoring/split/write-split.js';

type CheckOrBuild = Extract<Call, { command: 'check' | 'build' }>;

/** Reads the coding, says what is wrong with it, and writes the dataset where nothing is and `build` was called. */
export async function checkOrBuild(call: CheckOrBuild, io: CommandIo): Promise<ExitCode> {
  const output = call.command === 'build' ? call.output : undefined;
  const split = call.command === 'build' && call.split;
  const { followLinks, useCache } = call;
  const bar = progressBar(io);
  let size = 0;
  let built: FileBuildResult;
  try {
    built = await buildFromFiles(call.coding, { cwd: io.cwd, followLinks, useCache, split, progress: bar.report });
    if (output !== undefined && output !== '-') {
      await refuseInputs(resolve(io.cwd, output), output, built.inputs, io);
      if (split) refuseEvidenceAmongInputs(resolve(io.cwd, output), built.inputs);
    }
    const { dataset } = built;
    if (dataset) bar.report('Writing');
    if (dataset && output === '-') for (const piece of serializeDataset(dataset)) io.stdout.write(piece);
    else if (dataset && output !== undefined) {
      const path = resolve(io.cwd, output);
      if (split) await writeSplit(path, dataset, bar.report);
      else
        await writeAtomically(
          path,
          counted(serializeDataset(dataset), (bytes) => (size += bytes)),
        );
    }
  } finally {
    bar.clear();
  }
  if (size > mostBytes) built = { ...built, notes: [...built.notes, tooLargeFor(call.coding, size)] };

  if (call.json) io.stdout.write(`${JSON.stringify(reportOf(built), null, 2)}\n`);
  else say(built, call, output, io);
  return built.dataset ? 0 : 1;
}

function* counted(pieces: Iterable<string>, add: (bytes: number) => void): Generator<string> {
  for (const piece of pieces) {
    add(Buffer.byteLength(piece));
    yield piece;
  }
}

function tooLargeFor(coding: string, size: number): Problem {
  return problemAt(
    { file: coding, line: 1, column: 1 },
    `The dataset has ${(size / 1e6).toFixed(1)} MB, and a page loads at most ${mostBytes / 1e6}.`,
    'Build it with --split.',
  );
}

/** What is no longer named is removed from that folder. */
function refuseEvidenceAmongInputs(path: string, inputs: readonly string[]): void {
  const folder = join(dirname(path), evidenceFolder(path));
  const input = inputs.find((each) => each.startsWith(folder));
  if (input !== undefined)
    throw new UsageError(
      `${folder} is the folder of the evidence, and the dataset is made from a file in it (${basename(input)}); name another dataset after -o.`,
    );
}

function reportOf({ dataset, problems, notes }: FileBuildResult) {
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
  { dataset, problems, notes }: FileBuildResult,
  call: CheckOrBuild,
  output: string | undefined,
  io: CommandIo,
): void {
  const { stderr } = io;
  const paint = painter(io);
  sayFindings({ problems, notes }, io);
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
  const words = (text: string): string => (text ? inQuotes(text) : 'nothing');
  const said = differences.map(([first, other]) => `${words(first)} / ${words(other)}`);
  return `same utterance: ${statements.join(', ')}${said.length > 0 ? `: ${said.join(', ')}` : ''}`;
}

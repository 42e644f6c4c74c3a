import { basename, dirname, join, resolve } from 'node:path';
import type { DatasetJson } from '../dataset/dataset.js';
import { maxDatasetBytes } from '../dataset/limits.js';
import { buildFromFiles, type FileBuildResult } from '../authoring/build-from-files.js';
import { serializeDataset } from '../authoring/files/serialize-dataset.js';
import { writeAtomically } from '../authoring/files/write-atomically.js';
import { inQuotes, problemAt, type Problem } from '../authoring/problem.js';
import { evidenceFolder, writeSplit } from '../authoring/split/write-split.js';
import { singleOperand, UsageError, type CommandArguments } from './arguments.js';
import { printFindings, problemCount, refuseInputs, styler, type CommandIo, type ExitCode } from './io.js';
import { createProgressBar } from './progress-bar.js';
import { runAtEachChange } from './watch.js';

interface BuildOptions {
  readonly coding: string;
  /** A path, or `-` for standard output; undefined to check only. */
  readonly output: string | undefined;
  readonly split: boolean;
  readonly json: boolean;
  readonly verbose: boolean;
  readonly followLinks: boolean;
  readonly useCache: boolean;
  readonly watch: boolean;
}

/** Runs `stancekit check`: reports all problems of a coding. */
export function runCheck(args: CommandArguments, io: CommandIo): Promise<ExitCode> {
  const coding = singleOperand(args, 'coding', 'stancekit check coding.yaml');
  if (args.value('output') !== undefined)
    throw new UsageError(
      'stancekit check writes no file.',
      `For the dataset: stancekit build ${coding} -o dataset.json`,
    );
  return checkOrBuild({ ...commonOptions(args, coding), output: undefined, split: false }, io);
}

/** Runs `stancekit build`: checks a coding, and writes the dataset if there are no problems. */
export function runBuild(args: CommandArguments, io: CommandIo): Promise<ExitCode> {
  const coding = singleOperand(args, 'coding', 'stancekit build coding.yaml -o dataset.json');
  const common = commonOptions(args, coding);
  const output = args.value('output');
  if (output === undefined)
    throw new UsageError('No output given.', 'Name a file: -o dataset.json, or -o - for standard output.');
  if (output === '-' && common.json)
    throw new UsageError('--json and -o - both write to standard output.', 'Use one of them.');
  if (output === '-' && common.watch)
    throw new UsageError(
      '--watch writes a dataset again and again, not to standard output.',
      'Name a file: -o dataset.json',
    );
  const split = args.isSet('split');
  if (split) checkSplitOutput(output);
  return checkOrBuild({ ...common, output, split }, io);
}

function commonOptions(args: CommandArguments, coding: string): Omit<BuildOptions, 'output' | 'split'> {
  return {
    coding,
    json: args.isSet('json'),
    verbose: args.isSet('verbose'),
    followLinks: args.isSet('follow-links'),
    useCache: !args.isSet('no-cache'),
    watch: args.isSet('watch'),
  };
}

/** The evidence folder is named after the dataset, and its name is part of URLs. */
function checkSplitOutput(output: string): void {
  if (output === '-')
    throw new UsageError('--split writes several files, not to standard output.', 'Name a file: -o dataset.json');
  // Without it, story and story.json would share a folder, and each build would delete the evidence of the other.
  if (!output.endsWith('.json'))
    throw new UsageError(
      `With --split the file name must end with .json: ${inQuotes(basename(output), 60)} does not.`,
      `Write to ${output}.json.`,
    );
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/u.test(basename(output)))
    throw new UsageError(
      `With --split the file name is part of URLs: ${inQuotes(basename(output), 60)} has other characters than letters, digits, dots, hyphens and underscores.`,
      'Use another file name.',
    );
}

function checkOrBuild(options: BuildOptions, io: CommandIo): Promise<ExitCode> {
  if (!options.watch) return runOnce(options, io);
  const reportFailure = (message: string): void => {
    if (options.json) printJson({ ok: false, problems: [], notes: [], failure: message }, options, io);
  };
  return runAtEachChange((onRead) => runOnce(options, io, onRead), reportFailure, io);
}

async function runOnce(
  options: BuildOptions,
  io: CommandIo,
  onRead: (path: string) => void = () => undefined,
): Promise<ExitCode> {
  const { coding, output, split, followLinks, useCache } = options;
  const progress = createProgressBar(io);
  const onWait = () => {
    progress.clear();
    io.stderr.write('Waiting for another build that is writing this dataset.\n');
  };
  let bytes = 0;
  let result: FileBuildResult;
  try {
    result = await buildFromFiles(coding, {
      cwd: io.cwd,
      followLinks,
      useCache,
      split,
      progress: progress.report,
      onRead,
    });
    if (output !== undefined && output !== '-') {
      const path = resolve(io.cwd, output);
      await refuseInputs(path, output, result.inputs, 'dataset', io);
      if (split) refuseInputsInEvidenceFolder(path, result.inputs);
    }
    const { dataset } = result;
    if (dataset) progress.report('Writing');
    if (dataset && output === '-') for (const chunk of serializeDataset(dataset)) io.stdout.write(chunk);
    else if (dataset && output !== undefined) {
      const path = resolve(io.cwd, output);
      if (split) await writeSplit(path, dataset, progress.report, onWait);
      else
        await writeAtomically(
          path,
          countingBytes(serializeDataset(dataset), (count) => (bytes += count)),
        );
    }
  } finally {
    progress.clear();
  }
  if (bytes > maxDatasetBytes) result = { ...result, notes: [...result.notes, tooLargeNote(coding, bytes)] };

  if (options.json) printJson(jsonReport(result), options, io);
  else printReport(result, options, io);
  return result.dataset ? 0 : 1;
}

/** With `--watch`, each run prints one line, so that a program can read run by run. */
function printJson(report: object, { watch }: BuildOptions, { stdout }: CommandIo): void {
  stdout.write(`${JSON.stringify(report, null, watch ? undefined : 2)}\n`);
}

function* countingBytes(chunks: Iterable<string>, add: (bytes: number) => void): Generator<string> {
  for (const chunk of chunks) {
    add(Buffer.byteLength(chunk));
    yield chunk;
  }
}

function tooLargeNote(coding: string, bytes: number): Problem {
  return problemAt(
    { file: coding, line: 1, column: 1 },
    `The dataset has ${(bytes / 1e6).toFixed(1)} MB, but a page loads at most ${maxDatasetBytes / 1e6} MB.`,
    'Build it with --split.',
  );
}

/** Outdated evidence is deleted from that folder, so it must not contain an input. */
function refuseInputsInEvidenceFolder(path: string, inputs: readonly string[]): void {
  const folder = join(dirname(path), evidenceFolder(path));
  const input = inputs.find((each) => each.startsWith(folder));
  if (input !== undefined)
    throw new UsageError(
      `The evidence folder ${folder} contains an input of the dataset (${basename(input)}).`,
      'Use another file name after -o.',
    );
}

function jsonReport({ dataset, problems, notes }: FileBuildResult) {
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

function printReport({ dataset, problems, notes }: FileBuildResult, options: BuildOptions, io: CommandIo): void {
  const { output, verbose } = options;
  const { stderr } = io;
  const style = styler(io);
  printFindings({ problems, notes }, io);
  if (!dataset) {
    const outcome = output === undefined ? '' : ' Nothing was written.';
    stderr.write(`${style('red', problemCount(problems.length))}${outcome}\n`);
    return;
  }
  if (verbose) for (const variant of dataset.variants ?? []) stderr.write(`${variantLine(variant)}\n`);
  const counts = Object.entries(countsOf(dataset)).map(
    ([name, count]) => `${count} ${count === 1 ? name.slice(0, -1) : name}`,
  );
  const done = output === undefined ? 'No problems' : output === '-' ? 'Built' : `Wrote ${output}`;
  stderr.write(`${style('green', done)}: ${counts.join(', ')}.\n`);
}

function variantLine({ statements, differences = [] }: NonNullable<DatasetJson['variants']>[number]): string {
  const quoted = (text: string): string => (text ? inQuotes(text) : 'nothing');
  const pairs = differences.map(([first, other]) => `${quoted(first)} / ${quoted(other)}`);
  return `same utterance: ${statements.join(', ')}${pairs.length > 0 ? `: ${pairs.join(', ')}` : ''}`;
}

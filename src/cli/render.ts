import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { DatasetProblem } from '../authoring/dataset-file.js';
import { WriteError } from '../authoring/files/write-atomically.js';
import { addAllLanguages } from '../publishing/all-languages.js';
import { fileEndings, formats, type Format } from '../publishing/formats.js';
import { renderStatic } from '../publishing/render-static.js';
import { oneOf, UsageError, type CommandArguments } from './arguments.js';
import {
  printDatasetProblems,
  printNote,
  problemCount,
  refuseInputs,
  styler,
  writeResult,
  type CommandIo,
  type ExitCode,
} from './io.js';
import { prepareDataset } from './widgets/prepare-dataset.js';
import { integrityWarnings, widgetScript, withLanguage } from './widgets/script-options.js';
import { readUrl, readWidgetOptions, type WidgetOptions } from './widgets/widget-options.js';

interface RenderOptions extends WidgetOptions {
  readonly datasets: readonly string[];
  readonly format: Format;
  /** URL of the iframe page. */
  readonly url: string | undefined;
  /** URL of the article. */
  readonly page: string | undefined;
  /** A file, or `-` for standard output; ignored if there is an `outDir`. */
  readonly output: string;
  readonly outDir: string | undefined;
}

/** Runs `stancekit render`: draws each dataset. An invalid dataset does not stop the others. */
export async function runRender(args: CommandArguments, io: CommandIo): Promise<ExitCode> {
  const options = readOptions(args);
  addAllLanguages();
  const drawings = await planDrawings(options, io);
  const script = await widgetScript(options.widget, options.script, io);
  const problems: DatasetProblem[] = [];
  const written: string[] = [];
  for (const [index, { dataset: path, target }] of drawings.entries()) {
    const prepared = await prepareDataset(path, options.format, options, io);
    if ('problems' in prepared) {
      problems.push(...prepared.problems);
      if (!options.json) printDatasetProblems(prepared.problems, io);
      continue;
    }
    if (target !== '-') await refuseInputs(resolve(io.cwd, target), target, prepared.inputs, 'drawing', io);
    const ownScript = await withLanguage(script, options.script, prepared.options, io);
    const { content, notes } = await renderStatic(prepared.dataset, options.format, prepared.options, {
      src: options.src,
      url: options.url,
      page: options.page,
      script: ownScript,
    });
    await writeResult(target, content, io);
    if (target !== '-') written.push(target);
    if (options.json) continue;
    const count = drawings.length > 1 ? `${index + 1}/${drawings.length}  ` : '';
    const what = `${options.widget} as ${options.format}, ${Math.max(1, Math.round(content.length / 1024))} kB`;
    if (target !== '-') io.stderr.write(`${count}${styler(io)('green', `Wrote ${target}`)}: ${what}.\n`);
    const runsScript = options.format === 'iframe' || options.format === 'dsd';
    const scriptNotes = ownScript && runsScript ? integrityWarnings(ownScript) : [];
    for (const note of [...prepared.notes, ...scriptNotes, ...notes]) printNote(path, note, io);
  }
  const isGood = problems.length === 0;
  if (options.json) io.stdout.write(`${JSON.stringify({ ok: isGood, problems, written }, null, 2)}\n`);
  else if (!isGood) io.stderr.write(`${styler(io)('red', problemCount(problems.length))}\n`);
  return isGood ? 0 : 1;
}

function readOptions(args: CommandArguments): RenderOptions {
  const { operands: datasets } = args;
  const example = 'stancekit render dataset.json --widget matrix --as html';
  if (datasets.length === 0) throw new UsageError('No dataset given.', `Example: ${example}`);
  const widgetOptions = readWidgetOptions(args, example);
  const as = args.value('as');
  if (as === undefined) throw new UsageError('No format given.', `Add --as with one of ${formats.join(', ')}.`);
  const format = oneOf(formats, as, 'format');
  const [output, outDir] = [args.value('output'), args.value('out-dir')];
  if (output !== undefined && outDir !== undefined)
    throw new UsageError('-o names a file and --out-dir a folder.', 'Use one of them.');
  if (outDir === undefined && datasets.length > 1)
    throw new UsageError('Several datasets need a folder to write to.', 'Name it: --out-dir out');
  if (widgetOptions.json && outDir === undefined && (output ?? '-') === '-')
    throw new UsageError('--json and the drawing both go to standard output.', 'Name a file after -o.');
  const url = readUrl(args, 'url', true);
  if (format === 'iframe' && widgetOptions.script.url === undefined)
    throw new UsageError('--as iframe needs --script.', 'Give the URL of stancekit.js, or of its folder.');
  if (format === 'oembed' && url === undefined)
    throw new UsageError('--as oembed needs --url.', 'Give the URL of the page that --as iframe wrote.');
  const page = readUrl(args, 'page', true);
  return { ...widgetOptions, datasets, format, url, page, output: output ?? '-', outDir };
}

interface Drawing {
  readonly dataset: string;
  /** A path, or `-` for standard output. */
  readonly target: string;
}

/** Decides where each drawing is written. Rejects every invalid target before anything is drawn. */
async function planDrawings(options: RenderOptions, io: CommandIo): Promise<readonly Drawing[]> {
  const { datasets, format, widget, output, outDir, script } = options;
  const { cwd } = io;
  const inputs = [...datasets, ...(script.file === undefined ? [] : [script.file])].map((path) => resolve(cwd, path));
  if (outDir === undefined) {
    if (format === 'png' && output === '-' && io.stdout.isTTY)
      throw new UsageError('A PNG image cannot be shown in the terminal.', 'Name a file: -o story.png');
    if (output !== '-') await refuseInputs(resolve(cwd, output), output, inputs, 'drawing', io);
    return datasets.map((dataset) => ({ dataset, target: output }));
  }
  const ending = `.${widget}${fileEndings[format]}`;
  const drawings = datasets.map((dataset) => ({
    dataset,
    target: join(outDir, basename(dataset).replace(/\.json$/iu, '') + ending),
  }));
  const datasetOf = new Map<string, string>();
  for (const { dataset, target } of drawings) {
    const other = datasetOf.get(target);
    if (other !== undefined)
      throw new UsageError(`${other} and ${dataset} would both be written to ${target}.`, 'Rename one of them.');
    datasetOf.set(target, dataset);
    await refuseInputs(resolve(cwd, target), target, inputs, 'drawing', io);
  }
  await createFolder(outDir, cwd);
  return drawings;
}

async function createFolder(folder: string, cwd: string): Promise<void> {
  try {
    await mkdir(resolve(cwd, folder), { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = ['EEXIST', 'ENOTDIR'].includes(code)
      ? 'a file is in the way'
      : `the folder cannot be created (${code || String(error)})`;
    throw new WriteError(`${folder}: ${reason}; nothing was written.`, { cause: error });
  }
}

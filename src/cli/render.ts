import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Dataset } from '../dataset/dataset.js';
import { messagesFor } from '../wording/messages-for.js';
import { nearestName } from '../authoring/coding/nearest-name.js';
import type { EmbedCall, RenderCall } from './drawing.js';
import { prepared, type Prepared } from './evidence.js';
import { painter, refuseInputs, type ByteOutput, type CommandIo, type ExitCode } from './io.js';
import { UsageError } from './options.js';
import { scriptNotes, scriptOf, withLanguage } from './script.js';
import { readDatasetFile, type DatasetProblem, type Faulty } from '../authoring/dataset-file.js';
import { WriteError, writeAtomically } from '../authoring/files/write-atomically.js';
import { quoted } from '../authoring/problem.js';
import { embedSnippet } from '../publishing/embed/embed-snippet.js';
import { addAllLanguages } from '../publishing/all-languages.js';
import { fileEndings } from '../publishing/formats.js';
import { renderStatic, type Rendered } from '../publishing/render-static.js';
import type { Script } from '../publishing/embed/script-tag.js';
import { staticView, type DrawingOptions } from '../publishing/static-view.js';

type DrawingCall = RenderCall | EmbedCall;

/** Draws each dataset, says how far it is, names every problem of those that are none, and draws the others all the same. */
export async function runDrawing(call: DrawingCall, io: CommandIo): Promise<ExitCode> {
  addAllLanguages();
  const targets = await targetsOf(call, io);
  const script = await scriptOf(call, io);
  const problems: DatasetProblem[] = [];
  const written: string[] = [];
  for (const [index, { dataset: path, target }] of targets.entries()) {
    const ready = await readFor(call, path, io);
    if ('problems' in ready) {
      problems.push(...ready.problems);
      if (!call.json) for (const problem of ready.problems) io.stderr.write(`${problemLine(problem, io)}\n`);
      continue;
    }
    const { dataset, wanted, inputs } = ready;
    if (target !== '-') await refuseInputs(resolve(io.cwd, target), target, inputs, io, 'drawing');
    const { content, notes } = await drawn(call, dataset, wanted, await withLanguage(script, call, wanted, io));
    if (target !== '-') await writeAtomically(resolve(io.cwd, target), content);
    else if (typeof content === 'string') io.stdout.write(content);
    else (io.stdout as ByteOutput).write(content);
    if (target !== '-') written.push(target);
    if (!call.json)
      say(call, io, {
        path,
        target,
        notes: [...ready.notes, ...notes],
        size: content.length,
        index,
        count: targets.length,
      });
  }
  const isGood = problems.length === 0;
  if (call.json) io.stdout.write(`${JSON.stringify({ ok: isGood, problems, written }, null, 2)}\n`);
  else if (!isGood) io.stderr.write(`${problems.length === 1 ? '1 problem.' : `${problems.length} problems.`}\n`);
  return isGood ? 0 : 1;
}

/** The dataset with all that is drawn of it. */
async function readFor(call: DrawingCall, path: string, io: CommandIo): Promise<Prepared | Faulty> {
  const file = await readDatasetFile(path, io.cwd);
  return 'problems' in file ? file : prepared(call, file, wantedOf(call, file.dataset, path), path, io);
}

interface Target {
  readonly dataset: string;
  /** A path, or `-`. */
  readonly target: string;
}

/** Where each drawing goes. Everything that can be refused is refused before the first is drawn. */
async function targetsOf(call: DrawingCall, io: CommandIo): Promise<readonly Target[]> {
  const { cwd } = io;
  const inputs = [...call.datasets, ...(call.scriptFile === undefined ? [] : [call.scriptFile])].map((path) =>
    resolve(cwd, path),
  );
  if (call.command === 'embed' || call.outDir === undefined) {
    const target = call.output ?? '-';
    if (call.command === 'render' && call.format === 'png' && target === '-' && io.stdout.isTTY)
      throw new UsageError('a picture is nothing for a terminal; name a file after -o.');
    if (target !== '-') await refuseInputs(resolve(cwd, target), target, inputs, io, 'drawing');
    return call.datasets.map((dataset) => ({ dataset, target }));
  }
  const { outDir, format, widget } = call;
  const ending = `.${widget}${fileEndings[format]}`;
  const targets = call.datasets.map((dataset) => ({
    dataset,
    target: join(outDir, basename(dataset).replace(/\.json$/iu, '') + ending),
  }));
  const seen = new Map<string, string>();
  for (const { dataset, target } of targets) {
    const other = seen.get(target);
    if (other !== undefined)
      throw new UsageError(`${other} and ${dataset} would both be written to ${target}; rename one of them.`);
    seen.set(target, dataset);
    await refuseInputs(resolve(cwd, target), target, inputs, io, 'drawing');
  }
  await makeFolder(outDir, cwd);
  return targets;
}

async function makeFolder(outDir: string, cwd: string): Promise<void> {
  try {
    await mkdir(resolve(cwd, outDir), { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = ['EEXIST', 'ENOTDIR'].includes(code)
      ? 'a file stands in its way'
      : `it cannot be made (${code || String(error)})`;
    throw new WriteError(`${outDir}: ${reason}, so nothing was written.`, { cause: error });
  }
}

async function drawn(
  call: DrawingCall,
  dataset: Dataset,
  wanted: DrawingOptions,
  script: Script | undefined,
): Promise<Rendered> {
  const notes = script ? scriptNotes(script) : [];
  if (call.command === 'render') {
    const rendered = await renderStatic(dataset, call.format, wanted, { ...call, script });
    const runsIt = call.format === 'iframe' || call.format === 'dsd';
    return runsIt ? { ...rendered, notes: [...notes, ...rendered.notes] } : rendered;
  }
  const snippet = embedSnippet(staticView(dataset, wanted), script!, call.src);
  return { content: `${snippet.markup}\n`, notes };
}

/** What the call asks for, with names that this dataset knows. */
function wantedOf(call: DrawingCall, dataset: Dataset, path: string): DrawingOptions {
  const { lang = dataset.lang, sources, speakers, claims, topic } = call;
  checkIds('source', sources, dataset.sources, path);
  checkIds('speaker', speakers, dataset.speakers, path);
  checkIds('claim', claims, dataset.claims, path);
  if (topic !== undefined) {
    const topics = [...new Set(dataset.claims.flatMap((claim) => claim.topic ?? []))];
    if (!topics.includes(topic)) throw unknownName('topic', topic, topics, path);
  }
  return { ...call, lang, messages: messagesFor(lang) };
}

function checkIds(
  kind: string,
  ids: readonly string[] | undefined,
  known: readonly { readonly id: string }[],
  path: string,
): void {
  const names = known.map(({ id }) => id);
  for (const id of ids ?? []) if (!names.includes(id)) throw unknownName(kind, id, names, path);
}

function unknownName(kind: string, name: string, known: readonly string[], path: string): UsageError {
  const meant = nearestName(name, known);
  const shown = known
    .slice(0, 12)
    .map((each) => quoted(each, 40))
    .join(', ');
  const rest = meant ? `Did you mean ${quoted(meant, 40)}?` : `It has ${shown}${known.length > 12 ? ' and more' : ''}.`;
  return new UsageError(`${path} has no ${kind} ${quoted(name, 60)}. ${rest}`);
}

function problemLine({ file, path, message }: DatasetProblem, io: CommandIo): string {
  return `${painter(io)(1, file)}  ${path ? `${path}  ` : ''}${message}`;
}

interface Progress {
  readonly path: string;
  readonly target: string;
  readonly notes: readonly string[];
  readonly size: number;
  readonly index: number;
  readonly count: number;
}

/** To a person: what was written, and in a batch how far we are. Nothing where the drawing itself goes to the terminal’s output. */
function say(call: DrawingCall, io: CommandIo, { path, target, notes, size, index, count }: Progress): void {
  const paint = painter(io);
  const place = count > 1 ? `${index + 1}/${count}  ` : '';
  if (target !== '-') {
    const what = call.command === 'embed' ? 'snippet' : `${call.widget} as ${call.format}`;
    io.stderr.write(`${place}${paint(32, `Wrote ${target}`)}: ${what}, ${Math.max(1, Math.round(size / 1024))} kB.\n`);
  }
  for (const note of notes) io.stderr.write(`${paint(33, 'note: ')}${path}: ${note}\n`);
}

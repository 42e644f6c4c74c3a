import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { UsageError } from './arguments.js';
import type { DatasetProblem } from '../authoring/dataset-file.js';
import { writeAtomically } from '../authoring/files/write-atomically.js';
import { noActionNeeded, printable, type Problem } from '../authoring/problem.js';
import type { ChannelNote } from '../publishing/formats.js';

/** The part of a stream that the command line uses. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** An output that also takes bytes, as the streams of Node do. */
export interface ByteOutput {
  write(content: string | Uint8Array): unknown;
}

/** The environment of a command; tests pass their own. */
export interface CommandIo {
  /** Results only: a dataset or drawing written to `-`, the report of `--json`, requested help. */
  readonly stdout: Output;
  /** Messages and progress. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Resolves when the user interrupts the command. To be called only by commands that then end by themselves. */
  readonly interruption: () => Promise<unknown>;
  /** Asks the user and returns the answer. Absent if standard input is not a terminal. Rejects with `InputEndedError`. */
  readonly ask?: (question: string) => Promise<string>;
}

/** The user ended the input, with Ctrl+C or Ctrl+D, instead of answering. */
export class InputEndedError extends Error {
  override readonly name = 'InputEndedError';
}

/** 0: success. 1: errors in an input file. 2: usage error, or an output file could not be written. */
export type ExitCode = 0 | 1 | 2;

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

const ansiCodes: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 };

/** Returns a function that makes text printable and styles it for stderr. It styles on a terminal only, and not if `NO_COLOR` is set or `TERM` is `dumb`. */
export function styler({ stderr, env }: CommandIo): (style: Style, text: string) => string {
  const hasColours = stderr.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return (style, text) => (hasColours ? `\u001b[${ansiCodes[style]}m${printable(text)}\u001b[0m` : printable(text));
}

/** Prints problems and notes, one per line: `file:line:column  error  message  hint: …`. Notes that need an action are warnings. */
export function printFindings(
  { problems, notes }: { readonly problems: readonly Problem[]; readonly notes: readonly Problem[] },
  io: CommandIo,
): void {
  const print = (level: Level, { file, line, column, message, hint }: Problem): void =>
    printMessage(io, level, `${file}:${line}:${column}`, message, hint);
  for (const problem of problems) print('error', problem);
  for (const note of notes) print(note.hint.startsWith(noActionNeeded) ? 'note' : 'warning', note);
}

/** Prints problems of a dataset, one per line: `file  path  error  message  hint: …`. */
export function printDatasetProblems(problems: readonly DatasetProblem[], io: CommandIo): void {
  for (const { file, path, message, hint } of problems)
    printMessage(io, 'error', path ? `${file}  ${path}` : file, message, hint);
}

/** Prints a note about a file, as a warning if it needs an action: `file  warning  message  hint: …`. */
export function printNote(file: string, { message, hint }: ChannelNote, io: CommandIo): void {
  printMessage(io, hint === undefined ? 'note' : 'warning', file, message, hint);
}

/** Prints why a command failed, as a whole or for one of its inputs: `stancekit  error  message  hint: …`. */
export function printFailure(message: string, hint: string | undefined, io: CommandIo, location = 'stancekit'): void {
  printMessage(io, 'error', location, message, hint);
}

type Level = 'error' | 'warning' | 'note';

const levelStyles: Readonly<Record<Level, Style>> = { error: 'red', warning: 'yellow', note: 'dim' };

function printMessage(io: CommandIo, level: Level, location: string, message: string, hint?: string): void {
  const style = styler(io);
  const label = style(levelStyles[level], level);
  const end = hint === undefined ? '' : `  ${style('dim', `hint: ${hint}`)}`;
  io.stderr.write(`${style('bold', location)}  ${label}  ${printable(message)}${end}\n`);
}

/** Returns an output that on a terminal replaces control characters of texts, except line breaks and tabs. Files and pipes get them as they are. */
export function safeOutput(output: Output): Output {
  if (output.isTTY !== true) return output;
  const write = (text: string): unknown => output.write(text.replace(/(?![\t\r\n])\p{Cc}/gu, '\ufffd'));
  return { isTTY: true, write };
}

/** Returns `1 problem.` or `2 problems.`. */
export function problemCount(count: number): string {
  return count === 1 ? '1 problem.' : `${count} problems.`;
}

/** Throws a `UsageError` if the output would overwrite one of the inputs, even through a symbolic or hard link. */
export async function refuseInputs(
  target: string,
  output: string,
  inputs: readonly string[],
  result: 'dataset' | 'drawing',
  { cwd }: CommandIo,
): Promise<void> {
  const identity = async (path: string): Promise<string | undefined> =>
    stat(path).then(
      ({ dev, ino }) => `${dev}:${ino}`,
      () => undefined,
    );
  const existing = await identity(target);
  for (const input of inputs)
    if (input === target || (existing !== undefined && existing === (await identity(input))))
      throw new UsageError(
        `${output} would overwrite an input of the ${result} (${relative(cwd, input)}).`,
        'Write to another file.',
      );
}

/** Writes a result to a file, or to standard output for `-`. */
export async function writeResult(target: string, content: string | Uint8Array, io: CommandIo): Promise<void> {
  if (target !== '-') await writeAtomically(resolve(io.cwd, target), content);
  else if (typeof content === 'string') io.stdout.write(content);
  else (io.stdout as ByteOutput).write(content);
}

import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { UsageError } from './options.js';
import type { Problem } from '../authoring/problem.js';

/** A stream as far as the command line needs it. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** The same for a picture; the streams of Node take both. */
export interface ByteOutput {
  write(content: string | Uint8Array): unknown;
}

/** The world that the command line sees; tests give another. */
export interface CommandIo {
  /** Results only: the dataset of `-o -`, a drawing, the problems of `--json`, help that was asked for. */
  readonly stdout: Output;
  /** Everything said to a person. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** 0 done; 1 what was read is at fault; 2 the call is, or its result cannot be written. */
export type ExitCode = 0 | 1 | 2;

/** Colours a text on a terminal only, and not where the reader has said no. */
export type Paint = (code: number, text: string) => string;

export function painter({ stderr, env }: CommandIo): Paint {
  const isColoured = stderr.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return (code, text) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);
}

/** Tells problems and notes, a line each: where, what, and how to mend it. */
export function sayFindings(
  { problems, notes }: { readonly problems: readonly Problem[]; readonly notes: readonly Problem[] },
  io: CommandIo,
): void {
  const paint = painter(io);
  const line = ({ file, line, column, message, hint: mend }: Problem, label: string): string =>
    `${paint(1, `${file}:${line}:${column}`)}  ${label}${message}  ${paint(2, mend)}\n`;
  for (const problem of problems) io.stderr.write(line(problem, ''));
  for (const note of notes) io.stderr.write(line(note, paint(33, 'note: ')));
}

/** Never lets a slip of the hand replace what the result is made of; a link or a second name of the file is recognised. */
export async function refuseInputs(
  target: string,
  output: string,
  inputs: readonly string[],
  { cwd }: CommandIo,
  result = 'dataset',
): Promise<void> {
  const identity = async (path: string): Promise<string | undefined> =>
    stat(path).then(
      ({ dev, ino }) => `${dev}:${ino}`,
      () => undefined,
    );
  const there = await identity(target);
  for (const input of inputs)
    if (input === target || (there !== undefined && there === (await identity(input))))
      throw new UsageError(
        `${output} is a file that the ${result} is made from (${relative(cwd, input)}); name another one after -o.`,
      );
}

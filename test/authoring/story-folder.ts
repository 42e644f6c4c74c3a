import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { InputEndedError } from '../../src/cli/io.js';
import type { Output } from '../../src/cli/run.js';
import { run } from '../../src/cli/run.js';
import { buildFromFiles, type FileBuildResult } from '../../src/authoring/build-from-files.js';
import type { StatementJson } from '../../src/dataset/dataset.js';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export const article = `Officials speak of a “new home base”

The minister said on Tuesday that the group had “burrowed inside” the country. Talks are over, he added.

“They are partners in terrorism,” the minister told reporters. Critics disagree.
`;

export const headOfCoding = `title: Who says what
lang: en
sources:
  - id: dw
    name: Deutsche Welle
articles:
  - id: dw-1
    source: dw
    file: articles/first.txt
    published: 2021-01-12
speakers:
  - id: minister
    name: The minister
claims:
  - id: home-base
    text: The group has a new home base.
  - id: partners
    text: They are partners.
`;

export const coding = `${headOfCoding}statements:
  - article: dw-1
    speaker: minister
    claim: home-base
    stance: support
    quote: burrowed inside
  - article: dw-1
    speaker: minister
    claim: partners
    stance: support
    quote: They are partners in terrorism
`;

export const story: Files = { 'coding.yaml': coding, 'articles/first.txt': article };

/** Writes the files into a folder of their own, which is gone when the test is over. */
export async function storyFolder(files: Files = story): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stancekit-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, files);
  return folder;
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** Builds the story with some of its files changed. */
export async function buildStory(changed: Files = {}, followLinks = false): Promise<FileBuildResult> {
  return buildIn(await storyFolder({ ...story, ...changed }), followLinks);
}

export function buildIn(folder: string, followLinks = false): Promise<FileBuildResult> {
  return buildFromFiles('coding.yaml', { cwd: folder, followLinks });
}

/** The problems of a story, each as `file:line:column  message  hint`. */
export async function problemsOf(changed: Files): Promise<readonly string[]> {
  const { problems } = await buildStory(changed);
  return problems.map(({ file, line, column, message, hint }) => `${file}:${line}:${column}  ${message}  ${hint}`);
}

/** The problems of the coding with one passage replaced, which must stand in it once. */
export function problemsWith(passage: string, replacement: string): Promise<readonly string[]> {
  return problemsOf({ 'coding.yaml': changedCoding(passage, replacement) });
}

export function changedCoding(passage: string, replacement: string): string {
  const [before, after, ...more] = coding.split(passage);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`not once in the coding: ${passage}`);
  return before + replacement + after;
}

/** The statements of a story that has no problem. */
export async function statementsOf(changed: Files): Promise<readonly StatementJson[]> {
  const { dataset, problems } = await buildStory(changed);
  if (!dataset) throw new Error(JSON.stringify(problems));
  return dataset.statements;
}

export interface Called {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CallOptions {
  readonly env?: Record<string, string>;
  readonly terminal?: boolean;
  /** What the user answers, question by question; without it, standard input is not a terminal. */
  readonly answers?: readonly string[];
}

/** Calls the command line in a folder; `terminal` says whether the answer goes to one. Questions go to stderr, each on a line. */
export async function call(
  folder: string,
  argv: readonly string[],
  { env = {}, terminal = false, answers }: CallOptions = {},
): Promise<Called> {
  const said = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr'): Output => ({ isTTY: terminal, write: (text) => (said[name] += text) });
  const left = answers && [...answers];
  const ask = (question: string): Promise<string> => {
    said.stderr += `${question}\n`;
    const answer = left!.shift();
    return answer === undefined ? Promise.reject(new InputEndedError('No answer.')) : Promise.resolve(answer);
  };
  const exit = await run(argv, {
    stdout: output('stdout'),
    stderr: output('stderr'),
    env,
    cwd: folder,
    interruption: () => new Promise(() => undefined),
    ...(left && { ask }),
  });
  return { exit, ...said };
}

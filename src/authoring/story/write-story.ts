import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { lstat, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describeWriteError, syncFolder, WriteError, writeAtomically } from '../files/write-atomically.js';

/** What a story has in its folder. */
const entries = ['articles', 'coding.yaml'] as const;

/** Throws a `WriteError` if a story cannot be written into this folder without overwriting something. */
export async function checkStoryFolder(folder: string): Promise<void> {
  const stats = await lstatIfPresent(folder);
  if (stats && !stats.isDirectory()) throw new WriteError(`${folder}: a file is in the way; nothing was written.`);
  for (const entry of entries)
    if (await lstatIfPresent(join(folder, entry)))
      throw new WriteError(`${join(folder, entry)}: exists already; nothing was written.`);
}

/**
 * Writes the files of a new story, given by their paths, into this folder, which may be new. They are complete or not there: they are
 * written into a temporary folder and then moved. Throws a `WriteError`, also if something would be overwritten.
 */
export async function writeStory(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await checkStoryFolder(folder);
  const exists = (await lstatIfPresent(folder)) !== undefined;
  const temporary = join(
    exists ? folder : dirname(folder),
    `.${basename(folder)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  try {
    await mkdir(temporary);
    await mkdir(join(temporary, 'articles'));
    for (const [path, content] of files) await writeAtomically(join(temporary, path), content);
    if (!exists) await rename(temporary, folder);
    else await moveEntries(temporary, folder);
    await syncFolder(dirname(folder));
  } catch (error) {
    const cause = error instanceof WriteError ? error.cause : error;
    // Without a cause, the error says what is in the way.
    if (cause === undefined) throw error;
    throw new WriteError(`${folder}: ${describeWriteError(cause)}`, { cause });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function moveEntries(from: string, to: string): Promise<void> {
  await checkStoryFolder(to);
  const [articles, coding] = entries;
  await rename(join(from, articles), join(to, articles));
  try {
    await rename(join(from, coding), join(to, coding));
  } catch (error) {
    await rename(join(to, articles), join(from, articles));
    throw error;
  }
}

async function lstatIfPresent(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    throw new WriteError(`${path}: ${describeWriteError(error)}`, { cause: error });
  }
}

import { randomBytes } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** What writing needs of the file system; tests put failures in its place. */
export type FileSystem = Pick<typeof nodeFs, 'lstat' | 'open' | 'readdir' | 'readlink' | 'rename' | 'unlink'>;

/** Why a file was not written, as one line that names it. What stood there before is untouched. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

/** What is written; pieces one after the other. */
type Content = string | Uint8Array | Iterable<string>;

/**
 * Writes a file so that at any moment, also when the process is killed or the disk is full, either the old file or the complete new one
 * stands there: a temporary file in the same folder, flushed to the disk, takes its place in one step. The old file's mode is kept, a
 * link is written through, and temporary files that killed runs left behind are removed first. Two writers at once: the last
 * one's file stands, complete.
 */
export async function writeAtomically(path: string, content: Content, fs: FileSystem = nodeFs): Promise<void> {
  let temporary: string | undefined;
  try {
    const target = await behindLinks(resolve(path), fs);
    const mode = await modeOf(target, fs);
    await removeLeftovers(target, fs);
    const random = randomBytes(6).toString('hex');
    temporary = join(dirname(target), `.${basename(target)}.${process.pid}.${random}.tmp`);
    await writeAndFlush(temporary, content, mode, fs);
    await fs.rename(temporary, target);
    temporary = undefined;
    await flushFolder(dirname(target), fs);
  } catch (error) {
    if (temporary !== undefined) await fs.unlink(temporary).catch(() => undefined);
    throw error instanceof WriteError ? error : new WriteError(`${path}: ${reasonOf(error)}`, { cause: error });
  }
}

async function behindLinks(path: string, fs: FileSystem): Promise<string> {
  let target = path;
  for (let links = 0; links < 40; links++) {
    const stats = await fs.lstat(target).catch(absent);
    if (!stats?.isSymbolicLink()) return target;
    target = resolve(dirname(target), await fs.readlink(target));
  }
  throw new WriteError(`${path}: is a link that leads to itself.`);
}

/** The mode of the file that is replaced. Only an ordinary file may be: the rest would be destroyed by it. */
async function modeOf(target: string, fs: FileSystem): Promise<number | undefined> {
  const stats = await fs.lstat(target).catch(absent);
  if (!stats || stats.isFile()) return stats && stats.mode & 0o7777;
  throw new WriteError(
    `${target}: is ${stats.isDirectory() ? 'a folder' : 'no ordinary file'}, so nothing was written. Name a file, or “-” for the standard output.`,
  );
}

async function writeAndFlush(path: string, content: Content, mode: number | undefined, fs: FileSystem): Promise<void> {
  const file = await fs.open(path, 'wx', 0o666);
  try {
    const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
    for (const piece of pieces) await file.writeFile(piece);
    if (mode !== undefined) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the renaming itself last through a power cut. Some systems cannot flush a folder; the file is whole all the same. */
export async function flushFolder(folder: string, fs: FileSystem = nodeFs): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    return;
  }
}

/** Removes the temporary files of this target whose writer is no longer alive. */
async function removeLeftovers(target: string, fs: FileSystem): Promise<void> {
  const prefix = `.${basename(target)}.`;
  const names = await fs.readdir(dirname(target)).catch((): string[] => []);
  for (const name of names) {
    if (!name.startsWith(prefix)) continue;
    const [, writer] = /^(\d+)\.[0-9a-f]{12}\.tmp$/u.exec(name.slice(prefix.length)) ?? [];
    if (writer !== undefined && !isAlive(Number(writer)))
      await fs.unlink(join(dirname(target), name)).catch(() => undefined);
  }
}

/** Whether a process of this number is running. */
export function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    // Without the right to signal it there is still a process.
    return codeOf(error) !== 'ESRCH';
  }
}

function absent(error: unknown): undefined {
  if (codeOf(error) === 'ENOENT') return undefined;
  throw error;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Why the system would not write, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full, so nothing was written.';
    case 'EACCES':
    case 'EPERM':
      return 'you may not write there, so nothing was written.';
    case 'EROFS':
      return 'the disk can only be read, so nothing was written.';
    case 'EISDIR':
      return 'is a folder, so nothing was written.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'the folder does not exist, so nothing was written.';
    default:
      return `cannot be written (${codeOf(error) ?? String(error)}), so nothing was written.`;
  }
}

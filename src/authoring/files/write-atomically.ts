import { randomBytes } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** The file system functions in use; tests replace them to simulate failures. */
export type FileSystem = Pick<typeof nodeFs, 'lstat' | 'open' | 'readdir' | 'readlink' | 'rename' | 'unlink'>;

/** A file could not be written. The message is one line that names the file; an existing file is unchanged. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

/** The content of a file, whole or in chunks. */
type Content = string | Uint8Array | Iterable<string>;

/**
 * Writes a file atomically: even if the process is killed or the disk is full, there is either the old file or the complete new one. Writes
 * a temporary file in the same folder, syncs it to disk and renames it. Keeps the mode of the old file, writes to the target of a symbolic
 * link, and removes temporary files of killed runs. If two processes write at once, the last one wins.
 */
export async function writeAtomically(path: string, content: Content, fs: FileSystem = nodeFs): Promise<void> {
  let temporary: string | undefined;
  try {
    const target = await resolveLinks(resolve(path), fs);
    const mode = await modeOf(target, fs);
    await removeStaleTemporaries(target, fs);
    const random = randomBytes(6).toString('hex');
    temporary = join(dirname(target), `${temporaryPrefix(target)}${process.pid}.${random}.tmp`);
    await writeAndSync(temporary, content, mode, fs);
    await fs.rename(temporary, target);
    temporary = undefined;
    await syncFolder(dirname(target), fs);
  } catch (error) {
    if (temporary !== undefined) await fs.unlink(temporary).catch(() => undefined);
    throw error instanceof WriteError
      ? error
      : new WriteError(`${path}: ${describeWriteError(error)}`, { cause: error });
  }
}

async function resolveLinks(path: string, fs: FileSystem): Promise<string> {
  let target = path;
  for (let links = 0; links < 40; links++) {
    const stats = await fs.lstat(target).catch(undefinedIfMissing);
    if (!stats?.isSymbolicLink()) return target;
    target = resolve(dirname(target), await fs.readlink(target));
  }
  throw new WriteError(`${path}: is a link that points to itself.`);
}

/** Returns the mode of the file at this path, or undefined if there is none. */
export async function fileMode(path: string): Promise<number | undefined> {
  return modeOf(await resolveLinks(resolve(path), nodeFs), nodeFs);
}

/** Returns the mode of the file that is replaced. Renaming would destroy anything but a regular file. */
async function modeOf(target: string, fs: FileSystem): Promise<number | undefined> {
  const stats = await fs.lstat(target).catch(undefinedIfMissing);
  if (!stats || stats.isFile()) return stats && stats.mode & 0o7777;
  throw new WriteError(
    `${target}: is ${stats.isDirectory() ? 'a folder' : 'not a regular file'}; nothing was written. Name a file, or - for standard output.`,
  );
}

async function writeAndSync(path: string, content: Content, mode: number | undefined, fs: FileSystem): Promise<void> {
  const file = await fs.open(path, 'wx', 0o666);
  try {
    const chunks = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
    for (const chunk of chunks) await file.writeFile(chunk);
    if (mode !== undefined) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Syncs the folder, so that a rename survives a power failure. Some systems cannot do this; the file is complete anyway. */
export async function syncFolder(folder: string, fs: FileSystem = nodeFs): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    return;
  }
}

/** How many bytes of a name are used for that of its temporary file: file systems allow 255 in all. */
const maxPrefixBytes = 200;

/** Long names may share a prefix; a temporary file is removed only if its process no longer runs. */
function temporaryPrefix(target: string): string {
  const name = Buffer.from(basename(target));
  // Not within a character of several bytes.
  let end = Math.min(name.length, maxPrefixBytes);
  while (end < name.length && (name[end]! & 0xc0) === 0x80) end--;
  return `.${name.subarray(0, end).toString()}.`;
}

/** Removes temporary files of this target whose process no longer runs. */
async function removeStaleTemporaries(target: string, fs: FileSystem): Promise<void> {
  const prefix = temporaryPrefix(target);
  const names = await fs.readdir(dirname(target)).catch((): string[] => []);
  for (const name of names) {
    if (!name.startsWith(prefix)) continue;
    const [, pid] = /^(\d+)\.[0-9a-f]{12}\.tmp$/u.exec(name.slice(prefix.length)) ?? [];
    if (pid !== undefined && !isRunning(Number(pid)))
      await fs.unlink(join(dirname(target), name)).catch(() => undefined);
  }
}

/** Returns whether a process with this ID is running. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists, but belongs to somebody else.
    return codeOf(error) !== 'ESRCH';
  }
}

function undefinedIfMissing(error: unknown): undefined {
  if (codeOf(error) === 'ENOENT') return undefined;
  throw error;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Explains a failed write. */
export function describeWriteError(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full; nothing was written.';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied; nothing was written.';
    case 'EROFS':
      return 'the disk is read-only; nothing was written.';
    case 'EISDIR':
      return 'is a folder; nothing was written.';
    case 'ENAMETOOLONG':
      return 'the file name is too long; nothing was written.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'the folder does not exist; nothing was written.';
    default:
      return `writing failed (${codeOf(error) ?? String(error)}); nothing was written.`;
  }
}

import { constants } from 'node:fs';
import { open, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep, win32 } from 'node:path';

/** JavaScript strings can be slightly longer than this, but fail with an error that does not help an editor. */
const maxFileBytes = 500_000_000;

/** Why a file could not be read. */
export interface UnreadableFile {
  /** The end of a sentence that begins with the file: “does not exist”. */
  readonly reason: string;
  readonly hint: string;
}

export interface FileBytes {
  readonly bytes: Uint8Array;
}

/**
 * Reads a file that a coding names, if it is inside the coding's folder. Rejects absolute paths, `..`, control characters and, unless
 * `followLinks` is set, symbolic links that point outside. Also rejects pipes and devices, which might never end.
 */
export async function readFileInFolder(
  folder: string,
  name: string,
  followLinks: boolean,
): Promise<FileBytes | UnreadableFile> {
  const invalidName = checkFileName(name);
  if (invalidName) return invalidName;
  try {
    const path = await realpath(join(folder, name));
    if (!followLinks && !isInside(await realpath(folder), path)) {
      return {
        reason: 'is a link to a file outside the folder of the coding',
        hint: 'Copy the file into the folder, or use --follow-links if the link is intended.',
      };
    }
    return await readRegularFile(path);
  } catch (error) {
    return describeReadError(error);
  }
}

/** Reads a file anywhere on the disk, unless it is a pipe, a device or too large. */
export async function readRegularFile(path: string): Promise<FileBytes | UnreadableFile> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return { reason: 'is a folder, not a file', hint: 'Name a file in the folder.' };
    if (!stats.isFile()) return { reason: 'is not a regular file', hint: 'Name a text file.' };
    if (stats.size > maxFileBytes)
      return {
        reason: `has ${Math.ceil(stats.size / 1e6)} MB; the limit is ${maxFileBytes / 1e6} MB`,
        hint: 'Split it into several files.',
      };
    return { bytes: await readFile(path) };
  } catch (error) {
    return describeReadError(error);
  }
}

/**
 * Reads a file that Stancekit wrote. Returns undefined if there is none, or something else in its place: it is not read through a link, and
 * a pipe is not waited for.
 */
export async function readPlainFile(path: string): Promise<Buffer | undefined> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, flags).catch(() => undefined);
  try {
    return file && (await file.stat()).isFile() ? await file.readFile() : undefined;
  } finally {
    await file?.close();
  }
}

function checkFileName(name: string): UnreadableFile | undefined {
  const hint = 'Name a file in the folder of the coding or in a subfolder, such as articles/first.txt.';
  if (/\p{Cc}/u.test(name)) return { reason: 'has a control character in its name', hint };
  if (isAbsolute(name) || win32.isAbsolute(name) || /^[A-Za-z]:/u.test(name))
    return { reason: 'is an absolute path', hint };
  if (name.split(/[/\\]/u).includes('..')) return { reason: 'is outside the folder of the coding', hint };
  if (name.includes('\\')) return { reason: 'has a backslash in its name', hint: 'Use / between folder and file.' };
  return undefined;
}

function isInside(folder: string, path: string): boolean {
  const relativePath = relative(folder, path);
  return (
    relativePath !== '' && relativePath !== '..' && !relativePath.startsWith(`..${sep}`) && !isAbsolute(relativePath)
  );
}

function describeReadError(error: unknown): UnreadableFile {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { reason: 'does not exist', hint: 'Check the name (including upper and lower case) and the folder.' };
    case 'EACCES':
    case 'EPERM':
      return { reason: 'cannot be read: permission denied', hint: 'Check the permissions of the file.' };
    case 'EISDIR':
      return { reason: 'is a folder, not a file', hint: 'Name a file in the folder.' };
    case 'ELOOP':
      return { reason: 'is a link that points to itself', hint: 'Replace the link with the file.' };
    case 'ENAMETOOLONG':
      return { reason: 'has a name that is too long', hint: 'Use a shorter name.' };
    default:
      return {
        reason: `cannot be read (${typeof code === 'string' ? code : String(error)})`,
        hint: 'Check the file and the disk.',
      };
  }
}

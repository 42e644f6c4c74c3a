import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep, win32 } from 'node:path';

/** A text of JavaScript may hold somewhat more; with that it fails in no words that help. */
const mostBytes = 500_000_000;

/** Why a file was not read, in an editor's words. */
export interface FileFault {
  readonly fault: string;
  readonly mend: string;
}

export interface FileBytes {
  readonly bytes: Uint8Array;
}

/**
 * Reads a file that a coding names, if it lies inside the coding's folder. Refused are absolute paths, `..`, control characters, and links
 * that lead outside, unless `followLinks` is set. Pipes and devices are no files: they might never end.
 */
export async function readFileInside(
  folder: string,
  name: string,
  followLinks: boolean,
): Promise<FileBytes | FileFault> {
  const fault = faultOfName(name);
  if (fault) return fault;
  try {
    const path = await realpath(join(folder, name));
    if (!followLinks && !liesInside(await realpath(folder), path)) {
      return {
        fault: 'is a link to a file outside the folder of the coding',
        mend: 'Copy the file into the folder, or call with --follow-links if the link is meant.',
      };
    }
    return await readOrdinaryFile(path);
  } catch (error) {
    return faultOfReading(error);
  }
}

/** Reads any ordinary file. */
export async function readOrdinaryFile(path: string): Promise<FileBytes | FileFault> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return { fault: 'is a folder, not a file', mend: 'Name the file in it.' };
    if (!stats.isFile()) return { fault: 'is no ordinary file', mend: 'Name a text file.' };
    if (stats.size > mostBytes)
      return {
        fault: `has ${Math.ceil(stats.size / 1e6)} MB, and a text may have ${mostBytes / 1e6}`,
        mend: 'Make several files of it.',
      };
    return { bytes: await readFile(path) };
  } catch (error) {
    return faultOfReading(error);
  }
}

function faultOfName(name: string): FileFault | undefined {
  const mend = 'Name a file in the folder of the coding, or in a folder below it, such as articles/first.txt.';
  if (/\p{Cc}/u.test(name)) return { fault: 'has a control character in its name', mend };
  if (isAbsolute(name) || win32.isAbsolute(name) || /^[A-Za-z]:/u.test(name))
    return { fault: 'starts at the root of the disk', mend };
  if (name.split(/[/\\]/u).includes('..')) return { fault: 'leads out of the folder of the coding', mend };
  if (name.includes('\\')) return { fault: 'has a backslash in its name', mend: 'Write / between folder and file.' };
  return undefined;
}

function liesInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function faultOfReading(error: unknown): FileFault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { fault: 'does not exist', mend: 'Check the name, capitals included, and the folder.' };
    case 'EACCES':
    case 'EPERM':
      return { fault: 'may not be read', mend: 'Give yourself the right to read it.' };
    case 'EISDIR':
      return { fault: 'is a folder, not a file', mend: 'Name the file in it.' };
    case 'ELOOP':
      return { fault: 'is a link that leads to itself', mend: 'Put the file itself there.' };
    case 'ENAMETOOLONG':
      return { fault: 'has too long a name', mend: 'Give it a shorter one.' };
    default:
      return {
        fault: `cannot be read (${typeof code === 'string' ? code : String(error)})`,
        mend: 'Check the file and its disk.',
      };
  }
}

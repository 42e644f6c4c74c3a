import { chmod, lstat, mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DatasetJson } from '../../dataset/dataset.js';
import { maxDatasetBytes } from '../../dataset/limits.js';
import { withLock } from '../files/lock.js';
import { syncFolder, describeWriteError, WriteError, writeAtomically } from '../files/write-atomically.js';
import { noProgress, type Progress } from '../progress.js';
import { evidenceFileName, splitDataset } from './split-dataset.js';

/** Returns the name of the evidence folder next to the overview at this path, which ends in `.json`. It is part of the URLs of the files. */
export function evidenceFolder(path: string): string {
  return `${basename(path, '.json')}-evidence/`;
}

/** A step of writing, and what a build says while it waits for another one. */
export interface SplitReport {
  readonly progress?: Progress;
  readonly onWait?: (message: string) => void;
}

/**
 * Writes a dataset as an overview and evidence files. At any moment the overview only names files that exist: the new evidence is written
 * next to the old, then the overview is replaced, then evidence that it does not name is removed. A lock makes concurrent builds take turns.
 * Nothing is written or removed through a link. New evidence is as readable as the overview that it belongs to.
 */
export async function writeSplit(
  path: string,
  dataset: DatasetJson,
  { progress = noProgress, onWait }: SplitReport = {},
): Promise<void> {
  const name = evidenceFolder(path);
  const folderPath = join(dirname(path), name);
  try {
    const overview = await stat(path).catch(() => undefined);
    const folder = await EvidenceFolder.open(folderPath, overview && overview.mode & 0o777);
    await withLock(folderPath, () => writeParts(path, name, folder, dataset, progress), onWait);
  } catch (error) {
    throw error instanceof WriteError
      ? error
      : new WriteError(`${folderPath}: ${describeWriteError(error)}`, { cause: error });
  }
}

async function writeParts(
  path: string,
  name: string,
  folder: EvidenceFolder,
  dataset: DatasetJson,
  progress: Progress,
): Promise<void> {
  const named = new Set<string>();
  const overview = await splitDataset(dataset, name, async ({ claim, name, bytes }) => {
    progress('Writing evidence', named.size, dataset.claims.length, 'claims');
    if (bytes.length > maxDatasetBytes)
      throw tooLargeError(
        path,
        `the evidence of the claim “${claim.id}”`,
        bytes.length,
        'Split it into several claims.',
      );
    named.add(name);
    await folder.write(name, bytes);
  });
  const size = Buffer.byteLength(overview);
  if (size > maxDatasetBytes)
    throw tooLargeError(path, 'the overview', size, 'Build several datasets, for example one per topic or year.');
  await syncFolder(folder.path);
  await writeAtomically(path, overview);
  await folder.removeAllBut(named);
}

/** A folder of evidence files that stays the same folder: a link in its place is refused, also one that is put there meanwhile. */
class EvidenceFolder {
  private constructor(
    readonly path: string,
    private readonly inode: string,
    private readonly mode: number | undefined,
  ) {}

  /** Opens or creates the folder; `mode` is that of new files, else the usual one of the process. */
  static async open(path: string, mode: number | undefined): Promise<EvidenceFolder> {
    const isNew = (await mkdir(path, { recursive: true })) !== undefined;
    // Who may read the files may open the folder.
    if (isNew && mode !== undefined) await chmod(path, 0o700 | mode | ((mode & 0o444) >> 2));
    return new EvidenceFolder(path, await inodeOf(path), mode);
  }

  /** Writes a file unless it exists with the same content. Its name contains the hash, but the content may be damaged. */
  async write(name: string, bytes: Buffer): Promise<void> {
    await this.checkIsSame();
    const path = join(this.path, name);
    const stats = await lstat(path).catch(() => undefined);
    // Reading a pipe would never end, and a link may lead anywhere.
    if (stats?.isFile() && stats.size === bytes.length && (await readFile(path)).equals(bytes)) return;
    if (stats) await unlink(path);
    const file = await open(path, 'wx');
    try {
      if (this.mode !== undefined) await file.chmod(this.mode);
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Removes the other evidence files, and nothing else that is in the folder. */
  async removeAllBut(names: ReadonlySet<string>): Promise<void> {
    await this.checkIsSame();
    for (const name of await readdir(this.path))
      if (evidenceFileName.test(name) && !names.has(name)) await unlink(join(this.path, name));
  }

  private async checkIsSame(): Promise<void> {
    if ((await inodeOf(this.path)) !== this.inode)
      throw new WriteError(
        `${this.path}: another folder was put here while writing; the dataset is not complete. Build it again.`,
      );
  }
}

/** Returns what tells this folder from any other. Throws a `WriteError` if it is a link. */
async function inodeOf(path: string): Promise<string> {
  // With a slash at the end, the link would be followed.
  const stats = await lstat(path.replace(/[/\\]+$/u, ''));
  if (!stats.isDirectory())
    throw new WriteError(
      `${path}: is a link or a file, not a folder of evidence; nothing was written. Delete it, or use another file name after -o.`,
    );
  return `${stats.dev}:${stats.ino}`;
}

function tooLargeError(path: string, what: string, bytes: number, hint: string): WriteError {
  return new WriteError(
    `${path}: ${what} has ${(bytes / 1e6).toFixed(1)} MB, and a page loads at most ${maxDatasetBytes / 1e6} MB; the dataset was not written. ${hint}`,
  );
}

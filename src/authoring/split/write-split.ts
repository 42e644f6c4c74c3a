import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { DatasetJson } from '../../dataset/dataset.js';
import { maxDatasetBytes } from '../../dataset/limits.js';
import { withLock } from '../files/lock.js';
import { readPlainFile } from '../files/read-file.js';
import { describeWriteError, fileMode, syncFolder, WriteError, writeAtomically } from '../files/write-atomically.js';
import type { Progress } from '../progress.js';
import { evidenceFileName, splitDataset } from './split-dataset.js';

/** Returns the name of the evidence folder next to the overview at this path. It is part of the URLs of the files. */
export function evidenceFolder(path: string): string {
  return `${basename(path).replace(/\.json$/u, '')}-evidence/`;
}

/**
 * Writes a dataset as an overview and evidence files. At any moment the overview only names files that exist: the new evidence is written
 * next to the old, then the overview is replaced, then evidence that it does not name is removed. A lock makes concurrent builds take turns;
 * `onWait` is called if there is another one. Nothing is written or deleted through a link.
 */
export async function writeSplit(
  path: string,
  dataset: DatasetJson,
  progress: Progress,
  onWait?: () => void,
): Promise<void> {
  const folder = resolve(dirname(path), evidenceFolder(path));
  try {
    const mode = await fileMode(path);
    const checkFolder = await createFolder(folder, mode);
    const write = () => writeParts(path, dataset, { folder, checkFolder, mode }, progress);
    await withLock(folder, write, onWait);
  } catch (error) {
    throw error instanceof WriteError
      ? error
      : new WriteError(`${folder}: ${describeWriteError(error)}`, { cause: error });
  }
}

interface Target {
  readonly folder: string;
  /** Throws a `WriteError` if something else is now in the place of the folder. */
  readonly checkFolder: () => Promise<void>;
  /** Of the overview that is replaced; new evidence gets the same. */
  readonly mode: number | undefined;
}

async function writeParts(path: string, dataset: DatasetJson, target: Target, progress: Progress): Promise<void> {
  const { folder, checkFolder } = target;
  const named = new Set<string>();
  const overview = await splitDataset(dataset, evidenceFolder(path), async ({ claim, name, bytes }) => {
    progress('Writing evidence', named.size, dataset.claims.length, 'claims');
    if (bytes.length > maxDatasetBytes)
      throw tooLargeError(
        path,
        `the evidence of the claim “${claim.id}”`,
        bytes.length,
        'Split it into several claims.',
      );
    named.add(name);
    await checkFolder();
    await writeEvidenceFile(join(folder, name), bytes, target);
  });
  const size = Buffer.byteLength(overview);
  if (size > maxDatasetBytes)
    throw tooLargeError(path, 'the overview', size, 'Build several datasets, for example one per topic or year.');
  await checkFolder();
  await syncFolder(folder);
  await writeAtomically(path, overview);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || !evidenceFileName.test(entry.name) || named.has(entry.name)) continue;
    await checkFolder();
    // What cannot be removed does no harm.
    await unlink(join(folder, entry.name)).catch(() => undefined);
  }
}

/** Creates the evidence folder if there is none, and returns the function that checks whether it is still the same one. */
async function createFolder(folder: string, mode: number | undefined): Promise<() => Promise<void>> {
  const isNew = await mkdir(folder).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    },
  );
  const identity = await identityOf(folder);
  if (isNew && mode !== undefined) await makeReadable(folder, mode);
  return async () => {
    if ((await identityOf(folder)) !== identity)
      throw new WriteError(`${folder}: was replaced while the dataset was being written. Build it again.`);
  };
}

async function identityOf(folder: string): Promise<string> {
  const stats = await lstat(folder, { bigint: true });
  if (!stats.isDirectory())
    throw new WriteError(
      `${folder}: is ${stats.isSymbolicLink() ? 'a link' : 'a file'}, where a folder is needed; the dataset was not written. Move it away, or write to another file.`,
    );
  return `${stats.dev}:${stats.ino}`;
}

/** Whoever may read the overview may open the folder. Some systems cannot do this, and need not. */
async function makeReadable(folder: string, mode: number): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => undefined);
  if (!handle) return;
  try {
    await handle.chmod((mode & 0o777) | ((mode & 0o444) >> 2));
  } finally {
    await handle.close();
  }
}

/** Writes a file unless it exists with the same content. Its name contains the hash, but the content may be damaged. */
async function writeEvidenceFile(path: string, bytes: Buffer, { checkFolder, mode }: Target): Promise<void> {
  const existing = await readPlainFile(path);
  if (existing?.equals(bytes)) return;
  await checkFolder();
  await unlink(path).catch(() => undefined);
  const file = await open(path, 'wx');
  try {
    if (mode !== undefined) await file.chmod(mode & 0o777);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function tooLargeError(path: string, what: string, bytes: number, hint: string): WriteError {
  return new WriteError(
    `${path}: ${what} has ${(bytes / 1e6).toFixed(1)} MB, and a page loads at most ${maxDatasetBytes / 1e6} MB; the dataset was not written. ${hint}`,
  );
}

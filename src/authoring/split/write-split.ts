import { mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DatasetJson } from '../../dataset/dataset.js';
import { maxDatasetBytes } from '../../dataset/limits.js';
import { withLock } from '../files/lock.js';
import { syncFolder, describeWriteError, WriteError, writeAtomically } from '../files/write-atomically.js';
import type { Progress } from '../progress.js';
import { evidenceFileName, splitDataset } from './split-dataset.js';

/** Returns the name of the evidence folder next to the overview at this path. It is part of the URLs of the files. */
export function evidenceFolder(path: string): string {
  return `${basename(path).replace(/\.json$/u, '')}-evidence/`;
}

/**
 * Writes a dataset as an overview and evidence files. At any moment the overview only names files that exist: the new evidence is written
 * next to the old, then the overview is replaced, then evidence that it does not name is removed. A lock makes concurrent builds take turns.
 */
export async function writeSplit(path: string, dataset: DatasetJson, progress: Progress): Promise<void> {
  const name = evidenceFolder(path);
  const folder = join(dirname(path), name);
  try {
    await mkdir(folder, { recursive: true });
    await withLock(folder, () => writeParts(path, name, folder, dataset, progress));
  } catch (error) {
    throw error instanceof WriteError
      ? error
      : new WriteError(`${folder}: ${describeWriteError(error)}`, { cause: error });
  }
}

async function writeParts(path: string, name: string, folder: string, dataset: DatasetJson, progress: Progress) {
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
    await writeEvidenceFile(join(folder, name), bytes);
  });
  const size = Buffer.byteLength(overview);
  if (size > maxDatasetBytes)
    throw tooLargeError(path, 'the overview', size, 'Build several datasets, for example one per topic or year.');
  await syncFolder(folder);
  await writeAtomically(path, overview);
  for (const file of await readdir(folder))
    if (evidenceFileName.test(file) && !named.has(file)) await unlink(join(folder, file));
}

/** Writes a file unless it exists with the same content. Its name contains the hash, but the content may be damaged. */
async function writeEvidenceFile(path: string, bytes: Buffer): Promise<void> {
  const existing = await readFile(path).catch(() => undefined);
  if (existing?.equals(bytes)) return;
  await unlink(path).catch(() => undefined);
  const file = await open(path, 'wx');
  try {
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

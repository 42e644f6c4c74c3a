import { mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DatasetJson } from '../../dataset/dataset.js';
import { mostBytes } from '../../elements/load-dataset.js';
import { whileAlone } from '../files/lock.js';
import { flushFolder, reasonOf, WriteError, writeAtomically } from '../files/write-atomically.js';
import type { Progress } from '../progress.js';
import { evidenceName, splitDataset } from './split-dataset.js';

/** The folder of the evidence, beside the overview at this path; its name is part of the addresses of the files. */
export function evidenceFolder(path: string): string {
  return `${basename(path).replace(/\.json$/u, '')}-evidence/`;
}

/**
 * Writes a dataset as an overview and its evidence. At any moment the overview that stands there names files that are there too: the
 * evidence is written first, beside that of the old overview; then the new overview takes the old one's place; then evidence that
 * it does not name is removed. Two builds at once write one after the other.
 */
export async function writeSplit(path: string, dataset: DatasetJson, progress: Progress): Promise<void> {
  const name = evidenceFolder(path);
  const folder = join(dirname(path), name);
  try {
    await mkdir(folder, { recursive: true });
    await whileAlone(folder, () => writeParts(path, name, folder, dataset, progress));
  } catch (error) {
    throw error instanceof WriteError ? error : new WriteError(`${folder}: ${reasonOf(error)}`, { cause: error });
  }
}

async function writeParts(path: string, name: string, folder: string, dataset: DatasetJson, progress: Progress) {
  const named = new Set<string>();
  const overview = await splitDataset(dataset, name, async ({ claim, name, bytes }) => {
    progress('Writing evidence', named.size, dataset.claims.length, 'claims');
    if (bytes.length > mostBytes)
      throw tooLarge(path, `the evidence of the claim “${claim.id}”`, bytes.length, 'Code it as several claims.');
    named.add(name);
    await writeNew(join(folder, name), bytes);
  });
  const size = Buffer.byteLength(overview);
  if (size > mostBytes)
    throw tooLarge(path, 'the overview', size, 'Make several datasets of it, a topic or a year each.');
  await flushFolder(folder);
  await writeAtomically(path, overview);
  for (const file of await readdir(folder))
    if (evidenceName.test(file) && !named.has(file)) await unlink(join(folder, file));
}

/** Writes a file that no overview names yet. Its name says what it should hold, but not that it does: what differs is written anew. */
async function writeNew(path: string, bytes: Buffer): Promise<void> {
  const there = await readFile(path).catch(() => undefined);
  if (there?.equals(bytes)) return;
  await unlink(path).catch(() => undefined);
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function tooLarge(path: string, what: string, bytes: number, mend: string): WriteError {
  return new WriteError(
    `${path}: ${what} has ${(bytes / 1e6).toFixed(1)} MB, and a page loads at most ${mostBytes / 1e6}, so the dataset was not written. ${mend}`,
  );
}

import { relative, resolve } from 'node:path';
import type { Dataset, DatasetJson } from '../dataset/dataset.js';
import { DatasetError, readDataset } from '../dataset/read-dataset.js';
import { decodeText } from './files/decode-text.js';
import { readOrdinaryFile } from './files/read-file.js';

/** What is wrong with a dataset: where in it, where that can be said, and what. */
export interface DatasetProblem {
  readonly file: string;
  readonly path: string;
  readonly message: string;
}

/** A dataset, or an overview of one, as it was read from a file. */
export interface DatasetFile {
  /** From the root. */
  readonly path: string;
  readonly dataset: Dataset;
  readonly json: DatasetJson;
}

export interface Faulty {
  readonly problems: readonly DatasetProblem[];
}

/** Reads a dataset and names every problem that it has. */
export async function readDatasetFile(name: string, cwd: string): Promise<DatasetFile | Faulty> {
  const path = resolve(cwd, name);
  const file = relative(cwd, path) || name;
  const fault = (message: string) => ({ problems: [{ file, path: '', message }] });
  const found = await readOrdinaryFile(path);
  if ('fault' in found) return fault(`The dataset ${found.fault}. ${found.mend}`);
  const text = decodeText(found.bytes);
  if ('fault' in text) return fault(`The dataset ${text.fault}. ${text.mend}`);
  try {
    const json: unknown = JSON.parse(text.text);
    return { path, dataset: readDataset(json), json: json as DatasetJson };
  } catch (error) {
    if (error instanceof SyntaxError)
      return fault('The dataset is not valid JSON. Build it anew with stancekit build.');
    return { problems: problemsIn(file, error) };
  }
}

/** Those of a `DatasetError`; any other error is thrown on. */
export function problemsIn(file: string, error: unknown): readonly DatasetProblem[] {
  if (!(error instanceof DatasetError)) throw error;
  return error.problems.map(({ path, message }) => ({ file, path, message }));
}

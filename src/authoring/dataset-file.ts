import { relative, resolve } from 'node:path';
import type { Dataset, DatasetJson } from '../dataset/dataset.js';
import { DatasetError, readDataset } from '../dataset/read-dataset.js';
import { decodeText } from './files/decode-text.js';
import { wrongKind } from './files/file-kind.js';
import { readRegularFile } from './files/read-file.js';

/** What is wrong with a dataset file. */
export interface DatasetProblem {
  readonly file: string;
  /** The path in the JSON, such as `statements[3].speaker`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
  /** How to fix it, if there is one way. */
  readonly hint?: string;
}

/** A dataset, or the overview of a split one, with the file it was read from. */
export interface DatasetFile {
  /** Absolute. */
  readonly path: string;
  readonly dataset: Dataset;
  readonly json: DatasetJson;
}

export interface InvalidDataset {
  readonly problems: readonly DatasetProblem[];
}

/** Reads and validates a dataset file, and reports all its problems at once. */
export async function readDatasetFile(name: string, cwd: string): Promise<DatasetFile | InvalidDataset> {
  const path = resolve(cwd, name);
  const file = relative(cwd, path) || name;
  const invalid = (message: string, hint: string) => ({ problems: [{ file, path: '', message, hint }] });
  const found = await readRegularFile(path);
  const decoded = 'reason' in found ? found : decodeText(found.bytes);
  if ('reason' in decoded) return invalid(`The dataset ${decoded.reason}.`, decoded.hint);
  const wrong = wrongKind(file, decoded.text, 'dataset');
  if (wrong) return invalid(wrong.message, wrong.hint);
  try {
    const json: unknown = JSON.parse(decoded.text);
    return { path, dataset: readDataset(json), json: json as DatasetJson };
  } catch (error) {
    if (error instanceof SyntaxError)
      return invalid('The dataset is not valid JSON.', 'A dataset is the JSON file that stancekit build writes.');
    return { problems: problemsOfError(file, error) };
  }
}

/** Returns the problems of a `DatasetError`; throws any other error again. */
export function problemsOfError(file: string, error: unknown): readonly DatasetProblem[] {
  if (!(error instanceof DatasetError)) throw error;
  return error.problems.map(({ path, message }) => ({ file, path, message }));
}

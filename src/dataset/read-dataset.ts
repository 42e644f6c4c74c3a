import type { Dataset } from './dataset.js';
import { datasetShape } from './dataset-shape.js';
import { isObject, readShape, describeValue, type Problem } from './read-shape.js';

/** Thrown for a value that is not a valid dataset. `problems` lists every error with its path, in terms that an editor understands. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const [first] = problems;
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    super(first ? `${first.path ? `${first.path} ` : ''}${first.message}${more}` : 'Not a dataset.');
    this.problems = Object.freeze([...problems]);
  }
}

/** Results of `readDataset`: reading one of them again returns it at once. */
const datasets = new WeakSet<object>();

/**
 * Reads a dataset from untrusted data: checks version, shape, ids, references, dates, links and quote offsets, and returns a fresh,
 * deep-frozen dataset in which references are the objects themselves. Does not change the value; returns a dataset that was already read
 * as it is. Properties unknown to version 1 are kept.
 *
 * Throws one `DatasetError` with all problems. Time and memory are linear in the size of the value.
 */
export function readDataset(value: unknown): Dataset {
  if (datasets.has(value as object)) return value as Dataset;
  const mismatch = otherFormatProblem(value);
  if (mismatch) throw new DatasetError([mismatch]);
  const problems = new Map<string, Problem>();
  // Only the first problem at each path; any others usually follow from it.
  const dataset = readShape(datasetShape, value, (path, message) => {
    if (!problems.has(path)) problems.set(path, { path, message });
  }) as Dataset;
  if (problems.size > 0) throw new DatasetError([...problems.values()]);
  datasets.add(dataset);
  return dataset;
}

/** Returns one problem, in place of a long list, for a value that is something else or a newer version; undefined otherwise. */
function otherFormatProblem(value: unknown): Problem | undefined {
  const notADataset = (why: string) => ({ path: '', message: `This is not a stance dataset: ${why}.` });
  try {
    if (!isObject(value)) return notADataset(`it is ${describeValue(value)}, not an object`);
    const { version, statements } = { version: undefined as unknown, statements: undefined as unknown, ...value };
    if (typeof version === 'number' && version > 1) {
      const message = `is ${version}: the dataset was made with a newer version of Stancekit; this one reads version 1.`;
      return { path: 'version', message };
    }
    return version === undefined && statements === undefined
      ? notADataset('it has no version and no statements')
      : undefined;
  } catch {
    return notADataset('accessing it throws an error');
  }
}

import type { Dataset } from './dataset.js';
import { datasetShape } from './dataset-shape.js';
import { isObject, readShape, describeValue, type Problem } from './read-shape.js';

/** Why a value is not a dataset: `problems` names each fault with its path, in words an editor understands. */
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

const readBefore = new WeakSet<object>();

/**
 * Reads a dataset from outside: checks version, shape, ids, references, dates, links and places, and returns a fresh,
 * deep-frozen dataset in which references are the things themselves. The value given is never changed; a dataset that was
 * read before is returned as it is. Members that version 1 does not know are kept.
 *
 * Throws one `DatasetError` with every problem found. Time and memory are linear in the size of the value.
 */
export function readDataset(value: unknown): Dataset {
  if (readBefore.has(value as object)) return value as Dataset;
  const foreign = whyForeign(value);
  if (foreign) throw new DatasetError([foreign]);
  const found = new Map<string, Problem>();
  // One problem a place: what follows from a fault that was named already is not named again.
  const dataset = readShape(datasetShape, value, (path, message) => {
    if (!found.has(path)) found.set(path, { path, message });
  }) as Dataset;
  if (found.size > 0) throw new DatasetError([...found.values()]);
  readBefore.add(dataset);
  return dataset;
}

/** One sentence instead of a long list where the value was never meant to be a dataset of this version. */
function whyForeign(value: unknown): Problem | undefined {
  const foreign = (why: string) => ({ path: '', message: `This is not a stance dataset: ${why}.` });
  try {
    if (!isObject(value)) return foreign(`it is ${describeValue(value)}, not an object`);
    const { version, statements } = { version: undefined as unknown, statements: undefined as unknown, ...value };
    if (typeof version === 'number' && version > 1) {
      const message = `is ${version}: the dataset was made with a newer version of Stancekit; this one reads version 1.`;
      return { path: 'version', message };
    }
    return version === undefined && statements === undefined
      ? foreign('it has no version and no statements')
      : undefined;
  } catch {
    return foreign('reading it fails');
  }
}

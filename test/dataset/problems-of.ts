import { DatasetError, readDataset } from '../../src/dataset/read-dataset.js';
import type { Problem } from '../../src/dataset/read-shape.js';

/** Returns what `readDataset` reports about a value; empty for a dataset. */
export function problemsOf(value: unknown): readonly Problem[] {
  try {
    readDataset(value);
  } catch (error) {
    if (error instanceof DatasetError) return error.problems;
    throw error;
  }
  return [];
}

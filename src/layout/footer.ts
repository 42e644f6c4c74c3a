import { webAddress } from '../dataset/dataset-shape.js';
import type { Correction, Dataset } from '../dataset/dataset.js';
import { hasFormat } from '../dataset/read-shape.js';
import { statementCount } from '../dataset/split-evidence.js';

/** What is below a drawing: what it is based on, the data to download, what was corrected. */
export interface PlacedFooter {
  readonly dataset: Dataset;
  readonly statements: number;
  /** A sentence, or the address of a page that explains it. */
  readonly method: { readonly text: string } | { readonly address: string } | undefined;
  readonly corrections: readonly Correction[];
}

export function placeFooter(dataset: Dataset): PlacedFooter {
  const { coded, corrections } = dataset;
  const { method } = coded ?? {};
  return {
    dataset,
    statements: statementCount(dataset),
    method: method ? (hasFormat(method, webAddress) ? { address: method } : { text: method }) : undefined,
    corrections,
  };
}

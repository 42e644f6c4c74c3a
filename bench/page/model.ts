// What an element computes before it renders, bundled so that the bench can measure each step by itself.
import type { Dataset } from '../../src/dataset/dataset.js';
import { PositionTable } from '../../src/analysis/position-table.js';
import { layoutDisagreements, orderRows } from '../../src/layout/disagreement/disagreement-layout.js';
import { layoutMatrix } from '../../src/layout/matrix/matrix-layout.js';
import { selectionOf } from '../../src/layout/matrix/matrix-selection.js';

export { readDataset } from '../../src/dataset/read-dataset.js';

/** Computes what `<stance-matrix>` or `<source-disagreement>` renders when no attribute is set. */
export function analyseAndLayOut(kind: 'matrix' | 'report', dataset: Dataset): unknown {
  if (kind === 'matrix') {
    const placed = layoutMatrix(dataset, { order: 'editor', lang: 'en' }, new PositionTable(dataset, {}));
    return [placed, selectionOf(placed)];
  }
  const placed = layoutDisagreements(dataset, {});
  // A row computes its marks when it is first looked at.
  return orderRows(placed, 'disagreement').rows.map(({ outlets }) => outlets);
}

import embed from 'vega-embed';
import { originalOrder, chartMatrix, colors, mapCells, inOrder, sideLabels } from './matrix.js';

let view;
let matrix;

export async function draw(root, input) {
  matrix = chartMatrix(input);
  const { rows, columns, side } = matrix;
  const values = mapCells(originalOrder(matrix), (row, column) => ({
    row: rows[row],
    column: columns[column],
    says: sideLabels[side(row, column)],
  }));
  const axis = { labelOverlap: true };
  const result = await embed(
    root,
    {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      width: 950,
      height: 590,
      autosize: { type: 'fit', contains: 'padding' },
      params: [
        { name: 'rows', value: rows },
        { name: 'columns', value: columns },
      ],
      data: { values },
      mark: { type: 'rect', tooltip: true },
      encoding: {
        x: {
          field: 'column',
          type: 'ordinal',
          scale: { domain: { expr: 'columns' } },
          title: null,
          axis: { ...axis, orient: 'top' },
        },
        y: { field: 'row', type: 'ordinal', scale: { domain: { expr: 'rows' } }, title: null, axis },
        color: { field: 'says', type: 'nominal', scale: { domain: sideLabels, range: colors }, legend: null },
        tooltip: [{ field: 'row' }, { field: 'column' }, { field: 'says' }],
      },
    },
    { actions: false, renderer: 'canvas' },
  );
  ({ view } = result);
}

/** The cheapest update that it offers: only the domains of the scales change. */
export function reorder(order) {
  view.signal('rows', inOrder(matrix.rows, order.rows)).signal('columns', inOrder(matrix.columns, order.columns));
  return view.runAsync();
}

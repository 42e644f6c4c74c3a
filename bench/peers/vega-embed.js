import embed from 'vega-embed';
import { asItIs, chartMatrix, colors, eachCell, named, words } from './matrix.js';

let view;
let matrix;

export async function draw(root, given) {
  matrix = chartMatrix(given);
  const { rows, columns, side } = matrix;
  const values = eachCell(asItIs(matrix), (row, column) => ({
    row: rows[row],
    column: columns[column],
    says: words[side(row, column)],
  }));
  const axis = { labelOverlap: true };
  const drawn = await embed(
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
        color: { field: 'says', type: 'nominal', scale: { domain: words, range: colors }, legend: null },
        tooltip: [{ field: 'row' }, { field: 'column' }, { field: 'says' }],
      },
    },
    { actions: false, renderer: 'canvas' },
  );
  ({ view } = drawn);
}

/** The cheapest way that it offers: only the domains of the scales change. */
export function reorder(order) {
  view.signal('rows', named(matrix.rows, order.rows)).signal('columns', named(matrix.columns, order.columns));
  return view.runAsync();
}

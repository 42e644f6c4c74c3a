import { cell, plot } from '@observablehq/plot';
import { asItIs, chartMatrix, colors, eachCell, left, named, top, words } from './matrix.js';

let place;
let matrix;
let drawn;

export function draw(root, given) {
  place = root;
  matrix = chartMatrix(given);
  reorder(asItIs(matrix));
}

/** Plot has no way to change a drawing: it is drawn anew. */
export function reorder(order) {
  const cells = eachCell(order, (row, column) => ({
    x: matrix.columns[column],
    y: matrix.rows[row],
    fill: words[matrix.side(row, column)],
  }));
  const next = plot({
    width: 960,
    height: 600,
    marginLeft: left,
    marginTop: top,
    x: { domain: named(matrix.columns, order.columns), axis: 'top', tickRotate: -90, label: null },
    y: { domain: named(matrix.rows, order.rows), label: null },
    color: { type: 'ordinal', domain: words, range: colors },
    marks: [cell(cells, { x: 'x', y: 'y', fill: 'fill', tip: true })],
  });
  if (drawn) drawn.replaceWith(next);
  else place.append(next);
  drawn = next;
}

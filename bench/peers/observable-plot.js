import { cell, plot } from '@observablehq/plot';
import { originalOrder, chartMatrix, colors, mapCells, left, inOrder, top, sideLabels } from './matrix.js';

let container;
let matrix;
let current;

export function draw(root, input) {
  container = root;
  matrix = chartMatrix(input);
  reorder(originalOrder(matrix));
}

/** Plot cannot update a chart: it is rendered again. */
export function reorder(order) {
  const cells = mapCells(order, (row, column) => ({
    x: matrix.columns[column],
    y: matrix.rows[row],
    fill: sideLabels[matrix.side(row, column)],
  }));
  const next = plot({
    width: 960,
    height: 600,
    marginLeft: left,
    marginTop: top,
    x: { domain: inOrder(matrix.columns, order.columns), axis: 'top', tickRotate: -90, label: null },
    y: { domain: inOrder(matrix.rows, order.rows), label: null },
    color: { type: 'ordinal', domain: sideLabels, range: colors },
    marks: [cell(cells, { x: 'x', y: 'y', fill: 'fill', tip: true })],
  });
  if (current) current.replaceWith(next);
  else container.append(next);
  current = next;
}

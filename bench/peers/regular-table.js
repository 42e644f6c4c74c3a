/* global document */
import 'regular-table';
import { originalOrder, chartMatrix, colors, top, sideLabels } from './matrix.js';

const style = `
  regular-table table { border-collapse: separate; border-spacing: 0; font: 12px sans-serif; position: absolute; overflow: hidden }
  regular-table table * { box-sizing: border-box }
  regular-table td { width: 24px; min-width: 24px; max-width: 24px; height: 20px; padding: 0 }
  regular-table th { white-space: nowrap; padding: 0 4px; font-weight: 400; height: 20px; overflow: hidden }
  regular-table thead th { height: ${top}px; writing-mode: vertical-rl; min-width: 24px; max-width: 24px }
  ${colors.map((color, side) => `regular-table .side-${side} { background: ${color} }`).join('')}`;

let table;
let order;

export function draw(root, input) {
  const matrix = chartMatrix(input);
  order = originalOrder(matrix);
  root.style.position = 'relative';
  table = document.createElement('regular-table');
  root.append(Object.assign(document.createElement('style'), { textContent: style }), table);
  table.setDataListener((x0, y0, x1, y1) => {
    const columns = order.columns.slice(x0, x1);
    const rows = order.rows.slice(y0, y1);
    const data = columns.map((column) => rows.map((row) => matrix.side(row, column)));
    return {
      num_rows: matrix.rows.length,
      num_columns: matrix.columns.length,
      data,
      column_headers: columns.map((column) => [matrix.columns[column]]),
      row_headers: rows.map((row) => [matrix.rows[row]]),
      metadata: data,
      row_height: 20,
    };
  });
  table.addStyleListener(() => {
    for (const cell of table.querySelectorAll('tbody td')) {
      const { value } = table.getMeta(cell) ?? {};
      cell.className = `side-${value}`;
      cell.textContent = '';
      cell.title = sideLabels[value] ?? '';
    }
  });
  return table.draw();
}

export function reorder(next) {
  order = next;
  return table.draw({ invalid_viewport: true });
}

export const scrollTo = (x, y) => table.scrollTo(x, y);

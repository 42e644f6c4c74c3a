/* global document */
import { CategoryScale, Chart, Tooltip } from 'chart.js';
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix';
import { originalOrder, chartMatrix, colors, mapCells, inOrder, sideLabels } from './matrix.js';

Chart.register(CategoryScale, Tooltip, MatrixController, MatrixElement);

let chart;
let matrix;
const data = (order) => mapCells(order, (row, column, x, y) => ({ x, y, side: matrix.side(row, column) }));

export function draw(root, input) {
  matrix = chartMatrix(input);
  const canvas = document.createElement('canvas');
  root.append(canvas);
  const { rows, columns } = matrix;
  chart = new Chart(canvas, {
    type: 'matrix',
    data: {
      datasets: [
        {
          data: data(originalOrder(matrix)),
          parsing: false,
          normalized: true,
          backgroundColor: ({ raw }) => colors[raw?.side],
          borderWidth: 0,
          width: ({ chart: { chartArea } }) => (chartArea?.width ?? 0) / columns.length,
          height: ({ chart: { chartArea } }) => (chartArea?.height ?? 0) / rows.length,
        },
      ],
    },
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      maintainAspectRatio: false,
      plugins: { tooltip: { callbacks: { title: () => '', label: ({ raw }) => sideLabels[raw.side] } } },
      scales: {
        x: { type: 'category', labels: columns, offset: true, position: 'top', grid: { display: false } },
        y: { type: 'category', labels: rows, offset: true, grid: { display: false } },
      },
    },
  });
}

export function reorder(order) {
  chart.options.scales.x.labels = inOrder(matrix.columns, order.columns);
  chart.options.scales.y.labels = inOrder(matrix.rows, order.rows);
  chart.data.datasets[0].data = data(order);
  chart.update('none');
}

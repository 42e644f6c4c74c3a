/* global document */
import { CategoryScale, Chart, Tooltip } from 'chart.js';
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix';
import { asItIs, chartMatrix, colors, eachCell, named, words } from './matrix.js';

Chart.register(CategoryScale, Tooltip, MatrixController, MatrixElement);

let chart;
let matrix;
const data = (order) => eachCell(order, (row, column, x, y) => ({ x, y, side: matrix.side(row, column) }));

export function draw(root, given) {
  matrix = chartMatrix(given);
  const canvas = document.createElement('canvas');
  root.append(canvas);
  const { rows, columns } = matrix;
  chart = new Chart(canvas, {
    type: 'matrix',
    data: {
      datasets: [
        {
          data: data(asItIs(matrix)),
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
      plugins: { tooltip: { callbacks: { title: () => '', label: ({ raw }) => words[raw.side] } } },
      scales: {
        x: { type: 'category', labels: columns, offset: true, position: 'top', grid: { display: false } },
        y: { type: 'category', labels: rows, offset: true, grid: { display: false } },
      },
    },
  });
}

export function reorder(order) {
  chart.options.scales.x.labels = named(matrix.columns, order.columns);
  chart.options.scales.y.labels = named(matrix.rows, order.rows);
  chart.data.datasets[0].data = data(order);
  chart.update('none');
}

/* global requestAnimationFrame */
import { HeatmapChart } from 'echarts/charts';
import { GridComponent, TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { asItIs, chartMatrix, colors, eachCell, left, named, top, words } from './matrix.js';

use([HeatmapChart, GridComponent, TooltipComponent, VisualMapPiecewiseComponent, CanvasRenderer]);

let chart;
let matrix;
const data = (order) => eachCell(order, (row, column, x, y) => [x, y, matrix.side(row, column)]);
const frame = () => new Promise(requestAnimationFrame);

/** ECharts 6.1 says that it has finished while its painter still draws slices of 15 ms, so its cursors are asked too. */
async function drawn(change) {
  const finished = new Promise((resolve) => {
    chart.on('finished', function done() {
      chart.off('finished', done);
      resolve();
    });
  });
  change();
  await finished;
  const isDrawn = (layer) =>
    layer?.__cursorStack?.every((key) => layer.__cursors.get(key).drawIdx >= layer.__cursors.get(key).endIdx) ?? true;
  while (!Object.values(chart.getZr().painter._i.layers).every((layers) => [...layers].every(isDrawn))) await frame();
}

export function draw(root, given) {
  matrix = chartMatrix(given);
  chart = init(root);
  return drawn(() =>
    chart.setOption({
      animation: false,
      tooltip: { formatter: ({ value }) => words[value[2]] },
      grid: { left, top, right: 5, bottom: 5 },
      xAxis: { type: 'category', data: matrix.columns, position: 'top', axisLabel: { rotate: 90 } },
      yAxis: { type: 'category', data: matrix.rows, inverse: true },
      visualMap: {
        type: 'piecewise',
        show: false,
        dimension: 2,
        pieces: colors.map((color, value) => ({ value, color })),
      },
      series: [{ type: 'heatmap', data: data(asItIs(matrix)), progressive: 0 }],
    }),
  );
}

export function reorder(order) {
  return drawn(() =>
    chart.setOption({
      xAxis: { data: named(matrix.columns, order.columns) },
      yAxis: { data: named(matrix.rows, order.rows) },
      series: [{ data: data(order) }],
    }),
  );
}

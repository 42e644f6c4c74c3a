/* global requestAnimationFrame */
import { HeatmapChart } from 'echarts/charts';
import { GridComponent, TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { originalOrder, chartMatrix, colors, mapCells, left, inOrder, top, sideLabels } from './matrix.js';

use([HeatmapChart, GridComponent, TooltipComponent, VisualMapPiecewiseComponent, CanvasRenderer]);

let chart;
let matrix;
const data = (order) => mapCells(order, (row, column, x, y) => [x, y, matrix.side(row, column)]);
const frame = () => new Promise(requestAnimationFrame);

/** Waits until everything is drawn. ECharts 6.1 fires `finished` while its painter still draws in slices of 15 ms, so this checks its cursors too. */
async function untilDrawn(change) {
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

export function draw(root, input) {
  matrix = chartMatrix(input);
  chart = init(root);
  return untilDrawn(() =>
    chart.setOption({
      animation: false,
      tooltip: { formatter: ({ value }) => sideLabels[value[2]] },
      grid: { left, top, right: 5, bottom: 5 },
      xAxis: { type: 'category', data: matrix.columns, position: 'top', axisLabel: { rotate: 90 } },
      yAxis: { type: 'category', data: matrix.rows, inverse: true },
      visualMap: {
        type: 'piecewise',
        show: false,
        dimension: 2,
        pieces: colors.map((color, value) => ({ value, color })),
      },
      series: [{ type: 'heatmap', data: data(originalOrder(matrix)), progressive: 0 }],
    }),
  );
}

export function reorder(order) {
  return untilDrawn(() =>
    chart.setOption({
      xAxis: { data: inOrder(matrix.columns, order.columns) },
      yAxis: { data: inOrder(matrix.rows, order.rows) },
      series: [{ data: data(order) }],
    }),
  );
}

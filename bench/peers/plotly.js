import Plotly from 'plotly.js-cartesian-dist-min';
import { originalOrder, chartMatrix, colors, left, inOrder, top } from './matrix.js';

let container;
let matrix;

const trace = (order) => ({
  type: 'heatmap',
  x: inOrder(matrix.columns, order.columns),
  y: inOrder(matrix.rows, order.rows),
  z: order.rows.map((row) => order.columns.map((column) => matrix.side(row, column))),
  zmin: -0.5,
  zmax: colors.length - 0.5,
  showscale: false,
  hovertemplate: '%{y} / %{x}<extra></extra>',
  colorscale: colors.flatMap((color, side) => [side, side + 1].map((end) => [end / colors.length, color])),
});

const layout = () => ({
  width: 960,
  height: 600,
  margin: { l: left, t: top, r: 5, b: 5 },
  xaxis: { side: 'top', type: 'category' },
  yaxis: { autorange: 'reversed', type: 'category' },
});

export function draw(root, input) {
  container = root;
  matrix = chartMatrix(input);
  return Plotly.newPlot(root, [trace(originalOrder(matrix))], layout(), { displayModeBar: false });
}

export const reorder = (order) => Plotly.react(container, [trace(order)], layout(), { displayModeBar: false });

import Plotly from 'plotly.js-cartesian-dist-min';
import { asItIs, chartMatrix, colors, left, named, top } from './matrix.js';

let place;
let matrix;

const trace = (order) => ({
  type: 'heatmap',
  x: named(matrix.columns, order.columns),
  y: named(matrix.rows, order.rows),
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

export function draw(root, given) {
  place = root;
  matrix = chartMatrix(given);
  return Plotly.newPlot(root, [trace(asItIs(matrix))], layout(), { displayModeBar: false });
}

export const reorder = (order) => Plotly.react(place, [trace(order)], layout(), { displayModeBar: false });

/** The label and colour of each category, by its number in `sides`. */
export const sideLabels = ['No position', 'Supports', 'Opposes', 'Both'];
export const colors = ['#f4f4f4', '#1b6ca8', '#c8501e', '#7a5ea8'];

/** Space for row and column labels, in a chart of 960 × 600 CSS pixels. */
export const [left, top] = [130, 110];

/** Returns the matrix as charts need it: labels short enough to fit, and unique, since charts use them as keys. */
export function chartMatrix({ rows, columns, sides }) {
  const short = (name, index) => `${index + 1} ${name.slice(0, 14)}`;
  return {
    rows: rows.map(short),
    columns: columns.map(short),
    side: (row, column) => sides[row * columns.length + column],
  };
}

export function originalOrder({ rows, columns }) {
  return { rows: [...rows.keys()], columns: [...columns.keys()] };
}

/** Returns labels in an order of indices. */
export const inOrder = (labels, order) => order.map((index) => labels[index]);

/** Maps every cell, row by row in an order; `map` gets the row and column of the matrix, then the x and y where they appear. */
export function mapCells(order, map) {
  return order.rows.flatMap((row, y) => order.columns.map((column, x) => map(row, column, x, y)));
}

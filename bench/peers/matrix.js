/** What a cell can say, in the order of `sides`, and its colour. */
export const words = ['No position', 'Supports', 'Opposes', 'Both'];
export const colors = ['#f4f4f4', '#1b6ca8', '#c8501e', '#7a5ea8'];

/** Room for the names beside and above the cells, in a drawing of 960 × 600 CSS pixels. */
export const [left, top] = [130, 110];

/**
 * The matrix as charts take it: names that fit beside their rows and columns, and none twice, since names are places to them.
 */
export function chartMatrix({ rows, columns, sides }) {
  const short = (name, index) => `${index + 1} ${name.slice(0, 14)}`;
  return {
    rows: rows.map(short),
    columns: columns.map(short),
    side: (row, column) => sides[row * columns.length + column],
  };
}

export function asItIs({ rows, columns }) {
  return { rows: [...rows.keys()], columns: [...columns.keys()] };
}

/** Names in an order. */
export const named = (names, order) => order.map((index) => names[index]);

/** One thing a cell, row by row in an order; `cell` is given row and column and the places where they stand. */
export function eachCell(order, cell) {
  return order.rows.flatMap((row, y) => order.columns.map((column, x) => cell(row, column, x, y)));
}

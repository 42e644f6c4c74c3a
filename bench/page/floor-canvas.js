/* global document, requestAnimationFrame */
// The floor of scrolling: the part that is looked at on a canvas, without a single element for a cell.
import { orderOf } from './stories.js';

export const colors = ['#f4f4f4', '#1b6ca8', '#c8501e', '#7a5ea8'];

const [width, height] = [960, 600];

/** Draws once a frame while it is scrolled. @param {HTMLElement} scroller @param {() => void} draw */
export function drawWhenScrolled(scroller, draw) {
  let isAsked = false;
  scroller.addEventListener('scroll', () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      draw();
    });
  });
}

export class FloorCanvas {
  /**
   * @param {HTMLElement} root
   * @param {import('./stories.js').Matrix} matrix
   * @param {{ line: number, column: number, names: number, head: number }} sizes in CSS pixels
   */
  constructor(root, matrix, sizes) {
    this.matrix = matrix;
    this.sizes = sizes;
    this.order = orderOf(matrix, 'editor');
    const { line, column, names, head } = sizes;
    this.scroller = Object.assign(document.createElement('div'), {
      style: `width:${width}px;height:${height}px;overflow:auto`,
    });
    const whole = `width:${names + matrix.columns.length * column}px;height:${head + matrix.rows.length * line}px`;
    this.scroller.innerHTML = `<div style="${whole}"><canvas width="${width}" height="${height}" style="position:sticky;left:0;top:0;display:block"></canvas></div>`;
    root.append(this.scroller);
    const canvas = /** @type {HTMLCanvasElement} */ (this.scroller.querySelector('canvas'));
    this.pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    drawWhenScrolled(this.scroller, () => this.draw());
    this.draw();
  }

  /** @param {'name' | 'editor'} order */
  reorder(order) {
    this.order = orderOf(this.matrix, order);
    this.draw();
  }

  draw() {
    const { pen, order } = this;
    const { line, column, names, head } = this.sizes;
    const { rows, columns, sides } = this.matrix;
    const { scrollLeft: left, scrollTop: top } = this.scroller;
    const [firstRow, firstColumn] = [Math.floor(top / line), Math.floor(left / column)];
    const shownRows = order.rows.slice(firstRow, Math.ceil((top + height - head) / line));
    const shownColumns = order.columns.slice(firstColumn, Math.ceil((left + width - names) / column));
    const x = (/** @type {number} */ index) => names + (firstColumn + index) * column - left;
    const y = (/** @type {number} */ index) => head + (firstRow + index) * line - top;
    pen.clearRect(0, 0, width, height);
    shownRows.forEach((row, at) =>
      shownColumns.forEach((place, across) => {
        pen.fillStyle = colors[sides[row * columns.length + place] ?? 0] ?? '';
        pen.fillRect(x(across), y(at), column - 1, line - 1);
      }),
    );
    pen.clearRect(0, 0, names, height);
    pen.clearRect(0, 0, width, head);
    pen.fillStyle = '#222';
    pen.font = '12px sans-serif';
    shownRows.forEach((row, at) => pen.fillText(rows[row] ?? '', 4, y(at) + line / 2, names - 8));
    shownColumns.forEach((place, across) => {
      pen.save();
      pen.translate(x(across) + column / 2, head - 4);
      pen.rotate(-Math.PI / 2);
      pen.fillText(columns[place] ?? '', 0, 0, head - 8);
      pen.restore();
    });
  }
}

/* global document, requestAnimationFrame */
// Lower bound for scrolling: the visible part of the matrix painted on a canvas, with no DOM element per cell.
import { orderOf } from './stories.js';

export const colors = ['#f4f4f4', '#1b6ca8', '#c8501e', '#7a5ea8'];

const [width, height] = [960, 600];

/** Calls `draw` at most once per frame while scrolling. @param {HTMLElement} scroller @param {() => void} draw */
export function drawOnScroll(scroller, draw) {
  let isScheduled = false;
  scroller.addEventListener('scroll', () => {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(() => {
      isScheduled = false;
      draw();
    });
  });
}

/**
 * All in CSS pixels.
 * @typedef {{ rowHeight: number, columnWidth: number, rowHeaderWidth: number, headerHeight: number }} CellSizes
 */

export class FloorCanvas {
  /**
   * @param {HTMLElement} root
   * @param {import('./stories.js').Matrix} matrix
   * @param {CellSizes} sizes
   */
  constructor(root, matrix, sizes) {
    this.matrix = matrix;
    this.sizes = sizes;
    this.order = orderOf(matrix, 'editor');
    const { rowHeight, columnWidth, rowHeaderWidth, headerHeight } = sizes;
    this.scroller = Object.assign(document.createElement('div'), {
      style: `width:${width}px;height:${height}px;overflow:auto`,
    });
    const fullSize = `width:${rowHeaderWidth + matrix.columns.length * columnWidth}px;height:${headerHeight + matrix.rows.length * rowHeight}px`;
    this.scroller.innerHTML = `<div style="${fullSize}"><canvas width="${width}" height="${height}" style="position:sticky;left:0;top:0;display:block"></canvas></div>`;
    root.append(this.scroller);
    const canvas = /** @type {HTMLCanvasElement} */ (this.scroller.querySelector('canvas'));
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    drawOnScroll(this.scroller, () => this.draw());
    this.draw();
  }

  /** @param {'name' | 'editor'} order */
  reorder(order) {
    this.order = orderOf(this.matrix, order);
    this.draw();
  }

  draw() {
    const { context, order } = this;
    const { rowHeight, columnWidth, rowHeaderWidth, headerHeight } = this.sizes;
    const { rows, columns, sides } = this.matrix;
    const { scrollLeft, scrollTop } = this.scroller;
    const [firstRow, firstColumn] = [Math.floor(scrollTop / rowHeight), Math.floor(scrollLeft / columnWidth)];
    const visibleRows = order.rows.slice(firstRow, Math.ceil((scrollTop + height - headerHeight) / rowHeight));
    const visibleColumns = order.columns.slice(
      firstColumn,
      Math.ceil((scrollLeft + width - rowHeaderWidth) / columnWidth),
    );
    const x = (/** @type {number} */ index) => rowHeaderWidth + (firstColumn + index) * columnWidth - scrollLeft;
    const y = (/** @type {number} */ index) => headerHeight + (firstRow + index) * rowHeight - scrollTop;
    context.clearRect(0, 0, width, height);
    visibleRows.forEach((row, rowIndex) =>
      visibleColumns.forEach((column, columnIndex) => {
        context.fillStyle = colors[sides[row * columns.length + column] ?? 0] ?? '';
        context.fillRect(x(columnIndex), y(rowIndex), columnWidth - 1, rowHeight - 1);
      }),
    );
    context.clearRect(0, 0, rowHeaderWidth, height);
    context.clearRect(0, 0, width, headerHeight);
    context.fillStyle = '#222';
    context.font = '12px sans-serif';
    visibleRows.forEach((row, index) =>
      context.fillText(rows[row] ?? '', 4, y(index) + rowHeight / 2, rowHeaderWidth - 8),
    );
    visibleColumns.forEach((column, index) => {
      context.save();
      context.translate(x(index) + columnWidth / 2, headerHeight - 4);
      context.rotate(-Math.PI / 2);
      context.fillText(columns[column] ?? '', 0, 0, headerHeight - 8);
      context.restore();
    });
  }
}

// Lower bound for scrolling with DOM cells: a pool of as many cells as are visible, whose classes change while scrolling.
import { colors, drawOnScroll } from './floor-canvas.js';
import { orderOf } from './stories.js';

const [width, height] = [960, 600];

const style = `
  .pool { width: ${width}px; height: ${height}px; overflow: auto; font: 12px sans-serif }
  .pool table { position: sticky; left: 0; top: 0; table-layout: fixed; border-spacing: 1px }
  .pool :is(td, th) { padding: 0; overflow: hidden; white-space: nowrap; font-weight: 400 }
  .pool thead th { writing-mode: vertical-rl }
  ${colors.map((color, side) => `.pool .side-${side} { background: ${color} }`).join('')}`;

export class FloorPool {
  /**
   * @param {HTMLElement} root
   * @param {import('./stories.js').Matrix} matrix
   * @param {import('./floor-canvas.js').CellSizes} sizes
   */
  constructor(root, matrix, sizes) {
    const { rowHeight, columnWidth, rowHeaderWidth, headerHeight } = sizes;
    this.matrix = matrix;
    this.sizes = sizes;
    this.order = orderOf(matrix, 'editor');
    const { rows, columns } = matrix;
    const visibleRows = Math.min(rows.length, Math.ceil((height - headerHeight) / rowHeight));
    const visibleColumns = Math.min(columns.length, Math.ceil((width - rowHeaderWidth) / columnWidth));
    const fullSize = `width:${rowHeaderWidth + columns.length * columnWidth}px;height:${headerHeight + rows.length * rowHeight}px`;
    const row = (/** @type {string} */ cell) => `<tr><th></th>${cell.repeat(visibleColumns)}</tr>`;
    const cols = `<col style="width:${rowHeaderWidth}px"><col span="${visibleColumns}" style="width:${columnWidth - 1}px">`;
    root.innerHTML = `<style>${style} .pool td { height: ${rowHeight - 1}px } .pool thead th { height: ${headerHeight}px }</style>
      <div class="pool"><div style="${fullSize}"><table style="width:${rowHeaderWidth + visibleColumns * columnWidth}px"><colgroup>${cols}</colgroup>
      <thead>${row('<th></th>')}</thead><tbody>${row('<td></td>').repeat(visibleRows)}</tbody></table></div></div>`;
    this.scroller = /** @type {HTMLElement} */ (root.querySelector('.pool'));
    const table = /** @type {HTMLTableElement} */ (root.querySelector('table'));
    const [headerRow, ...bodyRows] = [...table.rows].map((each) => [...each.cells]);
    this.columnHeaders = (headerRow ?? []).slice(1);
    this.pool = bodyRows.map(([header, ...cells]) => ({ header, cells, sides: new Uint8Array(cells.length).fill(9) }));
    drawOnScroll(this.scroller, () => this.draw());
    this.draw();
  }

  /** @param {'name' | 'editor'} order */
  reorder(order) {
    this.order = orderOf(this.matrix, order);
    this.draw();
  }

  draw() {
    const { rows, columns, sides } = this.matrix;
    const { scrollTop, scrollLeft } = this.scroller;
    const { rowHeight, columnWidth } = this.sizes;
    const { pool, columnHeaders } = this;
    const firstRow = Math.min(rows.length - pool.length, Math.floor(scrollTop / rowHeight));
    const firstColumn = Math.min(columns.length - columnHeaders.length, Math.floor(scrollLeft / columnWidth));
    const visibleColumns = this.order.columns.slice(firstColumn, firstColumn + columnHeaders.length);
    columnHeaders.forEach((header, index) => (header.textContent = columns[visibleColumns[index] ?? 0] ?? ''));
    pool.forEach(({ header, cells, sides: shown }, rowIndex) => {
      const row = this.order.rows[firstRow + rowIndex] ?? 0;
      if (header) header.textContent = rows[row] ?? '';
      cells.forEach((cell, columnIndex) => {
        const side = sides[row * columns.length + (visibleColumns[columnIndex] ?? 0)] ?? 0;
        if (shown[columnIndex] === side) return;
        shown[columnIndex] = side;
        cell.className = `side-${side}`;
      });
    });
  }
}

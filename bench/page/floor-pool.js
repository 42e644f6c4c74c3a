// The floor of scrolling with elements: as many cells as are seen, each given another class where something else comes into view.
import { colors, drawWhenScrolled } from './floor-canvas.js';
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
   * @param {{ line: number, column: number, names: number, head: number }} sizes in CSS pixels
   */
  constructor(root, matrix, { line, column, names, head }) {
    this.matrix = matrix;
    this.sizes = { line, column };
    this.order = orderOf(matrix, 'editor');
    const { rows, columns } = matrix;
    const shownRows = Math.min(rows.length, Math.ceil((height - head) / line));
    const shownColumns = Math.min(columns.length, Math.ceil((width - names) / column));
    const whole = `width:${names + columns.length * column}px;height:${head + rows.length * line}px`;
    const row = (/** @type {string} */ cell) => `<tr><th></th>${cell.repeat(shownColumns)}</tr>`;
    const cols = `<col style="width:${names}px"><col span="${shownColumns}" style="width:${column - 1}px">`;
    root.innerHTML = `<style>${style} .pool td { height: ${line - 1}px } .pool thead th { height: ${head}px }</style>
      <div class="pool"><div style="${whole}"><table style="width:${names + shownColumns * column}px"><colgroup>${cols}</colgroup>
      <thead>${row('<th></th>')}</thead><tbody>${row('<td></td>').repeat(shownRows)}</tbody></table></div></div>`;
    this.scroller = /** @type {HTMLElement} */ (root.querySelector('.pool'));
    const table = /** @type {HTMLTableElement} */ (root.querySelector('table'));
    const [headRow, ...bodyRows] = [...table.rows].map((each) => [...each.cells]);
    this.heads = (headRow ?? []).slice(1);
    this.pool = bodyRows.map(([name, ...cells]) => ({ name, cells, sides: new Uint8Array(cells.length).fill(9) }));
    drawWhenScrolled(this.scroller, () => this.draw());
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
    const firstRow = Math.min(rows.length - this.pool.length, Math.floor(scrollTop / this.sizes.line));
    const firstColumn = Math.min(columns.length - this.heads.length, Math.floor(scrollLeft / this.sizes.column));
    const places = this.order.columns.slice(firstColumn, firstColumn + this.heads.length);
    this.heads.forEach((head, across) => (head.textContent = columns[places[across] ?? 0] ?? ''));
    this.pool.forEach(({ name, cells, sides: shown }, at) => {
      const row = this.order.rows[firstRow + at] ?? 0;
      if (name) name.textContent = rows[row] ?? '';
      cells.forEach((cell, across) => {
        const side = sides[row * columns.length + (places[across] ?? 0)] ?? 0;
        if (shown[across] === side) return;
        shown[across] = side;
        cell.className = `side-${side}`;
      });
    });
  }
}

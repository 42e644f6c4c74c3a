/* global document */
import { orderOf, sideNames } from './stories.js';

// The baseline: the same rows, columns and marks as one table set with one innerHTML, with a tooltip and nothing else.

/** @type {Readonly<Record<string, string>>} */
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');
}

const style = `
  #root { --_support: #1b6ca8; --_oppose: #c8501e; --_neutral: #676c73; --_surface: #fff }
  .scroller { position: relative; overflow: auto; max-height: 75vh }
  table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: 13px }
  th { background: #fff; font-weight: 600; text-align: left }
  thead th { position: sticky; top: 0; z-index: 1; min-width: 5.4em; vertical-align: bottom; text-align: center }
  tbody th { position: sticky; left: 0; min-width: 12.5em; max-width: 16em }
  thead th:first-child { left: 0; z-index: 2 }
  td { height: 42px; min-width: 44px; padding: 0; text-align: center }
  tr:hover > * { background: #f6f7f9 }
  .mark { width: 18px; height: 18px; margin: auto }
  .sign { fill: none; stroke: var(--_surface); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
  .tooltip { position: fixed; top: 0; left: 0; pointer-events: none; background: #fff; border: 1px solid #ddd }`;

const symbols = `<svg aria-hidden="true" width="0" height="0">
  <symbol id="support" viewBox="0 0 18 18">
    <circle cx="9" cy="9" r="8.5" fill="var(--_support)" />
    <path d="M5 9.4l2.8 2.8L13 6.6" class="sign" />
  </symbol>
  <symbol id="oppose" viewBox="0 0 18 18">
    <rect x="1" y="1" width="16" height="16" rx="3" fill="var(--_oppose)" />
    <path d="M5.8 5.8l6.4 6.4M12.2 5.8l-6.4 6.4" class="sign" />
  </symbol>
  <symbol id="both" viewBox="0 0 18 18">
    <path d="M8.2 .6a8.5 8.5 0 0 0 0 16.8z" fill="var(--_support)" />
    <path d="M9.8 1h5.2a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H9.8z" fill="var(--_oppose)" />
  </symbol>
  <symbol id="neutral" viewBox="0 0 18 18">
    <circle cx="9" cy="9" r="7.5" fill="none" stroke="var(--_neutral)" stroke-width="1.6" />
    <path d="M5.8 9h6.4" stroke="var(--_neutral)" stroke-width="1.8" stroke-linecap="round" />
  </symbol>
</svg>`;

export class FloorTable {
  /**
   * @param {HTMLElement} root
   * @param {import('./stories.js').Matrix} matrix
   */
  constructor(root, matrix) {
    this.matrix = matrix;
    this.order = orderOf(matrix, 'editor');
    root.innerHTML = `<style>${style}</style>${symbols}<div class="scroller"><table>${this.table()}</table></div>`;
    const tooltip = document.createElement('div');
    tooltip.className = 'tooltip';
    root.append(tooltip);
    this.element = /** @type {HTMLTableElement} */ (root.querySelector('table'));
    this.element.addEventListener('pointerover', (event) => {
      const cell = /** @type {Element} */ (event.target).closest('td');
      tooltip.hidden = !cell;
      if (!cell) return;
      const row = this.order.rows[/** @type {HTMLTableRowElement} */ (cell.parentElement).rowIndex - 1] ?? 0;
      tooltip.textContent = `${matrix.rows[row] ?? ''}: ${matrix.columns[this.order.columns[cell.cellIndex - 1] ?? 0] ?? ''}`;
      tooltip.style.setProperty('translate', `${event.clientX + 12}px ${event.clientY + 12}px`);
    });
  }

  /** @param {'name' | 'editor'} order */
  reorder(order) {
    this.order = orderOf(this.matrix, order);
    this.element.innerHTML = this.table();
  }

  table() {
    const { rows, columns, sides } = this.matrix;
    const headers = this.order.columns.map((column) => `<th scope="col">${escape(columns[column] ?? '')}</th>`);
    const body = this.order.rows.map((row) => {
      const cells = this.order.columns.map((column) => {
        const side = sideNames[sides[row * columns.length + column] ?? 0];
        if (side === 'none') return '<td>·</td>';
        return `<td><svg class="mark" aria-hidden="true"><use href="#${side}"></use></svg></td>`;
      });
      return `<tr><th scope="row">${escape(rows[row] ?? '')}</th>${cells.join('')}</tr>`;
    });
    return `<thead><tr><th></th>${headers.join('')}</tr></thead><tbody>${body.join('')}</tbody>`;
  }
}

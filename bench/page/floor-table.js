/* global document */
// The floor: the same rows, columns and marks as one table written by one innerHTML, with a tooltip and nothing else.

/** @type {Readonly<Record<string, string>>} */
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '');
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
  .mark { width: 18px; height: 18px }
  .sign { fill: none; stroke: var(--_surface); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
  .tip { position: fixed; top: 0; left: 0; pointer-events: none; background: #fff; border: 1px solid #ddd }`;

export class FloorTable {
  /**
   * @param {HTMLElement} root
   * @param {import('./stories.js').Story} story
   * @param {string} definitions the widget's own symbols, so that the marks are the same
   */
  constructor(root, story, definitions) {
    this.story = story;
    this.order = this.editorsOrder();
    root.innerHTML = `<style>${style}</style>${definitions}<div class="scroller"><table>${this.table()}</table></div>`;
    const tip = document.createElement('div');
    tip.className = 'tip';
    root.append(tip);
    this.body = /** @type {HTMLTableElement} */ (root.querySelector('table'));
    this.body.addEventListener('pointerover', (event) => {
      const cell = /** @type {Element} */ (event.target).closest('td');
      tip.hidden = !cell;
      if (!cell) return;
      const row = this.order.rows[/** @type {HTMLTableRowElement} */ (cell.parentElement).rowIndex - 1] ?? 0;
      tip.textContent = `${story.rows[row] ?? ''}: ${story.columns[this.order.columns[cell.cellIndex - 1] ?? 0] ?? ''}`;
      tip.style.setProperty('translate', `${event.clientX + 12}px ${event.clientY + 12}px`);
    });
  }

  editorsOrder() {
    return { rows: [...this.story.rows.keys()], columns: [...this.story.columns.keys()] };
  }

  /** @param {'name' | 'editor'} order */
  reorder(order) {
    const { rows, columns } = this.story;
    this.order = this.editorsOrder();
    if (order === 'name') {
      const { compare } = new Intl.Collator('en');
      this.order.rows.sort((a, b) => compare(rows[a] ?? '', rows[b] ?? ''));
      this.order.columns.sort((a, b) => compare(columns[a] ?? '', columns[b] ?? ''));
    }
    this.body.innerHTML = this.table();
  }

  table() {
    const { rows, columns, sides } = this.story;
    const heads = this.order.columns.map((column) => `<th scope="col">${escape(columns[column] ?? '')}</th>`);
    const body = this.order.rows.map((row) => {
      const cells = this.order.columns.map((column) => {
        const side = sides[row]?.[column];
        return side ? `<td><svg class="mark" aria-hidden="true"><use href="#${side}"></use></svg></td>` : '<td>·</td>';
      });
      return `<tr><th scope="row">${escape(rows[row] ?? '')}</th>${cells.join('')}</tr>`;
    });
    return `<thead><tr><th></th>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody>`;
  }
}

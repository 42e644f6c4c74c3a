/** Makes one button of a table its only tab stop, the given one or the first; the others are reached from there by arrow keys. */
export function setTabStop(table: Element, at: Element | null): void {
  const buttons = [...table.querySelectorAll<HTMLElement>('button')];
  const stop = buttons.find((button) => button === at) ?? buttons[0];
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
}

/**
 * Arrow keys between the buttons of a table, as an extra: screen readers own these keys
 * and walk the table by their own, and the panel has its steps. Left and right follow the
 * reading direction; up and down stay in the column and pass over cells without a button; Home and End go along the row.
 */
export function moveFocus(event: KeyboardEvent): void {
  const from = (event.target as Element).closest('td, th');
  const row = from?.parentElement;
  if (!(from instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement)) return;
  const target = targetOf(event.key, from, row);
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function targetOf(key: string, from: HTMLTableCellElement, row: HTMLTableRowElement): HTMLElement | undefined {
  const forwards = getComputedStyle(row).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const inRow = buttonsIn([...row.cells]);
  const inColumn = () =>
    buttonsIn([...(row.closest('table')?.rows ?? [])].flatMap(({ cells }) => cells[from.cellIndex] ?? []));
  const here = (buttons: readonly HTMLElement[]) => buttons.findIndex((button) => from.contains(button));
  switch (key) {
    case 'Home':
      return inRow[0];
    case 'End':
      return inRow.at(-1);
    case 'ArrowUp': {
      const column = inColumn();
      return column[here(column) - 1];
    }
    case 'ArrowDown': {
      const column = inColumn();
      return column[here(column) + 1];
    }
    case 'ArrowLeft':
    case 'ArrowRight':
      return inRow[here(inRow) + (key === forwards ? 1 : -1)];
    default:
      return undefined;
  }
}

function buttonsIn(cells: readonly HTMLTableCellElement[]): readonly HTMLElement[] {
  return cells.flatMap((cell) => cell.querySelector<HTMLElement>('button') ?? []);
}

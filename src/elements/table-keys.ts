/**
 * Makes one button of a table its only tab stop, the given one or the first; the others are drawn without one and are reached
 * from there by arrow keys.
 */
export function setTabStop(table: Element, at: Element | null): void {
  const stop = at?.closest<HTMLElement>('button') ?? table.querySelector('button');
  const before = table.querySelector<HTMLElement>('[tabindex="0"]');
  if (before === stop) return;
  if (before) before.tabIndex = -1;
  if (stop) stop.tabIndex = 0;
}

/**
 * Arrow keys between the buttons of a table, as an extra: screen readers own these keys
 * and walk the table by their own, and the panel has its steps. Left and right follow the
 * reading direction; up, down and the page keys stay in the column and pass over cells without
 * a button; Home and End go along the row, with Ctrl to the ends of the table.
 */
export function moveFocus(event: KeyboardEvent): void {
  const from = (event.target as Element).closest('td, th');
  const row = from?.parentElement;
  if (!(from instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement)) return;
  const target = targetOf(event, from, row);
  if (!target) return;
  event.preventDefault();
  target.focus();
}

/** So many rows Page Up and Page Down go. */
const page = 8;

function targetOf(
  { key, ctrlKey }: KeyboardEvent,
  from: HTMLTableCellElement,
  row: HTMLTableRowElement,
): HTMLElement | undefined {
  const forwards = getComputedStyle(row).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const inRow = buttonsIn([...row.cells]);
  const inTable = () => [...(row.closest('table')?.querySelectorAll<HTMLElement>('button') ?? [])];
  const inColumn = () =>
    buttonsIn([...(row.closest('table')?.rows ?? [])].flatMap(({ cells }) => cells[from.cellIndex] ?? []));
  const here = (buttons: readonly HTMLElement[]) => buttons.findIndex((button) => from.contains(button));
  const along = (buttons: readonly HTMLElement[], by: number) => {
    const to = here(buttons) + by;
    return buttons[Math.abs(by) > 1 ? Math.min(Math.max(to, 0), buttons.length - 1) : to];
  };
  switch (key) {
    case 'Home':
      return ctrlKey ? inTable()[0] : inRow[0];
    case 'End':
      return (ctrlKey ? inTable() : inRow).at(-1);
    case 'ArrowUp':
      return along(inColumn(), -1);
    case 'ArrowDown':
      return along(inColumn(), 1);
    case 'PageUp':
      return along(inColumn(), -page);
    case 'PageDown':
      return along(inColumn(), page);
    case 'ArrowLeft':
    case 'ArrowRight':
      return along(inRow, key === forwards ? 1 : -1);
    default:
      return undefined;
  }
}

function buttonsIn(cells: readonly HTMLTableCellElement[]): readonly HTMLElement[] {
  return cells.flatMap((cell) => cell.querySelector<HTMLElement>('button') ?? []);
}

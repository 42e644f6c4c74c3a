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

/** How far a key goes in the column. */
const down: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -page, PageDown: page };
/** How far a key goes in the row, where one reads from left to right. */
const across: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

function targetOf(
  { key, ctrlKey }: KeyboardEvent,
  from: HTMLTableCellElement,
  row: HTMLTableRowElement,
): HTMLElement | undefined {
  const rows = [...row.closest('table')!.rows];
  const inColumn = down[key];
  if (inColumn)
    return along(
      rows.map(({ cells }) => cells[from.cellIndex]),
      from,
      inColumn,
    );
  const inRow = across[key];
  if (!inRow) return undefined;
  if (Number.isFinite(inRow))
    return along([...row.cells], from, getComputedStyle(row).direction === 'rtl' ? -inRow : inRow);
  return along(
    (ctrlKey ? rows : [row]).flatMap(({ cells }) => [...cells]),
    from,
    inRow,
  );
}

/** The button so many buttons on; a long way stops at the first or the last. */
function along(
  cells: readonly (HTMLTableCellElement | undefined)[],
  from: HTMLTableCellElement,
  by: number,
): HTMLElement | undefined {
  const buttons = cells.flatMap((cell) => cell?.querySelector('button') ?? []);
  const to = buttons.findIndex((button) => from.contains(button)) + by;
  return buttons[Math.abs(by) > 1 ? Math.min(Math.max(to, 0), buttons.length - 1) : to];
}

import type { ReactiveControllerHost } from 'lit';
import type { Preview } from '../../views/matrix/table.js';

/**
 * What a reader points at in a table, with the pointer or the focus: its column is raised, and a mark shows its first quote. The row is
 * raised by the style sheet.
 */
export class Pointing {
  raisedColumn: number | undefined;
  preview: Preview | undefined;

  private cell: Element | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Returns the first quote behind the mark with that key. */
    private readonly quoteOf: (key: string) => string | undefined,
    /** Returns how many columns precede the first one that is rendered. */
    private readonly skippedColumns: () => number,
  ) {}

  /** To be called when the pointer or the focus moves to `target`, or leaves the drawing: then with nothing. */
  moveTo(target: Element | undefined): void {
    const cell = target?.closest<HTMLTableCellElement>('td, th') ?? null;
    if (cell === this.cell) return;
    this.cell = cell;
    const isColumn = cell && cell.cellIndex > 0 && !cell.hasAttribute('aria-hidden');
    this.raisedColumn = isColumn ? cell.cellIndex - 1 + this.skippedColumns() : undefined;
    const mark = cell?.querySelector<HTMLElement>('.cell:not([aria-current])');
    const text = mark && this.quoteOf(mark.dataset.select!);
    this.preview = text ? { text, position: positionBelow(mark) } : undefined;
    this.host.requestUpdate();
  }
}

/** Returns where the preview of a mark is in its scrolled table, as CSS declarations: below it, towards the middle. */
function positionBelow(mark: HTMLElement): string {
  const scroller = mark.closest('.scroller')!;
  const [box, around] = [mark.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const { scrollLeft, scrollTop, clientWidth } = scroller;
  const isInRightHalf = box.left + box.right > around.left + around.right;
  const x = (isInRightHalf ? box.right : box.left) - around.left + scrollLeft;
  const side = isInRightHalf ? `left:auto;right:${clientWidth - x}px` : `right:auto;left:${x}px`;
  return `${side};top:${box.bottom - around.top + scrollTop + 2}px`;
}

import { cellForArrow, cellOfKey, type Cell } from '../../layout/matrix-steps.js';
import type { MatrixLayout } from '../../layout/matrix-layout.js';
import { selectionKey, voicesOf } from '../../layout/matrix-selection.js';
import { isLarge, lineOfVoice } from '../../layout/table-window.js';
import { watchSize } from './container-width.js';
import { MatrixOverview } from '../../views/matrix/overview.js';
import { renderMatrixTable, type MatrixContext } from '../../views/matrix/table.js';
import { MatrixWindow, type DrawnWindow } from './matrix-viewport.js';
import type { Surface } from '../surface.js';

/**
 * The reader's way through the table: one tab stop, arrow keys between the buttons, and of a large table the part that is drawn, which
 * follows scrolling and keys. The keys are an extra: screen readers own them and walk the table by their own, and the panel has its steps.
 */
export class TableNavigation {
  private readonly window = new MatrixWindow(() => this.scroller);

  private readonly overview = new MatrixOverview((x, y) => this.window.centre(this.context!.placed, x, y));

  /** What the table was last drawn from; undefined where there is none. */
  private context: MatrixContext | undefined;

  /** The button that was focused last, drawn or not. */
  private focused: Cell | undefined;

  constructor(
    private readonly root: () => ShadowRoot,
    private readonly surface: Surface,
  ) {}

  listen(root: ShadowRoot): void {
    root.addEventListener('focusin', this.onFocus);
    root.addEventListener('scroll', this.measure, { capture: true, passive: true });
  }

  /** What is to be drawn of a table; undefined where it is drawn whole. */
  windowOf(placed: MatrixLayout): DrawnWindow | undefined {
    return isLarge(placed) ? this.window.of(placed) : undefined;
  }

  /** To be called after each drawing, with what the table was drawn from; with nothing where there is none. */
  drawn(context: MatrixContext | undefined): void {
    this.context = context;
    if (context?.window) watchSize(this.scroller!, this);
    this.measure();
    this.placeTabStop();
  }

  /** To be called when the table was scrolled or has got another size. */
  readonly measure = (): void => {
    const { window, context, scroller } = this;
    if (!scroller || !context?.window) return;
    if (window.measure(context.placed, context.window)) this.draw();
    this.overview.draw(
      scroller.previousElementSibling as HTMLElement,
      context.placed,
      window.partInView(context.placed),
    );
  };

  /** Follows a key; says whether it leads anywhere. */
  follow({ key, ctrlKey: ctrl, target }: KeyboardEvent): boolean {
    const { context, focused } = this;
    if (!context || !focused || !this.scroller?.contains(target as Node)) return false;
    const cell = cellForArrow(context.placed, focused, key, { ctrl, isMirrored: context.isMirrored });
    if (cell) this.focus(cell);
    return cell !== undefined;
  }

  /** Focuses the button of that key, scrolling there first where it is not drawn. Says whether there is one. */
  focusKey(key: string): boolean {
    const cell = this.context && cellOfKey(this.context.placed, key);
    if (cell) this.focus(cell);
    return cell !== undefined;
  }

  /** Of a large table: brings what that key opens into view. */
  show(key: string): void {
    const cell = this.context?.window && cellOfKey(this.context.placed, key);
    if (cell) this.bringIntoView(cell);
  }

  private focus(cell: Cell): void {
    const { placed } = this.context!;
    this.bringIntoView(cell);
    const key = selectionKey(voicesOf(placed)[cell.row], placed.columns[cell.column]);
    this.scroller?.querySelector<HTMLElement>(`[data-select="${key}"]`)?.focus();
  }

  private bringIntoView({ row, column }: Cell): void {
    const { placed, window } = this.context!;
    if (!window) return;
    const voice = voicesOf(placed)[row];
    this.window.show(voice ? lineOfVoice(placed, voice) : -1, column);
    this.measure();
  }

  private readonly onFocus = ({ target }: Event): void => {
    const button = target as HTMLElement;
    const table = button.closest('table');
    if (!table || !this.context) return;
    setTabStop(table, button);
    this.focused = cellOfKey(this.context.placed, button.dataset.select ?? '');
  };

  /** Draws the part of a large table that is looked at now. */
  private draw(): void {
    const { scroller, context } = this;
    if (!scroller || !context) return;
    const { activeElement } = this.root();
    this.context = { ...context, window: this.window.of(context.placed) };
    this.surface.drawPart(scroller, renderMatrixTable(this.context));
    // The keys go on from where the focus was, though its button is drawn no more.
    if (activeElement && !activeElement.isConnected) scroller.focus({ preventScroll: true });
    this.placeTabStop();
  }

  private placeTabStop(): void {
    const table = this.scroller?.querySelector('table');
    if (!table) return;
    const { activeElement } = this.root();
    setTabStop(table, table.contains(activeElement) ? activeElement : table.querySelector('[aria-expanded="true"]'));
  }

  private get scroller(): HTMLElement | null {
    return this.root().querySelector('.scroller');
  }
}

/** Makes one button of a table its only tab stop, the given one or the first; the others are drawn without one. */
function setTabStop(table: Element, at: Element | null): void {
  const stop = at?.closest<HTMLElement>('button') ?? table.querySelector('button');
  const before = table.querySelector<HTMLElement>('[tabindex="0"]');
  if (before === stop) return;
  if (before) before.tabIndex = -1;
  if (stop) stop.tabIndex = 0;
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MatrixModel } from '../../layout/matrix/matrix-model.js';
import { cellForArrow, cellOfKey, type Cell } from '../../layout/matrix/matrix-keys.js';
import { selectionKey } from '../../layout/matrix/matrix-selection.js';
import { lineOfVoice } from '../../layout/matrix/table-viewport.js';
import type { TableViewport } from './table-viewport.js';

/**
 * The reader’s way through the table with keys: one tab stop, arrow keys between the buttons. The keys are an extra: screen readers own
 * them and have their own, and the panel has buttons for its neighbours.
 */
export class RovingFocus implements ReactiveController {
  /** The button that was focused last, rendered or not. */
  private focused: Cell | undefined;

  /** What is rendered; undefined where it is no table. */
  private model: MatrixModel | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly viewport: TableViewport,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.focused = undefined;
  }

  /** Returns the one button of the table in the tab order: the focused one, else the one that is open, else the first. */
  tabStopOf(model: MatrixModel): Cell | undefined {
    this.model = model.list ? undefined : model;
    if (!this.model) return undefined;
    const { placed, selection, window } = model;
    const { activeElement } = this.host.shadowRoot ?? {};
    if (this.focused && activeElement?.closest('table')) return this.focused;
    const open = selection && cellOfKey(placed, selection.key);
    const [from, to] = window?.columns ?? [0, placed.columns.length];
    const isRendered = open && (open.column < 0 || (open.column >= from && open.column < to)) && this.hasLine(open);
    return isRendered ? open : { row: -1, column: from };
  }

  /** To be called when something in the drawing is focused. */
  onFocus(target: Element): void {
    const { model } = this;
    const button = target.closest<HTMLElement>('table [data-select]');
    if (!button || !model) return;
    const before = this.focused;
    this.focused = cellOfKey(model.placed, button.dataset.select!);
    if (before?.row !== this.focused?.row || before?.column !== this.focused?.column) this.host.requestUpdate();
  }

  /** Follows a key; returns whether it leads anywhere. */
  follow({ key, ctrlKey: ctrl, altKey, metaKey, shiftKey, target }: KeyboardEvent): boolean {
    const { model, focused } = this;
    // With modifiers they are the browser’s: Alt and an arrow go back.
    if (altKey || metaKey || shiftKey || (ctrl && !/Home|End/.test(key))) return false;
    if (!model || !focused || !(target as Element).closest('.scroller')) return false;
    const cell = cellForArrow(model.placed, focused, key, { ctrl, isMirrored: model.isMirrored });
    if (cell) void this.focus(cell);
    return cell !== undefined;
  }

  /** Focuses the button with that key, and scrolls to it first where it is not rendered. Returns whether there is one. */
  focusKey(key: string): boolean {
    const cell = this.model && cellOfKey(this.model.placed, key);
    if (cell) void this.focus(cell);
    return cell !== undefined;
  }

  /** Brings what that key opens into view in a large table. */
  show(key: string): void {
    const cell = this.model?.window && cellOfKey(this.model.placed, key);
    if (cell) this.bringIntoView(cell);
  }

  private async focus(cell: Cell): Promise<void> {
    this.focused = cell;
    this.bringIntoView(cell);
    if (!this.buttonAt(cell)) await this.host.updateComplete;
    // WebKit shows no focus that a script sets after a click, unless told to.
    this.buttonAt(cell)?.focus({ focusVisible: true });
  }

  private buttonAt({ row, column }: Cell): HTMLElement | null | undefined {
    const { voices, columns } = this.model!.placed;
    const key = selectionKey(voices[row], columns[column]);
    return this.host.shadowRoot?.querySelector<HTMLElement>(`.scroller [data-select="${key}"]`);
  }

  private bringIntoView({ row, column }: Cell): void {
    const { placed, window } = this.model!;
    if (!window) return;
    const voice = placed.voices[row];
    this.viewport.show(voice ? lineOfVoice(placed, voice) : -1, column);
  }

  private hasLine({ row }: Cell): boolean {
    const { placed, window } = this.model!;
    const voice = placed.voices[row];
    if (!window || !voice) return true;
    const line = lineOfVoice(placed, voice);
    return line >= window.lines[0] && line < window.lines[1];
  }
}

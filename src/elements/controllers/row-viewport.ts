import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import {
  initialRowHeight,
  initialRows,
  rowsBetween,
  rowWindow,
  type RowWindow,
} from '../../layout/disagreement/row-viewport.js';
import type { Range } from '../../layout/matrix/table-viewport.js';

/** Rows are rendered this far beyond the window, in CSS pixels. */
const margin = 600;

/**
 * Which rows of a long list are rendered: those in the window and near it. The page scrolls, not the list. Rows are as high as their
 * text; the heights of those that were rendered are known, the others are estimated.
 */
export class RowViewport implements ReactiveController {
  /** By row; undefined for those that were never rendered. */
  private heights: readonly (number | undefined)[] = [];
  private typicalHeight = initialRowHeight;
  private range: Range = initialRows;
  /** The row that is to come into view. */
  private target: number | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Returns the list whose children are the rendered rows; undefined where all rows are rendered. */
    private readonly list: () => Element | null | undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('scroll', this.look, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    removeEventListener('scroll', this.look, { capture: true });
  }

  /** Begins again: with other rows, or the same in another order or width. */
  reset(count: number): void {
    this.heights = Array.from({ length: count }, () => undefined);
    this.range = initialRows;
  }

  /** Renders a row, brings its button into view and focuses it. */
  show(row: number): void {
    this.range = [row, row + 1];
    this.target = row;
    this.host.requestUpdate();
  }

  get window(): RowWindow {
    return rowWindow(this.estimatedHeights, this.range);
  }

  hostUpdated(): void {
    const list = this.list();
    if (!list) return;
    const [first] = this.range;
    const rows = [...list.children];
    const isFirst = this.heights.every((height) => height === undefined);
    this.heights = this.heights.map((height, row) => rows[row - first]?.getBoundingClientRect().height ?? height);
    // Later the estimate stays, so that the space above the reader does not change its height.
    if (isFirst && rows.length > 0) {
      this.typicalHeight = list.getBoundingClientRect().height / rows.length;
      this.host.requestUpdate();
    }
    this.showTarget(rows[(this.target ?? NaN) - first]);
    const before = this.range;
    this.look();
    // It stays in view until all rows around it are rendered with their true heights.
    if (before === this.range) this.target = undefined;
  }

  private showTarget(row: Element | undefined): void {
    const button = row?.querySelector('button');
    button?.scrollIntoView({ block: 'center', behavior: 'instant' });
    button?.focus({ preventScroll: true });
  }

  private readonly look = (): void => {
    const list = this.list();
    if (!list) return;
    const top = this.window.above - list.getBoundingClientRect().top;
    const [from, to] = rowsBetween(this.estimatedHeights, top - margin, top + innerHeight + margin);
    if (from === this.range[0] && to === this.range[1]) return;
    this.range = [from, to];
    this.host.requestUpdate();
  };

  private get estimatedHeights(): readonly number[] {
    return this.heights.map((height) => height ?? this.typicalHeight);
  }
}

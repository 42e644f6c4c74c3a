import { linesOf, rangeInView, type Range } from '../layout/table-window.js';
import type { MatrixLayout } from '../layout/matrix-layout.js';

/** What is drawn of a large table: lines and columns, and how long is in CSS pixels what stands for the rest. */
export interface DrawnWindow {
  readonly lines: Range;
  readonly columns: Range;
  readonly above: number;
  readonly below: number;
  readonly before: number;
  readonly after: number;
  /** Of the whole table. */
  readonly width: number;
}

/** Lengths in CSS pixels. */
interface Sizes {
  readonly line: number;
  readonly column: number;
  readonly names: number;
  readonly head: number;
}

const [linesAtOnce, columnsAtOnce] = [8, 4];

/** Where a large table is looked at. All its lines are as high as each other, all its columns as wide. */
export class MatrixWindow {
  /** As the style sheet has them with common type, until they are measured. */
  private sizes: Sizes = { line: 45, column: 84, names: 190, head: 120 };

  private view = { top: 0, left: 0, width: 1000, height: 700 };

  private readonly scroller: () => HTMLElement | null;

  constructor(scroller: () => HTMLElement | null) {
    this.scroller = scroller;
  }

  of({ sections, columns }: MatrixLayout): DrawnWindow {
    const { line, column, names } = this.sizes;
    const { top, left, width, height } = this.view;
    const count = sections.reduce((sum, section) => sum + linesOf(section), 0);
    // The head and the names stand over what is scrolled, so a little more than is seen is drawn at the end.
    const lines = rangeInView(count, { size: line, offset: top, extent: height, block: linesAtOnce });
    const range = rangeInView(columns.length, { size: column, offset: left, extent: width, block: columnsAtOnce });
    return {
      lines,
      columns: range,
      above: lines[0] * line,
      below: (count - lines[1]) * line,
      before: range[0] * column,
      after: (columns.length - range[1]) * column,
      width: names + columns.length * column,
    };
  }

  /** Takes the place and the sizes from what is drawn. Says whether something else is to be drawn now. */
  measure(placed: MatrixLayout): boolean {
    const scroller = this.scroller();
    if (!scroller) return false;
    const before = this.of(placed);
    const size = (selector: string, side: 'width' | 'height') =>
      scroller.querySelector(selector)?.getBoundingClientRect()[side];
    this.sizes = {
      line: size('[aria-rowindex] > th[scope="row"]', 'height') || this.sizes.line,
      column: size('th[scope="col"] + td + th', 'width') || this.sizes.column,
      names: size('.corner', 'width') || this.sizes.names,
      head: size('thead', 'height') || this.sizes.head,
    };
    this.look();
    return !isSame(before, this.of(placed));
  }

  /** The same after scrolling, when only the place is another. */
  hasMoved(placed: MatrixLayout): boolean {
    const before = this.of(placed);
    this.look();
    return !isSame(before, this.of(placed));
  }

  /** Scrolls so far that this line and column are in view, and no farther; −1 stays. */
  show(line: number, column: number): void {
    const scroller = this.scroller();
    if (!scroller) return;
    const { sizes, view } = this;
    const nearest = (now: number, from: number, length: number, extent: number) =>
      Math.max(0, Math.min(Math.max(now, from + length - extent), from));
    const [height, width] = [view.height - sizes.head, view.width - sizes.names];
    if (line >= 0) scroller.scrollTop = nearest(view.top, line * sizes.line, sizes.line, height);
    if (column < 0) return;
    const left = nearest(view.left, column * sizes.column, sizes.column, width);
    scroller.scrollLeft = getComputedStyle(scroller).direction === 'rtl' ? -left : left;
  }

  private look(): void {
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = this.scroller()!;
    this.view = { top: scrollTop, left: Math.abs(scrollLeft), width: clientWidth, height: clientHeight };
  }
}

function isSame(a: DrawnWindow, b: DrawnWindow): boolean {
  return (Object.keys(a) as (keyof DrawnWindow)[]).every((name) => String(a[name]) === String(b[name]));
}

import { lineCount, rangeInView, type Range } from '../layout/table-window.js';
import type { ViewOfWhole } from './matrix-overview.js';
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

  of(placed: MatrixLayout): DrawnWindow {
    const { columns } = placed;
    const { line, column, names, head } = this.sizes;
    const { top, left, width, height } = this.view;
    const count = lineCount(placed);
    const lines = rangeInView(count, { size: line, offset: top, extent: height - head, block: linesAtOnce });
    const range = rangeInView(columns.length, {
      size: column,
      offset: left,
      extent: width - names,
      block: columnsAtOnce,
    });
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
    const { sizes, view } = this;
    const nearest = (now: number, from: number, length: number, extent: number) =>
      Math.max(0, Math.min(Math.max(now, from + length - extent), from));
    const [height, width] = [view.height - sizes.head, view.width - sizes.names];
    this.scrollTo(
      column < 0 ? view.left : nearest(view.left, column * sizes.column, sizes.column, width),
      line < 0 ? view.top : nearest(view.top, line * sizes.line, sizes.line, height),
    );
  }

  /** What is in view, as a part of the whole. */
  viewOfWhole(placed: MatrixLayout): ViewOfWhole {
    const { all, view, seen } = this.spans(placed);
    const way = (now: number, all: number, seen: number) => (all > seen ? Math.min(now / (all - seen), 1) : 0);
    return {
      x: way(view.left, all.width, seen.width),
      y: way(view.top, all.height, seen.height),
      width: Math.min(seen.width / all.width, 1),
      height: Math.min(seen.height / all.height, 1),
    };
  }

  /** Scrolls so that this place of the whole, 0…1, is in the middle of the view. */
  centre(placed: MatrixLayout, x: number, y: number): void {
    const { all, seen } = this.spans(placed);
    this.scrollTo(x * all.width - seen.width / 2, y * all.height - seen.height / 2);
  }

  /** The lengths of all cells, and of what the head and the names leave to be seen of them. */
  private spans(placed: MatrixLayout) {
    const { sizes, view } = this;
    return {
      view,
      all: { width: placed.columns.length * sizes.column, height: lineCount(placed) * sizes.line },
      seen: { width: view.width - sizes.names, height: view.height - sizes.head },
    };
  }

  private scrollTo(left: number, top: number): void {
    const scroller = this.scroller();
    if (!scroller) return;
    scroller.scrollTop = top;
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

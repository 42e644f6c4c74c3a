import { lineCount, visibleRange, type Range } from '../../layout/table-window.js';
import type { PartInView } from '../../views/matrix/overview.js';
import type { MatrixLayout } from '../../layout/matrix-layout.js';

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

/** So many columns come and go at once. */
const columnsAtOnce = 2;

/** So many lines do, and so many where much is in view. */
const [linesAtOnce, fewerLines] = [4, 2];

/** Of so many elements a table may be made; the rest of 2,000 is for what stands around it. */
const mostElements = 1850;

/** So many lines may be drawn with so many columns. A line takes two elements a cell and eight around them, the heads as much as three. */
const mostLines = (columns: number) => mostElements / (8 + 2 * columns) - 3;

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
    const range = visibleRange(columns.length, {
      size: column,
      offset: left,
      extent: width - names,
      block: columnsAtOnce,
    });
    const linesBy = (block: number) => visibleRange(count, { size: line, offset: top, extent: height - head, block });
    let lines = linesBy(linesAtOnce);
    if (lines[1] - lines[0] > mostLines(range[1] - range[0])) lines = linesBy(fewerLines);
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
  measure(placed: MatrixLayout, drawn: DrawnWindow): boolean {
    const scroller = this.scroller();
    // On paper there is no view: all that is drawn is printed.
    if (!scroller || matchMedia('print').matches) return false;
    const size = (selector: string, side: 'width' | 'height') =>
      scroller.querySelector(selector)?.getBoundingClientRect()[side];
    this.sizes = {
      line: size('[aria-rowindex] > th[scope="row"]', 'height') || this.sizes.line,
      column: size('th[scope="col"] + td + th', 'width') || this.sizes.column,
      names: size('.corner', 'width') || this.sizes.names,
      head: size('thead', 'height') || this.sizes.head,
    };
    const { scrollTop, scrollLeft, clientWidth } = scroller;
    scroller.style.setProperty('--_most', `${this.mostHeight(clientWidth)}px`);
    const { clientHeight } = scroller;
    this.view = { top: scrollTop, left: Math.abs(scrollLeft), width: clientWidth, height: clientHeight };
    return JSON.stringify(this.of(placed)) !== JSON.stringify(drawn);
  }

  /** The view is at most so high at that width, in CSS pixels, lest too much be drawn at once. */
  private mostHeight(width: number): number {
    const { line, column, names, head } = this.sizes;
    // Three on each side of the view at most, drawn in the smaller steps.
    const beyond = 6;
    return head + Math.max(mostLines((width - names) / column + beyond) - beyond, 3) * line;
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

  /** What is in view, as parts of the whole. */
  partInView(placed: MatrixLayout): PartInView {
    const { sizes, view } = this;
    const [across, down] = [placed.columns.length * sizes.column, lineCount(placed) * sizes.line];
    return {
      left: view.left / across,
      top: view.top / down,
      width: (view.width - sizes.names) / across,
      height: (view.height - sizes.head) / down,
    };
  }

  /** Scrolls so that this place of the whole, 0…1, is in the middle of the view. */
  centre(placed: MatrixLayout, x: number, y: number): void {
    const { line, column, names, head } = this.sizes;
    const { width, height } = this.view;
    this.scrollTo(
      x * placed.columns.length * column - (width - names) / 2,
      y * lineCount(placed) * line - (height - head) / 2,
    );
  }

  private scrollTo(left: number, top: number): void {
    const scroller = this.scroller();
    if (!scroller) return;
    scroller.scrollTop = top;
    scroller.scrollLeft = getComputedStyle(scroller).direction === 'rtl' ? -left : left;
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MatrixLayout } from '../../layout/matrix/matrix-layout.js';
import {
  initialSizes,
  initialView,
  maxViewHeight,
  partInView,
  tableWindow,
  type PartInView,
  type TableSizes,
  type TableWindow,
  type ViewBox,
} from '../../layout/matrix/table-viewport.js';
import { memoizeLatest } from '../memoize-latest.js';
import { watchSize } from './container-width.js';
import { decideHeight, outOfViewIn, showInTable, type OutOfView } from './table-overflow.js';

/** Where a reader is in a table, and the part of a large one to render there. */
export class TableViewport implements ReactiveController {
  private sizes: TableSizes = initialSizes;

  private view: ViewBox = initialView;

  /** The large table that is rendered; undefined where there is none. */
  private placed: MatrixLayout | undefined;

  /** The part of it that is rendered. */
  rendered: TableWindow | undefined;

  /** Undefined of a large table, above which there is a picture of the whole. */
  outOfView: OutOfView | undefined;

  /** The small table whose open mark was brought into view. */
  private shownIn: Element | null = null;

  private readonly decideHeight = memoizeLatest(
    (...[scroller]: [scroller: HTMLElement, scrollHeight: number, windowHeight: number]) => decideHeight(scroller),
  );

  /** Where the focus was before an update. */
  private focusedBefore: Element | null = null;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  /** Returns what to render of a table; undefined where that is all of it. */
  windowOf(placed: MatrixLayout): TableWindow | undefined {
    this.placed = placed.isLarge ? placed : undefined;
    this.rendered = this.placed && tableWindow(placed, this.sizes, this.view);
    return this.rendered;
  }

  /** To be called where no table is rendered. */
  clear(): void {
    this.placed = this.rendered = undefined;
  }

  get partInView(): PartInView | undefined {
    return this.placed && partInView(this.placed, this.sizes, this.view);
  }

  /** Scrolls just far enough that this line and column are in view; −1 leaves that direction as it is. */
  show(line: number, column: number): void {
    const { sizes, view } = this;
    const nearest = (offset: number, start: number, length: number, extent: number) =>
      Math.max(0, Math.min(Math.max(offset, start + length - extent), start));
    const [height, width] = [view.height - sizes.head, view.width - sizes.names];
    this.scrollTo(
      column < 0 ? view.left : nearest(view.left, column * sizes.column, sizes.column, width),
      line < 0 ? view.top : nearest(view.top, line * sizes.line, sizes.line, height),
    );
  }

  /** Scrolls so that this point of the whole, 0…1 from its start and from its top, is in the middle of the view. */
  centre(x: number, y: number): void {
    const { placed, view } = this;
    if (!placed) return;
    const { line, column, names, head } = this.sizes;
    this.scrollTo(
      x * placed.columns.length * column - (view.width - names) / 2,
      y * placed.lineCount * line - (view.height - head) / 2,
    );
  }

  hostConnected(): void {
    // Scrolling does not bubble.
    this.host.shadowRoot?.addEventListener('scroll', this.onScroll, { capture: true, passive: true });
  }

  hostUpdate(): void {
    this.focusedBefore = this.host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const { scroller, placed } = this;
    if (!scroller) return;
    watchSize(scroller, this);
    // Keys go on from where the focus was, though its button is no longer rendered.
    if (placed && this.focusedBefore && !this.focusedBefore.isConnected) scroller.focus({ preventScroll: true });
    this.measure();
  }

  /** Brings the open mark of a small table into view where it is another one, or the table was rendered anew. */
  showMark(mark: Element | undefined, isOther: boolean): void {
    const { scroller, placed, shownIn } = this;
    this.shownIn = scroller;
    if (scroller && !placed && mark?.matches('.cell') && (isOther || scroller !== shownIn)) showInTable(scroller, mark);
  }

  /** Takes position and sizes from what is rendered; requests an update where another part is in view. */
  readonly measure = (): void => {
    const { scroller, placed } = this;
    // On paper there is no view: what is rendered is printed.
    if (!scroller || matchMedia('print').matches) return;
    if (!placed) return this.measureSmall(scroller);
    this.outOfView = undefined;
    const size = (selector: string, side: 'width' | 'height') =>
      scroller.querySelector(selector)?.getBoundingClientRect()[side];
    this.sizes = {
      line: size('[aria-rowindex] > th[scope="row"]', 'height') || this.sizes.line,
      column: size('th[scope="col"] + td + th', 'width') || this.sizes.column,
      names: size('.corner', 'width') || this.sizes.names,
      head: size('thead', 'height') || this.sizes.head,
    };
    const { scrollTop, scrollLeft, clientWidth } = scroller;
    // Through the CSSOM: it sets the greatest height of the very box that is measured next.
    scroller.style.setProperty('--_max-height', `${maxViewHeight(this.sizes, clientWidth)}px`);
    const before = this.view;
    this.view = { top: scrollTop, left: Math.abs(scrollLeft), width: clientWidth, height: scroller.clientHeight };
    const isOther = JSON.stringify(tableWindow(placed, this.sizes, this.view)) !== JSON.stringify(this.rendered);
    if (isOther || JSON.stringify(before) !== JSON.stringify(this.view)) this.host.requestUpdate();
  };

  private measureSmall(scroller: HTMLElement): void {
    this.decideHeight(scroller, scroller.scrollHeight, innerHeight);
    const before = String(this.outOfView);
    this.outOfView = outOfViewIn(scroller);
    if (String(this.outOfView) !== before) this.host.requestUpdate();
  }

  private readonly onScroll = ({ target }: Event): void => {
    if (target === this.scroller) this.measure();
  };

  private scrollTo(left: number, top: number): void {
    const { scroller } = this;
    if (!scroller) return;
    scroller.scrollTop = top;
    scroller.scrollLeft = getComputedStyle(scroller).direction === 'rtl' ? -left : left;
    this.measure();
  }

  private get scroller(): HTMLElement | null {
    return this.host.shadowRoot?.querySelector<HTMLElement>('.scroller') ?? null;
  }
}

import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import type { Range } from '../../layout/table-window.js';

/** As high is a row about that was never drawn, in CSS pixels, until the first were. */
const usual = 80;

/** So far beyond the screen rows are drawn, in CSS pixels. */
const beyond = 600;

/** The range changes in steps of so many rows. */
const block = 8;

/**
 * Which rows of a long list are drawn: those on the screen and near it, in a page that scrolls as it likes. Rows are as high as their
 * words need; of those that were drawn it is known, of the others it is reckoned.
 */
export class RowWindow implements ReactiveController {
  /** By row; of those that were drawn. */
  private readonly heights = new Map<number, number>();
  private typical = usual;
  private count = 0;
  private range: Range = [0, 2 * block];
  /** The row that is to come into view. */
  private sought: number | undefined;

  constructor(
    private readonly host: ReactiveElement,
    /** What holds the rows that are drawn, and nothing else; undefined where all are drawn. */
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

  /** Other rows, or the same in another order or width. */
  reset(count: number): void {
    this.count = count;
    this.heights.clear();
    this.range = [0, 2 * block];
  }

  /** Draws a row, brings its button into view and focuses it. */
  show(index: number): void {
    this.range = [index, index + 1];
    this.sought = index;
    this.host.requestUpdate();
  }

  /** The rows to draw, and how long in CSS pixels is what stands for those before and after them. */
  get drawn(): { readonly range: Range; readonly above: number; readonly below: number } {
    const [from, to] = this.range;
    return { range: this.range, above: this.length(0, from), below: this.length(to, this.count) };
  }

  hostUpdated(): void {
    const list = this.list();
    if (!list) return;
    const isFirst = this.heights.size === 0;
    const { children } = list;
    for (let index = 0; index < children.length; index++)
      this.heights.set(this.range[0] + index, children[index]!.getBoundingClientRect().height);
    // Later it stays, so that what stands for rows above the reader does not change its length.
    if (isFirst && children.length > 0) {
      this.typical = list.getBoundingClientRect().height / children.length;
      this.host.requestUpdate();
    }
    const button = children[this.sought! - this.range[0]]?.querySelector('button');
    button?.scrollIntoView({ block: 'center', behavior: 'instant' });
    button?.focus({ preventScroll: true });
    this.look();
    // Until all around it is drawn too, with its true height.
    if (!this.host.isUpdatePending) this.sought = undefined;
  }

  private readonly look = (): void => {
    const list = this.list();
    if (!list) return;
    const top = this.length(0, this.range[0]) - list.getBoundingClientRect().top;
    const at = (offset: number, round: (blocks: number) => number) => {
      let [index, end] = [0, 0];
      while (index < this.count && end <= offset) end += this.heightOf(index++);
      return Math.min(round(index / block) * block, this.count);
    };
    const to = at(top + innerHeight + beyond, Math.ceil);
    const from = Math.min(at(top - beyond, Math.floor), Math.max(0, to - block));
    if (from === this.range[0] && to === this.range[1]) return;
    this.range = [from, to];
    this.host.requestUpdate();
  };

  private heightOf(index: number): number {
    return this.heights.get(index) ?? this.typical;
  }

  private length(from: number, to: number): number {
    let length = 0;
    for (let index = from; index < to; index++) length += this.heightOf(index);
    return length;
  }
}

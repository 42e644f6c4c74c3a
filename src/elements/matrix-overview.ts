import { css } from '@lit/reactive-element';
import type { Side } from '../dataset/dataset.js';
import type { MatrixLayout } from '../layout/matrix-layout.js';
import { linesOf } from '../layout/table-window.js';
import { html, type Markup } from './html.js';
import type { Surface } from './surface.js';

/** The part of a table that is in view: where it lies on the way from one end to the other, and how much of the whole it is; all 0…1. */
export interface ViewOfWhole {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In CSS pixels. */
const [mostHeight, lineHeight] = [120, 3];

/** The place of the picture; what the script puts there stays. */
export function renderOverview(keep: Surface['keep']): Markup {
  return keep(
    'overview',
    [],
    () => html`<div class="overview" part="overview" aria-hidden="true"><canvas></canvas><i></i></div>`,
  );
}

/**
 * A small picture of the whole of a large table above it, each cell a pixel or two, or one of several where there are more cells than
 * pixels. A frame shows the part in view; pressing and dragging moves it. For screen readers and keys the table is its equal.
 */
export class MatrixOverview {
  private box: HTMLElement | null = null;

  private placed: MatrixLayout | undefined;

  /** What the picture was drawn from. */
  private drawn: readonly unknown[] = [];

  private frame = 0;

  constructor(
    /** Brings the part around this place of the whole into view, 0…1 from the top and from where one begins to read. */
    private readonly moveTo: (x: number, y: number) => void,
  ) {}

  /** To be called after each drawing of a large table; draws in the next frame, when the table is to be seen. */
  draw(box: HTMLElement | null, placed: MatrixLayout): void {
    this.placed = placed;
    if (!box) return;
    if (box !== this.box) {
      this.box = box;
      box.onpointerdown = box.onpointermove = this.onPointer;
      // Whatever changes the colours, scheme or theme, is a transition of theirs.
      box.ontransitionend = this.ask;
    }
    this.ask();
  }

  show({ x, y, width, height }: ViewOfWhole): void {
    const { style } = this.box?.querySelector('i') ?? {};
    for (const [name, value] of Object.entries({ x, y, width, height }))
      style?.setProperty(`--_${name}`, String(value));
  }

  private readonly ask = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  };

  private paint(): void {
    const { box, placed } = this;
    const canvas = box?.querySelector('canvas');
    const context = canvas?.getContext('2d', { willReadFrequently: true });
    if (!box || !placed || !canvas || !context) return;
    const { borderTopColor, borderRightColor, borderBottomColor } = getComputedStyle(box);
    const lines = placed.sections.flatMap((section) => [
      ...(linesOf(section) > section.rows.length ? [undefined] : []),
      ...section.rows,
    ]);
    const pixels = (things: number, length: number) =>
      Math.max(1, Math.min(things, Math.round(length * devicePixelRatio)));
    const width = pixels(placed.columns.length * 2, box.clientWidth);
    const high = Math.min(lines.length * lineHeight, mostHeight);
    const height = pixels(lines.length, high);
    const from = [placed, width, height, borderTopColor, borderRightColor, borderBottomColor];
    if (from.every((each, index) => each === this.drawn[index])) return;
    this.drawn = from;
    canvas.style.height = `${high}px`;
    Object.assign(canvas, { width, height });
    // The colours as they are drawn, however the theme writes them.
    [borderTopColor, borderRightColor, borderBottomColor].forEach((colour, x) => {
      context.fillStyle = colour;
      context.fillRect(x, 0, 1, 1);
    });
    const [support = 0, oppose = 0, neutral = 0] = new Uint32Array(context.getImageData(0, 0, 3, 1).data.buffer);
    // Who says both is of both colours, like the mark.
    const colours: Readonly<Record<Side, readonly [number, number]>> = {
      support: [support, support],
      oppose: [oppose, oppose],
      both: [support, oppose],
      neutral: [neutral, neutral],
    };
    const image = context.createImageData(width, height);
    const data = new Uint32Array(image.data.buffer);
    const column = Uint32Array.from({ length: width }, (_, x) => Math.floor((x * placed.columns.length) / width));
    for (let y = 0; y < height; y++) {
      const [first, last] = [y, y + 1].map((edge) => Math.floor((edge * lines.length) / height));
      const voice = lines.slice(first, last).includes(undefined) ? undefined : lines[first!];
      for (let x = 0; voice && x < width; x++) {
        const side = voice.sideAt(column[x]!);
        if (side) data[y * width + x] = colours[side][(x + y) & 1]!;
      }
    }
    context.putImageData(image, 0, 0);
  }

  private readonly onPointer = ({ type, button, pointerId, clientX, clientY }: PointerEvent): void => {
    const box = this.box!;
    if (type === 'pointerdown' && button === 0) box.setPointerCapture(pointerId);
    if (!box.hasPointerCapture(pointerId)) return;
    const { left, top, width, height } = box.getBoundingClientRect();
    const x = (clientX - left) / width;
    this.moveTo(getComputedStyle(box).direction === 'rtl' ? 1 - x : x, (clientY - top) / height);
  };
}

export const overviewStyles = css`
  .overview {
    position: relative;
    overflow: hidden;
    margin-bottom: 0.6em;
    cursor: crosshair;
    touch-action: none;
    /* No border: where the colours of the sides can be read from, and their change. */
    border: 0 solid;
    border-color: var(--_support) var(--_oppose) var(--_neutral);
    transition: border-color 1ms;
    forced-color-adjust: none;
  }
  canvas {
    display: block;
    inline-size: 100%;
    image-rendering: pixelated;
  }
  [dir='rtl'] canvas {
    transform: scaleX(-1);
  }
  .overview i {
    --_across: max(9px, var(--_width) * 100%);
    --_down: max(9px, var(--_height) * 100%);
    position: absolute;
    inset-inline-start: calc((100% - var(--_across)) * var(--_x));
    top: calc((100% - var(--_down)) * var(--_y));
    inline-size: var(--_across);
    block-size: var(--_down);
    border: 2px solid var(--_ink);
    box-shadow: 0 0 0 2px var(--_surface);
  }
  @media print {
    .overview {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .overview {
      border-color: CanvasText LinkText GrayText;
    }
  }
`;

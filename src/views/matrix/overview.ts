import { css } from '@lit/reactive-element';
import type { MatrixLayout } from '../../layout/matrix-layout.js';
import { linesOf } from '../../layout/table-window.js';
import { html, type Markup } from '../html.js';
import type { Surface } from '../../elements/surface.js';

/** The part of a table that is in view: where it begins and how much of the whole it is, all 0…1. */
export type PartInView = Readonly<Record<'left' | 'top' | 'width' | 'height', number>>;

/** In CSS pixels. */
const [mostHeight, lineHeight] = [120, 3];

const both = ['support', 'oppose'] as const;

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
  private box: HTMLElement | undefined;

  private placed: MatrixLayout | undefined;

  /** What the picture was drawn from. */
  private drawn: readonly unknown[] = [];

  private room = 0;

  private frame = 0;

  constructor(
    /** Brings the part around this place of the whole into view, 0…1 from the top and from where one begins to read. */
    private readonly moveTo: (x: number, y: number) => void,
  ) {}

  /** To be called after each drawing and scrolling of a large table; the picture follows in the next frame, when the table is to be seen. */
  draw(box: HTMLElement, placed: MatrixLayout, { left, top, width, height }: PartInView): void {
    // A picture of the same is asked for again only where it would be of another size.
    const room = box.clientWidth;
    if (box !== this.box || placed !== this.placed || room !== this.room) this.ask();
    this.room = room;
    this.placed = placed;
    if (box !== this.box) {
      this.box = box;
      this.drawn = [];
      box.onpointerdown = box.onpointermove = this.onPointer;
      // Whatever changes the colours, scheme or theme, is a transition of theirs.
      box.ontransitionend = this.ask;
    }
    const percent = (part: number) => `${part * 100}%`;
    const start = (part: number) => `min(${percent(part)},100% - 9px)`;
    Object.assign((box.lastElementChild as HTMLElement).style, {
      insetInlineStart: start(left),
      top: start(top),
      width: percent(width),
      height: percent(height),
    });
  }

  private readonly ask = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  };

  private paint(): void {
    const box = this.box!;
    const placed = this.placed!;
    const { columns, sections } = placed;
    const canvas = box.firstElementChild as HTMLCanvasElement;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const { borderTopColor, borderRightColor, borderBottomColor } = getComputedStyle(box);
    const colours = [borderTopColor, borderRightColor, borderBottomColor];
    const lines = sections.flatMap((section) => [
      ...Array<undefined>(linesOf(section) - section.rows.length),
      ...section.rows,
    ]);
    const high = Math.min(lines.length * lineHeight, mostHeight);
    // Room for three colours at least.
    const [width, height] = [
      [columns.length * 2, box.clientWidth],
      [lines.length, high],
    ].map(([most, length]) => Math.max(3, Math.min(most!, Math.ceil(length! * devicePixelRatio)))) as [number, number];
    const from = [placed, width, height, ...colours];
    if (from.every((each, index) => each === this.drawn[index])) return;
    this.drawn = from;
    canvas.style.height = `${high}px`;
    Object.assign(canvas, { width, height });
    // The colours as they are drawn, however the theme writes them.
    colours.forEach((colour, x) => {
      context.fillStyle = colour;
      context.fillRect(x, 0, 1, 1);
    });
    const [support, oppose, neutral] = new Uint32Array(context.getImageData(0, 0, 3, 1).data.buffer);
    const colourOf = { support, oppose, neutral };
    const image = context.createImageData(width, height);
    const pixels = new Uint32Array(image.data.buffer);
    for (let y = 0; y < height; y++) {
      const [first = 0, last] = [y, y + 1].map((edge) => Math.floor((edge * lines.length) / height));
      // A line free between sections.
      const voice = lines.slice(first, last).includes(undefined) ? undefined : lines[first];
      for (let x = 0; voice && x < width; x++) {
        const side = voice.sideOf(Math.floor((x * columns.length) / width));
        // Who says both is of both colours, like the mark.
        if (side) pixels[y * width + x] = colourOf[side === 'both' ? both[(x + y) & 1]! : side]!;
      }
    }
    context.putImageData(image, 0, 0);
  }

  private readonly onPointer = ({ type, button, isPrimary, pointerId, clientX, clientY }: PointerEvent): void => {
    const box = this.box!;
    // Of several fingers the first one moves it.
    if (type === 'pointerdown' && button === 0 && isPrimary) box.setPointerCapture(pointerId);
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
    -webkit-user-select: none;
    user-select: none;
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
  .overview i {
    position: absolute;
    min-width: 9px;
    min-height: 9px;
    border: 2px solid var(--_ink);
    box-shadow: 0 0 0 2px var(--_surface);
  }
  @media (forced-colors: active) {
    .overview {
      border-color: CanvasText LinkText GrayText;
    }
  }
`;

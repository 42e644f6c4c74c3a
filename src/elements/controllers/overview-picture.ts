import type { Side } from '../../dataset/dataset.js';
import type { MatrixLayout, PlacedVoice } from '../../layout/matrix/matrix-layout.js';

/** In CSS pixels. */
const [maxHeight, lineHeight] = [120, 3];

const sidesOfBoth = ['support', 'oppose'] as const;

/**
 * Paints a small picture of the whole of a large table, each cell a pixel or two, or one for several where there are more cells than
 * pixels.
 */
export class OverviewPicture {
  private element: HTMLElement | undefined;

  private placed: MatrixLayout | undefined;

  /** What the picture was painted from. */
  private painted: readonly unknown[] = [];

  private width = 0;

  private frame = 0;

  constructor(private readonly overview: () => HTMLElement | null) {}

  /** To be called after each update; the picture follows in the next frame, when the table can be seen. */
  update(placed: MatrixLayout): void {
    const element = this.overview();
    if (!element) return;
    const { clientWidth } = element;
    if (element !== this.element) this.painted = [];
    if (placed !== this.placed || clientWidth !== this.width || this.painted.length === 0) this.request();
    this.element = element;
    this.placed = placed;
    this.width = clientWidth;
  }

  readonly request = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  };

  private paint(): void {
    const { element, placed } = this;
    const canvas = element?.querySelector('canvas');
    const context = canvas?.getContext('2d', { willReadFrequently: true });
    if (!element || !placed || !canvas || !context) return;
    const { borderTopColor, borderRightColor, borderBottomColor } = getComputedStyle(element);
    const colours = [borderTopColor, borderRightColor, borderBottomColor];
    const lines = linesOf(placed);
    const height = Math.min(lines.length * lineHeight, maxHeight);
    // Three pixels at least: the colours are read from there.
    const pixelsFor = (max: number, length: number) => Math.max(3, Math.min(max, Math.ceil(length * devicePixelRatio)));
    const size = {
      width: pixelsFor(placed.columns.length * 2, element.clientWidth),
      height: pixelsFor(lines.length, height),
    };
    const from = [placed, size.width, size.height, ...colours];
    if (from.every((each, index) => each === this.painted[index])) return;
    this.painted = from;
    canvas.style.height = `${height}px`;
    Object.assign(canvas, size);
    paintCells(context, size, placed.columns.length, lines, pixelColours(context, colours));
  }
}

/** Returns the voices line by line; a heading is a line without one. */
function linesOf({ sections }: MatrixLayout): readonly (PlacedVoice | undefined)[] {
  return sections.flatMap(({ isTitled, rows }) => [...(isTitled ? [undefined] : []), ...rows]);
}

/** Returns support, oppose and neutral as the canvas has them, however the theme writes colours. */
function pixelColours(
  context: CanvasRenderingContext2D,
  colours: readonly string[],
): Record<Exclude<Side, 'both'>, number> {
  colours.forEach((colour, x) => {
    context.fillStyle = colour;
    context.fillRect(x, 0, 1, 1);
  });
  const [support, oppose, neutral] = new Uint32Array(context.getImageData(0, 0, 3, 1).data.buffer);
  return { support: support!, oppose: oppose!, neutral: neutral! };
}

function paintCells(
  context: CanvasRenderingContext2D,
  { width, height }: { readonly width: number; readonly height: number },
  columns: number,
  lines: readonly (PlacedVoice | undefined)[],
  colourOf: Record<Exclude<Side, 'both'>, number>,
): void {
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let y = 0; y < height; y++) {
    const [first = 0, last] = [y, y + 1].map((edge) => Math.floor((edge * lines.length) / height));
    // A heading among the lines of a pixel leaves it empty, so that sections are separate.
    const voice = lines.slice(first, last).includes(undefined) ? undefined : lines[first];
    for (let x = 0; voice && x < width; x++) {
      const side = voice.sideOf(Math.floor((x * columns) / width));
      // Both sides are of both colours, as in the mark.
      if (side) pixels[y * width + x] = colourOf[side === 'both' ? sidesOfBoth[(x + y) & 1]! : side];
    }
  }
  context.putImageData(image, 0, 0);
}

/** Returns the point of the whole under a pressed pointer, 0…1 from where one begins to read and from the top; undefined for a loose one. */
export function draggedPoint(event: PointerEvent): readonly [x: number, y: number] | undefined {
  const { type, button, isPrimary, pointerId, clientX, clientY } = event;
  const overview = event.currentTarget as HTMLElement;
  // With several fingers the first one moves it.
  if (type === 'pointerdown' && button === 0 && isPrimary) {
    overview.setPointerCapture(pointerId);
    // Or WebKit selects the text of the table.
    event.preventDefault();
  }
  if (!overview.hasPointerCapture(pointerId)) return undefined;
  const { left, top, width, height } = overview.getBoundingClientRect();
  const x = (clientX - left) / width;
  return [getComputedStyle(overview).direction === 'rtl' ? 1 - x : x, (clientY - top) / height];
}

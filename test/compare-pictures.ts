interface Picture {
  readonly metadata: { readonly width: number; readonly height: number };
  /** Red, green, blue and opacity of each pixel, row by row. */
  readonly data: ArrayLike<number>;
}

declare module 'vitest/browser' {
  interface ScreenshotComparatorRegistry {
    areas: Record<string, unknown>;
  }
}

/** Side of an area in pixels: as large as a mark. */
const side = 16;

/** Of 255. Between builds of the browser the mean colour of an area with text differs by up to 10; a mark of another side by 100. */
const tolerance = 24;

/**
 * Whether two pictures are the same to the eye: of one size, and in each small area of nearly the same mean colour. The edges of letters,
 * which every build of a browser rounds in its own way, even out; one mark that changes does not, however large the picture.
 */
export function compareAreas(reference: Picture, actual: Picture, { createDiff }: { readonly createDiff: boolean }) {
  const { width, height } = reference.metadata;
  const { width: actualWidth, height: actualHeight } = actual.metadata;
  if (width !== actualWidth || height !== actualHeight)
    return {
      pass: false,
      diff: null,
      message: `The picture should be ${width}×${height} pixels and is ${actualWidth}×${actualHeight}.`,
    };
  const diff = Uint8Array.from(actual.data);
  const other: string[] = [];
  for (let top = 0; top < height; top += side)
    for (let left = 0; left < width; left += side) {
      const area = pixels(left, top, Math.min(left + side, width), Math.min(top + side, height), width);
      const gaps = [0, 1, 2].map((channel) => {
        const gap = area.reduce((sum, at) => sum + actual.data[at + channel]! - reference.data[at + channel]!, 0);
        return Math.abs(gap / area.length);
      });
      if (Math.max(...gaps) <= tolerance) continue;
      other.push(`${left}, ${top}`);
      for (const at of area) diff[at] = 255;
    }
  return {
    pass: other.length === 0,
    diff: createDiff ? diff : null,
    message: other.length === 0 ? null : `It looks different in ${other.length} areas, first at ${other[0]!}.`,
  };
}

/** Where the pixels of an area begin in the data. */
function pixels(left: number, top: number, right: number, bottom: number, width: number): readonly number[] {
  const found: number[] = [];
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) found.push((y * width + x) * 4);
  return found;
}

import { palette } from './tokens.js';

// Values that only the static drawings use. Lengths are CSS pixels.

/** The colours of static drawings: SVG, PNG and e-mail are always on white. */
export const lightPalette = {
  support: palette.support.light,
  oppose: palette.oppose.light,
  neutral: palette.neutral.light,
  ink: palette.ink.light,
  muted: palette.muted.light,
  line: palette.line.light,
  surface: palette.surface.light,
} as const;

/** Container widths for which a drawing is made when the real one is unknown: a phone, and the column of an article. */
export const typicalWidths = { narrow: 360, wide: 720 } as const;

/** Width and height of a mark, as in `markStyles`. */
export const markSize = 18;

/** Widths of the five columns of the chart, as shares; the style sheet of the elements has the same. */
export const columnShares = {
  wide: [1.5, 0.95, 0.95, 0.95, 1.5],
  narrow: [1.12, 0.92, 0.92, 0.92, 1.12],
} as const;

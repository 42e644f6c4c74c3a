// Values that the elements, the static drawings and the theme check share, each written once. Those of the static drawings alone are in
// `static-tokens.ts`, outside the script. Lengths are CSS pixels.

/** Names of the colours that a publisher can set, as `--stance-NAME`. */
export const colourTokens = [
  'support',
  'oppose',
  'neutral',
  'ink',
  'muted',
  'line',
  'surface',
  'raised',
  'accent',
] as const;

export type ColourToken = (typeof colourTokens)[number];

/** The default of a colour token: its own colours, or those of another token, however that is themed. */
export type ColourDefault = { readonly forced: string } & (
  { readonly light: string; readonly dark: string } | { readonly sameAs: ColourToken }
);

/**
 * The default colours on light and on dark pages (sRGB), and the system colour of each in forced-colors mode. Every pair that is
 * drawn meets WCAG 2.2 AA; `stancekit theme-check` holds that.
 */
export const palette = {
  support: { light: '#1b6ca8', dark: '#6db3e8', forced: 'CanvasText' },
  oppose: { light: '#c8501e', dark: '#f39a66', forced: 'CanvasText' },
  neutral: { light: '#676c73', dark: '#a2a8b0', forced: 'CanvasText' },
  ink: { light: '#1c2024', dark: '#eceef0', forced: 'CanvasText' },
  muted: { light: '#5d646c', dark: '#a9b0b8', forced: 'CanvasText' },
  line: { light: '#dfe2e6', dark: '#3a3f45', forced: 'CanvasText' },
  surface: { light: '#ffffff', dark: '#191b1e', forced: 'Canvas' },
  raised: { light: '#f6f7f9', dark: '#23262a', forced: 'Canvas' },
  accent: { sameAs: 'ink', forced: 'Highlight' },
} as const satisfies Record<ColourToken, ColourDefault>;

/** Returns the default of a token as a CSS value: `light-dark(#1b6ca8, #6db3e8)`, or `var(--_ink)` where it follows another token. */
export function colourDefault(token: ColourToken): string {
  const found: ColourDefault = palette[token];
  return 'sameAs' in found ? `var(--_${found.sameAs})` : `light-dark(${found.light}, ${found.dark})`;
}

export const breakpoints = {
  /** Width of the container below which the matrix becomes a list, and the axis of the chart moves below its claim. */
  narrow: 560,
} as const;

export const matrixTokens = {
  /** Distance between the centres of two pips, the dots under a mark that say which sources report it. */
  pipPitch: 6,
  /** Most sources that are shown as pips; more do not fit under a mark. */
  maxPips: 6,
  /** Most cells of a table that is rendered as a whole; of a larger one only what is in view. */
  maxCells: 1500,
  /** Most columns of a printed table; with more, the list is printed. */
  maxColumnsOnPaper: 8,
  /** Claims that the list shows before “show more”. */
  firstClaims: 5,
  /** Claims that the list of a large matrix shows at a time. */
  claimsPerPage: 20,
  /** Marks of one claim or speaker whose quotes are shown at a time. */
  marksPerPage: 30,
} as const;

export const chartTokens = {
  /** From this many sources on marks are dots with their number. */
  minDots: 12,
  /** Most marks of a column on a narrow page; the others are one step away. */
  maxMarksOnPhone: 3,
  /** Most people shown in a mark, one pip each. */
  maxPips: 8,
  /** Most outlets that do not cover a claim which are named at once. */
  maxNotCovering: 5,
  /** Most sources whose distances are shown as a grid; those of more are lines. */
  maxGridSources: 6,
  /** Most places (claims × sources) of a chart that is rendered as a whole; of a larger one only the rows in view. */
  maxPlaces: 1500,
} as const;

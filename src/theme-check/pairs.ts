import type { ColourToken } from '../theme/tokens.js';

/** What a colour is used for, which determines the contrast it needs. */
export type Use = 'text' | 'mark' | 'focus' | 'decoration';

/**
 * The minimum contrast by WCAG 2.2: 1.4.3 for text (ours is small), 1.4.11 for marks and focus indicators. Decoration carries no
 * information of its own and needs none.
 */
export const minContrast: Readonly<Record<Use, number>> = { text: 4.5, mark: 3, focus: 3, decoration: 1 };

/** A foreground and a background colour that occur together in the widgets. */
export interface Pair {
  readonly front: ColourToken;
  readonly background: ColourToken;
  readonly use: Use;
}

const backgrounds = ['surface', 'raised'] as const;

function on(use: Use, fronts: readonly ColourToken[], under: readonly ColourToken[] = backgrounds): readonly Pair[] {
  return fronts.flatMap((front) => under.map((ground): Pair => ({ front, background: ground, use })));
}

/** Every pair in either widget, in any state; a browser test compares this list with the rendered widgets. */
export const pairs: readonly Pair[] = [
  ...on('text', ['ink', 'muted']),
  // The first and the last column of the chart: “only opponents”, “only supporters”.
  ...on('text', ['oppose', 'support'], ['surface']),
  // Pressed buttons, the sign of a contested statement, and the numbers in the bars of the counts view.
  ...on('text', ['surface'], ['ink', 'support', 'oppose', 'neutral']),
  // Marks, bars, the rule next to each quote.
  ...on('mark', ['support', 'oppose', 'neutral']),
  // The line between outlets, dots, distances.
  ...on('mark', ['ink', 'muted']),
  ...on('mark', ['muted'], ['line']),
  // Also the rule above the open panel.
  ...on('focus', ['accent']),
  // Rules between rows, borders, the axis, and the dots of sources without a mark, which are also smaller.
  ...on('decoration', ['line']),
  // Open and hovered rows, which have another sign as well; the inside of a mark.
  ...on('decoration', ['raised'], ['surface']),
  ...on('decoration', ['surface'], ['raised']),
];

/** The default text and background of each part, for themes that set only one of the two with `::part()`. */
export const partColours: Readonly<
  Record<string, { readonly text: ColourToken; readonly on: readonly ColourToken[] }>
> = {
  frame: { text: 'ink', on: ['surface'] },
  heading: { text: 'ink', on: ['surface'] },
  summary: { text: 'muted', on: ['surface'] },
  legend: { text: 'muted', on: ['surface'] },
  controls: { text: 'muted', on: ['surface'] },
  // A pressed control has the ink as its background.
  control: { text: 'ink', on: ['surface', 'ink'] },
  claim: { text: 'ink', on: backgrounds },
  speaker: { text: 'ink', on: backgrounds },
  panel: { text: 'ink', on: backgrounds },
  evidence: { text: 'ink', on: backgrounds },
  quote: { text: 'muted', on: backgrounds },
  link: { text: 'muted', on: backgrounds },
  preview: { text: 'ink', on: ['surface'] },
  row: { text: 'ink', on: backgrounds },
  verdict: { text: 'ink', on: backgrounds },
  account: { text: 'ink', on: backgrounds },
  variants: { text: 'ink', on: ['surface'] },
  footer: { text: 'muted', on: ['surface'] },
  error: { text: 'ink', on: ['surface'] },
};

/** Two stances that readers must be able to tell apart, and the minimum distance of their colours in OKLab for every kind of vision. */
export interface StancePair {
  readonly one: ColourToken;
  readonly other: ColourToken;
  readonly minDistance: number;
  /** In lightness alone, for greyscale print; 0 if their shapes are enough. */
  readonly minLightnessDifference: number;
}

/**
 * The minimum distances. A difference of 0.02 is just noticeable on large areas (CSS Color 4, section 12.2). Marks are 18 pixels wide, half a
 * degree of the visual field, which takes three to five times as much (Stone, Szafir & Setlur, “An engineering model for color difference as
 * a function of size”, Color and Imaging Conference 2014): 0.06 to 0.1.
 *
 * Supporting and opposing marks are both filled: they must differ by twice 0.075 for every kind of vision, and by 0.05 in lightness in
 * greyscale print. A neutral mark is a ring: 0.075 is enough, and in greyscale print its shape. All marks differ in shape too, since colour
 * must never be the only difference (WCAG 1.4.1).
 */
export const stancePairs: readonly StancePair[] = [
  { one: 'support', other: 'oppose', minDistance: 0.15, minLightnessDifference: 0.05 },
  { one: 'support', other: 'neutral', minDistance: 0.075, minLightnessDifference: 0 },
  { one: 'oppose', other: 'neutral', minDistance: 0.075, minLightnessDifference: 0 },
];

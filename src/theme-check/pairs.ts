import type { ColourToken } from '../theme/tokens.js';

/** What is drawn with a colour; it decides how far the colour must stand from its ground. */
export type Use = 'text' | 'mark' | 'focus' | 'decoration';

/**
 * The least contrast of each use, by WCAG 2.2: 1.4.3 for text (ours is small), 1.4.11 for marks and the focus. Decoration says nothing
 * that is not said beside it, and needs none.
 */
export const leastContrast: Readonly<Record<Use, number>> = { text: 4.5, mark: 3, focus: 3, decoration: 1 };

/** One colour on another, as the widgets draw them. */
export interface Pair {
  readonly front: ColourToken;
  readonly ground: ColourToken;
  readonly use: Use;
}

const grounds = ['surface', 'raised'] as const;

function on(use: Use, fronts: readonly ColourToken[], under: readonly ColourToken[] = grounds): readonly Pair[] {
  return fronts.flatMap((front) => under.map((ground): Pair => ({ front, ground, use })));
}

/** Every pair that either widget draws, in any state; a browser test holds this list against the drawings. */
export const pairs: readonly Pair[] = [
  ...on('text', ['ink', 'muted']),
  // The ends of the chart’s axis: “all oppose”, “all support”.
  ...on('text', ['oppose', 'support'], ['surface']),
  // A choice that is pressed, the sign of a contested statement; the numbers in the bars that count voices.
  ...on('text', ['surface'], ['ink', 'support', 'oppose', 'neutral']),
  // Marks, bars, the rule beside each quote.
  ...on('mark', ['support', 'oppose', 'neutral']),
  // Sources and their own voices; the span between them, dots, distances.
  ...on('mark', ['ink', 'muted']),
  ...on('mark', ['muted'], ['line']),
  // Also the rule above what is open.
  ...on('focus', ['accent']),
  // Rules between rows, borders, the axis, and the dots of sources that do not carry a mark, which are smaller too.
  ...on('decoration', ['line']),
  // What is open or pointed at; both are said otherwise too. Also the inside of a source’s circle.
  ...on('decoration', ['raised'], ['surface']),
  ...on('decoration', ['surface'], ['raised']),
];

/**
 * The text of each part that a theme may colour by `::part()`, where the theme sets but one of colour and ground; the weaker where there
 * are two.
 */
export const partTexts: Readonly<Record<string, { readonly text: ColourToken; readonly on: readonly ColourToken[] }>> =
  {
    frame: { text: 'ink', on: ['surface'] },
    heading: { text: 'ink', on: ['surface'] },
    summary: { text: 'muted', on: ['surface'] },
    legend: { text: 'muted', on: ['surface'] },
    controls: { text: 'muted', on: ['surface'] },
    // Pressed, it lies on the ink.
    control: { text: 'ink', on: ['surface', 'ink'] },
    claim: { text: 'ink', on: grounds },
    speaker: { text: 'ink', on: grounds },
    panel: { text: 'ink', on: grounds },
    evidence: { text: 'ink', on: grounds },
    quote: { text: 'muted', on: grounds },
    link: { text: 'muted', on: grounds },
    preview: { text: 'ink', on: ['surface'] },
    row: { text: 'ink', on: grounds },
    verdict: { text: 'muted', on: grounds },
    account: { text: 'ink', on: grounds },
    variants: { text: 'ink', on: ['surface'] },
    footer: { text: 'muted', on: ['surface'] },
    error: { text: 'ink', on: ['surface'] },
  };

/** The stances that are told apart, and the least distance between their colours in OKLab, in whichever vision. */
export interface StancePair {
  readonly one: ColourToken;
  readonly other: ColourToken;
  readonly leastDistance: number;
  /** In lightness alone, for paper without colour; 0 where form does it all. */
  readonly leastLightness: number;
}

/**
 * How far is far enough. A difference of 0.02 is just noticeable on large fields (CSS Color 4, section 12.2). Marks are 18 pixels wide,
 * half a degree of the reader’s view, and there it takes three to five times as much (Stone, Szafir & Setlur, “An engineering model for
 * color difference as a function of size”, Color and Imaging Conference 2014): 0.06 to 0.1.
 *
 * A supporting and an opposing mark are both filled: they must differ by twice 0.075 for every eye, and on grey paper by 0.05 in
 * lightness. A neutral mark is a ring, mostly paper: there 0.075 will do, and on grey paper its form. All marks differ in form too, for
 * colour alone must never tell them apart (WCAG 1.4.1).
 */
export const stancePairs: readonly StancePair[] = [
  { one: 'support', other: 'oppose', leastDistance: 0.15, leastLightness: 0.05 },
  { one: 'support', other: 'neutral', leastDistance: 0.075, leastLightness: 0 },
  { one: 'oppose', other: 'neutral', leastDistance: 0.075, leastLightness: 0 },
];

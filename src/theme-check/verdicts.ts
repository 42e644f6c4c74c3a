import type { ColourToken } from '../theme/tokens.js';
import { contrast, distance, composite, lightnessDifference, visions, type Colour, type Vision } from './colour.js';
import type { RenderedColour } from './rendered-colours.js';
import type { Look } from './looks.js';
import { minContrast, pairs, partColours, stancePairs, type Use } from './pairs.js';

/** The result of one check in a look. */
export interface Verdict {
  readonly kind: Exclude<Use, 'decoration'> | 'part' | 'distance' | 'lightness';
  /** The colour that is checked, and its background or the colour it must differ from. */
  readonly front: ColourToken;
  readonly other: ColourToken;
  /** The part that the theme styles, if any. */
  readonly part?: string;
  readonly vision?: Vision;
  /** Contrast from 1 to 21, or distance in OKLab from 0 to 1; undefined if it depends on the reader's system. */
  readonly figure: number | undefined;
  readonly least: number;
  /** Undefined if it depends on the reader's system. */
  readonly passes: boolean | undefined;
}

type Colours = Readonly<Record<ColourToken, RenderedColour>>;

/** Runs all checks of a look. */
export function verdictsOf(look: Look): readonly Verdict[] {
  return [...contrastVerdicts(look.tokens), ...partVerdicts(look), ...stanceVerdicts(look.tokens, look)];
}

/** Checks the contrast of all pairs, or of the pairs with one token. */
export function contrastVerdicts(colours: Colours, token?: ColourToken): readonly Verdict[] {
  return pairs.flatMap(({ front, background, use }): Verdict[] =>
    use === 'decoration' || !concerns(token, front, background)
      ? []
      : [{ kind: use, front, other: background, ...contrastOf(colours[front], colours[background], minContrast[use]) }],
  );
}

function partVerdicts({ tokens, parts }: Look): readonly Verdict[] {
  return [...parts].flatMap(([part, { text, background }]) => {
    const usual = partColours[part];
    // A part without text, such as a mark.
    if (!usual && !(text && background)) return [];
    const { text: front, on } = usual ?? { text: 'ink' as const, on: ['surface'] as const };
    return (background ? on.slice(0, 1) : on).map((other): Verdict => ({
      kind: 'part',
      part,
      front,
      other,
      ...contrastOf(text ?? tokens[front], background ?? tokens[other], minContrast.text),
    }));
  });
}

/** Checks the contrast of a colour on its background. */
function contrastOf(
  front: RenderedColour,
  background: RenderedColour,
  least: number,
): Pick<Verdict, 'figure' | 'least' | 'passes'> {
  if (front.system !== undefined && background.system !== undefined)
    return { figure: undefined, least, passes: areSystemPair(front.system, background.system) ? true : undefined };
  if (!front.colour || !background.colour) return { figure: undefined, least, passes: undefined };
  const figure = contrast(composite(front.colour, background.colour), background.colour);
  return { figure, least, passes: figure >= least };
}

/** The system colours that are designed as pairs (CSS Color 4, section 6.2). */
const systemPairs: readonly (readonly [text: string, background: string])[] = [
  ['canvastext', 'canvas'],
  ['linktext', 'canvas'],
  ['buttontext', 'buttonface'],
  ['fieldtext', 'field'],
  ['highlighttext', 'highlight'],
  ['selecteditemtext', 'selecteditem'],
  ['marktext', 'mark'],
  ['accentcolortext', 'accentcolor'],
];

function areSystemPair(one: string, other: string): boolean {
  return systemPairs.some((pair) => pair.includes(one) && pair.includes(other) && one !== other);
}

function concerns(token: ColourToken | undefined, ...of: readonly ColourToken[]): boolean {
  return token === undefined || of.includes(token);
}

/** Checks the distances of the stances, in print also by lightness; all, or those of one token. */
export function stanceVerdicts(
  colours: Colours,
  { isPrinted }: Pick<Look, 'isPrinted'>,
  token?: ColourToken,
): readonly Verdict[] {
  return stancePairs.flatMap(
    ({ one: front, other, minDistance: leastDistance, minLightnessDifference: leastLightness }): Verdict[] => {
      if (!concerns(token, front, other)) return [];
      const [first, second] = [onSurface(colours, front), onSurface(colours, other)];
      const judged = (figure: number | undefined, least: number) => ({
        figure,
        least,
        passes: figure === undefined ? undefined : figure >= least,
      });
      const known = first && second;
      return [
        ...visions.map((vision): Verdict => {
          const figure = known && distance(first, second, vision);
          return { kind: 'distance', front, other, vision, ...judged(figure, leastDistance) };
        }),
        ...(isPrinted
          ? [
              {
                kind: 'lightness' as const,
                front,
                other,
                ...judged(known && lightnessDifference(first, second), leastLightness),
              },
            ]
          : []),
      ];
    },
  );
}

/** Composites the colour of a stance onto the surface. */
function onSurface(colours: Colours, stance: ColourToken): Colour | undefined {
  const { [stance]: drawn, surface } = colours;
  return drawn.colour && surface.colour ? composite(drawn.colour, surface.colour) : drawn.colour;
}

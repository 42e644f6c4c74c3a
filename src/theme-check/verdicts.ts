import { contrast, distance, laidOn, lightnessDifference, visions, type Colour, type Vision } from './colour.js';
import type { Drawn } from './drawn.js';
import type { Look } from './looks.js';
import type { ColourToken } from '../theme/tokens.js';
import { leastContrast, pairs, partTexts, stancePairs, type Use } from './pairs.js';

/** One thing that must be so in a look. */
export interface Verdict {
  readonly kind: Exclude<Use, 'decoration'> | 'part' | 'distance' | 'lightness';
  /** The colour in question, and what it stands on or is told apart from. */
  readonly front: ColourToken;
  readonly other: ColourToken;
  /** The part that a theme colours, where it is one. */
  readonly part?: string;
  readonly vision?: Vision;
  /** Contrast from 1 to 21, or distance in OKLab from 0 to 1; undefined where the reader’s machine alone knows. */
  readonly figure: number | undefined;
  readonly least: number;
  /** Undefined where it cannot be known. */
  readonly passes: boolean | undefined;
}

type Colours = Readonly<Record<ColourToken, Drawn>>;

/** Everything that must be so in a look, and whether it is. */
export function verdictsOf(look: Look): readonly Verdict[] {
  return [...contrastVerdicts(look.tokens), ...partVerdicts(look), ...stanceVerdicts(look.tokens, look)];
}

/** How colours stand on each other; of one token alone, if one is named. */
export function contrastVerdicts(colours: Colours, token?: ColourToken): readonly Verdict[] {
  return pairs.flatMap(({ front, ground, use }): Verdict[] =>
    use === 'decoration' || !isAsked(token, front, ground)
      ? []
      : [{ kind: use, front, other: ground, ...standing(colours[front], colours[ground], leastContrast[use]) }],
  );
}

function partVerdicts({ tokens, parts }: Look): readonly Verdict[] {
  return [...parts].flatMap(([part, { text, ground }]) => {
    const usual = partTexts[part];
    // A mark, say: the text in it, if any, is its own.
    if (!usual && !(text && ground)) return [];
    const { text: front, on } = usual ?? { text: 'ink' as const, on: ['surface'] as const };
    return (ground ? on.slice(0, 1) : on).map((other): Verdict => ({
      kind: 'part',
      part,
      front,
      other,
      ...standing(text ?? tokens[front], ground ?? tokens[other], leastContrast.text),
    }));
  });
}

/** How a colour stands on its ground. */
function standing(front: Drawn, ground: Drawn, least: number): Pick<Verdict, 'figure' | 'least' | 'passes'> {
  if (front.system !== undefined && ground.system !== undefined)
    return { figure: undefined, least, passes: areOfOneKind(front.system, ground.system) ? true : undefined };
  if (!front.colour || !ground.colour) return { figure: undefined, least, passes: undefined };
  const figure = contrast(laidOn(front.colour, ground.colour), ground.colour);
  return { figure, least, passes: figure >= least };
}

/** The system colours that are made to stand on each other (CSS Color 4, section 6.2). */
const systemPairs: readonly (readonly [text: string, ground: string])[] = [
  ['canvastext', 'canvas'],
  ['linktext', 'canvas'],
  ['buttontext', 'buttonface'],
  ['fieldtext', 'field'],
  ['highlighttext', 'highlight'],
  ['selecteditemtext', 'selecteditem'],
  ['marktext', 'mark'],
  ['accentcolortext', 'accentcolor'],
];

function areOfOneKind(one: string, other: string): boolean {
  return systemPairs.some((pair) => pair.includes(one) && pair.includes(other) && one !== other);
}

function isAsked(token: ColourToken | undefined, ...of: readonly ColourToken[]): boolean {
  return token === undefined || of.includes(token);
}

/** How the stances are told apart, on paper, which may have no colours, by lightness too; of one token alone, if one is named. */
export function stanceVerdicts(
  colours: Colours,
  { isPrinted }: Pick<Look, 'isPrinted'>,
  token?: ColourToken,
): readonly Verdict[] {
  return stancePairs.flatMap(({ one: front, other, leastDistance, leastLightness }): Verdict[] => {
    if (!isAsked(token, front, other)) return [];
    const [first, second] = [seen(colours, front), seen(colours, other)];
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
  });
}

/** A stance as it is seen on the surface. */
function seen(colours: Colours, stance: ColourToken): Colour | undefined {
  const { [stance]: drawn, surface } = colours;
  return drawn.colour && surface.colour ? laidOn(drawn.colour, surface.colour) : drawn.colour;
}

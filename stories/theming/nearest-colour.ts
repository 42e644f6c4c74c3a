import type { Scheme } from '../../src/authoring/theme/drawn.js';
import type { Problem } from '../../src/authoring/problem.js';

/** The nearest colour that passes, as a problem of the check names it. */
export interface NearestColour {
  /** `--stance-muted`; undefined for the text of a part, whose colour stands where the problem is. */
  readonly property: string | undefined;
  readonly colour: string;
  /** The schemes in which the problem was found. */
  readonly schemes: readonly Scheme[];
}

const looks: Readonly<Record<string, readonly Scheme[]>> = {
  light: ['light'],
  dark: ['dark'],
  'light and dark': ['light', 'dark'],
};

/** What can be mended by one colour; undefined where none is near, or the problem has a condition of the page or paper to it. */
export function nearestColour({ message, mend }: Problem): NearestColour | undefined {
  const [, look = ''] = /^(?:(?:stance-matrix|source-disagreement) )?([\w ]+): /.exec(message) ?? [];
  const [, property, colour] = /Nearest that passes: (?:(--stance-[a-z]+)|color:) (#[0-9a-f]+)\.$/.exec(mend) ?? [];
  const schemes = looks[look];
  return schemes && colour !== undefined ? { property, colour, schemes } : undefined;
}

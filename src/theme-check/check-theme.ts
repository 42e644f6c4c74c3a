import { nearestName } from '../authoring/coding/nearest-name.js';
import { inFileOrder, problemAt, type Problem } from '../authoring/problem.js';
import { hexOf } from './colour.js';
import { looksOf, type Look } from './looks.js';
import { colourTokens, type ColourToken } from '../theme/tokens.js';
import { readTheme, type Theme } from './read-theme.js';
import { problemsOf, type ThemeProblem } from './theme-problems.js';
import { verdictsOf, type Verdict } from './verdicts.js';

/** A look with its colours as `#rrggbb` (or the name of a system colour) and all that was judged. */
export interface CheckedLook {
  readonly name: string;
  readonly colours: Readonly<Record<ColourToken, string | null>>;
  readonly verdicts: readonly Verdict[];
}

export interface CheckedTheme {
  readonly problems: readonly ThemeProblem[];
  readonly notes: readonly Problem[];
  readonly looks: readonly CheckedLook[];
}

/** Properties that are no colours. */
const others = ['font', 'heading-font', 'quote-font', 'radius', 'table-size'] as const;

export const properties: readonly string[] = [...colourTokens, ...others].map((name) => `--stance-${name}`);

/** Judges a theme, the text of a style sheet, in every way in which it is seen. Needs no Node: a page can call it too. */
export function checkTheme(css: string, file: string): CheckedTheme {
  const theme = readTheme(css, file);
  if ('problem' in theme) return { problems: [theme.problem], notes: [], looks: [] };
  const { looks, problems, notes } = looksOf(theme);
  const judged = looks.map((look) => ({ look, verdicts: verdictsOf(look) }));
  return {
    problems: inFileOrder([...problems, ...unknownProperties(theme), ...problemsOf(judged, file)]),
    notes: inFileOrder([...theme.notes, ...notes, ...silence(theme)]),
    looks: judged.map(({ look, verdicts }) => ({ name: look.name, colours: writtenColours(look), verdicts })),
  };
}

function unknownProperties({ settings }: Theme): readonly Problem[] {
  const seen = new Set<string>();
  return settings.flatMap(({ property, place }) => {
    const where = `${place.line}:${place.column}`;
    if (!property.startsWith('--stance-') || properties.includes(property) || seen.has(where)) return [];
    seen.add(where);
    const meant = nearestName(property, properties);
    return problemAt(
      place,
      `There is no property ${property}.`,
      meant ? `Did you mean ${meant}?` : `There are ${properties.join(', ')}.`,
    );
  });
}

function silence({ file, settings }: Theme): readonly Problem[] {
  if (settings.some(({ property }) => property.startsWith('--stance-'))) return [];
  const message = 'Nothing in this file sets a --stance- property; the widgets’ own colours were checked.';
  return [problemAt({ file, line: 1, column: 1 }, message, `There are ${properties.join(', ')}.`)];
}

function writtenColours({ tokens: drawn }: Look): CheckedLook['colours'] {
  return Object.fromEntries(
    colourTokens.map((token) => {
      const { colour, system } = drawn[token];
      return [token, colour ? hexOf(colour) : (system ?? null)];
    }),
  ) as CheckedLook['colours'];
}

import { nearestName } from '../authoring/nearest-name.js';
import { sortByLocation, problemAt, type Problem } from '../authoring/problem.js';
import { hexOf } from './colour.js';
import { looksOf, type Look } from './looks.js';
import { colourTokens, type ColourToken } from '../theme/tokens.js';
import { readTheme, type Theme } from './read-theme.js';
import { themeProblems, type ThemeProblem } from './theme-problems.js';
import { verdictsOf, type Verdict } from './verdicts.js';

/** A look with its colours as `#rrggbb` (or the name of a system colour) and all its verdicts. */
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

/** Properties that are not colours. */
const otherProperties = ['font', 'heading-font', 'quote-font', 'radius', 'table-size'] as const;

export const properties: readonly string[] = [...colourTokens, ...otherProperties].map((name) => `--stance-${name}`);

/** What other systems call these properties. */
const synonyms: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    support: ['for', 'pro', 'agree', 'positive'],
    oppose: ['against', 'anti', 'con', 'disagree', 'negative', 'opposition'],
    ink: ['text', 'color', 'colour', 'foreground', 'fg', 'text-color', 'text-colour'],
    muted: ['secondary', 'hint', 'label', 'text-muted'],
    line: ['border', 'border-color', 'border-colour', 'rule', 'divider', 'outline'],
    surface: ['background', 'bg', 'background-color', 'background-colour', 'canvas'],
    raised: ['hover', 'elevated', 'surface-raised'],
    accent: ['focus', 'selection', 'highlight', 'primary'],
    radius: ['border-radius', 'corner', 'rounded'],
    font: ['font-family'],
  }).flatMap(([name, others]) => others.map((other) => [other, `--stance-${name}`])),
);

/** Checks a theme, the text of a style sheet, in light, dark, print and forced colours. Does not need Node, so a page can call it too. */
export function checkTheme(css: string, file: string): CheckedTheme {
  const theme = readTheme(css, file);
  if ('problem' in theme) return { problems: [theme.problem], notes: [], looks: [] };
  const { looks, problems, notes } = looksOf(theme);
  const judged = looks.map((look) => ({ look, verdicts: verdictsOf(look) }));
  return {
    problems: sortByLocation([...problems, ...unknownProperties(theme), ...themeProblems(judged, file)]),
    notes: sortByLocation([...theme.notes, ...notes, ...noteNoSettings(theme)]),
    looks: judged.map(({ look, verdicts }) => ({ name: look.name, colours: coloursOf(look), verdicts })),
  };
}

function unknownProperties({ settings }: Theme): readonly Problem[] {
  const seen = new Set<string>();
  return settings.flatMap(({ property, location }) => {
    const where = `${location.line}:${location.column}`;
    if (!property.startsWith('--stance-') || properties.includes(property) || seen.has(where)) return [];
    seen.add(where);
    const meant = synonyms[property.slice('--stance-'.length).toLowerCase()] ?? nearestName(property, properties);
    return problemAt(
      location,
      `Unknown property ${property}.`,
      meant ? `Did you mean ${meant}?` : `Properties: ${properties.join(', ')}.`,
    );
  });
}

function noteNoSettings({ file, settings }: Theme): readonly Problem[] {
  if (settings.some(({ property }) => property.startsWith('--stance-'))) return [];
  const message = 'This file sets no --stance- property; the default colours were checked.';
  return [problemAt({ file, line: 1, column: 1 }, message, `Properties: ${properties.join(', ')}.`)];
}

function coloursOf({ tokens: rendered }: Look): CheckedLook['colours'] {
  return Object.fromEntries(
    colourTokens.map((token) => {
      const { colour, system } = rendered[token];
      return [token, colour ? hexOf(colour) : (system ?? null)];
    }),
  ) as CheckedLook['colours'];
}

import { problemAt, inQuotes, type FileLocation, type Problem } from '../authoring/problem.js';
import { hexOf, composite, readColour, type Colour } from './colour.js';
import { computedValue } from './computed-value.js';
import { matchesMedia, type MediaContext } from './media.js';
import { colourTokens, palette, type ColourDefault, type ColourToken } from '../theme/tokens.js';
import type { Setting, Theme } from './read-theme.js';
import type { Widget } from './scope.js';

/** The rendered value of a token: a colour, a system colour, or neither if the value is invalid. */
export interface RenderedColour {
  readonly colour?: Colour | undefined;
  /** A system colour, in lower case. Its value depends on the reader's system. */
  readonly system?: string;
  /** The setting of the theme that it comes from; undefined for the default. */
  readonly from?: Setting | undefined;
}

/** Text and background of a part that a theme styles with `::part()`. */
export interface RenderedPart {
  readonly text?: RenderedColour;
  readonly background?: RenderedColour;
}

/** The system colours of CSS Color 4, section 6.2. */
const systemColours = new Set(
  (
    'accentcolor accentcolortext activetext buttonborder buttonface buttontext canvas canvastext field fieldtext ' +
    'graytext highlight highlighttext linktext mark marktext selecteditem selecteditemtext visitedtext'
  ).split(' '),
);

export type Scheme = 'light' | 'dark';

/** Where and how a theme is rendered. */
export interface RenderContext {
  readonly theme: Theme;
  /** The condition that the page must meet, such as `.sport`; empty for any page. */
  readonly condition: string;
  readonly widget: Widget;
  readonly context: MediaContext;
  /** The colour scheme of the page. */
  readonly scheme: Scheme;
}

/** Returns the matching settings that apply in this context, in cascade order: the strongest last. */
export function applicableSettings(
  { theme, condition, widget, context }: Omit<RenderContext, 'scheme'>,
  matches: (setting: Setting) => boolean,
): readonly Setting[] {
  const strength = ({ isImportant, scope }: Setting) =>
    Number(isImportant) * 4 + Number(scope.isOnElement) * 2 + Number(scope.condition !== '');
  return theme.settings
    .filter(
      (setting) =>
        matches(setting) &&
        ['', condition].includes(setting.scope.condition) &&
        setting.scope.widgets.includes(widget) &&
        setting.media.every((query) => matchesMedia(query, context)),
    )
    .sort((one, other) => strength(one) - strength(other));
}

/** Problems and notes by their serialized form, so that each is reported once. */
export interface Findings {
  readonly problems: Map<string, Problem>;
  readonly notes: Map<string, Problem>;
}

type Report = (to: keyof Findings, location: FileLocation, message: string, hint: string) => void;

/** Returns the rendered value of every token and of every styled part. */
export function renderedColours(
  where: RenderContext,
  findings: Findings,
): {
  readonly tokens: Readonly<Record<ColourToken, RenderedColour>>;
  readonly parts: ReadonlyMap<string, RenderedPart>;
} {
  const report: Report = (to, location, message, hint) => {
    const problem = problemAt(location, message, hint);
    findings[to].set(JSON.stringify(problem), problem);
  };
  const settings = applicableSettings(where, ({ scope }) => scope.part === undefined);
  const settingOf = (name: string) => settings.findLast(({ property }) => property === name);
  const valueOf = valuesIn(where.scheme, settingOf, report);
  const rendered = renderTokens(where, settingOf, valueOf, report);
  return { tokens: overCanvas(rendered, where.scheme, report), parts: renderParts(where, rendered, valueOf, report) };
}

type ValueOf = (value: string, location: FileLocation) => string | undefined;

/** Creates a function that computes values; it returns undefined if a property has no value or refers to itself. */
function valuesIn(scheme: Scheme, settingOf: (name: string) => Setting | undefined, report: Report): ValueOf {
  const pending = new Set<string>();
  const valueOf: ValueOf = (value, location) =>
    computedValue(value, {
      scheme,
      property: (name) => {
        const setting = settingOf(name);
        if (setting && !pending.has(name)) {
          pending.add(name);
          const found = valueOf(setting.value, setting.location);
          pending.delete(name);
          return found;
        }
        if (!setting && !name.startsWith('--stance-'))
          report(
            'notes',
            location,
            `${name} is not set in this file and was not checked.`,
            'Set it in this file to have it checked.',
          );
        return undefined;
      },
    });
  return valueOf;
}

function renderTokens(
  { context, scheme }: RenderContext,
  settingOf: (name: string) => Setting | undefined,
  valueOf: ValueOf,
  report: Report,
): Readonly<Record<ColourToken, RenderedColour>> {
  const all: Partial<Record<ColourToken, RenderedColour>> = {};
  const tokenColour = (token: ColourToken): RenderedColour => (all[token] ??= computeToken(token));
  const computeToken = (token: ColourToken): RenderedColour => {
    const own: ColourDefault = palette[token];
    if (context.isForced) return toRenderedColour(own.forced, undefined, undefined, report);
    const setting = settingOf(`--stance-${token}`);
    const value = setting && valueOf(setting.value, setting.location);
    if (value) return toRenderedColour(value, setting, token === 'ink' ? undefined : tokenColour('ink'), report);
    return 'sameAs' in own ? tokenColour(own.sameAs) : toRenderedColour(own[scheme], undefined, undefined, report);
  };
  return Object.fromEntries(colourTokens.map((token) => [token, tokenColour(token)])) as Record<
    ColourToken,
    RenderedColour
  >;
}

function toRenderedColour(
  value: string,
  from: Setting | undefined,
  ink: RenderedColour | undefined,
  report: Report,
): RenderedColour {
  const word = value.toLowerCase();
  if (systemColours.has(word)) return { system: word, from };
  if (word === 'currentcolor' && ink) return { ...ink, from };
  const colour = readColour(value);
  if (!colour && from)
    report(
      'problems',
      from.location,
      `${from.property} is not a colour: ${inQuotes(value, 60)}.`,
      'Use a colour, such as #1b6ca8 or light-dark(#1b6ca8, #6db3e8).',
    );
  return { colour, from };
}

/** Keywords that do not set a colour. */
const neutralKeywords = new Set(['inherit', 'unset', 'none', 'transparent', 'revert', 'revert-layer', 'initial']);

function renderParts(
  where: RenderContext,
  rendered: Readonly<Record<ColourToken, RenderedColour>>,
  valueOf: ValueOf,
  report: Report,
): ReadonlyMap<string, RenderedPart> {
  const parts = new Map<string, RenderedPart>();
  for (const setting of applicableSettings(where, ({ scope }) => scope.part !== undefined)) {
    const { property, value, location } = setting;
    const part = setting.scope.part!;
    if (property === 'forced-color-adjust' && where.context.isForced && value.toLowerCase() === 'none')
      report(
        'notes',
        location,
        `In forced colours ::part(${part}) overrides the reader’s colours.`,
        'Remove forced-color-adjust.',
      );
    // In forced colours the system replaces both.
    const isColour = property === 'color' || property.startsWith('background');
    if (!isColour || where.context.isForced || neutralKeywords.has(value.toLowerCase())) continue;
    const plain = valueOf(value, location);
    if (plain === undefined) continue;
    if (property !== 'color' && !readColour(plain) && !systemColours.has(plain.toLowerCase()))
      report(
        'notes',
        location,
        `The background of ::part(${part}) is not a plain colour, so the text on it was not checked.`,
        'Check it by eye in light and dark.',
      );
    else {
      const key = property === 'color' ? 'text' : 'background';
      parts.set(part, { ...parts.get(part), [key]: toRenderedColour(plain, setting, rendered.ink, report) });
    }
  }
  return parts;
}

/** Composites translucent backgrounds onto the page's background, assumed to be the browser default: white in light, near black in dark. */
function overCanvas(
  rendered: Readonly<Record<ColourToken, RenderedColour>>,
  scheme: Scheme,
  report: Report,
): Readonly<Record<ColourToken, RenderedColour>> {
  const canvas = readColour(scheme === 'light' ? '#fff' : '#121212')!;
  const { surface, raised } = rendered;
  const isTranslucent = ({ colour }: RenderedColour) => colour !== undefined && colour.alpha < 1;
  const below = surface.colour ? composite(surface.colour, canvas) : canvas;
  if (surface.from && isTranslucent(surface))
    report(
      'notes',
      surface.from.location,
      `--stance-surface is translucent; it was checked on ${hexOf(canvas)} in ${scheme}.`,
      'Use the colour of your page: it is also the text colour of pressed buttons and bars.',
    );
  return {
    ...rendered,
    ...(isTranslucent(surface) && { surface: { from: surface.from, colour: below } }),
    ...(isTranslucent(raised) && { raised: { from: raised.from, colour: composite(raised.colour!, below) } }),
  };
}

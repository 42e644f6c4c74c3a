import { problemAt, quoted, type FilePlace, type Problem } from '../authoring/problem.js';
import { hexOf, laidOn, readColour, type Colour } from './colour.js';
import { computedValue } from './computed-value.js';
import { mediaHolds, type Surroundings } from './media.js';
import { colourTokens, palette, type ColourDefault, type ColourToken } from '../theme/tokens.js';
import type { Setting, Theme } from './read-theme.js';
import type { Widget } from './scope.js';

/** A token as it is drawn: a colour, the name of one of the reader’s own, or what is no colour at all. */
export interface Drawn {
  readonly colour?: Colour | undefined;
  /** A system colour, in lower case: only the reader’s machine knows it. */
  readonly system?: string;
  /** The setting of the theme that decides it; undefined where the widgets’ default does. */
  readonly from?: Setting | undefined;
}

/** Text and ground of a part that a theme colours by `::part()`. */
export interface DrawnPart {
  readonly text?: Drawn;
  readonly ground?: Drawn;
}

/** The colours of CSS Color 4, section 6.2, that are the reader’s. */
const systemColours = new Set(
  (
    'accentcolor accentcolortext activetext buttonborder buttonface buttontext canvas canvastext field fieldtext ' +
    'graytext highlight highlighttext linktext mark marktext selecteditem selecteditemtext visitedtext'
  ).split(' '),
);

export type Scheme = 'light' | 'dark';

/** Where and how a theme is seen. */
export interface Where {
  readonly theme: Theme;
  /** What must hold of the page besides; empty where nothing. */
  readonly condition: string;
  readonly widget: Widget;
  readonly shown: Surroundings;
  /** The colour scheme of the page. */
  readonly scheme: Scheme;
}

/** The settings that hold there, the strongest last. */
export function holding(
  { theme, condition, widget, shown }: Omit<Where, 'scheme'>,
  wanted: (setting: Setting) => boolean,
): readonly Setting[] {
  const strength = ({ isImportant, scope }: Setting) =>
    Number(isImportant) * 4 + Number(scope.isOnElement) * 2 + Number(scope.condition !== '');
  return theme.settings
    .filter(
      (setting) =>
        wanted(setting) &&
        ['', condition].includes(setting.scope.condition) &&
        setting.scope.widgets.includes(widget) &&
        setting.media.every((query) => mediaHolds(query, shown)),
    )
    .sort((one, other) => strength(one) - strength(other));
}

/** What is found on the way, each thing once. */
export interface Findings {
  readonly problems: Map<string, Problem>;
  readonly notes: Map<string, Problem>;
}

type Say = (to: keyof Findings, place: FilePlace, message: string, mend: string) => void;

/** Every token and every coloured part as it is drawn there. */
export function drawnIn(
  where: Where,
  findings: Findings,
): { readonly tokens: Readonly<Record<ColourToken, Drawn>>; readonly parts: ReadonlyMap<string, DrawnPart> } {
  const say: Say = (to, place, message, mend) => {
    const problem = problemAt(place, message, mend);
    findings[to].set(JSON.stringify(problem), problem);
  };
  const settings = holding(where, ({ scope }) => scope.part === undefined);
  const settingOf = (name: string) => settings.findLast(({ property }) => property === name);
  const valueOf = valuesIn(where.scheme, settingOf, say);
  const drawn = drawnTokens(where, settingOf, valueOf, say);
  return { tokens: overCanvas(drawn, where.scheme, say), parts: drawnParts(where, drawn, valueOf, say) };
}

type ValueOf = (value: string, place: FilePlace) => string | undefined;

/** What a value comes to there; undefined where a property in it has no value, or has itself. */
function valuesIn(scheme: Scheme, settingOf: (name: string) => Setting | undefined, say: Say): ValueOf {
  const waiting = new Set<string>();
  const valueOf: ValueOf = (value, place) =>
    computedValue(value, {
      scheme,
      property: (name) => {
        const setting = settingOf(name);
        if (setting && !waiting.has(name)) {
          waiting.add(name);
          const found = valueOf(setting.value, setting.place);
          waiting.delete(name);
          return found;
        }
        if (!setting && !name.startsWith('--stance-'))
          say(
            'notes',
            place,
            `${name} is not set in this file, so what the page makes of it was not checked.`,
            'Set it here too to have it checked.',
          );
        return undefined;
      },
    });
  return valueOf;
}

function drawnTokens(
  { shown, scheme }: Where,
  settingOf: (name: string) => Setting | undefined,
  valueOf: ValueOf,
  say: Say,
): Readonly<Record<ColourToken, Drawn>> {
  const all: Partial<Record<ColourToken, Drawn>> = {};
  const drawnToken = (token: ColourToken): Drawn => (all[token] ??= drawnAnew(token));
  const drawnAnew = (token: ColourToken): Drawn => {
    const own: ColourDefault = palette[token];
    if (shown.isForced) return drawnOf(own.forced, undefined, undefined, say);
    const setting = settingOf(`--stance-${token}`);
    const value = setting && valueOf(setting.value, setting.place);
    if (value) return drawnOf(value, setting, token === 'ink' ? undefined : drawnToken('ink'), say);
    return 'sameAs' in own ? drawnToken(own.sameAs) : drawnOf(own[scheme], undefined, undefined, say);
  };
  return Object.fromEntries(colourTokens.map((token) => [token, drawnToken(token)])) as Record<ColourToken, Drawn>;
}

function drawnOf(value: string, from: Setting | undefined, ink: Drawn | undefined, say: Say): Drawn {
  const word = value.toLowerCase();
  if (systemColours.has(word)) return { system: word, from };
  if (word === 'currentcolor' && ink) return { ...ink, from };
  const colour = readColour(value);
  if (!colour && from)
    say(
      'problems',
      from.place,
      `${from.property} is no colour here: ${quoted(value, 60)}.`,
      'Write a colour, such as #1b6ca8 or light-dark(#1b6ca8, #6db3e8).',
    );
  return { colour, from };
}

/** Words that leave things as they are. */
const leaving = new Set(['inherit', 'unset', 'none', 'transparent', 'revert', 'revert-layer', 'initial']);

function drawnParts(
  where: Where,
  drawn: Readonly<Record<ColourToken, Drawn>>,
  valueOf: ValueOf,
  say: Say,
): ReadonlyMap<string, DrawnPart> {
  const parts = new Map<string, DrawnPart>();
  for (const setting of holding(where, ({ scope }) => scope.part !== undefined)) {
    const { property, value, place } = setting;
    const part = setting.scope.part!;
    if (property === 'forced-color-adjust' && where.shown.isForced && value.toLowerCase() === 'none')
      say(
        'notes',
        place,
        `In forced colours ::part(${part}) keeps its own colours, against those of the reader.`,
        'Leave forced-color-adjust out.',
      );
    // In forced colours the system puts its own in place of both.
    const isColour = property === 'color' || property.startsWith('background');
    if (!isColour || where.shown.isForced || leaving.has(value.toLowerCase())) continue;
    const plain = valueOf(value, place);
    if (plain === undefined) continue;
    if (property !== 'color' && !readColour(plain) && !systemColours.has(plain.toLowerCase()))
      say(
        'notes',
        place,
        `The ground of ::part(${part}) is more than a colour, so the text on it was not checked.`,
        'Look at it in light and dark.',
      );
    else {
      const key = property === 'color' ? 'text' : 'ground';
      parts.set(part, { ...parts.get(part), [key]: drawnOf(plain, setting, drawn.ink, say) });
    }
  }
  return parts;
}

/** A see-through ground shows the page, which only the page knows: taken as browsers paint it, white in light, near black in dark. */
function overCanvas(
  drawn: Readonly<Record<ColourToken, Drawn>>,
  scheme: Scheme,
  say: Say,
): Readonly<Record<ColourToken, Drawn>> {
  const canvas = readColour(scheme === 'light' ? '#fff' : '#121212')!;
  const { surface, raised } = drawn;
  const isThrough = ({ colour }: Drawn) => colour !== undefined && colour.alpha < 1;
  const below = surface.colour ? laidOn(surface.colour, canvas) : canvas;
  if (surface.from && isThrough(surface))
    say(
      'notes',
      surface.from.place,
      `--stance-surface lets the page through; it was checked over ${hexOf(canvas)} in ${scheme}.`,
      'Give the colour of your page: pressed buttons and counted voices are written in it.',
    );
  return {
    ...drawn,
    ...(isThrough(surface) && { surface: { from: surface.from, colour: below } }),
    ...(isThrough(raised) && { raised: { from: raised.from, colour: laidOn(raised.colour!, below) } }),
  };
}

import type { Problem } from '../authoring/problem.js';
import { hexOf } from './colour.js';
import { drawnIn, holding, type Drawn, type DrawnPart, type Scheme } from './drawn.js';
import type { Surroundings } from './media.js';
import type { ColourToken } from '../theme/tokens.js';
import type { Theme } from './read-theme.js';
import { widgets, type Widget } from './scope.js';

/** One way in which the theme is seen. */
export interface Look {
  /** `light`, `dark`, `.sport dark`; of several that look the same the names together. */
  readonly name: string;
  /** The schemes of any page, where that is all that it takes to see it so. */
  readonly schemes: readonly Scheme[];
  readonly isForced: boolean;
  readonly isPrinted: boolean;
  /** Where the system asks for one scheme and the page keeps to the other. */
  readonly isMixed: boolean;
  readonly tokens: Readonly<Record<ColourToken, Drawn>>;
  readonly parts: ReadonlyMap<string, DrawnPart>;
}

export interface Looks {
  readonly looks: readonly Look[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

interface Way {
  readonly shown: Surroundings;
  readonly name: string;
}

const ways: readonly Way[] = [
  { name: 'light', shown: { system: 'light', isForced: false, isPrint: false } },
  { name: 'dark', shown: { system: 'dark', isForced: false, isPrint: false } },
  { name: 'print', shown: { system: 'light', isForced: false, isPrint: true } },
  { name: 'forced colours', shown: { system: 'light', isForced: true, isPrint: false } },
];

/** A look with where it was found, before like ones are joined. */
interface Found {
  readonly condition: string;
  readonly widget: Widget;
  readonly way: string;
  readonly look: Look;
}

/** Every way in which a theme is seen: light, dark, on paper, in forced colours, and the same wherever a selector asks for more. */
export function looksOf(theme: Theme): Looks {
  const findings = { problems: new Map<string, Problem>(), notes: new Map<string, Problem>() };
  const conditions = new Set(['', ...theme.settings.map(({ scope }) => scope.condition)]);
  const found: Found[] = [];
  for (const condition of conditions)
    for (const widget of widgets)
      for (const { name, shown } of ways)
        for (const { scheme, isMixed } of schemesOf(theme, condition, widget, shown)) {
          const drawn = drawnIn({ theme, condition, widget, shown, scheme }, findings);
          const look = { name, schemes: [], isForced: shown.isForced, isPrinted: shown.isPrint, isMixed, ...drawn };
          found.push({ condition, widget, way: isMixed ? `${shown.system} system, ${scheme} page` : name, look });
        }
  return { looks: joined(found), problems: [...findings.problems.values()], notes: [...findings.notes.values()] };
}

/** The schemes that the page may have then: what the theme says, else what any page says. */
function schemesOf(
  theme: Theme,
  condition: string,
  widget: Widget,
  shown: Surroundings,
): readonly { readonly scheme: Scheme; readonly isMixed: boolean }[] {
  const { system } = shown;
  // On paper the widgets are light.
  if (shown.isPrint || shown.isForced) return [{ scheme: 'light', isMixed: false }];
  const said = holding({ theme, condition, widget, shown }, ({ property }) => property === 'color-scheme').at(-1);
  const words = said?.value.toLowerCase().split(/\s+/) ?? [];
  const [light, dark] = [words.includes('light'), words.includes('dark')];
  if (light !== dark) return [{ scheme: light ? 'light' : 'dark', isMixed: false }];
  const followed = { scheme: system, isMixed: false } as const;
  return light ? [followed] : [followed, { scheme: system === 'light' ? 'dark' : 'light', isMixed: true }];
}

/** Looks that differ in nothing but their name become one. */
function joined(looks: readonly Found[]): readonly Look[] {
  const groups = new Map<string, Found[]>();
  for (const each of looks) {
    const key = keyOf(each.look);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => {
    // One name is enough: a plain look goes before a mixed one, the page as it is before a condition, a screen before paper.
    const plain = group.filter(({ look }) => !look.isMixed);
    const candidates = plain.length > 0 ? plain : group;
    const first = candidates.filter(({ condition }) => condition === candidates[0]!.condition);
    const onScreen = first.filter(({ look }) => !look.isPrinted);
    const ways = [...new Set((onScreen.length > 0 ? onScreen : first).map(({ way }) => way))];
    const tags = new Set(first.map(({ widget }) => (widget === 'matrix' ? 'stance-matrix' : 'source-disagreement')));
    const parts = [tags.size === 1 ? [...tags][0] : '', candidates[0]!.condition, ways.join(' and ')];
    return {
      ...group[0]!.look,
      name: parts.filter(Boolean).join(' '),
      schemes: candidates[0]!.condition === '' && ways.every(isScheme) ? ways : [],
      isPrinted: group.some(({ look }) => look.isPrinted),
      isMixed: plain.length === 0,
    };
  });
}

function isScheme(way: string): way is Scheme {
  return way === 'light' || way === 'dark';
}

/** The colours and the settings they come from, as text. */
function keyOf({ tokens, parts, isForced }: Look): string {
  const written = (drawn: Drawn | undefined) =>
    drawn && [drawn.colour && hexOf(drawn.colour), drawn.system, drawn.from?.place];
  return JSON.stringify([
    isForced,
    Object.values(tokens).map(written),
    [...parts].map(([part, { text, ground }]) => [part, written(text), written(ground)]),
  ]);
}

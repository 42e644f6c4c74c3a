import type { Problem } from '../authoring/problem.js';
import { hexOf } from './colour.js';
import {
  renderedColours,
  applicableSettings,
  type RenderedColour,
  type RenderedPart,
  type Scheme,
} from './rendered-colours.js';
import type { MediaContext } from './media.js';
import type { ColourToken } from '../theme/tokens.js';
import type { Theme } from './read-theme.js';
import { widgets, type Widget } from './scope.js';

/** One appearance of the widgets under a theme. */
export interface Look {
  /** `light`, `dark`, `.sport dark`; joined names for equal looks. */
  readonly name: string;
  /** The colour schemes that show this look on any page; empty if it depends on anything else. */
  readonly schemes: readonly Scheme[];
  readonly isForced: boolean;
  readonly isPrinted: boolean;
  /** Whether the system prefers one colour scheme and the page uses the other. */
  readonly isMixed: boolean;
  readonly tokens: Readonly<Record<ColourToken, RenderedColour>>;
  readonly parts: ReadonlyMap<string, RenderedPart>;
}

export interface Looks {
  readonly looks: readonly Look[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

interface Medium {
  readonly context: MediaContext;
  readonly name: string;
}

const media: readonly Medium[] = [
  { name: 'light', context: { system: 'light', isForced: false, isPrint: false } },
  { name: 'dark', context: { system: 'dark', isForced: false, isPrint: false } },
  { name: 'print', context: { system: 'light', isForced: false, isPrint: true } },
  { name: 'forced colours', context: { system: 'light', isForced: true, isPrint: false } },
];

/** A look and where it occurs, before equal looks are merged. */
interface FoundLook {
  readonly condition: string;
  readonly widget: Widget;
  readonly medium: string;
  readonly look: Look;
}

/** Returns every look of a theme: light, dark, print and forced colours, each also under every condition of its selectors. */
export function looksOf(theme: Theme): Looks {
  const findings = { problems: new Map<string, Problem>(), notes: new Map<string, Problem>() };
  const conditions = new Set(['', ...theme.settings.map(({ scope }) => scope.condition)]);
  const found: FoundLook[] = [];
  for (const condition of conditions)
    for (const widget of widgets)
      for (const { name, context } of media)
        for (const { scheme, isMixed } of possibleSchemes(theme, condition, widget, context)) {
          const rendered = renderedColours({ theme, condition, widget, context, scheme }, findings);
          const look = {
            name,
            schemes: [],
            isForced: context.isForced,
            isPrinted: context.isPrint,
            isMixed,
            ...rendered,
          };
          found.push({ condition, widget, medium: isMixed ? `${context.system} system, ${scheme} page` : name, look });
        }
  return {
    looks: mergeEqualLooks(found),
    problems: [...findings.problems.values()],
    notes: [...findings.notes.values()],
  };
}

/** Returns the colour schemes that the page may have: the one that the theme sets, else any. */
function possibleSchemes(
  theme: Theme,
  condition: string,
  widget: Widget,
  context: MediaContext,
): readonly { readonly scheme: Scheme; readonly isMixed: boolean }[] {
  const { system } = context;
  // The widgets are always light in print.
  if (context.isPrint || context.isForced) return [{ scheme: 'light', isMixed: false }];
  const setting = applicableSettings(
    { theme, condition, widget, context },
    ({ property }) => property === 'color-scheme',
  ).at(-1);
  const words = setting?.value.toLowerCase().split(/\s+/) ?? [];
  const [light, dark] = [words.includes('light'), words.includes('dark')];
  if (light !== dark) return [{ scheme: light ? 'light' : 'dark', isMixed: false }];
  const followsSystem = { scheme: system, isMixed: false } as const;
  return light ? [followsSystem] : [followsSystem, { scheme: system === 'light' ? 'dark' : 'light', isMixed: true }];
}

/** Merges looks that differ only in their name. */
function mergeEqualLooks(looks: readonly FoundLook[]): readonly Look[] {
  const groups = new Map<string, FoundLook[]>();
  for (const each of looks) {
    const key = keyOf(each.look);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => {
    // The name comes from the most ordinary look: not mixed, without a condition, on screen.
    const plain = group.filter(({ look }) => !look.isMixed);
    const candidates = plain.length > 0 ? plain : group;
    const first = candidates.filter(({ condition }) => condition === candidates[0]!.condition);
    const onScreen = first.filter(({ look }) => !look.isPrinted);
    const mediaNames = [...new Set((onScreen.length > 0 ? onScreen : first).map(({ medium }) => medium))];
    const tags = new Set(first.map(({ widget }) => (widget === 'matrix' ? 'stance-matrix' : 'source-disagreement')));
    const parts = [tags.size === 1 ? [...tags][0] : '', candidates[0]!.condition, mediaNames.join(' and ')];
    return {
      ...group[0]!.look,
      name: parts.filter(Boolean).join(' '),
      schemes: candidates[0]!.condition === '' && mediaNames.every(isScheme) ? mediaNames : [],
      isPrinted: group.some(({ look }) => look.isPrinted),
      isMixed: plain.length === 0,
    };
  });
}

function isScheme(medium: string): medium is Scheme {
  return medium === 'light' || medium === 'dark';
}

/** Serializes the colours and the settings they come from. */
function keyOf({ tokens, parts, isForced }: Look): string {
  const serialize = (rendered: RenderedColour | undefined) =>
    rendered && [rendered.colour && hexOf(rendered.colour), rendered.system, rendered.from?.location];
  return JSON.stringify([
    isForced,
    Object.values(tokens).map(serialize),
    [...parts].map(([part, { text, background: ground }]) => [part, serialize(text), serialize(ground)]),
  ]);
}

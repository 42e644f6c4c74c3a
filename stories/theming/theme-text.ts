import { isFunctionNode, isTokenNode, parseComponentValue } from '@csstools/css-parser-algorithms';
import { tokenize, TokenType } from '@csstools/css-tokenizer';
import { Declaration, parse, Rule, type Root } from 'postcss';
import type { FileLocation } from '../../src/authoring/problem.js';
import { properties } from '../../src/theme-check/check-theme.js';
import {
  renderedColours,
  applicableSettings,
  type RenderedColour,
  type Scheme,
} from '../../src/theme-check/rendered-colours.js';
import { matchesMedia, type MediaContext } from '../../src/theme-check/media.js';
import type { ColourToken } from '../../src/theme/tokens.js';
import { readTheme, type Setting, type Theme } from '../../src/theme-check/read-theme.js';
import { scopeOf, widgets } from '../../src/theme-check/scope.js';

/**
 * The style sheet's text is the only state of a theme: the page reads every value from it and writes every change into it. So comments,
 * parts and conditions survive, and what a designer copies is exactly what was checked.
 */

/** A theme that sets nothing yet. */
export const emptyTheme = 'stance-matrix,\nsource-disagreement {\n}\n';

/** A value for light and one for dark; the same twice where a theme does not distinguish them. */
export type LightDark = Readonly<Record<Scheme, string>>;

const screens: Readonly<Record<Scheme, MediaContext>> = {
  light: { system: 'light', isForced: false, isPrint: false },
  dark: { system: 'dark', isForced: false, isPrint: false },
};

function themeOf(css: string): Theme {
  const theme = readTheme(css, 'theme.css');
  if ('problem' in theme) throw new TypeError(theme.problem.message);
  return theme;
}

/** Returns the value of a property as the theme writes it; undefined where it sets none. */
export function valueIn(css: string, property: string): LightDark | undefined {
  const theme = themeOf(css);
  const [light, dark] = (['light', 'dark'] as const).map((scheme) => {
    const where = { theme, condition: '', widget: 'matrix', context: screens[scheme] } as const;
    const setting = applicableSettings(where, (each) => each.property === property && !each.scope.part).at(-1);
    return setting && (lightDarkOf(setting.value)?.[scheme] ?? setting.value);
  });
  return light === undefined && dark === undefined ? undefined : { light: light ?? '', dark: dark ?? '' };
}

/** Returns the arguments of `light-dark(…, …)`; undefined for any other value. */
export function lightDarkOf(value: string): LightDark | undefined {
  const node = parseComponentValue(tokenize({ css: value.trim() }));
  if (!node || !isFunctionNode(node) || node.getName().toLowerCase() !== 'light-dark') return undefined;
  const comma = node.value.findIndex((each) => isTokenNode(each) && each.value[0] === TokenType.Comma);
  const [light, dark] = [node.value.slice(0, comma), node.value.slice(comma + 1)].map((argument) =>
    argument.join('').trim(),
  );
  return comma < 0 ? undefined : { light: light!, dark: dark! };
}

/** Returns the value as CSS: `light-dark(…, …)` only where the two differ. */
export function lightDarkText({ light, dark }: LightDark): string {
  return light === dark ? light : `light-dark(${light}, ${dark})`;
}

/** Whether a text is one complete value, so that it cannot break out of its declaration. */
export function isOneValue(text: string): boolean {
  try {
    const { nodes } = parse(`a{--a:${text};--b:0}`);
    const [rule] = nodes;
    const declarations = rule instanceof Rule && nodes.length === 1 ? rule.nodes : [];
    const [first, second] = declarations as readonly Declaration[];
    return declarations.length === 2 && first?.value === text.trim() && text.trim() !== '' && second?.prop === '--b';
  } catch {
    return false;
  }
}

/** Returns a colour as the matrix shows it on a plain page with that colour scheme. */
export function computedColour(css: string, token: ColourToken, scheme: Scheme): RenderedColour {
  const where = { theme: themeOf(css), condition: '', widget: 'matrix', context: screens[scheme], scheme } as const;
  return renderedColours(where, { problems: new Map(), notes: new Map() }).tokens[token];
}

/**
 * Returns the theme with another value of a property on a plain page, or without the property. The new declaration replaces the old one,
 * or is added to the first rule for both widgets; duplicates are removed. Declarations under a condition, for print or for forced colours
 * are kept.
 */
export function withValue(css: string, property: string, value: string | undefined): string {
  const root = parse(css);
  const before = plainDeclarations(root, property, themeOf(css));
  const kept = value === undefined ? undefined : before.find(({ parent }) => parent instanceof Rule && isMain(parent));
  for (const declaration of before) if (declaration !== kept) declaration.remove();
  if (kept) kept.value = value!;
  else if (value !== undefined) insert(mainRule(root), property, value);
  return root.toString();
}

/** Returns the theme with another text colour of a part, where one is declared at that position; else unchanged. */
export function withPartColour(
  css: string,
  location: FileLocation,
  schemes: readonly Scheme[],
  colour: string,
): string {
  const root = parse(css);
  const declared = declarationsWithPosition(root).find(
    ({ position }) => position === positionOf({ location }),
  )?.declaration;
  if (declared?.prop.toLowerCase() !== 'color') return css;
  const before = lightDarkOf(declared.value) ?? { light: declared.value, dark: declared.value };
  declared.value = lightDarkText({ ...before, ...Object.fromEntries(schemes.map((scheme) => [scheme, colour])) });
  return root.toString();
}

function plainDeclarations(root: Root, property: string, { settings }: Theme): readonly Declaration[] {
  const positions = new Set(settings.filter((each) => each.property === property && isPlain(each)).map(positionOf));
  return declarationsWithPosition(root).flatMap(({ declaration, position }) =>
    positions.has(position) ? [declaration] : [],
  );
}

/** Returns every declaration with its position as `readTheme` reports it: columns count code points. */
function declarationsWithPosition(
  root: Root,
): readonly { readonly declaration: Declaration; readonly position: string }[] {
  const lines = root.source!.input.css.split(/\r\n|[\n\r\f]/);
  const found: { declaration: Declaration; position: string }[] = [];
  root.walkDecls((declaration) => {
    const { line, column } = declaration.source!.start!;
    const before = Array.from(lines[line - 1]!.slice(0, column - 1)).length;
    found.push({ declaration, position: positionOf({ location: { line, column: before + 1 } }) });
  });
  return found;
}

function positionOf({ location }: { readonly location: Pick<FileLocation, 'line' | 'column'> }): string {
  return `${location.line}:${location.column}`;
}

function isPlain({ scope, media }: Setting): boolean {
  const appliesTo = (screen: MediaContext) => media.every((query) => matchesMedia(query, screen));
  return scope.condition === '' && !scope.part && (appliesTo(screens.light) || appliesTo(screens.dark));
}

/** Whether a rule applies to both widgets unconditionally. */
function isMain(rule: Rule): boolean {
  const scopes = rule.selectors.map(scopeOf).filter(({ condition, part }) => condition === '' && part === undefined);
  const named = new Set(scopes.flatMap((scope) => scope.widgets));
  return rule.parent?.type === 'root' && named.size === widgets.length;
}

function mainRule(root: Root): Rule {
  const found = root.nodes.find((node): node is Rule => node instanceof Rule && isMain(node));
  if (found) return found;
  const rule = parse(emptyTheme).first as Rule;
  rule.raws.before = root.nodes.length > 0 ? '\n' : '';
  root.append(rule);
  root.raws.after = '\n';
  return rule;
}

/** Inserts a declaration in the order in which properties are documented. */
function insert(rule: Rule, property: string, value: string): void {
  const rank = (name: string) => properties.indexOf(name);
  const declared = rule.nodes.filter((node): node is Declaration => node.type === 'decl');
  const last = declared.findLast(({ prop }) => rank(prop) >= 0 && rank(prop) < rank(property));
  const added = new Declaration({ prop: property, value });
  const indent = declared[0]?.raws.before;
  if (last) rule.insertAfter(last, added);
  else rule.prepend(added);
  added.raws.before = indent ?? '\n  ';
  rule.raws.semicolon = true;
  if (!indent) rule.raws.after = '\n';
}

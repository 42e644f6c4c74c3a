import { isFunctionNode, isTokenNode, parseComponentValue } from '@csstools/css-parser-algorithms';
import { tokenize, TokenType } from '@csstools/css-tokenizer';
import { Declaration, parse, Rule, type Root } from 'postcss';
import type { FilePlace } from '../../src/authoring/problem.js';
import { properties } from '../../src/theme-check/check-theme.js';
import { drawnIn, holding, type Drawn, type Scheme } from '../../src/theme-check/drawn.js';
import { mediaHolds, type Surroundings } from '../../src/theme-check/media.js';
import type { ColourToken } from '../../src/theme/tokens.js';
import { readTheme, type Setting, type Theme } from '../../src/theme-check/read-theme.js';
import { scopeOf, widgets } from '../../src/theme-check/scope.js';

/**
 * The theme is its text: what the page shows is read from the style sheet, and what a designer turns is written into it. So whatever else
 * stands there, parts and comments and conditions, stays as it was, and what is copied is what was judged.
 */

/** Where a theme begins that changes nothing yet. */
export const emptyTheme = 'stance-matrix,\nsource-disagreement {\n}\n';

/** A value in light and in dark; the same twice where a theme does not tell them apart. */
export type Halves = Readonly<Record<Scheme, string>>;

const screens: Readonly<Record<Scheme, Surroundings>> = {
  light: { system: 'light', isForced: false, isPrint: false },
  dark: { system: 'dark', isForced: false, isPrint: false },
};

function themeOf(css: string): Theme {
  const theme = readTheme(css, 'theme.css');
  if ('problem' in theme) throw new TypeError(theme.problem.message);
  return theme;
}

/** What the theme says of a property, as it is written there; undefined where it is silent. */
export function valueIn(css: string, property: string): Halves | undefined {
  const theme = themeOf(css);
  const [light, dark] = (['light', 'dark'] as const).map((scheme) => {
    const where = { theme, condition: '', widget: 'matrix', shown: screens[scheme] } as const;
    const setting = holding(where, (each) => each.property === property && !each.scope.part).at(-1);
    return setting && (lightAndDark(setting.value)?.[scheme] ?? setting.value);
  });
  return light === undefined && dark === undefined ? undefined : { light: light ?? '', dark: dark ?? '' };
}

/** What `light-dark(…, …)` holds; undefined where a value is anything else. */
export function lightAndDark(value: string): Halves | undefined {
  const node = parseComponentValue(tokenize({ css: value.trim() }));
  if (!node || !isFunctionNode(node) || node.getName().toLowerCase() !== 'light-dark') return undefined;
  const comma = node.value.findIndex((each) => isTokenNode(each) && each.value[0] === TokenType.Comma);
  const [light, dark] = [node.value.slice(0, comma), node.value.slice(comma + 1)].map((half) => half.join('').trim());
  return comma < 0 ? undefined : { light: light!, dark: dark! };
}

/** One value for both schemes where they are alike. */
export function written({ light, dark }: Halves): string {
  return light === dark ? light : `light-dark(${light}, ${dark})`;
}

/** Whether a text can stand as the value of a property without running into what stands around it. */
export function isOneValue(text: string): boolean {
  try {
    const { nodes } = parse(`a{--a:${text};--b:0}`);
    const [rule] = nodes;
    const declared = rule instanceof Rule && nodes.length === 1 ? rule.nodes : [];
    const [first, second] = declared as readonly Declaration[];
    return declared.length === 2 && first?.value === text.trim() && text.trim() !== '' && second?.prop === '--b';
  } catch {
    return false;
  }
}

/** A colour as the matrix draws it on a plain page of that scheme. */
export function drawnColour(css: string, token: ColourToken, scheme: Scheme): Drawn {
  const where = { theme: themeOf(css), condition: '', widget: 'matrix', shown: screens[scheme], scheme } as const;
  return drawnIn(where, { problems: new Map(), notes: new Map() }).tokens[token];
}

/**
 * The theme with another value of a property on a plain page, or without the property. It stands where the property stood, else in the
 * first rule that speaks of both widgets; where it stood several times it stands once. What the theme says under a condition, on paper or
 * in forced colours stays.
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

/** The theme with another text colour of a part, where one is declared at that place; else as it was. */
export function withPartColour(css: string, place: FilePlace, schemes: readonly Scheme[], colour: string): string {
  const root = parse(css);
  const declared = placed(root).find(({ at }) => at === placeOf({ place }))?.declaration;
  if (declared?.prop.toLowerCase() !== 'color') return css;
  const before = lightAndDark(declared.value) ?? { light: declared.value, dark: declared.value };
  declared.value = written({ ...before, ...Object.fromEntries(schemes.map((scheme) => [scheme, colour])) });
  return root.toString();
}

function plainDeclarations(root: Root, property: string, { settings }: Theme): readonly Declaration[] {
  const places = new Set(settings.filter((each) => each.property === property && isPlain(each)).map(placeOf));
  return placed(root).flatMap(({ declaration, at }) => (places.has(at) ? [declaration] : []));
}

/** Every declaration with its place as the reader of themes tells it: columns count characters, not halves of them. */
function placed(root: Root): readonly { readonly declaration: Declaration; readonly at: string }[] {
  const lines = root.source!.input.css.split(/\r\n|[\n\r\f]/);
  const found: { declaration: Declaration; at: string }[] = [];
  root.walkDecls((declaration) => {
    const { line, column } = declaration.source!.start!;
    const before = Array.from(lines[line - 1]!.slice(0, column - 1)).length;
    found.push({ declaration, at: placeOf({ place: { line, column: before + 1 } }) });
  });
  return found;
}

function placeOf({ place }: { readonly place: Pick<FilePlace, 'line' | 'column'> }): string {
  return `${place.line}:${place.column}`;
}

function isPlain({ scope, media }: Setting): boolean {
  const holdsIn = (screen: Surroundings) => media.every((query) => mediaHolds(query, screen));
  return scope.condition === '' && !scope.part && (holdsIn(screens.light) || holdsIn(screens.dark));
}

/** Whether a rule speaks of both widgets, always. */
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

/** In the order in which properties are documented, after those that go before. */
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

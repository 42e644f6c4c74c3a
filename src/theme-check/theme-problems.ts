import { problemAt, type FileLocation, type Problem } from '../authoring/problem.js';
import { contrast, hexOf, composite, type Colour } from './colour.js';
import type { RenderedColour, Scheme } from './rendered-colours.js';
import type { Look } from './looks.js';
import { nearest, nearestPassing } from './nearest-passing.js';
import type { ColourToken } from '../theme/tokens.js';
import type { Verdict } from './verdicts.js';

/** The nearest colour that passes. */
export interface NearestColour {
  /** The property to set, such as `--stance-muted`; undefined for the `color` of a part. */
  readonly property?: string;
  /** `#rrggbb` */
  readonly colour: string;
  /** The colour schemes in which to set it; empty if the problem depends on print or on a condition of the page. */
  readonly schemes: readonly Scheme[];
}

export interface ThemeProblem extends Problem {
  /** The colour that the hint names, for programs. */
  readonly nearest?: NearestColour;
}

interface JudgedLook {
  readonly look: Look;
  readonly verdicts: readonly Verdict[];
}

/** Reports each failing pair once per look, with the nearest colour that passes. */
export function themeProblems(judged: readonly JudgedLook[], file: string): readonly ThemeProblem[] {
  return judged.flatMap(({ look, verdicts }) => {
    const failing = verdicts.filter(({ passes }) => passes === false);
    const unknown = look.isForced ? [] : verdicts.filter(({ passes }) => passes === undefined);
    if (look.isMixed && failing.length > 0) return [mixedProblem(look, failing, file)];
    return [
      ...groupByColours(failing).map((group) => toProblem(look, group, file)),
      ...onePerToken(unknown, look).map((each) => unknownProblem(look, each, file)),
    ];
  });
}

/** Groups verdicts by their two colours, the strictest first: if text fails, it is not worth saying that a mark fails too. */
function groupByColours(verdicts: readonly Verdict[]): readonly (readonly Verdict[])[] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const { kind, part, front, other } = verdict;
    const isDistance = kind === 'distance' || kind === 'lightness';
    const key = JSON.stringify([isDistance, part, [front, other].sort()]);
    groups.set(key, [...(groups.get(key) ?? []), verdict]);
  }
  return [...groups.values()].map((group) => group.sort((one, other) => other.least - one.least));
}

function toProblem(look: Look, group: readonly Verdict[], file: string): ThemeProblem {
  const [{ kind, part }] = group as [Verdict];
  if (part !== undefined) return partProblem(look, group[0]!, part, file);
  return kind === 'distance' || kind === 'lightness'
    ? distanceProblem(look, group, file)
    : contrastProblem(look, group[0]!, file);
}

/** Orders two tokens so that the first is the one to change: the background stays. */
function movingFirst({ front, other }: Verdict): readonly [ColourToken, ColourToken] {
  return front === 'surface' || front === 'raised' ? [other, front] : [front, other];
}

function contrastProblem(look: Look, verdict: Verdict, file: string): ThemeProblem {
  const { kind, front, other, figure, least } = verdict;
  const [moving, still] = movingFirst(verdict);
  const message =
    `${look.name}: ${nouns[kind]} in ${describeToken(look, front)} on ${describeToken(look, other)} ` +
    `has a contrast of ${truncated(figure!, 2)}; the minimum is ${least}.`;
  const background = look.tokens[still];
  // The theme changed only the background, probably without thinking of the default text colour.
  const alone =
    background.from && !look.tokens[moving].from
      ? `Set --stance-${moving} too, or give --stance-${still} a colour per scheme with light-dark(). `
      : '';
  const nearest = nearestAmong(look, [moving], 'contrast');
  return withNearest(
    problemAt(locationOf(look, [moving, still], file), message, alone + hintOf(nearest, moving)),
    nearest,
  );
}

const nouns: Readonly<Record<Verdict['kind'], string>> = {
  text: 'text',
  mark: 'a mark',
  focus: 'the focus indicator',
  part: 'text',
  distance: '',
  lightness: '',
};

function distanceProblem(look: Look, group: readonly Verdict[], file: string): ThemeProblem {
  const [{ front, other }] = group as [Verdict];
  const seen = group.filter(({ vision }) => vision !== undefined);
  const onPaper = group.find(({ kind }) => kind === 'lightness');
  const figures = seen.map(({ vision, figure }) => `${truncated(figure!, 3)} in ${vision}`).join(', ');
  const said = [
    ...(seen.length > 0 ? [`${figures}, where the minimum is ${seen[0]!.least}`] : []),
    ...(onPaper
      ? [`${truncated(onPaper.figure!, 3)} in lightness in greyscale print, where the minimum is ${onPaper.least}`]
      : []),
  ];
  const message = `${look.name}: ${describeToken(look, front)} and ${describeToken(look, other)} are too similar: ${said.join('; ')}.`;
  const moving = ownFirst(look, front, other);
  const nearest = nearestAmong(look, moving, 'distance');
  return withNearest(problemAt(locationOf(look, [other, front], file), message, hintOf(nearest, moving[0])), nearest);
}

/** Orders two tokens so that one that the theme sets comes first. */
function ownFirst(look: Look, one: ColourToken, other: ColourToken): readonly [ColourToken, ColourToken] {
  return look.tokens[one].from || !look.tokens[other].from ? [one, other] : [other, one];
}

/** Caches the nearest colours: several pairs need that of the same token. */
const known = new WeakMap<Look, Map<string, Colour | undefined>>();

function nearestOf(look: Look, token: ColourToken, failing: 'contrast' | 'distance'): Colour | undefined {
  const found = known.get(look) ?? new Map<string, Colour | undefined>();
  known.set(look, found);
  const key = `${failing} ${token}`;
  if (!found.has(key)) found.set(key, nearestPassing(look, token, failing));
  return found.get(key);
}

/** Returns the nearest passing colour of the first of these tokens that has one. */
function nearestAmong(
  look: Look,
  moving: readonly ColourToken[],
  failing: 'contrast' | 'distance',
): NearestColour | undefined {
  for (const token of moving) {
    const found = nearestOf(look, token, failing);
    if (found) return { property: `--stance-${token}`, colour: hexOf(found), schemes: look.schemes };
  }
  return undefined;
}

function hintOf(nearest: NearestColour | undefined, moving: ColourToken): string {
  return nearest
    ? `Nearest colour that passes: ${nearest.property ?? 'color:'} ${nearest.colour}.`
    : `No value of --stance-${moving} passes; change the other colour.`;
}

function withNearest(problem: Problem, nearest: NearestColour | undefined): ThemeProblem {
  return nearest ? { ...problem, nearest } : problem;
}

function partProblem(look: Look, verdict: Verdict, part: string, file: string): ThemeProblem {
  const { front, other, figure, least } = verdict;
  const { text, background } = look.parts.get(part)!;
  const [first, second] = [text ?? look.tokens[front], background ?? look.tokens[other]];
  const message =
    `${look.name}: text in ::part(${part}), ${describeColour(first)} on ${describeColour(second)}, ` +
    `has a contrast of ${truncated(figure!, 2)}; the minimum is ${least}.`;
  const under = second.colour!;
  const found = nearest(first.colour!, (each: Colour) => contrast(composite(each, under), under) >= least);
  const place = (text?.from ?? background?.from)?.location ?? start(file);
  if (!found) return problemAt(place, message, 'Change the background.');
  const colour = hexOf(found);
  return {
    ...problemAt(place, message, `Nearest colour that passes: color: ${colour}.`),
    nearest: { colour, schemes: look.schemes },
  };
}

/** The theme follows the system, but the widgets follow the page. */
function mixedProblem(look: Look, failing: readonly Verdict[], file: string): Problem {
  const worst = [...failing].sort((one, other) => one.figure! / one.least - other.figure! / other.least)[0]!;
  const first = Object.values(look.tokens).find(({ from }) => from !== undefined && from.media.length > 0);
  const message =
    `${look.name}: the theme follows the colour scheme of the system, but the widgets follow the page, so ${describeToken(look, worst.front)} ` +
    `is used with ${describeToken(look, worst.other)}.`;
  const hint =
    'Use light-dark(…) instead of @media (prefers-color-scheme), or set color-scheme: light dark in the theme.';
  return problemAt(first?.from?.location ?? start(file), message, hint);
}

function onePerToken(verdicts: readonly Verdict[], look: Look): readonly Verdict[] {
  const seen = new Set<ColourToken>();
  return verdicts.filter(({ kind, front, other }) => {
    const candidates =
      kind === 'distance' || kind === 'lightness' || kind === 'part' ? undefined : systemToken(look, front, other);
    if (candidates === undefined || seen.has(candidates)) return false;
    seen.add(candidates);
    return true;
  });
}

/** Returns the first of two tokens that is a system colour. */
function systemToken(look: Look, front: ColourToken, other: ColourToken): ColourToken | undefined {
  return [front, other].find((token) => look.tokens[token].system !== undefined);
}

function unknownProblem(look: Look, { front, other }: Verdict, file: string): Problem {
  const message =
    `${look.name}: ${describeToken(look, front)} on ${describeToken(look, other)} cannot be checked: one of them is a ` +
    'system colour.';
  const hint = 'Set both to colours, or both to a system pair such as CanvasText and Canvas.';
  return problemAt(locationOf(look, [front, other], file), message, hint);
}

function locationOf(look: Look, candidates: readonly ColourToken[], file: string): FileLocation {
  return (
    candidates.map((token) => look.tokens[token].from?.location).find((place) => place !== undefined) ?? start(file)
  );
}

function start(file: string): FileLocation {
  return { file, line: 1, column: 1 };
}

function describeToken(look: Look, token: ColourToken): string {
  const drawn = look.tokens[token];
  return `--stance-${token} (${describeColour(drawn)}${drawn.from ? '' : ', the default'})`;
}

function describeColour({ colour, system }: RenderedColour): string {
  return colour ? hexOf(colour) : (system ?? 'no colour');
}

/** Truncates instead of rounding: 4.496 must not look like 4.5. */
function truncated(figure: number, digits: number): string {
  return String(Math.floor(figure * 10 ** digits) / 10 ** digits);
}

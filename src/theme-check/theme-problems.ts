import { problemAt, type FilePlace, type Problem } from '../authoring/problem.js';
import { contrast, hexOf, laidOn, type Colour } from './colour.js';
import type { Drawn, Scheme } from './drawn.js';
import type { Look } from './looks.js';
import { nearest, nearestPassing } from './nearest-passing.js';
import type { ColourToken } from '../theme/tokens.js';
import type { Verdict } from './verdicts.js';

/** The nearest colour that passes. */
export interface NearestColour {
  /** `--stance-muted`; left out for the text of a part, whose colour stands where the problem is. */
  readonly property?: string;
  /** `#rrggbb` */
  readonly colour: string;
  /** The schemes of any page in which it is to be set; none where the problem has a condition of the page or paper to it. */
  readonly schemes: readonly Scheme[];
}

export interface ThemeProblem extends Problem {
  /** What `mend` names, for a program to set. */
  readonly nearest?: NearestColour;
}

interface JudgedLook {
  readonly look: Look;
  readonly verdicts: readonly Verdict[];
}

/** Each pair that fails, once a look: where it is set, how far it is from what it should be, and the nearest colour that passes. */
export function problemsOf(judged: readonly JudgedLook[], file: string): readonly ThemeProblem[] {
  return judged.flatMap(({ look, verdicts }) => {
    const failing = verdicts.filter(({ passes }) => passes === false);
    const unknown = look.isForced ? [] : verdicts.filter(({ passes }) => passes === undefined);
    if (look.isMixed && failing.length > 0) return [mixedProblem(look, failing, file)];
    return [
      ...grouped(failing).map((group) => failureOf(look, group, file)),
      ...onePerToken(unknown, look).map((each) => unknownProblem(look, each, file)),
    ];
  });
}

/** The verdicts of two colours together, the gravest first: where text fails, that the mark does too is no news. */
function grouped(verdicts: readonly Verdict[]): readonly (readonly Verdict[])[] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const { kind, part, front, other } = verdict;
    const isDistance = kind === 'distance' || kind === 'lightness';
    const key = JSON.stringify([isDistance, part, [front, other].sort()]);
    groups.set(key, [...(groups.get(key) ?? []), verdict]);
  }
  return [...groups.values()].map((group) => group.sort((one, other) => other.least - one.least));
}

function failureOf(look: Look, group: readonly Verdict[], file: string): ThemeProblem {
  const [{ kind, part }] = group as [Verdict];
  if (part !== undefined) return partProblem(look, group[0]!, part, file);
  return kind === 'distance' || kind === 'lightness'
    ? distanceProblem(look, group, file)
    : contrastProblem(look, group[0]!, file);
}

/** The grounds stay; what stands on them, or is written over in them, moves. */
function movingFirst({ front, other }: Verdict): readonly [ColourToken, ColourToken] {
  return front === 'surface' || front === 'raised' ? [other, front] : [front, other];
}

function contrastProblem(look: Look, verdict: Verdict, file: string): ThemeProblem {
  const { kind, front, other, figure, least } = verdict;
  const [moving, still] = movingFirst(verdict);
  const message =
    `${look.name}: ${nounOf[kind]} in ${named(look, front)} on ${named(look, other)} ` +
    `has a contrast of ${rounded(figure!, 2)}; it needs ${least}.`;
  const ground = look.tokens[still];
  // A ground that the theme has changed alone: that it goes with our light text was hardly meant.
  const alone =
    ground.from && !look.tokens[moving].from
      ? `Set --stance-${moving} too, or give --stance-${still} one colour for each scheme with light-dark(). `
      : '';
  const nearest = nearestAmong(look, [moving], 'contrast');
  return withNearest(
    problemAt(placeOf(look, [moving, still], file), message, alone + mendOf(nearest, moving)),
    nearest,
  );
}

const nounOf: Readonly<Record<Verdict['kind'], string>> = {
  text: 'text',
  mark: 'a mark',
  focus: 'the focus',
  part: 'text',
  distance: '',
  lightness: '',
};

function distanceProblem(look: Look, group: readonly Verdict[], file: string): ThemeProblem {
  const [{ front, other }] = group as [Verdict];
  const seen = group.filter(({ vision }) => vision !== undefined);
  const onPaper = group.find(({ kind }) => kind === 'lightness');
  const figures = seen.map(({ vision, figure }) => `${rounded(figure!, 3)} in ${vision}`).join(', ');
  const said = [
    ...(seen.length > 0 ? [`${figures}, where ${seen[0]!.least} is needed`] : []),
    ...(onPaper ? [`${rounded(onPaper.figure!, 3)} in lightness on grey paper, where ${onPaper.least} is needed`] : []),
  ];
  const message = `${look.name}: ${named(look, front)} and ${named(look, other)} are too close: ${said.join('; ')}.`;
  const moving = ownFirst(look, front, other);
  const nearest = nearestAmong(look, moving, 'distance');
  return withNearest(problemAt(placeOf(look, [other, front], file), message, mendOf(nearest, moving[0])), nearest);
}

/** What the theme has chosen may move before what it has left alone. */
function ownFirst(look: Look, one: ColourToken, other: ColourToken): readonly [ColourToken, ColourToken] {
  return look.tokens[one].from || !look.tokens[other].from ? [one, other] : [other, one];
}

/** What was found for a token of a look, for it is asked once a pair. */
const known = new WeakMap<Look, Map<string, Colour | undefined>>();

function nearestOf(look: Look, token: ColourToken, failing: 'contrast' | 'distance'): Colour | undefined {
  const found = known.get(look) ?? new Map<string, Colour | undefined>();
  known.set(look, found);
  const key = `${failing} ${token}`;
  if (!found.has(key)) found.set(key, nearestPassing(look, token, failing));
  return found.get(key);
}

/** The nearest colour with which the first of these tokens has what it needs; else that of the next. */
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

function mendOf(nearest: NearestColour | undefined, moving: ColourToken): string {
  return nearest
    ? `Nearest that passes: ${nearest.property ?? 'color:'} ${nearest.colour}.`
    : `No --stance-${moving} passes here; change what it stands on or beside.`;
}

function withNearest(problem: Problem, nearest: NearestColour | undefined): ThemeProblem {
  return nearest ? { ...problem, nearest } : problem;
}

function partProblem(look: Look, verdict: Verdict, part: string, file: string): ThemeProblem {
  const { front, other, figure, least } = verdict;
  const { text, ground } = look.parts.get(part)!;
  const [first, second] = [text ?? look.tokens[front], ground ?? look.tokens[other]];
  const message =
    `${look.name}: text in ::part(${part}), ${written(first)} on ${written(second)}, ` +
    `has a contrast of ${rounded(figure!, 2)}; it needs ${least}.`;
  const under = second.colour!;
  const found = nearest(first.colour!, (each: Colour) => contrast(laidOn(each, under), under) >= least);
  const place = (text?.from ?? ground?.from)?.place ?? start(file);
  if (!found) return problemAt(place, message, 'Change the ground.');
  const colour = hexOf(found);
  return {
    ...problemAt(place, message, `Nearest that passes: color: ${colour}.`),
    nearest: { colour, schemes: look.schemes },
  };
}

/** The theme follows the system where the widgets follow the page. */
function mixedProblem(look: Look, failing: readonly Verdict[], file: string): Problem {
  const worst = [...failing].sort((one, other) => one.figure! / one.least - other.figure! / other.least)[0]!;
  const first = Object.values(look.tokens).find(({ from }) => from !== undefined && from.media.length > 0);
  const message =
    `${look.name}: the theme asks the system for its scheme, the widgets ask the page, and ${named(look, worst.front)} ` +
    `meets ${named(look, worst.other)}.`;
  const mend =
    'Write light-dark(…) in place of @media (prefers-color-scheme), or set color-scheme: light dark in the theme.';
  return problemAt(first?.from?.place ?? start(file), message, mend);
}

function onePerToken(verdicts: readonly Verdict[], look: Look): readonly Verdict[] {
  const seen = new Set<ColourToken>();
  return verdicts.filter(({ kind, front, other }) => {
    const asked =
      kind === 'distance' || kind === 'lightness' || kind === 'part' ? undefined : systemToken(look, front, other);
    if (asked === undefined || seen.has(asked)) return false;
    seen.add(asked);
    return true;
  });
}

/** Which of two is a system colour, where the other is none, or not its partner. */
function systemToken(look: Look, front: ColourToken, other: ColourToken): ColourToken | undefined {
  return [front, other].find((token) => look.tokens[token].system !== undefined);
}

function unknownProblem(look: Look, { front, other }: Verdict, file: string): Problem {
  const message =
    `${look.name}: ${named(look, front)} on ${named(look, other)} cannot be judged: one of them is a colour of the ` +
    'reader’s own system.';
  const mend = 'Set both to colours, or both to a pair of the system such as CanvasText and Canvas.';
  return problemAt(placeOf(look, [front, other], file), message, mend);
}

function placeOf(look: Look, asked: readonly ColourToken[], file: string): FilePlace {
  return asked.map((token) => look.tokens[token].from?.place).find((place) => place !== undefined) ?? start(file);
}

function start(file: string): FilePlace {
  return { file, line: 1, column: 1 };
}

function named(look: Look, token: ColourToken): string {
  const drawn = look.tokens[token];
  return `--stance-${token} (${written(drawn)}${drawn.from ? '' : ', the default'})`;
}

function written({ colour, system }: Drawn): string {
  return colour ? hexOf(colour) : (system ?? 'no colour');
}

/** Cut off, not rounded: 4.496 must not look like 4.5. */
function rounded(figure: number, digits: number): string {
  return String(Math.floor(figure * 10 ** digits) / 10 ** digits);
}

import { relative, resolve } from 'node:path';
import { painter, sayFindings, type CommandIo, type ExitCode } from './io.js';
import { UsageError } from './options.js';
import { decodeText } from '../authoring/files/decode-text.js';
import { readRegularFile } from '../authoring/files/read-file.js';
import { problemAt, inQuotes } from '../authoring/problem.js';
import type { CheckedTheme } from '../theme-check/check-theme.js';

export interface ThemeCheckCall {
  readonly command: 'theme-check';
  readonly theme: string;
  readonly json: boolean;
}

export function readThemeCheckCall(themes: readonly string[], json: boolean): ThemeCheckCall {
  const [theme, another] = themes;
  if (theme === undefined)
    throw new UsageError('which theme? Call stancekit theme-check THEME, for example stancekit theme-check theme.css.');
  if (another !== undefined) throw new UsageError(`one theme at a time; ${inQuotes(another, 60)} is one too many.`);
  return { command: 'theme-check', theme, json };
}

/** Judges a theme and names every pair of colours that fails, with the nearest that would do. */
export async function runThemeCheck({ theme, json }: ThemeCheckCall, io: CommandIo): Promise<ExitCode> {
  const file = relative(io.cwd, resolve(io.cwd, theme)) || theme;
  const checked = await checkedFile(theme, file, io);
  const isGood = checked.problems.length === 0;
  if (json) io.stdout.write(`${JSON.stringify({ ok: isGood, ...checked }, written, 2)}\n`);
  else say(checked, io);
  return isGood ? 0 : 1;
}

async function checkedFile(theme: string, file: string, { cwd }: CommandIo): Promise<CheckedTheme> {
  const found = await readRegularFile(resolve(cwd, theme));
  const text = 'reason' in found ? found : decodeText(found.bytes);
  if ('text' in text) {
    // The other commands need nothing of it.
    const { checkTheme } = await import('../theme-check/check-theme.js');
    return checkTheme(text.text, file);
  }
  const problem = problemAt({ file, line: 1, column: 1 }, `The theme ${text.reason}.`, text.mend);
  return { problems: [problem], notes: [], looks: [] };
}

/** Figures with four digits after the point; what cannot be known as null, for JSON has no word for it. */
function written(key: string, value: unknown): unknown {
  if (key === 'figure' && typeof value === 'number') return Math.floor(value * 10_000) / 10_000;
  return (key === 'figure' || key === 'passes') && value === undefined ? null : value;
}

function say({ problems, notes, looks }: CheckedTheme, io: CommandIo): void {
  const { stderr } = io;
  const paint = painter(io);
  sayFindings({ problems, notes }, io);
  const verdicts = looks.flatMap((look) => look.verdicts);
  if (verdicts.some(({ passes }) => passes === undefined))
    stderr.write(
      `${paint(33, 'note: ')}in forced colours the widgets wear the reader’s own; how far the focus ring stands out, ` +
        'and whether stances differ by more than their form, cannot be known.\n',
    );
  if (problems.length > 0)
    stderr.write(`${paint(31, problems.length === 1 ? '1 problem.' : `${problems.length} problems.`)}\n`);
  else {
    const judged = verdicts.filter(({ passes }) => passes !== undefined).length;
    stderr.write(`${paint(32, 'No problems')}: ${judged} pairs in ${looks.map(({ name }) => name).join(', ')}.\n`);
  }
}

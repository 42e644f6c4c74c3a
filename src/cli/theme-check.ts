import { relative, resolve } from 'node:path';
import { decodeText } from '../authoring/files/decode-text.js';
import { wrongKind } from '../authoring/files/file-kind.js';
import { readRegularFile } from '../authoring/files/read-file.js';
import { problemAt } from '../authoring/problem.js';
import type { CheckedTheme } from '../theme-check/check-theme.js';
import { singleOperand, type CommandArguments } from './arguments.js';
import { printFindings, printNote, problemCount, styler, type CommandIo, type ExitCode } from './io.js';

/** Runs `stancekit theme-check`: reports every pair of colours that fails, with the nearest colour that passes. */
export async function runThemeCheck(args: CommandArguments, io: CommandIo): Promise<ExitCode> {
  const theme = singleOperand(args, 'theme', 'stancekit theme-check theme.css');
  const file = relative(io.cwd, resolve(io.cwd, theme)) || theme;
  const checked = await checkFile(theme, file, io);
  const isGood = checked.problems.length === 0;
  if (args.isSet('json')) io.stdout.write(`${JSON.stringify({ ok: isGood, ...checked }, toJsonFigure, 2)}\n`);
  else printReport(checked, file, io);
  return isGood ? 0 : 1;
}

async function checkFile(theme: string, file: string, { cwd }: CommandIo): Promise<CheckedTheme> {
  const found = await readRegularFile(resolve(cwd, theme));
  const decoded = 'reason' in found ? found : decodeText(found.bytes);
  const start = { file, line: 1, column: 1 };
  const failed = ({ message, hint }: { readonly message: string; readonly hint: string }): CheckedTheme => ({
    problems: [problemAt(start, message, hint)],
    notes: [],
    looks: [],
  });
  if ('text' in decoded) {
    const wrong = wrongKind(file, decoded.text, 'style sheet');
    if (wrong) return failed(wrong);
    // Imported on demand: the other commands do not need the CSS parser.
    const { checkTheme } = await import('../theme-check/check-theme.js');
    return checkTheme(decoded.text, file);
  }
  return failed({ message: `The theme ${decoded.reason}.`, hint: decoded.hint });
}

/** Truncates figures to four decimals, and writes unknown ones as null, since JSON has no undefined. */
function toJsonFigure(key: string, value: unknown): unknown {
  if (key === 'figure' && typeof value === 'number') return Math.floor(value * 10_000) / 10_000;
  return (key === 'figure' || key === 'passes') && value === undefined ? null : value;
}

function printReport({ problems, notes, looks }: CheckedTheme, file: string, io: CommandIo): void {
  const style = styler(io);
  printFindings({ problems, notes }, io);
  const verdicts = looks.flatMap((look) => look.verdicts);
  if (verdicts.some(({ passes }) => passes === undefined))
    printNote(
      file,
      {
        message:
          'In forced colours the widgets use the reader’s system colours, so the contrast of the focus indicator ' +
          'and the distance of the stances cannot be checked.',
      },
      io,
    );
  if (problems.length > 0) io.stderr.write(`${style('red', problemCount(problems.length))}\n`);
  else {
    const checked = verdicts.filter(({ passes }) => passes !== undefined).length;
    io.stderr.write(
      `${style('green', 'No problems')}: ${checked} pairs in ${looks.map(({ name }) => name).join(', ')}.\n`,
    );
  }
}

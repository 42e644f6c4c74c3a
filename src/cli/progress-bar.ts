import type { Progress } from '../authoring/progress.js';
import type { CommandIo } from './io.js';

const width = 24;
/** Milliseconds before the first output; short runs show nothing. */
const showAfter = 500;
/** Milliseconds between two updates of the same step. */
const updateInterval = 100;

/**
 * Creates a progress line that overwrites itself on the terminal and disappears on `clear`. Shows nothing when stderr is not a terminal or
 * `TERM` is `dumb`.
 */
export function createProgressBar(
  { stderr, env }: Pick<CommandIo, 'stderr' | 'env'>,
  now: () => number = () => performance.now(),
): { readonly report: Progress; readonly clear: () => void } {
  if (stderr.isTTY !== true || env['TERM'] === 'dumb') return { report: () => undefined, clear: () => undefined };
  const firstUpdate = now() + showAfter;
  let [shownLine, lastStep, nextUpdate] = ['', '', firstUpdate];
  const show = (line: string): void => {
    stderr.write(`\r${line.padEnd(shownLine.length)}${line ? '' : '\r'}`);
    shownLine = line;
  };
  return {
    report(step, done, total, unit) {
      if (now() < firstUpdate || (step === lastStep && now() < nextUpdate)) return;
      [lastStep, nextUpdate] = [step, now() + updateInterval];
      const count = (number: number): string => number.toLocaleString('en');
      if (done === undefined || total === undefined)
        return show(`${step} … ${done === undefined ? '' : count(done)}`.trim());
      const filled = Math.round((done / total) * width);
      const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
      show(`${step}  ${bar}  ${count(done)} of ${count(total)} ${unit}`);
    },
    clear() {
      if (shownLine) show('');
    },
  };
}

import type { CommandIo } from '../cli/io.js';

/** Tells what is being done, and how much of it. */
export type Progress = (step: string, done?: number, of?: number, things?: string) => void;

export const noProgress: Progress = () => undefined;

const width = 24;
/** Milliseconds before anything is shown, and between two drawings: what is done at once needs no bar. */
const patience = 500;
const pause = 100;

/**
 * A line on the terminal that is drawn over, and gone when the work is done; elsewhere nothing, and nothing where the terminal cannot do
 * that. It has no colours.
 */
export function progressBar(
  { stderr, env }: CommandIo,
  now: () => number = () => performance.now(),
): { readonly tell: Progress; readonly clear: () => void } {
  if (stderr.isTTY !== true || env['TERM'] === 'dumb') return { tell: noProgress, clear: () => undefined };
  const first = now() + patience;
  let [shown, last, next] = ['', '', first];
  const draw = (line: string): void => {
    stderr.write(`\r${line.padEnd(shown.length)}${line ? '' : '\r'}`);
    shown = line;
  };
  return {
    tell(step, done, of, things) {
      if (now() < first || (step === last && now() < next)) return;
      [last, next] = [step, now() + pause];
      const count = (number: number): string => number.toLocaleString('en');
      if (done === undefined || of === undefined)
        return draw(`${step} … ${done === undefined ? '' : count(done)}`.trim());
      const filled = Math.round((done / of) * width);
      const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
      draw(`${step}  ${bar}  ${count(done)} of ${count(of)} ${things}`);
    },
    clear() {
      if (shown) draw('');
    },
  };
}

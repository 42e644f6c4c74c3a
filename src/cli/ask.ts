import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { InputEndedError } from './io.js';

/** Asks a question on a terminal and returns the answer without white space around it. Rejects with `InputEndedError` on Ctrl+C and Ctrl+D. */
export async function askIn(input: Readable, output: Writable, question: string): Promise<string> {
  const terminal = createInterface({ input, output, terminal: true });
  terminal.once('SIGINT', () => terminal.close());
  const end = once(terminal, 'close').then(() => undefined);
  // Some versions of Node reject the question when the input ends, others leave it open.
  const answered = terminal.question(question).catch(() => undefined);
  const answer = await Promise.race([answered, end]);
  terminal.close();
  if (answer !== undefined) return answer.trim();
  output.write('\n');
  throw new InputEndedError('Nothing was written: the questions were not answered.');
}

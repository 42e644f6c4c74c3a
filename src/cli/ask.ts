import type { Readable, Writable } from 'node:stream';
import { createInterface } from 'node:readline/promises';
import { InputEndedError } from './io.js';

/** Asks a question on a terminal and returns the answer without white space around it. Rejects with `InputEndedError` on Ctrl+C and Ctrl+D. */
export async function askIn(input: Readable, output: Writable, question: string): Promise<string> {
  const terminal = createInterface({ input, output, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      terminal.once('close', () =>
        reject(new InputEndedError('Nothing was written: the questions were not answered.')),
      );
      terminal.once('SIGINT', () => terminal.close());
      terminal.question(question).then((answer) => resolve(answer.trim()), reject);
    });
  } finally {
    terminal.close();
  }
}

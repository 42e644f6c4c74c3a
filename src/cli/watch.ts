import { FileWatcher } from '../authoring/files/file-watcher.js';
import { WriteError } from '../authoring/files/write-atomically.js';
import { UsageError } from './arguments.js';
import { printFailure, type CommandIo, type ExitCode } from './io.js';

/** Milliseconds without a change before the next run, because programs often save a file in several steps. */
const quietTime = 100;

/**
 * Runs `work` now, and again whenever a file that it reads changes, until the command is interrupted. `work` calls `onRead` before it reads a
 * file, so that no change is missed. A failed run is reported, also to `reportFailure`, and does not end this; only a usage error in the first
 * one does.
 */
export async function runAtEachChange(
  work: (onRead: (path: string) => void) => Promise<unknown>,
  reportFailure: (message: string) => void,
  io: CommandIo,
): Promise<ExitCode> {
  const interruption = io.interruption();
  const command = { isInterrupted: false };
  void interruption.then(() => (command.isInterrupted = true));
  for (let isFirst = true; ; isFirst = false) {
    let resume: () => void;
    const change = new Promise<void>((resolve) => (resume = resolve));
    let timer: NodeJS.Timeout | undefined;
    const watcher = new FileWatcher(() => {
      clearTimeout(timer);
      timer = setTimeout(resume, quietTime);
    });
    try {
      await work((path) => watcher.add(path)).catch((error: unknown) => {
        if (!(error instanceof WriteError || (error instanceof UsageError && !isFirst))) throw error;
        printFailure(error.message, error instanceof UsageError ? error.hint : undefined, io);
        reportFailure(error.message);
      });
      io.stderr.write('Waiting for changes.\n');
      await Promise.race([change, interruption]);
      if (command.isInterrupted) return 0;
    } finally {
      watcher.close();
      clearTimeout(timer);
    }
  }
}

import { readdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isRunning } from './write-atomically.js';

/** Milliseconds between two attempts to get the lock. */
const retryInterval = 50;

/**
 * Runs `work` while no other process holds the lock of this folder. Each process writes a lock file named after its process ID and then
 * looks for others; if two see each other, the one with the higher ID withdraws and retries. Lock files of processes that no longer run are
 * removed.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const own = join(folder, `.${process.pid}.lock`);
  try {
    for (;;) {
      await writeFile(own, '');
      const others = await otherProcesses(folder);
      if (others.length === 0) return await work();
      if (others.some((other) => other < process.pid)) await unlink(own);
      await setTimeout(retryInterval);
    }
  } finally {
    await unlink(own).catch(() => undefined);
  }
}

async function otherProcesses(folder: string): Promise<readonly number[]> {
  const others: number[] = [];
  for (const name of await readdir(folder)) {
    const other = Number(/^\.(\d+)\.lock$/u.exec(name)?.[1] ?? process.pid);
    if (other === process.pid) continue;
    if (isRunning(other)) others.push(other);
    else await unlink(join(folder, name)).catch(() => undefined);
  }
  return others;
}

import { readdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isAlive } from './write-atomically.js';

const pause = 50;

/**
 * Does the work while no other process does work in this folder. Each says by a file that it wants to, and then looks for others: of two
 * that see each other the one with the higher number steps back. What a killed process left behind does not count.
 */
export async function whileAlone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const own = join(folder, `.${process.pid}.lock`);
  try {
    for (;;) {
      await writeFile(own, '');
      const others = await othersIn(folder);
      if (others.length === 0) return await work();
      if (others.some((other) => other < process.pid)) await unlink(own);
      await setTimeout(pause);
    }
  } finally {
    await unlink(own).catch(() => undefined);
  }
}

async function othersIn(folder: string): Promise<readonly number[]> {
  const others: number[] = [];
  for (const name of await readdir(folder)) {
    const other = Number(/^\.(\d+)\.lock$/u.exec(name)?.[1] ?? process.pid);
    if (other === process.pid) continue;
    if (isAlive(other)) others.push(other);
    else await unlink(join(folder, name)).catch(() => undefined);
  }
  return others;
}

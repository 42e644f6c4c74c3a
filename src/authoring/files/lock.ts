import { randomBytes } from 'node:crypto';
import { lstat, lutimes, readdir, readlink, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readPlainFile } from './read-file.js';
import { isRunning, WriteError } from './write-atomically.js';

/** All in milliseconds. */
export interface LockTimes {
  /** Between two attempts to get the lock. */
  readonly retry: number;
  /** Between two signs of life of a process that holds the lock or waits for it. */
  readonly refresh: number;
  /** A lock without a sign of life for so long is removed. */
  readonly abandoned: number;
  /** How long to wait for others. */
  readonly limit: number;
}

const defaultTimes: LockTimes = { retry: 50, refresh: 1000, abandoned: 10_000, limit: 120_000 };

/** Who holds or wants a lock. */
interface Owner {
  readonly pid: number;
  readonly machine: string;
  /** Date and time, ISO 8601 in UTC. */
  readonly started: string;
}

/**
 * Runs `work` while no other process holds the lock of this folder, and calls `onWait` once if it has to wait. Each process writes a lock file
 * with a random name and then looks for others; if two see each other, the one with the later name withdraws and retries. A lock file is
 * removed if its process no longer runs, or gives no sign of life: after a crash, another process may have the same ID. Throws a `WriteError`
 * if others hold the lock for too long.
 */
export async function withLock<T>(
  folder: string,
  work: () => Promise<T>,
  onWait: () => void = () => undefined,
  times: LockTimes = defaultTimes,
): Promise<T> {
  const own = `.${randomBytes(8).toString('hex')}.lock`;
  const path = join(folder, own);
  const machine = await machineName();
  const owner: Owner = { pid: process.pid, machine, started: new Date().toISOString() };
  const watch = lockWatch(folder, own, machine, times);
  const begin = performance.now();
  let isHeld = false;
  let hasWaited = false;
  const refreshing = setInterval(() => {
    const now = new Date();
    void lutimes(path, now, now).catch(() => undefined);
  }, times.refresh);
  try {
    for (;;) {
      if (!isHeld) await writeFile(path, JSON.stringify(owner), { flag: 'wx' });
      isHeld = true;
      const others = await watch();
      const [first] = others;
      if (!first) return await work();
      if (performance.now() - begin > times.limit) throw lockedError(folder, first.owner);
      if (!hasWaited) onWait();
      hasWaited = true;
      if (others.some(({ name }) => name < own)) {
        await unlink(path);
        isHeld = false;
      }
      await setTimeout(times.retry);
    }
  } finally {
    clearInterval(refreshing);
    if (isHeld) await unlink(path).catch(() => undefined);
  }
}

interface Lock {
  readonly name: string;
  readonly owner: Owner | undefined;
}

/** Returns a function that lists the locks of others and removes abandoned ones. Times of files are only compared with themselves: clocks differ. */
function lockWatch(folder: string, own: string, machine: string, { abandoned }: LockTimes): () => Promise<Lock[]> {
  const signs = new Map<string, { readonly time: number; readonly seen: number }>();
  return async () => {
    const others: Lock[] = [];
    for (const name of await readdir(folder)) {
      if (!/^\.[0-9a-f]{16}\.lock$/u.test(name) || name === own) continue;
      const path = join(folder, name);
      const stats = await lstat(path).catch(() => undefined);
      if (!stats?.isFile()) continue;
      const now = performance.now();
      const last = signs.get(name);
      if (last?.time !== stats.mtimeMs) signs.set(name, { time: stats.mtimeMs, seen: now });
      const owner = await readOwner(path);
      const isDead = owner?.machine === machine && !isRunning(owner.pid);
      const isSilent = last?.time === stats.mtimeMs && now - last.seen > abandoned;
      if (isDead || isSilent) await unlink(path).catch(() => undefined);
      else others.push({ name, owner });
    }
    return others;
  };
}

/** Returns the owner in a lock file, or undefined if it is damaged or not written yet. */
async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    const owner = JSON.parse(String(await readPlainFile(path))) as Partial<Record<keyof Owner, unknown>>;
    const { pid, machine, started } = owner;
    return typeof pid === 'number' && pid > 0 && typeof machine === 'string' && typeof started === 'string'
      ? { pid, machine, started }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Process IDs are unique within this: containers on one host have their own. */
async function machineName(): Promise<string> {
  return `${hostname()} ${await readlink('/proc/self/ns/pid').catch(() => '')}`.trim();
}

function lockedError(folder: string, owner: Owner | undefined): WriteError {
  const time = owner?.started.slice(0, 19).replace('T', ' ');
  const who = owner ? ` (process ${owner.pid} on ${owner.machine.split(' ', 1)[0]}, since ${time} UTC)` : '';
  return new WriteError(
    `${folder}: another build${who} is writing this dataset; nothing was written. Try again when it has finished, or stop it.`,
  );
}

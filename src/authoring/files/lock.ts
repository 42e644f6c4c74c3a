import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isRunning, WriteError } from './write-atomically.js';

/** Milliseconds. */
export interface LockTimes {
  /** Between two attempts to get the lock. */
  readonly retry: number;
  /** Between two signs of life in the own lock file. */
  readonly heartbeat: number;
  /** Without a sign of life, after which a lock no longer counts, whoever has its process id now. */
  readonly stale: number;
  /** Of waiting, after which `onWait` is called once. */
  readonly notice: number;
  /** Of waiting, after which a `WriteError` says who holds the lock. */
  readonly limit: number;
}

const defaultTimes: LockTimes = { retry: 50, heartbeat: 5_000, stale: 60_000, notice: 2_000, limit: 600_000 };

/** Who holds a lock, as its file says. */
interface Owner {
  readonly pid?: number;
  readonly host?: string;
  /** When the lock was taken: an ISO date and time. */
  readonly since?: string;
}

/**
 * Runs `work` while nobody else holds the lock of this folder. Each holder writes a lock file of its own and then looks for others; if two see
 * each other, the one whose file has the higher name withdraws and retries. A lock counts as long as its holder shows signs of life: a killed
 * process leaves its file behind, and its process id may be somebody else's by then.
 */
export async function withLock<T>(
  folder: string,
  work: () => Promise<T>,
  onWait: (message: string) => void = () => undefined,
  times: LockTimes = defaultTimes,
): Promise<T> {
  const name = `.${randomBytes(8).toString('hex')}.lock`;
  const own = join(folder, name);
  const owner: Owner = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  const start = performance.now();
  let hasWaited = false;
  const heartbeat = setInterval(() => {
    const now = new Date();
    void utimes(own, now, now).catch(() => undefined);
  }, times.heartbeat);
  try {
    for (;;) {
      await writeFile(own, JSON.stringify(owner), { flag: 'wx' });
      for (;;) {
        const others = await otherLocks(folder, name, times.stale);
        const [first] = others;
        if (first === undefined) return await work();
        const waited = performance.now() - start;
        if (waited > times.limit) throw new WriteError(await stillLocked(folder, first));
        if (waited > times.notice && !hasWaited) {
          hasWaited = true;
          onWait(`Waiting for ${describe(await ownerOf(join(folder, first)))}.`);
        }
        if (first < name) await unlink(own);
        await setTimeout(times.retry);
        if (first < name) break;
      }
    }
  } finally {
    clearInterval(heartbeat);
    await unlink(own).catch(() => undefined);
  }
}

/** Returns the names of the lock files of others, in order; those that no longer count are removed. */
async function otherLocks(folder: string, own: string, stale: number): Promise<readonly string[]> {
  const others: string[] = [];
  for (const name of (await readdir(folder)).sort()) {
    if (!name.endsWith('.lock') || name === own) continue;
    const path = join(folder, name);
    const stats = await stat(path).catch(() => undefined);
    if (!stats) continue;
    const { pid, host } = await ownerOf(path);
    const isDead = pid !== undefined && host === hostname() && !isRunning(pid);
    if (isDead || Date.now() - stats.mtimeMs > stale) await unlink(path).catch(() => undefined);
    else others.push(name);
  }
  return others;
}

async function ownerOf(path: string): Promise<Owner> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Owner;
  } catch {
    // Gone, or just being written.
    return {};
  }
}

function describe({ pid, host, since }: Owner): string {
  if (pid === undefined) return 'another build';
  return `another build (process ${pid}${host === hostname() ? '' : ` on ${host}`}, since ${since})`;
}

async function stillLocked(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  return `${folder}: ${describe(await ownerOf(path))} is still writing here; nothing was written. If it no longer runs, delete ${path}.`;
}

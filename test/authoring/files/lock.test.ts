import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withLock, type LockTimes } from '../../../src/authoring/files/lock.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stancekit-'));
});
afterEach(() => rm(folder, { recursive: true }));

const times: LockTimes = { retry: 1, heartbeat: 1, stale: 60_000, notice: 0, limit: 60_000 };

/** Writes the lock file of somebody else; its name comes before every other, so it never withdraws. */
async function lockOf(owner: object, agoInSeconds = 0): Promise<void> {
  const path = join(folder, '.0.lock');
  await writeFile(path, JSON.stringify(owner));
  const then = new Date(Date.now() - agoInSeconds * 1000);
  await utimes(path, then, then);
}
/** A process that runs: ours. */
const alive = { pid: process.pid, host: hostname(), since: '2026-01-02T03:04:05.000Z' };

it('lets one in at a time, and all in the end', async () => {
  let inside = 0;
  const seen: number[] = [];
  const work = async () => {
    seen.push(++inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside--;
  };
  await Promise.all(Array.from({ length: 5 }, () => withLock(folder, work, undefined, times)));
  expect(seen).toEqual([1, 1, 1, 1, 1]);
  expect(await readdir(folder)).toEqual([]);
});

it('is free again after work that failed', async () => {
  await expect(withLock(folder, () => Promise.reject(new Error('made up')), undefined, times)).rejects.toThrow(
    'made up',
  );
  expect(await readdir(folder)).toEqual([]);
});

it('does not count a killed holder, though somebody else has its process id now', async () => {
  await lockOf(alive, 61);
  expect(await withLock(folder, () => Promise.resolve('done'), undefined, times)).toBe('done');
  expect(await readdir(folder)).toEqual([]);
});

it('does not count a holder on this machine whose process is gone', async () => {
  // Above the largest process id of any system.
  await lockOf({ ...alive, pid: 2 ** 30 });
  expect(await withLock(folder, () => Promise.resolve('done'), undefined, times)).toBe('done');
});

it('says once for whom it waits, and goes on when that one is done', async () => {
  await lockOf(alive);
  const onWait = vi.fn<(message: string) => void>(() => void rm(join(folder, '.0.lock')));
  expect(await withLock(folder, () => Promise.resolve('done'), onWait, times)).toBe('done');
  expect(onWait.mock.calls).toEqual([[`Waiting for another build (process ${process.pid}, since ${alive.since}).`]]);
});

it('names a holder on another machine, whose processes nobody here can see', async () => {
  await lockOf({ ...alive, pid: 2 ** 30, host: 'elsewhere' });
  await expect(withLock(folder, () => Promise.resolve(), undefined, { ...times, limit: 5 })).rejects.toThrow(
    /another build \(process \d+ on elsewhere, since .*\) is still writing here; nothing was written\. If it no longer runs, delete .*\.0\.lock\./,
  );
  expect(await readdir(folder)).toEqual(['.0.lock']);
});

it('waits for a lock that is just being written', async () => {
  await writeFile(join(folder, '.0.lock'), '');
  await expect(withLock(folder, () => Promise.resolve(), undefined, { ...times, limit: 5 })).rejects.toThrow(
    'another build is still writing here',
  );
});

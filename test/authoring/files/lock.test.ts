import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { withLock, type LockTimes } from '../../../src/authoring/files/lock.js';
import { storyFolder } from '../story-folder.js';

const short: LockTimes = { retry: 5, refresh: 10, abandoned: 200, limit: 400 };
const patient: LockTimes = { ...short, limit: 20_000 };

/** A lock file as a process writes it that is or was running on this machine. */
async function lockFile(folder: string, name: string, pid: number): Promise<string> {
  let machine = '';
  await withLock(folder, async () => {
    const [own = ''] = await readdir(folder);
    ({ machine } = JSON.parse(await readFile(join(folder, own), 'utf8')) as { readonly machine: string });
  });
  const path = join(folder, name);
  await writeFile(path, JSON.stringify({ pid, machine, started: '2026-11-20T10:15:30.000Z' }));
  return path;
}

const first = '.0000000000000000.lock';

describe('the lock of a folder', () => {
  test('is held by one at a time, even within one process', async () => {
    const folder = await storyFolder({});
    let inside = 0;
    let most = 0;
    let waited = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside--;
    };
    await Promise.all(Array.from({ length: 4 }, () => withLock(folder, work, () => waited++, patient)));
    expect([most, inside]).toEqual([1, 0]);
    expect(waited).toBeGreaterThanOrEqual(3);
    expect(await readdir(folder)).toEqual([]);
  });

  test('names its owner and the time', async () => {
    const folder = await storyFolder({});
    await withLock(folder, async () => {
      const [name = ''] = await readdir(folder);
      const owner = JSON.parse(await readFile(join(folder, name), 'utf8')) as { readonly started: string };
      expect(owner).toMatchObject({ pid: process.pid, machine: expect.stringContaining(hostname()) as string });
      expect(Math.abs(Date.parse(owner.started) - Date.now())).toBeLessThan(60_000);
    });
  });

  test('of a process that no longer runs is removed', async () => {
    const folder = await storyFolder({});
    await lockFile(folder, first, spawnSync(process.execPath, ['--version']).pid);
    let waited = 0;
    expect(
      await withLock(
        folder,
        () => Promise.resolve('done'),
        () => waited++,
        { ...short, abandoned: 1e9 },
      ),
    ).toBe('done');
    expect([waited, await readdir(folder)]).toEqual([0, []]);
  });

  test('of a killed build whose process ID is now somebody else’s is removed, and so is a damaged one', async () => {
    const folder = await storyFolder({});
    await lockFile(folder, first, process.ppid);
    await writeFile(join(folder, '.0000000000000001.lock'), '{ "pid": 1');
    let waited = 0;
    expect(
      await withLock(
        folder,
        () => Promise.resolve('done'),
        () => waited++,
        patient,
      ),
    ).toBe('done');
    expect([waited, await readdir(folder)]).toEqual([1, []]);
  });

  test('of a build that goes on is waited for up to a limit, and then a message says whose it is', async () => {
    const folder = await storyFolder({});
    const path = await lockFile(folder, first, process.ppid);
    let time = 0;
    const alive = setInterval(() => void utimes(path, ++time, time), 10);
    onTestFinished(() => clearInterval(alive));
    await expect(withLock(folder, () => Promise.resolve(), undefined, short)).rejects.toThrow(
      `${folder}: another build (process ${process.ppid} on ${hostname()}, since 2026-11-20 10:15:30 UTC) is writing this dataset; nothing was written. Try again when it has finished, or stop it.`,
    );
    expect(await readdir(folder)).toEqual([first]);
  });

  test('is not what only has a name like one', async () => {
    const folder = await storyFolder({ 'precious.txt': 'precious' });
    execFileSync('mkfifo', [join(folder, first)]);
    await mkdir(join(folder, '.0000000000000001.lock'));
    await symlink('precious.txt', join(folder, '.0000000000000002.lock'));
    await writeFile(join(folder, '.123.lock'), '');
    const before = await readdir(folder);
    expect(await withLock(folder, () => Promise.resolve('done'), undefined, short)).toBe('done');
    expect(await readdir(folder)).toEqual(before);
  });
});

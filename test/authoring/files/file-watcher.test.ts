import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { onTestFinished, describe, expect, test } from 'vitest';
import { FileWatcher } from '../../../src/authoring/files/file-watcher.js';
import { storyFolder } from '../story-folder.js';

/** Watches files of a folder. Returns a function that changes something and then waits for the first report. */
function watchIn(folder: string, ...names: readonly string[]) {
  let report: (path: string) => void = () => undefined;
  const watcher = new FileWatcher((path) => report(path));
  onTestFinished(() => watcher.close());
  for (const name of names) watcher.add(join(folder, name));
  return async (change: () => Promise<unknown>): Promise<string> => {
    const reported = new Promise<string>((resolve) => (report = resolve));
    await change();
    return relative(folder, await reported);
  };
}

describe('a watched file is reported', () => {
  test('when it is written, replaced by another file, and removed', async () => {
    const folder = await storyFolder({ 'coding.yaml': 'old', 'articles/first.txt': 'old' });
    const [coding, next] = [join(folder, 'coding.yaml'), join(folder, '.coding.yaml.swp')];
    const reportAfter = watchIn(folder, 'coding.yaml', 'articles/first.txt');
    expect(await reportAfter(() => writeFile(coding, 'new'))).toBe('coding.yaml');
    await writeFile(next, 'newer');
    expect(await reportAfter(() => rename(next, coding))).toBe('coding.yaml');
    expect(await reportAfter(() => rm(join(folder, 'articles/first.txt')))).toBe(join('articles', 'first.txt'));
  });

  test('and not the other files in its folder', async () => {
    const folder = await storyFolder({ 'coding.yaml': 'old' });
    const reportAfter = watchIn(folder, 'coding.yaml');
    const reported = await reportAfter(async () => {
      await writeFile(join(folder, 'dataset.json'), 'new');
      await writeFile(join(folder, 'coding.yaml'), 'new');
    });
    expect(reported).toBe('coding.yaml');
  });

  test('when it is created, or a folder on the way to it', async () => {
    const folder = await storyFolder({ 'coding.yaml': '' });
    const reportAfter = watchIn(folder, 'second.txt', 'articles/desk/first.txt');
    expect(await reportAfter(() => writeFile(join(folder, 'second.txt'), 'new'))).toBe('second.txt');
    expect(await reportAfter(() => mkdir(join(folder, 'articles')))).toBe('articles');
  });

  test('when its folder is replaced', async () => {
    const folder = await storyFolder({ 'articles/first.txt': 'old', 'next/first.txt': 'new' });
    const reportAfter = watchIn(folder, 'articles/first.txt');
    expect(await reportAfter(() => rename(join(folder, 'articles'), join(folder, 'old')))).toBe('articles');
    expect(await reportAfter(() => rename(join(folder, 'next'), join(folder, 'articles')))).toBe('articles');
  });

  test('when the file that it links to changes', async () => {
    const folder = await storyFolder({ 'story/coding.yaml': '', 'shared/first.txt': 'old' });
    await symlink('../shared/first.txt', join(folder, 'story/first.txt'));
    const reportAfter = watchIn(folder, 'story/first.txt');
    expect(await reportAfter(() => writeFile(join(folder, 'shared/first.txt'), 'new'))).toBe(
      join('shared', 'first.txt'),
    );
  });
});

test('a name that no file can have is like a missing file', async () => {
  const folder = await storyFolder({ 'coding.yaml': 'old' });
  const reportAfter = watchIn(folder, 'a\0b/first.txt', `${'long'.repeat(100)}/first.txt`, 'coding.yaml');
  expect(await reportAfter(() => writeFile(join(folder, 'coding.yaml'), 'new'))).toBe('coding.yaml');
});

import { spawnSync } from 'node:child_process';
import * as nodeFs from 'node:fs/promises';
import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { WriteError, writeAtomically, type FileSystem } from '../../../src/authoring/files/write-atomically.js';
import { storyFolder } from '../story-folder.js';

/** A file system on which one step fails as a full or locked disk makes it fail. */
function failing(step: 'open' | 'write' | 'sync' | 'rename', code: string): FileSystem {
  const fault = Object.assign(new Error(`${code}: simulated`), { code });
  return {
    ...nodeFs,
    rename: step === 'rename' ? () => Promise.reject(fault) : nodeFs.rename,
    open: async (...args: Parameters<typeof nodeFs.open>) => {
      if (step === 'open') throw fault;
      const handle = await nodeFs.open(...args);
      if (step === 'write')
        handle.writeFile = async () => {
          // As on a disk that fills up: a part is written before it fails.
          await handle.write('half a ');
          throw fault;
        };
      if (step === 'sync') handle.sync = () => Promise.reject(fault);
      return handle;
    },
  };
}

describe('a file is replaced in one step', () => {
  test('keeping the rights that the old one had', async () => {
    const path = join(await storyFolder({ 'dataset.json': 'old' }), 'dataset.json');
    await chmod(path, 0o640);
    await writeAtomically(path, 'new');
    expect([await readFile(path, 'utf8'), (await stat(path)).mode & 0o777]).toEqual(['new', 0o640]);
  });

  test('or made where there was none', async () => {
    const folder = await storyFolder({ 'other.json': '' });
    await writeAtomically(join(folder, 'dataset.json'), 'new 🤔');
    expect(await readFile(join(folder, 'dataset.json'), 'utf8')).toBe('new 🤔');
    expect(await readdir(folder)).toEqual(['dataset.json', 'other.json']);
  });

  test('also if its name is as long as names may be', async () => {
    for (const name of ['a'.repeat(255), 'ß'.repeat(127), '한'.repeat(85)]) {
      const folder = await storyFolder({});
      await writeAtomically(join(folder, name), 'old');
      await writeAtomically(join(folder, name), 'new');
      expect([await readFile(join(folder, name), 'utf8'), await readdir(folder)]).toEqual(['new', [name]]);
    }
  });

  test('through a link, which stays a link', async () => {
    const folder = await storyFolder({ 'real/dataset.json': 'old' });
    await symlink('real/dataset.json', join(folder, 'link.json'));
    await symlink('real/later.json', join(folder, 'dangling.json'));
    await writeAtomically(join(folder, 'link.json'), 'new');
    await writeAtomically(join(folder, 'dangling.json'), 'later');
    expect((await lstat(join(folder, 'link.json'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'real/dataset.json'), 'utf8')).toBe('new');
    expect(await readFile(join(folder, 'real/later.json'), 'utf8')).toBe('later');
  });
});

describe('a failure leaves the old file and nothing else', () => {
  test.each([
    [
      'a disk that fills up while writing',
      'write',
      'ENOSPC',
      /dataset\.json: the disk is full; nothing was written\.$/,
    ],
    ['a disk that is full when synced', 'sync', 'ENOSPC', /the disk is full/],
    ['a quota that is used up', 'write', 'EDQUOT', /the disk is full/],
    ['a folder without write permission', 'open', 'EACCES', /dataset\.json: permission denied/],
    ['a read-only disk', 'open', 'EROFS', /the disk is read-only/],
    ['a file that cannot be replaced', 'rename', 'EPERM', /permission denied/],
    ['an unexpected error', 'rename', 'EIO', /writing failed \(EIO\)/],
  ] as const)('%s', async (_, step, code, message) => {
    const folder = await storyFolder({ 'dataset.json': 'old' });
    const path = join(folder, 'dataset.json');
    const error: unknown = await writeAtomically(path, 'new', failing(step, code)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WriteError);
    expect((error as WriteError).message).toMatch(message);
    expect((error as WriteError).message).not.toContain('\n');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['dataset.json']);
  });

  test('a folder in the file’s place', async () => {
    const folder = await storyFolder({ 'dataset.json/x': '' });
    await expect(writeAtomically(join(folder, 'dataset.json'), 'new')).rejects.toThrow(
      /dataset\.json: is a folder; nothing was written/,
    );
    expect(await readdir(folder)).toEqual(['dataset.json']);
  });

  test('a folder that does not exist, or is a file', async () => {
    const folder = await storyFolder({ file: '' });
    await expect(writeAtomically(join(folder, 'none/dataset.json'), 'new')).rejects.toThrow(
      /none\/dataset\.json: the folder does not exist/,
    );
    await expect(writeAtomically(join(folder, 'file/dataset.json'), 'new')).rejects.toThrow(
      /file\/dataset\.json: the folder does not exist/,
    );
  });

  test('a name that is too long', async () => {
    const folder = await storyFolder({});
    await expect(writeAtomically(join(folder, 'a'.repeat(256)), 'new')).rejects.toThrow(
      /a: the file name is too long; nothing was written\.$/,
    );
  });

  test('a link that points to itself', async () => {
    const folder = await storyFolder({ file: '' });
    await symlink('circle.json', join(folder, 'circle.json'));
    await expect(writeAtomically(join(folder, 'circle.json'), 'new')).rejects.toThrow(/points to itself/);
  });

  test('a device, which must not be replaced by a file', async () => {
    await expect(writeAtomically('/dev/null', 'new')).rejects.toThrow(/\/dev\/null: is not a regular file/);
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });
});

describe('temporary files', () => {
  test('of runs that ended are removed; those of a run that goes on, and other files, are not', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    const folder = await storyFolder({ 'dataset.json': 'old' });
    const kept = [
      `.dataset.json.${process.ppid}.0123456789ab.tmp`,
      `.other.json.${pid}.0123456789ab.tmp`,
      `.dataset.json.${pid}.tmp`,
      '.dataset.json.backup',
    ];
    for (const name of [`.dataset.json.${pid}.0123456789ab.tmp`, ...kept]) await writeFile(join(folder, name), '');
    await writeAtomically(join(folder, 'dataset.json'), 'new');
    expect((await readdir(folder)).sort()).toEqual([...kept, 'dataset.json'].sort());
  });

  test('of files with long names are removed too', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    const name = 'a'.repeat(255);
    const folder = await storyFolder({ [`.${'a'.repeat(200)}.${pid}.0123456789ab.tmp`]: '' });
    await writeAtomically(join(folder, name), 'new');
    expect(await readdir(folder)).toEqual([name]);
  });

  test('do not get in the way of writers at once', async () => {
    const folder = await storyFolder({ 'dataset.json': 'old' });
    await mkdir(join(folder, 'sub'));
    const texts = Array.from({ length: 8 }, (_, index) => String(index).repeat(500_000));
    await Promise.all(texts.map((text) => writeAtomically(join(folder, 'dataset.json'), text)));
    expect(texts).toContain(await readFile(join(folder, 'dataset.json'), 'utf8'));
    expect(await readdir(folder)).toEqual(['dataset.json', 'sub']);
  });
});

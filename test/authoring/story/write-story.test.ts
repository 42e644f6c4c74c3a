import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeStory } from '../../../src/authoring/story/write-story.js';
import { storyFolder } from '../story-folder.js';

const files = new Map([
  ['articles/gazette-1.txt', 'Text.\n'],
  ['coding.yaml', 'title: T\n'],
]);
/** The last file cannot be written, because its folder is missing. */
const failing = new Map([...files, ['articles/missing/gazette-2.txt', 'Text.\n']]);

describe.each([
  ['a new folder', []],
  ['an existing folder', ['notes.txt']],
])('in %s', (_, existing) => {
  async function folderOf(): Promise<string> {
    const folder = await storyFolder(Object.fromEntries(existing.map((name) => [`story/${name}`, 'mine'])));
    return join(folder, 'story');
  }

  test('all files are written', async () => {
    const folder = await folderOf();
    await writeStory(folder, files);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(
      ['articles', join('articles', 'gazette-1.txt'), 'coding.yaml', ...existing].sort(),
    );
    expect(await readFile(join(folder, 'articles/gazette-1.txt'), 'utf8')).toBe('Text.\n');
    expect((await readdir(join(folder, '..'))).sort()).toEqual(['story']);
  });

  test('none is written if one cannot be', async () => {
    const folder = await folderOf();
    const before = await readdir(join(folder, '..'), { recursive: true });
    await expect(writeStory(folder, failing)).rejects.toThrow(
      `${folder}: the folder does not exist; nothing was written.`,
    );
    expect(await readdir(join(folder, '..'), { recursive: true })).toEqual(before);
  });

  test('nothing is overwritten', async () => {
    const folder = await folderOf();
    await mkdir(join(folder, 'coding.yaml'), { recursive: true });
    await expect(writeStory(folder, files)).rejects.toThrow(`${join(folder, 'coding.yaml')}: exists already`);
    expect((await readdir(folder)).sort()).toEqual(['coding.yaml', ...existing].sort());
  });
});

import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/authoring/files/decode-text.js';
import { parseArticle, readArticle } from '../../../src/authoring/files/read-article.js';
import {
  article,
  buildIn,
  buildStory,
  changedCoding,
  statementsOf,
  story,
  storyFolder,
  writeFiles,
} from '../story-folder.js';

describe('the text of an article', () => {
  test('comes with its length in characters and the hash of its bytes', () => {
    const bytes = Buffer.from('\ufeff🤔 thinking\r\n');
    expect(parseArticle(bytes)).toEqual({
      text: '🤔 thinking\r\n',
      length: 12,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  test.each([
    ['a byte of another encoding', [0x41, 0x42, 0xe4, 0x20], 2],
    ['a character cut at the end', [0x41, 0xe2, 0x80], 1],
    ['an overlong form', [0x41, 0x42, 0x43, 0xc0, 0xaf], 3],
    ['half of a pair', [0xed, 0xa0, 0x80], 0],
    ['a character above Unicode', [0x41, 0xf4, 0x90, 0x80, 0x80], 1],
  ])('with %s is refused, with the offset of the byte', (_, bytes, offset) => {
    expect(decodeText(Uint8Array.from(bytes))).toMatchObject({
      reason: expect.stringContaining(`byte ${offset} `) as string,
    });
  });

  test('saved as UTF-16 is recognised', () => {
    expect(decodeText(Buffer.from('\ufefftext', 'utf16le'))).toMatchObject({
      reason: 'is not UTF-8 text: it looks like UTF-16',
    });
  });

  test('is refused exactly where the platform’s decoder refuses it, and right before the offset it is good', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), fc.string({ unit: 'binary' }), (noise, text) => {
        const bytes = Buffer.concat([Buffer.from(text), noise]);
        const decoded = decodeText(bytes);
        if ('text' in decoded)
          return Buffer.from(decoded.text).equals(
            bytes.subarray(0, 3).equals(Buffer.from('\ufeff')) ? bytes.subarray(3) : bytes,
          );
        const offset = Number(/byte (\d+)/u.exec(decoded.reason)?.[1] ?? 0);
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, offset))).not.toThrow();
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
        return true;
      }),
    );
  });
});

describe('a file that cannot be an article', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['does not exist', 'articles/none.txt', /“articles\/none\.txt” does not exist\.$/],
    ['is a folder', 'articles', /is a folder, not a file/],
    ['lies above the folder', '../secret.txt', /is outside the folder of the coding/],
    ['goes out and in again', 'articles/../../x/first.txt', /is outside the folder/],
    ['is named from the root', '/etc/hostname', /is an absolute path/],
    ['is named from a drive', 'C:\\\\texts\\\\first.txt', /is an absolute path/],
    ['is named with backslashes', 'articles\\\\first.txt', /has a backslash in its name/],
    ['has a NUL in its name', 'articles/first.txt\\0.png', /control character/],
    ['lies below a file', 'articles/first.txt/more', /does not exist/],
    ['has a name that is too long', `articles/${'x'.repeat(300)}`, /a name that is too long/],
  ];
  test.each(cases)('%s', async (_, file, expected) => {
    const { problems } = await buildStory({ 'coding.yaml': changedCoding('articles/first.txt', `"${file}"`) });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      file: 'coding.yaml',
      line: 9,
      column: 11,
      message: expect.stringMatching(expected) as string,
    });
  });

  test('is empty, or nothing but a byte order mark and spaces', async () => {
    for (const text of ['', '\ufeff', ' \n\u00a0\n']) {
      const { problems } = await buildStory({ 'articles/first.txt': text });
      expect(problems.map(({ message }) => message)).toEqual(['The article file “articles/first.txt” is empty.']);
    }
  });

  test('is a pipe, which might never end', async () => {
    const folder = await storyFolder();
    execFileSync('mkfifo', [join(folder, 'articles/pipe')]);
    expect(await readArticle(folder, 'articles/pipe')).toMatchObject({ reason: 'is not a regular file' });
  });

  test('is larger than a text can be', async () => {
    const folder = await storyFolder();
    await truncate(join(folder, 'articles/first.txt'), 500_000_001);
    const { problems } = await buildIn(folder);
    expect(problems.map(({ message }) => message)).toEqual([
      'The article file “articles/first.txt” has 501 MB; the limit is 500 MB.',
    ]);
  });

  test('is not UTF-8', async () => {
    const { problems } = await buildStory({ 'articles/first.txt': Buffer.from('The pr\xe9sident', 'latin1') });
    expect(problems[0]).toMatchObject({
      line: 9,
      message: 'The article file “articles/first.txt” is not UTF-8 text: byte 6 (counted from 0) is E9.',
    });
  });
});

describe('links', () => {
  async function linked(): Promise<string> {
    const folder = await storyFolder({ 'outside/first.txt': article });
    await writeFiles(folder, { 'desk/coding.yaml': story['coding.yaml']! });
    await mkdir(join(folder, 'desk/articles'));
    await symlink(join(folder, 'outside/first.txt'), join(folder, 'desk/articles/first.txt'));
    return join(folder, 'desk');
  }

  test('that lead outside are refused, unless they are meant', async () => {
    const folder = await linked();
    const { problems } = await buildIn(folder);
    expect(problems[0]?.message).toMatch(/is a link to a file outside the folder of the coding/);
    expect(problems[0]?.hint).toMatch(/--follow-links/);
    expect((await buildIn(folder, true)).problems).toEqual([]);
  });

  test('of folders that lead outside are refused too', async () => {
    const folder = await storyFolder({ 'outside/first.txt': article, 'desk/coding.yaml': story['coding.yaml']! });
    await symlink(join(folder, 'outside'), join(folder, 'desk/articles'));
    expect((await buildIn(join(folder, 'desk'))).problems[0]?.message).toMatch(/is a link to a file outside/);
  });

  test('to the folder of the coding, or to a folder above it, may be part of the way', async () => {
    const folder = await storyFolder(
      Object.fromEntries(Object.entries(story).map(([name, text]) => [`real/desk/${name}`, text])),
    );
    await symlink('real', join(folder, 'above'));
    await symlink('desk', join(folder, 'real/link'));
    for (const way of ['above/desk', 'real/link', 'above/link'])
      expect((await buildIn(join(folder, way))).problems).toEqual([]);
  });

  test('within the folder are read', async () => {
    const folder = await storyFolder({ 'coding.yaml': story['coding.yaml']!, 'texts/a.txt': article });
    await symlink('texts', join(folder, 'articles'));
    await symlink('a.txt', join(folder, 'texts/first.txt'));
    expect((await buildIn(folder)).problems).toEqual([]);
  });

  test('that point to themselves are reported', async () => {
    const folder = await storyFolder({ 'coding.yaml': story['coding.yaml']!, 'articles/x': '' });
    await symlink('first.txt', join(folder, 'articles/first.txt'));
    expect((await buildIn(folder)).problems[0]?.message).toMatch(/is a link that points to itself/);
  });
});

test('a byte order mark shifts no place; Windows line ends count as stored', async () => {
  const [plain] = await statementsOf({});
  const [marked] = await statementsOf({ 'articles/first.txt': `\ufeff${article}` });
  expect(marked?.quote).toEqual(plain?.quote);
  const windows = article.replaceAll('\n', '\r\n');
  const [stored] = await statementsOf({ 'articles/first.txt': windows });
  expect(stored?.quote.start).toBe(plain!.quote.start! + 2);
  expect(Array.from(windows).slice(stored?.quote.start, stored?.quote.end).join('')).toBe('burrowed inside');
});

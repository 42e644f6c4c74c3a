import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codingSize, syntheticCoding } from '../../../bench/synthetic-coding.mjs';
import { AnchorCache } from '../../../src/authoring/anchoring/anchor-cache.js';
import { call, storyFolder, writeFiles, type Called, type Files } from '../story-folder.js';

/** A hundred articles and more: with fewer nothing is kept. */
const cast = { ...codingSize(300), articles: 120 };
const large: Files = Object.fromEntries(syntheticCoding(cast));
const cacheName = 'coding.yaml.cache';

const build = (folder: string, ...more: readonly string[]): Promise<Called> =>
  call(folder, ['build', 'coding.yaml', '-o', 'story.json', ...more]);

const textOf = (folder: string, name: string): Promise<string> => readFile(join(folder, name), 'utf8');

/** What a build without a cache writes and says. */
async function expected(folder: string): Promise<readonly [string, Called]> {
  const said = await build(folder, '--no-cache');
  return [said.exit === 0 ? await textOf(folder, 'story.json') : '', said];
}

async function withCache(folder: string): Promise<readonly [string, Called]> {
  const said = await build(folder);
  return [said.exit === 0 ? await textOf(folder, 'story.json') : '', said];
}

/** Changes cached anchors and updates their checksum. */
function altered(cache: string, change: (json: string) => string): string {
  const [header = '', ...lines] = cache.trimEnd().split('\n');
  const changed = lines.map((line) => {
    const key = line.split(' ', 1)[0]!;
    const json = change(line.slice(key.length + 18));
    return `${key} ${createHash('sha256').update(key).update(json).digest('hex').slice(0, 16)} ${json}`;
  });
  return `${[header, ...changed].join('\n')}\n`;
}

describe('the anchors of an earlier run', () => {
  test('change no byte of the dataset, and are kept beside the coding', async () => {
    const folder = await storyFolder(large);
    const first = await withCache(folder);
    const cache = await textOf(folder, cacheName);
    expect(cache.split('\n')).toHaveLength(1 + 120 + 1);
    expect(await withCache(folder)).toEqual(first);
    expect(await textOf(folder, cacheName)).toBe(cache);
    expect(await expected(folder)).toEqual(first);
  });

  test('are used: an unchanged article is not searched again', async () => {
    const folder = await storyFolder(large);
    const [text] = await withCache(folder);
    const cache = await textOf(folder, cacheName);
    // A place that no search would find: everything one character short.
    await writeFile(
      join(folder, cacheName),
      altered(cache, (json) => json.replaceAll(/"end":(\d+)/gu, (_, end) => `"end":${Number(end) - 1}`)),
    );
    const quotes = (written: string) =>
      (JSON.parse(written) as { statements: { quote: { exact: string } }[] }).statements.map(
        ({ quote }) => quote.exact,
      );
    const [other] = await withCache(folder);
    expect(quotes(other)).toEqual(quotes(text).map((quote) => quote.slice(0, -1)));
    const [, third] = await withCache(folder);
    expect(third.exit).toBe(0);
  });

  test.each([
    ['an article', (files: Files) => ({ 'articles/7.txt': `A new head.\n\n${String(files['articles/7.txt'])}` })],
    ['an article whose quote is gone', () => ({ 'articles/7.txt': 'Nothing.' })],
    [
      'a quote',
      (files: Files) => ({
        'statements.csv': String(files['statements.csv']).replace(/(\narticle-7,.*) \w+\n/u, '$1\n'),
      }),
    ],
    [
      'a voice that the article contradicts',
      (files: Files) => ({
        'articles/7.txt': String(files['articles/7.txt']).replaceAll(/[“”]/gu, ''),
      }),
    ],
    [
      'a statement more',
      (files: Files) => ({
        'statements.csv': String(files['statements.csv']).replace(
          /\n(article-7,.*)\n/u,
          (row) =>
            row +
            row
              .slice(1)
              .replace(',quoted', ',outlet')
              .replace(/speaker-\d+/u, ''),
        ),
      }),
    ],
  ])('are not used for what changed: %s', async (_, change) => {
    const folder = await storyFolder(large);
    await withCache(folder);
    await writeFiles(folder, change(large));
    const right = await expected(folder);
    expect(await withCache(folder)).toEqual(right);
    // Notes and problems are told again, too.
    expect(await withCache(folder)).toEqual(right);
    if (right[1].exit === 0) expect((await textOf(folder, cacheName)).split('\n')).toHaveLength(1 + 120 + 1);
  });

  test('count as absent where they are damaged', async () => {
    const folder = await storyFolder(large);
    const right = await withCache(folder);
    const cache = await readFile(join(folder, cacheName));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(cache.length),
        fc.constantFrom('cut', 'flip', 'zeros', 'twice'),
        fc.integer({ min: 1, max: 255 }),
        async (at, how, by) => {
          const bytes = how === 'cut' ? cache.subarray(0, at) : Buffer.from(cache);
          // The first line says whose file it is.
          const place = Math.max(at, 80);
          if (how === 'flip' && place < bytes.length) bytes[place]! ^= by;
          if (how === 'zeros') bytes.fill(0, Math.min(place, bytes.length), Math.min(place + by * 20, bytes.length));
          await writeFile(join(folder, cacheName), how === 'twice' ? Buffer.concat([bytes, bytes]) : bytes);
          expect(await withCache(folder)).toEqual(right);
          expect((await readFile(join(folder, cacheName))).subarray(0, 20)).toEqual(cache.subarray(0, 20));
        },
      ),
      { numRuns: 40 },
    );
    expect(await withCache(folder)).toEqual(right);
    expect((await textOf(folder, cacheName)).split('\n')).toHaveLength(1 + 120 + 1);
  });

  test.each([
    ['outside the article', (json: string) => json.replaceAll(/"start":\d+/gu, '"start":99999999')],
    ['before its beginning', (json: string) => json.replaceAll(/"prefix":\d+/gu, '"prefix":99999999')],
    ['no anchors', () => '{}'],
    ['too few', () => '[]'],
    ['other things', (json: string) => json.replaceAll(/\{[^}]*\}/gu, '7')],
    ['in a voice that nobody has', (json: string) => json.replaceAll('"quoted"', '"sung"')],
  ])('count as absent where they are %s', async (_, change) => {
    const folder = await storyFolder(large);
    const right = await withCache(folder);
    await writeFile(join(folder, cacheName), altered(await textOf(folder, cacheName), change));
    expect(await withCache(folder)).toEqual(right);
  });

  test('are not kept of a small coding, nor where the caller says so', async () => {
    const folder = await storyFolder(Object.fromEntries(syntheticCoding({ ...cast, articles: 99 })));
    await build(folder);
    expect(await readdir(folder)).not.toContain(cacheName);
    const other = await storyFolder(large);
    await build(other, '--no-cache');
    expect(await readdir(other)).not.toContain(cacheName);
    expect((await call(other, ['check', 'coding.yaml'])).exit).toBe(0);
    expect(await readdir(other)).toContain(cacheName);
  });

  test('never stand where something else stands; that is said', async () => {
    const folder = await storyFolder({ ...large, [cacheName]: 'my notes' });
    const [text, { stderr }] = await withCache(folder);
    expect(stderr).toMatch(/^coding\.yaml\.cache:1:1 {2}note {2}The quote cache could not be written: /mu);
    expect(await textOf(folder, cacheName)).toBe('my notes');
    await rm(join(folder, cacheName));
    await writeFiles(folder, { [`${cacheName}/x`]: '' });
    expect((await withCache(folder))[0]).toBe(text);
  });
});

describe('something that takes the place of the cache during a run', () => {
  const anchor = { start: 0, end: 1, prefix: 0, suffix: 0, voice: 'quoted' } as const;

  /** A cache with one entry, opened again, and then moved away. */
  async function movedAway(folder: string): Promise<AnchorCache> {
    const path = join(folder, cacheName);
    const earlier = await AnchorCache.open(path);
    earlier?.set('a', [anchor]);
    await earlier?.close(true);
    const cache = await AnchorCache.open(path);
    await rename(path, join(folder, 'moved'));
    return cache!;
  }

  test.each([true, false])('a link: nothing is written through it (with new entries: %s)', async (hasNew) => {
    const folder = await storyFolder({ 'precious.txt': 'precious' });
    const cache = await movedAway(folder);
    await symlink('precious.txt', join(folder, cacheName));
    if (hasNew) cache.set('b', [anchor]);
    await cache.close(true);
    expect(await textOf(folder, 'precious.txt')).toBe('precious');
    expect(cache.writeError).toEqual(hasNew ? expect.stringContaining('ELOOP') : undefined);
  });

  test('a pipe: it is not waited for', async () => {
    const folder = await storyFolder({});
    const cache = await movedAway(folder);
    execFileSync('mkfifo', [join(folder, cacheName)]);
    cache.set('b', [anchor]);
    await cache.close(true);
    expect(cache.writeError).toContain('ENXIO');
  });
});

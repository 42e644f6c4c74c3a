import { PassThrough } from 'node:stream';
import { readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { askIn } from '../../src/cli/ask.js';
import { newsPage, servePages } from '../authoring/articles/page-server.js';
import { call, storyFolder } from '../authoring/story-folder.js';

const texts = { 'a.txt': 'Bridge is safe\n\nThe mayor says so. She crosses it.\n', 'b.txt': 'Nobody knows.' };
const page = newsPage({ head: '<meta property="og:site_name" content="The Gazette">' });
const required = ['init', 'bridge', '--title', 'Is it safe?', '--lang', 'en', '--outlet', 'The Gazette'];

const codingIn = async (folder: string) =>
  parse(await readFile(join(folder, 'bridge/coding.yaml'), 'utf8')) as Readonly<Record<string, unknown>>;

describe('stancekit init', () => {
  test('writes a story in which check finds nothing wrong', async () => {
    const folder = await storyFolder(texts);
    const argv = [...required, '--article', 'a.txt', '--outlet', 'Le Courrier', '--article', 'b.txt', '--yes'];
    const { exit, stdout, stderr } = await call(folder, argv);
    expect([exit, stdout]).toEqual([0, '']);
    expect(stderr).toContain('a.txt\n  outlet    The Gazette\n  text ');
    expect(stderr).toContain(
      '  text      10 words in 2 paragraphs\n  begins    “Bridge is safe”\n  ends      “She crosses it.”\n',
    );
    expect(stderr).toMatch(
      /\nWrote bridge\/coding\.yaml and 2 articles\.\nNext, .*stancekit check bridge\/coding\.yaml\n$/u,
    );
    expect(await codingIn(folder)).toMatchObject({
      title: 'Is it safe?',
      articles: [{ id: 'the-gazette-1' }, { id: 'le-courrier-1' }],
    });
    expect((await readdir(join(folder, 'bridge'))).sort()).toEqual(['articles', 'coding.yaml']);
    expect(await readFile(join(folder, 'bridge/articles/the-gazette-1.txt'), 'utf8')).toBe(texts['a.txt']);
    expect(await call(folder, ['check', 'bridge/coding.yaml'])).toEqual({
      exit: 0,
      stdout: '',
      stderr:
        'bridge/coding.yaml:3:1  note  The coding has no statements yet.  hint: No action needed. A statement has an article, a speaker, a claim, a stance and a quote.\n' +
        'No problems: 2 sources, 2 articles, 0 speakers, 0 claims, 0 statements, 0 variants.\n',
    });
  });

  // With `Intl.Segmenter`, counting the words took many minutes.
  test('takes an article of a megabyte, in a single paragraph too', async () => {
    const folder = await storyFolder({ 'a.txt': 'The mayor’s bridge is safe. '.repeat(40_000) });
    const { exit, stderr } = await call(folder, [...required, '--article', 'a.txt', '--yes']);
    expect([exit, stderr]).toEqual([0, expect.stringContaining('  text      200,000 words in 1 paragraph\n')]);
  });

  test('needs no article', async () => {
    const folder = await storyFolder({});
    expect(await call(folder, required)).toMatchObject({
      exit: 0,
      stderr: expect.stringMatching(/^Wrote bridge\/coding\.yaml\.\n/u) as string,
    });
    expect(await readdir(join(folder, 'bridge/articles'))).toEqual([]);
    expect((await call(folder, ['check', 'bridge/coding.yaml'])).exit).toBe(0);
  });

  test('shows what a page says, and takes the outlet from it', async () => {
    const folder = await storyFolder({ 'page.html': page });
    const address = await servePages((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(page.replace('The Gazette"', 'Courier\u001b[31m"')),
    );
    const argv = [
      'init',
      'bridge',
      '--title',
      'T',
      '--lang',
      'en',
      '--yes',
      '--article',
      'page.html',
      '--article',
      `${address}/1`,
    ];
    const { exit, stderr } = await call(folder, argv);
    expect([exit, stderr]).toEqual([
      0,
      expect.stringContaining(
        'page.html\n  headline  Bridge is safe, says mayor\n  outlet    The Gazette\n  date      not found\n  address   not found\n',
      ),
    ]);
    expect(stderr).toContain(`  address   ${address}/1\n`);
    expect(stderr).not.toContain('\u001b');
    expect(await codingIn(folder)).toMatchObject({
      sources: [{ name: 'The Gazette' }, { name: expect.stringMatching(/^Courier/u) as string }],
      articles: [{ source: 'the-gazette', lang: 'en-GB' }, { url: `${address}/1` }],
    });
    expect((await call(folder, ['check', 'bridge/coding.yaml'])).exit).toBe(0);
  });

  test('may be called in the folder, next to other files', async () => {
    const folder = await storyFolder({ ...texts, 'bridge/notes.txt': 'mine' });
    const argv = ['init', '.', ...required.slice(2), '--article', '../a.txt', '--yes'];
    expect((await call(join(folder, 'bridge'), argv)).exit).toBe(0);
    expect((await readdir(join(folder, 'bridge'))).sort()).toEqual(['articles', 'coding.yaml', 'notes.txt']);
    expect((await stat(join(folder, 'bridge/articles'))).mode).toBe((await stat(folder)).mode | 0o055);
  });

  test('prints a report as JSON when asked', async () => {
    const folder = await storyFolder(texts);
    const good = await call(folder, [...required, '--article', 'a.txt', '--yes', '--json']);
    expect([good.exit, good.stderr]).toEqual([0, '']);
    expect(JSON.parse(good.stdout)).toEqual({
      ...{ ok: true, problems: [] },
      written: ['bridge/articles/the-gazette-1.txt', 'bridge/coding.yaml'],
    });
    const bad = await call(folder, ['init', 'other', ...required.slice(2), '--article', 'c.txt', '--yes', '--json']);
    expect([bad.exit, bad.stderr]).toEqual([1, '']);
    expect(JSON.parse(bad.stdout)).toMatchObject({ ok: false, problems: [{ file: 'c.txt' }], written: [] });
  });

  test('keeps quotation marks and colons in a title, on one line', async () => {
    const folder = await storyFolder({});
    const title = `"Safe": 'yes' or\n# no?`;
    expect(
      (await call(folder, ['init', 'bridge', '--title', title, '--lang', 'de', '--outlet', '- {a: b}'])).exit,
    ).toBe(0);
    expect(await codingIn(folder)).toMatchObject({
      title: `"Safe": 'yes' or # no?`,
      lang: 'de',
      sources: [{ name: '- {a: b}' }],
    });
    expect((await call(folder, ['check', 'bridge/coding.yaml'])).exit).toBe(0);
  });
});

describe('nothing is written', () => {
  test.each([
    [['init'], 2, /No folder given\. {2}hint: Example: stancekit init bridge/],
    [['init', 'bridge'], 2, /Missing: --title, --lang, --outlet\. {2}hint: Example: .* --yes\n$/],
    [['init', 'bridge', '--article', 'a.txt'], 2, /Missing: --title, --lang, --yes\./],
    [['init', 'bridge', '--title', ' ', '--lang', 'en'], 2, /The text is empty \(--title\)/],
    [['init', 'bridge', '--title', 'T\u0007', '--lang', 'en'], 2, /control character \(--title\)/],
    [['init', 'bridge', '--title', 'T', '--lang', 'english!'], 2, /“english!” is not a language tag such as en/],
    [
      ['init', 'bridge', '--title', 'T', '--lang', 'en', '--article', 'a.txt', '--yes'],
      2,
      /outlet of “a\.txt” is missing.*--outlet NAME/,
    ],
    [
      [...required, '--article', 'none.txt', '--yes'],
      1,
      /^none\.txt {2}error {2}The article does not exist\. {2}hint: .*\n1 problem\. Nothing was written\.\n$/,
    ],
    [
      [...required, '--article', 'image.html', '--article', '../none/../x.txt', '--yes'],
      1,
      /NUL bytes.*\n.*does not exist.*\n2 problems\./,
    ],
    [['init', 'a.txt', ...required.slice(2)], 2, /a\.txt: a file is in the way; nothing was written/],
    [['init', 'none/bridge', ...required.slice(2)], 2, /none\/bridge: the folder does not exist; nothing was written/],
    [['init', 'story', ...required.slice(2)], 2, /story\/coding\.yaml: exists already; nothing was written/],
    [['init', 'linked', ...required.slice(2)], 2, /linked\/articles: exists already; nothing was written/],
  ])('after %j', async (argv, expected, message) => {
    const files = {
      ...texts,
      'image.html': 'PNG\0',
      'story/coding.yaml': 'mine',
      'linked/x': '',
    };
    const folder = await storyFolder(files);
    // A link to nowhere is an entry too.
    await symlink('nowhere', join(folder, 'linked/articles'));
    const before = await readdir(folder, { recursive: true });
    const { exit, stdout, stderr } = await call(folder, argv);
    expect([exit, stdout, stderr]).toEqual([expected, '', expect.stringMatching(message)]);
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  test('if the user ends the questions', async () => {
    const folder = await storyFolder(texts);
    const { exit, stderr } = await call(folder, [...required, '--article', 'a.txt'], { answers: [] });
    expect([exit, stderr]).toEqual([
      2,
      expect.stringMatching(/Store this article\? \[Y\/n\] \nstancekit {2}error {2}No answer\.\n$/u),
    ]);
    expect((await readdir(folder)).sort()).toEqual(['a.txt', 'b.txt']);
  });
});

describe('on a terminal', () => {
  test('asks for all that is missing, until the answers are valid', async () => {
    const folder = await storyFolder({ ...texts, 'page.html': page });
    const { exit, stderr } = await call(folder, ['init', 'bridge'], {
      answers: [
        ...['', 'Is it safe?', 'english!', 'en'],
        ...['Courier', 'courier', 'Echo', ''],
        ...['none.txt', 'a.txt', '2', 'y', 'page.html', '', 'b.txt', 'Courier', 'maybe', 'no', ''],
      ],
    });
    expect(exit).toBe(0);
    expect(stderr).toContain('Title: \nThe text is empty.\nTitle: \n');
    expect(stderr).toContain('none.txt  error  The article does not exist.');
    expect(stderr).toContain('  1  Courier\n  2  Echo\nIts outlet, by number or name: \nStore this article? [Y/n] \n');
    expect(await codingIn(folder)).toMatchObject({
      ...{ title: 'Is it safe?', lang: 'en' },
      sources: [{ id: 'courier' }, { id: 'echo' }, { id: 'the-gazette' }],
      articles: [{ id: 'echo-1' }, { id: 'the-gazette-1' }],
    });
  });

  test('asks nothing that the command line says', async () => {
    const folder = await storyFolder(texts);
    const { exit, stderr } = await call(folder, [...required, '--article', 'a.txt'], { answers: ['n'] });
    expect([exit, stderr.split('\n').filter((line) => line.endsWith(' '))]).toEqual([
      0,
      ['Store this article? [Y/n] '],
    ]);
    expect((await codingIn(folder))['articles']).toEqual([]);
  });

  test('reads an answer from the keyboard, and ends with Ctrl+C and Ctrl+D', async () => {
    const typed = (keys: string) => {
      const [input, output] = [new PassThrough(), new PassThrough()];
      input.write(keys);
      return askIn(input, output, 'Title: ');
    };
    expect(await typed(' Is it safe? \r')).toBe('Is it safe?');
    for (const keys of ['Is\u0003', '\u0004']) await expect(typed(keys)).rejects.toThrow('Nothing was written');
  });
});

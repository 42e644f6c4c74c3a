import { chmod, mkdir, readFile, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run, type CommandIo } from '../../src/cli/run.js';
import { fileEndings, formats } from '../../src/publishing/formats.js';
import { options } from '../../src/cli/arguments.js';
import { storyJson } from '../dataset/small-story.js';
import { call, storyFolder } from '../authoring/story-folder.js';

const dataset = JSON.stringify(
  storyJson([
    ['daily', 'ann', 'tax', 'support'],
    ['post', 'bob', 'tax', 'oppose'],
  ]),
);
const files = { 'story.json': dataset, 'other.json': dataset, 'broken.json': '{', 'script.js': 'let x;\n' };
const matrix = ['--widget', 'matrix', '--as'];

describe('stancekit render', () => {
  test('draws to the standard output, or into a file, and says so', async () => {
    const folder = await storyFolder(files);
    const shown = await call(folder, ['render', 'story.json', ...matrix, 'html']);
    expect(shown).toMatchObject({ exit: 0, stderr: '' });
    expect(shown.stdout).toMatch(/^<figure lang="en" dir="ltr">\n[^]*<\/figure>\n$/);
    const written = await call(folder, ['render', 'story.json', ...matrix, 'html', '-o', 'story.html']);
    expect(written).toEqual({ exit: 0, stdout: '', stderr: 'Wrote story.html: matrix as html, 2 kB.\n' });
    expect(await readFile(join(folder, 'story.html'), 'utf8')).toBe(shown.stdout);
  });

  test('writes the bytes of a picture as they are', async () => {
    const folder = await storyFolder(files);
    expect((await call(folder, ['render', 'story.json', ...matrix, 'png', '-o', 'story.png'])).exit).toBe(0);
    const bytes = await readFile(join(folder, 'story.png'));
    const shown: Uint8Array[] = [];
    const io: CommandIo = {
      stdout: { write: (content: unknown) => shown.push(content as Uint8Array) },
      stderr: { write: () => undefined },
      env: {},
      cwd: folder,
      interruption: () => new Promise(() => undefined),
    };
    expect(await run(['render', 'story.json', ...matrix, 'png'], io)).toBe(0);
    expect(bytes.equals(shown[0]!)).toBe(true);
  });

  test('draws several into a folder, which it makes, and says how far it is', async () => {
    const folder = await storyFolder(files);
    const { exit, stdout, stderr } = await call(folder, [
      'render',
      'story.json',
      'other.json',
      ...matrix,
      'svg',
      '--out-dir',
      'a/b',
    ]);
    expect([exit, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(
      /^1\/2 {2}Wrote a\/b\/story\.matrix\.svg: .*\n2\/2 {2}Wrote a\/b\/other\.matrix\.svg: .*\n$/,
    );
    expect(await readdir(join(folder, 'a/b'))).toEqual(['other.matrix.svg', 'story.matrix.svg']);
  });

  test('names every problem of a dataset, draws the others, and ends with 1', async () => {
    const faulty = JSON.parse(dataset) as { statements: { speaker: string; stance: string }[] };
    faulty.statements[0]!.speaker = 'nobody';
    faulty.statements[1]!.stance = 'suport';
    const folder = await storyFolder({
      ...files,
      'faulty.json': JSON.stringify(faulty),
      'latin.json': new Uint8Array([0x7b, 0xe9]),
    });
    const argv = [
      'render',
      'faulty.json',
      'broken.json',
      'none.json',
      'latin.json',
      'story.json',
      ...matrix,
      'csv',
      '--out-dir',
      'out',
    ];
    const { exit, stderr } = await call(folder, argv);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/faulty\.json {2}statements\[0\]\.speaker {2}error {2}.*nobody/);
    expect(stderr).toMatch(/faulty\.json {2}statements\[1\]\.stance {2}error {2}/);
    expect(stderr).toMatch(
      /broken\.json {2}error {2}The dataset is not valid JSON\. {2}hint: A dataset is the JSON file that stancekit build writes/,
    );
    expect(stderr).toMatch(/none\.json {2}error {2}The dataset does not exist\. {2}hint: /);
    expect(stderr).toMatch(/latin\.json {2}error {2}The dataset is not UTF-8 text/);
    expect(stderr).toMatch(/5\/5 {2}Wrote out\/story\.matrix\.csv.*\n5 problems\.\n$/);
    expect(await readdir(join(folder, 'out'))).toEqual(['story.matrix.csv']);
  });

  test('gives problems and files as JSON when asked', async () => {
    const folder = await storyFolder(files);
    const { exit, stdout, stderr } = await call(folder, [
      'render',
      'story.json',
      'none.json',
      ...matrix,
      'csv',
      '--out-dir',
      'out',
      '--json',
    ]);
    expect([exit, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      problems: [
        {
          file: 'none.json',
          path: '',
          message: 'The dataset does not exist.',
          hint: 'Check the name (including upper and lower case) and the folder.',
        },
      ],
      written: ['out/story.matrix.csv'],
    });
  });

  test('never writes over the dataset, by whatever name', async () => {
    const folder = await storyFolder(files);
    await symlink('story.json', join(folder, 'link.html'));
    for (const output of ['story.json', './story.json', 'link.html']) {
      const { exit, stderr } = await call(folder, ['render', 'story.json', ...matrix, 'html', '-o', output]);
      expect([exit, stderr]).toEqual([
        2,
        expect.stringMatching(/would overwrite an input of the drawing \(story\.json\)/),
      ]);
    }
    expect(await readFile(join(folder, 'story.json'), 'utf8')).toBe(dataset);
  });

  test('says on one line why it could not write', async () => {
    const folder = await storyFolder({ ...files, 'taken/x': '' });
    await mkdir(join(folder, 'closed'));
    await chmod(join(folder, 'closed'), 0o555);
    // Whoever may write anywhere is not stopped by rights.
    const closed = process.getuid?.() === 0 ? [] : [['-o', 'closed/x.html']];
    for (const to of [
      ['-o', 'taken'],
      ['-o', 'none/x.html'],
      ['--out-dir', 'story.json'],
      ['--out-dir', 'story.json/x'],
      ...closed,
    ]) {
      const { exit, stdout, stderr } = await call(folder, ['render', 'story.json', ...matrix, 'html', ...to]);
      expect([exit, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^stancekit {2}error {2}[^\n]*nothing was written[^\n]*\n$/);
    }
  });

  test('tells of a message that is too long', async () => {
    const said = Array.from({ length: 200 }, (_, index) => ['daily', `speaker-${index}`, 'tax', 'support'] as const);
    const folder = await storyFolder({ 'long.json': JSON.stringify(storyJson(said)) });
    const { exit, stderr } = await call(folder, ['render', 'long.json', ...matrix, 'email', '-o', 'long.html']);
    expect(exit).toBe(0);
    expect(stderr).toMatch(
      /long\.json {2}warning {2}The message has \d+ kB, and Gmail cuts messages at 102 kB\. {2}hint: Filter by/,
    );
  });
});

describe('stancekit embed', () => {
  const argv = ['embed', 'story.json', '--widget', 'disagreement', '--src', '/story.json', '--script', '/s.js'];

  test('prints the snippet with the integrity of the script’s file', async () => {
    const folder = await storyFolder(files);
    const { exit, stdout, stderr } = await call(folder, [...argv, '--script-file', 'script.js']);
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^<script src="\/s\.js" defer="defer" integrity="sha384-[\w+/]{64}" crossorigin="anonymous"><\/script>\n<source-disagreement src="\/story\.json"/,
    );
  });

  test('takes the script of the one element from a folder', async () => {
    const folder = await storyFolder({ ...files, 'dist/source-disagreement.js': '1;' });
    const inFolder = argv.with(-1, '/kit/');
    const { stdout, stderr } = await call(folder, [...inFolder, '--script-file', 'dist']);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^<script src="\/kit\/source-disagreement\.js" defer="defer" integrity="sha384-[\w+/]{64}"/);
    const missing = await call(folder, [...inFolder.with(3, 'matrix'), '--script-file', 'dist']);
    expect([missing.exit, missing.stderr]).toEqual([2, expect.stringMatching(/“dist\/stance-matrix\.js” /)]);
  });

  test('says where there is none', async () => {
    const folder = await storyFolder(files);
    const { exit, stderr } = await call(folder, [...argv, '-o', 'snippet.html']);
    expect([exit, stderr]).toEqual([
      0,
      expect.stringMatching(
        /^Wrote snippet\.html: snippet, \d+ kB\.\nstory\.json {2}warning {2}The script has no SRI hash.* {2}hint: Add --script-file or --integrity/,
      ),
    ]);
  });
});

describe('a usage error has exit code 2 and says what to do', () => {
  const render = (...more: string[]) => ['render', 'story.json', ...more];
  test.each<[string[], RegExp]>([
    [['render'], /No dataset given\. {2}hint: Example: stancekit render dataset\.json --widget matrix --as html/],
    [render(), /No widget given\. {2}hint: Add --widget matrix or --widget disagreement\. Example: stancekit render/],
    [render('--widget', 'matirx', '--as', 'html'), /Unknown widget “matirx”\. {2}hint: Did you mean matrix\?/],
    [render('--widget', 'pie', '--as', 'html'), /Unknown widget “pie”\. {2}hint: Widgets: matrix, disagreement\./],
    [render('--widget', 'matrix'), /No format given\. {2}hint: Add --as with one of html, email, svg/],
    [render(...matrix, 'gif'), /Unknown format “gif”\. {2}hint: Formats: html, /],
    [render(...matrix, 'html', '--order', 'disagreement'), /Unknown order “disagreement”/],
    [render(...matrix, 'html', '--layout', 'grid'), /Unknown layout “grid”/],
    [render(...matrix, 'html', '--width', '100'), /The width “100” is not a whole number from 240 to 4000/],
    [render(...matrix, 'html', '--width', '8e2'), /The width “8e2”/],
    [render(...matrix, 'html', '--lang', 'e_n'), /“e_n” is not a language tag/],
    [render(...matrix, 'html', '--claims', 'daily'), /story\.json has no claim “daily”\. {2}hint: It has “tax”\./],
    [render(...matrix, 'html', '--sources', 'daly'), /no source “daly”\. {2}hint: Did you mean “daily”\?/],
    [
      render(...matrix, 'html', '--sources', 'xyzzy'),
      /story\.json has no source “xyzzy”\. {2}hint: It has “daily”, “post”\./,
    ],
    [render(...matrix, 'html', '--topic', 'x'), /has no topic “x”/],
    [render('--widget', 'disagreement', '--as', 'html', '--speakers', 'ann'), /--speakers is for the matrix/],
    [render(...matrix, 'iframe'), /--as iframe needs --script/],
    [render(...matrix, 'oembed'), /--as oembed needs --url/],
    [render(...matrix, 'oembed', '--url', '/frame.html'), /--url should be an absolute URL/],
    [render(...matrix, 'iframe', '--script', 'javascript:alert(1)'), /--script should be a URL with https/],
    [render(...matrix, 'dsd', '--src', 'data:text/plain,x'), /--src should be a URL with https/],
    [render(...matrix, 'iframe', '--script', '/s.js', '--integrity', 'sha384-x'), /“sha384-x” is not an SRI hash/],
    [
      render(...matrix, 'iframe', '--script', '/s.js', '--script-file', 'none.js'),
      /The script file “none\.js” does not exist/,
    ],
    [render(...matrix, 'html', '--script-file', 'script.js'), /--script-file and --integrity need --script/],
    [render(...matrix, 'html', '--language-script', '/de.js'), /--language-script needs --script/],
    [
      render('other.json', ...matrix, 'html'),
      /Several datasets need a folder to write to\. {2}hint: Name it: --out-dir/,
    ],
    [render(...matrix, 'html', '-o', 'x', '--out-dir', 'y'), /hint: Use one of them/],
    [render('./story.json', ...matrix, 'html', '--out-dir', 'y'), /would both be written to y\/story\.matrix\.html/],
    [render(...matrix, 'html', '--json'), /--json and the drawing both go to standard output/],
    [render(...matrix, 'html', '--follow-links'), /stancekit render has no option --follow-links/],
    [['embed', 'story.json', '--widget', 'matrix'], /embed needs --script/],
    [
      ['embed', 'story.json', 'other.json', '--widget', 'matrix', '--script', '/s.js'],
      /Unexpected argument “other\.json”\. {2}hint: Only one dataset at a time/,
    ],
    [['embed', 'story.json', '--widget', 'matrix', '--as', 'html'], /stancekit embed has no option --as/],
    [['check', 'story.json', '--widget', 'matrix'], /stancekit check has no option --widget/],
  ])('%j', async (argv, expected) => {
    const folder = await storyFolder(files);
    const { exit, stdout, stderr } = await call(folder, argv);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(expected);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect((await readdir(folder)).sort()).toEqual(Object.keys(files).sort());
  });

  test('a picture is not poured into a terminal', async () => {
    const { exit, stderr } = await call(await storyFolder(files), render(...matrix, 'png'), { terminal: true });
    expect([exit, stderr]).toEqual([
      2,
      expect.stringMatching(/cannot be shown in the terminal\..*hint: Name a file: -o story\.png/),
    ]);
  });
});

describe('help', () => {
  test.each(['render', 'embed'] as const)('on %s names every option of it, with an example', async (command) => {
    const { stdout } = await call('/', ['help', command]);
    for (const [name, { commands }] of Object.entries(options)) {
      const isListed = stdout.includes(`--${name} `) || ['help', 'version'].includes(name);
      if ((commands as readonly string[]).includes(command)) expect(isListed, name).toBe(true);
    }
    expect(stdout).toMatch(/\nExamples?:\n {2}stancekit /);
  });

  test('on render names every format', async () => {
    const { stdout } = await call('/', ['help', 'render']);
    for (const format of formats) expect(stdout).toContain(`--as ${format} `);
    expect(new Set(Object.values(fileEndings)).size).toBe(formats.length);
  });
});

import { link, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { commandNames } from '../../src/cli/arguments.js';
import { article, call, changedCoding, story, storyFolder } from '../authoring/story-folder.js';

const faulty = { ...story, 'coding.yaml': changedCoding('burrowed inside', 'burrowed outside') };

describe('stancekit check', () => {
  test('says what a whole coding holds, and ends with 0', async () => {
    expect(await call(await storyFolder(), ['check', 'coding.yaml'])).toEqual({
      exit: 0,
      stdout: '',
      stderr: 'No problems: 1 source, 1 article, 1 speaker, 2 claims, 2 statements, 0 variants.\n',
    });
  });

  test('names each problem on one line, with paths as seen from where it was called, and ends with 1', async () => {
    const folder = await storyFolder(
      Object.fromEntries(Object.entries(faulty).map(([name, text]) => [`desk/${name}`, text])),
    );
    const { exit, stdout, stderr } = await call(folder, ['check', 'desk/coding.yaml']);
    expect([exit, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^desk\/coding\.yaml:24:12 {2}error {2}The quote was not found in desk\/articles\/first\.txt\..* {2}hint: Copy the words from the article.*\n1 problem\.\n$/u,
    );
    const above = await call(join(folder, 'desk/articles'), ['check', '../coding.yaml']);
    expect(above.stderr).toMatch(/^\.\.\/coding\.yaml:24:12 {2}error {2}The quote was not found in first\.txt/u);
  });

  test('lists the same utterances when asked', async () => {
    const text = changedCoding('sources:\n', 'sources:\n  - { id: tac, name: TAC }\n')
      .replace('articles:\n', 'articles:\n  - { id: tac-1, source: tac, file: second.txt }\n')
      .replace(
        'statements:\n',
        'statements:\n  - { article: tac-1, speaker: minister, claim: home-base, stance: support, quote: burrowed deep inside }\n',
      );
    const folder = await storyFolder({
      ...story,
      'coding.yaml': text,
      'second.txt': 'It has “burrowed deep inside” it.',
    });
    const { stderr } = await call(folder, ['check', 'coding.yaml', '--verbose']);
    expect(stderr).toBe(
      'same utterance: s1, s2: “deep” / nothing\nNo problems: 2 sources, 2 articles, 1 speaker, 2 claims, 3 statements, 1 variant.\n',
    );
  });

  test('gives everything as JSON on the standard output when asked', async () => {
    const good = await call(await storyFolder(), ['check', 'coding.yaml', '--json']);
    expect(good).toMatchObject({ exit: 0, stderr: '' });
    expect(JSON.parse(good.stdout)).toMatchObject({
      ok: true,
      problems: [],
      notes: [],
      counts: { statements: 2 },
      variants: [],
    });
    const bad = await call(await storyFolder(faulty), ['check', 'coding.yaml', '--json']);
    expect(bad).toMatchObject({ exit: 1, stderr: '' });
    expect(JSON.parse(bad.stdout)).toMatchObject({
      ok: false,
      problems: [{ file: 'coding.yaml', line: 24, column: 12 }],
    });
  });

  test('says of a coding that cannot be read why, on one line', async () => {
    const folder = await storyFolder();
    expect(await call(folder, ['check', 'none.yaml'])).toMatchObject({
      exit: 1,
      stderr:
        'none.yaml:1:1  error  The coding does not exist.  hint: Check the name (including upper and lower case) and the folder.\n1 problem.\n',
    });
    expect((await call(folder, ['check', 'articles'])).stderr).toMatch(
      /^articles:1:1 {2}error {2}The coding is a folder, not a file\./,
    );
  });

  test('errors are red, warnings are yellow, and notes are neither', async () => {
    const unused = 'claims:\n  - { id: unused, text: Nobody says a word about it. }\n';
    const styled = async (coding: string) =>
      (
        await call(await storyFolder({ ...story, 'coding.yaml': coding }), ['check', 'coding.yaml'], { terminal: true })
      ).stderr.replaceAll('\u001b', '');
    expect(await styled(changedCoding('burrowed inside', 'burrowed outside'))).toContain(
      '[31merror[0m  The quote was not found',
    );
    const warned = await styled(changedCoding('claims:\n', unused));
    expect(warned).toContain('[33mwarning[0m  The claim “unused” has no statements');
    const sparse = `${unused}${[1, 2, 3].map((id) => `  - { id: unused-${id}, text: Nor about it. }\n`).join('')}`;
    expect(await styled(changedCoding('claims:\n', sparse))).toContain(
      '[2mnote[0m  Speakers and claims keep the editor’s order',
    );
  });

  test('colours its words on a terminal only, and not where NO_COLOR is set', async () => {
    const folder = await storyFolder(faulty);
    const coloured = async (terminal: boolean, env: Record<string, string>): Promise<boolean> =>
      (await call(folder, ['check', 'coding.yaml'], { terminal, env })).stderr.includes('\u001b[');
    expect(await coloured(true, {})).toBe(true);
    expect(await coloured(false, {})).toBe(false);
    expect(await coloured(true, { NO_COLOR: '1' })).toBe(false);
    expect(await coloured(true, { NO_COLOR: '' })).toBe(true);
    expect(await coloured(true, { TERM: 'dumb' })).toBe(false);
  });
});

describe('stancekit build', () => {
  test('writes the dataset, and the same bytes the next time', async () => {
    const folder = await storyFolder();
    const { exit, stdout, stderr } = await call(folder, ['build', 'coding.yaml', '-o', 'dataset.json']);
    expect([exit, stdout, stderr]).toEqual([
      0,
      '',
      'Wrote dataset.json: 1 source, 1 article, 1 speaker, 2 claims, 2 statements, 0 variants.\n',
    ]);
    const bytes = await readFile(join(folder, 'dataset.json'));
    expect(bytes.toString()).toMatch(/^\{\n {2}"version": 1,\n {2}"title": "Who says what",\n[^\r]*\}\n$/u);
    await call(folder, ['build', '--output=dataset.json', 'coding.yaml']);
    expect((await readFile(join(folder, 'dataset.json'))).equals(bytes)).toBe(true);
  });

  test('writes to the standard output when asked', async () => {
    const folder = await storyFolder();
    const { exit, stdout, stderr } = await call(folder, ['build', 'coding.yaml', '-o', '-']);
    expect([exit, (JSON.parse(stdout) as { readonly version: number }).version]).toEqual([0, 1]);
    expect(stderr).toMatch(/^Built: /u);
  });

  test('writes nothing on a problem, and leaves what stood there', async () => {
    const folder = await storyFolder({ ...faulty, 'dataset.json': 'old' });
    const { exit, stderr } = await call(folder, ['build', 'coding.yaml', '-o', 'dataset.json']);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/1 problem\. Nothing was written\.\n$/u);
    expect(await readFile(join(folder, 'dataset.json'), 'utf8')).toBe('old');
    expect((await readdir(folder)).sort()).toEqual(['articles', 'coding.yaml', 'dataset.json']);
  });

  test('never writes over what it reads, by whatever name', async () => {
    const folder = await storyFolder();
    await symlink('coding.yaml', join(folder, 'dataset.json'));
    await link(join(folder, 'articles/first.txt'), join(folder, 'copy.json'));
    for (const output of [
      'coding.yaml',
      'dataset.json',
      './articles/../coding.yaml',
      'articles/first.txt',
      'copy.json',
    ]) {
      const { exit, stderr } = await call(folder, ['build', 'coding.yaml', '-o', output]);
      expect([exit, stderr]).toEqual([2, expect.stringMatching(/would overwrite an input of the dataset/u)]);
    }
    expect(await readFile(join(folder, 'coding.yaml'), 'utf8')).toBe(story['coding.yaml']);
    expect(await readFile(join(folder, 'articles/first.txt'), 'utf8')).toBe(article);
  });

  test('says on one line why it could not write', async () => {
    const folder = await storyFolder({ ...story, 'dataset.json/x': '' });
    for (const output of ['dataset.json', 'none/dataset.json', 'coding.yaml/dataset.json']) {
      const { exit, stdout, stderr } = await call(folder, ['build', 'coding.yaml', '-o', output]);
      expect([exit, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^stancekit {2}error {2}[^\n]*dataset\.json[^\n]*nothing was written[^\n]*\n$/u);
    }
  });
});

describe('stancekit theme-check', () => {
  const theme = ':root { --stance-muted: #8a8a8a }';

  test('names each failing pair on one line and ends with 1; of a good theme it says so and ends with 0', async () => {
    const folder = await storyFolder({ 'desk/bad.css': theme, 'good.css': ':root { --stance-radius: 0 }' });
    const bad = await call(folder, ['theme-check', 'desk/bad.css']);
    expect([bad.exit, bad.stdout]).toEqual([1, '']);
    expect(bad.stderr).toMatch(
      /^desk\/bad\.css:1:9 {2}error {2}light: text in --stance-muted \(#8a8a8a\) .* {2}hint: Nearest colour that passes: --stance-muted #/u,
    );
    expect(bad.stderr).toMatch(/\n\d+ problems\.\n$/u);
    const good = await call(folder, ['theme-check', 'good.css']);
    expect([good.exit, good.stdout]).toEqual([0, '']);
    expect(good.stderr).toMatch(
      /good\.css {2}note {2}In forced colours .* cannot be checked\.\nNo problems: \d+ pairs in light, dark, forced colours\.\n$/u,
    );
  });

  test('gives every figure as JSON on the standard output when asked', async () => {
    const folder = await storyFolder({ 'theme.css': theme });
    const { exit, stdout, stderr } = await call(folder, ['theme-check', 'theme.css', '--json']);
    expect([exit, stderr]).toEqual([1, '']);
    const { ok, problems, looks } = JSON.parse(stdout) as {
      ok: boolean;
      problems: unknown[];
      looks: { name: string; colours: object; verdicts: object[] }[];
    };
    expect([ok, problems[0]]).toEqual([false, expect.objectContaining({ file: 'theme.css', line: 1, column: 9 })]);
    expect(looks[0]).toMatchObject({ name: 'light', colours: { muted: '#8a8a8a' } });
    expect(looks[0]!.verdicts).toContainEqual({
      kind: 'text',
      front: 'muted',
      other: 'surface',
      figure: 3.4522,
      least: 4.5,
      passes: false,
    });
    expect(looks.at(-1)!.verdicts).toContainEqual(
      expect.objectContaining({ kind: 'focus', figure: null, passes: null }),
    );
  });

  test('says of a theme that cannot be read why, on one line', async () => {
    const folder = await storyFolder({ 'theme.css': new Uint8Array([0x61, 0xff]) });
    expect(await call(folder, ['theme-check', 'none.css'])).toMatchObject({
      exit: 1,
      stderr:
        'none.css:1:1  error  The theme does not exist.  hint: Check the name (including upper and lower case) and the folder.\n1 problem.\n',
    });
    expect((await call(folder, ['theme-check', 'theme.css'])).stderr).toMatch(
      /^theme\.css:1:1 {2}error {2}The theme is not UTF-8/u,
    );
  });

  test('colours its words on a terminal only, and not where NO_COLOR is set', async () => {
    const folder = await storyFolder({ 'theme.css': theme });
    const coloured = async (env: Record<string, string>): Promise<boolean> =>
      (await call(folder, ['theme-check', 'theme.css'], { terminal: true, env })).stderr.includes('\u001b[');
    expect([await coloured({}), await coloured({ NO_COLOR: '1' })]).toEqual([true, false]);
  });
});

describe('a command that gets the wrong file says what it is and which command takes it', () => {
  const dataset = 'This is a dataset, not a';
  const forDataset = 'A dataset is for stancekit render and stancekit embed; a coding is a YAML file.';
  const forCoding =
    'For the dataset: stancekit build coding.yaml -o dataset.json. To check the coding: stancekit check coding.yaml.';
  const forTheme = 'To check its colours: stancekit theme-check theme.css.';
  const render = ['--widget', 'matrix', '--as', 'html'];
  test.each([
    [['check', 'dataset.json'], `dataset.json:1:1  error  ${dataset} coding.  hint: ${forDataset}`],
    [['build', 'dataset.json', '-o', 'x.json'], `dataset.json:1:1  error  ${dataset} coding.  hint: ${forDataset}`],
    [['theme-check', 'dataset.json'], `dataset.json:1:1  error  ${dataset} style sheet.  hint: ${forDataset}`],
    [['render', 'coding.yaml', ...render], `coding.yaml  error  This is a coding, not a dataset.  hint: ${forCoding}`],
    [
      ['embed', 'coding.yaml', '--widget', 'matrix', '--script', '/x.js'],
      `coding.yaml  error  This is a coding, not a dataset.  hint: ${forCoding}`,
    ],
    [
      ['theme-check', 'coding.yaml'],
      `coding.yaml:1:1  error  This is a coding, not a style sheet.  hint: ${forCoding}`,
    ],
    [['check', 'theme.css'], `theme.css:1:1  error  This is a style sheet, not a coding.  hint: ${forTheme}`],
    [['render', 'theme.css', ...render], `theme.css  error  This is a style sheet, not a dataset.  hint: ${forTheme}`],
  ])('%j', async (argv, expected) => {
    const folder = await storyFolder({ ...story, 'theme.css': ':root { --stance-ink: #111 }' });
    await call(folder, ['build', 'coding.yaml', '-o', 'dataset.json']);
    const { exit, stdout, stderr } = await call(folder, argv);
    expect([exit, stdout, stderr.split('\n')[0]]).toEqual([1, '', expected]);
    expect(stderr).toMatch(/\n1 problem\./);
  });

  test('a coding may be written as JSON', async () => {
    const json = JSON.stringify({
      ...{ title: 'T', lang: 'en', sources: [{ id: 'dw', name: 'DW' }] },
      articles: [{ id: 'dw-1', source: 'dw', file: 'articles/first.txt' }],
      ...{ speakers: [], claims: [], statements: [] },
    });
    const folder = await storyFolder({ ...story, 'coding.json': json });
    expect((await call(folder, ['check', 'coding.json'])).exit).toBe(0);
  });
});

test('the help and the docs name every command', async () => {
  const { stdout } = await call('/', ['--help']);
  const docs = await readFile(join(import.meta.dirname, '../../docs/command-line.md'), 'utf8');
  for (const name of commandNames) {
    const [line] = stdout.split('\n').filter((each) => each.startsWith(`  stancekit ${name} `));
    expect(line, name).toBeDefined();
    expect(docs).toContain(line!.trim());
    expect(docs).toContain(`\n## ${name}\n`);
  }
});

describe('a usage error has exit code 2 and says what to do', () => {
  test.each([
    [[], /^stancekit {2}error {2}No command given\. {2}hint: Commands: init, check, build, .*--help\./],
    [['biuld', 'x'], /Unknown command “biuld”\. {2}hint: Did you mean build\?/],
    [
      ['frobnicate'],
      /Unknown command “frobnicate”\. {2}hint: Commands: init, check, build, render, embed, theme-check\./,
    ],
    [['check'], /No coding given\. {2}hint: Example: stancekit check coding\.yaml/],
    [['check', 'a.yaml', 'b.yaml'], /Unexpected argument “b\.yaml”\. {2}hint: Only one coding at a time/],
    [['check', 'coding.yaml', '--jsn'], /Unknown option --jsn\. {2}hint: Did you mean --json\?/],
    [['check', 'coding.yaml', '--follow-link'], /Did you mean --follow-links\?/],
    [['check', 'coding.yaml', '-x'], /Unknown option -x\. {2}hint: See stancekit --help\./],
    [['check', 'coding.yaml', '--json=yes'], /The option --json takes no value/],
    [
      ['check', 'coding.yaml', '-o', 'x.json'],
      /check writes no file\. {2}hint: For the dataset: stancekit build coding\.yaml -o/,
    ],
    [['build', 'coding.yaml'], /No output given\. {2}hint: Name a file: -o dataset\.json/],
    [['build', 'coding.yaml', '-o'], /-o needs a value: a file name/],
    [['build', 'coding.yaml', '-o', '-', '--json'], /both write to standard output/],
    [['theme-check'], /No theme given\. {2}hint: Example: stancekit theme-check theme\.css/],
    [['theme-check', 'a.css', 'b.css'], /Unexpected argument “b\.css”\. {2}hint: Only one theme at a time/],
    [['theme-check', 'a.css', '-o', 'x'], /theme-check has no option -o/],
    [['check', '--__proto__', 'coding.yaml'], /Unknown option --__proto__/],
  ])('%j', async (argv, expected) => {
    const { exit, stdout, stderr } = await call(await storyFolder(), argv);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(expected);
    expect(stderr.trimEnd()).not.toContain('\n');
  });
});

describe('help and version go to the standard output', () => {
  test.each([
    [['--help'], /stancekit check CODING .*\n.*stancekit build CODING -o DATASET/u],
    [['-h'], /stancekit build/u],
    [['help'], /stancekit build/u],
    [['build', '--help'], /^stancekit build CODING -o DATASET\n/u],
    [['help', 'check'], /^stancekit check CODING\n/u],
  ])('%j', async (argv, expected) => {
    const { exit, stdout, stderr } = await call('/', argv);
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(expected);
  });

  test('the version is that of the package', async () => {
    for (const option of ['--version', '-v'])
      expect(await call('/', [option])).toEqual({ exit: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });
});

describe('what controls a terminal is never printed', () => {
  const escape = '\u001b]0;owned\u0007\u001b[31m';

  test.each([
    ['an unknown option', [`--${escape}`]],
    ['an unknown command', [escape]],
    ['the name of a coding', ['check', `${escape}.yaml`]],
    ['the name of a dataset', ['render', `${escape}.json`, '--widget', 'matrix', '--as', 'html']],
    ['the name of a theme', ['theme-check', `${escape}.css`]],
    ['the name of an output', ['build', 'coding.yaml', '-o', `${escape}.json`]],
    ['the name of an output in no folder', ['build', 'coding.yaml', '-o', `${escape}/story.json`]],
    ['the value of an option', ['embed', 'evil.json', '--widget', escape]],
    ['a name in a dataset', ['render', 'evil.json', '--widget', 'matrix', '--as', 'html', '-o', 'x.html']],
    ['a file that the coding names', ['check', 'evil.yaml']],
  ])('%s', async (_, args) => {
    const evil = { version: 1, [escape]: 1, title: 2, [`sources${escape}`]: [{ [escape]: escape }] };
    const folder = await storyFolder({
      ...story,
      'evil.json': JSON.stringify(evil),
      'evil.yaml': changedCoding('articles/first.txt', JSON.stringify(`articles/${escape}`)),
    });
    const { stderr } = await call(folder, args);
    expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(stderr).toMatch(/\S/u);
  });
});

test('a file name may be as long as the disk allows, and a longer one is said to be too long', async () => {
  const folder = await storyFolder();
  const name = (length: number) => `${'a'.repeat(length - 5)}.json`;
  expect((await call(folder, ['build', 'coding.yaml', '-o', name(255)])).exit).toBe(0);
  expect(await readdir(folder)).toContain(name(255));
  const { exit, stderr } = await call(folder, ['build', 'coding.yaml', '-o', name(256)]);
  expect(exit).toBe(2);
  expect(stderr).toMatch(/: the file name is too long; nothing was written\.\n$/u);
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeAtomically } from '../../src/authoring/files/write-atomically.js';
import { changedCoding, story, storyFolder, writeFiles } from './story-folder.js';

/** The command line and the writer as plain Node runs them, each in one file. */
let programs: string;

beforeAll(async () => {
  programs = await mkdtemp(join(tmpdir(), 'stancekit-programs-'));
  const source = (name: string): string => fileURLToPath(new URL(`../../src/authoring/${name}.ts`, import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: programs,
      rolldownOptions: {
        input: { bin: source('bin'), writer: source('files/write-atomically') },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
});

afterAll(() => rm(programs, { recursive: true, force: true }));

interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function ended(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
  const [exit] = (await once(child, 'close')) as [number | null];
  return { exit, stdout, stderr };
}

function stancekit(folder: string, argv: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [join(programs, 'bin.mjs'), ...argv], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
  });
}

const isTemporary = (name: string): boolean => name.endsWith('.tmp');

test('killed at fifty moments, the file is the old or a complete new one, and what was left behind is cleared by the next run', async () => {
  const folder = await storyFolder({ 'dataset.json': 'old' });
  const target = join(folder, 'dataset.json');
  // Writes without end: three megabytes of one letter after the other.
  const loop = `import { writeAtomically } from ${JSON.stringify(pathToFileURL(join(programs, 'writer.mjs')).href)};
process.stdout.write('ready');
for (let turn = 0; ; turn = (turn + 1) % 26) await writeAtomically(process.argv[2], String.fromCharCode(97 + turn).repeat(3_000_000));`;
  const writer = join(programs, 'loop.mjs');
  await writeFile(writer, loop);
  let leftBehind = 0;
  for (let round = 0; round < 50; round++) {
    const child = spawn(process.execPath, [writer, target], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    // A moment that differs from round to round: within the first write or a later one.
    setTimeout(() => child.kill('SIGKILL'), (round * 7) % 23);
    await once(child, 'close');
    const text = await readFile(target, 'utf8');
    expect(text === 'old' || (text.length === 3_000_000 && text === text.charAt(0).repeat(3_000_000))).toBe(true);
    const left = (await readdir(folder)).filter(isTemporary);
    expect(left.length).toBeLessThanOrEqual(1);
    leftBehind += left.length;
  }
  expect(leftBehind).toBeGreaterThan(0);
  await writeAtomically(target, 'new');
  expect(await readdir(folder)).toEqual(['dataset.json']);
  expect(await readFile(target, 'utf8')).toBe('new');
});

test('of builds at once into one file, one stands complete', async () => {
  const folder = await storyFolder();
  const note = (letter: string): string => `    note: ${letter.repeat(300_000)}\n`;
  const letters = ['a', 'b', 'c', 'd'];
  for (const letter of letters)
    await writeFiles(folder, {
      [`${letter}.yaml`]: changedCoding('    quote: burrowed inside\n', `    quote: burrowed inside\n${note(letter)}`),
    });
  const results = await Promise.all(
    letters.map((letter) => ended(stancekit(folder, ['build', `${letter}.yaml`, '-o', 'dataset.json']))),
  );
  expect(results.map(({ exit, stderr }) => [exit, stderr.includes('Wrote dataset.json')])).toEqual(
    letters.map(() => [0, true]),
  );
  const dataset = JSON.parse(await readFile(join(folder, 'dataset.json'), 'utf8')) as {
    readonly statements: readonly { readonly note?: string }[];
  };
  const written = dataset.statements[0]?.note ?? '';
  expect(letters.map((letter) => letter.repeat(300_000))).toContain(written);
  expect((await readdir(folder)).filter(isTemporary)).toEqual([]);
});

test('the same coding gives the same bytes in every time zone and language', async () => {
  const folder = await storyFolder({
    ...story,
    'coding.yaml': changedCoding(
      'statements:',
      '  - { id: i, text: İstanbul ıssız }\n  - { id: ae, text: Ärger }\nstatements:',
    ),
  });
  const places = [
    { TZ: 'UTC', LANG: 'C' },
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    { TZ: 'America/St_Johns', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8' },
  ];
  const results = await Promise.all(
    places.map((env) => ended(stancekit(folder, ['build', 'coding.yaml', '-o', '-'], env))),
  );
  const [first] = results;
  expect(JSON.parse(first!.stdout)).toHaveProperty('version', 1);
  expect(results.map(({ stdout }) => stdout)).toEqual(places.map(() => first!.stdout));
});

test('a reader who stops early, as head does, is no failure', async () => {
  const folder = await storyFolder({
    ...story,
    'coding.yaml': changedCoding(
      '    quote: burrowed inside\n',
      `    quote: burrowed inside\n    note: ${'long '.repeat(200_000)}\n`,
    ),
  });
  const child = stancekit(folder, ['build', 'coding.yaml', '-o', '-']);
  child.stdout?.once('data', () => child.stdout?.destroy());
  const { exit, stderr } = await ended(child);
  expect([exit, stderr]).toEqual([0, expect.stringMatching(/^(?!.*EPIPE)/su)]);
});

test('the program names its version, and answers with its exit code', async () => {
  const folder = await storyFolder();
  const [help, unknown, faulty] = await Promise.all([
    ended(stancekit(folder, ['--help'])),
    ended(stancekit(folder, ['biuld'])),
    ended(stancekit(folder, ['check', 'articles/first.txt'])),
  ]);
  expect([help.exit, unknown.exit, faulty.exit]).toEqual([0, 2, 1]);
  expect(help.stdout).toContain('stancekit build CODING -o DATASET');
});

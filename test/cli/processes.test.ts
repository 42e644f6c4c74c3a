import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeAtomically } from '../../src/authoring/files/write-atomically.js';
import { codingSize, syntheticCoding } from '../../bench/synthetic-coding.mjs';
import { changedCoding, story, storyFolder, writeFiles } from '../authoring/story-folder.js';
import { release } from '../release.js';

/** The command line and the writer as plain Node runs them, each in one file. */
let programs: string;

beforeAll(async () => {
  programs = await mkdtemp(join(tmpdir(), 'stancekit-programs-'));
  const source = (name: string): string => fileURLToPath(new URL(`../../src/${name}.ts`, import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: programs,
      rolldownOptions: {
        input: { bin: source('cli/bin'), writer: source('authoring/files/write-atomically') },
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

/** Kills a writer that often, each time a little later: the file must be the old or a complete new one. */
async function killWriter(rounds: number): Promise<void> {
  const folder = await storyFolder({ 'dataset.json': 'old' });
  const target = join(folder, 'dataset.json');
  // Writes without end: three megabytes of one letter after the other.
  const loop = `import { writeAtomically } from ${JSON.stringify(pathToFileURL(join(programs, 'writer.mjs')).href)};
process.stdout.write('ready');
for (let turn = 0; ; turn = (turn + 1) % 26) await writeAtomically(process.argv[2], String.fromCharCode(97 + turn).repeat(3_000_000));`;
  const writer = join(programs, 'loop.mjs');
  await writeFile(writer, loop);
  let leftBehind = 0;
  for (let round = 0; round < rounds; round++) {
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
}

describe('the file is the old or a complete new one, and what was left behind is cleared by the next run,', () => {
  test('where the writer is killed at ten moments', () => killWriter(10));
  test('where it is killed at fifty', release, () => killWriter(50));
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

test('--watch ends with 0 when it is interrupted', async () => {
  const folder = await storyFolder();
  const child = stancekit(folder, ['build', 'coding.yaml', '-o', 'story.json', '--watch']);
  let shown = '';
  const isShown = async (text: string): Promise<void> => {
    while (!shown.includes(text)) shown += String((await once(child.stderr!, 'data'))[0]);
    shown = '';
  };
  const end = ended(child);
  await isShown('Waiting for changes.\n');
  await writeFile(join(folder, 'articles/first.txt'), 'Nothing.');
  await isShown('Nothing was written.\nWaiting for changes.\n');
  child.kill('SIGINT');
  expect(await end).toMatchObject({ exit: 0, stdout: '' });
});

/** A moment that differs from round to round. */
const moments = (count: number, within: number) =>
  Array.from({ length: count }, (_, round) => Math.round((within * (round + 1)) / (count + 1)));

describe('a long build', () => {
  const large = Object.fromEntries(syntheticCoding({ ...codingSize(2000), articles: 200 }));

  test(
    'that is killed or interrupted leaves the old dataset, and the next run goes on to the same bytes',
    release,
    async () => {
      const folder = await storyFolder({ ...large, 'story.json': 'old' });
      const build = () => stancekit(folder, ['build', 'coding.yaml', '-o', 'story.json']);
      const begun = performance.now();
      expect((await ended(stancekit(folder, ['build', 'coding.yaml', '--no-cache', '-o', 'right.json']))).exit).toBe(0);
      const took = performance.now() - begun;
      const right = await readFile(join(folder, 'right.json'), 'utf8');
      for (const [round, moment] of moments(12, took).entries()) {
        if (round % 4 === 0) await rm(join(folder, 'coding.yaml.cache'), { force: true });
        const child = build();
        setTimeout(() => child.kill(round % 2 === 0 ? 'SIGKILL' : 'SIGINT'), moment);
        await once(child, 'close');
        expect(['old', right]).toContain(await readFile(join(folder, 'story.json'), 'utf8'));
        await writeFile(join(folder, 'story.json'), 'old');
      }
      // Killed when a part of the places is found: these are kept.
      const cache = join(folder, 'coding.yaml.cache');
      await rm(cache, { force: true });
      const child = build();
      const lines = async (): Promise<number> => (await readFile(cache, 'utf8').catch(() => '')).split('\n').length;
      // The file exists before it has content.
      while ((await lines()) < 3) await new Promise(setImmediate);
      child.kill('SIGKILL');
      await once(child, 'close');
      const kept = await lines();
      expect(kept).toBeGreaterThan(1);
      expect(kept).toBeLessThan(200);
      expect((await ended(build())).exit).toBe(0);
      expect(await readFile(join(folder, 'story.json'), 'utf8')).toBe(right);
      expect((await readdir(folder)).filter(isTemporary)).toEqual([]);
    },
  );

  test('needs no memory for the articles that it is through with', release, async () => {
    // 70 MB of text in memory, of which each article gives four words; in letters that take two bytes each.
    const words = 'тут говорят о погоде и урожае '.repeat(20_000);
    const articles = Array.from({ length: 60 }, (_, index) => `Статья ${index} о том. ${words}`);
    const folder = await storyFolder({
      ...Object.fromEntries(articles.map((text, index) => [`${index}.txt`, text])),
      'coding.yaml': `title: Many words
lang: ru
sources: [{ id: dw, name: DW }]
articles:
${articles.map((_, index) => `  - { id: a${index}, source: dw, file: ${index}.txt }\n`).join('')}claims: [{ id: c, text: A claim. }]
speakers: []
statements:
${articles.map((_, index) => `  - { article: a${index}, claim: c, stance: support, quote: Статья ${index} о том }\n`).join('')}`,
    });
    const options = { NODE_OPTIONS: '--max-old-space-size=40' };
    const { exit, stderr } = await ended(stancekit(folder, ['build', 'coding.yaml', '-o', 'story.json'], options));
    expect([exit, stderr]).toEqual([0, expect.stringContaining('60 statements')]);
  });

  test('says how far it is on a terminal only', async () => {
    const folder = await storyFolder(large);
    const { stderr } = await ended(stancekit(folder, ['check', 'coding.yaml']));
    expect(stderr).not.toContain('\r');
  });
});

/** Every file that the overview names, unless the overview was replaced while we looked. */
async function missingEvidence(folder: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, 'story.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const { split } = JSON.parse(text) as {
    readonly split: { readonly folder: string; readonly evidence: Readonly<Record<string, string>> };
  };
  const missing: string[] = [];
  for (const [claim, sha256] of Object.entries(split.evidence)) {
    const bytes = await readFile(join(folder, split.folder, `${claim}.${sha256.slice(0, 16)}.json`)).catch(() => '');
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) missing.push(claim);
  }
  return (await readFile(join(folder, 'story.json'), 'utf8')) === text ? missing : [];
}

describe('a split dataset', () => {
  /** Two codings of one story whose evidence differs in every claim. */
  const files = Object.fromEntries(
    syntheticCoding({ statements: 400, articles: 40, speakers: 10, claims: 40, sources: 3 }),
  );
  const other = String(files['statements.csv']).replaceAll(/,support,/gu, ',oppose,');
  const both = {
    ...files,
    'other.csv': other,
    'other.yaml': String(files['coding.yaml']).replace('statements.csv', 'other.csv'),
  };
  const split = (folder: string, coding: string) => stancekit(folder, ['build', coding, '--split', '-o', 'story.json']);

  test('names evidence that is there at every moment, also where a build was killed', release, async () => {
    const folder = await storyFolder(both);
    const begun = performance.now();
    expect((await ended(split(folder, 'coding.yaml'))).exit).toBe(0);
    const took = performance.now() - begun;
    let replaced = 0;
    let before = await readFile(join(folder, 'story.json'), 'utf8');
    for (const [round, moment] of moments(16, took * 2.5).entries()) {
      const child = split(folder, round % 2 === 0 ? 'other.yaml' : 'coding.yaml');
      const closed = once(child, 'close');
      const timer = setTimeout(() => child.kill('SIGKILL'), moment);
      const build = { isOver: false };
      void closed.then(() => (build.isOver = true));
      while (!build.isOver) expect(await missingEvidence(folder)).toEqual([]);
      clearTimeout(timer);
      expect(await missingEvidence(folder)).toEqual([]);
      const now = await readFile(join(folder, 'story.json'), 'utf8');
      if (now !== before) replaced++;
      before = now;
    }
    expect(replaced).toBeGreaterThan(0);
    await ended(split(folder, 'coding.yaml'));
    expect(await missingEvidence(folder)).toEqual([]);
    expect(await readdir(join(folder, 'story-evidence'))).toHaveLength(40);
  });

  test('of builds at once is whole, whoever is last', release, async () => {
    const folder = await storyFolder(both);
    for (let round = 0; round < 3; round++) {
      const codings = ['coding.yaml', 'other.yaml', 'coding.yaml', 'other.yaml'];
      const results = await Promise.all(codings.map((coding) => ended(split(folder, coding))));
      expect(results.map(({ exit }) => exit)).toEqual([0, 0, 0, 0]);
      expect(await missingEvidence(folder)).toEqual([]);
      expect(await readdir(join(folder, 'story-evidence'))).toHaveLength(40);
    }
  });
});

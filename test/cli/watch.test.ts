import { writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run } from '../../src/cli/run.js';
import { article, changedCoding, coding, story, storyFolder, writeFiles } from '../authoring/story-folder.js';

const waiting = 'Waiting for changes.\n';
const faulty = changedCoding('burrowed inside', 'burrowed outside');

interface Run {
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a command with `--watch` in a folder. `onResult` is called during a run, when it prints to standard output. */
function start(folder: string, argv: readonly string[], onResult: () => void = () => undefined) {
  const runs: Run[] = [];
  let [stdout, stderr] = ['', ''];
  let interrupt: () => void = () => undefined;
  let notify: () => void = () => undefined;
  const interruption = new Promise<void>((resolve) => (interrupt = resolve));
  const exit = run([...argv, '--watch'], {
    stdout: {
      write: (text) => {
        stdout += text;
        onResult();
      },
    },
    stderr: {
      write: (text) => {
        stderr += text;
        if (text !== waiting) return;
        runs.push({ stdout, stderr });
        [stdout, stderr] = ['', ''];
        notify();
      },
    },
    env: {},
    cwd: folder,
    interruption: () => interruption,
  });
  onTestFinished(async () => {
    interrupt();
    await exit.catch(() => undefined);
  });
  return {
    exit,
    interrupt,
    /** Waits for a run that prints this. A file that is saved in two steps may lead to another run before it. */
    async runThatPrints(pattern: RegExp): Promise<Run> {
      for (;;) {
        const next = runs.shift();
        if (!next) await new Promise<void>((resolve) => (notify = resolve));
        else if (pattern.test(next.stderr + next.stdout)) return next;
      }
    },
  };
}

describe('stancekit check --watch', () => {
  test('checks again when the coding, an article or a spreadsheet changes, also after a failed run', async () => {
    const folder = await storyFolder({
      'coding.yaml': `${coding.slice(0, coding.indexOf('statements:'))}statements-from: statements.csv\n`,
      'statements.csv': 'article,speaker,claim,stance,quote\ndw-1,minister,home-base,support,burrowed inside\n',
      'articles/first.txt': article,
    });
    const watched = start(folder, ['check', 'coding.yaml']);
    const { stderr } = await watched.runThatPrints(/ 1 statement, /u);
    expect(stderr.endsWith(`0 variants.\n${waiting}`)).toBe(true);
    await writeFile(join(folder, 'articles/first.txt'), article.replace('burrowed inside', 'moved inside'));
    await watched.runThatPrints(/^statements\.csv:2:33 {2}error {2}The quote was not found/u);
    const table = await readFile(join(folder, 'statements.csv'), 'utf8');
    // As editors save a file.
    await writeFile(join(folder, 'next.csv'), table.replace('burrowed inside', 'moved inside'));
    await rename(join(folder, 'next.csv'), join(folder, 'statements.csv'));
    await watched.runThatPrints(/ 1 statement, /u);
    await writeFile(join(folder, 'coding.yaml'), coding);
    await watched.runThatPrints(/^coding\.yaml:24:12 {2}error {2}The quote was not found/u);
    watched.interrupt();
    expect(await watched.exit).toBe(0);
  });

  test('waits for files that do not exist yet', async () => {
    const folder = await storyFolder({});
    const watched = start(folder, ['check', 'story/coding.yaml']);
    await watched.runThatPrints(/^story\/coding\.yaml:1:1 {2}error {2}The coding does not exist/u);
    await writeFiles(folder, { 'story/coding.yaml': coding });
    await watched.runThatPrints(/The article file “articles\/first\.txt” does not exist/u);
    await writeFiles(folder, { 'story/articles/first.txt': article });
    await watched.runThatPrints(/^No problems/u);
  });

  test('notices changes in a folder of articles that was replaced', async () => {
    const folder = await storyFolder({ ...story, 'next/first.txt': article });
    const watched = start(folder, ['check', 'coding.yaml']);
    await watched.runThatPrints(/^No problems/u);
    await rm(join(folder, 'articles'), { recursive: true });
    await watched.runThatPrints(/does not exist/u);
    await rename(join(folder, 'next'), join(folder, 'articles'));
    await watched.runThatPrints(/^No problems/u);
    await writeFile(join(folder, 'articles/first.txt'), 'Nothing.');
    await watched.runThatPrints(/\n2 problems\./u);
  });

  test('prints one line of JSON per run', async () => {
    const folder = await storyFolder();
    const watched = start(folder, ['check', 'coding.yaml', '--json']);
    const first = await watched.runThatPrints(/"ok":true/u);
    await writeFile(join(folder, 'coding.yaml'), faulty);
    const second = await watched.runThatPrints(/"ok":false/u);
    for (const { stdout, stderr } of [first, second]) {
      expect(stdout).toMatch(/^[^\n]+\n$/u);
      expect(stderr).toBe(waiting);
    }
    expect(JSON.parse(second.stdout)).toMatchObject({ problems: [{ file: 'coding.yaml', line: 24 }], notes: [] });
  });

  test('runs again if a file changes during a run', async () => {
    const folder = await storyFolder();
    let results = 0;
    const watched = start(folder, ['check', 'coding.yaml', '--json'], () => {
      if (++results === 1) writeFileSync(join(folder, 'coding.yaml'), faulty);
    });
    await watched.runThatPrints(/"ok":true/u);
    await watched.runThatPrints(/"ok":false/u);
  });
});

describe('stancekit build --watch', () => {
  test('writes the dataset after each change, and keeps it while there are problems', async () => {
    const folder = await storyFolder();
    const title = async () =>
      (JSON.parse(await readFile(join(folder, 'story.json'), 'utf8')) as { readonly title: string }).title;
    const watched = start(folder, ['build', 'coding.yaml', '-o', 'story.json']);
    await watched.runThatPrints(/^Wrote story\.json: .*\nWaiting for changes\.\n$/u);
    await writeFile(join(folder, 'coding.yaml'), faulty.replace('Who says what', 'Another title'));
    await watched.runThatPrints(/1 problem\. Nothing was written\.\nWaiting for changes\.\n$/u);
    expect(await title()).toBe('Who says what');
    await writeFile(join(folder, 'coding.yaml'), coding.replace('Who says what', 'Another title'));
    await watched.runThatPrints(/^Wrote story\.json/u);
    expect(await title()).toBe('Another title');
  });

  test('goes on if the dataset cannot be written', async () => {
    const folder = await storyFolder();
    const watched = start(folder, ['build', 'coding.yaml', '-o', 'out/story.json', '--json']);
    const failure = /^stancekit {2}error {2}[^\n]*the folder does not exist; nothing was written\.\nWaiting for/u;
    const { stdout } = await watched.runThatPrints(failure);
    expect(JSON.parse(stdout)).toEqual({
      ...{ ok: false, problems: [], notes: [] },
      failure: expect.stringMatching(/the folder does not exist; nothing was written\.$/u) as string,
    });
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'coding.yaml'), `${coding}\n`);
    await watched.runThatPrints(/"ok":true/u);
  });

  test.each([
    ['coding.yaml', /would overwrite an input/u],
    ['-', /--watch writes a dataset again and again/u],
  ])('ends with a usage error for the output %s', async (output, message) => {
    const folder = await storyFolder();
    let stderr = '';
    const exit = await run(['build', 'coding.yaml', '-o', output, '--watch'], {
      stdout: { write: () => undefined },
      stderr: { write: (text) => (stderr += text) },
      env: {},
      cwd: folder,
      interruption: () => new Promise(() => undefined),
    });
    expect([exit, stderr]).toEqual([2, expect.stringMatching(message)]);
    expect(await readFile(join(folder, 'coding.yaml'), 'utf8')).toBe(story['coding.yaml']);
  });
});

import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { renameSync, symlinkSync } from 'node:fs';
import { chmod, lstat, mkdir, readdir, readFile, rename, stat, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ArticleJson, DatasetJson, StatementJson, VariantJson } from '../../../src/dataset/dataset.js';
import { readDataset } from '../../../src/dataset/read-dataset.js';
import { writeSplit } from '../../../src/authoring/split/write-split.js';
import type { SplitJson } from '../../../src/authoring/split/split-dataset.js';
import { buildIn, call, changedCoding, coding, story, storyFolder, writeFiles, type Called } from '../story-folder.js';

interface Overview {
  readonly articles: readonly unknown[];
  readonly statements: readonly unknown[];
  readonly split: SplitJson;
}

interface EvidenceFile {
  readonly version: number;
  readonly claim: string;
  readonly articles: readonly ArticleJson[];
  readonly statements: readonly StatementJson[];
  readonly variants: readonly VariantJson[];
}

const split = (folder: string, name = 'coding.yaml'): Promise<Called> =>
  call(folder, ['build', name, '--split', '-o', 'story.json']);

async function overviewIn(folder: string): Promise<Overview> {
  return JSON.parse(await readFile(join(folder, 'story.json'), 'utf8')) as Overview;
}

async function evidenceIn(folder: string): Promise<Readonly<Record<string, EvidenceFile>>> {
  const { split } = await overviewIn(folder);
  const files: Record<string, EvidenceFile> = {};
  for (const [claim, sha256] of Object.entries(split.evidence)) {
    const bytes = await readFile(join(folder, split.folder, `${claim}.${sha256.slice(0, 16)}.json`));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    files[claim] = JSON.parse(bytes.toString()) as EvidenceFile;
  }
  return files;
}

/** Two sources, three articles; the same utterance in two of them. */
const larger = {
  ...story,
  'coding.yaml': `${coding
    .replace('sources:\n', 'sources:\n  - { id: tac, name: TAC }\n')
    .replace('articles:\n', 'articles:\n  - { id: tac-1, source: tac, file: second.txt }\n')
    .replace(
      'claims:\n',
      'claims:\n  - { id: silent, text: Nobody says it. }\n',
    )}  - { article: tac-1, speaker: minister, claim: home-base, stance: oppose, quote: burrowed deep inside }
  - { article: tac-1, claim: partners, stance: neutral, quote: It has }
`,
  'second.txt': 'It has “burrowed deep inside” it.',
};

describe('a split dataset', () => {
  test('is an overview with positions, and a file a claim with the statements, their articles and variants', async () => {
    const folder = await storyFolder(larger);
    const whole = await call(folder, ['build', 'coding.yaml', '-o', 'whole.json']);
    expect((await split(folder)).exit).toBe(0);
    const dataset = JSON.parse(await readFile(join(folder, 'whole.json'), 'utf8')) as EvidenceFile;
    expect(whole.exit).toBe(0);
    const overview = await overviewIn(folder);
    expect(Object.keys(overview)).toEqual([...Object.keys(dataset).filter((name) => name !== 'variants'), 'split']);
    expect(overview).toMatchObject({ articles: [], statements: [], split: { statements: 4, articles: 2 } });
    expect(overview.split.folder).toBe('story-evidence/');
    expect(overview.split.positions).toEqual({ 'home-base': { dw: 's', tac: 'o' }, partners: { dw: 's', tac: '=n' } });
    const files = await evidenceIn(folder);
    expect(Object.keys(files)).toEqual(['home-base', 'partners']);
    expect(files['home-base']).toEqual({
      version: 1,
      claim: 'home-base',
      articles: dataset.articles,
      statements: dataset.statements.filter(({ claim }) => claim === 'home-base'),
      variants: dataset.variants,
    });
    expect(files['home-base']?.variants).toHaveLength(1);
    expect(files['partners']?.variants).toEqual([]);
    expect(readDataset({ ...dataset, ...files['partners'] }).statements).toHaveLength(2);
  });

  test('has the same bytes every time, and no needless space', async () => {
    const [first, second] = await Promise.all([larger, larger].map(storyFolder));
    await split(first!);
    await split(second!);
    await split(second!);
    for (const folder of ['', 'story-evidence'])
      for (const name of await readdir(join(first!, folder)).then((names) =>
        names.filter((n) => n.endsWith('.json')),
      )) {
        const bytes = await readFile(join(first!, folder, name), 'utf8');
        expect(await readFile(join(second!, folder, name), 'utf8')).toBe(bytes);
        expect(bytes.trimEnd()).toBe(JSON.stringify(JSON.parse(bytes)));
      }
  });

  test('leaves out variants whose statements are on different claims, and says so', async () => {
    const folder = await storyFolder({
      ...larger,
      'coding.yaml': larger['coding.yaml'].replace(
        'claim: home-base, stance: oppose',
        'claim: partners, stance: support',
      ),
    });
    expect((await split(folder)).stderr).toContain('The same utterance is coded on different claims once.');
    expect(Object.values(await evidenceIn(folder)).flatMap(({ variants }) => variants)).toEqual([]);
  });

  test('when built anew loses the files that it no longer names, and the folder loses nothing else', async () => {
    const folder = await storyFolder(larger);
    await split(folder);
    const evidence = join(folder, 'story-evidence');
    const before = await readdir(evidence);
    const others = ['README.md', 'home-base.json', 'home-base.0123456789ABCDEF.json', 'x.0123456789abcdef.json.bak'];
    for (const name of others) await writeFile(join(evidence, name), 'ours');
    await mkdir(join(evidence, 'deep'));
    await writeFile(join(evidence, 'deep', before[0]!), 'ours');
    await writeFile(join(evidence, 'gone.0123456789abcdef.json'), 'left behind by a killed run');
    await writeFiles(folder, { 'coding.yaml': larger['coding.yaml'].replace('stance: oppose', 'stance: neutral') });
    await split(folder);
    const after = await readdir(evidence);
    expect(after).toEqual(expect.arrayContaining([...others, 'deep']));
    expect(after).not.toContain('gone.0123456789abcdef.json');
    expect(await readdir(join(evidence, 'deep'))).toHaveLength(1);
    // The claim that changed has another file, the other one the same.
    expect(after.filter((name) => before.includes(name))).toEqual(before.filter((name) => name.startsWith('partners')));
    expect(after).toHaveLength(2 + others.length + 1);
    await evidenceIn(folder);
  });

  test('repairs a file that was changed, and does not write through links', async () => {
    const folder = await storyFolder({ ...larger, 'precious.txt': 'precious' });
    await split(folder);
    const evidence = join(folder, 'story-evidence');
    const [first, second] = await readdir(evidence);
    await writeFile(join(evidence, first!), 'altered');
    await unlink(join(evidence, second!));
    await symlink(join(folder, 'precious.txt'), join(evidence, second!));
    expect((await split(folder)).exit).toBe(0);
    await evidenceIn(folder);
    expect(await readFile(join(folder, 'precious.txt'), 'utf8')).toBe('precious');
  });

  describe('with something else in the place', () => {
    const dataset = async (folder: string): Promise<DatasetJson> => {
      const { dataset } = await buildIn(folder);
      if (!dataset) throw new Error('the story has a problem');
      return dataset;
    };
    const outside = { 'outside/old.0123456789abcdef.json': 'precious' };

    test('of a file, a pipe: it is not waited for', async () => {
      const folder = await storyFolder(larger);
      await split(folder);
      const [name] = await readdir(join(folder, 'story-evidence'));
      await unlink(join(folder, 'story-evidence', name!));
      execFileSync('mkfifo', [join(folder, 'story-evidence', name!)]);
      expect((await split(folder)).exit).toBe(0);
      expect((await lstat(join(folder, 'story-evidence', name!))).isFile()).toBe(true);
      await evidenceIn(folder);
    });

    test('of outdated evidence, a link or a folder: it stays', async () => {
      const folder = await storyFolder({ ...larger, ...outside });
      await split(folder);
      const names = ['gone.0123456789abcdef.json', 'gone.0123456789abcdee.json'];
      await symlink('../outside/old.0123456789abcdef.json', join(folder, 'story-evidence', names[0]!));
      await mkdir(join(folder, 'story-evidence', names[1]!));
      expect((await split(folder)).exit).toBe(0);
      expect(await readdir(join(folder, 'story-evidence'))).toEqual(expect.arrayContaining(names));
      expect(await readdir(join(folder, 'outside'))).toEqual(['old.0123456789abcdef.json']);
    });

    test.each([
      ['a link to another folder', 'is a link, where a folder is needed; the dataset was not written'],
      ['a file', 'is a file, where a folder is needed; the dataset was not written'],
    ])('of the folder, %s: nothing is written or deleted there', async (what, expected) => {
      const folder = await storyFolder({ ...larger, ...outside });
      if (what === 'a file') await writeFile(join(folder, 'story-evidence'), 'ours');
      else await symlink('outside', join(folder, 'story-evidence'));
      const { exit, stderr } = await split(folder);
      expect([exit, stderr]).toEqual([2, expect.stringContaining(`${join(folder, 'story-evidence')}: ${expected}`)]);
      expect(await readdir(join(folder, 'outside'))).toEqual(['old.0123456789abcdef.json']);
      expect(await readdir(folder)).not.toContain('story.json');
    });

    test('of the folder, a link that is put there while the evidence is written', async () => {
      const folder = await storyFolder({ ...larger, ...outside });
      const evidence = join(folder, 'story-evidence');
      const swapped: string[] = [];
      const progress = (step: string, done = 0): void => {
        if (step !== 'Writing evidence' || done !== 1) return;
        renameSync(evidence, join(folder, 'moved'));
        symlinkSync('outside', evidence);
        swapped.push(step);
      };
      await expect(writeSplit(join(folder, 'story.json'), await dataset(folder), progress)).rejects.toThrow(
        `${evidence}: is a link, where a folder is needed`,
      );
      expect(swapped).toHaveLength(1);
      expect(await readdir(join(folder, 'outside'))).toEqual(['old.0123456789abcdef.json']);
      expect(await readdir(folder)).not.toContain('story.json');
    });

    test('of the folder, another folder', async () => {
      const folder = await storyFolder({ ...larger, ...outside });
      const progress = (step: string, done = 0): void => {
        if (step !== 'Writing evidence' || done !== 1) return;
        renameSync(join(folder, 'story-evidence'), join(folder, 'moved'));
        renameSync(join(folder, 'outside'), join(folder, 'story-evidence'));
      };
      await expect(writeSplit(join(folder, 'story.json'), await dataset(folder), progress)).rejects.toThrow(
        'was replaced while the dataset was being written. Build it again.',
      );
      expect(await readdir(join(folder, 'story-evidence'))).toEqual(['old.0123456789abcdef.json']);
    });
  });

  test('gives new evidence the permissions of the overview, whatever the umask', async () => {
    const folder = await storyFolder(larger);
    await split(folder);
    const overview = join(folder, 'story.json');
    const evidence = join(folder, 'story-evidence');
    const modes = async (): Promise<readonly number[]> => {
      const paths = [overview, evidence, ...(await readdir(evidence)).map((name) => join(evidence, name))];
      return Promise.all(paths.map(async (path) => (await stat(path)).mode & 0o777));
    };
    for (const mode of [0o644, 0o660, 0o600, 0o604]) {
      await chmod(overview, mode);
      await rename(evidence, join(folder, `old-${mode}`));
      expect((await split(folder)).exit).toBe(0);
      expect(await modes()).toEqual([mode, mode | ((mode & 0o444) >> 2), mode, mode]);
    }
  });

  test('may have a long name', async () => {
    const folder = await storyFolder(larger);
    const name = 'a'.repeat(235);
    expect((await call(folder, ['build', 'coding.yaml', '--split', '-o', `${name}.json`])).exit).toBe(0);
    expect(await readdir(join(folder, `${name}-evidence`))).toHaveLength(2);
    const tooLong = await call(folder, ['build', 'coding.yaml', '--split', '-o', `${name}0123456789012345.json`]);
    expect([tooLong.exit, tooLong.stderr]).toEqual([
      2,
      expect.stringContaining('the file name is too long; nothing was written.'),
    ]);
  });

  test('is not written on a problem, and what stood there stays', async () => {
    const folder = await storyFolder(larger);
    await split(folder);
    const before = await readdir(join(folder, 'story-evidence'));
    await writeFiles(folder, { 'coding.yaml': changedCoding('burrowed inside', 'burrowed outside') });
    expect((await split(folder)).exit).toBe(1);
    expect(await readdir(join(folder, 'story-evidence'))).toEqual(before);
    await evidenceIn(folder);
  });
});

describe('what cannot be split', () => {
  test('a claim whose id is too long for a file', async () => {
    const id = 'a'.repeat(234);
    const folder = await storyFolder({
      ...story,
      'coding.yaml': coding.replaceAll('home-base', id),
    });
    const { exit, stderr } = await split(folder);
    expect([exit, stderr]).toEqual([
      1,
      `coding.yaml:15:9  error  The claim id is too long for --split, which names a file after it: 234 characters.  hint: Use an id of at most 233 characters.\n1 problem. Nothing was written.\n`,
    ]);
    expect(await readdir(folder)).not.toContain('story-evidence');
    await writeFiles(folder, { 'coding.yaml': coding.replaceAll('home-base', id.slice(1)) });
    expect((await split(folder)).exit).toBe(0);
    expect(Object.keys(await evidenceIn(folder))).toContain(id.slice(1));
  });

  test('evidence and an overview that no page would load', async () => {
    const note = (length: number): string => `    quote: burrowed inside\n    note: ${'n'.repeat(length)}\n`;
    const folder = await storyFolder({
      ...story,
      'coding.yaml': changedCoding('    quote: burrowed inside\n', note(24_000_000)),
    });
    const evidence = await split(folder);
    expect([evidence.exit, evidence.stderr]).toEqual([
      2,
      expect.stringMatching(
        /the evidence of the claim “home-base” has 24\.0 MB, and a page loads at most 24 MB; .*not written/u,
      ),
    ]);
    const description = `description: ${'d'.repeat(24_000_000)}\n`;
    await writeFiles(folder, { 'coding.yaml': description + coding });
    expect((await split(folder)).stderr).toMatch(/the overview has 24\.0 MB/u);
    expect(await readdir(folder)).not.toContain('story.json');
    // A whole dataset of that size is written, and its editor told.
    const { exit, stderr } = await call(folder, ['build', 'coding.yaml', '-o', 'whole.json']);
    expect([exit, stderr]).toEqual([
      0,
      expect.stringMatching(/warning {2}The dataset has 24\.0 MB.*hint: Build it with --split\./u),
    ]);
  });

  test.each([
    [['build', 'coding.yaml', '--split', '-o', '-'], /--split writes several files/u],
    [
      ['build', 'coding.yaml', '--split', '-o', 'my story.json'],
      /part of URLs: “my story\.json” has other characters than letters/u,
    ],
    // It would share the folder of story.json, and each build would delete the files of the other.
    [
      ['build', 'coding.yaml', '--split', '-o', 'desk/story'],
      /With --split the file name must end with \.json: “story” does not\. {2}hint: Write to desk\/story\.json\.\n/u,
    ],
    [['check', 'coding.yaml', '--split'], /stancekit check has no option --split/u],
  ])('%j', async (argv, expected) => {
    const { exit, stderr } = await call(await storyFolder(), argv);
    expect([exit, stderr]).toEqual([2, expect.stringMatching(expected)]);
  });

  test('an evidence folder that contains an article', async () => {
    const name = 'story-evidence/a.0123456789abcdef.json';
    const folder = await storyFolder({
      'coding.yaml': coding.replace('articles/first.txt', name),
      [name]: story['articles/first.txt']!,
    });
    const { exit, stderr } = await split(folder);
    expect([exit, stderr]).toEqual([
      2,
      expect.stringMatching(/contains an input of the dataset \(a\.0123456789abcdef\.json\)/u),
    ]);
    expect(await readdir(join(folder, 'story-evidence'))).toHaveLength(1);
  });
});

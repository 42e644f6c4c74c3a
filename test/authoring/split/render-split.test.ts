import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileEndings, formats, widgets } from '../../../src/publishing/formats.js';
import { writeSplit } from '../../../src/authoring/split/write-split.js';
import type { DatasetJson } from '../../../src/dataset/dataset.js';
import { storyJson, type Said } from '../../dataset/small-story.js';
import { call, storyFolder, type Called } from '../story-folder.js';

const seeds = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../seeds/dataset.json'), 'utf8'),
) as DatasetJson & { readonly variants: NonNullable<DatasetJson['variants']> };
const claimOf = new Map(seeds.statements.map(({ id, claim }) => [id, claim]));
/** What a split dataset can hold. */
const whole: DatasetJson = {
  ...seeds,
  variants: seeds.variants.filter(({ statements }) => new Set(statements.map((id) => claimOf.get(id))).size === 1),
};

/** A folder with the same dataset as `whole.json` and as the overview `story.json`. */
async function bothIn(dataset = whole): Promise<string> {
  const folder = await storyFolder({ 'whole.json': JSON.stringify(dataset) });
  await writeSplit(join(folder, 'story.json'), dataset, () => {});
  return folder;
}

const addresses = ['--src', '/story.json', '--script', '/s.js', '--url', 'https://example.org/frame.html'];
const render = (folder: string, name: string, widget: string, format: string, ...more: string[]): Promise<Called> =>
  call(folder, ['render', name, '--widget', widget, '--as', format, ...more, '--out-dir', 'out']);

async function drawnFrom(folder: string, name: string, widget: string, format: string, more: readonly string[]) {
  const called = await render(folder, `${name}.json`, widget, format, ...more);
  expect(called.exit, called.stderr).toBe(0);
  const ending = fileEndings[format as keyof typeof fileEndings];
  return readFile(join(folder, 'out', `${name}.${widget}${ending}`));
}

/** The evidence of a claim: the statements stand in the order of the claims. */
const byClaim = (text: string) => text.split('\n').sort().join('\n');

const csvButton = / *<button class="plain"\s*>CSV<\/button>\n?/g;

describe.each(widgets)('a drawing of an overview is that of the whole dataset: the %s', (widget) => {
  const topic = ['--topic', seeds.claims.find(({ topic }) => topic)!.topic!];
  const narrowed = [[], ['--claims', 'home-base'], ['--sources', 'dw'], topic];
  if (widget === 'matrix') narrowed.push(['--speakers', 'pompeo'], ['--layout', 'table']);
  test.each(formats)('as %s', async (format) => {
    const folder = await bothIn();
    for (const more of narrowed) {
      const [one, other] = await Promise.all(
        ['whole', 'story'].map((name) => drawnFrom(folder, name, widget, format, [...more, ...addresses])),
      );
      if (format === 'csv' || format === 'json-ld') expect(byClaim(String(other))).toBe(byClaim(String(one)));
      // An element whose evidence is apart has no spreadsheet to give away.
      else if (format === 'dsd') expect(String(other)).toBe(String(one).replaceAll(csvButton, ''));
      else expect(other!.equals(one!), more.join(' ')).toBe(true);
    }
  });

  test('as a snippet', async () => {
    const folder = await bothIn();
    const embed = (name: string) =>
      call(folder, ['embed', name, '--widget', widget, '--claims', 'home-base', ...addresses.slice(0, 4)]);
    expect((await embed('story.json')).stdout).toBe((await embed('whole.json')).stdout);
  });
});

describe('inside the page stands', () => {
  const inside = (html: string) =>
    JSON.parse(/<script type="application\/json">(.*?)<\/script>/s.exec(html)![1]!) as DatasetJson;
  test.each(['iframe', 'dsd'])('a whole dataset of what is drawn: %s', async (format) => {
    const folder = await bothIn();
    const all = inside(String(await drawnFrom(folder, 'story', 'matrix', format, ['--script', '/s.js'])));
    expect(all.split).toBeUndefined();
    expect(all.statements).toHaveLength(seeds.statements.length);
    expect(all.variants).toHaveLength(whole.variants!.length);
    const part = await drawnFrom(folder, 'story', 'matrix', format, [
      ...['--script', '/s.js', '--claims', 'home-base', '--sources', 'dw'],
    ]);
    const { claims, statements, sources } = inside(String(part));
    expect(claims.map(({ id }) => id)).toEqual(['home-base']);
    // What the reader may widen to is there.
    expect(sources).toEqual(seeds.sources);
    expect(statements).toEqual(seeds.statements.filter(({ claim }) => claim === 'home-base'));
  });
});

describe('of the evidence is read', () => {
  test('what is drawn, and no more', async () => {
    const folder = await bothIn();
    const evidence = join(folder, 'story-evidence');
    for (const name of await readdir(evidence)) if (!name.startsWith('home-base.')) await rm(join(evidence, name));
    for (const format of formats) {
      const drawn = await render(folder, 'story.json', 'matrix', format, '--claims', 'home-base', ...addresses);
      expect(drawn, format).toMatchObject({ exit: 0 });
    }
    expect(await render(folder, 'story.json', 'matrix', 'html')).toMatchObject({ exit: 1 });
  });

  test('nothing for a picture', async () => {
    const folder = await bothIn();
    await rm(join(folder, 'story-evidence'), { recursive: true });
    for (const format of ['svg', 'png'])
      for (const widget of widgets)
        expect(await render(folder, 'story.json', widget, format)).toMatchObject({ exit: 0 });
    expect(await render(folder, 'story.json', 'disagreement', 'oembed', ...addresses)).toMatchObject({ exit: 0 });
  });
});

describe('missing or changed evidence is reported on one line, and nothing is written', () => {
  const fileOf = (folder: string) =>
    readdirSync(join(folder, 'story-evidence')).find((name) => name.startsWith('home-base.'))!;

  test.each<[string, (path: string) => Promise<void>, string]>([
    ['missing', (path) => rm(path), 'does not exist.'],
    [
      'changed',
      async (path) => writeFile(path, `${await readFile(path, 'utf8')} `),
      'was changed: it does not match its hash',
    ],
    ['missing with its folder', (path) => rm(dirname(path), { recursive: true }), 'does not exist.'],
  ])('%s', async (_, change, expected) => {
    const folder = await bothIn();
    const name = fileOf(folder);
    await change(join(folder, 'story-evidence', name));
    for (const format of formats.filter((format) => format !== 'svg' && format !== 'png')) {
      const { exit, stdout, stderr } = await render(
        folder,
        'story.json',
        'matrix',
        format,
        '--claims',
        'home-base',
        ...addresses,
      );
      expect([exit, stdout]).toEqual([1, '']);
      const [line, ...more] = stderr.trimEnd().split('\n');
      expect(line).toBe(
        `story-evidence/${name}  error  The evidence on the claim “home-base” ${line!.split('“home-base” ')[1]}`,
      );
      expect(line).toContain(expected);
      expect(line).toContain(
        'hint: Put the folder “story-evidence/” that stancekit build --split wrote next to the overview.',
      );
      expect(more).toEqual(['1 problem.']);
    }
    expect(await readdir(join(folder, 'out'))).toEqual([]);
  });

  test.each([
    ['not JSON', '{', 'is not valid JSON.'],
    ['no evidence', '{"articles":[],"statements":[{"id":"s1"}]}', 'statements[0].article'],
  ])('%s, under its own hash', async (_, text, expected) => {
    const folder = await bothIn();
    const overview = JSON.parse(await readFile(join(folder, 'story.json'), 'utf8')) as {
      readonly split: { readonly evidence: Record<string, string> };
    };
    const hash = createHash('sha256').update(text).digest('hex');
    overview.split.evidence['home-base'] = hash;
    const name = `story-evidence/home-base.${hash.slice(0, 16)}.json`;
    await writeFile(join(folder, name), text);
    await writeFile(join(folder, 'story.json'), JSON.stringify(overview));
    const { exit, stderr } = await render(folder, 'story.json', 'matrix', 'html', '--claims', 'home-base');
    expect(exit).toBe(1);
    expect(stderr).toMatch(new RegExp(`^${name}  `));
    expect(stderr).toContain(expected);
  });

  test('and is never written over', async () => {
    const folder = await bothIn();
    const name = join('story-evidence', fileOf(folder));
    const { exit, stderr } = await call(folder, [
      ...['render', 'story.json', '--widget', 'matrix', '--as', 'html', '-o', name],
    ]);
    expect([exit, stderr]).toEqual([2, expect.stringContaining('would overwrite an input of the drawing')]);
  });
});

describe('what exceeds the limits of a channel is rejected before anything is read, with the ways to filter it', () => {
  const said = (count: number, claims: number): readonly Said[] =>
    Array.from({ length: count }, (_, at) => ['daily', `p${Math.floor(at / claims)}`, `c${at % claims}`, 'support']);
  const tooLong = storyJson(said(5001, 3));
  const tooHigh = storyJson(said(101, 101));
  const tooWide = storyJson(Array.from({ length: 300 }, (_, at) => ['daily', `p${at}`, `c${at}`, 'support'] as const));

  test.each<[string, DatasetJson, string, readonly string[], RegExp]>([
    [
      'html',
      tooLong,
      'matrix',
      [],
      /draw 5,001 statements, and --as html holds at most 5,000\. {2}hint: Filter by --claims, --topic, --sources or --speakers\./,
    ],
    ['html', tooLong, 'disagreement', [], /5,001 statements.* Filter by --claims, --topic or --sources\.\n/],
    ['html', tooWide, 'matrix', ['--layout', 'table'], /draw 90,000 cells, and --as html holds at most 50,000/],
    ['email', tooLong, 'matrix', [], /5,001 statements/],
    ['json-ld', tooLong, 'matrix', [], /5,001 statements/],
    ['svg', tooLong, 'matrix', [], /draw 5,001 marks, and --as svg/],
    ['png', tooHigh, 'matrix', [], /draw 101 claims, and --as png holds at most 100/],
    ['png', tooLong, 'matrix', [], /5,001 marks, and --as png holds at most 2,000/],
    [
      'dsd',
      tooLong,
      'matrix',
      [],
      /hint: Use --src to name the URL where the page loads the dataset, or filter by --claims or --topic\./,
    ],
    ['iframe', tooLong, 'disagreement', ['--script', '/s.js'], /hint: Use --src to name/],
  ])('%s', async (format, dataset, widget, more, expected) => {
    const folder = await bothIn(dataset);
    await rm(join(folder, 'story-evidence'), { recursive: true });
    for (const name of ['whole.json', 'story.json']) {
      const { exit, stderr } = await render(folder, name, widget, format, ...more);
      expect([exit, stderr.split('\n').length]).toEqual([1, 3]);
      expect(stderr).toMatch(expected);
    }
    expect(await readdir(join(folder, 'out'))).toEqual([]);
  });

  test('what is narrowed is drawn', async () => {
    const folder = await bothIn(tooLong);
    for (const name of ['whole.json', 'story.json']) {
      expect(await render(folder, name, 'matrix', 'html', '--claims', 'c1')).toMatchObject({ exit: 0 });
      expect(await render(folder, name, 'matrix', 'svg', '--speakers', 'p1')).toMatchObject({ exit: 0 });
      expect(await render(folder, name, 'matrix', 'csv')).toMatchObject({ exit: 0 });
    }
  });

  test.each(['iframe', 'dsd', 'embed'])(
    'as %s with the address of the dataset it stands without the quotes',
    async (format) => {
      const folder = await bothIn(tooLong);
      const [src, script] = [
        ['--src', '/story.json'],
        ['--script', '/s.js'],
      ];
      const argv = format === 'embed' ? ['embed', 'story.json'] : ['render', 'story.json', '--as', format];
      const { exit, stdout, stderr } = await call(folder, [...argv, '--widget', 'matrix', ...src, ...script]);
      expect(exit).toBe(0);
      expect(stderr).toMatch(
        /story\.json {2}note {2}The fallback has no quotes, because this would draw 5,001 statements.*\.\n/,
      );
      expect(stdout).toContain('<stance-matrix src="/story.json"');
      expect(stdout).toMatch(/<div lang[^]*>A story<[^]*5,001 statements[^]*<\/div>/);
      expect(stdout).not.toContain('<q');
      // The drawing in the shadow root shows the first rows of the table, and the words of the mark that is open.
      if (format === 'dsd') {
        expect(stdout).toContain('words ');
        expect(stdout).toMatch(/<style>[^]*\[part='overview'\]\{display:none\}[^]*part="overview"/);
      }
    },
  );
});

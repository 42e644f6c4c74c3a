// Tests the documentation as its readers would: runs its commands and compares their output, parses its code, follows its links, and
// compares its tables of names with the package.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse, parseFragment, type DefaultTreeAdapterMap, type ParserOptions } from 'parse5';
import postcss from 'postcss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };
import { columnOf, coverages, quotedMajority } from '../../src/analysis/coverage.js';
import { disagreements, ordinalVariation, readDataset, sourcePairs } from '../../src/dataset/index.js';
import { english } from '../../src/wording/english.js';
import { MarkdownPage, type Block } from './markdown.js';
import { TestSite, script, seeds } from './test-site.js';
import { root, Tarball } from './packed.js';

const notOurs = new Set(['node_modules', 'dist', 'storybook-static', '.git']);

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : markdownIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const pages = new Map(
  markdownIn('').map((path) => [path, new MarkdownPage(readFileSync(join(root, path), 'utf8'))] as const),
);
const page = (path: string) => pages.get(path)!;
const paths = [...pages.keys()].sort();
/** The pages for publishers. */
const guides = paths.filter((path) => path === 'README.md' || path.startsWith('docs/'));
const blocksOf = (language: string): [where: string, block: Block][] =>
  paths.flatMap((path) =>
    page(path)
      .blocks.filter((block) => block.language === language)
      .map((block): [string, Block] => [`${path}:${block.line}`, block]),
  );

const inTicks = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);

let tarball: Tarball;
let project: string;

beforeAll(() => {
  tarball = new Tarball();
  project = tarball.install('reader', {});
  // Pictures need the optional dependencies too.
  for (const name of Object.keys(packageJson.optionalDependencies)) {
    mkdirSync(dirname(join(project, 'node_modules', name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name), 'junction');
  }
});

afterAll(() => tarball.remove());

/** Makes the folder that a page assumes: the example story, the built script, and the dataset under the names that the pages use. */
function folderFor(path: string): string {
  const folder = join(project, path.replaceAll(/\W/g, '-'));
  mkdirSync(join(folder, 'stories'), { recursive: true });
  cpSync(join(root, 'seeds'), join(folder, 'seeds'), { recursive: true });
  cpSync(join(root, 'seeds', 'articles'), join(folder, 'articles'), { recursive: true });
  for (const name of ['stancekit', 'stance-matrix', 'source-disagreement'])
    cpSync(join(root, 'dist', `${name}.js`), join(folder, 'dist', `${name}.js`));
  for (const name of ['story.json', 'dataset.json', 'stories/one.json', 'stories/two.json'])
    writeFileSync(join(folder, name), seeds);
  return folder;
}

/** Runs a line in a shell with the package's command in its path. Returns what it prints to either stream, in order. */
function inShell(folder: string, line: string): { output: string; exit: number | null } {
  const { stdout, status } = spawnSync('sh', ['-c', `exec 2>&1; ${line}`], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${join(project, 'node_modules', '.bin')}:${dirname(process.execPath)}:${process.env.PATH}`,
      HOME: project,
      NO_COLOR: '1',
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
    },
  });
  return { output: stdout, exit: status };
}

/** Returns the commands in a block, each with the output shown below it. In a block without output, a backslash continues a line. */
function commandsIn({ language, text }: Block): { command: string; shown: string | undefined }[] {
  if (text.startsWith('$ '))
    return text.split(/^\$ /m).flatMap((part) => {
      const [command = '', ...shown] = part.split('\n');
      return command ? [{ command, shown: shown.join('\n').trim() }] : [];
    });
  const lines = text.replaceAll(/\\\n\s*/g, '').split('\n');
  return language === 'sh' ? lines.map((command) => ({ command, shown: undefined })) : [];
}

const isOurs = (command: string) => /^(npx )?stancekit |^node /.test(command);

describe('every command in the guides prints what is shown', () => {
  const withCommands = guides.filter((path) =>
    page(path).blocks.some((block) => commandsIn(block).some(({ command }) => isOurs(command))),
  );

  it('in each of these', () => {
    expect(withCommands).toEqual([
      'README.md',
      'docs/code-a-story.md',
      'docs/coding-format.md',
      'docs/command-line.md',
      'docs/embedding.md',
      'docs/large-datasets.md',
      'docs/measures.md',
      'docs/themes.md',
    ]);
  });

  it.each(withCommands)('%s', (path) => {
    const folder = folderFor(path);
    for (const block of page(path).blocks) {
      if (block.file) {
        mkdirSync(dirname(join(folder, block.file)), { recursive: true });
        writeFileSync(join(folder, block.file), block.text);
      }
      for (const { command, shown } of commandsIn(block).filter(({ command }) => isOurs(command))) {
        const { output, exit } = inShell(folder, command);
        // A usage error is never an example, and a command that finds problems only where they are shown.
        expect(exit, `${path}: ${command}\n${output}`).toBeLessThanOrEqual(shown === undefined ? 0 : 1);
        if (shown !== undefined) expect(output.trim(), `${path}: ${command}`).toBe(shown);
      }
    }
  });
});

describe('links', () => {
  it.each(paths)('in %s are not dead', (path) => {
    const dead = page(path).links.flatMap(({ target, line }) => {
      if (/^(https:|mailto:)/.test(target)) return [];
      const [file = '', anchor] = target.split('#');
      const to = file ? posix.join(posix.dirname(path), file) : path;
      const isThere = existsSync(join(root, to)) && (anchor === undefined || pages.get(to)?.anchors.has(anchor));
      return isThere ? [] : [`line ${line}: ${target}`];
    });
    expect(dead).toEqual([]);
  });

  it.each([...guides, 'CHANGELOG.md'])('in %s lead only to files in the package', (path) => {
    const targets = page(path).links.flatMap(({ target }) =>
      /^(https:|#)/.test(target) ? [] : [target.split('#')[0]!],
    );
    const missing = targets.filter((target) => !tarball.paths.includes(posix.join(posix.dirname(path), target)));
    expect(missing).toEqual([]);
  });

  it.each(paths)('and file names in %s exist', (path) => {
    const named = page(path).inlineCode.filter((code) =>
      /^(\.\.\/)*(src|test|docs|seeds|demo|bench|stories|themes)\/[\w./-]*\w\/?$/.test(code),
    );
    // `it` is the language to be added, `new-…` the part.
    const old = named.filter((code) => !/\/(it|new-\w+)\.\w+$/.test(code));
    expect(old.filter((code) => !existsSync(join(root, code.replace(/^(\.\.\/)+/, 'test/'))))).toEqual([]);
  });
});

describe('code can be parsed', () => {
  it.each(blocksOf('json'))('%s', (_, { text }) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  it.each(blocksOf('yaml'))('%s', (_, { text }) => {
    expect(() => parseYaml(text) as unknown).not.toThrow();
  });

  it.each(blocksOf('css'))('%s', (_, { text }) => {
    expect(() => postcss.parse(text)).not.toThrow();
  });

  it.each(blocksOf('html'))('%s', (_, { text }) => {
    const faults: string[] = [];
    const options: ParserOptions<DefaultTreeAdapterMap> = { onParseError: ({ code }) => faults.push(code) };
    if (text.startsWith('<!doctype')) parse(text, options);
    else parseFragment(text, options);
    expect(faults).toEqual([]);
  });

  it('JavaScript compiles, and its imports resolve', () => {
    // frameworks.test.ts builds and runs the examples for frameworks.
    const own = blocksOf('js').filter(([where]) => !where.startsWith('docs/frameworks.md'));
    const files = own.map(([where, { text }]) => {
      const file = `${where.replaceAll(/\W/g, '-')}.js`;
      writeFileSync(join(project, file), `${text}\nexport {};\n`);
      return file;
    });
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = ['--noEmit', '--allowJs', '--checkJs', '--strict', '--module', 'nodenext', '--target', 'es2022'];
    const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules', '@types')];
    const { stdout } = spawnSync(process.execPath, [tsc, ...options, ...types, ...files], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(files.length).toBeGreaterThan(2);
  });

  it('style sheets that set our properties pass theme-check, except for the one that shows its output', () => {
    const sheets = blocksOf('css').filter(([, { text, file }]) => /--stance-[a-z]+:/.test(text) && file === undefined);
    sheets.forEach(([where, { text }], index) => {
      writeFileSync(join(project, `sheet-${index}.css`), text);
      const { output, exit } = inShell(project, `stancekit theme-check sheet-${index}.css`);
      expect(exit, `${where}\n${output}`).toBe(0);
    });
    expect(sheets.length).toBeGreaterThan(0);
  });

  it.each(paths)('the npm scripts that %s names exist', (path) => {
    const text = page(path)
      .blocks.map((block) => (block.language === 'sh' ? block.text : ''))
      .join('');
    const named = [
      ...`${text}\n${page(path).inlineCode.join('\n')}`.matchAll(/\bnpm (?:run ([\w-]+)|(test|start)\b)/g),
    ];
    const scripts = named.map(([, run, short]) => run ?? short!);
    expect(scripts.filter((name) => !(name in packageJson.scripts))).toEqual([]);
  });
});

describe('a page made from the README', () => {
  const site = new TestSite();

  beforeAll(() => site.open());
  afterAll(() => site.close());

  it('shows both widgets', async () => {
    const [whole, snippet] = page('README.md').blocks.filter(({ language }) => language === 'html');
    site.serve('/dataset.json', seeds, { 'content-type': 'application/json' });
    for (const { text } of [whole!, snippet!]) {
      const visit = await site.visit(text);
      await visit.rendered('stance-matrix');
      await visit.rendered('source-disagreement');
      expect(visit.errors).toEqual([]);
      await visit.close();
    }
  });
});

describe('the tables of names', () => {
  interface Schema {
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly required?: readonly string[];
    readonly items?: Schema;
    readonly enum?: readonly (string | boolean)[];
  }

  /** Returns each object of a schema, with its path as in the page's heading. */
  function objectsOf(schema: Schema, at = ''): [path: string, schema: Schema][] {
    const inside = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
      objectsOf(field, at ? `${at}.${name}` : name),
    );
    return [
      ...(schema.properties ? [[at, schema] as [string, Schema]] : []),
      ...inside,
      ...(schema.items ? objectsOf(schema.items, at) : []),
    ];
  }

  it.each([
    ['docs/dataset.md', 'dataset'],
    ['docs/coding-format.md', 'coding'],
  ])('in %s are those of the schema, and required where it says so', (path, name) => {
    const schema = JSON.parse(readFileSync(join(root, 'dist', `${name}.schema.json`), 'utf8')) as Schema;
    const records = objectsOf(schema);
    expect(records.length).toBeGreaterThan(8);
    for (const [at, { properties, required }] of records) {
      const rows = page(path).table(at ? `\`${at}\`` : 'The file');
      expect(
        rows.map(([field, need]) => [inTicks(field!)[0], need]),
        at,
      ).toEqual(Object.keys(properties!).map((field) => [field, required?.includes(field) ? 'required' : '']));
      for (const [field, , form, meaning] of rows) {
        expect(meaning, `${at}.${field}`).toMatch(/\w/);
        const { enum: allowed } = properties![inTicks(field!)[0]!]!;
        if (allowed) expect(inTicks(form!), `${at}.${field}`).toEqual(allowed.map(String));
      }
    }
  });

  interface Manifest {
    readonly modules: readonly {
      readonly declarations?: readonly {
        readonly tagName?: string;
        readonly attributes?: readonly { readonly name: string }[];
        readonly events?: readonly { readonly name: string }[];
        readonly cssStates?: readonly { readonly name: string }[];
      }[];
    }[];
  }

  it('in the README are the attributes of each element', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'dist', 'custom-elements.json'), 'utf8')) as Manifest;
    const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations.filter(({ tagName }) => tagName));
    const rows = page('README.md').table('Attributes');
    for (const { tagName, attributes, events, cssStates } of elements) {
      const here = tagName === 'stance-matrix' ? 'matrix' : 'disagreement';
      const named = rows.flatMap(([names, of]) => (of === 'both' || of === here ? inTicks(names!) : []));
      expect(named.sort()).toEqual(attributes!.map(({ name }) => name).sort());
      const code = page('README.md').inlineCode.join(' ');
      for (const { name } of [...events!, ...cssStates!]) expect(code).toContain(name);
    }
    expect(elements).toHaveLength(2);
  });
});

describe('the worked examples of measures', () => {
  const dataset = readDataset(JSON.parse(seeds.toString()));
  const worked = disagreements(dataset).find(({ claim }) => claim.id === 'working-together')!;
  const number = (cell: string) => Number(cell.replace('−', '-').replaceAll('*', ''));

  it('docs/dataset.md names every field of a disagreement', () => {
    const named = page('docs/dataset.md').table('What `disagreements` returns');
    expect(named.flatMap(([fields]) => inTicks(fields!)).sort()).toEqual(Object.keys(worked).sort());
  });

  it('have the numbers of the example story', () => {
    const voices = page('docs/measures.md').table('An example');
    expect(voices.map(([source, speaker, , , mean]) => [source, speaker, number(mean!)])).toEqual(
      worked.sources.flatMap(({ source, speakers }) =>
        speakers.map(({ speaker, mean }) => [source.name, speaker!.name, mean]),
      ),
    );
    for (const [index, { speakers }] of worked.sources.entries())
      for (const { speaker, statements } of speakers) {
        const row = voices.find(
          ([source, name]) => source === worked.sources[index]!.source.name && name === speaker!.name,
        );
        const count = (stance: string) => statements.filter((statement) => statement.stance === stance).length;
        expect(row!.slice(2, 4)).toEqual([
          String(statements.length),
          (['support', 'neutral', 'oppose'] as const)
            .flatMap((stance) => (count(stance) ? [`${count(stance)} ${stance}`] : []))
            .join(', '),
        ]);
      }
    const positions = page('docs/measures.md').table('Balance of an outlet');
    const columns = english('en').columns;
    expect(positions.map(([source, , position, column]) => [source, number(position!), column])).toEqual(
      worked.sources.map((on) => [on.source.name, on.position, columns[columnOf(quotedMajority(on)!)]]),
    );
    const sections = page('docs/measures.md').table('How claims are sorted');
    expect(sections.map(([name]) => name)).toEqual(coverages.map((coverage) => english('en').coverage[coverage]));
    const owns = page('docs/measures.md').table('The outlets’ own words');
    expect(owns.map(([source, count, , mean]) => [source, Number(count), number(mean!)])).toEqual(
      worked.sources.map(({ source, own }) => [source.name, own!.statements.length, own!.mean]),
    );
    const votes = page('docs/measures.md').table('D for given balances');
    expect(votes.map(([counts, d]) => [counts, d])).toEqual(
      votes.map(([counts]) => {
        const values = counts!.split(', ').flatMap((count, index) => Array<number>(Number(count)).fill(index - 1));
        return [counts, ordinalVariation(values)!.toFixed(3)];
      }),
    );
    const apart = page('docs/measures.md').table('Two outlets over all claims');
    expect(apart).toEqual(
      sourcePairs(dataset).map(({ sources, distance, shared }) => [
        sources.map(({ name }) => name).join(' – '),
        String(shared.length),
        distance!.toFixed(2),
      ]),
    );
    const pairs = page('docs/measures.md').table('Disagreement between outlets');
    expect(pairs.map(([pair, , distance, part]) => [pair, number(distance!), number(part!)])).toEqual(
      worked.pairs.map(({ sources, distance, part }) => [sources.map(({ name }) => name).join(' – '), distance, part]),
    );
  });
});

it('the walk-through quotes the example articles correctly', () => {
  const articles = readdirSync(join(root, 'seeds', 'articles')).map((name) =>
    readFileSync(join(root, 'seeds', 'articles', name), 'utf8'),
  );
  const texts = page('docs/code-a-story.md').blocks.filter(({ language }) => language === 'text');
  expect(texts.map(({ file }) => file)).toEqual(['articles/dw.txt', 'articles/amcon.txt']);
  for (const { text } of texts)
    for (const paragraph of text.trim().split('\n\n'))
      expect(
        articles.some((article) => article.includes(paragraph)),
        paragraph,
      ).toBe(true);
});

it('the script has the size that the README states', () => {
  const [, stated] = /`stancekit\.js`, less than (\d+) kB compressed/.exec(
    readFileSync(join(root, 'README.md'), 'utf8'),
  )!;
  const size = gzipSync(script, { level: 9 }).length / 1000;
  expect(size).toBeLessThan(Number(stated));
  expect(size).toBeGreaterThan(Number(stated) - 10);
});

/** The syntax that every browser named in docs/browser-support.md supports. */
const longKnown =
  /^(@(media|supports|keyframes)|:(host|not|nth-child|is|where)\(|(var|calc|min|max|clamp|minmax|repeat|rgb|url|inset|linear-gradient|css|dir|lang|attr|translate)\()$/;

it('docs/browser-support.md names the features that the style sheets need, and no others', () => {
  const sheets = readdirSync(join(root, 'src', 'views'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(join(root, 'src', 'views', file), 'utf8').matchAll(/\bcss`[^`]*`/g)])
    .join('\n')
    .replaceAll(/\/\*.*?\*\//gs, '');
  const used = new Set(sheets.match(/@[a-z-]+|:[a-z-]+\(|(?<![\w:-])[a-z-]+\((?=\S)/g));
  const named = ['Needed', 'Better with'].flatMap((heading) =>
    page('docs/browser-support.md')
      .table(heading)
      .flatMap(([feature]) => inTicks(feature!)),
  );
  expect([...used].filter((feature) => !longKnown.test(feature) && !named.includes(feature))).toEqual([]);
  const inScript = (feature: string) => script.includes(feature) || script.includes(feature.replace(':', ': '));
  expect(named.filter((feature) => !inScript(feature))).toEqual([]);
});

it('the pictures of the guides are in the package, and small', () => {
  const pictures = tarball.paths.filter((path) => path.endsWith('.png'));
  const bytes = pictures.map((path) => readFileSync(join(root, path)).length);
  expect(pictures.every((path) => path.startsWith('docs/'))).toBe(true);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(500_000);
});

it('no path of the author’s machine is in the documentation', () => {
  const tracked = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  for (const path of tracked) expect(readFileSync(join(root, path), 'utf8'), path).not.toMatch(/\/(tmp|work|home)\//);
});

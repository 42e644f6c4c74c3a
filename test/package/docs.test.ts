// The documentation, tried as its readers would: its commands are run, what it shows is what comes, its code is read by what reads such
// code, its links lead somewhere, and its tables of names hold what the package has.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse, parseFragment, type DefaultTreeAdapterMap, type ParserOptions } from 'parse5';
import postcss from 'postcss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };
import { disagreements, ordinalVariation, readDataset, sourcePairs } from '../../src/dataset/index.js';
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
/** What a publisher reads. */
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
  // Pictures need the optional ones too.
  for (const name of Object.keys(packageJson.optionalDependencies)) {
    mkdirSync(dirname(join(project, 'node_modules', name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name), 'junction');
  }
});

afterAll(() => tarball.remove());

/** A folder as a page's reader has it: the example story, the built script, and the dataset under the names that the pages give it. */
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

/** Runs a line as a shell does, the package's command in its path; what it says in the order in which it says it. */
function inShell(folder: string, line: string): { said: string; exit: number | null } {
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
  return { said: stdout, exit: status };
}

/** The commands in a block, each with what is shown as its answer; in a block of commands alone a backslash at the end of a line goes on in the next. */
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

describe('every command in the guides does what is said', () => {
  const withCommands = guides.filter((path) =>
    page(path).blocks.some((block) => commandsIn(block).some(({ command }) => isOurs(command))),
  );

  it('and there are some in each of these', () => {
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
        const { said, exit } = inShell(folder, command);
        // What is called wrongly is never an example; what finds problems is one only where they are shown.
        expect(exit, `${path}: ${command}\n${said}`).toBeLessThanOrEqual(shown === undefined ? 0 : 1);
        if (shown !== undefined) expect(said.trim(), `${path}: ${command}`).toBe(shown);
      }
    }
  });
});

describe('links', () => {
  it.each(paths)('of %s lead somewhere', (path) => {
    const dead = page(path).links.flatMap(({ target, line }) => {
      if (/^(https:|mailto:)/.test(target)) return [];
      const [file = '', anchor] = target.split('#');
      const to = file ? posix.join(posix.dirname(path), file) : path;
      const isThere = existsSync(join(root, to)) && (anchor === undefined || pages.get(to)?.anchors.has(anchor));
      return isThere ? [] : [`line ${line}: ${target}`];
    });
    expect(dead).toEqual([]);
  });

  it.each([...guides, 'CHANGELOG.md'])('of %s lead to what is in the package, where it is read too', (path) => {
    const targets = page(path).links.flatMap(({ target }) =>
      /^(https:|#)/.test(target) ? [] : [target.split('#')[0]!],
    );
    const missing = targets.filter((target) => !tarball.paths.includes(posix.join(posix.dirname(path), target)));
    expect(missing).toEqual([]);
  });

  it.each(paths)('and the files that %s names are there', (path) => {
    const named = page(path).codeInWords.filter((code) =>
      /^(\.\.\/)*(src|test|docs|seeds|demo|bench|stories|themes)\/[\w./-]*\w\/?$/.test(code),
    );
    // `it` is the language to be added, `new-…` the part.
    const old = named.filter((code) => !/\/(it|new-\w+)\.\w+$/.test(code));
    expect(old.filter((code) => !existsSync(join(root, code.replace(/^(\.\.\/)+/, 'test/'))))).toEqual([]);
  });
});

describe('code that is shown can be read', () => {
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

  it('JavaScript is sound, and what it imports is there', () => {
    // The examples for frameworks are built and run whole by frameworks.test.ts.
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

  it('style sheets that set our properties pass theme-check, but for the one that shows what it says', () => {
    const sheets = blocksOf('css').filter(([, { text, file }]) => /--stance-[a-z]+:/.test(text) && file === undefined);
    sheets.forEach(([where, { text }], index) => {
      writeFileSync(join(project, `sheet-${index}.css`), text);
      const { said, exit } = inShell(project, `stancekit theme-check sheet-${index}.css`);
      expect(exit, `${where}\n${said}`).toBe(0);
    });
    expect(sheets.length).toBeGreaterThan(0);
  });

  it.each(paths)('npm runs what %s says it runs', (path) => {
    const text = page(path)
      .blocks.map((block) => (block.language === 'sh' ? block.text : ''))
      .join('');
    const named = [
      ...`${text}\n${page(path).codeInWords.join('\n')}`.matchAll(/\bnpm (?:run ([\w-]+)|(test|start)\b)/g),
    ];
    const scripts = named.map(([, run, short]) => run ?? short!);
    expect(scripts.filter((name) => !(name in packageJson.scripts))).toEqual([]);
  });
});

describe('a page made from the README alone', () => {
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

  /** Each record of a schema, with the path to it as the page's heading has it. */
  function recordsOf(schema: Schema, at = ''): [path: string, schema: Schema][] {
    const inside = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
      recordsOf(member, at ? `${at}.${name}` : name),
    );
    return [
      ...(schema.properties ? [[at, schema] as [string, Schema]] : []),
      ...inside,
      ...(schema.items ? recordsOf(schema.items, at) : []),
    ];
  }

  it.each([
    ['docs/dataset.md', 'dataset'],
    ['docs/coding-format.md', 'coding'],
  ])('in %s are those of the schema, required where it requires them', (path, name) => {
    const schema = JSON.parse(readFileSync(join(root, 'dist', `${name}.schema.json`), 'utf8')) as Schema;
    const records = recordsOf(schema);
    expect(records.length).toBeGreaterThan(8);
    for (const [at, { properties, required }] of records) {
      const rows = page(path).table(at ? `\`${at}\`` : 'The file');
      expect(
        rows.map(([member, need]) => [inTicks(member!)[0], need]),
        at,
      ).toEqual(Object.keys(properties!).map((member) => [member, required?.includes(member) ? 'required' : '']));
      for (const [member, , form, meaning] of rows) {
        expect(meaning, `${at}.${member}`).toMatch(/\w/);
        const { enum: words } = properties![inTicks(member!)[0]!]!;
        if (words) expect(inTicks(form!), `${at}.${member}`).toEqual(words.map(String));
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

  it('in the README are the elements’ attributes, each for the widgets that have it', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'dist', 'custom-elements.json'), 'utf8')) as Manifest;
    const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations.filter(({ tagName }) => tagName));
    const rows = page('README.md').table('Attributes');
    for (const { tagName, attributes, events, cssStates } of elements) {
      const here = tagName === 'stance-matrix' ? 'matrix' : 'disagreement';
      const named = rows.flatMap(([names, of]) => (of === 'both' || of === here ? inTicks(names!) : []));
      expect(named.sort()).toEqual(attributes!.map(({ name }) => name).sort());
      const words = page('README.md').codeInWords.join(' ');
      for (const { name } of [...events!, ...cssStates!]) expect(words).toContain(name);
    }
    expect(elements).toHaveLength(2);
  });
});

describe('the measures that are worked out', () => {
  const dataset = readDataset(JSON.parse(seeds.toString()));
  const worked = disagreements(dataset).find(({ claim }) => claim.id === 'working-together')!;
  const number = (cell: string) => Number(cell.replace('−', '-').replaceAll('*', ''));

  it('are the example story’s', () => {
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
    const positions = page('docs/measures.md').table('From voices to a source');
    expect(positions.map(([source, , position]) => [source, number(position!)])).toEqual(
      worked.sources.map(({ source, position }) => [source.name, position]),
    );
    const votes = page('docs/measures.md').table('What D makes of given positions');
    expect(votes.map(([counts, d]) => [counts, d])).toEqual(
      votes.map(([counts]) => {
        const values = counts!.split(', ').flatMap((count, index) => Array<number>(Number(count)).fill(index - 1));
        return [counts, ordinalVariation(values)!.toFixed(3)];
      }),
    );
    const apart = page('docs/measures.md').table('Two sources over all claims');
    expect(apart).toEqual(
      sourcePairs(dataset).map(({ sources, distance, shared }) => [
        sources.map(({ name }) => name).join(' – '),
        String(shared.length),
        distance!.toFixed(2),
      ]),
    );
    const pairs = page('docs/measures.md').table('From sources to a claim');
    expect(pairs.map(([pair, , distance, part]) => [pair, number(distance!), number(part!)])).toEqual(
      worked.pairs.map(({ sources, distance, part }) => [sources.map(({ name }) => name).join(' – '), distance, part]),
    );
  });
});

it('what is quoted from the example articles in the walk-through stands there', () => {
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

it('the script is as light as the README says, and not much lighter', () => {
  const [, said] = /`stancekit\.js`, less than (\d+) kB compressed/.exec(
    readFileSync(join(root, 'README.md'), 'utf8'),
  )!;
  const size = gzipSync(script, { level: 9 }).length / 1000;
  expect(size).toBeLessThan(Number(said));
  expect(size).toBeGreaterThan(Number(said) - 10);
});

/** As old as the features that every browser named in docs/browser-support.md has. */
const longKnown =
  /^(@(media|supports|keyframes)|:(host|not|nth-child|is|where)\(|(var|calc|min|max|clamp|minmax|repeat|rgb|url|inset|linear-gradient|css|dir|lang|attr|translate)\()$/;

it('docs/browser-support.md names what the style sheets need, and nothing that the script does not have', () => {
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

it('the pictures that the guides show are in the package, and not heavy', () => {
  const pictures = tarball.paths.filter((path) => path.endsWith('.png'));
  const bytes = pictures.map((path) => readFileSync(join(root, path)).length);
  expect(pictures.every((path) => path.startsWith('docs/'))).toBe(true);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(500_000);
});

it('nothing in the documentation tells of the machine it was written on', () => {
  const told = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  for (const path of told) expect(readFileSync(join(root, path), 'utf8'), path).not.toMatch(/\/(tmp|work|home)\//);
});

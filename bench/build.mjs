// What building a dataset costs by the number of statements, and how large a split one is. By itself: node bench/build.mjs [runs]
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { castFor, dice, writeCoding } from './made-coding.mjs';
import { median } from './statistics.mjs';

const sizes = [1_000, 10_000, 100_000];
const ways = /** @type {const} */ (['without a cache', 'filling the cache', 'nothing changed']);

const program = fileURLToPath(new URL('../dist/cli/bin.js', import.meta.url));
const tellUsage = `process.on('exit', () => process.stderr.write('\\n' + JSON.stringify(process.resourceUsage())))`;

/** @param {string} folder @param {readonly string[]} more @returns {{ cpu: number, memory: number }} CPU in ms, the most memory in MB */
function build(folder, more) {
  const script = `data:text/javascript,${encodeURIComponent(tellUsage)}`;
  const call = ['--import', script, program, 'build', 'coding.yaml', ...more, '-o', 'story.json'];
  const { status, stderr } = spawnSync(process.execPath, call, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  /** @type {unknown} */
  const usage = JSON.parse(stderr.slice(stderr.lastIndexOf('\n') + 1));
  const { userCPUTime, systemCPUTime, maxRSS } = /** @type {NodeJS.ResourceUsage} */ (usage);
  return { cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1000 };
}

/**
 * @param {{ runs: number, tell: (text: string) => void }} options
 * @returns {Promise<readonly { size: number, ways: readonly { way: string, cpu: number, memory: number }[] }[]>} medians
 */
async function measureSizes({ runs, tell }) {
  const results = [];
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'stancekit-bench-'));
    try {
      await writeCoding(folder, castFor(size));
      /** @type {readonly { cpu: number, memory: number }[][]} */
      const taken = ways.map(() => []);
      for (let run = 1; run <= runs; run++) {
        tell(`building ${size.toLocaleString('en')} statements, run ${run} of ${runs}`);
        await rm(join(folder, 'coding.yaml.cache'), { force: true });
        [['--no-cache'], [], []].forEach((more, way) => taken[way]?.push(build(folder, more)));
      }
      results.push({
        size,
        ways: ways.map((way, index) => ({
          way,
          cpu: median((taken[index] ?? []).map(({ cpu }) => cpu)),
          memory: median((taken[index] ?? []).map(({ memory }) => memory)),
        })),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return results;
}

/**
 * Every speaker on every claim, in one of ten sources and a tenth of the time in a second one, stances thrown: nothing to compress but
 * the form. @param {number} speakers @param {number} claims
 */
function fullMatrix(speakers, claims) {
  const roll = dice(19);
  const stances = /** @type {const} */ (['support', 'oppose', 'neutral']);
  const ids = (/** @type {string} */ kind, /** @type {number} */ length) =>
    Array.from({ length }, (_, index) => `${kind}-${index + 1}`);
  const quote = { exact: 'a vote' };
  const statements = ids('claim', claims).flatMap((claim) =>
    ids('speaker', speakers).flatMap((speaker) =>
      Array.from({ length: roll(10) === 0 ? 2 : 1 }, () => {
        const stance = stances[roll(3)] ?? 'neutral';
        return {
          id: 's',
          article: `source-${1 + roll(10)}`,
          claim,
          stance,
          voice: /** @type {const} */ ('quoted'),
          speaker,
          quote,
        };
      }),
    ),
  );
  return {
    version: /** @type {const} */ (1),
    title: 'A matrix for measuring',
    lang: 'en',
    sources: ids('source', 10).map((id) => ({ id, name: id })),
    articles: ids('source', 10).map((id) => ({ id, source: id })),
    speakers: ids('speaker', speakers).map((id) => ({ id, name: `The name of ${id}` })),
    claims: ids('claim', claims).map((id) => ({ id, text: `The text of ${id}, as long as most of them are.` })),
    statements,
  };
}

/** @returns {Promise<readonly { title: string, statements: number, bytes: number, gzip: number, brotli: number, file: number }[]>} */
async function measureSplit() {
  /** @type {unknown} */
  const built = await import(new URL('../dist/authoring/split/split-dataset.js', import.meta.url).href);
  const { splitDataset } = /** @type {typeof import('../src/authoring/split/split-dataset.js')} */ (built);
  const results = [];
  for (const [speakers, claims] of /** @type {const} */ ([
    [1000, 1000],
    [200, 6200],
  ])) {
    const dataset = fullMatrix(speakers, claims);
    /** @type {number[]} */
    const files = [];
    const take = (/** @type {{ bytes: Uint8Array }} */ { bytes }) => {
      files.push(gzipSync(bytes, { level: 9 }).length);
      return Promise.resolve();
    };
    const overview = new TextEncoder().encode(await splitDataset(dataset, 'story-evidence/', take));
    results.push({
      title: `${speakers.toLocaleString('en')} × ${claims.toLocaleString('en')}`,
      statements: dataset.statements.length,
      bytes: overview.length,
      gzip: gzipSync(overview, { level: 9 }).length,
      brotli: brotliCompressSync(overview).length,
      file: median(files),
    });
  }
  return results;
}

/** @param {{ runs: number, tell: (text: string) => void }} options */
export async function measureBuild(options) {
  return { sizes: await measureSizes(options), split: await measureSplit() };
}

/** @param {readonly string[]} head @param {readonly (readonly (string | number)[])[]} rows */
function table(head, rows) {
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  const cell = (/** @type {string | number} */ value) =>
    typeof value === 'string' ? value : value.toLocaleString('en');
  return [head, rule, ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}

/** The part of the results that is about building. @param {Awaited<ReturnType<typeof measureBuild>>} measured */
export function buildReport({ sizes, split }) {
  const first = sizes[0]?.ways[0]?.cpu ?? NaN;
  return [
    '## Building',
    '`stancekit build` of made-up articles and a table of statements, in a process of its own; × is the cost a statement, to that of the smallest without a cache. What grows linearly keeps it or falls.',
    table(
      ['statements', ...ways.flatMap((way) => [`${way}, CPU s`, '×', 'most memory MB'])],
      sizes.map(({ size, ways }) => [
        size,
        ...ways.flatMap(({ cpu, memory }) => [
          (cpu / 1000).toFixed(1),
          (cpu / size / (first / (sizes[0]?.size ?? NaN))).toFixed(2),
          Math.round(memory),
        ]),
      ]),
    ),
    '### Split',
    'Every speaker on every claim, with stances thrown by dice: the worst case. The overview is what every reader loads, a file of evidence what a reader of one mark loads besides. Bytes are exact.',
    table(
      ['speakers × claims', 'statements', 'overview kB', 'gzip -9 kB', 'brotli kB', 'a file of evidence, gzip kB'],
      split.map(({ title, statements, bytes, gzip, brotli, file }) => [
        title,
        statements,
        ...[bytes, gzip, brotli, file].map((count) => (count / 1000).toFixed(1)),
      ]),
    ),
    'Aim: the overview of a million positions at most 2,000 kB gzip.',
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const runs = Number(process.argv[2] ?? 1);
  console.log(buildReport(await measureBuild({ runs, tell: (text) => console.error(text) })).join('\n\n'));
}

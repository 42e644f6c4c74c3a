// What building a dataset costs, by the number of statements, and how large a split dataset is. On its own: node bench/build.mjs [runs]
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { seededRandom } from './page/stories.js';
import { median } from './statistics.mjs';
import { codingSize, writeCoding } from './synthetic-coding.mjs';
import { table } from './table.mjs';

const sizes = [1_000, 10_000, 100_000];
const modes = /** @type {const} */ (['no cache', 'filling the cache', 'nothing changed']);

const program = fileURLToPath(new URL('../dist/cli/bin.js', import.meta.url));
const printUsage = `process.on('exit', () => process.stderr.write('\\n' + JSON.stringify(process.resourceUsage())))`;

/** @param {string} folder @param {readonly string[]} options @returns {{ cpu: number, memory: number }} CPU in ms, peak memory in MB */
function build(folder, options) {
  const script = `data:text/javascript,${encodeURIComponent(printUsage)}`;
  const args = ['--import', script, program, 'build', 'coding.yaml', ...options, '-o', 'story.json'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  /** @type {unknown} */
  const usage = JSON.parse(stderr.slice(stderr.lastIndexOf('\n') + 1));
  const { userCPUTime, systemCPUTime, maxRSS } = /** @type {NodeJS.ResourceUsage} */ (usage);
  return { cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1000 };
}

/**
 * @param {{ runs: number, log: (text: string) => void }} options
 * @returns {Promise<readonly { size: number, modes: readonly { mode: string, cpu: number, memory: number }[] }[]>} medians
 */
async function measureSizes({ runs, log }) {
  const results = [];
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'stancekit-bench-'));
    try {
      await writeCoding(folder, codingSize(size));
      /** @type {readonly { cpu: number, memory: number }[][]} */
      const samples = modes.map(() => []);
      for (let run = 1; run <= runs; run++) {
        log(`building ${size.toLocaleString('en')} statements, run ${run} of ${runs}`);
        await rm(join(folder, 'coding.yaml.cache'), { force: true });
        [['--no-cache'], [], []].forEach((options, mode) => samples[mode]?.push(build(folder, options)));
      }
      results.push({
        size,
        modes: modes.map((mode, index) => ({
          mode,
          cpu: median((samples[index] ?? []).map(({ cpu }) => cpu)),
          memory: median((samples[index] ?? []).map(({ memory }) => memory)),
        })),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return results;
}

/**
 * Returns every speaker on every claim, in one of ten sources and a tenth of the time in a second one, with random stances: the hardest
 * to compress.
 * @param {number} speakers
 * @param {number} claims
 */
function fullMatrix(speakers, claims) {
  const random = seededRandom(19);
  const stances = /** @type {const} */ (['support', 'oppose', 'neutral']);
  const ids = (/** @type {string} */ kind, /** @type {number} */ length) =>
    Array.from({ length }, (_, index) => `${kind}-${index + 1}`);
  const quote = { exact: 'a vote' };
  const statements = ids('claim', claims).flatMap((claim) =>
    ids('speaker', speakers).flatMap((speaker) =>
      Array.from({ length: random(10) === 0 ? 2 : 1 }, () => {
        const stance = stances[random(3)] ?? 'neutral';
        return {
          id: 's',
          article: `source-${1 + random(10)}`,
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
    const onFile = (/** @type {{ bytes: Uint8Array }} */ { bytes }) => {
      files.push(gzipSync(bytes, { level: 9 }).length);
      return Promise.resolve();
    };
    const overview = new TextEncoder().encode(await splitDataset(dataset, 'story-evidence/', onFile));
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

/** @param {{ runs: number, log: (text: string) => void }} options */
export async function measureBuild(options) {
  return { sizes: await measureSizes(options), split: await measureSplit() };
}

/** Renders the results as Markdown paragraphs. @param {Awaited<ReturnType<typeof measureBuild>>} measured */
export function buildReport({ sizes, split }) {
  const first = sizes[0]?.modes[0]?.cpu ?? NaN;
  return [
    '## Building',
    '`stancekit build` of synthetic articles and a table of statements, in a process of its own. × is the cost per statement, relative to the smallest size without a cache; where it does not rise, growth is linear or better.',
    table(
      ['statements', ...modes.flatMap((mode) => [`${mode}, CPU s`, '×', 'peak memory MB'])],
      sizes.map(({ size, modes }) => [
        size.toLocaleString('en'),
        ...modes.flatMap(({ cpu, memory }) => [
          (cpu / 1000).toFixed(1),
          (cpu / size / (first / (sizes[0]?.size ?? NaN))).toFixed(2),
          Math.round(memory).toLocaleString('en'),
        ]),
      ]),
    ),
    '### Split',
    'Every speaker on every claim, with random stances: the worst case. Every reader loads the overview; opening a mark loads one evidence file. Bytes are exact.',
    table(
      ['speakers × claims', 'statements', 'overview kB', 'gzip -9 kB', 'brotli kB', 'one evidence file, gzip kB'],
      split.map(({ title, statements, bytes, gzip, brotli, file }) => [
        title,
        statements.toLocaleString('en'),
        ...[bytes, gzip, brotli, file].map((count) => (count / 1000).toFixed(1)),
      ]),
    ),
    'Target: at most 2,000 kB gzip for the overview of a million positions.',
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const runs = Number(process.argv[2] ?? 1);
  console.log(buildReport(await measureBuild({ runs, log: (text) => console.error(text) })).join('\n\n'));
}

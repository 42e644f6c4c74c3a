// What the hardest quotes cost: texts and quotes that repeat themselves, or nearly match in very many places. Run: node bench/anchoring.mjs
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededRandom } from './page/stories.js';
import { table } from './table.mjs';

/** CPU seconds that each case may take, the start of the program included. */
const target = 2;
/** Seconds, on the clock, after which a case is given up. */
const limit = 60;

const printUsage = `process.on('exit', () => process.stderr.write('\\n' + JSON.stringify(process.cpuUsage())))`;
const program = fileURLToPath(new URL('../dist/cli/bin.js', import.meta.url));

/** @typedef {{ readonly quote: string, readonly before?: string, readonly after?: string }} Selector */

/** Repeats a text up to this length. @param {string} text @param {number} length */
const filled = (text, length) => text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** @param {number} count @param {(index: number) => string} quote @returns {readonly Selector[]} */
const quotes = (count, quote) => Array.from({ length: count }, (_, index) => ({ quote: quote(index) }));

/** Joins fragments, each with the given words between them. @param {number} count @param {string} joint @param {(index: number) => string} fragment */
const joined = (count, joint, fragment) =>
  Array.from({ length: count }, (_, index) => fragment(index)).join(` ${joint} `);

const alphabet = Array.from('abcdefghijklmnopqrstuvwxyz');
const random = seededRandom(23);
/** @param {number} length @param {readonly string[]} letters */
const randomWord = (length, letters) => Array.from({ length }, () => letters[random(letters.length)] ?? '').join('');
/** @param {number} count @param {number} length @param {readonly string[]} letters */
const randomWords = (count, length, letters) =>
  Array.from({ length: count }, () => randomWord(length, letters)).join(' ');

const million = 1_000_000;
const periodic = filled('ab ', million);
const words = filled(`${alphabet.join(' ')} `, million);
/** One to forty neighbouring letters of the alphabet: 520 different ones. @param {number} index */
const someLetters = (index) => words.slice(2 * (index % 26), 2 * ((index % 26) + (index % 40)) + 1);
const oneWord = 'a'.repeat(million);

/** @type {readonly (readonly [title: string, text: string, selectors: readonly Selector[]])[]} */
const cases = [
  ...[100, 1000].flatMap((count) => [
    /** @type {const} */ ([
      `${count} equal fragments, […]`,
      periodic,
      quotes(1, () => joined(count, '[…]', () => 'ab')),
    ]),
    /** @type {const} */ ([
      `${count} equal fragments, [so]`,
      periodic,
      quotes(1, () => joined(count, '[so]', () => 'ab')),
    ]),
    /** @type {const} */ ([
      `${count} different fragments, […]`,
      words,
      quotes(1, () => joined(count, '[…]', someLetters)),
    ]),
    /** @type {const} */ ([
      `${count} different fragments, [so]`,
      words,
      quotes(1, () => joined(count, '[so]', someLetters)),
    ]),
    /** @type {const} */ ([
      `${count} fragments of which the last is before the others`,
      `zz ${periodic}`,
      quotes(1, () => `${joined(count, '[so]', () => 'ab')} [so] zz`),
    ]),
    /** @type {const} */ ([
      `${count} fragments without the right text after them`,
      periodic,
      [{ quote: joined(count, '[so]', () => 'ab'), after: 'zz' }],
    ]),
  ]),
  ['100 fragments in one word', oneWord, quotes(1, () => Array.from({ length: 100 }, () => 'aa').join('[so]'))],
  ...[20_000, 80_000].flatMap((length) => [
    /** @type {const} */ ([`${length / 1000} kB of a word of 1 MB`, oneWord, quotes(1, () => 'a'.repeat(length))]),
    /** @type {const} */ ([
      `${length / 1000} kB that differ at the end`,
      oneWord,
      quotes(1, () => `${'a'.repeat(length)}b`),
    ]),
    /** @type {const} */ ([
      `${length / 1000} kB that differ at the start`,
      oneWord,
      quotes(1, () => `b${'a'.repeat(length)}`),
    ]),
    /** @type {const} */ ([
      `${length / 1000} kB that differ in the middle`,
      oneWord,
      quotes(1, () => `${'a'.repeat(length / 2)}b${'a'.repeat(length / 2)}`),
    ]),
  ]),
  ['a word of 80 kB that lacks a letter', 'ab'.repeat(40_000), quotes(1, () => 'ab'.repeat(40_000).slice(1, -1))],
  ['80 kB of many equal words', filled('a ', million), quotes(1, () => filled('a ', 80_001))],
  [
    '80 kB of equal words with one no-break space',
    filled('a ', million),
    quotes(1, () => `${filled('a ', 79_999)}\u00a0a`),
  ],
  ['50 equal ambiguous quotes', filled('ab ', 600_000), quotes(50, () => 'ab')],
  [
    '50 different ambiguous quotes',
    filled('ab ', 600_000),
    quotes(50, (index) => joined(index + 1, '', () => 'ab').replaceAll('  ', ' ')),
  ],
  ['50 equal quotes in other quotation marks', filled('‘ab’ ', 600_000), quotes(50, () => "'ab' 'ab'")],
  ['50 equal quotes inside words', filled('abc', 600_000), quotes(50, () => 'bca')],
  [
    '50 equal quotes that are not found',
    randomWords(60_000, 9, alphabet),
    quotes(50, () => filled('never written ', 5000)),
  ],
  ['a run of quotation marks before the quote', `x${'"'.repeat(million)}y`, [{ quote: '"', before: 'z' }]],
  ['50 kB before the quote', periodic, [{ quote: 'ab', before: `zz ${filled('ab ', 50_000)}` }]],
  ['50 kB after the quote', periodic, [{ quote: 'ab', after: `${filled('ab ', 50_000)}zz` }]],
  [
    '50 kB around the quote that make it unique',
    `${filled('ab ', 500_000).trim()} cd ${filled('ab ', 500_000)}`,
    [{ quote: 'ab', before: 'cd', after: filled('ab ', 49_999) }],
  ],
  [
    '200 kB of spaces before the quote',
    `x${' '.repeat(200_000)}y the quote`,
    [{ quote: 'the quote', before: `x${' '.repeat(200_000)}z` }],
  ],
  [
    '1 MB of punctuation within the passage',
    `one two ${'!'.repeat(million)} three four`,
    quotes(1, () => 'one two three five'),
  ],
  ['50 kB of punctuation in the text before', 'one two three', [{ quote: 'three', before: `x${'!'.repeat(50_000)}x` }]],
  [
    '400 misspelt words, 110,000 in the article',
    randomWords(110_000, 8, alphabet),
    quotes(1, () => randomWords(400, 8, alphabet)),
  ],
  ['the same with two letters', randomWords(45_000, 20, ['a', 'b']), quotes(1, () => randomWords(400, 20, ['a', 'b']))],
  ['500,000 combining marks', `e\u0301 a${'\u0315\u0300'.repeat(250_000)} end`, quotes(1, () => 'the end')],
  ['250,000 flags', '🇩🇪'.repeat(125_000), quotes(1, () => '🇩🇪🇩🇪')],
  ['1,000 dots of the article', filled('ab … ', million), quotes(1, () => `${filled('ab … ', 5000)}cd`)],
];

/** @param {string} text @param {readonly Selector[]} selectors */
async function measure(text, selectors) {
  const folder = await mkdtemp(join(tmpdir(), 'stancekit-bench-'));
  try {
    const coding = {
      title: 'Hard quotes',
      lang: 'en',
      sources: [{ id: 's', name: 'S' }],
      articles: [{ id: 'a', source: 's', file: 'a.txt' }],
      speakers: [],
      claims: selectors.map((_, index) => ({ id: `c${index}`, text: 'A claim.' })),
      statements: selectors.map((selector, index) => ({
        ...{ article: 'a', claim: `c${index}`, stance: 'support', voice: 'outlet' },
        ...selector,
      })),
    };
    await writeFile(join(folder, 'coding.yaml'), JSON.stringify(coding));
    await writeFile(join(folder, 'a.txt'), text);
    const script = `data:text/javascript,${encodeURIComponent(printUsage)}`;
    const { stderr, error } = spawnSync(process.execPath, ['--import', script, program, 'check', 'coding.yaml'], {
      ...{ cwd: folder, encoding: 'utf8', timeout: limit * 1000, maxBuffer: 1e9 },
    });
    if (error) return { seconds: Infinity, message: '' };
    /** @type {unknown} */
    const usage = JSON.parse(stderr.slice(stderr.lastIndexOf('\n') + 1));
    const { user, system } = /** @type {NodeJS.CpuUsage} */ (usage);
    return { seconds: (user + system) / 1e6, message: stderr.split('\n', 1)[0] ?? '' };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const only = process.argv[2] ?? '';
const rows = [];
for (const [title, text, selectors] of cases) {
  if (!title.includes(only)) continue;
  process.stderr.write(`${title}\n`);
  const { seconds, message } = await measure(text, selectors);
  const time = Number.isFinite(seconds) ? seconds.toFixed(1) : '–';
  // The message without its quotes, which shows what became of the quote.
  const outcome = message.replaceAll(/“[^”]*”/gu, '“”').slice(0, 90);
  rows.push([title, time, seconds <= target ? 'yes' : 'no', outcome]);
}
console.log(table(['case', 'CPU seconds', `within ${target} s`, 'message'], rows, [0, 3]));

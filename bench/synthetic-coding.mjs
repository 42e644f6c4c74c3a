// A synthetic coding of any size with its articles; each quote is copied from its article. The same files on every run.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { seededRandom } from './page/stories.js';

/** @typedef {import('./page/stories.js').Random} Random */

const syllables = 'ba ce di fo gu har kel lim mon nar pel quo ris sot tar umb ven wix yor zen'.split(' ');
const stances = ['support', 'support', 'oppose', 'neutral'];

/** @param {Random} random */
function word(random) {
  return Array.from({ length: 2 + random(2) }, () => syllables[random(syllables.length)]).join('');
}

/** @param {Random} random @param {number} count */
function words(random, count) {
  return Array.from({ length: count }, () => word(random)).join(' ');
}

/**
 * @typedef {object} CodingSize
 * @property {number} statements
 * @property {number} articles
 * @property {number} speakers
 * @property {number} claims
 * @property {number} sources
 */

/** Returns a typical size: 20 statements per article, 100 per speaker, 200 per claim, 20 sources. @param {number} statements @returns {CodingSize} */
export function codingSize(statements) {
  const share = (/** @type {number} */ of) => Math.max(1, Math.ceil(statements / of));
  return { statements, articles: share(20), speakers: share(100), claims: share(200), sources: 20 };
}

/**
 * Yields the files of a coding's folder, `coding.yaml` last. Every quote is about fourteen words in quotation marks, in a paragraph of its
 * own; one in ten appears in articles of two sources, in nearly the same words. Statements are in the order of the articles.
 * @param {CodingSize} size
 * @param {'yaml' | 'csv'} format where the statements are: in the coding itself, or in `statements.csv`
 * @returns {Generator<readonly [path: string, text: string]>}
 */
export function* syntheticCoding(size, format = 'csv') {
  const random = seededRandom(17);
  const { articles, speakers, claims, sources } = size;
  /** @type {string[]} */
  const rows = [];
  /** Recent utterances that a later article may repeat. @type {{ speaker: number, claim: number, quote: string }[]} */
  const repeatable = [];
  for (let article = 0; article < articles; article++) {
    const first = Math.floor((article * size.statements) / articles);
    const end = Math.floor(((article + 1) * size.statements) / articles);
    const paragraphs = [words(random, 9)];
    for (let statement = first; statement < end; statement++) {
      const repeated = random(10) === 0 ? repeatable.shift() : undefined;
      const utterance = repeated ?? { speaker: random(speakers), claim: random(claims), quote: words(random, 14) };
      if (!repeated && repeatable.length < 40) repeatable.push(utterance);
      const quote = repeated ? utterance.quote.split(' ').toSpliced(7, 1).join(' ') : utterance.quote;
      paragraphs.push(`The ${words(random, 5)}: “${quote},” they said. ${words(random, 12)}.`);
      const stance = stances[repeated ? 0 : random(stances.length)];
      rows.push(
        format === 'csv'
          ? `article-${article + 1},speaker-${utterance.speaker + 1},claim-${utterance.claim + 1},${stance},quoted,${quote}`
          : `  - article: article-${article + 1}\n    speaker: speaker-${utterance.speaker + 1}\n    claim: claim-${utterance.claim + 1}\n    stance: ${stance}\n    voice: quoted\n    quote: ${quote}`,
      );
    }
    yield [`articles/${article + 1}.txt`, `${paragraphs.join('\n\n')}\n`];
  }
  if (format === 'csv') yield ['statements.csv', `article,speaker,claim,stance,voice,quote\n${rows.join('\n')}\n`];
  const list = (
    /** @type {string} */ kind,
    /** @type {number} */ length,
    /** @type {(n: number) => string} */ fields,
  ) => Array.from({ length }, (_, index) => `  - id: ${kind}-${index + 1}\n    ${fields(index)}\n`).join('');
  const statements = format === 'csv' ? 'statements-from: statements.csv' : `statements:\n${rows.join('\n')}`;
  yield [
    'coding.yaml',
    `title: A story for measuring\nlang: en\n` +
      `sources:\n${list('source', sources, (index) => `name: The ${word(random)} ${index + 1}`)}` +
      `articles:\n${list('article', articles, (index) => `source: source-${(index % sources) + 1}\n    file: articles/${index + 1}.txt\n    published: 2021-01-${String(1 + (index % 28)).padStart(2, '0')}`)}` +
      `speakers:\n${list('speaker', speakers, (index) => `name: ${word(random)} ${index + 1}`)}` +
      `claims:\n${list('claim', claims, () => `text: ${words(random, 8)}.`)}` +
      `${statements}\n`,
  ];
}

/** @param {string} folder @param {CodingSize} size @param {'yaml' | 'csv'} [format] */
export async function writeCoding(folder, size, format) {
  await mkdir(join(folder, 'articles'), { recursive: true });
  for (const [path, text] of syntheticCoding(size, format)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

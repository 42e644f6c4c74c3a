// A made-up coding of any size with its articles: each quote is cut from its article. The same files at every run.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const syllables = 'ba ce di fo gu har kel lim mon nar pel quo ris sot tar umb ven wix yor zen'.split(' ');
const stances = ['support', 'support', 'oppose', 'neutral'];

/**
 * Another linear congruential generator than the page's: its low bits are thrown away.
 * @param {number} seed
 */
export function dice(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** @param {(below: number) => number} roll */
function word(roll) {
  return Array.from({ length: 2 + roll(2) }, () => syllables[roll(syllables.length)]).join('');
}

/** @param {(below: number) => number} roll @param {number} count */
function words(roll, count) {
  return Array.from({ length: count }, () => word(roll)).join(' ');
}

/**
 * @typedef {object} Cast
 * @property {number} statements
 * @property {number} articles
 * @property {number} speakers
 * @property {number} claims
 * @property {number} sources
 */

/** 20 statements an article, 100 a speaker, 200 a claim, 20 sources. @param {number} statements @returns {Cast} */
export function castFor(statements) {
  const share = (/** @type {number} */ of) => Math.max(1, Math.ceil(statements / of));
  return { statements, articles: share(20), speakers: share(100), claims: share(200), sources: 20 };
}

/**
 * Every quote is some fourteen words in quotation marks of its own paragraph; one of ten is carried by articles of two sources in nearly
 * the same words. Statements come in the order of the articles.
 * @param {Cast} cast
 * @param {'yaml' | 'csv'} as where the statements stand: in the coding itself, or in `statements.csv`
 * @returns {Generator<readonly [path: string, text: string]>} the files of the coding's folder, `coding.yaml` last
 */
export function* madeCoding(cast, as = 'csv') {
  const roll = dice(17);
  const { articles, speakers, claims, sources } = cast;
  /** @type {string[]} */
  const rows = [];
  /** The last utterances that another article may carry too. @type {{ speaker: number, claim: number, quote: string }[]} */
  const carried = [];
  for (let article = 0; article < articles; article++) {
    const first = Math.floor((article * cast.statements) / articles);
    const end = Math.floor(((article + 1) * cast.statements) / articles);
    const paragraphs = [words(roll, 9)];
    for (let statement = first; statement < end; statement++) {
      const again = roll(10) === 0 ? carried.shift() : undefined;
      const said = again ?? { speaker: roll(speakers), claim: roll(claims), quote: words(roll, 14) };
      if (!again && carried.length < 40) carried.push(said);
      const quote = again ? said.quote.split(' ').toSpliced(7, 1).join(' ') : said.quote;
      paragraphs.push(`The ${words(roll, 5)}: “${quote},” they said. ${words(roll, 12)}.`);
      const stance = stances[again ? 0 : roll(stances.length)];
      rows.push(
        as === 'csv'
          ? `article-${article + 1},speaker-${said.speaker + 1},claim-${said.claim + 1},${stance},quoted,${quote}`
          : `  - article: article-${article + 1}\n    speaker: speaker-${said.speaker + 1}\n    claim: claim-${said.claim + 1}\n    stance: ${stance}\n    voice: quoted\n    quote: ${quote}`,
      );
    }
    yield [`articles/${article + 1}.txt`, `${paragraphs.join('\n\n')}\n`];
  }
  if (as === 'csv') yield ['statements.csv', `article,speaker,claim,stance,voice,quote\n${rows.join('\n')}\n`];
  const list = (/** @type {string} */ kind, /** @type {number} */ length, /** @type {(n: number) => string} */ more) =>
    Array.from({ length }, (_, index) => `  - id: ${kind}-${index + 1}\n    ${more(index)}\n`).join('');
  const statements = as === 'csv' ? 'statements-from: statements.csv' : `statements:\n${rows.join('\n')}`;
  yield [
    'coding.yaml',
    `title: A story for measuring\nlang: en\n` +
      `sources:\n${list('source', sources, (index) => `name: The ${word(roll)} ${index + 1}`)}` +
      `articles:\n${list('article', articles, (index) => `source: source-${(index % sources) + 1}\n    file: articles/${index + 1}.txt\n    published: 2021-01-${String(1 + (index % 28)).padStart(2, '0')}`)}` +
      `speakers:\n${list('speaker', speakers, (index) => `name: ${word(roll)} ${index + 1}`)}` +
      `claims:\n${list('claim', claims, () => `text: ${words(roll, 8)}.`)}` +
      `${statements}\n`,
  ];
}

/** @param {string} folder @param {Cast} cast @param {'yaml' | 'csv'} [as] */
export async function writeCoding(folder, cast, as) {
  await mkdir(join(folder, 'articles'), { recursive: true });
  for (const [path, text] of madeCoding(cast, as)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

// Synthetic stories of any size, the same on every run. Used in the page and, for the analysis, in Node.

/**
 * @typedef {import('../../src/dataset/dataset.js').DatasetJson} DatasetJson
 * @typedef {import('../../src/dataset/dataset.js').Stance} Stance
 */

/**
 * What floors and peers draw: a plain matrix of categories.
 * @typedef {object} Matrix
 * @property {readonly string[]} rows row headers
 * @property {readonly string[]} columns column headers
 * @property {Uint8Array} sides row by row; each value is an index into `sideNames`
 */

/** @typedef {{ json: DatasetJson, matrix: Matrix }} Story */

/** The categories of a cell; the first means "no position". */
export const sideNames = /** @type {const} */ (['none', 'support', 'oppose', 'both']);

const vocabulary = (
  'market border minister treaty harbour election sanction budget winter energy strike convoy summit drought ferry ' +
  'refugee mandate pipeline reactor ceasefire tariff census vaccine glacier parliament satellite embargo orchard'
).split(' ');

/** @typedef {(below: number) => number} Random returns a whole number from 0 up to, but not including, `below` */

/**
 * Returns a linear congruential generator: good enough for filler text, and the same on every machine.
 * @param {number} seed
 * @returns {Random}
 */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** @param {Random} random @param {number} length in words */
function sentence(random, length) {
  return Array.from({ length }, () => vocabulary[random(vocabulary.length)]).join(' ');
}

/** @param {number} length @param {string} prefix */
function ids(length, prefix) {
  return Array.from({ length }, (_, index) => `${prefix}${index + 1}`);
}

/**
 * @typedef {{ speakers: number, claims: number, sources: number }} StorySize
 * @typedef {readonly [speaker: number, claim: number, source: number, stance: Stance]} StatementTuple
 * @param {StorySize} size
 * @param {readonly StatementTuple[]} statements
 * @param {Random} random
 * @returns {DatasetJson}
 */
function datasetOf(size, statements, random) {
  const sources = ids(size.sources, 'source-');
  return {
    version: 1,
    title: 'A story for measuring',
    lang: 'en',
    sources: sources.map((id, index) => ({
      id,
      name: `The ${sentence(random, 1)} ${index + 1}`,
      short: `S${index + 1}`,
    })),
    articles: sources.map((source) => ({
      id: `${source}-article`,
      source,
      headline: sentence(random, 6),
      published: '2021-01-12',
      url: `https://${source}.example/article`,
    })),
    groups: ids(3, 'group-').map((id) => ({ id, name: `Group ${sentence(random, 2)}` })),
    speakers: ids(size.speakers, 'speaker-').map((id, index) => ({
      id,
      name: `${sentence(random, 2)} ${index + 1}`,
      role: sentence(random, 3),
      group: `group-${1 + Math.floor((index * 3) / size.speakers)}`,
    })),
    claims: ids(size.claims, 'claim-').map((id) => ({ id, text: `${sentence(random, 8)}.` })),
    statements: statements.map(([speaker, claim, source, stance], index) => {
      const exact = sentence(random, 14);
      const start = 50 + index * 200;
      const quote = {
        exact,
        prefix: sentence(random, 4),
        suffix: sentence(random, 4),
        start,
        end: start + exact.length,
      };
      return {
        id: `statement-${index + 1}`,
        article: `source-${source + 1}-article`,
        claim: `claim-${claim + 1}`,
        stance,
        voice: 'quoted',
        speaker: `speaker-${speaker + 1}`,
        quote,
      };
    }),
  };
}

/** Indices into `sideNames`, drawn with equal probability. */
const sideWeights = [1, 1, 2, 2, 3, 0];

/** @param {Random} random @param {number} rows @param {number} columns */
function randomSides(random, rows, columns) {
  return Uint8Array.from({ length: rows * columns }, () => sideWeights[random(6)] ?? 0);
}

/** @param {DatasetJson} json @param {Uint8Array} sides @returns {Story} */
function speakersByClaims(json, sides) {
  const rows = json.speakers.map(({ name }) => name);
  return { json, matrix: { rows, columns: json.claims.map(({ text }) => text), sides } };
}

/**
 * Returns a story in which five of six cells are filled, each with one to three statements from three sources.
 * @param {number} speakers
 * @param {number} claims
 * @returns {Story}
 */
export function matrixStory(speakers, claims) {
  const random = seededRandom(7);
  const sides = randomSides(random, speakers, claims);
  /** @type {StatementTuple[]} */
  const statements = [];
  sides.forEach((side, cell) => {
    const stance = /** @type {const} */ (['support', 'support', 'oppose', 'oppose'])[side] ?? 'neutral';
    /** @type {readonly Stance[]} */
    const stances = side === 0 ? [] : side === 3 ? ['support', 'oppose'] : Array(1 + random(3)).fill(stance);
    for (const each of stances) statements.push([Math.floor(cell / claims), cell % claims, random(3), each]);
  });
  return speakersByClaims(datasetOf({ speakers, claims, sources: 3 }, statements, random), sides);
}

/**
 * Returns the same matrix as a split dataset: positions without quotes, each in one of three sources. Its evidence files do not exist.
 * @param {number} speakers
 * @param {number} claims
 * @returns {Story}
 */
export function splitStory(speakers, claims) {
  const random = seededRandom(7);
  const sides = randomSides(random, speakers, claims);
  const { articles, ...json } = datasetOf({ speakers, claims, sources: 3 }, [], random);
  /** @param {number} claim */
  const positionsOn = (claim) => {
    const codes = ['', '', ''];
    for (let speaker = 0; speaker < speakers; speaker++) {
      const source = random(3);
      const code = ['.', 's', 'o', '(1,1,0)'][sides[speaker * claims + claim] ?? 0] ?? '.';
      for (let each = 0; each < 3; each++) codes[each] += each === source ? code : '.';
    }
    return Object.fromEntries(
      codes.map((code, source) => [
        `source-${source + 1}`,
        code.replace(/\.+$/, '').replace(/\.{2,}/g, ({ length }) => `${length}.`),
      ]),
    );
  };
  const split = {
    statements: sides.reduce((sum, side) => sum + (side === 3 ? 2 : Math.min(side, 1)), 0),
    articles: articles.length,
    folder: 'evidence/',
    evidence: Object.fromEntries(json.claims.map(({ id }) => [id, '0'.repeat(64)])),
    positions: Object.fromEntries(json.claims.map(({ id }, claim) => [id, positionsOn(claim)])),
  };
  return speakersByClaims({ ...json, articles: [], split }, sides);
}

/**
 * Returns a story in which three of four sources cover a claim, each quoting one to four speakers.
 * @param {number} claims
 * @param {number} sources
 * @returns {Story}
 */
export function reportStory(claims, sources) {
  const random = seededRandom(11);
  const speakerCounts = Array.from({ length: claims * sources }, () => (random(4) === 0 ? 0 : 1 + random(4)));
  const statements = speakerCounts.flatMap((speakers, cell) =>
    Array.from({ length: speakers }, () => {
      const stance = /** @type {const} */ (['support', 'support', 'oppose', 'neutral'])[random(4)];
      return /** @type {StatementTuple} */ ([random(40), Math.floor(cell / sources), cell % sources, stance]);
    }),
  );
  const json = datasetOf({ speakers: 40, claims, sources }, statements, random);
  const sides = Uint8Array.from(speakerCounts, (speakers) => (speakers > 0 ? (sideWeights[random(4)] ?? 0) : 0));
  return {
    json,
    matrix: { rows: json.claims.map(({ text }) => text), columns: json.sources.map(({ name }) => name), sides },
  };
}

/**
 * Returns a dataset with that many statements, spread evenly over speakers, claims and sources.
 * @param {number} count
 * @param {StorySize} size
 * @returns {DatasetJson}
 */
export function longStory(count, size) {
  const random = seededRandom(13);
  const statements = Array.from({ length: count }, () => {
    const stance = /** @type {const} */ (['support', 'oppose', 'neutral'])[random(3)];
    return /** @type {StatementTuple} */ ([random(size.speakers), random(size.claims), random(size.sources), stance]);
  });
  return datasetOf(size, statements, random);
}

/**
 * Returns row and column indices sorted by name, or in the given order.
 * @param {Matrix} matrix
 * @param {'name' | 'editor'} order
 */
export function orderOf({ rows, columns }, order) {
  // Created on demand: the first use of Intl costs as much as half a table.
  const compare = order === 'name' ? new Intl.Collator('en').compare : undefined;
  const indices = (/** @type {readonly string[]} */ names) => {
    const all = [...names.keys()];
    return compare ? all.sort((a, b) => compare(names[a] ?? '', names[b] ?? '')) : all;
  };
  return { rows: indices(rows), columns: indices(columns) };
}

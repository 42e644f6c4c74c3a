// Made-up stories of any size, the same at every run. Used in the page and, for the analysis, in Node.

/**
 * @typedef {import('../../src/dataset/dataset.js').DatasetJson} DatasetJson
 * @typedef {import('../../src/dataset/dataset.js').Stance} Stance
 */

/**
 * What floors and peers draw: a plain matrix of categories.
 * @typedef {object} Matrix
 * @property {readonly string[]} rows what stands at the head of each row
 * @property {readonly string[]} columns
 * @property {Uint8Array} sides row by row, a place in `sideNames` each
 */

/** @typedef {{ json: DatasetJson, matrix: Matrix }} Story */

/** What a cell can say; the first is no position. */
export const sideNames = /** @type {const} */ (['none', 'support', 'oppose', 'both']);

const words =
  'market border minister treaty harbour election sanction budget winter energy strike convoy summit drought ferry ' +
  'refugee mandate pipeline reactor ceasefire tariff census vaccine glacier parliament satellite embargo orchard';

/**
 * A linear congruential generator: good enough for filler text, and the same on every machine.
 * @param {number} seed
 * @returns {(below: number) => number} whole numbers from 0
 */
function dice(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** @param {(below: number) => number} roll @param {number} count */
function sentence(roll, count) {
  const list = words.split(' ');
  return Array.from({ length: count }, () => list[roll(list.length)]).join(' ');
}

/** @param {number} length @param {string} prefix */
function ids(length, prefix) {
  return Array.from({ length }, (_, index) => `${prefix}${index + 1}`);
}

/**
 * @typedef {readonly [speaker: number, claim: number, source: number, stance: Stance]} Said
 * @param {{ speakers: number, claims: number, sources: number }} cast
 * @param {readonly Said[]} said
 * @param {(below: number) => number} roll
 * @returns {DatasetJson}
 */
function tell(cast, said, roll) {
  const sources = ids(cast.sources, 'source-');
  return {
    version: 1,
    title: 'A story for measuring',
    lang: 'en',
    sources: sources.map((id, index) => ({
      id,
      name: `The ${sentence(roll, 1)} ${index + 1}`,
      short: `S${index + 1}`,
    })),
    articles: sources.map((source) => ({
      id: `${source}-article`,
      source,
      headline: sentence(roll, 6),
      published: '2021-01-12',
      url: `https://${source}.example/article`,
    })),
    groups: ids(3, 'group-').map((id) => ({ id, name: `Group ${sentence(roll, 2)}` })),
    speakers: ids(cast.speakers, 'speaker-').map((id, index) => ({
      id,
      name: `${sentence(roll, 2)} ${index + 1}`,
      role: sentence(roll, 3),
      group: `group-${1 + Math.floor((index * 3) / cast.speakers)}`,
    })),
    claims: ids(cast.claims, 'claim-').map((id) => ({ id, text: `${sentence(roll, 8)}.` })),
    statements: said.map(([speaker, claim, source, stance], index) => {
      const exact = sentence(roll, 14);
      const start = 50 + index * 200;
      const quote = { exact, prefix: sentence(roll, 4), suffix: sentence(roll, 4), start, end: start + exact.length };
      const of = { article: `source-${source + 1}-article`, claim: `claim-${claim + 1}`, stance };
      return { id: `statement-${index + 1}`, ...of, voice: 'quoted', speaker: `speaker-${speaker + 1}`, quote };
    }),
  };
}

/** One of them for each cell, all as often. */
const sixWays = [1, 1, 2, 2, 3, 0];

/** @param {(below: number) => number} roll @param {number} rows @param {number} columns */
function scatter(roll, rows, columns) {
  return Uint8Array.from({ length: rows * columns }, () => sixWays[roll(6)] ?? 0);
}

/** @param {DatasetJson} json @param {Uint8Array} sides @returns {Story} */
function speakersByClaims(json, sides) {
  const rows = json.speakers.map(({ name }) => name);
  return { json, matrix: { rows, columns: json.claims.map(({ text }) => text), sides } };
}

/**
 * Five cells of six are filled, each with one to three statements from three sources.
 * @param {number} speakers
 * @param {number} claims
 * @returns {Story}
 */
export function matrixStory(speakers, claims) {
  const roll = dice(7);
  const sides = scatter(roll, speakers, claims);
  /** @type {Said[]} */
  const said = [];
  sides.forEach((side, at) => {
    const stance = /** @type {const} */ (['support', 'support', 'oppose', 'oppose'])[side] ?? 'neutral';
    /** @type {readonly Stance[]} */
    const stances = side === 0 ? [] : side === 3 ? ['support', 'oppose'] : Array(1 + roll(3)).fill(stance);
    for (const each of stances) said.push([Math.floor(at / claims), at % claims, roll(3), each]);
  });
  return speakersByClaims(tell({ speakers, claims, sources: 3 }, said, roll), sides);
}

/**
 * The same as a split dataset: positions without words, each in one of three sources. Its files of evidence are nowhere.
 * @param {number} speakers
 * @param {number} claims
 * @returns {Story}
 */
export function splitStory(speakers, claims) {
  const roll = dice(7);
  const sides = scatter(roll, speakers, claims);
  const { articles, ...json } = tell({ speakers, claims, sources: 3 }, [], roll);
  /** @param {number} claim */
  const positionsOn = (claim) => {
    const codes = ['', '', ''];
    for (let speaker = 0; speaker < speakers; speaker++) {
      const source = roll(3);
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
 * Of four sources three carry a claim, each with one to four speakers.
 * @param {number} claims
 * @param {number} sources
 * @returns {Story}
 */
export function reportStory(claims, sources) {
  const roll = dice(11);
  const carried = Array.from({ length: claims * sources }, () => (roll(4) === 0 ? 0 : 1 + roll(4)));
  const said = carried.flatMap((speakers, at) =>
    Array.from({ length: speakers }, () => {
      const stance = /** @type {const} */ (['support', 'support', 'oppose', 'neutral'])[roll(4)];
      return /** @type {Said} */ ([roll(40), Math.floor(at / sources), at % sources, stance]);
    }),
  );
  const json = tell({ speakers: 40, claims, sources }, said, roll);
  const sides = Uint8Array.from(carried, (speakers) => (speakers > 0 ? (sixWays[roll(4)] ?? 0) : 0));
  return {
    json,
    matrix: { rows: json.claims.map(({ text }) => text), columns: json.sources.map(({ name }) => name), sides },
  };
}

/**
 * So many statements on a given cast, scattered evenly.
 * @param {number} statements
 * @param {{ speakers: number, claims: number, sources: number }} cast
 * @returns {DatasetJson}
 */
export function longStory(statements, cast) {
  const roll = dice(13);
  const said = Array.from({ length: statements }, () => {
    const stance = /** @type {const} */ (['support', 'oppose', 'neutral'])[roll(3)];
    return /** @type {Said} */ ([roll(cast.speakers), roll(cast.claims), roll(cast.sources), stance]);
  });
  return tell(cast, said, roll);
}

/**
 * Rows and columns by their names, or as they are.
 * @param {Matrix} matrix
 * @param {'name' | 'editor'} order
 */
export function orderOf({ rows, columns }, order) {
  // Made only where it is needed: its first use costs as much as half a table.
  const compare = order === 'name' ? new Intl.Collator('en').compare : undefined;
  const places = (/** @type {readonly string[]} */ names) => {
    const all = [...names.keys()];
    return compare ? all.sort((a, b) => compare(names[a] ?? '', names[b] ?? '')) : all;
  };
  return { rows: places(rows), columns: places(columns) };
}

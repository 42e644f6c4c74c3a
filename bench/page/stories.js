// Made-up stories of any size, the same at every run. Used in the page and, for the analysis, in Node.

/**
 * @typedef {import('../../src/dataset/dataset.js').DatasetJson} DatasetJson
 * @typedef {import('../../src/dataset/dataset.js').Stance} Stance
 * @typedef {import('../../src/dataset/dataset.js').Side} Side
 */

/**
 * @typedef {object} Story
 * @property {DatasetJson} json
 * @property {readonly string[]} rows what stands at the head of each row of the plain table
 * @property {readonly string[]} columns
 * @property {readonly (readonly (Side | undefined)[])[]} sides one list a row
 */

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

/** One of them for each cell, all as often; undefined: no position. @type {readonly (Side | undefined)[]} */
const sixWays = ['support', 'support', 'oppose', 'oppose', 'both', undefined];

/**
 * Five cells of six are filled, each with one to three statements from three sources.
 * @param {number} speakers
 * @param {number} claims
 * @returns {Story}
 */
export function matrixStory(speakers, claims) {
  const roll = dice(7);
  const sides = Array.from({ length: speakers }, () => Array.from({ length: claims }, () => sixWays[roll(6)]));
  const said = sides.flatMap((row, speaker) =>
    row.flatMap((side, claim) => {
      if (!side) return [];
      const stances = side === 'both' ? /** @type {const} */ (['support', 'oppose']) : Array(1 + roll(3)).fill(side);
      return stances.map((stance) => /** @type {Said} */ ([speaker, claim, roll(3), stance]));
    }),
  );
  const json = tell({ speakers, claims, sources: 3 }, said, roll);
  return { json, rows: json.speakers.map(({ name }) => name), columns: json.claims.map(({ text }) => text), sides };
}

/**
 * Of four sources three carry a claim, each with one to four speakers.
 * @param {number} claims
 * @param {number} sources
 * @returns {Story}
 */
export function reportStory(claims, sources) {
  const roll = dice(11);
  const carried = Array.from({ length: claims }, () =>
    Array.from({ length: sources }, () => (roll(4) === 0 ? 0 : 1 + roll(4))),
  );
  const said = carried.flatMap((row, claim) =>
    row.flatMap((speakers, source) =>
      Array.from({ length: speakers }, () => {
        const stance = /** @type {const} */ (['support', 'support', 'oppose', 'neutral'])[roll(4)];
        return /** @type {Said} */ ([roll(40), claim, source, stance]);
      }),
    ),
  );
  const json = tell({ speakers: 40, claims, sources }, said, roll);
  const sides = carried.map((row) => row.map((speakers) => (speakers > 0 ? sixWays[roll(4)] : undefined)));
  return { json, rows: json.claims.map(({ text }) => text), columns: json.sources.map(({ name }) => name), sides };
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

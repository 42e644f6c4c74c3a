import type { QuotedSides } from '../../src/analysis/coverage.js';
import type { Side } from '../../src/dataset/dataset.js';
import type { Failure, Messages, Outlets } from '../../src/wording/messages.js';

type Called = {
  [M in keyof Messages as Messages[M] extends (...given: never[]) => string ? M : never]: Messages[M] extends (
    ...given: infer G
  ) => string
    ? readonly G[]
    : never;
};

/** Covers every plural category of every language. */
export const counts: readonly number[] = [0, 1, 2, 3, 11, 100, 1_000_000];

/** What comes from a dataset: names of outlets and people, claims, one with a quotation in it. */
export const names = ['The Gazette', 'Radio Nord', 'صحيفة الشرق', 'Le Quotidien', 'El Faro'] as const;
export const claims = ['Water “is free” here.', 'The bridge is safe', 'Will it rain?'] as const;
const [one, two, three] = names;
const date = '2021-02-01';
/** As `list` returns names in a language that isolates them. */
const isolated = (name: string) => `\u2068${name}\u2069`;

const everyCount = counts.map((count): [number] => [count]);
const pairs = counts.map((count): [number, number] => [count, 100]);
const lists: [readonly string[]][] = [[[one]], [[one, two]], [[one, two, three]]];
const distances: [number][] = [[0], [0.4], [1]];
export const sides = ['support', 'oppose', 'both', 'neutral'] as const;
export const quotedSides = [
  'onlySupporters',
  'onlyOpponents',
  'bothSides',
  'moreOpposition',
  'asMuch',
  'moreSupport',
  'noOpponents',
  'noSupporters',
  'noSide',
] as const satisfies readonly QuotedSides[];

const named = <Kind>(kind: Kind, ...names: readonly string[]): Outlets<Kind> => ({
  kind,
  count: names.length,
  names,
  isAll: false,
});
const numbered = <Kind>(kind: Kind, count: number): Outlets<Kind> => ({ kind, count, names: undefined, isAll: false });
const allOf = <Kind>(kind: Kind, count: number): Outlets<Kind> => ({ ...numbered(kind, count), isAll: true });
/** Each kind of one outlet and of two, all outlets, and groups of any size in one sentence. */
const outletsBy = <Kind>(kinds: readonly [Kind, Kind, ...Kind[]]): [readonly Outlets<Kind>[]][] => {
  const [first, second] = kinds;
  return [
    ...kinds.flatMap((kind): [readonly Outlets<Kind>[]][] => [[[named(kind, one)]], [[named(kind, one, two)]]]),
    [[named(first, one, two), named(second, three)]],
    ...[2, 3, 10, 12, 15, 100].map((count): [readonly Outlets<Kind>[]] => [[allOf(first, count)]]),
    ...[3, 11, 100].map((count): [readonly Outlets<Kind>[]] => [
      [numbered(first, count), numbered(second, 2), named(kinds.at(-1)!, one)],
    ]),
    [[numbered(second, 4), numbered(first, 4)]],
    [[numbered(second, 2), named(first, one)]],
  ];
};
const failures: readonly Failure[] = [
  { code: 'address' },
  { code: 'unreachable' },
  { code: 'status', status: 404 },
  { code: 'timeout', seconds: 1 },
  { code: 'timeout', seconds: 15 },
  { code: 'too-large', megabytes: 24 },
  { code: 'not-utf-8' },
  { code: 'not-json' },
  { code: 'drawing' },
  { code: 'not-a-dataset', problems: [] },
];
const bands = ['agree', 'mixed', 'split'] as const;

/** How the tests call each function of `Messages`; a missing one does not compile. */
const differences: readonly [readonly string[], number, boolean][] = [
  [[claims[0]], 0, true],
  [[claims[0]], 0, false],
  ...[0, 1, 2, 3, 11].map((more): [readonly string[], number, boolean] => [[claims[1], claims[2]], more, more < 3]),
];

export const calls: Called = {
  failure: failures.map((failure): [Failure] => [failure]),
  failureReason: failures.map((failure): [Failure] => [failure]),
  sources: lists,
  statementCount: everyCount,
  analysedOn: [[date]],
  corrected: [[date, 'A name was wrong.']],
  sortedBy: [['A–Z']],
  translationBy: [[one]],
  contestedBy: [
    [one, date],
    [one, undefined],
  ],
  reportCount: everyCount,
  outletCount: everyCount,
  readInArticle: [[one], [three]],
  date: [[date], ['2020-12-31']],
  list: lists,
  number: [...everyCount, [1234.5, 2]],
  reportedBy: lists,
  claimsShown: [...counts.map((count): [number, number] => [1, count]), ...pairs],
  showMoreClaims: everyCount,
  positionCount: everyCount,
  mark: [
    ...counts.map((count, index): Parameters<Messages['mark']> => [
      {
        voice: names[index % names.length]!,
        claim: claims[index % claims.length]!,
        isPlural: index % 3 === 2,
        isOutlet: false,
        side: sides[index % 4]!,
        statements: count,
        outlets: isolated(names[(index + 1) % names.length]!),
        contested: index % 2 === 1,
      },
    ]),
    [{ isPlural: false, isOutlet: false, side: 'oppose', statements: 1, outlets: isolated(three), contested: false }],
    [{ isPlural: true, isOutlet: false, side: 'neutral', statements: 2, outlets: '', contested: true }],
    [{ isPlural: false, isOutlet: true, side: 'both', statements: 1, outlets: '', contested: false }],
  ],
  outOfView: [...everyCount.filter(([count]) => count > 0).map(([count]): [number, number] => [count, count]), [0, 1]],
  balance: [...counts.map((count): [number, number, number] => [count, 2, 0]), [1, 0, 3]],
  matrixSummary: [
    ...counts.map((count): Parameters<Messages['matrixSummary']> => [
      { claims: Math.max(count, 2), disputed: count, speakers: count, outlets: count > 0 ? isolated(one) : '' },
    ]),
    [{ claims: 1, disputed: 0, speakers: 1, outlets: isolated(one) }],
    [{ claims: 1, disputed: 1, speakers: 2, outlets: isolated(one) }],
  ],
  quotedClaim: claims.map((claim): [string] => [claim]),
  quoting: [[[]], ...outletsBy<QuotedSides>(quotedSides)],
  speaking: outletsBy<Side>(sides),
  soleVoice: [
    ['support', one, false],
    ['oppose', one, false],
    ['support', one, true],
    ['oppose', one, true],
  ],
  score: [[0.72, [0.4, 1]]],
  notCoveredBy: lists,
  dependsOnOneStatement: [[1], [2]],
  bandUnchanged: [['agree'], ['mixed'], ['split']],
  sourceOnClaim: [undefined, ...quotedSides].flatMap((quoted) =>
    [undefined, ...sides].map((own): [QuotedSides | undefined, Side | undefined] => [quoted, own]),
  ),
  differsMost: differences,
  contradictsMost: differences,
  claimsInSections: [
    ...[1, 2, 3, 14].map((claims) => ({ claims, same: claims, few: 0, fewOutlets: 2 }) as const),
    ...[1, 2, 3, 11, 100].map((same) => ({ claims: 101, same, few: same, fewOutlets: 2 }) as const),
    ...[1, 2, 12].map((few) => ({ claims: 14, same: 0, few, fewOutlets: 1 }) as const),
  ].map((sections) => [sections]),
  nothingToCompare: [[one]],
  signed: [[-0.5], [0], [0.5]],
  distance: distances,
  differences: [
    [{ quoted: 0.72, own: 0.17, gap: 0.95 }],
    [{ quoted: 0.72, own: undefined, gap: undefined }],
    [{ quoted: undefined, own: 0.17, gap: 0.95 }],
  ],
  bandWithout: bands.map((band) => [one, band]),
  scoreWithout: [[one, 0.5]],
  dependsOn: everyCount,
  missingFrom: lists,
  more: everyCount,
  calculated: [[[-1, 0, 0.5], 0.75]],
  pairDistance: [[0.25]],
  pairShare: [[0.25]],
  sharedClaims: everyCount,
};

/** A text of a language, with the call that returns it. */
export interface Text {
  readonly call: string;
  readonly text: string;
}

/** Returns the texts of every message, in the order of the interface. */
export function allTexts(messages: Messages): readonly Text[] {
  return Object.entries(messages).flatMap(([member, value]: [string, unknown]): Text[] => {
    if (member === 'lang' || member === 'direction') return [];
    if (typeof value === 'string') return [{ call: member, text: value }];
    if (typeof value === 'function') {
      const say = value as (...given: readonly unknown[]) => string;
      const given = (calls as Readonly<Record<string, readonly (readonly unknown[])[]>>)[member] ?? [];
      return given.map((each) => ({
        call: `${member}(${each.map((one) => (one === undefined ? 'undefined' : JSON.stringify(one))).join(', ')})`,
        text: say(...each),
      }));
    }
    return Object.entries(value as Readonly<Record<string, string>>).map(([key, text]) => ({
      call: `${member}.${key}`,
      text,
    }));
  });
}

import type { Side, Voice } from '../dataset/dataset.js';

/** Why an element cannot show its data. The code is part of the `stance-error` event. */
export type Failure =
  | { readonly code: 'address' }
  | { readonly code: 'unreachable' }
  | { readonly code: 'status'; readonly status: number }
  | { readonly code: 'timeout'; readonly seconds: number }
  | { readonly code: 'too-large'; readonly megabytes: number }
  | { readonly code: 'not-utf-8' }
  | { readonly code: 'not-json' }
  /** The page or the browser lacks, or has overridden, something that rendering needs. */
  | { readonly code: 'drawing' }
  | {
      readonly code: 'not-a-dataset';
      readonly problems: readonly { readonly path: string; readonly message: string }[];
    };

/** Everything that a reader sees or hears, in one language. A sentence with variable parts is a function of them. */
export interface Messages {
  /** BCP 47 tag. */
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';

  // Separators, including the spaces around them
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;

  // Stances and voices
  readonly side: Readonly<Record<Side, string>>;
  /** As a verb after a name: “Trita Parsi opposes”. */
  readonly sideVerb: Readonly<Record<Side, string>>;
  /** After a plural: “US officials oppose”. */
  readonly sideVerbPlural: Readonly<Record<Side, string>>;
  readonly voice: Readonly<Record<Voice, string>>;
  readonly notQuoted: string;
  readonly ownVoice: string;
  readonly ownVoices: string;
  /** Headings of the rows of the matrix that belong to no group. */
  readonly section: Readonly<Record<'others' | 'outlets', string>>;

  // The frame of both elements
  readonly loading: string;
  readonly empty: string;
  readonly failure: (failure: Failure) => string;
  /** The technical reason, for editors. */
  readonly failureReason: (failure: Failure) => string;
  readonly tryAgain: string;
  readonly sources: (names: readonly string[]) => string;
  readonly statementCount: (count: number) => string;
  readonly analysedOn: (isoDate: string) => string;
  readonly method: string;
  readonly corrected: (isoDate: string, text: string) => string;
  readonly getData: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  /** Announced when the order has changed. */
  readonly sortedBy: (name: string) => string;
  /** Heading of the numbered quotes in print. */
  readonly notes: string;

  // Evidence
  /** Link to the quote in an article of this outlet. */
  readonly readInArticle: (source: string) => string;
  readonly readInArchive: string;
  readonly noLink: string;
  readonly translation: string;
  readonly translationBy: (name: string) => string;
  readonly editorsNote: string;
  readonly contestedBy: (name: string, isoDate: string | undefined) => string;
  readonly contested: string;
  readonly close: string;
  readonly previous: string;
  readonly next: string;
  /** Number of articles. */
  readonly reportCount: (count: number) => string;
  /** Number of sources. */
  readonly outletCount: (count: number) => string;
  readonly date: (isoDate: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly number: (value: number, digits?: number) => string;

  // The stance matrix
  readonly matrixHeading: string;
  readonly matrixHint: string;
  readonly speaker: string;
  readonly legend: string;
  readonly reportedBy: (names: readonly string[]) => string;
  readonly sortLabel: string;
  readonly order: Readonly<Record<'editor' | 'disputed' | 'similar' | 'name', string>>;
  readonly filter: string;
  readonly sourcesLabel: string;
  readonly groupLabel: string;
  readonly topicLabel: string;
  readonly claimsShown: (shown: number, all: number) => string;
  readonly showAll: string;
  /** In place of the evidence of a split dataset that could not be loaded. */
  readonly evidenceFailed: string;
  readonly find: string;
  /** In charts without speakers. */
  readonly findClaim: string;
  readonly notFound: string;
  /** In print, when the table is too large to be printed completely. */
  readonly printedInPart: string;
  readonly showMoreClaims: (count: number) => string;
  /** Number of claims on which a speaker or an outlet has a position. */
  readonly positionCount: (count: number) => string;
  /**
   * What a mark says: “opposes this; quoted in DW” after the name of its speaker; with `voice` and `claim` a sentence of its own. `outlets`
   * are names or a number; empty where they go without saying.
   */
  readonly mark: (mark: {
    readonly voice?: string;
    readonly claim?: string;
    readonly isPlural: boolean;
    /** An outlet in its own words. */
    readonly isOutlet: boolean;
    readonly side: Side;
    readonly statements: number;
    readonly outlets: string;
    readonly contested: boolean;
  }) => string;
  /** Announced when the quotes are closed. */
  readonly quotesClosed: string;
  /** What is outside the visible part of a table: “9 more speakers”. */
  readonly outOfView: (speakers: number, claims: number) => string;
  readonly balance: (support: number, oppose: number, neither: number) => string;
  readonly matrixSummary: (summary: {
    readonly claims: number;
    readonly disputed: number;
    /** Speakers, without outlets in their own words. */
    readonly speakers: number;
    /** How many outlets quote them, with the noun. */
    readonly outlets: string;
  }) => string;

  // The disagreement of sources
  readonly disagreementHeading: string;
  readonly disagreementHint: string;
  readonly claim: string;
  readonly allOppose: string;
  readonly allSupport: string;
  readonly quotedBalance: string;
  readonly band: Readonly<Record<'agree' | 'mixed' | 'split', string>>;
  readonly score: (value: number, range: readonly [number, number]) => string;
  readonly onlySource: (name: string) => string;
  /** With only two sources; `distance` is 0 (the same) … 1 (opposed). */
  readonly twoSourcesCompared: (names: readonly [string, string], distance: number) => string;
  readonly ownVoiceOnly: string;
  readonly coverage: (count: number, of: number) => string;
  readonly notCoveredBy: (names: readonly string[]) => string;
  readonly dependsOnOneStatement: string;
  /** The position of one source as a sentence: “DW: +0.50, in its own words opposes”. */
  readonly sourcePosition: (source: string, position: number | undefined, own: Side | undefined) => string;
  readonly measure: string;
  /** The sentences above the chart; an empty list adds none. */
  readonly lead: (lead: {
    /** The claims with the most disagreement, each with the one source without which the others agree, if there is one. */
    readonly mostDisputed: readonly { readonly claim: string; readonly outlier: string | undefined }[];
    /** Claims on which all sources agree. */
    readonly agreed: readonly string[];
    /** A claim that a single source covers. */
    readonly singleSource: { readonly source: string; readonly claim: string } | undefined;
  }) => string;
  readonly nothingToCompare: (source: string) => string;
  readonly selectClaim: string;
  readonly bandsNotScores: string;
  readonly byDisagreement: string;
  readonly viewLabel: string;
  readonly views: Readonly<Record<'positions' | 'counts' | 'pairs', string>>;
  /** How many sources lean towards each side: “1 for, 2 against”. */
  readonly leaningCounts: (support: number, oppose: number, between: number) => string;
  /** When outlets take opposite sides on a claim in their own words. */
  readonly outletsDisagree: string;
  readonly report: string;
  /** As `sourcePosition`, without the name: a cell of the table. */
  readonly positionCell: (position: number | undefined, own: Side | undefined) => string;
  readonly notCovered: string;
  readonly quotedVoices: string;
  readonly noVoices: string;
  readonly sourceBalance: string;
  readonly inItsOwnWords: string;
  readonly signed: (value: number) => string;
  readonly pairsOfReports: string;
  readonly pairsAddUp: string;
  /** Two sources on one claim, 0 (the same) … 1 (opposed). */
  readonly distance: (distance: number) => string;
  readonly whatIf: string;
  readonly bandWithout: (source: string, band: 'agree' | 'mixed' | 'split') => string;
  readonly scoreWithout: (source: string, score: number) => string;
  readonly bandUnchanged: string;
  /** Number of statements each of which decides the band on its own. */
  readonly dependsOn: (count: number) => string;
  readonly decisive: string;
  readonly sameUtterance: string;
  readonly differencesMarked: string;
  readonly missingFrom: (sources: readonly string[]) => string;
  readonly more: (count: number) => string;
  readonly howCalculated: string;
  readonly calculation: string;
  readonly calculated: (positions: readonly number[], score: number) => string;
  readonly pairDistance: (distance: number) => string;
  readonly pairsHint: string;
  readonly countsHint: string;
  readonly sharedClaims: (count: number) => string;
  readonly tooFewShared: string;
  readonly viewAsTable: string;
}

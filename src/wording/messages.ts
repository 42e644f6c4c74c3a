import type { Side, Stance, Voice } from '../dataset/dataset.js';

/** Why an element shows no drawing. The code is part of the `stance-error` event. */
export type Failure =
  | { readonly code: 'address' }
  | { readonly code: 'unreachable' }
  | { readonly code: 'status'; readonly status: number }
  | { readonly code: 'timeout'; readonly seconds: number }
  | { readonly code: 'too-large'; readonly megabytes: number }
  | { readonly code: 'not-utf-8' }
  | { readonly code: 'not-json' }
  /** The page or the browser lacks, or has changed, what the drawing needs. */
  | { readonly code: 'drawing' }
  | {
      readonly code: 'not-a-dataset';
      readonly problems: readonly { readonly path: string; readonly message: string }[];
    };

/** Every word a reader sees or hears, in one language. A sentence whose parts vary is a function of them. */
export interface Messages {
  /** BCP 47. */
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';

  /** Between what stands side by side, with the spaces around it. */
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;

  // Stances and voices
  readonly side: Readonly<Record<Side, string>>;
  /** As a verb after a name: “Trita Parsi opposes”. */
  readonly sideVerb: Readonly<Record<Side, string>>;
  readonly stance: Readonly<Record<Stance, string>>;
  readonly voice: Readonly<Record<Voice, string>>;
  readonly notQuoted: string;
  readonly ownVoice: string;
  readonly ownVoices: string;
  /** The headings of the matrix's rows that are no group's. */
  readonly section: Readonly<Record<'others' | 'outlets', string>>;

  // The frame of both elements
  readonly loading: string;
  readonly empty: string;
  readonly failure: (failure: Failure) => string;
  readonly tryAgain: string;
  readonly sources: (names: readonly string[]) => string;
  readonly statementCount: (count: number) => string;
  readonly analysedOn: (isoDate: string) => string;
  readonly method: string;
  readonly corrected: (isoDate: string, text: string) => string;
  readonly getData: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  /** Said when the order has changed. */
  readonly sortedBy: (name: string) => string;
  /** The heading of the numbered evidence on paper. */
  readonly notes: string;

  // Evidence
  readonly readInArticle: string;
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
  readonly reportCount: (count: number) => string;
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
  /** In place of evidence that stands apart and cannot be had. */
  readonly evidenceFailed: string;
  readonly find: string;
  /** Where no speakers are shown. */
  readonly findClaim: string;
  readonly notFound: string;
  /** On paper, of a table too large to be printed whole. */
  readonly printedInPart: string;
  readonly showMoreClaims: (count: number) => string;
  /** The accessible name of a mark. */
  readonly mark: (mark: {
    readonly voice: string;
    readonly claim: string;
    readonly side: Side;
    readonly statements: number;
    readonly sources: readonly string[];
    readonly contested: boolean;
  }) => string;
  readonly balance: (support: number, oppose: number, neither: number) => string;
  readonly matrixSummary: (summary: {
    readonly claims: number;
    readonly disputed: number;
    readonly voices: number;
    readonly sources: number;
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
  /** Two sources: how they compare, in words. */
  readonly twoSourcesCompared: (names: readonly [string, string], distance: number) => string;
  readonly ownVoiceOnly: string;
  readonly coverage: (count: number, of: number) => string;
  readonly notCoveredBy: (names: readonly string[]) => string;
  readonly dependsOnOneStatement: string;
  /** One source's place as a sentence: “DW: +0.5, on balance for; in its own words: opposes”. */
  readonly sourcePosition: (source: string, position: number | undefined, own: Side | undefined) => string;
  readonly measure: string;
  /** What the chart says first, as sentences; a list that is empty has nothing to say. */
  readonly lead: (lead: {
    /** The claims on which the reports part most, with the source that stands against the others, if one does. */
    readonly most: readonly { readonly claim: string; readonly outlier: string | undefined }[];
    readonly alike: readonly string[];
    /** A claim that one source alone carries. */
    readonly only: { readonly source: string; readonly claim: string } | undefined;
  }) => string;
  readonly nothingToCompare: (source: string) => string;
  readonly selectClaim: string;
  readonly bandsNotScores: string;
  readonly byDisagreement: string;
  readonly viewLabel: string;
  readonly views: Readonly<Record<'positions' | 'counts' | 'pairs', string>>;
  /** How many sources lean to which side: “1 for, 2 against”. */
  readonly leaningCounts: (support: number, oppose: number, between: number) => string;
  /** On a claim the outlets’ own words take opposite sides. */
  readonly outletsDisagree: string;
  readonly report: string;
  /** As `placed`, without the name: a cell of the table. */
  readonly positionCell: (position: number | undefined, own: Side | undefined) => string;
  readonly notCovered: string;
  readonly quotedVoices: string;
  readonly noVoices: string;
  readonly sourceBalance: string;
  readonly inItsOwnWords: string;
  readonly signed: (value: number) => string;
  readonly pairsOfReports: string;
  readonly pairsAddUp: string;
  /** Two sources on one claim, 0 alike … 1 opposed. */
  readonly distance: (distance: number) => string;
  readonly whatIf: string;
  readonly bandWithout: (source: string, band: 'agree' | 'mixed' | 'split') => string;
  readonly scoreWithout: (source: string, score: number) => string;
  readonly bandUnchanged: string;
  /** So many statements, each of which alone holds the band up. */
  readonly dependsOn: (count: number) => string;
  readonly decisive: string;
  readonly sameUtterance: string;
  readonly differencesMarked: string;
  readonly leftOutBy: (sources: readonly string[]) => string;
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

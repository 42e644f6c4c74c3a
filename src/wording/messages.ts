import type { Coverage, QuotedSides } from '../analysis/coverage.js';
import type { Differences } from '../analysis/disagreement-account.js';
import type { Band } from '../analysis/ordinal-variation.js';
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

/** Outlets that do the same, as the subject of a sentence: by name, or where there are too many by number. */
export interface Outlets<Kind> {
  readonly kind: Kind;
  readonly count: number;
  readonly names: readonly string[] | undefined;
  /** They are all outlets of the chart, two at least. */
  readonly isAll: boolean;
}

/** Everything that a reader sees or hears, in one language. A sentence with variable parts is a function of them. */
export interface Messages {
  /** BCP 47 tag. */
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';

  // Separators, including the spaces around them
  readonly colon: string;
  readonly comma: string;

  // Stances and voices
  readonly side: Readonly<Record<Side, string>>;
  /** As a verb after a name: “Trita Parsi opposes”. */
  readonly sideVerb: Readonly<Record<Side, string>>;
  /** After a plural: “US officials oppose”. */
  /** Between a name and what it takes: a space before a verb, a colon before other words. */
  readonly beforeSide: string;
  readonly sideVerbPlural: Readonly<Record<Side, string>>;
  readonly voice: Readonly<Record<Voice, string>>;
  readonly notQuoted: string;
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
  /** The orders of both elements. */
  readonly order: Readonly<
    Record<'editor' | 'disputed' | 'similar' | 'name' | 'disagreement' | 'quoted' | 'own', string>
  >;
  readonly filter: string;
  /** By the property that a filter sets; speakers are filtered by their group. */
  readonly filterLabel: Readonly<Record<'sources' | 'speakers' | 'topic', string>>;
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

  // The coverage of the sources. “Outlet” counts sources, “report” counts articles.
  readonly disagreementHeading: string;
  readonly disagreementHint: string;
  readonly claim: string;
  /** A claim as a title: in quotation marks, without its full stop. */
  readonly quotedClaim: (claim: string) => string;
  /** The five columns, from “only opponents” to “only supporters”. */
  readonly columns: readonly [string, string, string, string, string];
  /** The three columns in the middle, where there is no room for their names. */
  readonly mix: string;
  readonly quotedLane: string;
  readonly ownWordsLane: string;
  /** In the legend: a mark, and a diamond. */
  readonly outletMark: string;
  readonly ownWordsMark: string;
  readonly dotMark: string;
  /** Headings of the sections; `one` in place of `few` where there are two outlets, `contradicts` in place of `differs` for both of it. */
  readonly coverage: Readonly<Record<Coverage | 'one' | 'contradicts', string>>;
  /** `isUneven`: all do the same, but not to the same degree. Whom the outlets quote: “Gazette and Courier quote only supporters; Echo quotes both sides.” An empty list: nobody is quoted. */
  readonly quoting: (outlets: readonly Outlets<QuotedSides>[], isUneven?: boolean) => string;
  /** What they say themselves: “In its own words, Courier supports the claim.” */
  readonly speaking: (outlets: readonly Outlets<Side>[], isUneven?: boolean) => string;
  /** A single speaker, or one group, is all who are quoted on a side. */
  readonly soleVoice: (side: 'support' | 'oppose', name: string, isGroup: boolean) => string;
  readonly score: (value: number, range: readonly [number, number]) => string;
  readonly notCoveredBy: (names: readonly string[]) => string;
  /** Number of statements of which dropping any one changes the category. */
  readonly dependsOnOneStatement: (count: number) => string;
  /** One source on a claim, after its name: “quotes only supporters; disputes the claim in its own words”. */
  readonly sourceOnClaim: (quoted: QuotedSides | undefined, own: Side | undefined) => string;
  /** The first sentence above the chart: the claims on which coverage differs most, and how many more it differs on as much. `isMost`: it differs less on others. */
  readonly differsMost: (claims: readonly string[], more: number, isMost: boolean) => string;
  /** The same, where what the outlets say themselves differs from whom they quote, but not from outlet to outlet. */
  readonly contradictsMost: (claims: readonly string[], more: number, isMost: boolean) => string;
  /** How many claims have much the same coverage; how many are covered by so few outlets (1, or 2 for one or two); empty for none. */
  readonly claimsInSections: (sections: {
    readonly claims: number;
    readonly same: number;
    readonly few: number;
    readonly fewOutlets: 1 | 2;
  }) => string;
  readonly nothingToCompare: (source: string) => string;
  readonly selectClaim: string;
  readonly categoriesNotScores: string;
  readonly scoresExplained: string;
  readonly viewLabel: string;
  readonly views: Readonly<Record<'positions' | 'counts' | 'pairs', string>>;
  readonly outlet: string;
  readonly notCovered: string;
  readonly peopleQuoted: string;
  readonly nobody: string;
  readonly sourceBalance: string;
  readonly inItsOwnWords: string;
  readonly signed: (value: number) => string;
  readonly pairsOfOutlets: string;
  readonly pairsAddUp: string;
  /** Two sources on one claim, 0 (the same) … 1 (opposed). */
  readonly distance: (distance: number) => string;
  /** The three numbers by which claims are sorted, 0…1, where they may be shown. */
  readonly differences: (differences: Differences) => string;
  /** What the outlets say themselves differs from whom they quote. */
  readonly gapExplained: string;
  readonly whatIf: string;
  readonly bandWithout: (source: string, band: Band) => string;
  readonly scoreWithout: (source: string, score: number) => string;
  readonly bandUnchanged: (band: Band) => string;
  /** Number of statements each of which decides the category on its own. */
  readonly dependsOn: (count: number) => string;
  readonly decisive: string;
  readonly sameUtterance: string;
  readonly differencesMarked: string;
  readonly missingFrom: (sources: readonly string[]) => string;
  readonly more: (count: number) => string;
  readonly howCalculated: string;
  /** One plain sentence or two. */
  readonly calculation: string;
  readonly formulaLabel: string;
  readonly formula: string;
  readonly calculated: (positions: readonly number[], score: number) => string;
  readonly pairDistance: (distance: number) => string;
  /** How much of the disagreement on a claim is between two outlets. */
  readonly pairShare: (part: number) => string;
  readonly pairsHint: string;
  readonly countsHint: string;
  readonly sharedClaims: (count: number) => string;
  readonly tooFewShared: string;
  readonly viewAsTable: string;
}

/**
 * The data model. `DatasetJson` is the JSON file, in which ids refer to objects; `Dataset` is what `readDataset` returns: checked,
 * deep-frozen, with the objects in place of their ids. The words are defined in `docs/glossary.md`.
 */

/** What a statement says about its claim. `neutral` speaks to the claim without taking a side. */
export type Stance = 'support' | 'oppose' | 'neutral';

/** Who makes a statement: a speaker in quotation marks, a speaker paraphrased by the outlet, or the outlet in its own words. */
export type Voice = 'quoted' | 'reported' | 'outlet';

/** The side that one voice takes on one claim over all its statements. Without a statement it is `undefined`, never `neutral`. */
export type Side = Stance | 'both';

export type SpeakerKind = 'person' | 'group' | 'organisation';

/** A media outlet. */
export interface Source {
  readonly id: string;
  readonly name: string;
  /** Fits a mark or a column heading; where absent, the name is used. */
  readonly short?: string;
  readonly url?: string;
}

export interface Group {
  readonly id: string;
  readonly name: string;
}

interface ArticleFacts {
  readonly id: string;
  /** Absent where the stored text has none. */
  readonly headline?: string;
  /** Calendar date, `YYYY-MM-DD`. */
  readonly published?: string;
  readonly url?: string;
  readonly archive?: string;
  /** BCP 47 tag; where absent, the dataset's `lang`. */
  readonly lang?: string;
  /** SHA-256 of the text file's bytes, 64 hexadecimal digits. */
  readonly sha256?: string;
  /** Length of the text in Unicode code points. */
  readonly length?: number;
}

interface SpeakerFacts {
  readonly id: string;
  readonly name: string;
  readonly short?: string;
  readonly role?: string;
  readonly kind?: SpeakerKind;
  /** Whether the name is grammatically plural: “officials oppose”, not “opposes”. */
  readonly plural?: boolean;
}

/** A contestable proposition, worded neutrally, that one can support or oppose. */
export interface Claim {
  readonly id: string;
  readonly text: string;
  readonly short?: string;
  readonly topic?: string;
}

/** One of the parts from which the editor joined a quote. Offsets count Unicode code points of the article's text. */
export interface Fragment {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** What the editor wrote before this fragment, including spaces: ` […] `, or an insertion such as ` [Pompeo] ` or `[t]`. */
  readonly joint?: string;
}

/**
 * A passage of the article: a W3C TextQuoteSelector and TextPositionSelector in one. `exact` is the article's text from `start` to `end`,
 * including any words that the editor left out; `fragments` lists the parts that the editor chose.
 */
export interface Quote {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** In Unicode code points from the beginning of the article's text. */
  readonly start?: number;
  /** Exclusive. */
  readonly end?: number;
  readonly fragments?: readonly Fragment[];
}

export interface Translation {
  readonly text: string;
  readonly lang: string;
  readonly by?: string;
}

/** A right of reply: who disputes that the statement is quoted or attributed correctly. */
export interface Contest {
  readonly by: string;
  readonly date?: string;
  readonly note?: string;
}

interface StatementFacts {
  readonly id: string;
  readonly stance: Stance;
  readonly voice: Voice;
  readonly quote: Quote;
  readonly translation?: Translation;
  readonly contested?: Contest;
  /** The reason for this coding. */
  readonly note?: string;
}

/** One utterance that several articles quote. */
interface VariantFacts {
  readonly kind: 'same-utterance';
  /** Pairs of [words in the first article, words in the other]; an empty string where an article has no such words. */
  readonly differences?: readonly (readonly [string, string])[];
}

export interface Coding {
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly by?: readonly string[];
  /** One sentence, or the URL of a page that explains the method. */
  readonly method?: string;
}

export interface Correction {
  readonly date: string;
  readonly text: string;
}

/** Present in a split dataset: it has too many statements for one file, so they are in evidence files, one per claim. */
export interface Split {
  readonly statements: number;
  readonly articles: number;
  /** Relative to the dataset's own URL, ending with a slash. */
  readonly folder: string;
  /** SHA-256 of each evidence file, 64 hexadecimal digits, by claim id. */
  readonly evidence: Readonly<Record<string, string>>;
  /** What each source carries of each voice, in the codes that `readCodes` decodes, by claim id and source id. */
  readonly positions: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface DatasetFacts {
  readonly version: 1;
  readonly title: string;
  readonly description?: string;
  readonly lang: string;
  readonly coded?: Coding;
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly corrections?: readonly Correction[];
  /** Where present, `articles` and `statements` are empty. */
  readonly split?: Split;
}

// In the JSON file, references are ids.

export interface ArticleJson extends ArticleFacts {
  readonly source: string;
}

export interface SpeakerJson extends SpeakerFacts {
  readonly group?: string;
}

export interface StatementJson extends StatementFacts {
  readonly article: string;
  readonly claim: string;
  /** Absent if and only if the voice is `outlet`. */
  readonly speaker?: string;
}

export interface VariantJson extends VariantFacts {
  readonly statements: readonly string[];
}

/** The JSON file of a dataset, version 1. */
export interface DatasetJson extends DatasetFacts {
  readonly articles: readonly ArticleJson[];
  readonly groups?: readonly Group[];
  readonly speakers: readonly SpeakerJson[];
  readonly statements: readonly StatementJson[];
  /** The frozen "similar views" order. */
  readonly order?: { readonly speakers?: readonly string[]; readonly claims?: readonly string[] };
  readonly variants?: readonly VariantJson[];
}

// As read, references are the objects themselves.

/** One dated text published by a source. */
export interface Article extends ArticleFacts {
  readonly source: Source;
}

/** Whoever takes a position: a person, a group, an organisation. */
export interface Speaker extends SpeakerFacts {
  readonly group?: Group;
}

interface ReadStatement extends StatementFacts {
  readonly article: Article;
  readonly claim: Claim;
}

/** Speaker, claim, stance and the verbatim quote, in one article. A statement in the outlet's own words has no speaker. */
export type Statement =
  | (ReadStatement & { readonly voice: 'quoted' | 'reported'; readonly speaker: Speaker })
  | (ReadStatement & { readonly voice: 'outlet'; readonly speaker?: undefined });

export interface Variant extends VariantFacts {
  readonly statements: readonly Statement[];
}

/** A dataset that `readDataset` has checked: deep-frozen, every reference resolved, every optional list present. */
export interface Dataset extends DatasetFacts {
  readonly articles: readonly Article[];
  readonly groups: readonly Group[];
  readonly speakers: readonly Speaker[];
  readonly statements: readonly Statement[];
  /** Empty where the builder kept the editor's order. */
  readonly order: { readonly speakers?: readonly Speaker[]; readonly claims?: readonly Claim[] };
  readonly variants: readonly Variant[];
  readonly corrections: readonly Correction[];
}

/**
 * The newsroom's words as types. `DatasetJson` is what stands in the file, with ids as references;
 * `Dataset` is what `readDataset` hands on: checked, deep-frozen, references resolved to the things themselves.
 */

/** What a statement says of its claim. `neutral` speaks to the claim and takes no side. */
export type Stance = 'support' | 'oppose' | 'neutral';

/** Who asserts it: a speaker in quotation marks, a speaker paraphrased, or the outlet in its own words. */
export type Voice = 'quoted' | 'reported' | 'outlet';

/** What one voice says on one claim over all its statements. Absence is `undefined`, never `neutral`. */
export type Side = Stance | 'both';

export type SpeakerKind = 'person' | 'group' | 'organisation';

/** An outlet. */
export interface Source {
  readonly id: string;
  readonly name: string;
  /** A form short enough for a mark or a column head; else the name is used. */
  readonly short?: string;
  readonly url?: string;
}

export interface Group {
  readonly id: string;
  readonly name: string;
}

interface ArticleFacts {
  readonly id: string;
  /** Absent where the stored text carries none. */
  readonly headline?: string;
  /** Calendar date, `YYYY-MM-DD`. */
  readonly published?: string;
  readonly url?: string;
  readonly archive?: string;
  /** BCP 47 tag; absent means the dataset's `lang`. */
  readonly lang?: string;
  /** SHA-256 of the text file's bytes, 64 hexadecimal digits. */
  readonly sha256?: string;
  /** Unicode code points of the text. */
  readonly length?: number;
}

interface SpeakerFacts {
  readonly id: string;
  readonly name: string;
  readonly short?: string;
  readonly role?: string;
  readonly kind?: SpeakerKind;
}

/** A contestable proposition, worded neutrally, that one can support or oppose. */
export interface Claim {
  readonly id: string;
  readonly text: string;
  readonly short?: string;
  readonly topic?: string;
}

/** A part of a quote that the editor joined from several; offsets count code points of the article's text. */
export interface Fragment {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** What the editor wrote before this fragment, with its spaces: ` […] `, or an insertion such as ` [Pompeo] ` or `[t]`. */
  readonly joint?: string;
}

/**
 * The words and their place in the article: a W3C TextQuoteSelector with a TextPositionSelector.
 * `exact` is the article's text from `start` to `end`, elided words included; `fragments` says which parts the editor chose.
 */
export interface Quote {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** Code points from the beginning of the article's text. */
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

/** A right of reply: who contests that this statement is rendered or attributed rightly. */
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
  /** Why it was coded so. */
  readonly note?: string;
}

/** One utterance that several articles render: the ids of its statements, and the words in which the renderings differ. */
interface VariantFacts {
  readonly kind: 'same-utterance';
  /** Pairs of [words in the first article, words in the other]; an empty string where one of them has none. */
  readonly differences?: readonly (readonly [string, string])[];
}

export interface Coding {
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly by?: readonly string[];
  /** One sentence, or the address of a page that explains it. */
  readonly method?: string;
}

export interface Correction {
  readonly date: string;
  readonly text: string;
}

/** Where the statements stand apart from the dataset, in a file a claim, because there are very many. */
export interface Split {
  readonly statements: number;
  readonly articles: number;
  /** Relative to the dataset's own address, with a slash at its end. */
  readonly folder: string;
  /** By the claim's id the SHA-256 of its file, 64 hexadecimal digits. */
  readonly evidence: Readonly<Record<string, string>>;
  /** By the ids of claim and source: what the source carries of each voice, as `readCodes` reads it. */
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
  /** Then `articles` and `statements` are empty. */
  readonly split?: Split;
}

// As it stands in the file: references are ids.

export interface ArticleJson extends ArticleFacts {
  readonly source: string;
}

export interface SpeakerJson extends SpeakerFacts {
  readonly group?: string;
}

export interface StatementJson extends StatementFacts {
  readonly article: string;
  readonly claim: string;
  /** Absent exactly where the voice is `outlet`. */
  readonly speaker?: string;
}

export interface VariantJson extends VariantFacts {
  readonly statements: readonly string[];
}

/** The dataset as it stands in its JSON file, version 1. */
export interface DatasetJson extends DatasetFacts {
  readonly articles: readonly ArticleJson[];
  readonly groups?: readonly Group[];
  readonly speakers: readonly SpeakerJson[];
  readonly statements: readonly StatementJson[];
  /** The frozen "similar views" order. */
  readonly order?: { readonly speakers?: readonly string[]; readonly claims?: readonly string[] };
  readonly variants?: readonly VariantJson[];
}

// As it is read: references are the things themselves.

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

/** Speaker + claim + stance + the verbatim quote it rests on, in one article. In the outlet's own words there is no speaker. */
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
  /** Undefined where the builder kept the editor's order. */
  readonly order: { readonly speakers?: readonly Speaker[]; readonly claims?: readonly Claim[] };
  readonly variants: readonly Variant[];
  readonly corrections: readonly Correction[];
}

import type {
  ArticleJson,
  Claim,
  Coding,
  Contest,
  Correction,
  Group,
  Source,
  SpeakerJson,
  Stance,
  Translation,
  Voice,
} from '../../dataset/dataset.js';

/** An article as the editor lists it. `file` names its text and is the only field that is not in the dataset. */
export interface CodedArticle extends Omit<ArticleJson, 'sha256' | 'length'> {
  readonly file: string;
}

/** A statement as the editor codes it, with the text of the quote only; the builder anchors it. */
export interface CodedStatement {
  readonly id?: string;
  readonly article: string;
  readonly speaker?: string;
  readonly claim: string;
  readonly stance: Stance;
  readonly voice?: Voice;
  readonly quote: string;
  readonly before?: string;
  readonly after?: string;
  readonly translation?: Translation;
  readonly contested?: Contest;
  readonly note?: string;
}

/** What an editor writes, in YAML: the dataset before its quotes are anchored. */
export interface CodingFile {
  readonly title: string;
  readonly description?: string;
  readonly lang: string;
  readonly coded?: Coding;
  readonly sources: readonly Source[];
  readonly articles: readonly CodedArticle[];
  readonly groups?: readonly Group[];
  readonly speakers: readonly SpeakerJson[];
  readonly claims: readonly Claim[];
  readonly statements?: readonly CodedStatement[];
  /** Spreadsheets whose rows are appended to the statements. */
  readonly 'statements-from'?: readonly string[];
  readonly corrections?: readonly Correction[];
}

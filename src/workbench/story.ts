import type { Claim, DatasetJson, Group, Source, SpeakerJson, Stance, Voice } from '../dataset/dataset.js';

/** What is wrong at a place of the editor’s files, as `stancekit check` says it. */
export interface StoryProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string;
}

export interface StoryArticle {
  readonly id: string;
  readonly source?: string;
  readonly headline?: string;
  readonly published?: string;
  readonly url?: string;
  readonly archive?: string;
  readonly lang?: string;
}

/** A passage of an article in code points, `end` exclusive. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

export interface StoryStatement {
  /** Its place in the list `statements` of the coding; undefined if it is a row of a spreadsheet, which is edited there. */
  readonly index?: number;
  readonly article?: string;
  readonly speaker?: string;
  readonly claim?: string;
  readonly stance?: Stance;
  /** As the builder found or the editor wrote it; undefined if the quote was not found. */
  readonly voice?: Voice;
  readonly quote?: string;
  readonly note?: string;
  /** Where the quote is, in parts if it has ellipses; empty if it was not found. */
  readonly passages: readonly Passage[];
  readonly problems: readonly StoryProblem[];
}

/** The story as its files say it at this moment. Parts that are not valid are left out and reported. */
export interface Story {
  /** SHA-256 of the coding: an edit says which version it is of. */
  readonly version: string;
  readonly title?: string;
  readonly lang?: string;
  readonly sources: readonly Partial<Source>[];
  readonly articles: readonly StoryArticle[];
  readonly groups: readonly Partial<Group>[];
  readonly speakers: readonly Partial<SpeakerJson>[];
  readonly claims: readonly Partial<Claim>[];
  readonly statements: readonly StoryStatement[];
  /** Problems outside statements. */
  readonly problems: readonly StoryProblem[];
  readonly notes: readonly StoryProblem[];
  /** What readers will see; undefined while there are problems. */
  readonly dataset?: DatasetJson;
}

import type { Claim, Dataset, DatasetJson, Statement, Variant } from './dataset.js';
import { readDataset } from './read-dataset.js';

/** The content of a claim's evidence file. */
export interface ClaimEvidence {
  /** By speaker id, or by `outletVoiceKey`. */
  readonly byVoice: ReadonlyMap<string, readonly Statement[]>;
  readonly variants: readonly Variant[];
}

/** What was read of a split dataset’s evidence so far, by claim id. */
export type Evidence = ReadonlyMap<string, ClaimEvidence>;

export const noEvidence: Evidence = new Map();

/** Returns the key of the own voice of the outlet with that source id. No speaker has it as an id, since ids have no colon. */
export function outletVoiceKey(source: string): string {
  return `outlet:${source}`;
}

/**
 * Returns where the evidence on a claim is, relative to the dataset's own URL, and its SHA-256. Undefined if the dataset is not split or
 * has no statement on the claim.
 */
export function evidenceFile(
  { split }: Dataset,
  { id }: Claim,
): { readonly address: string; readonly sha256: string } | undefined {
  const sha256 = split?.evidence[id];
  return sha256 === undefined ? undefined : { address: `${split!.folder}${id}.${sha256.slice(0, 16)}.json`, sha256 };
}

/**
 * Reads the content of an evidence file. Its statements refer to article, speaker and source objects of their own, which have the same
 * ids as those of the dataset. Throws a `DatasetError` with all problems, as `readDataset` does.
 */
export function readClaimEvidence(dataset: Dataset, claim: Claim, value: unknown): ClaimEvidence {
  const { title, lang, sources } = dataset;
  const { articles, statements, variants } = { ...(value as Partial<DatasetJson>) };
  const content = readDataset({
    version: 1,
    title,
    lang,
    sources,
    articles,
    // Without their groups, which nobody looks up in evidence.
    speakers: dataset.speakers.map((speaker) => ({ ...speaker, group: undefined })),
    claims: [claim],
    statements,
    variants,
  });
  const byVoice = new Map<string, Statement[]>();
  for (const statement of content.statements) {
    const key = statement.speaker?.id ?? outletVoiceKey(statement.article.source.id);
    const ofVoice = byVoice.get(key);
    if (ofVoice) ofVoice.push(statement);
    else byVoice.set(key, [statement]);
  }
  return { byVoice, variants: content.variants };
}

/** Returns how many statements a dataset has, including those in evidence files. */
export function statementCount({ split, statements }: Dataset): number {
  return split ? split.statements : statements.length;
}

/** Returns the utterances that several articles quote; of a split dataset only those on that claim, once its evidence is there. */
export function variantsOn(dataset: Dataset, claim: Claim, evidence: Evidence): readonly Variant[] {
  return dataset.split ? (evidence.get(claim.id)?.variants ?? []) : dataset.variants;
}

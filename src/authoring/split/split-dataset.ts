import { createHash } from 'node:crypto';
import type { Claim, DatasetJson, StatementJson, VariantJson } from '../../dataset/dataset.js';
import { group } from 'd3-array';
import { positionCodes, countVoices } from './position-codes.js';

/** The field `split` of an overview. */
export interface SplitJson {
  readonly statements: number;
  readonly articles: number;
  readonly folder: string;
  /** Claim → SHA-256 of its evidence file. */
  readonly evidence: Readonly<Record<string, string>>;
  /** Claim → source → position codes (`positionCodes`). */
  readonly positions: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The evidence file of one claim. */
export interface EvidenceFile {
  readonly claim: Claim;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Matches the names of evidence files and of no other file. */
export const evidenceFileName = /^[a-z0-9][a-z0-9._-]*\.[0-9a-f]{16}\.json$/u;

/**
 * Splits a dataset: passes the evidence file of each claim to `write`, one at a time, and returns the text of the overview that names them.
 * The same dataset gives the same bytes.
 */
export async function splitDataset(
  dataset: DatasetJson,
  folder: string,
  write: (evidence: EvidenceFile) => Promise<void>,
): Promise<string> {
  const { articles, statements, variants = [] } = dataset;
  const byClaim = group(statements, ({ claim }) => claim);
  const articlesById = new Map(articles.map((article, index) => [article.id, { ...article, index }]));
  const speakerIndex = new Map(dataset.speakers.map(({ id }, index) => [id, index]));
  const sourceIndex = new Map(dataset.sources.map(({ id }, index) => [id, index]));
  const variantsOf = variantsByClaim(variants, statements);
  const evidence: Record<string, string> = {};
  const positions: Record<string, Record<string, string>> = {};
  for (const claim of dataset.claims) {
    const onClaim = byClaim.get(claim.id);
    if (!onClaim) continue;
    const used = new Set(onClaim.map((statement) => articlesById.get(statement.article)!.index));
    const text = JSON.stringify({
      version: 1,
      claim: claim.id,
      articles: [...used].sort((a, b) => a - b).map((index) => articles[index]),
      statements: onClaim,
      variants: variantsOf.get(claim.id) ?? [],
    });
    const bytes = Buffer.from(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    evidence[claim.id] = sha256;
    const bySource = group(onClaim, (statement) => articlesById.get(statement.article)!.source);
    positions[claim.id] = Object.fromEntries(
      [...bySource]
        .sort(([a], [b]) => sourceIndex.get(a)! - sourceIndex.get(b)!)
        .map(([id, ofSource]) => [id, positionCodes(countVoices(ofSource, (speaker) => speakerIndex.get(speaker)!))]),
    );
    await write({ claim, name: `${claim.id}.${sha256.slice(0, 16)}.json`, bytes });
  }
  const split: SplitJson = { statements: statements.length, articles: articles.length, folder, evidence, positions };
  return `${JSON.stringify({ ...dataset, articles: [], statements: [], variants: undefined, split })}\n`;
}

/** Groups variants by the claim of their statements. Variants across claims, which belong to no evidence file, are under `undefined`. */
export function variantsByClaim(
  variants: readonly VariantJson[],
  statements: readonly StatementJson[],
): ReadonlyMap<string | undefined, readonly VariantJson[]> {
  const claimOf = new Map(statements.map(({ id, claim }) => [id, claim]));
  return group(variants, ({ statements }) => {
    const claims = new Set(statements.map((id) => claimOf.get(id)));
    return claims.size === 1 ? [...claims][0] : undefined;
  });
}

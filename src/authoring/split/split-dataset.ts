import { createHash } from 'node:crypto';
import { group } from 'd3-array';
import type { Claim, DatasetJson, StatementJson, VariantJson } from '../../dataset/dataset.js';
import { positionCodes, voicesOf } from './position-codes.js';

/** The member `split` of an overview. */
export interface SplitJson {
  readonly statements: number;
  readonly articles: number;
  readonly folder: string;
  /** Claim → SHA-256 of its file of evidence. */
  readonly evidence: Readonly<Record<string, string>>;
  /** Claim → source → codes. */
  readonly positions: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The evidence of one claim, as a file. */
export interface Evidence {
  readonly claim: Claim;
  readonly name: string;
  readonly bytes: Buffer;
}

/** The names that files of evidence have, and no other file. */
export const evidenceName = /^[a-z0-9][a-z0-9._-]*\.[0-9a-f]{16}\.json$/u;

/**
 * Splits a dataset into the evidence of each claim, handed on one after the other, and the overview, which comes last and names them.
 * The same dataset gives the same bytes.
 */
export async function splitDataset(
  dataset: DatasetJson,
  folder: string,
  take: (evidence: Evidence) => Promise<void>,
): Promise<string> {
  const { articles, statements, variants = [] } = dataset;
  const byClaim = group(statements, ({ claim }) => claim);
  const article = new Map(articles.map((each, index) => [each.id, { ...each, index }]));
  const speaker = new Map(dataset.speakers.map(({ id }, index) => [id, index]));
  const source = new Map(dataset.sources.map(({ id }, index) => [id, index]));
  const variantsOf = variantsByClaim(variants, statements);
  const evidence: Record<string, string> = {};
  const positions: Record<string, Record<string, string>> = {};
  for (const claim of dataset.claims) {
    const said = byClaim.get(claim.id);
    if (!said) continue;
    const used = new Set(said.map((statement) => article.get(statement.article)!.index));
    const text = JSON.stringify({
      version: 1,
      claim: claim.id,
      articles: [...used].sort((a, b) => a - b).map((index) => articles[index]),
      statements: said,
      variants: variantsOf.get(claim.id) ?? [],
    });
    const bytes = Buffer.from(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    evidence[claim.id] = sha256;
    const bySource = group(said, (statement) => article.get(statement.article)!.source);
    positions[claim.id] = Object.fromEntries(
      [...bySource]
        .sort(([a], [b]) => source.get(a)! - source.get(b)!)
        .map(([id, carried]) => [id, positionCodes(voicesOf(carried, (voice) => speaker.get(voice)!))]),
    );
    await take({ claim, name: `${claim.id}.${sha256.slice(0, 16)}.json`, bytes });
  }
  const split: SplitJson = { statements: statements.length, articles: articles.length, folder, evidence, positions };
  return `${JSON.stringify({ ...dataset, articles: [], statements: [], variants: undefined, split })}\n`;
}

/** Those whose statements are all of one claim; under `undefined` the others, which have no file to stand in. */
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

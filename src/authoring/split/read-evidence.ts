import { createHash } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import type { Claim, Dataset, DatasetJson, StatementJson } from '../../dataset/dataset.js';
import { readDataset } from '../../dataset/read-dataset.js';
import { evidenceFile, readClaimEvidence, type ClaimEvidence } from '../../dataset/split-evidence.js';
import { problemsOfError, type DatasetFile, type InvalidDataset } from '../dataset-file.js';
import { readRegularFile } from '../files/read-file.js';
import { inQuotes } from '../problem.js';

type EvidenceJson = Pick<DatasetJson, 'articles' | 'statements' | 'variants'>;

/** The evidence on a claim, as read from its file. */
export interface ReadEvidence {
  readonly claim: Claim;
  /** Absolute. */
  readonly path: string;
  readonly json: EvidenceJson;
  readonly content: ClaimEvidence;
}

/**
 * Reads the evidence on a claim from the folder next to its overview, and verifies its hash.
 * Returns undefined if there is no statement on the claim.
 */
export async function readEvidence(
  { path: overview, dataset }: DatasetFile,
  claim: Claim,
  cwd: string,
): Promise<ReadEvidence | InvalidDataset | undefined> {
  const named = evidenceFile(dataset, claim);
  if (!named) return undefined;
  const path = join(dirname(overview), named.address);
  const file = relative(cwd, path);
  const invalid = (reason: string) => ({
    problems: [
      {
        file,
        path: '',
        message: `The evidence on the claim ${inQuotes(claim.id)} ${reason}.`,
        hint: `Put the folder ${inQuotes(dataset.split!.folder)} that stancekit build --split wrote next to the overview.`,
      },
    ],
  });
  const found = await readRegularFile(path);
  if ('reason' in found) return invalid(found.reason);
  if (createHash('sha256').update(found.bytes).digest('hex') !== named.sha256)
    return invalid('was changed: it does not match its hash in the overview');
  try {
    const json: unknown = JSON.parse(Buffer.from(found.bytes).toString());
    const content = readClaimEvidence(dataset, claim, json);
    return { claim, path, json: json as EvidenceJson, content };
  } catch (error) {
    if (error instanceof SyntaxError) return invalid('is not valid JSON');
    return { problems: problemsOfError(file, error) };
  }
}

/** Collects the evidence of several claims into one dataset. */
export class EvidenceCollector {
  private readonly articles = new Map<string, DatasetJson['articles'][number]>();
  private readonly statements: StatementJson[] = [];
  private readonly variants: NonNullable<DatasetJson['variants']>[number][] = [];

  /** Adds the statements of these sources and speakers, with their articles and variants; undefined means all. */
  add({ articles, statements, variants = [] }: EvidenceJson, sources?: Iterable<string>, speakers?: Iterable<string>) {
    const [sourceIds, speakerIds] = [sources && new Set(sources), speakers && new Set(speakers)];
    const articlesById = new Map(
      articles.filter(({ source }) => sourceIds?.has(source) ?? true).map((each) => [each.id, each]),
    );
    const added = new Set<string>();
    for (const statement of statements) {
      const article = articlesById.get(statement.article);
      if (!article || (speakerIds && statement.speaker !== undefined && !speakerIds.has(statement.speaker))) continue;
      added.add(statement.id);
      this.statements.push(statement);
      this.articles.set(article.id, article);
    }
    this.variants.push(...variants.filter(({ statements }) => statements.every((id) => added.has(id))));
  }

  /** Returns a complete dataset of the overview's claims with these ids. */
  dataset(overview: DatasetJson, ids: ReadonlySet<string>): Dataset {
    const { order } = overview;
    return readDataset({
      ...overview,
      claims: overview.claims.filter(({ id }) => ids.has(id)),
      order: order?.claims ? { ...order, claims: order.claims.filter((id) => ids.has(id)) } : order,
      articles: [...this.articles.values()],
      statements: this.statements,
      variants: this.variants,
      split: undefined,
    });
  }
}

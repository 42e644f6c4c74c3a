import { createHash } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import type { Claim, Dataset, DatasetJson, StatementJson } from '../../dataset/dataset.js';
import { readDataset } from '../../dataset/read-dataset.js';
import { evidenceFile, addEvidence } from '../../dataset/split-evidence.js';
import { problemsIn, type DatasetFile, type Faulty } from '../dataset-file.js';
import { readOrdinaryFile } from '../files/read-file.js';
import { quoted } from '../problem.js';

type EvidenceJson = Pick<DatasetJson, 'articles' | 'statements' | 'variants'>;

/** The evidence on a claim as it stands in its file. */
export interface ReadEvidence {
  readonly claim: Claim;
  /** From the root. */
  readonly path: string;
  readonly json: EvidenceJson;
}

/**
 * Reads the evidence on a claim from the folder beside its overview, holds it against its hash, and lets the overview take it as in a
 * page. Undefined where nobody speaks to the claim.
 */
export async function readEvidence(
  { path: overview, dataset }: DatasetFile,
  claim: Claim,
  cwd: string,
): Promise<ReadEvidence | Faulty | undefined> {
  const named = evidenceFile(dataset, claim);
  if (!named) return undefined;
  const path = join(dirname(overview), named.address);
  const file = relative(cwd, path);
  const fault = (message: string) => ({
    problems: [{ file, path: '', message: `The evidence on the claim ${quoted(claim.id)} ${message}` }],
  });
  const found = await readOrdinaryFile(path);
  const mend = `Put the folder “${dataset.split!.folder}” beside the overview as stancekit build --split wrote it.`;
  if ('fault' in found) return fault(`${found.fault}. ${mend}`);
  if (createHash('sha256').update(found.bytes).digest('hex') !== named.sha256)
    return fault(`was altered: it is not the file whose hash stands in the overview. ${mend}`);
  try {
    const json: unknown = JSON.parse(Buffer.from(found.bytes).toString());
    addEvidence(dataset, claim, json);
    return { claim, path, json: json as EvidenceJson };
  } catch (error) {
    if (error instanceof SyntaxError) return fault(`is not valid JSON. ${mend}`);
    return { problems: problemsIn(file, error) };
  }
}

/** Gathers statements with their articles and what is said in several of them, claim by claim, until a dataset is made of them. */
export class Gathered {
  private readonly articles = new Map<string, DatasetJson['articles'][number]>();
  private readonly statements: StatementJson[] = [];
  private readonly variants: NonNullable<DatasetJson['variants']>[number][] = [];

  /** Takes those statements that stay when the dataset is narrowed to these sources and speakers; undefined means all. */
  add({ articles, statements, variants = [] }: EvidenceJson, sources?: Iterable<string>, speakers?: Iterable<string>) {
    const [ofSources, bySpeakers] = [sources && new Set(sources), speakers && new Set(speakers)];
    const inView = new Map(
      articles.filter(({ source }) => ofSources?.has(source) ?? true).map((each) => [each.id, each]),
    );
    const kept = new Set<string>();
    for (const statement of statements) {
      const article = inView.get(statement.article);
      if (!article || (bySpeakers && statement.speaker !== undefined && !bySpeakers.has(statement.speaker))) continue;
      kept.add(statement.id);
      this.statements.push(statement);
      this.articles.set(article.id, article);
    }
    this.variants.push(...variants.filter(({ statements }) => statements.every((id) => kept.has(id))));
  }

  /** A whole dataset, of the claims of the overview with these ids. */
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

import type { Claim, Dataset, DatasetJson, Statement, Variant } from './dataset.js';
import { groupBy } from './group-by.js';
import { readDataset } from './read-dataset.js';

interface Evidence {
  /** By the speaker’s id, or by `ownVoice`. */
  readonly byVoice: ReadonlyMap<string, readonly Statement[]>;
  readonly variants: readonly Variant[];
}

const taken = new WeakMap<Dataset, Map<Claim, Evidence>>();

/** What stands for the own voice of the source with that id. */
export function outletVoiceKey(source: string): string {
  return `outlet:${source}`;
}

/** The statements on a claim of a split dataset, voice by voice, and what is said in several of them; undefined until its file was taken. */
export function evidenceOn(dataset: Dataset, claim: Claim): Evidence | undefined {
  return taken.get(dataset)?.get(claim);
}

/** Where the evidence on a claim stands, relative to the dataset's own address; undefined where there is none, or none apart. */
export function evidenceFile(
  { split }: Dataset,
  { id }: Claim,
): { readonly address: string; readonly sha256: string } | undefined {
  const sha256 = split?.evidence[id];
  return sha256 === undefined ? undefined : { address: `${split!.folder}${id}.${sha256.slice(0, 16)}.json`, sha256 };
}

/**
 * Takes what stands in the file of a claim's evidence. Its statements get articles and speakers of their own, with the same ids.
 * Throws a `DatasetError` with every problem, as `readDataset` does.
 */
export function addEvidence(dataset: Dataset, claim: Claim, value: unknown): void {
  const { title, lang, sources } = dataset;
  const { articles, statements, variants } = { ...(value as Partial<DatasetJson>) };
  // The groups are not asked for.
  const speakers = dataset.speakers.map((speaker) => ({ ...speaker, group: undefined }));
  const own = readDataset({
    version: 1,
    title,
    lang,
    sources,
    articles,
    speakers,
    claims: [claim],
    statements,
    variants,
  });
  const known = taken.get(dataset) ?? new Map<Claim, Evidence>();
  const byVoice = groupBy(own.statements, ({ speaker, article }) => speaker?.id ?? outletVoiceKey(article.source.id));
  taken.set(dataset, known.set(claim, { byVoice, variants: own.variants }));
}

/** How many statements a dataset rests on, also where they stand apart. */
export function statementCount({ split, statements }: Dataset): number {
  return split ? split.statements : statements.length;
}

/** The utterances that several articles render, of those on that claim at least. */
export function variantsOn(dataset: Dataset, claim: Claim): readonly Variant[] {
  return dataset.split ? (evidenceOn(dataset, claim)?.variants ?? []) : dataset.variants;
}

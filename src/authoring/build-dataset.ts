import type { ArticleJson, Dataset, DatasetJson, StatementJson, VariantJson } from '../dataset/dataset.js';
import { group } from 'd3-array';
import { DatasetError, readDataset } from '../dataset/read-dataset.js';
import { maxCompared, maxEmptyShare, similarOrder } from '../analysis/similar-order.js';
import type { PartialCoding } from './coding/check-coding.js';
import type { CodedArticle, CodedStatement, CodingFile } from './coding/coding.js';
import type { AnchoredStatement } from './anchoring/anchor-statement.js';
import { anchorStatements } from './anchoring/anchor-statements.js';
import type { AnchorCache } from './anchoring/anchor-cache.js';
import { noProgress, type Progress } from './progress.js';
import { noActionNeeded, problemAt, sortByLocation, type Findings, type Problem } from './problem.js';
import type { ArticleFile } from './files/read-article.js';
import type { Locations } from './coding/locations.js';
import { checkSplit } from './split/check-split.js';
import { sameUtterances } from './utterances/same-utterance.js';

/** An article's text and the path that messages show for it. */
export interface NamedArticleFile extends ArticleFile {
  readonly displayPath: string;
}

/** Reads the text of an article. Returns undefined if that fails; the problem has been reported then. */
export type ReadText = (article: Partial<CodedArticle>) => Promise<NamedArticleFile | undefined>;

/** The outcome of a build. There is a dataset only if there are no problems. Problems and notes are sorted by location. */
export interface BuildResult {
  readonly dataset?: DatasetJson;
  /** Every statement whose quote was found, also if others have problems; in the order of the coding. */
  readonly anchored: AnchoredStatements;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

export interface BuildDatasetOptions {
  /** Quote positions found by an earlier run. They make the build faster and do not change its result. */
  readonly cache?: AnchorCache | undefined;
  readonly progress?: Progress | undefined;
  /** Also checks that the dataset can be split. */
  readonly split?: boolean;
}

/**
 * Builds the dataset from a coding and the texts of its articles. Quotes are anchored even if `findings` already holds problems, so that
 * one run reports all of them. The same coding and texts give the same dataset on every machine.
 */
export async function buildDataset(
  coding: PartialCoding,
  readText: ReadText,
  locations: Locations,
  findings: Findings,
  { cache, progress = noProgress, split = false }: BuildDatasetOptions = {},
): Promise<BuildResult> {
  const anchored = await anchorAll(coding, readText, locations, findings, cache, progress);
  progress('Comparing');
  checkDuplicates(anchored.statements, locations, findings);
  const dataset =
    findings.problems.length === 0 ? completeDataset(coding as CodingFile, anchored, locations, findings) : undefined;
  if (dataset && split) checkSplit(coding, dataset, locations, findings);
  return {
    ...(dataset && findings.problems.length === 0 && { dataset }),
    anchored: anchored.statements,
    problems: sortByLocation(findings.problems),
    notes: sortByLocation(findings.notes),
  };
}

export type AnchoredStatements = readonly (readonly [CodedStatement, AnchoredStatement])[];

/** What is kept of the articles once their texts are no longer in memory. */
interface AnchoredArticles {
  /** In the order of the coding. */
  readonly statements: AnchoredStatements;
  readonly facts: ReadonlyMap<string, Pick<ArticleFile, 'sha256' | 'length'>>;
}

/** How many files are read ahead while quotes are searched. */
const readAhead = 16;

/** Anchors the quotes article by article, so that only a few article texts are in memory at a time. */
async function anchorAll(
  { articles = [], statements = [] }: PartialCoding,
  readText: ReadText,
  locations: Locations,
  findings: Findings,
  cache: AnchorCache | undefined,
  progress: Progress,
): Promise<AnchoredArticles> {
  const coded = group(
    statements.filter((statement) => locations.isComplete<CodedStatement>(statement)),
    ({ article }) => article,
  );
  const anchored = new Map<CodedStatement, AnchoredStatement>();
  const facts = new Map<string, Pick<ArticleFile, 'sha256' | 'length'>>();
  let done = 0;
  for await (const [id, article] of readInOrder(articles, readText)) {
    progress('Finding quotes', ++done, articles.length, 'articles');
    if (!article || id === undefined) continue;
    facts.set(id, { sha256: article.sha256, length: article.length });
    for (const [statement, result] of anchorStatements(coded.get(id) ?? [], article, locations, findings, cache))
      anchored.set(statement, result);
  }
  const inOrder = statements.flatMap((statement): [CodedStatement, AnchoredStatement][] => {
    const result = anchored.get(statement as CodedStatement);
    return result ? [[statement as CodedStatement, result]] : [];
  });
  return { statements: inOrder, facts };
}

async function* readInOrder(
  articles: readonly Partial<CodedArticle>[],
  readText: ReadText,
): AsyncGenerator<readonly [id: string | undefined, article: NamedArticleFile | undefined]> {
  const reading: Promise<NamedArticleFile | undefined>[] = [];
  let next = 0;
  for (const { id } of articles) {
    while (reading.length < readAhead && next < articles.length) reading.push(readText(articles[next++]!));
    yield [id, await reading.shift()];
  }
}

/** A duplicate statement would count twice. The same quote coded with two stances is rarely intended. */
function checkDuplicates(statements: AnchoredStatements, locations: Locations, { problems, notes }: Findings): void {
  const firsts = new Map<string, CodedStatement>();
  for (const [coded, { article, claim, speaker, stance, quote }] of statements) {
    const key = JSON.stringify([article, claim, speaker, quote.start, quote.end]);
    const first = firsts.get(key);
    if (!first) {
      firsts.set(key, coded);
      continue;
    }
    const { file, line } = locations.of(first);
    const location = locations.of(coded);
    if (first.stance === stance)
      problems.push(
        problemAt(location, `Duplicate statement: it is already coded at ${file}:${line}.`, 'Delete one of the two.'),
      );
    else
      notes.push(
        problemAt(
          location,
          `The same quote is coded as “${first.stance}” on the same claim at ${file}:${line}.`,
          'Keep both only if the quote really takes both sides.',
        ),
      );
  }
}

function completeDataset(
  coding: CodingFile,
  { statements: anchored, facts }: AnchoredArticles,
  locations: Locations,
  findings: Findings,
): DatasetJson | undefined {
  const statements = withIds(anchored);
  const source = new Map(coding.articles.map((article) => [article.id, article.source]));
  const variants = sameUtterances(statements, (article) => source.get(article) ?? '');
  try {
    // A dataset that the elements would reject must not be written.
    const unordered = assembleDataset(coding, facts, statements, undefined, variants);
    const order = similarViewsOrder(readDataset(unordered), coding, locations, findings);
    if (!order) return unordered;
    // Everything except the order is valid already.
    readDataset({ ...unordered, articles: [], statements: [], variants: [], order });
    return assembleDataset(coding, facts, statements, order, variants);
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    for (const { path, message } of error.problems)
      findings.problems.push(
        problemAt(locationOfPath(path, coding, locations), `${path} ${message}`, 'Correct it in the coding.'),
      );
    return undefined;
  }
}

/** Numbers statements without an id `s1`, `s2`, …, skipping ids that the editor has used. */
function withIds(statements: AnchoredStatements): readonly StatementJson[] {
  const usedIds = new Set(statements.map(([{ id }]) => id));
  let number = 0;
  return statements.map(([{ id }, statement]) => {
    if (id !== undefined) return { id, ...statement };
    do number++;
    while (usedIds.has(`s${number}`));
    return { id: `s${number}`, ...statement };
  });
}

/** Lists fields in the order of the dataset format and leaves out empty ones. */
function assembleDataset(
  coding: CodingFile,
  facts: AnchoredArticles['facts'],
  statements: readonly StatementJson[],
  order: DatasetJson['order'],
  variants: readonly VariantJson[],
): DatasetJson {
  const { title, description, lang, coded, sources, groups, speakers, claims, corrections } = coding;
  return {
    version: 1,
    title,
    ...(description !== undefined && { description }),
    lang,
    ...(coded && { coded }),
    sources,
    articles: coding.articles.map((article) => toArticleJson(article, facts.get(article.id)!)),
    ...(groups && groups.length > 0 && { groups }),
    speakers,
    claims,
    statements,
    ...(order && { order }),
    ...(variants.length > 0 && { variants }),
    ...(corrections && corrections.length > 0 && { corrections }),
  };
}

/** Drops the path of the text file, which means nothing to readers. */
function toArticleJson(article: CodedArticle, { sha256, length }: Pick<ArticleFile, 'sha256' | 'length'>): ArticleJson {
  const entry: ArticleJson & { file?: string } = { ...article, sha256, length };
  delete entry.file;
  return entry;
}

/** Returns the order by similar views; undefined, with a note, if too few cells are filled for it to mean anything or there are too many. */
function similarViewsOrder(
  dataset: Dataset,
  coding: CodingFile,
  locations: Locations,
  { notes }: Findings,
): DatasetJson['order'] {
  if (dataset.speakers.length === 0 || dataset.claims.length === 0) return undefined;
  const { speakers, claims, empty, reliable } = similarOrder(dataset);
  if (reliable) return { speakers: speakers.map(({ id }) => id), claims: claims.map(({ id }) => id) };
  const why =
    empty > maxEmptyShare
      ? `${Math.round(empty * 100)}% of the speaker × claim cells are empty, and above 60% an order by similar views is hardly better than chance`
      : `the order by similar views is computed for at most ${maxCompared} speakers and as many claims`;
  const message = `Speakers and claims keep the editor’s order: ${why}.`;
  notes.push(problemAt(locations.of(coding), message, noActionNeeded));
  return undefined;
}

function locationOfPath(path: string, coding: CodingFile, locations: Locations) {
  const [list = '', index = ''] = path.split(/[[\]]/u);
  const entities = (coding as unknown as Readonly<Record<string, unknown>>)[list];
  const entity: unknown = Array.isArray(entities) ? entities[Number(index)] : undefined;
  const field = path.split('.')[1]?.split('[')[0];
  return typeof entity === 'object' && entity !== null ? locations.of(entity, field) : locations.of(coding);
}

import type { ArticleJson, Dataset, DatasetJson, StatementJson, VariantJson } from '../dataset/dataset.js';
import { groupBy } from '../dataset/group-by.js';
import { DatasetError, readDataset } from '../dataset/read-dataset.js';
import { maxCompared, maxEmptyShare, similarOrder } from '../analysis/similar-order.js';
import type { PartialCoding } from './coding/check-coding.js';
import type { CodedArticle, CodedStatement, CodingFile } from './coding/coding.js';
import type { PlacedStatement } from './anchoring/anchor-statement.js';
import { placeStatements } from './anchoring/anchor-statements.js';
import type { PlaceCache } from './anchoring/anchor-cache.js';
import { noProgress, type Progress } from './progress.js';
import { inFileOrder, problemAt, type Findings, type Problem } from './problem.js';
import type { ArticleFile } from './files/read-article.js';
import type { Places } from './coding/read-tree.js';
import { checkSplit } from './split/check-split.js';
import { sameUtterances } from './utterances/same-utterance.js';

/** An article's text with the path under which the editor knows it. */
export interface ArticleSource extends ArticleFile {
  readonly shownAs: string;
}

/** Reads the text of an article; undefined where it cannot be read, and that was said. */
export type ReadText = (article: Partial<CodedArticle>) => Promise<ArticleSource | undefined>;

/** What building came to; the dataset is there only where there is no problem. Problems and notes come in the order of the files. */
export interface Built {
  readonly dataset?: DatasetJson;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

export interface BuildHelp {
  /** The places that an earlier run found. They make building faster and change nothing else. */
  readonly cache?: PlaceCache | undefined;
  readonly progress?: Progress | undefined;
  /** The dataset is to be split. */
  readonly split?: boolean;
}

/**
 * Builds the dataset from a coding and the texts of its articles. Where reading found problems, the quotes are still sought, so
 * that one run names everything; what is found is added to them. The same coding and texts give the same dataset on every machine.
 */
export async function buildDataset(
  coding: PartialCoding,
  readText: ReadText,
  places: Places,
  findings: Findings,
  { cache, progress = noProgress, split = false }: BuildHelp = {},
): Promise<Built> {
  const texts = await placeAll(coding, readText, places, findings, cache, progress);
  progress('Comparing');
  checkRepeats(texts.placed, places, findings);
  const dataset = findings.problems.length === 0 ? complete(coding as CodingFile, texts, places, findings) : undefined;
  if (dataset && split) checkSplit(coding, dataset, places, findings);
  return {
    ...(dataset && findings.problems.length === 0 && { dataset }),
    problems: inFileOrder(findings.problems),
    notes: inFileOrder(findings.notes),
  };
}

type Placed = readonly (readonly [CodedStatement, PlacedStatement])[];

/** What is kept of the articles when their texts are gone. */
interface Texts {
  /** In the order of the statements. */
  readonly placed: Placed;
  readonly facts: ReadonlyMap<string, Pick<ArticleFile, 'sha256' | 'length'>>;
}

/** Files that are read ahead while quotes are sought. */
const readAhead = 16;

/** Article by article; the text of each is let go when its quotes are found. */
async function placeAll(
  { articles = [], statements = [] }: PartialCoding,
  readText: ReadText,
  places: Places,
  findings: Findings,
  cache: PlaceCache | undefined,
  progress: Progress,
): Promise<Texts> {
  const coded = groupBy(
    statements.filter((statement) => places.isWhole<CodedStatement>(statement)),
    ({ article }) => article,
  );
  const placed = new Map<CodedStatement, PlacedStatement>();
  const facts = new Map<string, Pick<ArticleFile, 'sha256' | 'length'>>();
  let done = 0;
  for await (const [id, article] of inTurn(articles, readText)) {
    progress('Finding quotes', ++done, articles.length, 'articles');
    if (!article || id === undefined) continue;
    facts.set(id, { sha256: article.sha256, length: article.length });
    const found = placeStatements(coded.get(id) ?? [], article, places, findings, cache);
    for (const [statement, place] of found) placed.set(statement, place);
  }
  const inOrder = statements.flatMap((statement): [CodedStatement, PlacedStatement][] => {
    const found = placed.get(statement as CodedStatement);
    return found ? [[statement as CodedStatement, found]] : [];
  });
  return { placed: inOrder, facts };
}

async function* inTurn(
  articles: readonly Partial<CodedArticle>[],
  readText: ReadText,
): AsyncGenerator<readonly [id: string | undefined, article: ArticleSource | undefined]> {
  const reading: Promise<ArticleSource | undefined>[] = [];
  let next = 0;
  for (const { id } of articles) {
    while (reading.length < readAhead && next < articles.length) reading.push(readText(articles[next++]!));
    yield [id, await reading.shift()];
  }
}

/** The same statement twice would count twice; the same words with two stances are rarely meant. */
function checkRepeats(placed: Placed, places: Places, { problems, notes }: Findings): void {
  const firsts = new Map<string, CodedStatement>();
  for (const [coded, { article, claim, speaker, stance, quote }] of placed) {
    const key = JSON.stringify([article, claim, speaker, quote.start, quote.end]);
    const first = firsts.get(key);
    if (!first) {
      firsts.set(key, coded);
      continue;
    }
    const { file, line } = places.of(first);
    const at = places.of(coded);
    if (first.stance === stance)
      problems.push(
        problemAt(at, `This statement stands twice: it is coded at ${file}:${line} already.`, 'Delete one of the two.'),
      );
    else
      notes.push(
        problemAt(
          at,
          `The same words were coded as ${first.stance} of the same claim at ${file}:${line}.`,
          'Keep both only if the words really take both sides.',
        ),
      );
  }
}

function complete(
  coding: CodingFile,
  { placed, facts }: Texts,
  places: Places,
  findings: Findings,
): DatasetJson | undefined {
  const statements = withIds(placed);
  const source = new Map(coding.articles.map((article) => [article.id, article.source]));
  const variants = sameUtterances(statements, (article) => source.get(article) ?? '');
  try {
    // The last gate: what the elements would refuse is never written.
    const without = assemble(coding, facts, statements, undefined, variants);
    const order = frozenOrder(readDataset(without), coding, places, findings);
    if (!order) return without;
    // All but the order has passed.
    readDataset({ ...without, articles: [], statements: [], variants: [], order });
    return assemble(coding, facts, statements, order, variants);
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    for (const { path, message } of error.problems)
      findings.problems.push(
        problemAt(placeOfPath(path, coding, places), `${path} ${message}`, 'Correct it in the coding.'),
      );
    return undefined;
  }
}

/** `s1`, `s2` … for those without an id, leaving out ids that the editor gave. */
function withIds(placed: Placed): readonly StatementJson[] {
  const given = new Set(placed.map(([{ id }]) => id));
  let number = 0;
  return placed.map(([{ id }, statement]) => {
    if (id !== undefined) return { id, ...statement };
    do number++;
    while (given.has(`s${number}`));
    return { id: `s${number}`, ...statement };
  });
}

/** The members in the order in which the format lists them; those that say nothing are left out. */
function assemble(
  coding: CodingFile,
  facts: Texts['facts'],
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
    articles: coding.articles.map((article) => articleFor(article, facts.get(article.id)!)),
    ...(groups && groups.length > 0 && { groups }),
    speakers,
    claims,
    statements,
    ...(order && { order }),
    ...(variants.length > 0 && { variants }),
    ...(corrections && corrections.length > 0 && { corrections }),
  };
}

/** Without the path of its file, which means nothing to readers. */
function articleFor(article: CodedArticle, { sha256, length }: Pick<ArticleFile, 'sha256' | 'length'>): ArticleJson {
  const entry: ArticleJson & { file?: string } = { ...article, sha256, length };
  delete entry.file;
  return entry;
}

/** The order "similar views", or undefined with a note where too few cells are filled for it to mean anything, or there are too many. */
function frozenOrder(dataset: Dataset, coding: CodingFile, places: Places, { notes }: Findings): DatasetJson['order'] {
  if (dataset.speakers.length === 0 || dataset.claims.length === 0) return undefined;
  const { speakers, claims, empty, reliable } = similarOrder(dataset);
  if (reliable) return { speakers: speakers.map(({ id }) => id), claims: claims.map(({ id }) => id) };
  const why =
    empty > maxEmptyShare
      ? `${Math.round(empty * 100)} % of the cells speaker × claim are empty, and above 60 % an order by similar views hardly differs from chance`
      : `an order by similar views is worked out for at most ${maxCompared} speakers and as many claims`;
  const message = `The editor’s order of speakers and claims is kept: ${why}.`;
  notes.push(problemAt(places.of(coding), message, 'Nothing need be done.'));
  return undefined;
}

function placeOfPath(path: string, coding: CodingFile, places: Places) {
  const [list = '', index = ''] = path.split(/[[\]]/u);
  const entities = (coding as unknown as Readonly<Record<string, unknown>>)[list];
  const entity: unknown = Array.isArray(entities) ? entities[Number(index)] : undefined;
  const member = path.split('.')[1]?.split('[')[0];
  return typeof entity === 'object' && entity !== null ? places.of(entity, member) : places.of(coding);
}

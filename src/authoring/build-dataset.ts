import type { ArticleJson, DatasetJson, StatementJson, VariantJson } from '../dataset/dataset.js';
import { DatasetError, readDataset } from '../dataset/read-dataset.js';
import { similarOrder } from '../dataset/similar-order.js';
import { ArticleText } from './quotes/article-text.js';
import type { PartialCoding } from './coding/check-coding.js';
import type { CodedArticle, CodedStatement, CodingFile } from './coding/coding.js';
import { placeStatement, type PlacedStatement } from './quotes/place-statement.js';
import { inFileOrder, problemAt, type Findings, type Problem } from './problem.js';
import type { ArticleFile } from './files/read-article.js';
import type { Places } from './coding/read-tree.js';
import { sameUtterances } from './utterances/same-utterance.js';

/** An article's text with the path under which the editor knows it. */
export interface ArticleSource extends ArticleFile {
  readonly shownAs: string;
}

/** What building came to; the dataset is there only where there is no problem. Problems and notes come in the order of the files. */
export interface Built {
  readonly dataset?: DatasetJson;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

/**
 * Builds the dataset from a coding and the texts of its articles (by id). Where reading found problems, the quotes are still sought, so
 * that one run names everything. The same coding and texts give the same dataset on every machine.
 */
export function buildDataset(
  coding: PartialCoding,
  articles: ReadonlyMap<string, ArticleSource>,
  places: Places,
  found: Findings,
): Built {
  const findings: Findings = { problems: [...found.problems], notes: [...found.notes] };
  const placed = placeAll(coding.statements ?? [], articles, places, findings);
  checkRepeats(placed, places, findings);
  const dataset =
    findings.problems.length === 0 ? complete(coding as CodingFile, articles, placed, places, findings) : undefined;
  return {
    ...(dataset && findings.problems.length === 0 && { dataset }),
    problems: inFileOrder(findings.problems),
    notes: inFileOrder(findings.notes),
  };
}

type Placed = ReadonlyMap<CodedStatement, PlacedStatement>;

/** Article by article, so that of large ones only one is indexed at a time; the answer comes in the order of the statements. */
function placeAll(
  statements: readonly Partial<CodedStatement>[],
  articles: ReadonlyMap<string, ArticleSource>,
  places: Places,
  findings: Findings,
): Placed {
  const byArticle = new Map<string, CodedStatement[]>();
  for (const statement of statements) {
    if (!places.isWhole<CodedStatement>(statement)) continue;
    const known = byArticle.get(statement.article);
    if (known) known.push(statement);
    else byArticle.set(statement.article, [statement]);
  }
  const placed = new Map<CodedStatement, PlacedStatement>();
  for (const [id, coded] of byArticle) {
    const article = articles.get(id);
    if (!article) continue;
    const named = { file: article.shownAs, text: new ArticleText(article.text) };
    for (const statement of coded) {
      const found = placeStatement(statement, named, places, findings);
      if (found) placed.set(statement, found);
    }
  }
  return new Map(
    statements
      .filter((statement) => places.isWhole<CodedStatement>(statement))
      .flatMap((statement) => {
        const found = placed.get(statement);
        return found ? [[statement, found]] : [];
      }),
  );
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
  articles: ReadonlyMap<string, ArticleSource>,
  placed: Placed,
  places: Places,
  findings: Findings,
): DatasetJson | undefined {
  const statements = withIds([...placed]);
  const source = new Map(coding.articles.map((article) => [article.id, article.source]));
  const variants = sameUtterances(statements, (article) => source.get(article) ?? '');
  const without = assemble(coding, articles, statements, undefined, variants);
  try {
    const order = frozenOrder(without, coding, places, findings);
    const dataset = assemble(coding, articles, statements, order, variants);
    // The last gate: what the elements would refuse is never written.
    readDataset(dataset);
    return dataset;
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
function withIds(placed: readonly (readonly [CodedStatement, PlacedStatement])[]): readonly StatementJson[] {
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
  articles: ReadonlyMap<string, ArticleSource>,
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
    articles: coding.articles.map((article) => articleFor(article, articles.get(article.id)!)),
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
function articleFor(article: CodedArticle, { sha256, length }: ArticleSource): ArticleJson {
  const entry: ArticleJson & { file?: string } = { ...article, sha256, length };
  delete entry.file;
  return entry;
}

/** The order "similar views", or undefined with a note where too few cells are filled for it to mean anything. */
function frozenOrder(json: DatasetJson, coding: CodingFile, places: Places, { notes }: Findings): DatasetJson['order'] {
  const dataset = readDataset(json);
  if (dataset.speakers.length === 0 || dataset.claims.length === 0) return undefined;
  const { speakers, claims, empty, reliable } = similarOrder(dataset);
  if (reliable) return { speakers: speakers.map(({ id }) => id), claims: claims.map(({ id }) => id) };
  const message = `The editor’s order of speakers and claims is kept: ${Math.round(empty * 100)} % of the cells speaker × claim are empty, and above 60 % an order by similar views hardly differs from chance.`;
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

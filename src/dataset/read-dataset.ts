import type { Dataset, DatasetJson, Quote, StatementJson, VariantJson } from './dataset.js';
import { datasetShape } from './dataset-shape.js';
import { readShape, shown, type Problem, type Report } from './read-shape.js';

/** Why a value is not a dataset: `problems` names each fault with its path, in words an editor understands. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const [first] = problems;
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    super(first ? `${first.path ? `${first.path} ` : ''}${first.message}${more}` : 'Not a dataset.');
    this.problems = Object.freeze([...problems]);
  }
}

const readBefore = new WeakSet<object>();

/**
 * Reads a dataset from outside: checks version, shape, ids, references, dates, links and places, and returns a fresh,
 * deep-frozen dataset in which references are the things themselves. The value given is never changed; a dataset that was
 * read before is returned as it is. Members that version 1 does not know are kept.
 *
 * Throws one `DatasetError` with every problem found. Time and memory are linear in the size of the value.
 */
export function readDataset(value: unknown): Dataset {
  if (typeof value === 'object' && value !== null && readBefore.has(value)) return value as Dataset;
  const foreign = whyForeign(value);
  if (foreign) throw new DatasetError([foreign]);
  const found = new Map<string, Problem>();
  // One problem a place: what follows from a fault that was named already is not named again.
  const report: Report = (path, message) => {
    if (!found.has(path)) found.set(path, { path, message });
  };
  const copy = readShape(datasetShape, value, report) as Broken<DatasetJson> | undefined;
  if (copy) resolve(copy, report);
  if (!copy || found.size > 0) throw new DatasetError([...found.values()]);
  const dataset = freezeDeep(withOptionalLists(copy)) as Dataset;
  readBefore.add(dataset);
  return dataset;
}

function withOptionalLists(copy: Broken<DatasetJson>): object {
  const { groups = [], order = { speakers: undefined, claims: undefined }, variants = [], corrections = [] } = copy;
  return { ...copy, groups, order, variants, corrections };
}

/** One sentence instead of a long list where the value was never meant to be a dataset of this version. */
function whyForeign(value: unknown): Problem | undefined {
  try {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { path: '', message: `This is not a stance dataset: it is ${shown(value)}, not an object.` };
    const version: unknown = Object.hasOwn(value, 'version') ? (value as { version: unknown }).version : undefined;
    if (typeof version === 'number' && version > 1) {
      const message = `is ${version}: the dataset was made with a newer version of Stancekit; this one reads version 1.`;
      return { path: 'version', message };
    }
    if (version === undefined && !Object.hasOwn(value, 'statements'))
      return { path: '', message: 'This is not a stance dataset: it has no version and no statements.' };
  } catch {
    return { path: '', message: 'This is not a stance dataset: reading it fails.' };
  }
  return undefined;
}

/** What `readShape` leaves: whatever it reported may be undefined. */
type Broken<T> = T extends string | number ? T : { -readonly [K in keyof T]?: Broken<T[K]> | undefined };
type Entity = { id?: string | undefined };
type Entities = { readonly list: readonly object[]; readonly places: ReadonlyMap<string, number> } | undefined;

/** Checks what a shape cannot say and puts the things themselves in place of their ids. Changes the copy it is given. */
function resolve(copy: Broken<DatasetJson>, report: Report): void {
  const sources = byId('sources', copy.sources);
  const articles = byId('articles', copy.articles);
  const groups = byId('groups', copy.groups ?? []);
  const speakers = byId('speakers', copy.speakers);
  const claims = byId('claims', copy.claims);
  const statements = byId('statements', copy.statements);

  each(copy.articles, 'articles', (article, path) => refer(article, 'source', sources, 'source', path));
  each(copy.speakers, 'speakers', (speaker, path) => refer(speaker, 'group', groups, 'group', path));
  each(copy.statements, 'statements', (statement, path) => {
    checkVoice(statement, path);
    checkPlace(statement.quote, `${path}.quote`);
    refer(statement, 'claim', claims, 'claim', path);
    refer(statement, 'speaker', speakers, 'speaker', path);
    refer(statement, 'article', articles, 'article', path);
    checkEnd(statement, path);
  });
  if (copy.order) {
    referAll(copy.order, 'speakers', speakers, 'speaker', 'order');
    referAll(copy.order, 'claims', claims, 'claim', 'order');
  }
  each(copy.variants, 'variants', (variant: Broken<VariantJson>, path) => {
    referAll(variant, 'statements', statements, 'statement', path);
    if (variant.statements && Object.keys(variant.statements).length < 2)
      report(`${path}.statements`, 'should name at least two statements.');
  });

  function byId(list: string, entities: Broken<readonly Entity[]> | undefined): Entities {
    if (!entities) return undefined;
    const places = new Map<string, number>();
    each(entities, list, ({ id }, path, index) => {
      if (id === undefined) return;
      const first = places.get(id);
      if (first === undefined) places.set(id, index);
      else report(`${path}.id`, `“${id}” is already the id of ${list}[${first}].`);
    });
    return { list: entities as readonly object[], places };
  }

  function lookUp(id: unknown, among: Entities, kind: string, path: string): object | undefined {
    if (typeof id !== 'string' || !among) return undefined;
    const place = among.places.get(id);
    if (place === undefined) report(path, `There is no ${kind} with the id ${shown(id)}.`);
    return place === undefined ? undefined : among.list[place];
  }

  function refer(from: object, member: string, among: Entities, kind: string, path: string): void {
    const record = from as Record<string, unknown>;
    const target = lookUp(record[member], among, kind, `${path}.${member}`);
    if (target) record[member] = target;
  }

  function referAll(from: object, member: string, among: Entities, kind: string, path: string): void {
    const record = from as Record<string, unknown[] | undefined>;
    const ids = record[member];
    if (!ids) return;
    const seen = new Set<unknown>();
    record[member] = ids.map((id, index) => {
      const here = `${path}.${member}[${index}]`;
      if (id !== undefined && seen.has(id)) report(here, `${shown(id)} is listed twice.`);
      seen.add(id);
      return lookUp(id, among, kind, here);
    });
  }

  function checkVoice({ voice, speaker }: Broken<StatementJson>, path: string): void {
    if (voice === 'outlet' && speaker !== undefined)
      report(`${path}.speaker`, 'should be left out: in the outlet’s own words there is no speaker.');
    if ((voice === 'quoted' || voice === 'reported') && speaker === undefined)
      report(`${path}.speaker`, `is missing: words that are ${voice} have a speaker.`);
  }

  function checkPlace(quote: Broken<Quote> | undefined, path: string): void {
    if (!quote) return;
    const { exact, start, end } = quote;
    if ((start === undefined) !== (end === undefined)) report(path, 'should have both start and end, or neither.');
    if (start === undefined || end === undefined || exact === undefined) return;
    const length = codePointCount(exact);
    if (end - start !== length) {
      report(
        path,
        `should be as long as its place: from ${start} to ${end} is ${end - start}, but the words have ${length} characters.`,
      );
    } else checkFragments(quote, start, end, path);
  }

  function checkFragments(quote: Broken<Quote>, start: number, end: number, path: string): void {
    let reached = start;
    each(quote.fragments, `${path}.fragments`, (fragment, here, index) => {
      if (fragment.start === undefined || fragment.end === undefined) return;
      const begins = index === 0 ? fragment.start === start : fragment.start >= reached;
      if (!begins || fragment.end <= fragment.start || fragment.end > end)
        report(here, 'should lie inside the quote, after the fragment before it.');
      reached = fragment.end;
    });
    if (quote.fragments && reached !== end)
      report(`${path}.fragments`, 'should reach from the start of the quote to its end.');
  }

  function checkEnd({ article, quote }: Broken<StatementJson>, path: string): void {
    const { length } = (article ?? {}) as { length?: number };
    if (typeof article === 'object' && length !== undefined && quote?.end !== undefined && quote.end > length)
      report(`${path}.quote.end`, `is ${quote.end}, but the article has only ${length} characters.`);
  }
}

function each<T>(
  list: { readonly [index: number]: T | undefined } | undefined,
  name: string,
  visit: (item: T, path: string, index: number) => void,
): void {
  if (!list) return;
  (list as readonly (T | undefined)[]).forEach((item, index) => {
    if (item !== undefined) visit(item, `${name}[${index}]`, index);
  });
}

/** Unicode code points, as the W3C Web Annotation model counts. */
export function codePointCount(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // The second half of a pair adds nothing; well-formed text was checked before.
    if (unit < 0xdc00 || unit > 0xdfff) count++;
  }
  return count;
}

function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(freezeDeep);
  return value;
}

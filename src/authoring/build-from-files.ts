import { dirname, join, relative, resolve } from 'node:path';
import { buildDataset, type Built, type ReadText } from './build-dataset.js';
import { decodeText } from './files/decode-text.js';
import { noFindings, problemAt, quoted, type FilePlace, type Findings } from './problem.js';
import { readArticle } from './files/read-article.js';
import { readCoding, type ReadTable } from './coding/read-coding.js';
import { noProgress, type Progress } from './progress.js';
import { PlaceCache } from './anchoring/anchor-cache.js';
import { readFileInside, readOrdinaryFile } from './files/read-file.js';
import { TextPlaces } from './text/text-positions.js';

/** A smaller coding is built in a moment, and its folder stays as it is. */
const fewestForCache = 100;

export interface BuildOptions {
  /** Where the command was called: paths in messages are relative to it. */
  readonly cwd: string;
  /** Reads links that lead outside the folder of the coding. */
  readonly followLinks?: boolean;
  /** Keeps where quotes were found beside a coding of many articles, for the next run. */
  readonly useCache?: boolean;
  readonly progress?: Progress;
  /** The dataset is to be split: what cannot be is a problem. */
  readonly split?: boolean;
}

/** What building came to, and every file it read, so that none of them is overwritten. */
export interface BuiltFromFiles extends Built {
  readonly inputs: readonly string[];
}

/** Reads the coding at this path with the spreadsheets and articles it names, and builds the dataset. */
export async function buildFromFiles(
  path: string,
  { cwd, followLinks = false, useCache = false, progress = noProgress, split = false }: BuildOptions,
): Promise<BuiltFromFiles> {
  const codingPath = resolve(cwd, path);
  const folder = dirname(codingPath);
  const shown = (file: string): string => relative(cwd, file) || file;
  const inputs = [codingPath];
  const findings = noFindings();

  const text = await readCodingText(codingPath, shown(codingPath), findings);
  const readTable: ReadTable = async (name, at) => {
    const file = await readFileInside(folder, name, followLinks);
    if ('fault' in file) {
      report(findings, at, 'spreadsheet', name, file);
      return undefined;
    }
    inputs.push(join(folder, name));
    const shownAs = shown(join(folder, name));
    const table = decoded(file.bytes, shownAs, findings);
    return table === undefined ? undefined : { text: table, file: shownAs };
  };
  const read =
    text === undefined ? undefined : await readCoding(text, shown(codingPath), readTable, findings, progress);
  if (!read) return { ...findings, inputs };

  const { coding, places } = read;
  const readText: ReadText = async (article) => {
    if (article.file === undefined || article.id === undefined) return undefined;
    const file = await readArticle(folder, article.file, followLinks);
    if ('fault' in file) {
      report(findings, places.of(article, 'file'), 'article file', article.file, file);
      return undefined;
    }
    inputs.push(join(folder, article.file));
    return { ...file, shownAs: shown(join(folder, article.file)) };
  };
  const cachePath = `${codingPath}.cache`;
  const isLarge = useCache && (coding.articles ?? []).length >= fewestForCache;
  const cache = isLarge ? await PlaceCache.open(cachePath) : undefined;
  const built = await buildDataset(coding, readText, places, findings, { cache, progress, split });
  await cache?.close(built.dataset !== undefined);
  const trouble = isLarge && (cache ? cache.trouble : 'something else stands there');
  if (!trouble) return { ...built, inputs };
  const note = problemAt(
    { file: shown(cachePath), line: 1, column: 1 },
    `The places of the quotes could not be kept here for the next run: ${trouble}.`,
    'Nothing need be done; with --no-cache they are not kept.',
  );
  return { ...built, notes: [...built.notes, note], inputs };
}

async function readCodingText(path: string, shownAs: string, findings: Findings): Promise<string | undefined> {
  const file = await readOrdinaryFile(path);
  if ('bytes' in file) return decoded(file.bytes, shownAs, findings);
  findings.problems.push(problemAt({ file: shownAs, line: 1, column: 1 }, `The coding ${file.fault}.`, file.mend));
  return undefined;
}

function decoded(bytes: Uint8Array, shownAs: string, { problems }: Findings): string | undefined {
  const text = decodeText(bytes);
  if ('text' in text) return text.text;
  const place = new TextPlaces(text.before).lineAndColumn(text.before.length);
  problems.push(problemAt({ file: shownAs, ...place }, `The file ${text.fault}.`, text.mend));
  return undefined;
}

function report(
  { problems }: Findings,
  at: FilePlace,
  kind: string,
  name: string,
  { fault, mend }: { readonly fault: string; readonly mend: string },
): void {
  problems.push(problemAt(at, `The ${kind} ${quoted(name)} ${fault}.`, mend));
}

import { dirname, join, relative, resolve } from 'node:path';
import { buildDataset, type BuildResult, type ReadText } from './build-dataset.js';
import { decodeText } from './files/decode-text.js';
import { wrongKind } from './files/file-kind.js';
import { emptyFindings, inQuotes, noActionNeeded, problemAt, type FileLocation, type Findings } from './problem.js';
import { readArticle } from './files/read-article.js';
import { readCoding, type ReadCoding, type ReadTable } from './coding/read-coding.js';
import { noProgress, type Progress } from './progress.js';
import { AnchorCache } from './anchoring/anchor-cache.js';
import { readFileInFolder, readRegularFile, type UnreadableFile } from './files/read-file.js';
import { TextPositions } from './text/text-positions.js';

/** Smaller codings build fast enough without a cache file in their folder. */
const minArticlesForCache = 100;

export interface FileBuildOptions {
  /** The working directory of the command. Paths in messages are relative to it. */
  readonly cwd: string;
  /** Also reads symbolic links that point outside the folder of the coding. */
  readonly followLinks?: boolean;
  /** Caches quote positions in a file next to a coding of many articles. */
  readonly useCache?: boolean;
  readonly progress?: Progress;
  /** Also checks that the dataset can be split. */
  readonly split?: boolean;
}

export interface FileBuildResult extends BuildResult {
  /** What could be read of the coding; undefined if it is not a coding at all. */
  readonly read: ReadCoding | undefined;
  /** Every file that was read, so that none of them is overwritten. */
  readonly inputs: readonly string[];
}

/** Reads the coding at this path with its spreadsheets and articles, and builds the dataset. */
export async function buildFromFiles(
  path: string,
  { cwd, followLinks = false, useCache = false, progress = noProgress, split = false }: FileBuildOptions,
): Promise<FileBuildResult> {
  const codingPath = resolve(cwd, path);
  const folder = dirname(codingPath);
  const displayPath = (file: string): string => relative(cwd, file) || file;
  const inputs = [codingPath];
  const findings = emptyFindings();

  const text = await readCodingText(codingPath, displayPath(codingPath), findings);
  const readTable: ReadTable = async (name, location) => {
    const file = await readFileInFolder(folder, name, followLinks);
    if ('reason' in file) {
      reportUnreadable(findings, location, 'spreadsheet', name, file);
      return undefined;
    }
    inputs.push(join(folder, name));
    const path = displayPath(join(folder, name));
    const table = decode(file.bytes, path, findings);
    return table === undefined ? undefined : { text: table, file: path };
  };
  const read =
    text === undefined ? undefined : await readCoding(text, displayPath(codingPath), readTable, findings, progress);
  if (!read) return { ...findings, anchored: [], read, inputs };

  const { coding, locations } = read;
  const readText: ReadText = async (article) => {
    if (article.file === undefined || article.id === undefined) return undefined;
    const file = await readArticle(folder, article.file, followLinks);
    if ('reason' in file) {
      reportUnreadable(findings, locations.of(article, 'file'), 'article file', article.file, file);
      return undefined;
    }
    inputs.push(join(folder, article.file));
    return { ...file, displayPath: displayPath(join(folder, article.file)) };
  };
  const cachePath = `${codingPath}.cache`;
  const isLarge = useCache && (coding.articles ?? []).length >= minArticlesForCache;
  const cache = isLarge ? await AnchorCache.open(cachePath) : undefined;
  const built = await buildDataset(coding, readText, locations, findings, { cache, progress, split });
  await cache?.close(built.dataset !== undefined);
  const cacheError = isLarge && (cache ? cache.writeError : 'another file with this name exists');
  if (!cacheError) return { ...built, read, inputs };
  const note = problemAt(
    { file: displayPath(cachePath), line: 1, column: 1 },
    `The quote cache could not be written: ${cacheError}.`,
    `${noActionNeeded} Use --no-cache to build without a cache.`,
  );
  return { ...built, notes: [...built.notes, note], read, inputs };
}

async function readCodingText(path: string, displayPath: string, findings: Findings): Promise<string | undefined> {
  const file = await readRegularFile(path);
  const start = { file: displayPath, line: 1, column: 1 };
  if ('reason' in file) {
    findings.problems.push(problemAt(start, `The coding ${file.reason}.`, file.hint));
    return undefined;
  }
  const text = decode(file.bytes, displayPath, findings);
  const wrong = text === undefined ? undefined : wrongKind(displayPath, text, 'coding');
  if (!wrong) return text;
  findings.problems.push(problemAt(start, wrong.message, wrong.hint));
  return undefined;
}

function decode(bytes: Uint8Array, displayPath: string, { problems }: Findings): string | undefined {
  const decoded = decodeText(bytes);
  if ('text' in decoded) return decoded.text;
  const { reason, hint, textBefore } = decoded;
  const position = new TextPositions(textBefore).lineAndColumn(textBefore.length);
  problems.push(problemAt({ file: displayPath, ...position }, `The file ${reason}.`, hint));
  return undefined;
}

function reportUnreadable(
  { problems }: Findings,
  location: FileLocation,
  kind: string,
  name: string,
  { reason, hint }: UnreadableFile,
): void {
  problems.push(problemAt(location, `The ${kind} ${inQuotes(name)} ${reason}.`, hint));
}

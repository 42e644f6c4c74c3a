import { buildFromFiles, type FileBuildResult } from '../../authoring/build-from-files.js';
import type { CodedStatement } from '../../authoring/coding/coding.js';
import { readArticle } from '../../authoring/files/read-article.js';
import type { UnreadableFile } from '../../authoring/files/read-file.js';
import type { Problem } from '../../authoring/problem.js';
import type { Story, StoryArticle, StoryStatement } from '../story.js';
import type { CodingFile } from './coding-file.js';

/** Reads the coding and its articles as `stancekit check` does. Throws an `EditError` if the coding cannot be read. */
export async function readStory(file: CodingFile): Promise<Story> {
  for (;;) {
    const { version } = await file.read();
    const built = await buildFromFiles(file.path, { cwd: file.folder, useCache: true });
    // The coding is read twice; between the two another program may have written it.
    if ((await file.read()).version === version) return storyOf(version, built);
  }
}

/** Reads the text of an article that the story lists; undefined if there is none with this id. */
export async function readArticleText(file: CodingFile, id: string): Promise<string | UnreadableFile | undefined> {
  const { read } = await buildFromFiles(file.path, { cwd: file.folder, useCache: true });
  const article = read?.coding.articles?.find((each) => each.id === id);
  if (article?.file === undefined) return undefined;
  const found = await readArticle(file.folder, article.file);
  return 'reason' in found ? found : found.text;
}

function storyOf(version: string, { read, anchored, dataset, problems, notes }: FileBuildResult): Story {
  const { title, lang, sources = [], articles = [], groups = [], speakers = [], claims = [] } = read?.coding ?? {};
  const statements = read ? statementsOf(read, anchored, problems) : [];
  const ofStatements = new Set(statements.flatMap((statement) => statement.problems));
  return {
    version,
    ...(title !== undefined && { title }),
    ...(lang !== undefined && { lang }),
    articles: articles.filter((article): article is StoryArticle => article.id !== undefined),
    ...{ sources, groups, speakers, claims, statements, notes },
    problems: problems.filter((problem) => !ofStatements.has(problem)),
    ...(dataset && { dataset }),
  };
}

function statementsOf(
  { coding, locations }: NonNullable<FileBuildResult['read']>,
  anchored: FileBuildResult['anchored'],
  problems: readonly Problem[],
): readonly StoryStatement[] {
  const places = new Map(anchored);
  const { file: codingFile } = locations.of(coding);
  const coded = coding.statements ?? [];
  const starts = coded.map((statement) => locations.of(statement));
  let index = 0;
  return coded.map((statement, at): StoryStatement => {
    const { file, line } = starts[at]!;
    const next = starts[at + 1];
    // Problems stand in the lines of the statement, which end where the next one starts.
    const isOfThis = (problem: Problem) =>
      problem.file === file && problem.line >= line && !(next?.file === file && problem.line >= next.line);
    const found = places.get(statement as CodedStatement);
    const { article, speaker, claim, stance, quote, note } = statement;
    const voice = found?.voice ?? statement.voice;
    return {
      ...(file === codingFile && { index: index++ }),
      ...(article !== undefined && { article }),
      ...(speaker !== undefined && { speaker }),
      ...(claim !== undefined && { claim }),
      ...(stance && { stance }),
      ...(voice && { voice }),
      ...(quote !== undefined && { quote }),
      ...(note !== undefined && { note }),
      passages: found ? passagesOf(found.quote) : [],
      problems: problems.filter(isOfThis),
    };
  });
}

function passagesOf({ start, end, fragments }: FileBuildResult['anchored'][number][1]['quote']) {
  return (fragments ?? [{ start: start!, end: end! }]).map(({ start, end }) => ({ start, end }));
}

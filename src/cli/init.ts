import { basename, join, relative, resolve } from 'node:path';
import { language } from '../dataset/dataset-shape.js';
import { importArticle } from '../authoring/articles/import-article.js';
import type { ImportedArticle } from '../authoring/articles/extract-article.js';
import type { UnreadableFile } from '../authoring/files/read-file.js';
import { inQuotes, toSingleLine } from '../authoring/problem.js';
import { isSameOutlet, storyFiles, type StoryArticle } from '../authoring/story/story-files.js';
import { checkStoryFolder, writeStory } from '../authoring/story/write-story.js';
import { singleOperand, UsageError, type CommandArguments } from './arguments.js';
import { printFailure, problemCount, styler, type CommandIo, type ExitCode } from './io.js';

/** An article as the command line names it. */
interface NamedArticle {
  /** A file or an address. */
  readonly name: string;
  /** The outlet that the command line names for it. */
  readonly outlet?: string;
}

interface Problem {
  readonly file: string;
  readonly message: string;
  readonly hint: string;
}

const example =
  'stancekit init bridge --title "Is the bridge safe?" --lang en --outlet "The Gazette" --article gazette.html';

/** Runs `stancekit init`: starts a story with its outlets and articles, and asks for what the command line leaves open. */
export async function runInit(args: CommandArguments, io: CommandIo): Promise<ExitCode> {
  const folder = singleOperand(args, 'folder', example);
  const [json, yes] = [args.isSet('json'), args.isSet('yes')];
  const path = resolve(io.cwd, folder);
  const { outlets, articles: named } = namedInOrder(args);
  const given = { title: checked('title', args.value('title')), lang: checked('lang', args.value('lang')) };
  await checkStoryFolder(path);

  const ask = json ? undefined : io.ask;
  if (!ask) {
    const missing = [
      ...(given.title === undefined ? ['--title'] : []),
      ...(given.lang === undefined ? ['--lang'] : []),
      ...(outlets.length === 0 && named.length === 0 ? ['--outlet'] : []),
      ...(named.length > 0 && !yes ? ['--yes'] : []),
    ];
    if (missing.length > 0) throw new UsageError(`Missing: ${missing.join(', ')}.`, `Example: ${example} --yes`);
  }
  const questions = ask && new Questions(ask, io);
  const title = given.title ?? (await questions!.text('title', 'Title: '));
  const lang = given.lang ?? (await questions!.text('lang', 'Language, such as en: '));
  if (outlets.length === 0 && named.length === 0) outlets.push(...(await questions!.outlets()));

  const problems: Problem[] = [];
  const articles: StoryArticle[] = [];
  /** Returns whether the article could be read. */
  const add = async ({ name, outlet: namedOutlet }: NamedArticle): Promise<boolean> => {
    const article = await importArticle(name, io.cwd);
    if ('reason' in article) {
      const problem = problemOf(name, article);
      problems.push(problem);
      if (!json) printFailure(problem.message, problem.hint, io, problem.file);
      return false;
    }
    if (!json) showArticle(name, article, namedOutlet, io);
    // Nothing will be written.
    if (problems.length > 0) return true;
    const outlet = namedOutlet ?? article.outlet ?? (await questions?.outletOf(outlets));
    if (outlet === undefined)
      throw new UsageError(
        `The outlet of ${inQuotes(name, 80)} is missing: the article does not name it.`,
        'Put --outlet NAME before --article.',
      );
    if (!yes && !(await questions!.isAgreed('Store this article?'))) return true;
    const known = outlets.find((each) => isSameOutlet(each, outlet));
    if (known === undefined) outlets.push(outlet);
    articles.push({ ...article, outlet: known ?? outlet });
    return true;
  };
  for (const each of named) await add(each);
  if (problems.length === 0 && named.length === 0 && questions && !yes)
    for (let name = await questions.article(); name !== ''; name = await questions.article())
      if (!(await add({ name }))) problems.pop();

  const isGood = problems.length === 0;
  const files = storyFiles({ title, lang, outlets, articles });
  if (isGood) await writeStory(path, files);
  report(folder, problems, isGood ? [...files.keys()] : [], json, io);
  return isGood ? 0 : 1;
}

/** Returns outlets and articles. An article belongs to the outlet before it; without one, its page has to name the outlet. */
function namedInOrder({ inOrder }: CommandArguments) {
  const outlets: string[] = [];
  const articles: NamedArticle[] = [];
  let outlet: string | undefined;
  for (const { name, value } of inOrder) {
    if (name === 'article') articles.push({ name: value, ...(outlet !== undefined && { outlet }) });
    if (name !== 'outlet') continue;
    const text = checked('outlet', value)!;
    outlet = outlets.find((each) => isSameOutlet(each, text)) ?? text;
    if (!outlets.includes(outlet)) outlets.push(outlet);
  }
  return { outlets, articles };
}

type TextName = 'title' | 'lang' | 'outlet';

/** Returns the text on a single line. Throws a `UsageError` if it cannot be what it should be. */
function checked(name: TextName, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = value.replace(/\s+/gu, ' ').trim();
  const problem = problemWith(name, text);
  if (problem) throw new UsageError(`${problem} (--${name}).`);
  return text;
}

function problemWith(name: TextName, text: string): string | undefined {
  if (text === '') return 'The text is empty';
  if (/[\p{Cc}\p{Surrogate}]/u.test(text)) return 'The text has a control character';
  const format = language.rule.kind === 'text' ? language.rule.format : undefined;
  if (name === 'lang' && format && !format.pattern.test(text)) return `${inQuotes(text, 40)} is not ${format.expected}`;
  return undefined;
}

/** The questions of the command, each repeated until the answer is valid. */
class Questions {
  constructor(
    private readonly ask: (question: string) => Promise<string>,
    private readonly io: CommandIo,
  ) {}

  async text(name: TextName, question: string): Promise<string> {
    for (;;) {
      const answer = (await this.ask(question)).replace(/\s+/gu, ' ').trim();
      const problem = problemWith(name, answer);
      if (!problem) return answer;
      this.io.stderr.write(`${problem}.\n`);
    }
  }

  async outlets(): Promise<readonly string[]> {
    const names = [await this.text('outlet', 'First outlet: ')];
    for (;;) {
      const name = (await this.ask('Another outlet (Enter for no more): ')).replace(/\s+/gu, ' ').trim();
      if (name === '') return names;
      const problem = problemWith('outlet', name);
      if (problem) this.io.stderr.write(`${problem}.\n`);
      else if (!names.some((each) => isSameOutlet(each, name))) names.push(name);
    }
  }

  article(): Promise<string> {
    return this.ask('Article: text file, saved page or address (Enter for no more): ');
  }

  /** Asks for an outlet by its number in the list, or by name. */
  async outletOf(outlets: readonly string[]): Promise<string> {
    for (const [index, name] of outlets.entries()) this.io.stderr.write(`  ${index + 1}  ${name}\n`);
    const answer = await this.text('outlet', outlets.length > 0 ? 'Its outlet, by number or name: ' : 'Its outlet: ');
    return (/^\d+$/u.test(answer) ? outlets[Number(answer) - 1] : undefined) ?? answer;
  }

  async isAgreed(question: string): Promise<boolean> {
    for (;;) {
      const answer = (await this.ask(`${question} [Y/n] `)).toLowerCase();
      if (['', 'y', 'yes'].includes(answer)) return true;
      if (['n', 'no'].includes(answer)) return false;
    }
  }
}

function problemOf(name: string, { reason, hint }: UnreadableFile): Problem {
  return { file: toSingleLine(name), message: `The article ${reason}.`, hint };
}

/** Where sentences are searched at both ends of an article, in UTF-16 units. */
const maxSentence = 1000;

/** Shows what would be stored, so that the editor can judge it. A text file says nothing but its text. */
function showArticle(name: string, article: ImportedArticle, namedOutlet: string | undefined, io: CommandIo): void {
  const { text, headline, published, url, outlet, lang = 'en' } = article;
  const paragraphs = text.trim().split(/\n\s*\n/u);
  const sentences = (paragraph: string): readonly string[] =>
    Array.from(new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(paragraph), ({ segment }) => segment);
  const absent = Object.keys(article).length > 1 ? 'not found' : undefined;
  const lines = {
    headline: headline ?? absent,
    outlet: namedOutlet ?? outlet ?? absent,
    date: published ?? absent,
    address: url ?? absent,
    text: `${wordCount(text).toLocaleString('en')} words in ${paragraphs.length.toLocaleString('en')} ${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'}`,
    begins: inQuotes(sentences(paragraphs[0]!.slice(0, maxSentence))[0]!, 100),
    ends: inQuotes(sentences(paragraphs.at(-1)!.slice(-maxSentence)).at(-1)!, 100),
  };
  io.stderr.write(`${styler(io)('bold', toSingleLine(name))}\n`);
  for (const [label, value] of Object.entries(lines))
    if (value !== undefined) io.stderr.write(`  ${label.padEnd(8)}  ${toSingleLine(value)}\n`);
}

/** Not with `Intl.Segmenter`, whose time is quadratic in the length of a text. */
function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
}

function report(
  folder: string,
  problems: readonly Problem[],
  files: readonly string[],
  json: boolean,
  io: CommandIo,
): void {
  const written = files.map((file) => join(folder, file));
  if (json) {
    io.stdout.write(`${JSON.stringify({ ok: problems.length === 0, problems, written }, null, 2)}\n`);
    return;
  }
  const style = styler(io);
  if (problems.length > 0) {
    io.stderr.write(`${style('red', problemCount(problems.length))} Nothing was written.\n`);
    return;
  }
  const coding = relative(io.cwd, resolve(io.cwd, folder, 'coding.yaml'));
  const count = files.filter((file) => basename(file) !== 'coding.yaml').length;
  const articles = count === 0 ? '' : ` and ${count} ${count === 1 ? 'article' : 'articles'}`;
  io.stderr.write(
    `${style('green', `Wrote ${coding}`)}${articles}.\nNext, code it: the comments in the file say how. Then: stancekit check ${coding}\n`,
  );
}

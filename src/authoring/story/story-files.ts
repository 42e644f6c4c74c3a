import { stringify } from 'yaml';
import type { ImportedArticle } from '../articles/extract-article.js';

export interface StoryArticle extends ImportedArticle {
  /** The name of one of the story’s outlets. */
  readonly outlet: string;
}

/** What a new story starts with. No text has line breaks or control characters, except for those of articles. */
export interface NewStory {
  readonly title: string;
  readonly lang: string;
  readonly outlets: readonly string[];
  readonly articles: readonly StoryArticle[];
}

/** Returns the files of a new story by their paths, which use `/`: the articles and `coding.yaml`, in which all is left to code. */
export function storyFiles({ title, lang, outlets, articles }: NewStory): ReadonlyMap<string, string> {
  const ids = outletIds(outlets);
  const counts = new Map<string, number>();
  const files = new Map<string, string>();
  const entries = articles.map(({ outlet, text, headline, published, url, lang }) => {
    const source = ids.get(outlet)!;
    const number = (counts.get(source) ?? 0) + 1;
    counts.set(source, number);
    const id = `${source}-${number}`;
    const file = `articles/${id}.txt`;
    files.set(file, text);
    return { id, source, file, headline, published, url, lang };
  });
  files.set('coding.yaml', codingText(title, lang, [...ids], entries));
  return files;
}

/** Returns whether two names mean the same outlet: they differ only in case and white space. */
export function isSameOutlet(name: string, other: string): boolean {
  const [a, b] = [name, other].map((each) => each.trim().replace(/\s+/gu, ' ').toLowerCase());
  return a === b;
}

const maxIdLength = 40;

/** Letters that Unicode does not take apart into one of ASCII and an accent. */
const asciiLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** Returns a short id for each name, made of its ASCII letters and digits; `outlet` where it has none. */
function outletIds(names: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const used = new Set<string>();
  for (const name of names) {
    const letters = name.toLowerCase().replace(/[ßæœøđðłþı]/gu, (letter) => asciiLetters[letter]!);
    const ascii = letters
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/gu, '-');
    const id = ascii.slice(0, maxIdLength).replace(/^-|-$/gu, '') || 'outlet';
    let unique = id;
    for (let number = 2; used.has(unique); number++) unique = `${id}-${number}`;
    used.add(unique);
    ids.set(name, unique);
  }
  return ids;
}

type Entry = Readonly<Record<string, string | undefined>>;

/** Writes the coding as an editor would by hand, with comments that show what goes where. */
function codingText(
  title: string,
  lang: string,
  outlets: readonly (readonly [name: string, id: string])[],
  articles: readonly Entry[],
): string {
  const sources = outlets.map(([name, id]) => `  - ${yaml({ id, name }, 'flow')}\n`);
  return `# The coding of a story: who says what, in which words. To see what is missing or wrong: stancekit check coding.yaml

title: ${yaml(title)}
# description: One or two sentences below the title.
lang: ${yaml(lang)}
# coded: { date: 2026-01-31, by: [initials], method: One sentence on how it was coded. }

# The outlets. A short form of the name fits above a column: { id: gazette, name: The Bridge Gazette, short: Gazette }
sources:${listOf(sources)}

# Their articles, which must not be changed once they are coded. With an address, each quote links to its passage.
# More fields: headline, published (such as 2026-01-31), url, archive, lang.
articles:${listOf(articles.map(articleText))}

# Who is quoted, the most important first:
#   - { id: mayor, name: Ann Lee, short: Lee, role: Mayor of Riverton, kind: person }
# kind is person, group or organisation.
speakers: []

# What they disagree about: one proposition each, in neutral words, that one can support or oppose:
#   - { id: safe, text: The bridge is safe., short: Safe }
claims: []

# Who takes which side on which claim, in the exact words of the article. Without a speaker, the outlet says it itself:
#   - article: gazette-1
#     speaker: mayor
#     claim: safe
#     stance: support
#     quote: I cross it every day
# stance is support, oppose or neutral.
statements: []
`;
}

function listOf(entries: readonly string[]): string {
  return entries.length === 0 ? ' []' : `\n${entries.join('').trimEnd()}`;
}

function articleText(article: Entry): string {
  const lines = Object.entries(article).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${yaml(value)}\n`,
  );
  return `  - ${lines.join('    ')}`;
}

/** Quotes a text only where YAML needs it; never folds it. */
function yaml(value: string | Entry, style: 'any' | 'flow' = 'any'): string {
  return stringify(value, { lineWidth: 0, singleQuote: true, collectionStyle: style }).trimEnd();
}

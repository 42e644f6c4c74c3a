import type { AmbiguousQuote, Candidate, MissingQuote, NearestPassage, OtherNeighbour } from './anchor-result.js';
import type { ArticleText } from '../text/article-text.js';
import { problemAt, quoted, type FilePlace, type Problem } from '../problem.js';

/** An article's text and the path under which the editor knows it. */
export interface NamedArticle {
  readonly file: string;
  readonly text: ArticleText;
}

/** Says of a quote without one place what the matter is, in one problem at the quote's own place. */
export function quoteProblem(anchoring: AmbiguousQuote | MissingQuote, article: NamedArticle, at: FilePlace): Problem {
  return anchoring.kind === 'ambiguous'
    ? ambiguousProblem(anchoring, article, at)
    : missingProblem(anchoring, article, at);
}

function ambiguousProblem({ candidates, more }: AmbiguousQuote, article: NamedArticle, at: FilePlace): Problem {
  const count = more ? `more than ${candidates.length} times` : `${candidates.length} times`;
  const places = candidates.map((candidate) => placeIn(article, candidate) + neighbours(article, candidate)).join('; ');
  const mend =
    'Add before: or after: with words that stand directly before or after the place you mean, or quote more words.';
  return problemAt(at, `The quote fits ${count}: ${places}.`, mend);
}

function missingProblem(missing: MissingQuote, article: NamedArticle, at: FilePlace): Problem {
  const { why, part, instead, neighbours = [], nearest } = missing;
  const what = part === undefined ? 'The quote' : `The part ${quoted(part, 80)} of the quote`;
  const found = instead && `${placeIn(article, instead)} (${quoted(article.text.slice(instead))})`;
  switch (why) {
    case 'empty':
      return problemAt(at, 'The quote has no words.', 'Write the words of the article.');
    case 'open-end':
      return problemAt(
        at,
        'The quote ends with words in brackets, so that nothing says where it ends in the article.',
        'End it with words of the article.',
      );
    case 'cuts-word':
      return problemAt(
        at,
        `${what} cuts a word: in ${found} it is only a part.`,
        'Quote whole words, as the article prints them.',
      );
    case 'other-neighbours':
      return neighboursProblem(neighbours, `The words stand in ${found}`, at);
    case 'other-order':
      return problemAt(
        at,
        `Each part of the quote stands in ${article.file}, but not in this order, or too far apart for words in brackets.`,
        'Bring the parts into the order of the article; between parts that are far apart write […].',
      );
    case 'nowhere':
      return nearest
        ? problemAt(
            at,
            `${what} does not stand in ${article.file}. The nearest passage is at ${placeIn(article, nearest)}: ${quoted(nearest.text, 200)}. ${differencesOf(nearest)}`,
            'Copy the words from the article, or name the right article.',
          )
        : problemAt(
            at,
            `${what} does not stand in ${article.file}, nor anything like it.`,
            'Check whether the right article is named.',
          );
  }
}

const blankLine = /\s*(?:\r\n?|\n)\s*(?:\r\n?|\n)\s*|\s*\u2029\s*/gu;

function neighboursProblem(neighbours: readonly OtherNeighbour[], where: string, at: FilePlace): Problem {
  const sides = neighbours.map(({ side, wanted, there }) => {
    const shown = there.replaceAll(blankLine, ' ¶ ').trim();
    return `directly ${side} them stands ${shown ? quoted(shown, 80) : 'nothing'}, not ${quoted(wanted, 80)}`;
  });
  const isParted = neighbours.some(({ there }) => there.trim().search(blankLine) >= 0);
  const given = neighbours.map(({ side }) => `${side}:`).join(' and ');
  return problemAt(
    at,
    `${where}, but ${sides.join(', and ')}.${isParted ? ' ¶ is a blank line.' : ''}`,
    isParted ? `Copy ${given} from the article, from one side of the blank line.` : `Copy ${given} from the article.`,
  );
}

function differencesOf({ differences }: NearestPassage): string {
  const shown = differences.slice(0, 5).map(([written, there]) => {
    if (!written) return `it also has ${quoted(there, 60)}`;
    return there ? `it has ${quoted(there, 60)} for ${quoted(written, 60)}` : `it lacks ${quoted(written, 60)}`;
  });
  const more = differences.length > shown.length ? `, and ${differences.length - shown.length} more differences` : '';
  return shown.length > 0 ? `There ${shown.join(', ')}${more}.` : '';
}

function placeIn({ file, text }: NamedArticle, { from }: Candidate): string {
  const { line, column } = text.places.lineAndColumn(from);
  return `${file}:${line}:${column}`;
}

/** The words of its line next to a candidate, from which an editor may choose `before` or `after`. */
function neighbours({ text }: NamedArticle, { from, to }: Candidate): string {
  const [before = ''] = text.text
    .slice(Math.max(0, from - 80), from)
    .split(/[\r\n]/u)
    .slice(-1);
  const [after = ''] = text.text.slice(to, to + 80).split(/[\r\n]/u);
  const lastWords = before.trim().split(/\s+/u).slice(-3).join(' ');
  const firstWords = after.trim().split(/\s+/u).slice(0, 3).join(' ');
  const sides = [lastWords && `after ${quoted(lastWords, 60)}`, firstWords && `before ${quoted(firstWords, 60)}`];
  const said = sides.filter(Boolean).join(', ');
  return said && ` (${said})`;
}

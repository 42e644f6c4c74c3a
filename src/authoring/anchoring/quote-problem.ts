import type { AmbiguousQuote, Candidate, ContextMismatch, MissingQuote, NearestPassage } from './anchor-result.js';
import type { ArticleText } from '../text/article-text.js';
import { inQuotes, problemAt, type FileLocation, type Problem } from '../problem.js';

/** An article's text and the path that messages show for it. */
export interface NamedArticle {
  readonly file: string;
  readonly text: ArticleText;
}

/** Explains why a quote could not be anchored, as a problem at the location of the quote. */
export function quoteProblem(
  result: AmbiguousQuote | MissingQuote,
  article: NamedArticle,
  location: FileLocation,
): Problem {
  return result.kind === 'ambiguous'
    ? ambiguousProblem(result, article, location)
    : missingProblem(result, article, location);
}

function ambiguousProblem(
  { candidates, hasMore }: AmbiguousQuote,
  article: NamedArticle,
  location: FileLocation,
): Problem {
  const count = `${hasMore ? 'more than ' : ''}${candidates.length} places`;
  const places = candidates.map((each) => locationIn(article, each) + surroundingWords(article, each)).join('; ');
  return problemAt(
    location,
    `The quote matches ${count}: ${places}.`,
    'Add before: or after: with the text next to the right place, or make the quote longer.',
  );
}

function missingProblem(missing: MissingQuote, article: NamedArticle, location: FileLocation): Problem {
  const { reason, fragment, candidate, mismatches = [], nearest } = missing;
  const subject = fragment === undefined ? 'The quote' : `The part ${inQuotes(fragment, 80)} of the quote`;
  const place = candidate && `${locationIn(article, candidate)} (${inQuotes(article.text.slice(candidate))})`;
  switch (reason) {
    case 'empty':
      return problemAt(location, 'The quote is empty.', 'Copy the words from the article.');
    case 'open-end':
      return problemAt(
        location,
        'The quote ends with words in brackets, so its end in the article is undefined.',
        'End the quote with words of the article.',
      );
    case 'inside-word':
      return problemAt(
        location,
        `${subject} splits a word at ${place}.`,
        'Quote whole words, as the article prints them.',
      );
    case 'context-mismatch':
      return mismatchProblem(mismatches, `The quote is at ${place}`, location);
    case 'wrong-order':
      return problemAt(
        location,
        `Each part of the quote is in ${article.file}, but not in this order, or too far apart for words in brackets.`,
        'Put the parts in the order of the article, and […] between parts that are far apart.',
      );
    case 'not-found':
      return nearest
        ? problemAt(
            location,
            `${subject} was not found in ${article.file}. The most similar passage is at ${locationIn(article, nearest)}: ${inQuotes(nearest.text, 200)}.${differencesOf(nearest)}`,
            'Copy the words from the article, or name the right article.',
          )
        : problemAt(
            location,
            `${subject} was not found in ${article.file}, nor anything similar.`,
            'Check that this is the right article.',
          );
  }
}

/** Marks the white space in a text that has a blank line. */
function markBlankLines(text: string): string {
  const isBlankLine = (space: string): boolean => /\u2029|[\r\n][^\r\n]*[\r\n]/u.test(space.replaceAll('\r\n', '\n'));
  return text.replace(/\s+/gu, (space) => (isBlankLine(space) ? ' ¶ ' : space));
}

function mismatchProblem(mismatches: readonly ContextMismatch[], found: string, location: FileLocation): Problem {
  const sides = mismatches.map(({ side, expected, actual }) => {
    const shown = markBlankLines(actual).trim();
    return `the text ${side} it is ${shown ? inQuotes(shown, 80) : 'empty'}, not ${inQuotes(expected, 80)}`;
  });
  const crossesParagraph = mismatches.some(({ actual }) => markBlankLines(actual.trim()) !== actual.trim());
  const fields = mismatches.map(({ side }) => `${side}:`).join(' and ');
  return problemAt(
    location,
    `${found}, but ${sides.join(', and ')}.${crossesParagraph ? ' ¶ marks a blank line.' : ''}`,
    `Copy the text for ${fields} from the article${crossesParagraph ? ', from one side of the blank line' : ''}.`,
  );
}

function differencesOf({ differences }: NearestPassage): string {
  const shown = differences.slice(0, 5).map(([inQuote, inArticle]) => {
    if (!inQuote) return `also has ${inQuotes(inArticle, 60)}`;
    return inArticle
      ? `has ${inQuotes(inArticle, 60)} instead of ${inQuotes(inQuote, 60)}`
      : `lacks ${inQuotes(inQuote, 60)}`;
  });
  const more = differences.length > shown.length ? `, and ${differences.length - shown.length} more differences` : '';
  return shown.length > 0 ? ` It ${shown.join(', ')}${more}.` : '';
}

function locationIn({ file, text }: NamedArticle, { from }: Candidate): string {
  const { line, column } = text.positions.lineAndColumn(from);
  return `${file}:${line}:${column}`;
}

/** Quotes the words next to a candidate on its line, from which an editor may choose `before` or `after`. */
function surroundingWords({ text }: NamedArticle, { from, to }: Candidate): string {
  const [before = ''] = text.text
    .slice(Math.max(0, from - 80), from)
    .split(/[\r\n]/u)
    .slice(-1);
  const [after = ''] = text.text.slice(to, to + 80).split(/[\r\n]/u);
  const lastWords = before.trim().split(/\s+/u).slice(-3).join(' ');
  const firstWords = after.trim().split(/\s+/u).slice(0, 3).join(' ');
  const sides = [lastWords && `after ${inQuotes(lastWords, 60)}`, firstWords && `before ${inQuotes(firstWords, 60)}`];
  const words = sides.filter(Boolean).join(', ');
  return words && ` (${words})`;
}

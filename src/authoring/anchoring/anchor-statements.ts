import { createHash } from 'node:crypto';
import type { CodedStatement } from '../coding/coding.js';
import type { Places } from '../coding/read-tree.js';
import type { ArticleFile } from '../files/read-article.js';
import type { Findings } from '../problem.js';
import type { Voice } from '../../dataset/dataset.js';
import { codePointCount } from '../../dataset/check-statement.js';
import { ArticleText, ownCopy } from '../text/article-text.js';
import { statementAt, placeStatement, type PlacedStatement } from './anchor-statement.js';
import type { PlaceCache, StoredPlace } from './anchor-cache.js';
import type { NamedArticle } from './quote-problem.js';

/** To be raised when the same quote is found elsewhere than before, or its surroundings are cut otherwise: a cache knows only its key. */
const revision = 1;

/**
 * Finds the words of an article's statements. Where the cache has their places, the words are taken from the article's text as it is
 * now; the answer is the same with and without it.
 */
export function placeStatements(
  coded: readonly CodedStatement[],
  article: ArticleFile & { readonly shownAs: string },
  places: Places,
  findings: Findings,
  cache: PlaceCache | undefined,
): readonly (readonly [CodedStatement, PlacedStatement])[] {
  if (coded.length === 0) return [];
  const key = cache && keyOf(coded, article);
  const known = key === undefined ? undefined : cache?.find(key);
  const characters = charactersOf(article);
  let named: NamedArticle | undefined;
  const found: (readonly [CodedStatement, PlacedStatement])[] = [];
  const stored = coded.map((statement, index): StoredPlace | null => {
    const place = known?.[index];
    const again = place && placedAgain(statement, place, article, characters);
    if (again) {
      found.push([statement, again]);
      return place;
    }
    named ??= { file: article.shownAs, text: new ArticleText(article.text) };
    const before = findings.problems.length + findings.notes.length;
    const placed = placeStatement(statement, named, places, findings);
    if (placed) found.push([statement, placed]);
    return placed && findings.problems.length + findings.notes.length === before ? storedFrom(placed) : null;
  });
  if (key !== undefined && !known) cache?.remember(key, stored);
  return found;
}

/** All that the places hang on: the bytes of the article, what the editor wrote of the quotes, and how they are sought. */
function keyOf(coded: readonly CodedStatement[], { sha256 }: ArticleFile): string {
  const wanted = coded.map(({ quote, before = null, after = null, voice = null, speaker }) => [
    ...[quote, before, after, voice],
    speaker !== undefined,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([revision, sha256, wanted]))
    .digest('hex');
}

function storedFrom({ voice, quote }: PlacedStatement): StoredPlace | null {
  const { start, end, prefix, suffix, fragments } = quote;
  if (start === undefined || end === undefined) return null;
  const lengths = { prefix: codePointCount(prefix ?? ''), suffix: codePointCount(suffix ?? '') };
  return { start, end, ...lengths, voice, ...(fragments && { fragments }) };
}

/** A text without pairs of surrogates is its own list of characters. */
function charactersOf({ text, length }: ArticleFile): (from: number, to: number) => string {
  if (text.length === length) return (from, to) => ownCopy(text.slice(from, to));
  const characters = Array.from(text);
  return (from, to) => characters.slice(from, to).join('');
}

const voices: readonly Voice[] = ['quoted', 'reported', 'outlet'];

function placedAgain(
  coded: CodedStatement,
  { start, end, prefix, suffix, voice, fragments }: StoredPlace,
  { length }: ArticleFile,
  characters: (from: number, to: number) => string,
): PlacedStatement | undefined {
  const edges = [0, start - prefix, start, end, end + suffix, length];
  const isInside = edges.every((edge, index) => Number.isSafeInteger(edge) && edge >= (edges[index - 1] ?? 0));
  const isVoice = coded.voice ? voice === coded.voice : voices.includes(voice);
  if (!isInside || start === end || !isVoice) return undefined;
  const quote = {
    exact: characters(start, end),
    prefix: characters(start - prefix, start),
    suffix: characters(end, end + suffix),
    ...{ start, end, ...(fragments && { fragments }) },
  };
  return statementAt(coded, voice, quote);
}

import { createHash } from 'node:crypto';
import type { CodedStatement } from '../coding/coding.js';
import type { Locations } from '../coding/locations.js';
import type { ArticleFile } from '../files/read-article.js';
import type { Findings } from '../problem.js';
import type { Voice } from '../../dataset/dataset.js';
import { codePointCount } from '../../dataset/check-statement.js';
import { ArticleText, detachedCopy } from '../text/article-text.js';
import { toStatementJson, anchorStatement, type AnchoredArticle, type AnchoredStatement } from './anchor-statement.js';
import { anchorQuote } from './anchor-quote.js';
import type { AnchorResult } from './anchor-result.js';
import type { AnchorCache, CachedAnchor } from './anchor-cache.js';

/** Part of the cache key. Must be increased whenever a change of the code anchors quotes differently. */
const revision = 3;

/**
 * Anchors the statements of an article. Cached anchors only save the search: quotes are taken from the current text of the article, so the
 * result is the same with and without a cache.
 */
export function anchorStatements(
  coded: readonly CodedStatement[],
  article: ArticleFile & { readonly displayPath: string },
  locations: Locations,
  findings: Findings,
  cache: AnchorCache | undefined,
): readonly (readonly [CodedStatement, AnchoredStatement])[] {
  if (coded.length === 0) return [];
  const key = cache && cacheKey(coded, article);
  const cached = key === undefined ? undefined : cache?.get(key);
  const slice = codePointSlicer(article);
  let anchoredArticle: AnchoredArticle | undefined;
  const found: (readonly [CodedStatement, AnchoredStatement])[] = [];
  const anchors = coded.map((statement, index): CachedAnchor | null => {
    const anchor = cached?.[index];
    const restored = anchor && fromCachedAnchor(statement, anchor, article, slice);
    if (restored) {
      found.push([statement, restored]);
      return anchor;
    }
    anchoredArticle ??= anchoredArticleOf(article);
    const findingsBefore = findings.problems.length + findings.notes.length;
    const anchored = anchorStatement(statement, anchoredArticle, locations, findings);
    if (anchored) found.push([statement, anchored]);
    const isClean = findings.problems.length + findings.notes.length === findingsBefore;
    return anchored && isClean ? toCachedAnchor(anchored) : null;
  });
  if (key !== undefined && !cached) cache?.set(key, anchors);
  return found;
}

/** Several statements may have the same quote, which is anchored only once. */
function anchoredArticleOf({ displayPath, text }: ArticleFile & { readonly displayPath: string }): AnchoredArticle {
  const articleText = new ArticleText(text);
  const results = new Map<string, AnchorResult>();
  return {
    file: displayPath,
    text: articleText,
    anchor(selector) {
      const key = JSON.stringify([selector.quote, selector.before, selector.after]);
      const result = results.get(key) ?? anchorQuote(articleText, selector);
      results.set(key, result);
      return result;
    },
  };
}

/** Hashes everything that the anchors depend on: the bytes of the article, what the editor wrote, and the revision of the code. */
function cacheKey(coded: readonly CodedStatement[], { sha256 }: ArticleFile): string {
  const selectors = coded.map(({ quote, before = null, after = null, voice = null, speaker }) => [
    ...[quote, before, after, voice],
    speaker !== undefined,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([revision, sha256, selectors]))
    .digest('hex');
}

function toCachedAnchor({ voice, quote }: AnchoredStatement): CachedAnchor | null {
  const { start, end, prefix, suffix, fragments } = quote;
  if (start === undefined || end === undefined) return null;
  const lengths = { prefix: codePointCount(prefix ?? ''), suffix: codePointCount(suffix ?? '') };
  return { start, end, ...lengths, voice, ...(fragments && { fragments }) };
}

/** Returns a function that slices the text by code points. Without surrogate pairs these are UTF-16 units. */
function codePointSlicer({ text, length }: ArticleFile): (from: number, to: number) => string {
  if (text.length === length) return (from, to) => detachedCopy(text.slice(from, to));
  const characters = Array.from(text);
  return (from, to) => characters.slice(from, to).join('');
}

const voices: readonly Voice[] = ['quoted', 'reported', 'outlet'];

function fromCachedAnchor(
  coded: CodedStatement,
  { start, end, prefix, suffix, voice, fragments }: CachedAnchor,
  { length }: ArticleFile,
  slice: (from: number, to: number) => string,
): AnchoredStatement | undefined {
  const edges = [0, start - prefix, start, end, end + suffix, length];
  const isInside = edges.every((edge, index) => Number.isSafeInteger(edge) && edge >= (edges[index - 1] ?? 0));
  const isVoice = coded.voice ? voice === coded.voice : voices.includes(voice);
  if (!isInside || start === end || !isVoice) return undefined;
  const quote = {
    exact: slice(start, end),
    prefix: slice(start - prefix, start),
    suffix: slice(end, end + suffix),
    ...{ start, end, ...(fragments && { fragments }) },
  };
  return toStatementJson(coded, voice, quote);
}

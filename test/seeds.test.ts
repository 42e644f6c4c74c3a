// Knows nothing of the builder: it holds the committed dataset against the articles as they lie in the folder.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import dataset from '../seeds/dataset.json' with { type: 'json' };

const seeds = join(import.meta.dirname, '..', 'seeds');
const files = readdirSync(join(seeds, 'articles')).map((name) => readFileSync(join(seeds, 'articles', name)));
const bytesByHash = new Map(files.map((bytes) => [createHash('sha256').update(bytes).digest('hex'), bytes]));

/** The article's text as Unicode code points. */
const charactersOf = new Map(
  dataset.articles.map(({ id, sha256 }) => [id, Array.from(bytesByHash.get(sha256)?.toString('utf8') ?? '')]),
);

describe('the dataset of the seeds', () => {
  it('holds each article once, with the hash and the length of its stored text', () => {
    expect(dataset.articles).toHaveLength(files.length);
    for (const { id, length, sha256 } of dataset.articles) {
      expect(bytesByHash.has(sha256), id).toBe(true);
      expect(charactersOf.get(id)).toHaveLength(length);
    }
  });

  it.each(dataset.statements)('quotes $article verbatim at its place: $id', ({ article, quote }) => {
    const text = charactersOf.get(article)!;
    const { exact, prefix, suffix, start, end } = quote;
    expect(text.slice(start, end).join('')).toBe(exact);
    expect(text.slice(start - Array.from(prefix).length, start).join('')).toBe(prefix);
    expect(text.slice(end, end + Array.from(suffix).length).join('')).toBe(suffix);
    const whole = text.join('');
    const context = prefix + exact + suffix;
    expect(whole.indexOf(context)).toBe(whole.lastIndexOf(context));
  });

  it('is a story worth showing: enough statements, claims and voices', () => {
    expect(dataset.statements.length).toBeGreaterThanOrEqual(80);
    expect(dataset.claims.length).toBeGreaterThanOrEqual(10);
    expect(dataset.claims.length).toBeLessThanOrEqual(14);
    expect(new Set(dataset.statements.map(({ voice }) => voice))).toEqual(new Set(['quoted', 'reported', 'outlet']));
  });

  it('uses every source, speaker and claim that it lists', () => {
    const used = new Set(dataset.statements.flatMap(({ claim, speaker, article }) => [claim, speaker, article]));
    for (const { id } of [...dataset.claims, ...dataset.speakers, ...dataset.articles]) expect(used, id).toContain(id);
  });
});

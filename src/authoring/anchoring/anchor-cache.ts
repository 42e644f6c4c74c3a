import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import type { Fragment, Voice } from '../../dataset/dataset.js';
import { writeAtomically, WriteError } from '../files/write-atomically.js';

/** Where the words of a statement stand, in code points of the article's text; `prefix` and `suffix` are lengths. */
export interface StoredPlace {
  readonly start: number;
  readonly end: number;
  readonly prefix: number;
  readonly suffix: number;
  readonly voice: Voice;
  readonly fragments?: readonly Fragment[];
}

/** One entry a statement; null where something was to be said about it, so that it is said again. */
export type StoredPlaces = readonly (StoredPlace | null)[];

const header = 'stancekit cache 1: where quotes were found; may be deleted at any time\n';
/** Articles after which what is new is written, so that an interrupted run is not lost. */
const batch = 64;

/**
 * The places that earlier runs found, in one file: a line an article, under a key made of all that the answer hangs on. Only a help:
 * a line that was cut off or damaged does not match its sum and counts as absent, and what cannot be written is left. Lines are appended
 * while the run goes on; when it is through, those that nothing asked for are dropped.
 */
export class PlaceCache {
  readonly #path: string;
  readonly #lines = new Map<string, string>();
  readonly #used = new Set<string>();
  #isWhole = true;
  #pending = '';
  #waiting = 0;
  /** Why the file was not written, in the words of the system. */
  trouble: string | undefined;

  private constructor(path: string, text: string) {
    this.#path = path;
    const lines = text.split('\n');
    // What a killed run has begun is ended first.
    if (header.startsWith(text)) this.#pending = header.slice(text.length);
    else if (lines.pop() !== '') this.#pending = '\n';
    for (const line of lines.slice(1)) {
      const [key = '', sum] = line.split(' ', 2);
      const json = line.slice(key.length + 18);
      if (sum === sumOf(key, json)) this.#lines.set(key, json);
      else this.#isWhole = false;
    }
  }

  /** Undefined where something else stands there, which is never touched. */
  static async open(path: string): Promise<PlaceCache | undefined> {
    try {
      if (!(await lstat(path)).isFile()) return undefined;
      const text = await readFile(path, 'utf8');
      return text.startsWith(header) || header.startsWith(text) ? new PlaceCache(path, text) : undefined;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT' ? new PlaceCache(path, '') : undefined;
    }
  }

  /** The places stored under the key. They come from outside: there may be too few, and whoever takes one looks at it. */
  find(key: string): StoredPlaces | undefined {
    const json = this.#lines.get(key);
    if (json === undefined) return undefined;
    this.#used.add(key);
    const places = JSON.parse(json) as unknown;
    return Array.isArray(places) ? (places as StoredPlaces) : undefined;
  }

  remember(key: string, places: StoredPlaces): void {
    const json = JSON.stringify(places);
    this.#lines.set(key, json);
    this.#used.add(key);
    this.#pending += lineOf(key, json);
    if (++this.#waiting >= batch) this.#append();
  }

  /** `isThrough`: every article was asked for, so that the rest is of no more use. */
  async close(isThrough: boolean): Promise<void> {
    if (this.#waiting > 0) this.#append();
    if (!isThrough || this.trouble || (this.#isWhole && this.#used.size === this.#lines.size)) return;
    const kept = [...this.#lines].filter(([key]) => this.#used.has(key));
    try {
      await writeAtomically(this.#path, header + kept.map(([key, json]) => lineOf(key, json)).join(''));
    } catch (error) {
      if (!(error instanceof WriteError)) throw error;
      this.trouble = error.message;
    }
  }

  #append(): void {
    try {
      if (!this.trouble) appendFileSync(this.#path, this.#pending);
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    }
    this.#pending = '';
    this.#waiting = 0;
  }
}

function lineOf(key: string, json: string): string {
  return `${key} ${sumOf(key, json)} ${json}\n`;
}

function sumOf(key: string, json: string): string {
  return createHash('sha256').update(key).update(json).digest('hex').slice(0, 16);
}

import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, constants, openSync } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import type { Fragment, Voice } from '../../dataset/dataset.js';
import { writeAtomically, WriteError } from '../files/write-atomically.js';

/** The anchor of a quote, in code points of the article's text; `prefix` and `suffix` are lengths. */
export interface CachedAnchor {
  readonly start: number;
  readonly end: number;
  readonly prefix: number;
  readonly suffix: number;
  readonly voice: Voice;
  readonly fragments?: readonly Fragment[];
}

/** One entry per statement; null if it had a problem or note, so that the next run reports it again. */
export type CachedAnchors = readonly (CachedAnchor | null)[];

const header = 'stancekit cache 1: where quotes were found; may be deleted at any time\n';
/** New entries are appended after this many articles, so that an interrupted run is not lost. */
const batchSize = 64;

/**
 * Caches the anchors of earlier runs in a file: one line per article, under a hash of everything that the result depends on. Truncated or
 * damaged lines fail their checksum and are ignored; a failed write is reported in `writeError` and does not stop the build. Lines are
 * appended during the run; at its end unused ones are dropped.
 */
export class AnchorCache {
  readonly #path: string;
  readonly #lines = new Map<string, string>();
  readonly #used = new Set<string>();
  #isIntact = true;
  #pending = '';
  #waiting = 0;
  /** Why the file could not be written. */
  writeError: string | undefined;

  private constructor(path: string, text: string) {
    this.#path = path;
    const lines = text.split('\n');
    // Completes the header or line that a killed run left unfinished.
    if (header.startsWith(text)) this.#pending = header.slice(text.length);
    else if (lines.pop() !== '') this.#pending = '\n';
    for (const line of lines.slice(1)) {
      const [key = '', checksum] = line.split(' ', 2);
      const json = line.slice(key.length + 18);
      if (checksum === checksumOf(key, json)) this.#lines.set(key, json);
      else this.#isIntact = false;
    }
  }

  /** Opens the cache at this path. Returns undefined if there is another file, which is never touched. */
  static async open(path: string): Promise<AnchorCache | undefined> {
    try {
      if (!(await lstat(path)).isFile()) return undefined;
      const text = await readFile(path, 'utf8');
      return text.startsWith(header) || header.startsWith(text) ? new AnchorCache(path, text) : undefined;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT' ? new AnchorCache(path, '') : undefined;
    }
  }

  /** Returns the anchors under this key. They come from a file that may be damaged: callers must validate each of them. */
  get(key: string): CachedAnchors | undefined {
    const json = this.#lines.get(key);
    if (json === undefined) return undefined;
    this.#used.add(key);
    const anchors = JSON.parse(json) as unknown;
    return Array.isArray(anchors) ? (anchors as CachedAnchors) : undefined;
  }

  set(key: string, anchors: CachedAnchors): void {
    const json = JSON.stringify(anchors);
    this.#lines.set(key, json);
    this.#used.add(key);
    this.#pending += lineOf(key, json);
    if (++this.#waiting >= batchSize) this.#append();
  }

  /** Writes pending entries. Pass `isComplete` if every article was looked up, so that unused entries can be dropped. */
  async close(isComplete: boolean): Promise<void> {
    if (this.#waiting > 0) this.#append();
    if (!isComplete || this.writeError || (this.#isIntact && this.#used.size === this.#lines.size)) return;
    const used = [...this.#lines].filter(([key]) => this.#used.has(key));
    // `writeAtomically` would write to the target of a link that was put there since.
    if (!(await lstat(this.#path).catch(() => undefined))?.isFile()) return;
    try {
      await writeAtomically(this.#path, header + used.map(([key, json]) => lineOf(key, json)).join(''));
    } catch (error) {
      if (!(error instanceof WriteError)) throw error;
      this.writeError = error.message;
    }
  }

  #append(): void {
    try {
      if (!this.writeError) appendWithoutLinks(this.#path, this.#pending);
    } catch (error) {
      this.writeError = error instanceof Error ? error.message : String(error);
    }
    this.#pending = '';
    this.#waiting = 0;
  }
}

/** Appends to a file; fails if a link or a pipe has been put in its place. */
function appendWithoutLinks(path: string, text: string): void {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o666);
  try {
    appendFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

function lineOf(key: string, json: string): string {
  return `${key} ${checksumOf(key, json)} ${json}\n`;
}

function checksumOf(key: string, json: string): string {
  return createHash('sha256').update(key).update(json).digest('hex').slice(0, 16);
}

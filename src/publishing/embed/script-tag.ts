import { createHash } from 'node:crypto';
import { attributes, lines, markup, type Markup } from '../markup.js';

/** A script as a page loads it. */
export interface Script {
  readonly address: string;
  /** SRI hash (`sha384-…`); the browser then refuses any other file at that address. */
  readonly integrity: string | undefined;
  /** The file of the drawing’s language; undefined for English, which the script contains. */
  readonly language?: Script;
}

/**
 * Returns the script tags, the language first so that nothing is rendered in English before it is loaded. The markup is XML too:
 * `defer` has a value and the elements are closed.
 */
export function scriptTags({ address, integrity, language }: Script): Markup {
  const sri = integrity === undefined ? {} : { integrity, crossorigin: 'anonymous' };
  const tag = markup`<script${attributes({ src: address, defer: 'defer', ...sri })}></script>`;
  return lines([language && scriptTags(language), tag]);
}

/** Returns the subresource integrity hash of a file. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

/** Returns the CSP source that allows exactly this inline script or style. */
export function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

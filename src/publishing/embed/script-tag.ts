import { createHash } from 'node:crypto';
import { attributes, lines, markup, type Markup } from '../markup.js';

/** The script of the widgets, as a page loads it. */
export interface Script {
  readonly address: string;
  /** `sha384-…`, so that the browser runs nothing else under that address. */
  readonly integrity: string | undefined;
  /** The file of the page’s language, where that is not English. */
  readonly language?: Script;
}

/**
 * Every attribute with a value and the element closed, as systems that read XML want it. The language comes first, so that nothing is
 * drawn in English before.
 */
export function scriptTags({ address, integrity, language }: Script): Markup {
  const checked = integrity === undefined ? {} : { integrity, crossorigin: 'anonymous' };
  const tag = markup`<script${attributes({ src: address, defer: 'defer', ...checked })}></script>`;
  return lines([language && scriptTags(language), tag]);
}

/** Subresource integrity of these bytes. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

/** The source expression by which a content security policy lets exactly this text run, or style. */
export function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

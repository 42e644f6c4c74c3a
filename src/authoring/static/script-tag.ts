import { createHash } from 'node:crypto';
import { attributes, markup, type Markup } from './markup.js';

/** The script of the widgets, as a page loads it. */
export interface Script {
  readonly address: string;
  /** `sha384-…`, so that the browser runs nothing else under that address. */
  readonly integrity: string | undefined;
}

/** Every attribute with a value and the element closed, as systems that read XML want it. */
export function scriptTag({ address, integrity }: Script): Markup {
  const checked = integrity === undefined ? {} : { integrity, crossorigin: 'anonymous' };
  return markup`<script${attributes({ src: address, defer: 'defer', ...checked })}></script>`;
}

/** Subresource integrity of these bytes. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

/** The source expression by which a content security policy lets exactly this text run, or style. */
export function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

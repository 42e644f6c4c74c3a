/** Registers both elements and tells Svelte's templates of them. */
import type { HTMLAttributes } from 'svelte/elements';
import '../define.js';
import type { Elements, Listeners, Properties, Tag } from './element-properties.js';

type Props<Name extends Tag> = HTMLAttributes<Elements[Name]> & Properties<Name> & Listeners;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'stance-matrix': Props<'stance-matrix'>;
    'source-disagreement': Props<'source-disagreement'>;
  }
}

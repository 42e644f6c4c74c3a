/** Registers both elements and tells Preact's JSX of them. */
import type { HTMLAttributes } from 'preact';
import '../define.js';
import type { Elements, Listeners, Properties, Tag } from './element-properties.js';

/** By properties: Preact writes `false` to an attribute with a dash as text, which switches it on. */
type Props<Name extends Tag> = HTMLAttributes<Elements[Name]> & Properties<Name> & Listeners;

declare module 'preact' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- JSX is one.
  namespace JSX {
    interface IntrinsicElements {
      'stance-matrix': Props<'stance-matrix'>;
      'source-disagreement': Props<'source-disagreement'>;
    }
  }
}

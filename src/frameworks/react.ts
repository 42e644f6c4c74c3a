/** Registers both elements and tells React's JSX of them (React 19 or later). */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import '../define.js';
import type { Attributes, Elements, Listeners, Tag } from './element-properties.js';

/** By attributes: rendered on a server, a property would be lost. */
type Props<Name extends Tag> = DetailedHTMLProps<HTMLAttributes<Elements[Name]>, Elements[Name]> &
  Attributes<Name> &
  Listeners;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- JSX is one.
  namespace JSX {
    interface IntrinsicElements {
      'stance-matrix': Props<'stance-matrix'>;
      'source-disagreement': Props<'source-disagreement'>;
    }
  }
}
